//! A giornata as everybody reads it: when, where, how many seats, how to get there, who teaches.

use maud::{Markup, html};

use super::calendar::list;
use super::{openness, paragraphs};
use crate::domain::class_plan::Openness;
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, State};
use crate::seminars::schedule::words::public::{Words, words};
use crate::seminars::schedule::words::{day_and_hours, hours, place_facts};
use crate::seminars::schedule::{Card, DaySheet};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Public<'a> {
    pub frame: &'a Frame<'a>,
    pub sheet: &'a DaySheet,
    pub now: Moment,
    pub others: Vec<Card>,
    /// Whether who asks is of the segreteria.
    pub of_desk: bool,
    /// What whoever gives out the seats has to say to who asks: enrol, or what prevents it.
    pub enrolment: Markup,
    /// Files for who is enrolled.
    pub materials: Markup,
    pub notice: Option<Notice>,
}

pub fn day(view: &Public<'_>) -> Markup {
    let (frame, sheet) = (view.frame, view.sheet);
    let (lang, words) = (frame.lang, words(frame.lang));
    let title = &sheet.seminar.title;
    let when = day_and_hours(lang, &sheet.day.sessions);
    let place = place_facts(lang, &sheet.day.place, sheet.day.online_link.is_some());
    let shell = Shell::new(frame, title).crumb(words.seminars, paths::SEMINARS).description(format!("{title}: {when}. {place}."));
    page(
        &shell.updated(sheet.changed_at.day()).notices(standing(view)).notices(view.notice.clone()),
        html! {
            (heading(title, Some(&sheet.seminar.theme)))
            @if view.of_desk { p { a href=(paths::desk_day(&sheet.day.id)) { (words.at_desk) } } }
            (block(view, &when))
            (view.enrolment)
            (view.materials)
            (programme(view, words))
            h2 { (words.about) }
            (paragraphs(&sheet.seminar.description))
            h2 { (words.audience) }
            (paragraphs(&sheet.seminar.audience))
            @if !sheet.seminar.prerequisites.is_empty() { h2 { (words.prerequisites) } (paragraphs(&sheet.seminar.prerequisites)) }
            @if !sheet.day.place.city.is_empty() { (getting_there(frame, &sheet.day.place)) }
            (trainers(view, words))
            (others(view, words))
        },
    )
}

/// What decides whether the rest matters at all.
fn standing(view: &Public<'_>) -> Option<Notice> {
    let words = words(view.frame.lang);
    match view.sheet.day.state {
        State::Draft => Some(Notice::info(words.draft)),
        State::Held => Some(Notice::info(words.held)),
        State::Cancelled => {
            let why = view.sheet.cancelled.as_ref().map_or("", |(_, why)| why.as_str());
            let mut notice = Notice::failed("");
            notice.text = html! { strong { (words.cancelled) } @if !why.is_empty() { " " (why) } };
            Some(notice)
        }
        State::Published => None,
    }
}

/// A block that a person can copy into a note.
fn block(view: &Public<'_>, when: &str) -> Markup {
    let (lang, words, day) = (view.frame.lang, words(view.frame.lang), &view.sheet.day);
    let place = &day.place;
    let open = view.sheet.openness(view.now);
    let enrolling = matches!(open, Openness::Free(_) | Openness::Full(_) | Openness::Draft);
    let site = [place.name.as_str(), place.room.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    html! {
        section .aff-card.aff-when aria-labelledby="quando-dove" {
            h2 #quando-dove { (words.when_and_where) }
            dl .aff-facts {
                div { dt { (words.when) } dd { time datetime=(view.sheet.starts_at().rfc3339()) { (when) } } }
                @if !place.city.is_empty() {
                    @if !site.is_empty() { div { dt { (words.place) } dd { (site) } } }
                    div { dt { (words.address) } dd { (place.address) ", " (place.city) " (" (place.province) ")" } }
                }
                @if day.online_link.is_some() { div { dt { (words.online) } dd { (words.online_told) } } }
                @if enrolling { div { dt { (words.enrol_by) } dd { (dates::moment_tag(lang, day.enrol_by)) } } }
                div { dt { (words.seats_left) } dd { (openness(view.frame, open)) } }
            }
            @if view.sheet.day.state == State::Published {
                p { a href=(paths::class_day_file(&day.id)) download { (words.to_calendar) } }
            }
        }
    }
}

fn programme(view: &Public<'_>, words: &Words) -> Markup {
    let lang = view.frame.lang;
    let columns = [Column::new(words.column_hours), Column::new(words.column_topic)];
    let rows = html! { @for session in &view.sheet.day.sessions {
        tr { th scope="row" { (hours(lang, session.starts_at, session.ends_at)) } td { (session.topic) } }
    } };
    html! { h2 { (words.programme) } (table("programma", words.programme_caption, &columns, rows, view.frame.words())) }
}

fn getting_there(frame: &Frame<'_>, place: &Place) -> Markup {
    let words = words(frame.lang);
    html! {
        h2 { (words.directions) }
        (paragraphs(&place.directions))
        p { a href=(paths::map_of(&place.address, &place.city)) rel="noreferrer" { (words.map) } }
        @if !place.accessibility.is_empty() {
            h2 { (words.accessibility) }
            (paragraphs(&place.accessibility))
            p { (words.accessibility_ask) " " a href=(paths::ASSISTANCE) { (frame.words().assistance) } }
        }
    }
}

fn trainers(view: &Public<'_>, words: &Words) -> Markup {
    let trainers = &view.sheet.trainers;
    html! {
        h2 { (words.trainers) }
        @if trainers.is_empty() { p { (words.trainers_none) } } @else { ul { @for one in trainers { li { (one.name) } } } }
    }
}

fn others(view: &Public<'_>, words: &Words) -> Markup {
    html! {
        @if !view.others.is_empty() {
            h2 { (words.others) }
            (list(view.frame, view.now, &view.others.iter().collect::<Vec<_>>()))
        }
    }
}
