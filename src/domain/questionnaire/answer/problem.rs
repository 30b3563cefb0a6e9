//! Why an answer is not one that the question admits.

use crate::domain::questionnaire::Kind;

/// One per question: the first problem found.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerFault {
    /// As written by whoever answered: it may be no question at all.
    pub question: String,
    pub problem: AnswerProblem,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AnswerProblem {
    UnknownQuestion,
    UnknownOption {
        option: String,
    },
    UnknownRow {
        row: String,
    },
    WrongType {
        expected: Expected,
    },
    NotApplicableNotAllowed,
    DontKnowNotAllowed,
    /// Numbers and levels, ends included.
    OutOfBounds {
        min: f64,
        max: f64,
    },
    /// A number with decimals where only whole ones make sense.
    NotWhole,
    /// The option stands only alone.
    ExclusiveWithOthers {
        option: String,
    },
    Repeated {
        option: String,
    },
    /// No option, no row or no text: leave the question out instead.
    Empty,
    /// Above the answer to another question.
    MoreThan {
        other: String,
        value: f64,
    },
    /// A matrix given in row order with another number of rows.
    RowCount {
        rows: usize,
        given: usize,
    },
    /// More characters than the question admits.
    TooLong {
        max: usize,
    },
    /// A control character, which neither database nor page can hold.
    ControlCharacter,
}

/// The JSON that a kind of question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `"e"`
    Option,
    /// `["a","b"]`
    Options,
    /// `"s"` or `"n"`
    YesNo,
    /// `1`–`5`
    Level,
    Number,
    /// `["d","c"]` in row order, or `{"row": "d"}`
    Rows,
    Text,
}

impl Expected {
    pub fn of(kind: &Kind) -> Expected {
        match kind {
            Kind::Single { .. } => Expected::Option,
            Kind::Multiple { .. } => Expected::Options,
            Kind::YesNo { .. } => Expected::YesNo,
            Kind::Maturity { .. } => Expected::Level,
            Kind::Number(_) => Expected::Number,
            Kind::Matrix { .. } => Expected::Rows,
            Kind::Text { .. } => Expected::Text,
        }
    }
}
