//! A giornata at the desk: what it lacks, its seats, what may be done with it; its cancellation; the day of a copy.

use maud::{Markup, html};

use super::{openness, to_planning};
use crate::domain::class_plan::{Lacking, lacking};
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::seminars::Keeper;
use crate::seminars::schedule::DaySheet;
use crate::seminars::schedule::words::form::words as form_words;
use crate::seminars::schedule::words::planning::{self, Words, words};
use crate::seminars::schedule::words::{day_and_hours, hours, place_facts};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct DeskDay<'a> {
    pub frame: &'a Frame<'a>,
    pub sheet: &'a DaySheet,
    pub now: Moment,
    pub notice: Option<Notice>,
}

pub fn desk_day(view: &DeskDay<'_>) -> Markup {
    let (frame, sheet) = (view.frame, view.sheet);
    let lang = frame.lang;
    let words = words(lang);
    let title = (words.day_of)(&sheet.seminar.title, &dates::day(lang, sheet.starts_at().day()));
    let shell = within(frame, &title, sheet).notices(view.notice.clone());
    page(
        &shell,
        html! {
            div .aff-titled {
                (heading(&title, Some(&place_facts(lang, &sheet.day.place, sheet.day.online_link.is_some()))))
                (buttons(view))
            }
            p { (openness(frame, sheet.openness(view.now))) }
            @if let Some((_, why)) = &sheet.cancelled { p { (why) } }
            @if sheet.day.state == State::Draft { (draft(view)) }
            (facts(view))
            (seats(view))
            (sessions(view))
        },
    )
}

fn within<'a>(frame: &'a Frame<'a>, title: &str, sheet: &DaySheet) -> Shell<'a> {
    let (planned, href) = to_planning(frame);
    let shell = Shell::new(frame, title).crumb(frame.words().desk, paths::DESK).crumb(planned, href);
    shell.crumb(&sheet.seminar.title, paths::seminar(&sheet.seminar.id))
}

/// What may be done with it as it stands.
fn buttons(view: &DeskDay<'_>) -> Markup {
    let (words, id, state) = (words(view.frame.lang), &view.sheet.day.id, view.sheet.day.state);
    html! {
        p .aff-buttons {
            @if state != State::Draft {
                a .btn.btn-primary href=(paths::desk_roll(id)) { (words.to_roll) }
                a .btn.btn-outline-primary href=(paths::teaching_day(id)) { (words.to_register) }
            }
            @if matches!(state, State::Draft | State::Published) {
                a .btn.btn-outline-primary href=(paths::desk_day_change(id)) { (words.change) }
            }
            @if state != State::Cancelled { a .btn.btn-outline-primary href=(paths::materials(id)) { (words.to_materials) } }
            a .btn.btn-outline-primary href=(paths::desk_day_copy(id)) { (words.copy) }
            a .btn.btn-outline-primary href=(paths::class_day(id)) { (words.on_site) }
            @if state == State::Published { a .btn.btn-outline-danger href=(paths::desk_day_cancelling(id)) { (words.cancel) } }
        }
    }
}

/// Towards publication, or away.
fn draft(view: &DeskDay<'_>) -> Markup {
    let (lang, words, sheet) = (view.frame.lang, words(view.frame.lang), view.sheet);
    let found = lacking(&sheet.day, view.now);
    let blocked = found.iter().copied().any(Lacking::stands_in_the_way);
    html! {
        section .aff-box aria-labelledby="manca" {
            h2 #manca { (words.what_lacks) }
            @if found.is_empty() { p { (words.nothing_lacks) } } @else {
                @if blocked { p { (words.cannot_yet) } }
                ul { @for one in &found { li { (planning::lacking(lang, *one)) } } }
            }
            @if !blocked {
                form method="post" action=(paths::desk_day_publishing(&sheet.day.id)) {
                    p { (words.publish_lead) }
                    (fields::hidden("visto", &sheet.revision.to_string()))
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.publish) } }
                }
            }
            details .aff-more {
                summary { (words.discard) }
                form method="post" action=(paths::desk_day_discarding(&sheet.day.id)) {
                    p { (words.discard_lead) }
                    p .aff-buttons { button .btn.btn-outline-danger type="submit" { (words.discard) } }
                }
            }
        }
    }
}

fn facts(view: &DeskDay<'_>) -> Markup {
    let (lang, words, sheet) = (view.frame.lang, words(view.frame.lang), view.sheet);
    let teachers: Vec<&str> = sheet.trainers.iter().map(|teacher| teacher.name.as_str()).collect();
    html! {
        dl .aff-facts {
            div { dt { (words.when) } dd { (day_and_hours(lang, &sheet.day.sessions)) } }
            div { dt { (words.place) } dd { (place_facts(lang, &sheet.day.place, sheet.day.online_link.is_some())) } }
            @if let Some(link) = &sheet.day.online_link { div { dt { (words.link) } dd { a href=(link) rel="noreferrer" { (link) } } } }
            div { dt { (words.trainers) } dd { @if teachers.is_empty() { (words.nobody) } @else { (teachers.join(", ")) } } }
            div { dt { (words.term) } dd { (dates::moment(lang, sheet.day.enrol_by)) } }
            div { dt { (words.waiting_list) } dd { (sheet.day.offer_hours.map_or_else(|| words.offer_none.to_owned(), words.offer)) } }
        }
    }
}

fn seats(view: &DeskDay<'_>) -> Markup {
    let (words, sheet) = (words(view.frame.lang), view.sheet);
    let seats = &sheet.seats;
    let figures = [
        (words.column_seats, seats.seats),
        (words.column_taken, seats.taken),
        (words.column_waiting, seats.waiting),
        (words.column_reserved, seats.kept),
        (words.column_free, seats.free()),
    ];
    let columns = figures.map(|(name, _)| Column::new(name).figures());
    let row = html! { tr { @for (_, count) in figures { td .aff-figures { (count) } } } };
    html! {
        h2 { (words.seats) }
        (table("posti", words.seats_caption, &columns, row, view.frame.words()))
        @if !sheet.reserved.is_empty() { (reserved(view, words)) }
    }
}

fn reserved(view: &DeskDay<'_>, words: &Words) -> Markup {
    let columns = [Column::new(words.column_keeper), Column::new(words.column_seats).figures(), Column::new(words.column_release)];
    let rows = html! { @for kept in &view.sheet.reserved { tr {
        th scope="row" { @match kept.keeper { Keeper::Ente(_) => (kept.name), Keeper::Province(_) => ((words.province_of)(&kept.name)) } }
        td .aff-figures { (kept.seats) }
        td { (dates::short(kept.release_at.day())) }
    } } };
    html! { h3 { (words.reserved) } (table("riservati", words.reserved_caption, &columns, rows, view.frame.words())) }
}

fn sessions(view: &DeskDay<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [Column::new(words.column_hours), Column::new(words.column_topic)];
    let rows = html! { @for session in &view.sheet.day.sessions { tr {
        th scope="row" { (hours(lang, session.starts_at, session.ends_at)) }
        td { @if session.topic.is_empty() { (words.no_topic) } @else { (session.topic) } }
    } } };
    html! { h2 { (words.sessions) } (table("sessioni", words.sessions_caption, &columns, rows, view.frame.words())) }
}

/// What stands in the way of a cancellation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelling<'a> {
    pub why: &'a str,
    pub faults: &'a [(&'static str, &'static str)],
}

/// Longest reason, in characters.
pub const WHY_MAX: usize = 500;

pub fn cancelling(frame: &Frame<'_>, sheet: &DaySheet, form: Cancelling<'_>) -> Markup {
    let words = words(frame.lang);
    let told = |name: &str| form.faults.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let faults: Vec<Wrong> = form.faults.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: (*text).to_owned() }).collect();
    let id = &sheet.day.id;
    let day = (words.day_of)(&sheet.seminar.title, &dates::day(frame.lang, sheet.starts_at().day()));
    let why = Field::new("motivo", words.why).value(form.why).hint(words.why_hint).longest(WHY_MAX).error(told("motivo"));
    page(
        &within(frame, words.cancel_title, sheet).crumb(&day, paths::desk_day(id)),
        html! {
            (heading(words.cancel_title, Some(&day)))
            (fields::summary(frame.words(), &faults))
            p { ((words.cancel_lead)(sheet.seats.taken + sheet.seats.waiting)) }
            form .aff-form method="post" action=(paths::desk_day_cancelling(id)) {
                (fields::area(&why, 3, frame.words()))
                (fields::check("confermo", &html! { (words.confirm) }, false, told("confermo"), frame.words()))
                p .aff-buttons {
                    button .btn.btn-danger type="submit" { (words.cancel_now) }
                    a .btn.btn-outline-primary href=(paths::desk_day(id)) { (words.keep) }
                }
            }
        },
    )
}

/// On which day the copy will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copying<'a> {
    pub day: &'a str,
    pub wrong: bool,
}

pub fn copying(frame: &Frame<'_>, sheet: &DaySheet, form: Copying<'_>) -> Markup {
    let (words, form_words) = (words(frame.lang), form_words(frame.lang));
    let told = form.wrong.then_some(form_words.copy_no_day);
    let faults: Vec<Wrong> = told.iter().map(|text| Wrong { name: "giorno".to_owned(), text: (*text).to_owned() }).collect();
    let id = &sheet.day.id;
    let day = (words.day_of)(&sheet.seminar.title, &dates::day(frame.lang, sheet.starts_at().day()));
    page(
        &within(frame, form_words.copy_day, sheet).crumb(&day, paths::desk_day(id)),
        html! {
            (heading(form_words.copy_day, Some(&day)))
            (fields::summary(frame.words(), &faults))
            p { (form_words.copy_lead) }
            form .aff-form method="get" action=(paths::desk_day_copy(id)) {
                (fields::date(&Field::new("giorno", form_words.copy_on).value(form.day).error(told), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (form_words.copy_go) }
                    a .btn.btn-outline-primary href=(paths::desk_day(id)) { (form_words.give_up) }
                }
            }
        },
    )
}
