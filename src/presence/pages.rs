//! What the pages of a register share: their heading, and the differences between paper and list.

use maud::{Markup, html};

use crate::presence::Register;
use crate::presence::words::{self, words};
use crate::ui::page::{Frame, Shell, ente, heading};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

/// "lunedì 2 marzo 2026, Palazzo civico, Torino (TO)".
pub fn when_and_where(lang: Lang, register: &Register) -> String {
    let day = register.day.starts_at().map(|at| dates::weekday(lang, at.day())).unwrap_or_default();
    let place = register.day.place.in_short();
    if place.is_empty() { day } else { format!("{day}, {place}") }
}

/// The shell of a page below the list of a giornata.
pub fn below<'a>(frame: &'a Frame<'a>, register: &Register, title: &str) -> Shell<'a> {
    Shell::new(frame, title)
        .crumb(words(frame.lang).teaching, paths::TEACHING)
        .crumb(register.title.as_str(), paths::teaching_day(register.id()))
}

pub fn head(frame: &Frame<'_>, register: &Register, title: &str) -> Markup {
    heading(title, Some(&format!("{} · {}", register.title, when_and_where(frame.lang, register))))
}

/// Where the paper says something else.
pub fn differences(frame: &Frame<'_>, register: &Register) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let all = register.differences();
    let columns = [words.person, words.session, words.noted, words.paper].map(Column::new);
    let rows = html! {
        @for found in &all {
            tr {
                th scope="row" { (found.person.name) }
                td { (words::session(lang, found.session)) }
                td { (words::said(lang, found.noted)) }
                td { (words::said(lang, found.paper)) }
            }
        }
    };
    // Before all of the paper was read, none would say too much.
    html! {
        @if !all.is_empty() {
            h2 { (words.differences) }
            p { (words.differences_lead) }
            (table("differenze", words.differences, &columns, rows, frame.words()))
        } @else if register.unread() == 0 && !register.people.is_empty() {
            h2 { (words.differences) }
            p { (words.no_differences) }
        }
    }
}

/// "Comune di Agliè (TO) · Istruttrice", whatever of it there is.
pub fn about(attendee: &crate::presence::Attendee) -> String {
    let of = attendee.ente.as_ref().map(ente);
    let parts = [of, Some(attendee.qualifica.clone()).filter(|text| !text.is_empty())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
