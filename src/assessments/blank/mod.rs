//! The questionnaire before anybody answers: what it is, for whoever considers it, and on paper, to fill in by hand.

pub mod pages;
pub mod words;
