//! From answers to JSON: one shape for files, exports and the database.

use serde_json::{Map, Number, Value};

use super::{Answer, AnswerProblem, Answers, DONT_KNOW, Expected, NOT_APPLICABLE, answer_from_json};
use crate::domain::questionnaire::Question;

impl Answer {
    /// The shape of the contract; a matrix as an object by row id.
    pub fn to_json(&self) -> Value {
        match self {
            Answer::Choice(text) | Answer::Text(text) => Value::from(text.as_str()),
            Answer::Choices(ids) => Value::from(ids.clone()),
            Answer::Level(level) => Value::from(*level),
            Answer::Number(value) => whole(*value),
            Answer::Rows(rows) => rows.iter().map(|(row, column)| (row.clone(), column.clone())).collect(),
            Answer::NotApplicable => Value::from(NOT_APPLICABLE),
            Answer::DontKnow => Value::from(DONT_KNOW),
        }
    }

    /// The text kept in the database: [`Answer::to_json`]. Equal answers give equal text.
    pub fn to_stored(&self) -> String {
        self.to_json().to_string()
    }
}

/// `12`, not `12.0`: what was typed as a whole number reads as one.
fn whole(value: f64) -> Value {
    // Up to 2^53 every whole number is exact, in both directions.
    match value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 {
        true => Value::from(value as i64),
        false => Number::from_f64(value).map_or(Value::Null, Value::Number),
    }
}

/// An object of question id → answer.
pub fn answers_to_json(answers: &Answers) -> Map<String, Value> {
    answers.iter().map(|(id, answer)| (id.clone(), answer.to_json())).collect()
}

/// An answer from its stored text. A problem means that the text was not written by [`Answer::to_stored`] for this
/// question; options are not checked again.
pub fn from_stored(question: &Question, text: &str) -> Result<Answer, AnswerProblem> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => answer_from_json(question, &value),
        Err(_) => Err(AnswerProblem::WrongType { expected: Expected::of(&question.kind) }),
    }
}
