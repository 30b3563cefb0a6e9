//! The page of history and correction.

use maud::{Markup, html};

use super::words::words;
use crate::access::form::Fields;
use crate::domain::presence;
use crate::domain::seminar::{Session, State};
use crate::presence::pages::{about, below};
use crate::presence::words as shared;
use crate::presence::{Attendee, Register};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Cell<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub attendee: &'a Attendee,
    pub session: &'a Session,
    /// What was typed, and the fields at fault.
    pub typed: &'a Fields,
    pub faults: &'a [(&'static str, &'static str)],
    pub notice: Option<Notice>,
}

pub fn cell(view: &Cell<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let lang = frame.lang;
    let counts = presence::in_force(view.attendee.of(&view.session.id)).map(|mark| shared::said(lang, mark.said));
    page(
        &below(frame, view.register, words.title).notices(view.notice.clone()),
        html! {
            (heading(&view.attendee.name, Some(&format!("{} · {}", about(view.attendee), shared::session(lang, view.session)))))
            p { ((words.counts)(counts.as_deref().unwrap_or(words.nothing))) }
            (history(view))
            h2 { (words.correct) }
            @if view.register.day.state == State::Held { (form(view)) } @else { p { (words.open) } }
        },
    )
}

fn history(view: &Cell<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [words.when, words.who, words.source, words.what, words.reason].map(Column::new);
    let rows = html! {
        @for mark in view.attendee.of(&view.session.id) {
            tr {
                th scope="row" { (dates::moment(lang, mark.at)) }
                td { (mark.by) }
                td { (shared::source(lang, mark.source)) }
                td { (shared::said(lang, mark.said)) }
                td { (mark.reason) }
            }
        }
    };
    html! {
        h2 { (words.history) }
        @if view.attendee.of(&view.session.id).is_empty() { p { (words.nothing) } }
        @else { (table("storia", words.history, &columns, rows, view.frame.words())) }
    }
}

fn form(view: &Cell<'_>) -> Markup {
    let (frame, words, typed) = (view.frame, words(view.frame.lang), view.typed);
    let of = |name: &str| view.faults.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let wrong: Vec<Wrong> = view.faults.iter().map(|(name, text)| Wrong { name: (*name).into(), text: (*text).into() }).collect();
    let shared = shared::words(frame.lang);
    let choices = [("presente", shared.present), ("assente", shared.absent)]
        .map(|(value, label)| Choice::new(value, label, typed.text("esito") == value));
    let minutes = |name, label| Field::new(name, label).value(typed.get(name).unwrap_or_default()).optional().longest(3).error(of(name));
    let reason = Field::new("motivo", words.reason).value(typed.get("motivo").unwrap_or_default()).hint(words.reason_hint).longest(500);
    html! {
        (fields::summary(frame.words(), &wrong))
        form .aff-form method="post" action=(paths::correction(view.register.id(), &view.session.id, &view.attendee.person)) {
            (fields::group(&Group::radios("esito", html! { (words.was) }).choices(choices.to_vec()).error(of("esito")), frame.words()))
            (fields::number(&minutes("ritardo", words.late), None, false, frame.words()))
            (fields::number(&minutes("anticipo", words.early), None, false, frame.words()))
            (fields::text(&reason.error(of("motivo")), frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.save) } }
        }
    }
}
