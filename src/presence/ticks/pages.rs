//! Pages of the list of the docente.

use maud::{Markup, html};

use super::words::{fault, words};
use super::{Fault, Found, Listed, Tap};
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Mark, Source, State};
use crate::domain::seminar::{self, Session};
use crate::presence::pages::{about, when_and_where};
use crate::presence::words::{self as shared, words as shared_words};
use crate::presence::{Attendee, Register};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// The giornate somebody keeps the register of.
pub fn list(frame: &Frame<'_>, days: &[Listed], all: bool) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [
        Column::new(words.when),
        Column::new(words.seminar),
        Column::new(words.city),
        Column::new(words.people).figures(),
        Column::new(words.state),
        Column::new(words.scan),
        Column::new(words.materials),
    ];
    let rows = html! {
        @for day in days {
            tr {
                th scope="row" { a href=(paths::teaching_day(&day.id)) { (dates::moment(lang, day.starts_at)) } }
                td { (day.title) }
                td { @if day.city.is_empty() { (words.online) } @else { (day.city) } }
                td .aff-figures { (day.people) }
                td { (shared::state(lang, day.state)) }
                td { @if day.scans > 0 { (shared_words(lang).yes) } @else { (shared_words(lang).no) } }
                td {
                    @if day.state != seminar::State::Cancelled {
                        a href=(paths::materials(&day.id)) { (words.slides) span .visually-hidden { ": " (day.title) ", " (dates::short(day.starts_at.day())) } }
                    }
                }
            }
        }
    };
    page(
        &Shell::new(frame, words.title),
        html! {
            (heading(words.title, Some(words.lead)))
            @for day in days.iter().filter(|day| day.starts_at.day() == frame.today && day.state == seminar::State::Published) {
                (today(frame, day))
            }
            @if days.is_empty() { p { (words.none) } } @else { (table("giornate", words.caption, &columns, rows, frame.words())) }
            @if !all { p { a href={ (paths::TEACHING) "?tutte=1" } { (words.past) } } }
        },
    )
}

/// What is wanted in the classroom, before all else.
fn today(frame: &Frame<'_>, day: &Listed) -> Markup {
    let words = words(frame.lang);
    html! {
        section .aff-card.aff-next.aff-seats aria-label=(words.today) {
            p .aff-kicker { (words.today) ", " (dates::hour(frame.lang, day.starts_at)) @if !day.city.is_empty() { ", " (day.city) } }
            h2 { (day.title) }
            p .aff-buttons { a .btn.btn-primary href=(paths::teaching_day(&day.id)) { (words.open) } }
        }
    }
}

/// The list of presence of a giornata.
pub struct List<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub now: Moment,
    /// What came back, and why.
    pub fault: Option<(&'a Tap, Fault)>,
    pub notice: Option<Notice>,
    /// The segreteria corrects what is closed.
    pub desk: bool,
}

pub fn day(view: &List<'_>) -> Markup {
    let (frame, register) = (view.frame, view.register);
    let words = words(frame.lang);
    let wrong: Vec<Wrong> = view
        .fault
        .iter()
        .map(|(tap, why)| Wrong { name: field_of(register, tap, *why), text: fault(frame.lang, *why).to_owned() })
        .collect();
    let title = register.title.as_str();
    page(
        &Shell::new(frame, title)
            .crumb(shared_words(frame.lang).teaching, paths::TEACHING)
            .notices(view.notice.clone())
            .notices(state(view)),
        html! {
            (heading(title, Some(&when_and_where(frame.lang, register))))
            (fields::summary(frame.words(), &wrong))
            (ways(view))
            h2 { (words.list) }
            dl .aff-counts {
                @for session in &register.day.sessions {
                    dt { (shared::session(frame.lang, session)) }
                    dd { ((words.there)(register.present(&session.id), register.people.len())) }
                }
            }
            @if register.people.is_empty() { p { (words.nobody) } }
            ul .aff-roll { @for (n, person) in register.people.iter().enumerate() { (attendee(view, n, person)) } }
            @if register.day.state == seminar::State::Published {
                p { a .btn.btn-outline-primary href=(paths::walk_ins(register.id())) { (words.walk_in) } }
            }
        },
    )
}

/// What is to be known before ticking.
fn state(view: &List<'_>) -> Vec<Notice> {
    let (lang, register) = (view.frame.lang, view.register);
    let (words, shared) = (words(lang), shared_words(lang));
    let seats = usize::try_from(register.day.seats).unwrap_or(0);
    let over = register.people.len() > seats;
    let closed = register.held.as_ref().map(|(at, by)| (shared.held_by)(&dates::lately(lang, *at, view.now), by));
    [
        closed.map(|text| Notice::info(&format!("{text} {}", shared.closed))),
        (register.day.state == seminar::State::Cancelled).then(|| Notice::care(words.cancelled)),
        over.then(|| Notice::care(&(words.over)(register.people.len(), register.day.seats))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn ways(view: &List<'_>) -> Markup {
    let (words, id) = (words(view.frame.lang), view.register.id());
    let open = view.register.day.state == seminar::State::Published;
    html! {
        p .aff-buttons {
            @if open { a .btn.btn-primary href=(paths::presence_code(id)) { (words.code) } }
            a .btn.btn-outline-primary href=(paths::register_pdf(id)) { (words.print) }
            a .btn.btn-outline-primary href=(paths::signatures(id)) { (words.paper) }
            @if view.register.day.online_link.is_some() { a .btn.btn-outline-primary href=(paths::logs(id)) { (words.log) } }
            @if view.register.day.state != seminar::State::Cancelled { a .btn.btn-outline-primary href=(paths::materials(id)) { (words.materials) } }
            @if view.register.day.ends_at().is_some_and(|end| end <= view.now) {
                a .btn.btn-outline-primary href=(paths::survey_figures(id)) { (words.opinions) }
            }
        }
    }
}

fn attendee(view: &List<'_>, n: usize, person: &Attendee) -> Markup {
    let words = words(view.frame.lang);
    html! {
        li id={ "p-" (person.person) } {
            h3 { (person.name) }
            p .aff-roll-about { (about(person)) @if person.walked_in { " " span .badge.bg-secondary { (words.walked_in) } } }
            @for (m, session) in view.register.day.sessions.iter().enumerate() {
                @if view.register.day.state == seminar::State::Published { (cell(view, person, session, (n, m))) }
                @else { (settled(view, person, session)) }
            }
        }
    }
}

/// One person in one session: two large buttons, and what was noted.
fn cell(view: &List<'_>, person: &Attendee, session: &Session, at: (usize, usize)) -> Markup {
    let (words, shared) = (words(view.frame.lang), shared_words(view.frame.lang));
    let marks = person.of(&session.id);
    let noted = presence::noted(marks);
    let is = |state: State| noted.is_some_and(|mark| mark.said.state == state);
    let pressed = |state| if is(state) { "true" } else { "false" };
    let class = |state, on: &'static str, off: &'static str| if is(state) { on } else { off };
    html! {
        form .aff-cell method="post" action=(paths::presence(view.register.id())) {
            (fields::hidden("persona", &person.person.to_string()))
            (fields::hidden("sessione", &session.id.to_string()))
            fieldset {
                legend { (shared::session(view.frame.lang, session)) span .visually-hidden { ", " (person.name) } }
                div .aff-taps {
                    button .btn.(class(State::Present, "btn-success", "btn-outline-primary")) type="submit" name="esito" value="presente"
                        aria-pressed=(pressed(State::Present)) { (shared.present) }
                    button .btn.(class(State::Absent, "btn-danger", "btn-outline-primary")) type="submit" name="esito" value="assente"
                        aria-pressed=(pressed(State::Absent)) { (shared.absent) }
                    @if noted.is_some_and(|mark| mark.source == Source::Tick) {
                        button .btn.btn-link type="submit" name="esito" value="annulla" { (words.undo) }
                    }
                }
                (told(view, marks))
                (minutes(view, noted, (person, session), at))
            }
        }
    }
}

/// Who noted it and when; the code too, where the docente noted something else.
fn told(view: &List<'_>, marks: &[Mark]) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let when = |mark: &Mark| dates::lately(lang, mark.at, view.now);
    let noted = presence::noted(marks);
    let code = marks.iter().rfind(|mark| mark.source == Source::Code);
    html! {
        @if noted.is_some() || code.is_some() {
            p .aff-roll-note {
                @if let Some(mark) = noted {
                    @if mark.said.minutes(i64::MAX) != 0 && (mark.said.late, mark.said.early, mark.said.away) != (0, 0, 0) {
                        strong { (shared::said(lang, mark.said)) ". " }
                    }
                    @if mark.source != Source::Code { ((words.noted_by)(&mark.by, &when(mark))) " " }
                    @if mark.source == Source::Log { "(" (shared::source(lang, Source::Log)) ") " }
                }
                @if let Some(mark) = code { ((words.code_at)(&when(mark))) }
            }
        }
    }
}

fn minutes(view: &List<'_>, noted: Option<&Mark>, of: (&Attendee, &Session), at: (usize, usize)) -> Markup {
    let words = words(view.frame.lang);
    let back = view.fault.filter(|(tap, _)| tap.person == of.0.person && tap.session == of.1.id);
    let said = noted.filter(|mark| mark.said.state == State::Present).map(|mark| mark.said);
    let typed = |back: Option<&str>, said: Option<i64>| match (back, said) {
        (Some(text), _) => text.to_owned(),
        (None, Some(n)) if n > 0 => n.to_string(),
        _ => String::new(),
    };
    let late = typed(back.map(|(tap, _)| tap.late.as_str()), said.map(|said| said.late));
    let early = typed(back.map(|(tap, _)| tap.early.as_str()), said.map(|said| said.early));
    let wrong = |field: &[Fault]| back.map(|(_, why)| why).filter(|why| field.contains(why)).map(|why| fault(view.frame.lang, why));
    let late_wrong = wrong(&[Fault::Late, Fault::TooLong]);
    let early_wrong = wrong(&[Fault::Early]);
    html! {
        details open[back.is_some()] {
            summary { (words.minutes) }
            (minute_field("ritardo", &id("ritardo", at), words.late, &late, late_wrong))
            (minute_field("anticipo", &id("anticipo", at), words.early, &early, early_wrong))
            button .btn.btn-outline-primary.btn-sm type="submit" name="esito" value="minuti" { (words.save_minutes) }
        }
    }
}

fn minute_field(name: &str, id: &str, label: &str, value: &str, wrong: Option<&str>) -> Markup {
    html! {
        div .aff-minutes {
            label for=(id) { (label) }
            @if let Some(text) = wrong { p .aff-error id={ (id) "-errore" } { (text) } }
            input .form-control.is-invalid[wrong.is_some()] type="text" inputmode="numeric" maxlength="3" id=(id) name=(name) value=(value)
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("{id}-errore"))];
        }
    }
}

fn id(name: &str, at: (usize, usize)) -> String {
    format!("{name}-{}-{}", at.0, at.1)
}

/// The field that a fault is about.
fn field_of(register: &Register, tap: &Tap, fault: Fault) -> String {
    let n = register.people.iter().position(|person| person.person == tap.person).unwrap_or(0);
    let m = register.day.sessions.iter().position(|session| session.id == tap.session).unwrap_or(0);
    id(if fault == Fault::Early { "anticipo" } else { "ritardo" }, (n, m))
}

/// What counts, once nothing more is ticked.
fn settled(view: &List<'_>, person: &Attendee, session: &Session) -> Markup {
    let (lang, shared) = (view.frame.lang, shared_words(view.frame.lang));
    let mark = presence::in_force(person.of(&session.id));
    html! {
        p .aff-settled {
            (shared::session(lang, session)) ": "
            strong { @match mark { Some(mark) => (shared::said(lang, mark.said)), None => (shared.nothing) } }
            @if view.desk && view.register.day.state == seminar::State::Held {
                " " a href=(paths::correction(view.register.id(), &session.id, &person.person)) {
                    (words(lang).correct) span .visually-hidden { ": " (person.name) ", " (shared::session(lang, session)) }
                }
            }
        }
    }
}

/// People who came without being on the list.
pub struct Arrivals<'a> {
    pub frame: &'a Frame<'a>,
    pub register: &'a Register,
    pub typed: &'a str,
    pub found: &'a [Found],
    pub notice: Option<Notice>,
}

pub fn arrivals(view: &Arrivals<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let id = view.register.id();
    let search = Field::new("cerca", words.search).value(view.typed).hint(words.search_hint).autocomplete("off");
    page(
        &crate::presence::pages::below(frame, view.register, words.arrivals).notices(view.notice.clone()),
        html! {
            (crate::presence::pages::head(frame, view.register, words.arrivals))
            p { (words.arrivals_lead) }
            form .aff-form method="get" action=(paths::walk_ins(id)) {
                (fields::search(&search, frame.words()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.find) } }
            }
            @if !view.typed.is_empty() && view.found.is_empty() { p role="status" { (words.not_found) } }
            ul .aff-roll {
                @for found in view.found {
                    li {
                        h2 .h5 { (found.name) }
                        p .aff-roll-about { @if let Some(of) = &found.ente { (ente(of)) } @if !found.qualifica.is_empty() { " · " (found.qualifica) } }
                        @if found.seated { p { (words.seated) } } @else {
                            form method="post" action=(paths::walk_ins(id)) {
                                (fields::hidden("persona", &found.person.to_string()))
                                @if let Some(of) = &found.ente { (fields::hidden("ente", &of.id.to_string())) }
                                button .btn.btn-primary type="submit" aria-label=((words.enrol_whom)(&found.name)) { (words.enrol) }
                            }
                        }
                    }
                }
            }
        },
    )
}
