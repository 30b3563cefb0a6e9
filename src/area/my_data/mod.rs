//! My data: what is held about a person, why and until when; a copy, an erasure; and the register of all processing.

mod copy;
mod pages;
pub(super) mod routes;
mod words;
