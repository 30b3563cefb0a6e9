//! The table of those who lack something, and the question before all of them are written to.

use maud::{Markup, html};

use super::words::{field, words};
use super::{FIELDS, Found, Line, QUIET_DAYS};
use crate::domain::edition::{Edition, ParticipantField};
use crate::domain::moment::Moment;
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self as form, Field};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table as rows};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Table<'a> {
    pub frame: &'a Frame<'a>,
    pub edition: &'a Edition,
    pub listing: &'a Listing,
    pub found: Found,
    pub regions: Vec<String>,
    pub now: Moment,
    pub notice: Option<Notice>,
}

/// What the edition asks of a person, in the order in which it is told.
pub fn fields(edition: &Edition) -> Vec<ParticipantField> {
    FIELDS.into_iter().filter(|field| edition.terms.funding.asks(*field).is_some()).collect()
}

pub fn table(view: &Table<'_>) -> Markup {
    let (frame, words, listing) = (view.frame, words(view.frame.lang), view.listing);
    let names = names(listing, frame.lang);
    page(
        &Shell::new(frame, words.title).crumb(desk(frame.lang).desk, paths::DESK).notices(view.notice.clone()),
        html! {
            (heading(words.title, Some(&(words.lead)(&view.edition.name))))
            (asked(view))
            (search(view))
            (chips(frame, listing, &names))
            @if view.found.total > 0 { (found(view)) } @else if names.is_empty() { p role="status" { (words.none) } } @else {
                (nothing(frame, listing, &names, words.nothing))
            }
        },
    )
}

/// Without an edition, or with one whose funder asks nothing.
pub fn nothing_asked(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.title).crumb(desk(frame.lang).desk, paths::DESK),
        html! {
            (heading(words.title, None))
            p { (words.nothing_asked) " " a href=(paths::EDITIONS) { (words.editions) } "." }
        },
    )
}

/// Each field with the reason in the edition's own words.
fn asked(view: &Table<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        details .aff-more {
            summary { (words.what_is_asked) }
            ul {
                @for asked in &view.edition.terms.funding.asked {
                    li { strong { (field(view.frame.lang, asked.field)) } ": " (asked.reason) }
                }
            }
        }
    }
}

fn search(view: &Table<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let name = Field::new("cerca", words.search).value(listing.get("cerca")).optional_unmarked().autocomplete("off");
    let of = Field::new("ente", words.ente).value(listing.get("ente")).optional_unmarked().autocomplete("off");
    let mut regions: Choices = view.regions.iter().map(|region| (region.clone(), region.clone())).collect();
    regions.sort();
    regions.dedup();
    let lacking: Choices =
        fields(view.edition).into_iter().map(|one| (one.as_str().to_owned(), field(frame.lang, one).to_owned())).collect();
    let first = html! {
        (form::search(&name, frame.words()))
        (choose(frame, "manca", words.lacking, &lacking, listing))
    };
    let rest = html! {
        (form::search(&of, frame.words()))
        (choose(frame, "regione", words.region, &regions, listing))
        (choose(frame, "lettera", words.letter, &letters(frame.lang), listing))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "cerca" | "manca"));
    filters(frame, listing, &first, &rest, open)
}

fn letters(lang: Lang) -> Choices {
    let words = words(lang);
    let pairs = [("mai", words.never.to_owned()), ("da-chiedere", (words.not_lately)(QUIET_DAYS)), ("recente", (words.lately)(QUIET_DAYS))];
    pairs.into_iter().map(|(value, reads)| (value.to_owned(), reads)).collect()
}

/// How the filters in use read.
fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let reads = |name: &str, value: &str| match name {
        "cerca" => Some((words.quoted)(value)),
        "ente" => Some((words.ente_named)(value)),
        "manca" => ParticipantField::parse(value).map(|one| (words.lacks_field)(field(lang, one))),
        "lettera" => letters(lang).into_iter().find(|(v, _)| v == value).map(|(_, reads)| reads),
        _ => Some(value.to_owned()),
    };
    listing.chosen().iter().filter_map(|(name, value)| Some((*name, reads(name, value)?))).collect()
}

fn found(view: &Table<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.ente, "ente"),
        sortable(listing, words.name, "nome"),
        Column::new(words.lacking),
        sortable(listing, words.letter, "lettera"),
        Column::new(words.actions),
    ];
    html! {
        div .aff-titled {
            p role="status" { ((words.found)(view.found.people, &dates::count(frame.lang, view.found.people), view.found.total)) }
            p .aff-buttons { a .btn.btn-outline-primary href=(with_query(listing, paths::REPORTING_LETTERS)) { (words.ask_all) } }
        }
        (rows("chi-manca", words.caption, &columns, html! { @for line in &view.found.lines { (row(view, line)) } }, frame.words()))
        (foot(frame, listing, view.found.total))
    }
}

/// Another address that means the same rows.
fn with_query(listing: &Listing, path: &str) -> String {
    match listing.at_page(listing.page()).split_once('?') {
        Some((_, query)) => format!("{path}?{query}"),
        None => path.to_owned(),
    }
}

fn row(view: &Table<'_>, line: &Line) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    html! {
        tr {
            th scope="row" { a href=(paths::ente(&line.ente.id)) { (ente(&line.ente)) } }
            td { a href=(paths::person(&line.person)) { (line.name) } span .aff-line { (line.email) } }
            td { @for one in &line.fields { span .aff-line { (field(frame.lang, *one)) } } }
            td { @match line.asked_at { Some(at) => (dates::short(at.day())), None => (words.never) } }
            td {
                div .aff-actions {
                    @if line.may_be_asked(view.now) {
                        form method="post" action=(with_query(view.listing, &paths::reporting_letter(&line.person))) {
                            button .btn.btn-outline-primary.btn-sm type="submit" {
                                (words.ask) span .visually-hidden { ": " (line.name) ", " (ente(&line.ente)) }
                            }
                        }
                    }
                    a .btn.btn-outline-primary.btn-sm href=(paths::person_facts(&line.person)) {
                        (words.fill_in) span .visually-hidden { ": " (line.name) ", " (ente(&line.ente)) }
                    }
                }
            }
        }
    }
}

/// Asks before all are written to. `ready`: people who may be written to now; `people`: all that the filters leave.
pub fn before_all(frame: &Frame<'_>, listing: &Listing, ready: usize, people: i64) -> Markup {
    let words = words(frame.lang);
    let lately = usize::try_from(people).unwrap_or_default().saturating_sub(ready);
    let title = (words.all_title)(ready);
    page(
        &Shell::new(frame, &*title)
            .crumb(desk(frame.lang).desk, paths::DESK)
            .crumb(words.title, listing.at_page(listing.page()))
            .without_opinion(),
        html! {
            (heading(&title, None))
            p { (words.all_text) }
            @if lately > 0 { p { ((words.all_lately)(lately, QUIET_DAYS)) } }
            form method="post" action=(with_query(listing, paths::REPORTING_LETTERS)) {
                p .aff-buttons {
                    @if ready > 0 { button .btn.btn-primary type="submit" { (words.all_button) } }
                    a .btn.btn-outline-primary href=(listing.at_page(listing.page())) { (words.give_up) }
                }
            }
        },
    )
}
