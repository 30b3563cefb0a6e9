//! The privacy notice for whoever has an account and has not declared having read the one in force: imported and invited
//! people, and everybody when it changes. It is read, never consented to, and it keeps nobody out.

pub(super) mod pages;
pub(super) mod routes;

mod words;
