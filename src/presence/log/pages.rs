//! Pages of logs of online sessions.

use maud::{Markup, html};

use super::words::{found, problem, words};
use super::{Guest, Kept, said};
use crate::domain::ids::PresenceLogId;
use crate::domain::moment::Moment;
use crate::domain::presence_log::Log;
use crate::presence::Register;
use crate::presence::pages::{below, head};
use crate::presence::words as shared;
use crate::ui::fields::{self, Wrong};
use crate::ui::page::{Frame, Notice, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn list(frame: &Frame<'_>, register: &Register, logs: &[Kept], wrong: Option<&str>, now: Moment) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let faults: Vec<Wrong> = wrong.iter().map(|text| Wrong { name: "file".into(), text: (*text).to_owned() }).collect();
    page(
        &below(frame, register, words.title),
        html! {
            (head(frame, register, words.title))
            p { (words.lead) }
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::logs(register.id())) enctype="multipart/form-data" {
                div .aff-field.aff-wrong[wrong.is_some()] {
                    label .active for="file" { (words.file) }
                    p .form-text #file-hint { (words.file_hint) }
                    @if let Some(text) = wrong { p .aff-error #file-error { (text) } }
                    input .form-control type="file" #file name="file" accept=".csv,text/csv,text/plain" required
                        aria-describedby=(if wrong.is_some() { "file-hint file-error" } else { "file-hint" });
                }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.look) } }
            }
            @if logs.is_empty() { p { (words.none) } } @else {
                ul {
                    @for log in logs {
                        li {
                            a href=(paths::log(register.id(), &log.id)) { (log.name) } " "
                            ((words.kept_by)(&log.kept_by, &dates::lately(lang, log.kept_at, now))) ", "
                            @match log.applied_at {
                                Some(at) => ((words.applied)(&dates::lately(lang, at, now))),
                                None => (words.not_applied),
                            }
                        }
                    }
                }
            }
        },
    )
}

/// One file, looked at.
pub struct Looked<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub id: &'a PresenceLogId,
    pub name: &'a str,
    pub log: &'a Log,
    pub guests: &'a [Guest<'a>],
    pub notice: Option<Notice>,
}

pub fn one(view: &Looked<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &below(frame, view.register, view.name).crumb(words.title, paths::logs(view.register.id())).notices(view.notice.clone()),
        html! {
            (head(frame, view.register, view.name))
            (faults(view))
            (people(view))
            (would_be(view))
        },
    )
}

fn faults(view: &Looked<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let faults = &view.log.faults;
    html! {
        @if !faults.is_empty() {
            h2 { ((words.faults)(faults.len())) }
            p { (words.faults_lead) }
            ul { @for fault in faults { li { ((words.row)(fault.row)) ": " (problem(lang, &fault.problem)) } } }
        }
    }
}

/// Who is who: what was found, and a list to choose from where nobody was.
fn people(view: &Looked<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.in_file, words.is, words.how].map(Column::new);
    let rows = html! {
        @for (n, guest) in view.guests.iter().enumerate() {
            tr {
                th scope="row" { (guest.name) @if !guest.email.is_empty() { " " small { (guest.email) } } }
                td {
                    (fields::hidden(&format!("chi-{n}"), &guest.identity))
                    select .form-select name={ "persona-" (n) } aria-label=((words.choose)(if guest.name.is_empty() { &guest.email } else { &guest.name })) {
                        option value="" { (words.nobody) }
                        @for person in &view.register.people {
                            option value=(person.person) selected[guest.attendee.is_some_and(|found| found.person == person.person)] { (person.name) }
                        }
                    }
                }
                td { (found(frame.lang, guest.found)) }
            }
        }
    };
    html! {
        h2 { (words.people) }
        form method="post" action=(paths::log(view.register.id(), view.id)) {
            (table("persone", words.people, &columns, rows, frame.words()))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.save) } }
        }
    }
}

fn would_be(view: &Looked<'_>) -> Markup {
    let (frame, words, register) = (view.frame, words(view.frame.lang), view.register);
    let there: Vec<_> = register.people.iter().filter_map(|person| Some((person, said(view.guests, person, register)?))).collect();
    let missing = register.people.len() - there.len();
    let mut columns = vec![Column::new(shared::words(frame.lang).person)];
    columns.extend(register.day.sessions.iter().map(|session| Column::new(shared::session(frame.lang, session))));
    let rows = html! {
        @for (person, said) in &there {
            tr { th scope="row" { (person.name) } @for said in said { td { (shared::said(frame.lang, *said)) } } }
        }
    };
    html! {
        h2 { (words.minutes) }
        @if missing > 0 { p { ((words.missing)(missing)) } }
        @if !there.is_empty() {
            (table("minuti", words.minutes, &columns, rows, frame.words()))
            p { (words.apply_lead) }
            form method="post" action=(paths::log_confirmation(register.id(), view.id)) {
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.apply) } }
            }
        }
    }
}
