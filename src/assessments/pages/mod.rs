//! The pages of a rilevazione: functions of data, nothing else.

pub mod number;
pub mod overview;
pub mod question;
pub mod review;
pub mod section;
