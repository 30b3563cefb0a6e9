//! The pages: the explanation, and the questionnaire on paper.

pub mod explanation;
pub mod paper;
mod question;
