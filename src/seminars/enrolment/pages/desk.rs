//! The list of a day at the desk: order and states, the history of one, somebody enrolled by hand, a message to all.

use maud::{Markup, html};

use super::seats::state;
use super::{facts, when};
use crate::domain::enrolment::Standing;
use crate::seminars::enrolment::words::{desk, words};
use crate::seminars::enrolment::{Candidate, History, Line, RollView, Told};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// Longest note, reason or subject, and longest message, in characters.
const LONGEST_LINE: usize = 500;
const LONGEST_TEXT: usize = 5000;

fn shell<'a>(frame: &'a Frame<'a>, title: &str, told: &Told) -> Shell<'a> {
    let words = desk(frame.lang);
    Shell::new(frame, title).crumb(words.desk, paths::DESK).crumb(format!("{}: {}", words.title, told.title), paths::desk_roll(&told.day))
}

pub fn list(frame: &Frame<'_>, view: &RollView, notice: Option<Notice>) -> Markup {
    let words = desk(frame.lang);
    let (out, inside): (Vec<&Line>, Vec<&Line>) = view.lines.iter().partition(|line| line.standing == Standing::Out);
    let waiting = inside.iter().filter(|line| line.standing == Standing::Waiting).count();
    let roll = paths::desk_roll(&view.told.day);
    page(
        &Shell::new(frame, words.title)
            .crumb(words.desk, paths::DESK)
            .crumb(view.told.title.clone(), paths::class_day(&view.told.day))
            .notices(notice),
        html! {
            (heading(words.title, Some(&format!("{} · {}", view.told.title, when(frame, &view.told)))))
            p { strong { ((words.counts)(view.taken, view.seats, waiting)) } }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::desk_enrolment(&view.told.day)) { (words.enrol) }
                a .btn.btn-outline-primary href=(paths::desk_letter(&view.told.day)) { (words.write) }
            }
            @if inside.is_empty() { p { (words.empty) } } @else {
                (rows(frame, view, ("iscritti", words.caption), &inside))
            }
            @if !out.is_empty() {
                h2 { (words.out) }
                (rows(frame, view, ("usciti", words.caption_out), &out))
            }
            @if !view.lines.is_empty() {
                p { (words.files) ": " a href={ (roll) ".csv" } { "CSV" } " · " a href={ (roll) ".xlsx" } { "XLSX" } }
            }
        },
    )
}

fn rows(frame: &Frame<'_>, view: &RollView, (id, caption): (&str, &str), lines: &[&Line]) -> Markup {
    let words = desk(frame.lang);
    let columns = words.columns.map(Column::new);
    let body = html! {
        @for line in lines {
            tr {
                td .aff-figures { (line.number) }
                th scope="row" { a href=(paths::desk_entry(&view.told.day, &line.listed.id)) { (line.listed.name) } }
                td { (line.listed.ente.as_ref().map(ente).unwrap_or_default()) }
                td { (line.listed.qualifica) }
                td { (state(frame, line)) }
                td { ((words.how)(line.listed.how)) }
            }
        }
    };
    table(id, caption, &columns, body, frame.words())
}

/// One of the list, with its history.
pub struct EntryPage<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub line: &'a Line,
    pub history: &'a [History],
    pub reason: &'a str,
    pub wrong: Option<&'a str>,
    pub may_remove: bool,
}

pub fn entry(view: &EntryPage<'_>) -> Markup {
    let (frame, words, own) = (view.frame, desk(view.frame.lang), words(view.frame.lang));
    let name = &view.line.listed.name;
    let faults: Vec<Wrong> = view.wrong.iter().map(|text| Wrong { name: "motivo".into(), text: (*text).to_owned() }).collect();
    let reason = Field::new("motivo", words.reason).value(view.reason).error(view.wrong).longest(LONGEST_LINE);
    let columns = words.history_columns.map(Column::new);
    let step = |one: &History| one.why.map_or_else(|| (own.standing)(one.standing).to_owned(), |why| (own.why)(why).to_owned());
    let body = html! {
        @for one in view.history {
            tr {
                th scope="row" { (dates::moment_tag(frame.lang, one.at)) }
                td { (step(one)) }
                td { (one.by.as_deref().unwrap_or(words.by_rule)) }
                td { (one.note) }
            }
        }
    };
    page(
        &shell(frame, name, view.told),
        html! {
            (heading(name, Some(&view.told.title)))
            (fields::summary(frame.words(), &faults))
            (facts(frame, view.told))
            p { strong { (state(frame, view.line)) } " · " ((words.how)(view.line.listed.how)) }
            h2 { (words.history) }
            (table("storia", &(words.history_caption)(name), &columns, body, frame.words()))
            @if view.may_remove {
                h2 { (words.remove) }
                p { (words.remove_text) }
                form .aff-form method="post" action=(paths::desk_entry(&view.told.day, &view.line.listed.id)) {
                    (fields::area(&reason, 3, frame.words()))
                    p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.remove_yes) } }
                }
            }
        },
    )
}

/// Somebody to be enrolled by hand.
pub struct NewPage<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub sought: &'a str,
    /// None before anything was looked for.
    pub found: Option<&'a [Candidate]>,
    pub note: &'a str,
    pub wrong: Option<&'a str>,
}

pub fn new(view: &NewPage<'_>) -> Markup {
    let (frame, words) = (view.frame, desk(view.frame.lang));
    let sought = Field::new("cerca", words.sought).value(view.sought).hint(words.sought_hint).optional_unmarked();
    let faults: Vec<Wrong> = view.wrong.iter().map(|text| Wrong { name: "cerca".into(), text: (*text).to_owned() }).collect();
    page(
        &shell(frame, words.new, view.told),
        html! {
            (heading(words.new, Some(&view.told.title)))
            (fields::summary(frame.words(), &faults))
            (facts(frame, view.told))
            p { (words.new_text) }
            form .aff-search method="get" action=(paths::desk_enrolment(&view.told.day)) role="search" {
                (fields::search(&sought, frame.words()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.search) } }
            }
            @if let Some(found) = view.found {
                @if found.is_empty() { p { (words.nobody) } } @else { (candidates(view, found)) }
            }
        },
    )
}

fn candidates(view: &NewPage<'_>, found: &[Candidate]) -> Markup {
    let (frame, words) = (view.frame, desk(view.frame.lang));
    let columns = words.found_columns.map(Column::new);
    let note = Field::new("nota", words.note).hint(words.note_hint).value(view.note).longest(LONGEST_LINE).optional();
    let button = |candidate: &Candidate, at: Option<&crate::access::session::EnteName>| {
        let value = format!("{}/{}", candidate.person, at.map(|ente| ente.id.to_string()).unwrap_or_default());
        let about = at.map(|at| format!("{}, {}", candidate.name, ente(at))).unwrap_or_else(|| candidate.name.clone());
        html! {
            button .btn.btn-outline-primary.btn-sm type="submit" name="chi" value=(value) {
                (words.enrol_this) span .visually-hidden { ": " (about) }
            }
        }
    };
    let body = html! {
        @for candidate in found {
            @for (at, qualifica) in &candidate.posts {
                tr {
                    th scope="row" { (candidate.name) br; span .aff-quiet { (candidate.email) } }
                    td { (ente(at)) @if !qualifica.is_empty() { br; span .aff-quiet { (qualifica) } } }
                    td { (button(candidate, Some(at))) }
                }
            }
            @if candidate.posts.is_empty() {
                tr {
                    th scope="row" { (candidate.name) br; span .aff-quiet { (candidate.email) } }
                    td { (words.without_ente) }
                    td { (button(candidate, None)) }
                }
            }
        }
    };
    html! {
        form method="post" action=(paths::desk_enrolment(&view.told.day)) {
            (fields::hidden("cerca", view.sought))
            (fields::area(&note, 2, frame.words()))
            (table("trovati", words.found, &columns, body, frame.words()))
        }
    }
}

/// A message to those on the list.
pub struct MessagePage<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub subject: &'a str,
    pub text: &'a str,
    pub also_waiting: bool,
    /// Those who wait.
    pub waiting: usize,
    /// To how many it would go.
    pub readers: usize,
    pub wrong: &'a [Wrong],
}

pub fn message(view: &MessagePage<'_>) -> Markup {
    let (frame, words) = (view.frame, desk(view.frame.lang));
    let fault = |name: &str| view.wrong.iter().find(|one| one.name == name).map(|one| one.text.as_str());
    let subject = Field::new("oggetto", words.subject).value(view.subject).error(fault("oggetto")).longest(LONGEST_LINE);
    let text = Field::new("testo", words.text).value(view.text).error(fault("testo")).longest(LONGEST_TEXT);
    page(
        &shell(frame, words.message, view.told),
        html! {
            (heading(words.message, Some(&view.told.title)))
            (fields::summary(frame.words(), view.wrong))
            p { (words.message_text) }
            form .aff-form method="post" action=(paths::desk_letter(&view.told.day)) {
                (fields::text(&subject, frame.words()))
                (fields::area(&text, 8, frame.words()))
                @if view.waiting > 0 {
                    (fields::check("attesa", &html! { ((words.also_waiting)(view.waiting)) }, view.also_waiting, None, frame.words()))
                }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.send) } }
            }
        },
    )
}

/// The message as it will be read, and to how many it goes.
pub fn confirm_message(view: &MessagePage<'_>) -> Markup {
    let (frame, words) = (view.frame, desk(view.frame.lang));
    let kept = html! {
        (fields::hidden("oggetto", view.subject))
        (fields::hidden("testo", view.text))
        @if view.also_waiting { (fields::hidden("attesa", "1")) }
    };
    page(
        &shell(frame, words.confirm, view.told),
        html! {
            (heading(words.confirm, Some(&view.told.title)))
            @if view.readers == 0 { p { (words.nobody_to_write) } } @else { p { strong { ((words.confirm_text)(view.readers)) } } }
            section .aff-card {
                h2 { (view.subject) }
                @for paragraph in view.text.split("\n\n") { p { (paragraph) } }
            }
            form method="post" action=(paths::desk_letter(&view.told.day)) {
                (kept)
                div .aff-buttons {
                    @if view.readers > 0 { button .btn.btn-primary type="submit" name="azione" value="invia" { (words.send_yes) } }
                    button .btn.btn-outline-primary type="submit" name="azione" value="cambia" { (words.change_it) }
                }
            }
        },
    )
}

/// Whether a line, or a text, is longer than it may be.
pub fn is_too_long(line: &str, text: &str) -> bool {
    line.chars().count() > LONGEST_LINE || text.chars().count() > LONGEST_TEXT
}
