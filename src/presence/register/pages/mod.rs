//! Pages of the signed register; the sheet itself is set in `sheet`.

mod sheet;

use maud::{Markup, html};

use super::words::{refusal, words};
use super::{NotAttached, Scan, field};
use crate::access::form::Fields;
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Lacking, State};
use crate::domain::seminar::{self, Session};
use crate::presence::pages::{about, below, differences, head};
use crate::presence::words as shared;
use crate::presence::{Attendee, Register};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, page};
use crate::ui::{dates, paths};

pub use sheet::sheet;

/// Scan, signatures and closing of a day.
pub struct Paper<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub scans: &'a [Scan],
    pub now: Moment,
    /// What keeps the day from being closed.
    pub lacking: &'a [Lacking],
    pub not_attached: Option<NotAttached>,
    /// A form that came back, and its fields that hold no minutes.
    pub back: Option<(&'a Fields, &'a [String])>,
    pub notice: Option<Notice>,
    pub desk: bool,
}

impl Paper<'_> {
    fn open(&self) -> bool {
        self.register.day.state == seminar::State::Published
    }
}

pub fn paper(view: &Paper<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let mut wrong: Vec<Wrong> = view.not_attached.iter().map(|why| wrong_file(frame, *why)).collect();
    let fields_at_fault = view.back.iter().flat_map(|(_, names)| names.iter());
    wrong.extend(fields_at_fault.map(|name| Wrong { name: name.clone(), text: words.bad_minutes.to_owned() }));
    page(
        &below(frame, view.register, words.title).notices(view.notice.clone()),
        html! {
            (head(frame, view.register, words.title))
            p { (words.lead) }
            (fields::summary(frame.words(), &wrong))
            (scans(view))
            @if !view.register.people.is_empty() && view.open() { (signatures(view)) }
            (differences(frame, view.register))
            (closing(view))
        },
    )
}

fn wrong_file(frame: &Frame<'_>, why: NotAttached) -> Wrong {
    Wrong { name: "file".into(), text: refusal(frame.lang, why).to_owned() }
}

fn scans(view: &Paper<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let register = view.register;
    let online = register.day.region.is_none() && register.day.online_link.is_some();
    html! {
        h2 { (words.scan) }
        @if online { p { (words.online) } }
        @if view.scans.is_empty() { p { (words.no_scan) } } @else { ul .aff-scans { @for scan in view.scans { (line(view, scan)) } } }
        @if view.open() {
            form .aff-form method="post" action=(paths::scans(register.id())) enctype="multipart/form-data" {
                p { (words.scan_lead) }
                (file(frame, view.not_attached))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.attach) } }
            }
        }
    }
}

fn line(view: &Paper<'_>, scan: &Scan) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let may_replace = scan.replaced.is_none() && (view.open() || view.desk && view.register.day.state == seminar::State::Held);
    html! {
        li {
            a href=(paths::scan(view.register.id(), &scan.id)) { (scan.name) } " "
            ((words.added_by)(&scan.added_by, &dates::lately(lang, scan.added_at, view.now)))
            @if let Some(by) = &scan.replaced { "; " ((words.replaced_by)(&by.by, &dates::lately(lang, by.at, view.now), &by.why)) }
            @if may_replace {
                " · " a href=(paths::scan_replacement(view.register.id(), &scan.id)) {
                    (words.replace) span .visually-hidden { " " (scan.name) }
                }
            }
            br; small { (words.fingerprint) ": " code { (scan.sha256) } }
        }
    }
}

/// The field of a file, which no page can fill in again.
fn file(frame: &Frame<'_>, why: Option<NotAttached>) -> Markup {
    let words = words(frame.lang);
    let wrong = why.map(|why| refusal(frame.lang, why));
    html! {
        div .aff-field.aff-wrong[wrong.is_some()] {
            label .active for="file" { (words.file) }
            p .form-text #file-hint { (words.file_hint) }
            @if let Some(text) = wrong { p .aff-error #file-error { (text) } }
            input .form-control type="file" #file name="file" accept="application/pdf,image/jpeg,image/png" required
                aria-describedby=(if wrong.is_some() { "file-hint file-error" } else { "file-hint" });
        }
    }
}

fn signatures(view: &Paper<'_>) -> Markup {
    let words = words(view.frame.lang);
    let readable = !super::confirmed(view.register).is_empty();
    html! {
        h2 { (words.signatures) }
        p { (words.signatures_lead) }
        form method="post" action=(paths::signatures(view.register.id())) {
            @if readable {
                p { (words.confirm_lead) }
                p .aff-buttons { button .btn.btn-outline-primary type="submit" name="azione" value="conferma" { (words.confirm) } }
            }
            ul .aff-roll {
                @for person in &view.register.people {
                    li {
                        h3 { (person.name) }
                        p .aff-roll-about { (about(person)) }
                        @for session in &view.register.day.sessions { (signature(view, person, session)) }
                    }
                }
            }
            p .aff-buttons { button .btn.btn-primary type="submit" name="azione" value="salva" { (words.save) } }
        }
    }
}

fn signature(view: &Paper<'_>, person: &Attendee, session: &Session) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let marks = person.of(&session.id);
    let of = |kind: &str| field(kind, &session.id, &person.person);
    let typed = |kind: &str| view.back.map(|(fields, _)| fields.text(&of(kind)).to_owned());
    let on_paper = presence::on_paper(marks).map(|mark| if mark.said.state == State::Present { "si" } else { "no" });
    let chosen = typed("firma").unwrap_or_else(|| on_paper.unwrap_or_default().to_owned());
    let in_force = presence::in_force(marks).filter(|mark| mark.said.state == State::Present).map(|mark| mark.said);
    let minutes =
        |kind: &str, n: Option<i64>| typed(kind).unwrap_or_else(|| n.filter(|n| *n > 0).map(|n| n.to_string()).unwrap_or_default());
    let (late, early) = (minutes("ritardo", in_force.map(|said| said.late)), minutes("anticipo", in_force.map(|said| said.early)));
    let faults = |kind: &str| view.back.is_some_and(|(_, names)| names.contains(&of(kind)));
    let wrong = faults("ritardo") || faults("anticipo");
    html! {
        fieldset .aff-cell {
            legend { (shared::session(lang, session)) span .visually-hidden { ", " (person.name) } }
            div .aff-taps {
                @for (value, label) in [("si", words.signed), ("no", words.unsigned)] {
                    @let id = format!("{}-{value}", of("firma"));
                    div .aff-row {
                        input type="radio" name=(of("firma")) value=(value) id=(id) checked[chosen == value];
                        label for=(id) { (label) }
                    }
                }
            }
            @if let Some(mark) = presence::noted(marks) { p .aff-roll-note { (words.was_noted) ": " (shared::said(lang, mark.said)) } }
            details open[wrong] {
                summary { (words.minutes) }
                @for (kind, label, value) in [("ritardo", words.late, &late), ("anticipo", words.early, &early)] {
                    div .aff-minutes {
                        label for=(of(kind)) { (label) }
                        @if faults(kind) { p .aff-error id={ (of(kind)) "-errore" } { (words.bad_minutes) } }
                        input .form-control.is-invalid[faults(kind)] type="text" inputmode="numeric" maxlength="3" id=(of(kind))
                            name=(of(kind)) value=(value) aria-invalid=[faults(kind).then_some("true")]
                            aria-describedby=[faults(kind).then(|| format!("{}-errore", of(kind)))];
                    }
                }
            }
        }
    }
}

fn closing(view: &Paper<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    html! {
        h2 { (words.closing) }
        @if let Some((at, by)) = &view.register.held {
            p { ((shared::words(frame.lang).held_by)(&dates::lately(frame.lang, *at, view.now), by)) }
        } @else if view.lacking.is_empty() {
            p { (words.closing_lead) }
            form method="post" action=(paths::closing_of_day(view.register.id())) {
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.close) } }
            }
        } @else {
            ul .aff-lacking { @for lacking in view.lacking { li { (shared::lacking(frame.lang, lacking)) } } }
        }
    }
}

/// A file that is to give way to another.
pub struct Replacing<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub scan: &'a Scan,
    pub why: &'a str,
    pub no_reason: bool,
    pub not_attached: Option<NotAttached>,
}

pub fn replacing(view: &Replacing<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let no_reason = view.no_reason.then_some(words.no_reason);
    let mut wrong: Vec<Wrong> = no_reason.iter().map(|text| Wrong { name: "motivo".into(), text: (*text).to_owned() }).collect();
    wrong.extend(view.not_attached.map(|why| wrong_file(frame, why)));
    let reason = Field::new("motivo", words.reason).value(view.why).hint(words.reason_hint).longest(500).error(no_reason);
    page(
        &below(frame, view.register, words.replace).crumb(words.title, paths::signatures(view.register.id())),
        html! {
            (head(frame, view.register, words.replace))
            p { (view.scan.name) ". " (words.replace_lead) }
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" enctype="multipart/form-data" action=(paths::scan_replacement(view.register.id(), &view.scan.id)) {
                (fields::text(&reason, frame.words()))
                (file(frame, view.not_attached))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.replace) } }
            }
        },
    )
}
