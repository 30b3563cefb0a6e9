//! The list of enti, with its search.

use maud::{Markup, html};

use super::residents;
use crate::enti::words::{kind, words};
use crate::enti::{Ente, Kind};
use crate::ui::fields::{self, Field};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::{dates, paths};

pub struct Register<'a> {
    pub frame: &'a Frame<'a>,
    /// As typed.
    pub name: &'a str,
    /// As chosen; empty for all.
    pub kind: &'a str,
    pub enti: Vec<Ente>,
    pub total: i64,
    /// Counted from 1.
    pub page: usize,
    pub last: usize,
}

pub fn register(view: &Register<'_>) -> Markup {
    let words = words(view.frame.lang);
    page(
        &Shell::new(view.frame, words.enti).crumb(words.area, paths::AREA),
        html! {
            div .aff-titled {
                (heading(words.enti, Some(words.lead)))
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::NEW_ENTE) { (words.create) } }
            }
            (search(view))
            @if view.total == 0 { (nothing(view)) } @else { (found(view)) }
        },
    )
}

fn search(view: &Register<'_>) -> Markup {
    let words = words(view.frame.lang);
    let name = Field::new("cerca", words.search).value(view.name).hint(words.search_hint).optional_unmarked().autocomplete("off");
    html! {
        form .aff-search method="get" action=(paths::ENTI) role="search" {
            (fields::search(&name, view.frame.words()))
            div .aff-field {
                label .active for="tipo" { (words.kind) }
                select .form-select #tipo name="tipo" { @for (value, name) in kinds(view) {
                    option value=(value) selected[value == view.kind] { (name) }
                } }
            }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.find) } }
        }
    }
}

fn kinds(view: &Register<'_>) -> Vec<(&'static str, &'static str)> {
    let words = words(view.frame.lang);
    let named = Kind::ASSOCIATIONS.map(|k| (k.as_str(), kind(view.frame.lang, k)));
    [("", words.all_kinds), (Kind::Comune.as_str(), words.comuni_only), ("associazione", words.associations_only)]
        .into_iter()
        .chain(named)
        .collect()
}

fn nothing(view: &Register<'_>) -> Markup {
    let words = words(view.frame.lang);
    let associations = !view.kind.is_empty() && view.kind != Kind::Comune.as_str();
    html! {
        div .aff-box {
            @if view.name.is_empty() && associations {
                p { (words.no_associations) }
            } @else {
                p { @if view.name.is_empty() { (words.nothing_here) } @else { ((words.nothing)(view.name)) } }
                p { (words.try_less) }
            }
            p .aff-buttons {
                a .btn.btn-outline-primary href=(paths::NEW_ENTE) { (words.create) }
                a .btn.btn-outline-primary href=(paths::ENTI) { (words.all_enti) }
            }
        }
    }
}

fn found(view: &Register<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let mut columns = vec![
        Column::new(words.column_name),
        Column::new(words.column_kind),
        Column::new(words.column_province),
        Column::new(words.column_region),
        Column::new(words.column_residents).figures(),
    ];
    // Where there are comuni alone, none brings others together.
    let associations = view.enti.iter().any(|ente| ente.kind != Kind::Comune);
    if associations {
        columns.push(Column::new(words.column_comuni).figures());
    }
    let body = html! { @for ente in &view.enti { (row(view, ente, associations)) } };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(lang, view.total), view.name)) }
        (table("enti", words.caption, &columns, body, view.frame.words()))
        p .aff-source { (words.attribution) }
        (pages(view.page, view.last, |n| paths::enti(view.name, view.kind, n), view.frame.words()))
    }
}

fn row(view: &Register<'_>, ente: &Ente, associations: bool) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        tr {
            th scope="row" { a href=(paths::ente(&ente.id)) { (ente.name) } }
            td { (kind(lang, ente.kind)) }
            td { (ente.province) }
            td { (ente.region) }
            td .aff-figures { (residents(ente, words, lang)) }
            @if associations { td .aff-figures { @if ente.kind != Kind::Comune { (ente.members) } } }
        }
    }
}
