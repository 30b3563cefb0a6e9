//! What answers are worth: points of each question, score and coverage of each dimension (autodiagnosi, section 5.1
//! and 5.2), with the reasons and with the answer that would be worth more.

mod better;
mod dimension;
mod question;
mod raise;
mod sheet;
mod why;

pub use better::{Better, Step};
pub use dimension::DimensionScore;
pub use question::{QuestionScore, Standing};
pub use sheet::Sheet;
pub use why::Why;
