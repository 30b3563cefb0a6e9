//! The list of those who prepare, and the form that begins one.

use maud::{Markup, html};

use crate::access::session::EnteName;
use crate::domain::ids::Id;
use crate::testimonials::form::LINE;
use crate::testimonials::words::desk::{missing, state, words};
use crate::testimonials::words::steps::fault;
use crate::testimonials::{Fault, Line};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

/// Things missing that a line names.
const NAMED: usize = 3;

pub fn lines(frame: &Frame<'_>, lines: &[Line], notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_title, words.column_ente, words.column_state, words.column_missing, words.column_by];
    let rows = html! {
        @for line in lines {
            tr {
                th scope="row" lang="it" { a href=(paths::preparation(&line.id)) { (line.title) } }
                td { (page::ente(&line.ente)) }
                td { (state(frame.lang, line.state)) }
                td { (lacks(frame, line)) }
                td { (line.prepared_by.as_deref().unwrap_or(words.nobody)) }
            }
        }
    };
    page(
        &Shell::new(frame, words.preparation).notices(notice),
        html! {
            (heading(words.preparation, Some(words.preparation_lead)))
            p .aff-buttons { a .btn.btn-primary href=(paths::NEW_TESTIMONIAL) { (words.new) } }
            @if lines.is_empty() { div .aff-box { p { (words.none) } } }
            @else { (table("testimonianze", words.caption, &columns.map(Column::new), rows, frame.words())) }
        },
    )
}

fn lacks(frame: &Frame<'_>, line: &Line) -> Markup {
    let words = words(frame.lang);
    if line.state.is_public() || line.missing.is_empty() {
        return html! { (words.nothing_missing) };
    }
    let more = line.missing.len().saturating_sub(NAMED);
    html! {
        ul .aff-lacks {
            @for one in line.missing.iter().take(NAMED) { li { (missing(frame.lang, one)) } }
            @if more > 0 { li { ((words.more_missing)(more)) } }
        }
    }
}

/// The form that begins one: as it is, or as it came back.
pub struct New<'a> {
    pub frame: &'a Frame<'a>,
    /// Part of a name, and the enti that have it; none: nothing was looked for.
    pub looked_for: &'a str,
    pub enti: &'a [EnteName],
    pub title: &'a str,
    pub faults: &'a [Fault],
}

pub fn new(view: &New<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let told = |name: &str| view.faults.iter().find(|one| one.field == name).map(|one| fault(frame.lang, &one.what));
    let wrong: Vec<Wrong> = view.faults.iter().map(|one| Wrong { name: one.field.clone(), text: fault(frame.lang, &one.what) }).collect();
    let search = Field::new("cerca", words.search_ente).value(view.looked_for).hint(words.search_hint).longest(LINE).autocomplete("off");
    let (title_wrong, ente_wrong) = (told("titolo"), told("ente"));
    let title = Field::new("titolo", words.title).value(view.title).hint(words.title_hint).longest(LINE).autocomplete("off");
    let choices: Vec<Choice> = view.enti.iter().map(|one| Choice::new(one.id.as_str(), &page::ente(one), view.enti.len() == 1)).collect();
    page(
        &Shell::new(frame, words.new).crumb(words.preparation, paths::PREPARATION),
        html! {
            (heading(words.new, Some(words.new_lead)))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="get" action=(paths::NEW_TESTIMONIAL) role="search" {
                (fields::search(&search, frame.words()))
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.search) } }
            }
            @if !view.looked_for.is_empty() && view.enti.is_empty() { p role="status" { (words.no_ente_found) } }
            @if !view.enti.is_empty() {
                form .aff-form method="post" action=(paths::NEW_TESTIMONIAL) {
                    (fields::hidden("cerca", view.looked_for))
                    (fields::group(&Group::radios("ente", html! { (words.choose_ente) }).choices(choices).error(ente_wrong.as_deref()), frame.words()))
                    (fields::text(&title.error(title_wrong.as_deref()), frame.words()))
                    p .aff-buttons {
                        button .btn.btn-primary type="submit" { (words.begin) }
                        a .btn.btn-outline-primary href=(paths::PREPARATION) { (words.give_up) }
                    }
                }
            }
        },
    )
}
