//! An answer as given: its shape by kind of question, and its JSON (`docs/questionnaire-format.md`).

use std::collections::BTreeMap;

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
