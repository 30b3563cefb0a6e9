//! My data: what is held about a person, why and until when; a copy, an erasure; and the register of all processing.

pub(super) mod copy;
mod pages;
pub(super) mod routes;
pub(super) mod words;
