//! From JSON to answers: the shapes of `questionnaire score` and of the database.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Answer, AnswerFault, AnswerProblem, Answers, DONT_KNOW, Expected, NOT_APPLICABLE, check_answer};
use crate::domain::questionnaire::{Choice, Kind, Question, Questionnaire, Row};

/// A whole set of answers, checked; or one fault per question that has one, in the order given.
///
/// `null` is "not answered", like a question left out.
pub fn answers_from_json(questionnaire: &Questionnaire, given: &Map<String, Value>) -> Result<Answers, Vec<AnswerFault>> {
    let mut answers = Answers::new();
    let mut faults = Vec::new();
    let mut fault = |id: &str, problem| faults.push(AnswerFault { question: id.to_owned(), problem });
    for (id, value) in given.iter().filter(|(_, value)| !value.is_null()) {
        match questionnaire.question(id).map(|question| answer_from_json(question, value)) {
            Some(Ok(answer)) => drop(answers.insert(id.clone(), answer)),
            Some(Err(problem)) => fault(id, problem),
            None => fault(id, AnswerProblem::UnknownQuestion),
        }
    }
    for id in given.keys() {
        if let (Some(question), Some(answer)) = (questionnaire.question(id), answers.get(id))
            && let Err(problem) = check_answer(question, answer, &answers)
        {
            fault(id, problem);
        }
    }
    let place = |f: &AnswerFault| given.keys().position(|id| *id == f.question);
    faults.sort_by_key(place);
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// The shape alone; whether the question admits it is for [`check_answer`]. Options come out in the questionnaire's
/// order.
pub fn answer_from_json(question: &Question, value: &Value) -> Result<Answer, AnswerProblem> {
    match value.as_str() {
        // "NA" is a text like another, except where the question offers "not applicable".
        Some(NOT_APPLICABLE) if !is_text(question) || question.not_applicable.is_some() => {
            return Ok(Answer::NotApplicable);
        }
        Some(DONT_KNOW) if !is_text(question) => return Ok(Answer::DontKnow),
        _ => {}
    }
    match &question.kind {
        Kind::Single { .. } => text(value, Expected::Option).map(Answer::Choice),
        Kind::YesNo { .. } => text(value, Expected::YesNo).map(Answer::Choice),
        Kind::Multiple { options } => choices(options, value),
        Kind::Maturity { levels } => level(levels.len(), value),
        Kind::Number(_) => number(value, Expected::Number).map(Answer::Number),
        Kind::Matrix { rows, .. } => matrix(rows, value),
        Kind::Text { .. } => text(value, Expected::Text).map(Answer::Text),
    }
}

fn is_text(question: &Question) -> bool {
    matches!(question.kind, Kind::Text { .. })
}

fn text(value: &Value, expected: Expected) -> Result<String, AnswerProblem> {
    value.as_str().map(str::to_owned).ok_or(AnswerProblem::WrongType { expected })
}

fn number(value: &Value, expected: Expected) -> Result<f64, AnswerProblem> {
    value.as_f64().ok_or(AnswerProblem::WrongType { expected })
}

fn level(levels: usize, value: &Value) -> Result<Answer, AnswerProblem> {
    let level = number(value, Expected::Level)?;
    if level.fract() != 0.0 {
        return Err(AnswerProblem::NotWhole);
    }
    if level < 1.0 || level > levels as f64 {
        return Err(AnswerProblem::OutOfBounds { min: 1.0, max: levels as f64 });
    }
    Ok(Answer::Level(level as u8))
}

fn choices(options: &[Choice], value: &Value) -> Result<Answer, AnswerProblem> {
    let wrong = AnswerProblem::WrongType { expected: Expected::Options };
    let given = value.as_array().ok_or(wrong)?;
    let mut ids = given.iter().map(|v| text(v, Expected::Options)).collect::<Result<Vec<_>, _>>()?;
    // Unknown ones go last, for the check to name.
    ids.sort_by_key(|id| options.iter().position(|o| o.id == *id).unwrap_or(options.len()));
    Ok(Answer::Choices(ids))
}

fn matrix(rows: &[Row], value: &Value) -> Result<Answer, AnswerProblem> {
    let given: Vec<(&str, &Value)> = match value {
        Value::Array(columns) if columns.len() == rows.len() => rows.iter().map(|r| r.id.as_str()).zip(columns).collect(),
        Value::Array(columns) => {
            return Err(AnswerProblem::RowCount { rows: rows.len(), given: columns.len() });
        }
        Value::Object(object) => object.iter().map(|(row, column)| (row.as_str(), column)).collect(),
        _ => return Err(AnswerProblem::WrongType { expected: Expected::Rows }),
    };
    let mut chosen = BTreeMap::new();
    for (row, column) in given.into_iter().filter(|(_, column)| !column.is_null()) {
        chosen.insert(row.to_owned(), text(column, Expected::Rows)?);
    }
    Ok(Answer::Rows(chosen))
}
