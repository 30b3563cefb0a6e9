//! The area: home, personal area, the pages every public site has, and what visitors think of the pages.

mod my_data;
mod notice;
mod on_behalf;
mod pages;
mod routes;
mod store;
mod words;

pub use routes::{FIRST, SITEMAP, routes};

/// A visitor's opinion of a page. Nobody's name is kept with it.
#[derive(Debug, Clone)]
pub struct Opinion {
    /// The page as the router writes it: `/segreteria/enti/<id>`.
    pub page: String,
    /// 1 to 5.
    pub stars: i64,
    /// `piace-1` … `piace-5`, `manca-1` … `manca-5` in the order of the answers shown; empty if none was chosen.
    pub answer: String,
    pub detail: String,
}

/// What all opinions of one page come to.
#[derive(Debug, Clone)]
pub struct Rated {
    pub page: String,
    pub ratings: i64,
    /// From 1 to 5.
    pub mean: f64,
}
