//! Why an answer is worth its points: the options, knots or rows behind the figure (autodiagnosi, section 5.1).

use std::collections::BTreeMap;

use super::question::QuestionScore;
use crate::domain::questionnaire::answer::DONT_KNOW;
use crate::domain::questionnaire::{Answer, Choice, Kind, Number, Row};

/// What the points of a question are made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Why<'a> {
    /// The points of one option or level.
    Chosen(&'a Choice),
    /// The options chosen, in the order of the questionnaire, and their sum before the limit of 100.
    Sum { options: Vec<&'a Choice>, sum: f64 },
    /// Linear between two knots (value, points) of the curve.
    Between { value: f64, lower: (f64, f64), upper: (f64, f64) },
    /// On a knot, or beyond the first or last one: its points.
    Knot { value: f64, knot: (f64, f64) },
    /// The mean of the rows that count; excluded, unknown and blank rows stay out of it.
    Mean { counted: Vec<(&'a Row, &'a Choice)>, excluded: Vec<&'a Row>, unknown: Vec<&'a Row>, blank: Vec<&'a Row> },
}

impl<'a> QuestionScore<'a> {
    /// The reason of the points; none where there are none, and then the standing is the reason.
    pub fn why(&self) -> Option<Why<'a>> {
        self.points()?;
        match (&self.question.kind, self.answer?) {
            (Kind::Single { options }, Answer::Choice(id)) => named(options, id).map(Why::Chosen),
            (Kind::YesNo { options }, Answer::Choice(id)) => named(options, id).map(Why::Chosen),
            (Kind::Maturity { levels }, Answer::Level(n)) => Some(Why::Chosen(levels.get(usize::from(*n).checked_sub(1)?)?)),
            (Kind::Multiple { options }, Answer::Choices(ids)) => {
                let chosen: Vec<_> = options.iter().filter(|o| o.points.is_some() && ids.contains(&o.id)).collect();
                let sum = chosen.iter().filter_map(|o| o.points).sum();
                Some(Why::Sum { options: chosen, sum })
            }
            (Kind::Number(number), Answer::Number(value)) => on_curve(number, *value),
            (Kind::Matrix { rows, columns }, Answer::Rows(given)) => Some(mean(rows, columns, given)),
            _ => None,
        }
    }
}

fn named<'a>(choices: &'a [Choice], id: &str) -> Option<&'a Choice> {
    choices.iter().find(|c| c.id == id)
}

fn on_curve<'a>(number: &Number, value: f64) -> Option<Why<'a>> {
    let curve = &number.curve;
    let after = curve.partition_point(|(x, _)| *x <= value);
    let lower = after.checked_sub(1).map(|i| curve[i]);
    match (lower, curve.get(after)) {
        (Some(lower), Some(&upper)) if lower.0 < value => Some(Why::Between { value, lower, upper }),
        (Some(knot), _) => Some(Why::Knot { value, knot }),
        (None, first) => first.map(|&knot| Why::Knot { value, knot }),
    }
}

fn mean<'a>(rows: &'a [Row], columns: &'a [Choice], given: &BTreeMap<String, String>) -> Why<'a> {
    let (mut counted, mut excluded, mut unknown, mut blank) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        match given.get(&row.id).map(|id| (id, named(columns, id))) {
            Some((_, Some(column))) if column.points.is_some() => counted.push((row, column)),
            Some((_, Some(_))) => excluded.push(row),
            Some((id, None)) if id == DONT_KNOW => unknown.push(row),
            _ => blank.push(row),
        }
    }
    Why::Mean { counted, excluded, unknown, blank }
}
