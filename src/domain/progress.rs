//! How far an assessment has come: what is answered, what is missing and what each gap costs in coverage.

use super::points::{QuestionScore, Sheet, Standing};
use super::questionnaire::{Kind, Section};

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    ToDo,
    Begun,
    Done,
    /// None of its questions is asked, given the other answers.
    NotAsked,
}

/// One section's count. Free text is never missing: it is asked, not required.
#[derive(Debug, Clone)]
pub struct SectionProgress<'a> {
    pub section: &'a Section,
    pub state: State,
    pub answered: usize,
    /// Questions asked, free text left out.
    pub asked: usize,
    pub dont_know: usize,
    /// Share of the overall coverage (0–100) that its blanks and don't-knows cost.
    pub cost: f64,
}

#[derive(Debug, Clone)]
pub struct Progress<'a> {
    pub sections: Vec<SectionProgress<'a>>,
    pub answered: usize,
    pub asked: usize,
    /// Minutes that the unanswered questions take, by their share of their section.
    pub minutes_left: u32,
    /// The first question asked and not answered, with its section.
    pub first_missing: Option<(&'a Section, &'a str)>,
}

/// A question that is asked, has no answer that counts, and what that costs.
#[derive(Debug, Clone)]
pub struct Missing<'a> {
    pub score: QuestionScore<'a>,
    /// Share of the overall coverage, 0–100; 0 for a question without points.
    pub cost: f64,
    /// "Don't know" rather than blank.
    pub dont_know: bool,
}

/// Whether a question is asked, and must be answered for its section to be done.
fn counts(score: &QuestionScore<'_>) -> bool {
    score.standing.is_visible() && !matches!(score.question.kind, Kind::Text { .. })
}

/// Whether somebody said something, if only "don't know". A matrix wants all its rows.
fn is_answered(score: &QuestionScore<'_>) -> bool {
    match (&score.question.kind, score.answer) {
        (_, None) => false,
        (Kind::Matrix { rows, .. }, Some(super::questionnaire::Answer::Rows(given))) => given.len() == rows.len(),
        _ => true,
    }
}

/// Everything that a marked sheet lacks.
pub fn missing<'a>(sheet: &Sheet<'a>) -> Vec<Missing<'a>> {
    let whole: f64 = sheet.dimensions.iter().filter(|d| d.coverage.is_some()).map(|d| d.dimension.weight).sum();
    let cost = |score: &QuestionScore<'_>| {
        let dimension = score.section.dimension.and_then(|d| sheet.dimensions.get(d));
        match (dimension, score.question.weight) {
            (Some(d), Some(weight)) if d.applicable > 0.0 && whole > 0.0 => 100.0 * d.dimension.weight / whole * weight / d.applicable,
            _ => 0.0,
        }
    };
    let lacking = sheet.questions.iter().filter(|s| counts(s));
    let lacking = lacking.filter(|s| matches!(s.standing, Standing::Unanswered | Standing::DontKnow) || !is_answered(s));
    lacking
        .map(|score| {
            let dont_know = score.standing == Standing::DontKnow;
            let lost = matches!(score.standing, Standing::Unanswered | Standing::DontKnow);
            Missing { score: score.clone(), cost: if lost { cost(score) } else { 0.0 }, dont_know }
        })
        .collect()
}

pub fn progress<'a>(sheet: &Sheet<'a>) -> Progress<'a> {
    let lacking = missing(sheet);
    let sections: Vec<_> = sheet.questionnaire.sections.iter().map(|section| of_section(section, sheet, &lacking)).collect();
    let minutes = |s: &SectionProgress<'_>| match s.asked {
        0 => 0.0,
        asked => f64::from(s.section.minutes) * (asked - s.answered) as f64 / asked as f64,
    };
    let first = sheet.questions.iter().find(|s| counts(s) && !is_answered(s));
    Progress {
        answered: sections.iter().map(|s| s.answered).sum(),
        asked: sections.iter().map(|s| s.asked).sum(),
        minutes_left: sections.iter().map(minutes).sum::<f64>().ceil() as u32,
        first_missing: first.map(|s| (s.section, s.question.id.as_str())),
        sections,
    }
}

fn of_section<'a>(section: &'a Section, sheet: &Sheet<'a>, lacking: &[Missing<'a>]) -> SectionProgress<'a> {
    let own = || sheet.questions.iter().filter(|s| s.section.id == section.id);
    let (asked, answered) = (own().filter(|s| counts(s)).count(), own().filter(|s| counts(s) && is_answered(s)).count());
    let begun = own().any(|s| s.answer.is_some());
    let lost = || lacking.iter().filter(|m| m.score.section.id == section.id);
    SectionProgress {
        section,
        state: match (asked, answered) {
            (0, _) if own().all(|s| !s.standing.is_visible()) => State::NotAsked,
            (asked, answered) if asked == answered => State::Done,
            _ if begun => State::Begun,
            _ => State::ToDo,
        },
        answered,
        asked,
        dont_know: lost().filter(|m| m.dont_know).count(),
        cost: lost().map(|m| m.cost).sum(),
    }
}
