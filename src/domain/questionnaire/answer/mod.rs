//! An answer as given: its shape by kind of question, and its JSON (`docs/questionnaire-format.md`).

mod check;
mod json;
mod problem;
mod read;

use std::collections::BTreeMap;

pub use check::check_answer;
pub use json::{answers_to_json, from_stored};
pub use problem::{AnswerFault, AnswerProblem, Expected};
pub use read::{answer_from_json, answers_from_json};

/// Question id → answer. A question without an entry was not answered.
pub type Answers = BTreeMap<String, Answer>;

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Single choice and yes/no: the option's id.
    Choice(String),
    /// Multiple choice: ids in the order of the options, at least one.
    Choices(Vec<String>),
    /// Maturity 1–5.
    Level(u8),
    Number(f64),
    /// Matrix: row id → column id, or `NS` for a row not known. Rows not answered are absent.
    Rows(BTreeMap<String, String>),
    Text(String),
    NotApplicable,
    DontKnow,
}

/// "Not applicable", in JSON.
pub const NOT_APPLICABLE: &str = "NA";
/// "Don't know", in JSON and as the column of a matrix row.
pub const DONT_KNOW: &str = "NS";

#[cfg(test)]
mod tests;
