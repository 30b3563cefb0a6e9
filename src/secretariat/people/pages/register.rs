//! The table of people with its filters.

use maud::{Markup, html};

use crate::access::RoleName;
use crate::secretariat::people::words::words;
use crate::secretariat::people::{AWAY_DAYS, Line};
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Field};
use crate::ui::listing::Listing;
use crate::ui::listing::{Choices, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Register<'a> {
    pub frame: &'a Frame<'a>,
    pub listing: &'a Listing,
    pub lines: Vec<Line>,
    pub total: i64,
    /// Plate codes with their regions.
    pub provinces: Vec<(String, String)>,
}

pub fn register(view: &Register<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let names = names(view.listing, frame.lang);
    page(
        &Shell::new(frame, words.people).crumb(desk(frame.lang).desk, paths::DESK),
        html! {
            div .aff-titled {
                (heading(words.people, Some(words.lead)))
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::NEW_PERSON) { (words.register_person) } }
            }
            (search(view))
            (chips(frame, view.listing, &names))
            @if view.total == 0 { (nothing(frame, view.listing, &names, words.nothing)) } @else { (found(view)) }
        },
    )
}

fn search(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let name =
        Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked().autocomplete("off");
    let ente = Field::new("ente", words.ente).value(listing.get("ente")).optional_unmarked().autocomplete("off");
    let mut regions: Choices = view.provinces.iter().map(|(_, region)| (region.clone(), region.clone())).collect();
    regions.sort();
    regions.dedup();
    let first = html! {
        (fields::search(&name, frame.words()))
        (choose(frame, "ruolo", words.role, &roles(frame.lang), listing))
    };
    let rest = html! {
        (fields::search(&ente, frame.words()))
        (choose(frame, "regione", words.region, &regions, listing))
        (choose(frame, "verifica", words.verification, &verifications(frame.lang), listing))
        (choose(frame, "accesso", words.access, &accesses(frame.lang), listing))
        (choose(frame, "stato", words.state, &states(frame.lang), listing))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "cerca" | "ruolo"));
    filters(frame, listing, &first, &rest, open)
}

fn choices(pairs: &[(&str, &str)]) -> Choices {
    pairs.iter().map(|(value, reads)| ((*value).to_owned(), (*reads).to_owned())).collect()
}

fn roles(lang: Lang) -> Choices {
    let named = RoleName::ALL.map(|role| (role.as_str().to_owned(), lang.role(role).to_owned()));
    named.into_iter().chain([("nessuno".to_owned(), words(lang).no_role.to_owned())]).collect()
}

fn verifications(lang: Lang) -> Choices {
    choices(&[("si", words(lang).verified), ("no", words(lang).unverified)])
}

fn accesses(lang: Lang) -> Choices {
    let words = words(lang);
    choices(&[("mai", words.never), ("recente", &(words.recently)(AWAY_DAYS)), ("lontano", &(words.long_ago)(AWAY_DAYS))])
}

fn states(lang: Lang) -> Choices {
    choices(&[("attivi", words(lang).active), ("disabilitati", words(lang).disabled)])
}

/// How the filters in use read.
fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let of = |choices: Choices, value: &str| choices.into_iter().find(|(v, _)| v == value).map(|(_, reads)| reads);
    let reads = |name: &str, value: &str| match name {
        "cerca" => Some((words.searched)(value)),
        "ente" => Some((words.ente_named)(value)),
        "ruolo" => of(roles(lang), value),
        "verifica" => of(verifications(lang), value),
        "accesso" => of(accesses(lang), value),
        "stato" => of(states(lang), value).map(|state| format!("{} {state}", words.state.to_lowercase())),
        _ => Some(value.to_owned()),
    };
    listing.chosen().iter().filter_map(|(name, value)| Some((*name, reads(name, value)?))).collect()
}

fn found(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.name, "nome"),
        sortable(listing, words.username, "utente"),
        sortable(listing, words.email, "indirizzo"),
        Column::new(words.roles),
        sortable(listing, words.last_access, "accesso"),
        sortable(listing, words.created_on, "creato"),
    ];
    let body = html! { @for line in &view.lines { (row(frame, line)) } };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        (table("persone", words.caption, &columns, body, frame.words()))
        (foot(frame, listing, view.total))
    }
}

fn row(frame: &Frame<'_>, line: &Line) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    html! {
        tr {
            th scope="row" {
                a href=(paths::person(&line.id)) { (line.name) }
                @if line.disabled { " " span .aff-quiet { (words.disabled) } }
            }
            td { (line.username) }
            td { (line.email) @if !line.verified { " " span .aff-quiet { "(" (words.not_verified) ")" } } }
            td {
                @if line.roles.is_empty() { (words.no_role) }
                @for (role, ente) in &line.roles { span .aff-line { @if let Some(ente) = ente { (ente) ", " } (lang.role(*role)) } }
            }
            td { @match line.seen_at { Some(at) => (dates::short(at.day())), None => (words.never) } }
            td { (dates::short(line.created_at.day())) }
        }
    }
}
