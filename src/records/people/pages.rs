//! The people of an ente, and of an edition, with what they attended.

use maud::{Markup, html};

use super::words::{part, words};
use super::{Colleague, Part};
use crate::domain::edition::Edition;
use crate::ui::fields::{self, Field};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

/// The people of an ente, edition by edition.
pub fn of_ente(frame: &Frame<'_>, editions: &[(String, Vec<Colleague>)]) -> Markup {
    let words = words(frame.lang);
    let columns = [
        Column::new(words.person),
        Column::new(words.qualifica),
        Column::new(words.days).figures(),
        Column::new(words.hours).figures(),
        Column::new(words.themes),
        Column::new(words.forum_days).figures(),
        Column::new(words.courses_done),
    ];
    page(
        &Shell::new(frame, words.ente_title).running(frame.person.as_ref().and_then(|one| one.acting_for.clone()).unwrap_or_default()),
        html! {
            (heading(words.ente_title, Some(words.ente_lead)))
            @if editions.is_empty() { p { (words.ente_none) } } @else {
                p .aff-buttons {
                    a .btn.btn-primary href={ (paths::RECORDS_OF_ENTE) ".xlsx" } { (words.xlsx) }
                    a .btn.btn-outline-primary href={ (paths::RECORDS_OF_ENTE) ".csv" } { (words.csv) }
                }
            }
            @for (n, (name, people)) in editions.iter().enumerate() {
                h2 { (name) }
                (table(&format!("edizione-{n}"), &(words.ente_caption)(name), &columns, html! {
                    @for one in people {
                        tr {
                            th scope="row" { (one.name) }
                            td { (one.qualifica) }
                            (figures(frame.lang, one))
                            td { (one.titles()) }
                        }
                    }
                }, frame.words()))
            }
            @if !editions.is_empty() { p .form-text { (words.forum_note) } }
        },
    )
}

/// Days, hours, themes, days of the forum.
fn figures(lang: Lang, one: &Colleague) -> Markup {
    html! {
        td .aff-figures { (one.days()) }
        td .aff-figures { (dates::length(lang, one.minutes())) }
        td { (one.themes()) }
        td .aff-figures { (one.forum.len()) }
    }
}

pub struct Desk<'a> {
    pub frame: &'a Frame<'a>,
    pub listing: &'a Listing,
    /// The one shown; none where there is none.
    pub edition: Option<&'a Edition>,
    pub all: &'a [Edition],
    pub regions: Vec<String>,
    pub rows: &'a [Colleague],
    pub total: i64,
}

pub fn desk(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let names = names(view);
    page(
        &Shell::new(frame, words.desk_title).crumb(words.desk, paths::DESK),
        html! {
            (heading(words.desk_title, Some(words.desk_lead)))
            @if let Some(edition) = view.edition {
                (search(view, edition))
                (chips(frame, view.listing, &names))
                h2 { (edition.name) }
                @if view.total == 0 { (nothing(frame, view.listing, &names, words.nothing)) } @else { (found(view)) }
            } @else { p { (words.no_current) } }
        },
    )
}

fn search(view: &Desk<'_>, edition: &Edition) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let name = Field::new("cerca", words.person).value(listing.get("cerca")).optional_unmarked().autocomplete("off");
    let at = Field::new("ente", words.ente).value(listing.get("ente")).optional_unmarked().autocomplete("off");
    let regions: Choices = view.regions.iter().map(|region| (region.clone(), region.clone())).collect();
    let first = html! {
        (fields::search(&name, frame.words()))
        @if view.all.len() > 1 {
            div .aff-field {
                label .active for="edizione" { (words.edition) }
                select .form-select #edizione name="edizione" {
                    @for one in view.all { option value=(one.id) selected[one.id == edition.id] { (one.name) } }
                }
            }
        }
    };
    let rest = html! {
        (fields::search(&at, frame.words()))
        (choose(frame, "regione", words.region, &regions, listing))
        (choose(frame, "parte", words.took_part, &parts(frame.lang), listing))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "cerca" | "edizione"));
    filters(frame, listing, &first, &rest, open)
}

fn parts(lang: Lang) -> Choices {
    Part::ALL.map(|one| (one.as_str().to_owned(), part(lang, one).to_owned())).to_vec()
}

/// How the filters in use read.
fn names(view: &Desk<'_>) -> Vec<(&'static str, String)> {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let reads = |name: &str, value: &str| match name {
        "cerca" => (words.searched)(value),
        "ente" => (words.ente_named)(value),
        "edizione" => view.edition.map(|edition| edition.name.clone()).unwrap_or_default(),
        "parte" => Part::parse(value).map(|one| part(lang, one).to_owned()).unwrap_or_default(),
        _ => value.to_owned(),
    };
    view.listing.chosen().iter().map(|(name, value)| (*name, reads(name, value))).collect()
}

fn found(view: &Desk<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.person, "nome"),
        sortable(listing, words.ente, "ente"),
        sortable(listing, words.days, "giornate").figures(),
        sortable(listing, words.hours, "ore").figures(),
        Column::new(words.themes),
        sortable(listing, words.forum_days, "forum").figures(),
        sortable(listing, words.courses, "corsi").figures(),
    ];
    let body = html! {
        @for one in view.rows {
            tr {
                th scope="row" {
                    a href=(paths::person(&one.person)) { (one.name) }
                    @if !one.qualifica.is_empty() { span .aff-line.aff-quiet { (one.qualifica) } }
                }
                td { @match &one.ente { Some(of) => a href=(paths::ente(&of.id)) { (ente(of)) }, None => (words.no_ente) } }
                (figures(frame.lang, one))
                td .aff-figures { (one.courses.len()) }
            }
        }
    };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        (table("percorsi", words.caption, &columns, body, frame.words()))
        p .form-text { (words.forum_note) }
        (foot(frame, listing, view.total))
    }
}
