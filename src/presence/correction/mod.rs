//! What was noted of one person in one session, from the first tick on; and its correction once the day is closed.

pub(super) mod routes;

mod pages;
mod store;
mod words;
