//! The sheet of one ente, with those it is tied to.

use maud::{Markup, html};

use super::residents;
use crate::enti::words::{kind, words};
use crate::enti::{Ente, Kind};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

/// `tied` are the comuni of an association, or the associations of a comune.
pub fn sheet(frame: &Frame<'_>, ente: &Ente, tied: &[Ente], notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, &ente.name).crumb(words.area, paths::AREA).crumb(words.enti, paths::ENTI).notices(notice);
    let is_comune = ente.kind == Kind::Comune;
    page(
        &shell,
        html! {
            (heading(&page::ente(&ente.named()), Some(kind(frame.lang, ente.kind))))
            (facts(frame, ente))
            @if is_comune { (associations(frame, tied)) } @else { (members(frame, ente, tied)) }
            p .aff-source { (words.attribution) }
            @if !is_comune { p .aff-buttons { a .btn.btn-primary href=(paths::ente_change(&ente.id)) { (words.change) } } }
        },
    )
}

fn facts(frame: &Frame<'_>, ente: &Ente) -> Markup {
    let words = words(frame.lang);
    let is_comune = ente.kind == Kind::Comune;
    html! {
        dl .aff-facts {
            div { dt { (if is_comune { words.column_province } else { words.seat }) } dd { (ente.province) } }
            div { dt { (words.column_region) } dd { (ente.region) } }
            div {
                dt { (if is_comune { words.residents } else { words.residents_sum }) }
                dd { (residents(ente, words, frame.lang)) }
            }
            @if let Some(code) = &ente.istat_code { div { dt { (words.istat_code) } dd { (code) } } }
        }
    }
}

fn associations(frame: &Frame<'_>, tied: &[Ente]) -> Markup {
    let words = words(frame.lang);
    html! {
        h2 { (words.member_of) }
        @if tied.is_empty() { p { (words.member_of_none) } } @else {
            ul { @for ente in tied {
                li { a href=(paths::ente(&ente.id)) { (page::ente(&ente.named())) } ", " (kind(frame.lang, ente.kind)) }
            } }
        }
    }
}

fn members(frame: &Frame<'_>, ente: &Ente, tied: &[Ente]) -> Markup {
    let words = words(frame.lang);
    let columns = [Column::new(words.column_name), Column::new(words.column_province), Column::new(words.column_residents).figures()];
    let body = html! {
        @for comune in tied {
            tr {
                th scope="row" { a href=(paths::ente(&comune.id)) { (comune.name) } }
                td { (comune.province) }
                td .aff-figures { (residents(comune, words, frame.lang)) }
            }
        }
    };
    html! {
        h2 { (words.members) }
        (table("comuni", &(words.members_caption)(&ente.name), &columns, body, frame.words()))
    }
}
