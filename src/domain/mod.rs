//! The ground: what is true without a computer. No async, no clock, no SQL, no HTML, no web server.

pub mod ids;
pub mod moment;
pub mod questionnaire;
