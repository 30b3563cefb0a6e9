//! The page of one ente: who acts for it, how far it is, what was said on the telephone, what was written.

use maud::{Markup, html};

use super::residents;
use crate::enti::{Adhesion, Ente, Kind, Told};
use crate::secretariat::contacts::{Contact, pages as contacts};
use crate::secretariat::correspondence::Posted;
use crate::secretariat::enti::words::{adhesion, kind, rilevazione, words};
use crate::secretariat::enti::{Here, Known, Rilevazione};
use crate::secretariat::pages::letters;
use crate::secretariat::words::words as desk;
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Sheet<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a Ente,
    /// The comuni of an association, or the associations of a comune.
    pub tied: Vec<Ente>,
    /// What came before and after it.
    pub told: Told,
    /// In the edition that counts, with its name; none when there is no edition.
    pub adhesion: Option<(String, Option<Adhesion>)>,
    pub people: Vec<Here>,
    pub rilevazioni: Vec<Known>,
    pub contacts: Vec<Contact>,
    pub letters: Vec<Posted>,
    pub notice: Option<Notice>,
}

pub fn sheet(view: &Sheet<'_>) -> Markup {
    let (frame, ente, words) = (view.frame, view.ente, words(view.frame.lang));
    let shell = Shell::new(frame, &*ente.name).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.enti, paths::ENTI);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&page::ente(&ente.named()), Some(kind(frame.lang, ente.kind))))
            (view.told.ended)
            (facts(view))
            p .aff-buttons {
                @if view.adhesion.is_some() { a .btn.btn-outline-primary href=(paths::adhesion(&ente.id)) { (words.to_adhesion) } }
                a .btn.btn-outline-primary href=(paths::ente_addresses(&ente.id)) { (words.to_addresses) }
            }
            (people(view))
            (rilevazioni(view))
            (contacts::list(frame, &view.contacts, &paths::ente_contacts(&ente.id)))
            (letters(frame, &view.letters))
            @if ente.kind == Kind::Comune { (associations(view)) } @else { (members(view)) }
            (view.told.history)
            p .aff-source { (words.attribution) }
            p .aff-buttons {
                @if ente.kind != Kind::Comune && ente.ended_on.is_none() {
                    a .btn.btn-outline-primary href=(paths::ente_change(&ente.id)) { (words.change) }
                }
                (view.told.buttons)
            }
        },
    )
}

fn facts(view: &Sheet<'_>) -> Markup {
    let (frame, ente, words) = (view.frame, view.ente, words(view.frame.lang));
    let is_comune = ente.kind == Kind::Comune;
    html! {
        dl .aff-facts {
            div { dt { (if is_comune { words.province } else { words.seat }) } dd { (ente.province) } }
            div { dt { (words.region) } dd { (ente.region) } }
            div {
                dt { (if is_comune { words.residents } else { words.residents_sum }) }
                dd { (residents((ente.residents, ente.residents_year), words, frame.lang)) }
            }
            @if let Some(code) = &ente.istat_code { div { dt { (words.istat_code) } dd { (code) } } }
            div { dt { (words.adhesion) } dd { (state(view)) } }
        }
    }
}

/// How it stands with the edition that counts.
fn state(view: &Sheet<'_>) -> String {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    match &view.adhesion {
        None => words.no_edition.to_owned(),
        Some((edition, None)) => format!("{}: {}", edition, adhesion(lang, None)),
        Some((edition, Some(stands))) => {
            let day = dates::short(stands.since.day());
            format!("{edition}: {}", (words.since)(adhesion(lang, Some(stands.state)), &day))
        }
    }
}

fn people(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.column_name, words.role, words.email, words.last_access].map(Column::new);
    html! {
        h2 { (words.people_here) }
        @if view.people.is_empty() { p { (words.no_people) } } @else {
            (table("persone", &(words.people_caption)(&view.ente.name), &columns, html! { @for here in &view.people { (person(view, here)) } }, frame.words()))
        }
        p .aff-buttons { a .btn.btn-outline-primary href=(paths::new_person_of(&view.ente.id)) { (words.register_person) } }
    }
}

fn person(view: &Sheet<'_>, here: &Here) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        tr {
            th scope="row" {
                a href=(paths::person(&here.id)) { (here.name) }
                @if here.disabled { " " span .aff-quiet { (words.disabled) } }
                span .aff-line.aff-quiet { (here.username) }
            }
            td {
                (lang.role(here.role))
                @if !here.qualifica.is_empty() { ", " (here.qualifica) }
                " " span .aff-quiet { ((words.since_day)(&dates::short(here.from))) }
                @if let Some(to) = here.to { " " span .aff-quiet { ((words.until)(&dates::short(to))) } }
            }
            td { (here.email) @if !here.verified { " " span .aff-quiet { "(" (words.not_verified) ")" } } }
            td { @match here.seen_at { Some(at) => (dates::short(at.day())), None => (words.never) } }
        }
    }
}

fn rilevazioni(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.opened_on, words.version, words.state, words.closed_on].map(Column::new);
    html! {
        h2 { (words.rilevazioni) }
        @if view.rilevazioni.is_empty() { p { (words.no_rilevazioni) } } @else {
            (table("rilevazioni", words.rilevazioni_caption, &columns, html! { @for known in &view.rilevazioni {
                tr {
                    th scope="row" { (dates::short(known.opened_at.day())) }
                    td { (known.version) }
                    td {
                        (rilevazione(frame.lang, if known.closed_at.is_some() { Rilevazione::Closed } else { Rilevazione::Begun }))
                        @if known.closings > 0 { ", " ((words.closed_times)(known.closings)) }
                    }
                    td {
                        @if let Some(at) = known.closed_at { (dates::short(at.day())) " " }
                        @if known.readable { a href=(paths::ente_report(&view.ente.id, &known.id, known.closings)) { (words.read_report) } }
                    }
                }
            } }, frame.words()))
        }
        p .aff-quiet { (words.rilevazioni_private) }
    }
}

fn associations(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    html! {
        h2 { (words.member_of) }
        @if view.tied.is_empty() { p { (words.member_of_none) } } @else {
            ul { @for ente in &view.tied {
                li { a href=(paths::ente(&ente.id)) { (page::ente(&ente.named())) } ", " (kind(frame.lang, ente.kind)) }
            } }
        }
    }
}

fn members(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [Column::new(words.column_name), Column::new(words.province), Column::new(words.residents).figures()];
    let body = html! {
        @for comune in &view.tied {
            tr {
                th scope="row" { a href=(paths::ente(&comune.id)) { (comune.name) } }
                td { (comune.province) }
                td .aff-figures { (residents((comune.residents, comune.residents_year), words, frame.lang)) }
            }
        }
    };
    html! {
        h2 { (words.members) }
        (table("comuni", &(words.members_caption)(&view.ente.name), &columns, body, frame.words()))
    }
}
