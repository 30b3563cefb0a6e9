//! `/corsi`: the courses by theme, each with how far one is.

use maud::{Markup, html};

use crate::courses::Enrolment;
use crate::courses::words::words;
use crate::domain::course::{Course, Theme};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::{dates, paths};

/// A course with somebody's enrolment, if they are on it.
pub struct Listed<'a> {
    pub course: &'a Course,
    pub enrolment: Option<&'a Enrolment>,
}

pub fn list(frame: &Frame<'_>, courses: &[Listed<'_>]) -> Markup {
    let words = words(frame.lang);
    let of = |theme: Theme| courses.iter().filter(move |listed| listed.course.theme == theme);
    page(
        &Shell::new(frame, words.title).description(words.description),
        html! {
            (heading(words.title, Some(words.lead)))
            @if courses.is_empty() { p { (words.none) } }
            @for theme in Theme::ALL {
                @if of(theme).next().is_some() {
                    h2 { ((words.theme)(theme)) }
                    ul .aff-cards { @for listed in of(theme) { li .aff-card { (card(frame, listed)) } } }
                }
            }
        },
    )
}

fn card(frame: &Frame<'_>, listed: &Listed<'_>) -> Markup {
    let (words, course) = (words(frame.lang), listed.course);
    html! {
        h3 .h4 lang=(course.lang) { a href=(paths::course(&course.id)) { (course.title) } }
        p lang=(course.lang) { (course.description) }
        p { ((words.lessons)(course.lessons.len())) " · " ((words.minutes)(course.minutes())) }
        @if frame.person.is_some() { p { strong { (state(frame, course, listed.enrolment)) } } }
    }
}

/// How far somebody is, in a few words.
pub fn state(frame: &Frame<'_>, course: &Course, enrolment: Option<&Enrolment>) -> Markup {
    let words = words(frame.lang);
    let Some(enrolment) = enrolment else { return html! { (words.not_enrolled) } };
    if let Some(at) = enrolment.completed_at {
        return html! { (words.completed_on) " " (dates::day_tag(frame.lang, at.day())) };
    }
    let (read, of) = (enrolment.progress.read_of(course), course.lessons.len());
    html! { ((words.progress)(read, of)) @if read == of { ". " (words.test_left) } }
}
