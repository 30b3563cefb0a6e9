//! Codes for many enti at once: whom they are for, until when, and the archive with letters and table.

use maud::{Markup, html};

use super::{told, wrongs};
use crate::domain::edition::Edition;
use crate::enti::adhesion::words::words;
use crate::enti::adhesion::{Addressee, Fault};
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct CodesPage<'a> {
    pub frame: &'a Frame<'a>,
    pub edition: &'a Edition,
    pub regions: Vec<String>,
    /// The region chosen; empty for all.
    pub region: &'a str,
    /// Last day of the codes, as typed.
    pub until: &'a str,
    /// Enti of that region without a referente.
    pub enti: Vec<Addressee>,
    pub faults: Vec<Fault>,
}

/// Enti shown before the button; of the others their number is told.
const SHOWN: usize = 25;

pub fn codes(view: &CodesPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let shell = Shell::new(frame, words.codes).crumb(frame.words().desk, paths::DESK).crumb(words.editions, paths::EDITIONS);
    page(
        &shell,
        html! {
            (heading(words.codes, Some(&view.edition.name)))
            (fields::summary(frame.words(), &wrongs(frame.lang, &view.faults)))
            p { (words.codes_lead) }
            (filter(view))
            @if view.enti.is_empty() { div .aff-box { p { (words.nobody) } p { (words.nobody_what) } } } @else { (make(view)) (list(view)) }
        },
    )
}

fn filter(view: &CodesPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        form .aff-search method="get" action=(paths::edition_codes(&view.edition.id)) {
            div .aff-field {
                label .active for="filtro-regione" { (words.region) }
                select .form-select id="filtro-regione" name="regione" {
                    option value="" { (words.all_regions) }
                    @for region in &view.regions { option value=(region) selected[region == view.region] { (region) } }
                }
            }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.filter) } }
        }
    }
}

fn make(view: &CodesPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let waiting = view.enti.iter().filter(|to| to.waits).count();
    let without_pec = view.enti.iter().filter(|to| to.pec.is_empty()).count();
    let until = Field::new("scadenza", words.until).value(view.until).error(told(frame.lang, &view.faults, "scadenza"));
    html! {
        p #regione role="status" {
            ((words.to_make)(view.enti.len() - waiting, waiting))
            @if without_pec > 0 { " " ((words.without_pec)(without_pec)) }
        }
        form .aff-form method="post" action=(paths::edition_codes(&view.edition.id)) {
            (fields::hidden("regione", view.region))
            (fields::date(&until, frame.words()))
            @if waiting > 0 { (fields::check("sostituisci", &html! { ((words.replace_many)(waiting)) }, false, None, frame.words())) }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.make_many) } }
            p .form-text { (words.once_many) }
        }
    }
}

fn list(view: &CodesPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    let columns = [Column::new(words.column_ente), Column::new(words.pec), Column::new(words.column_code)];
    let body = html! {
        @for to in view.enti.iter().take(SHOWN) {
            tr {
                th scope="row" { a href=(paths::adhesion(&to.ente.id)) { (page::ente(&to.ente)) } }
                td { @if to.pec.is_empty() { (words.missing) } @else { (to.pec) } }
                td { @if to.waits { (words.waits) } @else { (words.no_code) } }
            }
        }
    };
    html! {
        (table("destinatari", words.codes_caption, &columns, body, view.frame.words()))
        @if view.enti.len() > SHOWN { p { ((words.and_more)(&dates::count(view.frame.lang, (view.enti.len() - SHOWN) as i64))) } }
    }
}
