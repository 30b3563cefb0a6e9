//! The list of contacts on a page, and the form of a new one.

use maud::{Markup, html};

use super::words::{channel, fault, words};
use super::{Channel, Contact, Draft, Fault, OUTCOME_MAX};
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// The contacts of an ente or of a person, with the way to note another.
pub fn list(frame: &Frame<'_>, contacts: &[Contact], add: &str) -> Markup {
    let words = words(frame.lang);
    let columns = [words.day, words.channel, words.who, words.outcome, words.next, words.noted_by].map(Column::new);
    html! {
        section aria-labelledby="contatti-titolo" {
            h2 #contatti-titolo { (words.contacts) }
            @if contacts.is_empty() { p { (words.none) } } @else {
                (table("contatti", words.caption, &columns, html! { @for contact in contacts { (row(frame, contact)) } }, frame.words()))
            }
            p .aff-buttons { a .btn.btn-outline-primary href=(add) { (words.add) } }
        }
    }
}

fn row(frame: &Frame<'_>, contact: &Contact) -> Markup {
    html! {
        tr {
            th scope="row" { (dates::short(contact.happened_on)) }
            td { (channel(frame.lang, contact.channel)) }
            td {
                @if let Some((id, name)) = &contact.person { a href=(paths::person(id)) { (name) } }
                @if let Some((id, name)) = &contact.ente { " " a href=(paths::ente(id)) { (name) } }
            }
            td .aff-typed { (contact.outcome) }
            td { @if let Some(day) = contact.next_on { (dates::short(day)) } }
            td { (contact.noted_by) }
        }
    }
}

/// The form of a contact, new or come back.
pub struct Form<'a> {
    pub frame: &'a Frame<'a>,
    /// Where it is sent, and where it leads when given up.
    pub action: String,
    pub back: String,
    /// The ente or the person, by name.
    pub name: String,
    /// Whom of them it was about: people of an ente, enti of a person.
    pub with: Vec<(String, String)>,
    pub of_ente: bool,
    pub draft: Draft,
    pub faults: Vec<Fault>,
}

impl Form<'_> {
    fn fault(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().map(|f| fault(self.frame.lang, *f)).find(|(field, _)| *field == name).map(|(_, text)| text)
    }
}

pub fn form(view: &Form<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = (words.add_title)(&view.name);
    let wrong: Vec<Wrong> =
        view.faults.iter().map(|f| fault(frame.lang, *f)).map(|(name, text)| Wrong { name: name.into(), text: text.into() }).collect();
    page(
        &Shell::new(frame, &*title).crumb(desk(frame.lang).desk, paths::DESK).crumb(&*view.name, &*view.back),
        html! {
            (heading(&title, None))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" action=(view.action) {
                (about(view))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save) }
                    a .btn.btn-outline-primary href=(view.back) { (words.give_up) }
                }
            }
        },
    )
}

fn about(view: &Form<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, words(view.frame.lang), &view.draft);
    let channels = Channel::ALL.map(|c| Choice::new(c.as_str(), channel(frame.lang, c), c.as_str() == draft.channel));
    let with = Field::new("con", if view.of_ente { words.with_person } else { words.with_ente }).value(&draft.with).optional();
    let day = Field::new("giorno", words.day).value(&draft.day).error(view.fault("giorno"));
    let outcome = Field::new("esito", words.outcome).value(&draft.outcome).hint(words.outcome_hint).longest(OUTCOME_MAX);
    let next = Field::new("richiamare", words.next).value(&draft.next).hint(words.next_hint).optional();
    html! {
        (fields::group(&Group::radios("canale", html! { (words.channel) }).choices(channels.to_vec()).error(view.fault("canale")), frame.words()))
        @if !view.with.is_empty() { (fields::select(&with, &view.with, frame.words())) }
        (fields::date(&day, frame.words()))
        (fields::area(&outcome.error(view.fault("esito")), 4, frame.words()))
        (fields::date(&next.error(view.fault("richiamare")), frame.words()))
    }
}
