//! The table of messages with its filters.

use maud::{Markup, html};

use super::{button, standing};
use crate::domain::moment::{Day, Moment};
use crate::platform::mail::FaultKind;
use crate::secretariat::post::words::{state, what_went_wrong, words};
use crate::secretariat::post::{Line, State, Way};
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Field};
use crate::ui::listing::Listing;
use crate::ui::listing::{Choices, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Register<'a> {
    pub frame: &'a Frame<'a>,
    pub listing: &'a Listing,
    pub lines: Vec<Line>,
    pub total: i64,
    pub now: Moment,
    pub notice: Option<Notice>,
}

pub fn register(view: &Register<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let names = names(view.listing, frame.lang);
    page(
        &Shell::new(frame, words.post).crumb(desk(frame.lang).desk, paths::DESK).notices(view.notice.clone()),
        html! {
            (heading(words.post, Some(words.lead)))
            (search(view))
            (chips(frame, view.listing, &names))
            @if view.total == 0 { (nothing(frame, view.listing, &names, words.nothing)) } @else { (found(view)) }
        },
    )
}

fn search(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let typed =
        Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked().autocomplete("off");
    let from = Field::new("dal", words.from).value(listing.get("dal")).optional_unmarked();
    let to = Field::new("al", words.until).value(listing.get("al")).optional_unmarked();
    let first = html! {
        (fields::search(&typed, frame.words()))
        (choose(frame, "stato", words.state, &states(frame.lang), listing))
    };
    let rest = html! {
        (choose(frame, "motivo", words.why, &faults(frame.lang), listing))
        (fields::date(&from, frame.words()))
        (fields::date(&to, frame.words()))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "cerca" | "stato"));
    filters(frame, listing, &first, &rest, open)
}

fn states(lang: Lang) -> Choices {
    State::ALL.map(|one| (one.as_str().to_owned(), state(lang, one).to_owned())).to_vec()
}

fn faults(lang: Lang) -> Choices {
    FaultKind::ALL.map(|kind| (kind.as_str().to_owned(), what_went_wrong(lang, kind).to_owned())).to_vec()
}

/// How the filters in use read.
fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let of = |choices: Choices, value: &str| choices.into_iter().find(|(v, _)| v == value).map(|(_, reads)| reads);
    let day = |value: &str| Day::parse(value).map(dates::short);
    let reads = |name: &str, value: &str| match name {
        "cerca" => Some((words.searched)(value)),
        "stato" => of(states(lang), value),
        "motivo" => of(faults(lang), value),
        "dal" => Some((words.from_day)(&day(value)?)),
        "al" => Some((words.until_day)(&day(value)?)),
        _ => None,
    };
    listing.chosen().iter().filter_map(|(name, value)| Some((*name, reads(name, value)?))).collect()
}

fn found(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.subject, "oggetto"),
        sortable(listing, words.to, "destinatario"),
        sortable(listing, words.posted, "giorno"),
        sortable(listing, words.state, "stato"),
        Column::new(words.action),
    ];
    let here = listing.at_page(listing.page());
    let body = html! { @for line in &view.lines { (row(view, line, &here)) } };
    let any_failed = view.lines.iter().any(|line| line.state() == State::Failed);
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        @if any_failed { p .aff-buttons { a .btn.btn-outline-primary href=(paths::failed_messages(&listing.query())) { (words.several) } } }
        (table("posta", words.caption, &columns, body, frame.words()))
        (foot(frame, listing, view.total))
    }
}

fn row(view: &Register<'_>, line: &Line, here: &str) -> Markup {
    let frame = view.frame;
    // Copies are made from the page of the message, where one reads what is copied.
    let way = line.again(view.now).ok().filter(|way| *way != Way::Copy);
    html! {
        tr {
            th scope="row" { a href=(paths::message(&line.id)) { (line.subject) } }
            td {
                @if !line.name.is_empty() {
                    span .aff-line { @match &line.person { Some(person) => a href=(paths::person(person)) { (line.name) }, None => (line.name) } }
                }
                (line.address)
            }
            td { (dates::short(line.posted_at.day())) }
            td { (standing(frame, line, view.now)) }
            td { @if let Some(way) = way { (button(frame, line, way, Some(here))) } }
        }
    }
}
