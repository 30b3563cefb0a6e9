//! The search: one page over all that is released.

mod pages;
pub(super) mod routes;
mod store;
mod words;
