//! One question: whether its answer counts, and how many points it is worth (autodiagnosi, section 5.1).

use std::collections::BTreeMap;

use crate::domain::questionnaire::answer::DONT_KNOW;
use crate::domain::questionnaire::{Answer, Choice, Kind, Number, Question, Row, Section};

/// A question with what was answered and what it is worth.
#[derive(Debug, Clone)]
pub struct QuestionScore<'a> {
    pub question: &'a Question,
    pub section: &'a Section,
    /// As given, also where it does not count: [`Standing`] says whether it does.
    pub answer: Option<&'a Answer>,
    pub standing: Standing,
}

/// Where a question stands in the calculation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Not asked, given the other answers; an answer it may have is kept and ignored.
    Hidden,
    /// Asked and not answered; a matrix without any row that counts.
    Unanswered,
    /// `NS`; a matrix whose rows are unknown where they are not excluded.
    DontKnow,
    NotApplicable,
    /// Every row of a matrix is in a column without points: the same as not applicable.
    AllRowsExcluded,
    /// A valid answer with an option excluded from scoring: for points and coverage the same as not applicable.
    OptionExcluded,
    /// A valid answer to a question that gives no points.
    Unscored,
    /// A valid answer worth 0–100 points, not rounded.
    Points(f64),
}

impl Standing {
    pub fn is_visible(self) -> bool {
        self != Standing::Hidden
    }

    /// Whether conditions may be true on it: visible, answered, neither `NS` nor `NA`.
    pub fn is_valid(self) -> bool {
        matches!(self, Standing::OptionExcluded | Standing::Unscored | Standing::Points(_))
    }

    pub fn points(self) -> Option<f64> {
        match self {
            Standing::Points(points) => Some(points),
            _ => None,
        }
    }

    /// Whether a question with a weight is part of the coverage asked for: `NS` and blank are, `NA` is not.
    pub fn is_applicable(self) -> bool {
        matches!(self, Standing::Unanswered | Standing::DontKnow | Standing::Points(_))
    }
}

impl<'a> QuestionScore<'a> {
    pub fn is_valid(&self) -> bool {
        self.standing.is_valid()
    }

    /// 0–100, not rounded; none unless the answer is valid and scored.
    pub fn points(&self) -> Option<f64> {
        self.standing.points()
    }

    /// The answer, where it is valid.
    pub fn valid_answer(&self) -> Option<&'a Answer> {
        self.answer.filter(|_| self.is_valid())
    }
}

/// The standing of a visible question.
///
/// An answer of another kind than the question never comes from the reading of answers, which refuses it; here it
/// counts as not given.
pub(super) fn standing(question: &Question, answer: Option<&Answer>) -> Standing {
    match (&question.kind, answer) {
        (_, None) => Standing::Unanswered,
        (_, Some(Answer::NotApplicable)) => Standing::NotApplicable,
        (_, Some(Answer::DontKnow)) => Standing::DontKnow,
        (Kind::Matrix { rows, columns }, Some(Answer::Rows(given))) => matrix(question, rows, columns, given),
        (kind, Some(answer)) => match points(kind, answer) {
            Worth::Nothing => Standing::Unanswered,
            Worth::Excluded if question.weight.is_some() => Standing::OptionExcluded,
            // The sum of a multiple choice stops at 100.
            Worth::Points(points) if question.weight.is_some() => Standing::Points(points.clamp(0.0, 100.0)),
            Worth::Excluded | Worth::Points(_) => Standing::Unscored,
        },
    }
}

enum Worth {
    /// Not an answer to this kind of question.
    Nothing,
    /// An answer without points.
    Excluded,
    Points(f64),
}

impl From<Option<f64>> for Worth {
    fn from(points: Option<f64>) -> Worth {
        points.map_or(Worth::Excluded, Worth::Points)
    }
}

fn points(kind: &Kind, answer: &Answer) -> Worth {
    match (kind, answer) {
        (Kind::Single { options }, Answer::Choice(id)) => one(options, id),
        (Kind::YesNo { options }, Answer::Choice(id)) => one(options, id),
        (Kind::Maturity { levels }, Answer::Level(level)) => match levels.get(usize::from(*level).wrapping_sub(1)) {
            Some(level) => level.points.into(),
            None => Worth::Nothing,
        },
        (Kind::Multiple { options }, Answer::Choices(ids)) => several(options, ids),
        (Kind::Number(number), Answer::Number(value)) => interpolated(number, *value).into(),
        (Kind::Text { .. }, Answer::Text(_)) => Worth::Excluded,
        _ => Worth::Nothing,
    }
}

fn one(options: &[Choice], id: &str) -> Worth {
    match options.iter().find(|o| o.id == id) {
        Some(option) => option.points.into(),
        None => Worth::Nothing,
    }
}

/// The sum; options excluded from scoring add nothing, and alone leave the question without points.
fn several(options: &[Choice], ids: &[String]) -> Worth {
    let mut chosen = options.iter().filter(|o| ids.contains(&o.id)).peekable();
    if chosen.peek().is_none() {
        return Worth::Nothing;
    }
    chosen.filter_map(|o| o.points).reduce(|sum, points| sum + points).into()
}

/// Linear between the knots of the curve, constant outside; none for a number without points.
pub(super) fn interpolated(number: &Number, value: f64) -> Option<f64> {
    let curve = &number.curve;
    let after = curve.partition_point(|(x, _)| *x <= value);
    match (after.checked_sub(1).map(|i| curve[i]), curve.get(after)) {
        (None, first) => first.map(|(_, y)| *y),
        (Some((_, y)), None) => Some(y),
        (Some((x0, y0)), Some((x1, y1))) => Some(y0 + (value - x0) / (x1 - x0) * (y1 - y0)),
    }
}

/// The mean of the rows with points: excluded, unknown and blank rows stay out of it.
fn matrix(question: &Question, rows: &[Row], columns: &[Choice], given: &BTreeMap<String, String>) -> Standing {
    let mut tally = Tally::default();
    for row in rows {
        tally.add(given.get(&row.id), columns);
    }
    match tally {
        _ if question.weight.is_none() => match tally.scored + tally.excluded {
            0 if tally.unknown > 0 => Standing::DontKnow,
            0 => Standing::Unanswered,
            _ => Standing::Unscored,
        },
        Tally { scored: 0, excluded, .. } if excluded == rows.len() => Standing::AllRowsExcluded,
        Tally { scored: 0, unknown: 0, .. } => Standing::Unanswered,
        Tally { scored: 0, .. } => Standing::DontKnow,
        Tally { scored, sum, .. } => Standing::Points(sum / scored as f64),
    }
}

#[derive(Default)]
struct Tally {
    sum: f64,
    scored: usize,
    excluded: usize,
    unknown: usize,
}

impl Tally {
    fn add(&mut self, column: Option<&String>, columns: &[Choice]) {
        let Some(id) = column else { return };
        match columns.iter().find(|c| c.id == *id) {
            Some(Choice { points: Some(points), .. }) => {
                self.sum += points;
                self.scored += 1;
            }
            Some(_) => self.excluded += 1,
            None => self.unknown += usize::from(id == DONT_KNOW),
        }
    }
}
