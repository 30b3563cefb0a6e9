//! The table of enti with its filters.

use maud::{Markup, html};

use super::{referente, residents};
use crate::enti::{AdhesionState, Kind};
use crate::secretariat::enti::words::{Words, adhesion, band, due, kind, rilevazione, words};
use crate::secretariat::enti::{BANDS, Band, Due, Line, NEVER_ASKED, QUIET_DAYS, Rilevazione};
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
    page(
        &Shell::new(frame, words.enti).crumb(desk(frame.lang).desk, paths::DESK),
        html! {
            div .aff-titled {
                (heading(words.enti, Some(words.lead)))
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::NEW_ENTE) { (words.create) } }
            }
            (search(view))
            (chips(frame, view.listing, &names(view.listing, frame.lang)))
            @if view.total == 0 { (none(view)) } @else { (found(view)) }
        },
    )
}

fn search(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let lang = frame.lang;
    let name =
        Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked().autocomplete("off");
    let first = html! {
        (fields::search(&name, frame.words()))
        (choose(frame, "tipo", words.kind, &kinds(lang), listing))
    };
    let mut regions: Choices = view.provinces.iter().map(|(_, region)| (region.clone(), region.clone())).collect();
    regions.sort();
    regions.dedup();
    let region = listing.get("regione");
    let of_region = view.provinces.iter().filter(|(_, of)| region.is_empty() || of == region);
    let provinces: Choices = of_region.map(|(plate, of)| (plate.clone(), format!("{plate}, {of}"))).collect();
    let referente = [("si", words.with_referente), ("no", words.without_referente)].map(|(v, n)| (v.to_owned(), n.to_owned()));
    let rest = html! {
        (choose(frame, "regione", words.region, &regions, listing))
        (choose(frame, "provincia", words.province, &provinces, listing))
        (choose(frame, "residenti", words.residents, &BANDS.map(|b| (b.key.to_owned(), band(lang, b))).to_vec(), listing))
        (choose(frame, "referente", words.referente, &referente.to_vec(), listing))
        (choose(frame, "adesione", words.adhesion, &adhesions(lang), listing))
        (choose(frame, "rilevazione", words.rilevazione, &states(lang), listing))
        (choose(frame, "sollecito", words.due, &dues(lang), listing))
    };
    let open = listing.chosen().iter().any(|(name, _)| !matches!(*name, "cerca" | "tipo"));
    filters(frame, listing, &first, &rest, open)
}

fn kinds(lang: Lang) -> Choices {
    let named = Kind::ASSOCIATIONS.map(|k| (k.as_str().to_owned(), kind(lang, k).to_owned()));
    let comune = (Kind::Comune.as_str().to_owned(), kind(lang, Kind::Comune).to_owned());
    [comune, ("associazione".to_owned(), words(lang).associations.to_owned())].into_iter().chain(named).collect()
}

fn states(lang: Lang) -> Choices {
    Rilevazione::ALL.map(|state| (state.as_str().to_owned(), rilevazione(lang, state).to_owned())).to_vec()
}

fn adhesions(lang: Lang) -> Choices {
    let asked = AdhesionState::ALL.map(|state| (state.as_str().to_owned(), adhesion(lang, Some(state)).to_owned()));
    std::iter::once((NEVER_ASKED.to_owned(), adhesion(lang, None).to_owned())).chain(asked).collect()
}

fn dues(lang: Lang) -> Choices {
    let any = ("si".to_owned(), words(lang).any_due.to_owned());
    std::iter::once(any).chain(Due::ALL.map(|d| (d.as_str().to_owned(), due(lang, d, QUIET_DAYS)))).collect()
}

/// How the filters in use read.
pub fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let of = |choices: Choices, value: &str| choices.into_iter().find(|(v, _)| v == value).map(|(_, reads)| reads);
    let reads = |name: &str, value: &str| match name {
        "cerca" => Some((words.searched)(value)),
        "tipo" => of(kinds(lang), value),
        "residenti" => Band::parse(value).map(|b| band(lang, b)),
        "referente" => Some(if value == "si" { words.with_referente } else { words.without_referente }.to_owned()),
        "rilevazione" => of(states(lang), value).map(|state| format!("{} {state}", words.rilevazione.to_lowercase())),
        "adesione" => of(adhesions(lang), value),
        "sollecito" => of(dues(lang), value),
        "provincia" => Some(format!("{} {value}", words.province.to_lowercase())),
        _ => Some(value.to_owned()),
    };
    listing.chosen().iter().filter_map(|(name, value)| Some((*name, reads(name, value)?))).collect()
}

fn none(view: &Register<'_>) -> Markup {
    let (listing, words) = (view.listing, words(view.frame.lang));
    let kind = listing.get("tipo");
    let only = |name: &str| listing.chosen().iter().all(|(chosen, _)| *chosen == name);
    let says = match listing.get("cerca") {
        "" if only("tipo") && kind != Kind::Comune.as_str() => words.no_associations.to_owned(),
        "" => words.nothing.to_owned(),
        name if only("cerca") => (words.nothing_named)(name),
        _ => words.nothing.to_owned(),
    };
    nothing(view.frame, listing, &names(listing, view.frame.lang), &says)
}

fn found(view: &Register<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let mut columns = vec![
        sortable(listing, words.column_name, "nome"),
        sortable(listing, words.kind, "tipo"),
        sortable(listing, words.province, "provincia"),
        sortable(listing, words.region, "regione"),
        sortable(listing, words.residents, "residenti").figures(),
    ];
    // Where there are comuni alone, none brings others together.
    let associations = view.lines.iter().any(|line| line.kind != Kind::Comune);
    if associations {
        columns.push(Column::new(words.column_comuni).figures());
    }
    columns.push(sortable(listing, words.referente, "referente"));
    columns.push(sortable(listing, words.adhesion, "adesione"));
    columns.push(sortable(listing, words.rilevazione, "rilevazione"));
    columns.push(sortable(listing, words.contact, "contatto"));
    let body = html! { @for line in &view.lines { (row(frame, line, associations)) } };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        @if frame.edition.is_some() {
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::new_mailing(&listing.query())) { (words.invite_these) } }
        }
        (table("enti", words.caption, &columns, body, frame.words()))
        p .aff-source { (words.attribution) }
        (foot(frame, listing, view.total))
    }
}

fn row(frame: &Frame<'_>, line: &Line, associations: bool) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    html! {
        tr {
            th scope="row" { a href=(paths::ente(&line.id)) { (line.name) } }
            td { (kind(lang, line.kind)) }
            td { (line.province) }
            td { (line.region) }
            td .aff-figures { (residents((line.residents, line.residents_year), words, lang)) }
            @if associations { td .aff-figures { @if line.kind != Kind::Comune { (line.members) } } }
            td { (referente(line, words)) }
            td { (adhesion(lang, line.adhesion)) }
            td { (rilevazione(lang, line.rilevazione)) }
            td { (contact(line, words)) @if let Some(d) = line.due { strong .aff-due { (due(lang, d, QUIET_DAYS)) } } }
        }
    }
}

fn contact(line: &Line, words: &Words) -> Markup {
    html! {
        @if let Some(day) = line.last_contact { span .aff-line { ((words.contact_on)(&dates::short(day))) } }
        @if let Some(day) = line.next_call { span .aff-line { ((words.call_on)(&dates::short(day))) } }
    }
}
