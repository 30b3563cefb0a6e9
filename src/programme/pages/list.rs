//! The editions over the years, the last first.

use maud::{Markup, html};

use crate::programme::Listed;
use crate::programme::words::words;
use crate::ui::edition::kinds;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Editions<'a> {
    pub frame: &'a Frame<'a>,
    pub editions: Vec<Listed>,
    pub notice: Option<Notice>,
}

pub fn list(view: &Editions<'_>) -> Markup {
    let words = words(view.frame.lang);
    page(
        &Shell::new(view.frame, words.editions).crumb(view.frame.words().desk, paths::DESK).notices(view.notice.clone()),
        html! {
            div .aff-titled {
                (heading(words.editions, Some(words.lead)))
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::NEW_EDITION) { (words.new) } }
            }
            @if view.editions.is_empty() {
                div .aff-box { p { (words.none) } p { (words.none_what) } }
            } @else { (listed(view)) }
        },
    )
}

fn listed(view: &Editions<'_>) -> Markup {
    let words = words(view.frame.lang);
    let columns = [
        Column::new(words.column_name),
        Column::new(words.column_when),
        Column::new(words.column_where),
        Column::new(words.column_whom),
        Column::new(words.column_adhering).figures(),
        Column::new(words.column_invited).figures(),
        Column::new(words.column_codes),
    ];
    let body = html! { @for listed in &view.editions { (row(view, listed)) } };
    table("edizioni", words.caption, &columns, body, view.frame.words())
}

fn row(view: &Editions<'_>, listed: &Listed) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let edition = &listed.edition;
    let terms = &edition.terms;
    let counts = view.frame.edition.as_ref().is_some_and(|current| current.id == edition.id);
    html! {
        tr {
            th scope="row" {
                a href=(paths::edition_change(&edition.id)) { (edition.name) }
                @if counts { " " span .badge.bg-primary { (words.current) } }
            }
            td { (dates::short(edition.starts_on)) "–" (dates::short(edition.ends_on)) }
            td { @if terms.regions.is_empty() { (words.everywhere) } @else { (terms.regions.join(", ")) } }
            td {
                @match terms.residents_at_most {
                    Some(limit) => ((words.comuni_up_to)(&dates::count(lang, limit))),
                    None => (words.all_comuni),
                }
                @if !terms.associations.is_empty() { ", " (kinds(lang, &terms.associations)) }
            }
            td .aff-figures { (dates::count(lang, listed.adhering)) }
            td .aff-figures { (dates::count(lang, listed.invited)) }
            td { a href=(paths::edition_codes(&edition.id)) { (words.codes) span .visually-hidden { ": " (edition.name) } } }
        }
    }
}
