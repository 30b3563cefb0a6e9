//! Whether a question admits an answer: options, bounds, exclusive options, "not applicable" and "don't know".

use std::collections::BTreeMap;

use super::{Answer, AnswerProblem, Answers, DONT_KNOW, Expected};
use crate::domain::questionnaire::{Choice, Kind, Number, Question, Row};

/// The first thing wrong with an answer, whether it came from a file, a form or a database.
///
/// `all` are the answers beside it, for bounds that depend on another one; an answer that is not there, or is no
/// number, bounds nothing.
pub fn check_answer(question: &Question, answer: &Answer, all: &Answers) -> Result<(), AnswerProblem> {
    match (&question.kind, answer) {
        (_, Answer::NotApplicable) => match question.not_applicable {
            Some(_) => Ok(()),
            None => Err(AnswerProblem::NotApplicableNotAllowed),
        },
        (_, Answer::DontKnow) => match question.admits_dont_know() {
            true => Ok(()),
            false => Err(AnswerProblem::DontKnowNotAllowed),
        },
        (Kind::Single { options }, Answer::Choice(id)) => known(options, id),
        (Kind::YesNo { options }, Answer::Choice(id)) => known(options, id),
        (Kind::Multiple { options }, Answer::Choices(ids)) => multiple(options, ids),
        (Kind::Maturity { levels }, Answer::Level(level)) => bounds(f64::from(*level), 1.0, levels.len() as f64),
        (Kind::Number(number), Answer::Number(value)) => check_number(number, *value, all),
        (Kind::Matrix { rows, columns }, Answer::Rows(chosen)) => matrix(rows, columns, chosen, question.admits_dont_know()),
        (Kind::Text { max_chars }, Answer::Text(text)) => check_text(*max_chars, text),
        (kind, _) => Err(AnswerProblem::WrongType { expected: Expected::of(kind) }),
    }
}

fn known(options: &[Choice], id: &str) -> Result<(), AnswerProblem> {
    match options.iter().any(|o| o.id == id) {
        true => Ok(()),
        false => Err(AnswerProblem::UnknownOption { option: id.to_owned() }),
    }
}

fn multiple(options: &[Choice], ids: &[String]) -> Result<(), AnswerProblem> {
    if ids.is_empty() {
        return Err(AnswerProblem::Empty);
    }
    for (i, id) in ids.iter().enumerate() {
        known(options, id)?;
        if ids[..i].contains(id) {
            return Err(AnswerProblem::Repeated { option: id.clone() });
        }
    }
    match options.iter().find(|o| o.exclusive && ids.contains(&o.id)) {
        Some(alone) if ids.len() > 1 => Err(AnswerProblem::ExclusiveWithOthers { option: alone.id.clone() }),
        _ => Ok(()),
    }
}

fn bounds(value: f64, min: f64, max: f64) -> Result<(), AnswerProblem> {
    // A NaN is in no range, hence the positive form.
    if value >= min && value <= max { Ok(()) } else { Err(AnswerProblem::OutOfBounds { min, max }) }
}

fn check_number(number: &Number, value: f64, all: &Answers) -> Result<(), AnswerProblem> {
    bounds(value, number.min, number.max)?;
    if !number.decimals && value.fract() != 0.0 {
        return Err(AnswerProblem::NotWhole);
    }
    if let Some(other) = &number.at_most
        && let Some(Answer::Number(most)) = all.get(other)
        && value > *most
    {
        return Err(AnswerProblem::MoreThan { other: other.clone(), value: *most });
    }
    Ok(())
}

fn matrix(rows: &[Row], columns: &[Choice], chosen: &BTreeMap<String, String>, dont_know: bool) -> Result<(), AnswerProblem> {
    if chosen.is_empty() {
        return Err(AnswerProblem::Empty);
    }
    for (row, column) in chosen {
        if !rows.iter().any(|r| r.id == *row) {
            return Err(AnswerProblem::UnknownRow { row: row.clone() });
        }
        match column == DONT_KNOW {
            true if dont_know => {}
            true => return Err(AnswerProblem::DontKnowNotAllowed),
            false => known(columns, column)?,
        }
    }
    Ok(())
}

fn check_text(max: usize, text: &str) -> Result<(), AnswerProblem> {
    if text.trim().is_empty() {
        return Err(AnswerProblem::Empty);
    }
    if text.chars().count() > max {
        return Err(AnswerProblem::TooLong { max });
    }
    // NUL is refused by PostgreSQL; the others by no reader of the page. Line ends and tabs are text.
    match text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        true => Err(AnswerProblem::ControlCharacter),
        false => Ok(()),
    }
}
