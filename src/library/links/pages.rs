//! The page of links that want somebody.

use maud::{Markup, html};

use super::words::{Words, shelf, told, words};
use super::{Line, STATES, Shelf};
use crate::domain::web_link::host_of;
use crate::ui::fields::{self, Field};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, nothing, sortable};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::{dates, paths};

pub struct List<'a> {
    pub frame: &'a Frame<'a>,
    pub all: &'a [Line],
    pub found: &'a [&'a Line],
    pub listing: &'a Listing,
    /// All there are, or those of the reader.
    pub keeps_all: bool,
    /// Whether they are asked for by themselves.
    pub checks: bool,
    pub notice: Option<Notice>,
}

pub fn list(view: &List<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let names = names(view, words);
    let (size, before) = listing.window();
    let (size, before) = (usize::try_from(size).unwrap_or(0), usize::try_from(before).unwrap_or(0));
    let shown: Vec<&Line> = view.found.iter().copied().skip(before).take(size).collect();
    let last = listing.last(i64::try_from(view.found.len()).unwrap_or(i64::MAX));
    let off = (!view.checks).then(|| Notice::info(words.switched_off));
    page(
        &Shell::new(frame, words.title).crumb(words.documents, paths::DOCUMENTS_DESK).notices(off).notices(view.notice.clone()),
        html! {
            (heading(words.title, Some(if view.keeps_all { words.lead_all } else { words.lead })))
            @if view.all.is_empty() { div .aff-box { p { (words.none_yet) } } } @else {
                (choices(view, words))
                (chips(frame, listing, &names))
                @if !view.found.is_empty() {
                    p role="status" { ((words.count)(view.found.len())) }
                    (lines(view, &shown))
                    (pages(listing.page(), last, |n| listing.at_page(n), frame.words()))
                    p .form-text { (words.rule) }
                } @else if names.is_empty() { (all_well(view, words)) } @else { (nothing(frame, listing, &names, words.none_found)) }
            }
        },
    )
}

/// Nothing to do: how many were looked at, and when.
fn all_well(view: &List<'_>, words: &Words) -> Markup {
    let latest = view.all.iter().map(|line| line.link.standing.asked_at).max();
    html! {
        div .aff-box role="status" {
            p { strong { (words.all_well) } }
            @if let Some(latest) = latest { p { ((words.looked_at)(view.all.len(), &dates::moment(view.frame.lang, latest))) } }
            p { a href=(view.listing.and("stato", "tutti").at_page(1)) { (words.see_all) } }
        }
    }
}

fn choices(view: &List<'_>, words: &Words) -> Markup {
    let (frame, listing) = (view.frame, view.listing);
    let search = Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked();
    let now = listing.get("stato");
    let first = html! {
        (fields::search(&search.autocomplete("off"), frame.words()))
        div .aff-field {
            label .active for="stato" { (words.state) }
            select .form-select id="stato" name="stato" {
                option value="" { (words.to_do) }
                @for (value, reads) in STATES.iter().zip(words.states) { option value=(value) selected[*value == now] { (reads) } }
            }
        }
    };
    let shelves: Choices = Shelf::ALL.iter().map(|one| (one.as_str().to_owned(), shelf(frame.lang, *one).1.to_owned())).collect();
    let rest = choose(frame, "dove", words.place, &shelves, listing);
    filters(frame, listing, &first, &rest, !listing.get("dove").is_empty())
}

/// How the filters in use read.
fn names(view: &List<'_>, words: &Words) -> Vec<(&'static str, String)> {
    let state = |value: &str| STATES.iter().zip(words.states).find(|(one, _)| **one == value).map_or("", |(_, reads)| reads).to_owned();
    let stands = |value: &str| Shelf::ALL.iter().find(|one| one.as_str() == value).map_or("", |one| shelf(view.frame.lang, *one).1);
    let reads = |name: &str, value: &str| match name {
        "cerca" => format!("«{value}»"),
        "stato" => state(value),
        _ => stands(value).to_owned(),
    };
    view.listing.chosen().iter().map(|(name, value)| (*name, reads(name, value))).collect()
}

fn lines(view: &List<'_>, shown: &[&Line]) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.column_address, "indirizzo"),
        Column::new(words.column_place),
        sortable(listing, words.column_told, "da"),
        sortable(listing, words.column_asked, "verifica"),
        Column::new(words.column_do),
    ];
    let rows = html! { @for line in shown { (row(view, line)) } };
    html! { div .aff-stack { (table("collegamenti", words.caption, &columns, rows, frame.words())) } }
}

fn row(view: &List<'_>, line: &Line) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let (address, standing) = (&line.link.address, &line.link.standing);
    html! {
        tr {
            th scope="row" {
                a href=(address) rel="noopener noreferrer" { (host_of(address)) }
                span .aff-line.aff-hash { (address) }
            }
            td {
                @for place in &line.places {
                    span .aff-line { a href=(place.change) { (place.title) } " (" (shelf(frame.lang, place.shelf).0) ")" }
                }
            }
            td .aff-link-told {
                (told(frame.lang, &standing.heard))
                @if let Some(to) = standing.heard.moved_to.as_ref().filter(|_| standing.has_moved()) {
                    span .aff-line.aff-hash { a href=(to) rel="noopener noreferrer" { (to) } }
                }
                @if let Some(since) = standing.failing_since {
                    span .aff-line { ((words.since)(&dates::day(frame.lang, since.day()), standing.failures)) }
                    @if let Some(good) = standing.good_at { span .aff-line { ((words.last_good)(&dates::day(frame.lang, good.day()))) } }
                }
                @if standing.fine.is_some() { span .aff-line { (words.seen) } }
            }
            td { (dates::moment_tag(frame.lang, standing.asked_at)) }
            td { (what_to_do(view, line)) }
        }
    }
}

fn what_to_do(view: &List<'_>, line: &Line) -> Markup {
    let (words, standing) = (words(view.frame.lang), &line.link.standing);
    let list = view.listing.at_page(view.listing.page());
    let host = host_of(&line.link.address);
    let press = |action: String, label: &str| {
        html! {
            form method="post" action=(action) {
                (fields::hidden("elenco", &list))
                button .btn.btn-outline-primary.btn-sm type="submit" { (label) span .visually-hidden { ": " (host) } }
            }
        }
    };
    html! {
        div .aff-link-do {
            (press(paths::link_again(&line.link.id), words.ask_again))
            @if standing.failures > 0 && standing.fine.is_none() { (press(paths::link_fine(&line.link.id), words.it_works)) }
        }
    }
}
