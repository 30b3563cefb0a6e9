//! The table of all days at the desk.

use maud::{Markup, html};

use super::term;
use crate::domain::class_plan::Openness;
use crate::domain::ids::{EditionId, Id, SeminarId};
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::State;
use crate::seminars::schedule::words::planning::words;
use crate::seminars::schedule::words::{city, hours, state};
use crate::seminars::schedule::{Card, Filters};
use crate::ui::fields::{self, Field};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Planning<'a> {
    pub frame: &'a Frame<'a>,
    pub listing: &'a Listing,
    pub now: Moment,
    pub cards: Vec<Card>,
    pub total: i64,
    pub filters: Filters,
    pub seminars: Vec<(SeminarId, String)>,
    pub editions: Vec<(EditionId, String)>,
    pub notice: Option<Notice>,
}

pub fn planning(view: &Planning<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let names = names(view);
    page(
        &Shell::new(frame, words.planning).crumb(frame.words().desk, paths::DESK).notices(view.notice.clone()),
        html! {
            div .aff-titled {
                (heading(words.planning, Some(words.lead)))
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::NEW_SEMINAR) { (words.new_seminar) } }
            }
            (search(view))
            (chips(frame, view.listing, &names))
            @if view.total > 0 { (found(view)) }
            @else if names.is_empty() { div .aff-box { p { (words.nothing_yet) } p { (words.nothing_yet_what) } } (seminars(view)) }
            @else { (nothing(frame, view.listing, &names, words.nothing)) }
        },
    )
}

fn search(view: &Planning<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let day = |name, label| fields::date(&Field::new(name, label).value(listing.get(name)).optional_unmarked(), frame.words());
    let first = html! {
        (choose(frame, "seminario", words.seminar, &by_id(&view.seminars), listing))
        (choose(frame, "stato", words.state, &states(frame.lang), listing))
    };
    let rest = html! {
        (choose(frame, "edizione", words.edition, &by_id(&view.editions), listing))
        (choose(frame, "regione", words.region, &plain(&view.filters.regions), listing))
        (choose(frame, "tema", words.theme, &plain(&view.filters.themes), listing))
        (day("dal", words.from))
        (day("al", words.to))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "seminario" | "stato"));
    filters(frame, listing, &first, &rest, open)
}

fn by_id<I: Id>(named: &[(I, String)]) -> Choices {
    named.iter().map(|(id, name)| (id.as_str().to_owned(), name.clone())).collect()
}

fn plain(values: &[String]) -> Choices {
    values.iter().map(|value| (value.clone(), value.clone())).collect()
}

fn states(lang: Lang) -> Choices {
    State::ALL.map(|one| (one.as_str().to_owned(), state(lang, one).to_owned())).to_vec()
}

/// How the filters in use read.
fn names(view: &Planning<'_>) -> Vec<(&'static str, String)> {
    let words = words(view.frame.lang);
    let of = |choices: Choices, value: &str| choices.into_iter().find(|(v, _)| v == value).map(|(_, reads)| reads);
    let reads = |name: &str, value: &str| match name {
        "edizione" => of(by_id(&view.editions), value),
        "seminario" => of(by_id(&view.seminars), value),
        "stato" => State::parse(value).map(|one| state(view.frame.lang, one).to_owned()),
        "dal" => Day::parse(value).map(|day| (words.from_day)(&dates::short(day))),
        "al" => Day::parse(value).map(|day| (words.to_day)(&dates::short(day))),
        _ => Some(value.to_owned()),
    };
    let known = |(name, value): &(&'static str, String)| (*name, reads(name, value).unwrap_or_else(|| value.clone()));
    view.listing.chosen().iter().map(known).collect()
}

/// Seminars without a day would be nowhere.
fn seminars(view: &Planning<'_>) -> Markup {
    html! {
        @if !view.seminars.is_empty() {
            ul { @for (id, title) in &view.seminars { li { a href=(paths::seminar(id)) { (title) } } } }
        }
    }
}

fn found(view: &Planning<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.column_day, "giorno"),
        sortable(listing, words.column_seminar, "seminario"),
        sortable(listing, words.column_city, "regione"),
        Column::new(words.state),
        sortable(listing, words.column_seats, "posti").figures(),
        sortable(listing, words.column_taken, "iscritti").figures(),
        sortable(listing, words.column_waiting, "attesa").figures(),
        Column::new(words.column_reserved).figures(),
        sortable(listing, words.column_term, "termine"),
    ];
    let body = html! { @for card in &view.cards { (row(view, card)) } };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        (table("giornate", words.caption, &columns, body, frame.words()))
        (foot(frame, listing, view.total))
    }
}

fn row(view: &Planning<'_>, card: &Card) -> Markup {
    let (frame, lang) = (view.frame, view.frame.lang);
    let open = matches!(card.openness(view.now), Openness::Free(_) | Openness::Full(_) | Openness::Draft);
    html! {
        tr {
            th scope="row" {
                a href=(paths::desk_day(&card.id)) { (dates::short(card.starts_at.day())) }
                span .aff-line { (hours(lang, card.starts_at, card.ends_at)) }
            }
            td { a href=(paths::seminar(&card.seminar)) { (card.title) } span .aff-line { (card.theme) } }
            td { (city(lang, &card.place, card.is_online)) @if let Some(region) = &card.region { span .aff-line { (region) } } }
            td { (state(lang, card.state)) }
            td .aff-figures { (card.seats.seats) }
            td .aff-figures { (card.seats.taken) }
            td .aff-figures { (card.seats.waiting) }
            td .aff-figures { (card.seats.kept) }
            td { @if open { (term(frame, card.enrol_by, view.now)) } @else { (dates::short(card.enrol_by.day())) } }
        }
    }
}
