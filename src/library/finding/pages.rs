//! What was found, the words asked for marked.

use maud::{Markup, html};

use super::words::{kind, words};
use crate::domain::search::Piece;
use crate::platform::search::{Found, Hit, PAGE};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::pages;
use crate::ui::{dates, paths};

pub fn found(frame: &Frame<'_>, query: &str, found: &Found, at: i64) -> Markup {
    let words = words(frame.lang);
    let last = usize::try_from((found.total + PAGE - 1) / PAGE).unwrap_or(1).max(1);
    let here = usize::try_from(at).unwrap_or(1);
    page(
        &Shell::new(frame, words.search),
        html! {
            (heading(words.search, Some(words.lead)))
            form .aff-lookup role="search" method="get" action=(paths::SEARCH) {
                label for="q" { (words.label) }
                div {
                    input .form-control type="search" id="q" name="q" value=(query) maxlength="200" autocomplete="off";
                    button .btn.btn-primary type="submit" { (words.search) }
                }
            }
            @if !query.is_empty() { p role="status" { ((words.count)(found.total)) } }
            @if !query.is_empty() && found.total == 0 { div .aff-box { p { (words.none) } p { a href=(paths::FAQ) { (words.all_faq) } } } }
            @if !found.hits.is_empty() { ol .aff-hits { @for hit in &found.hits { li { (one(frame, hit)) } } } }
            (pages(here, last, |n| paths::search(query, i64::try_from(n).unwrap_or(1)), frame.words()))
        },
    )
}

fn one(frame: &Frame<'_>, hit: &Hit) -> Markup {
    html! {
        h2 .h5 lang="it" { a href=(paths::found(hit)) { (marked(&hit.title)) } }
        p lang="it" { (marked(&hit.snippet)) }
        p .form-text { (kind(frame.lang, hit.kind)) @if !hit.theme.is_empty() { " · " (hit.theme) } " · " (dates::day_tag(frame.lang, hit.day)) }
    }
}

fn marked(pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { @if piece.marked { mark { (piece.text) } } @else { (piece.text) } } }
}
