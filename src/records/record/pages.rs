//! The record of one person, and of the people of an ente.

use maud::{Markup, html};

use super::words::{contribution, lacking, rule, words};
use super::{CourseLine, DayLine, GOAL_HOURS, OfEdition, OfTheme, minutes_in};
use crate::courses::Shelf;
use crate::domain::certificate::{self, Lacking};
use crate::domain::moment::Moment;

use crate::records::certificates::Certificate;
use crate::records::certificates::pages::own;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Record<'a> {
    pub frame: &'a Frame<'a>,
    pub editions: &'a [OfEdition],
    pub certificates: &'a [Certificate],
    pub courses: &'a [CourseLine],
    /// For the titles of courses that are asked for.
    pub shelf: &'a Shelf,
    pub now: Moment,
}

pub fn record(view: &Record<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.title).running(whose(frame)),
        html! {
            (heading(words.title, Some(words.lead)))
            @if view.editions.is_empty() && view.certificates.is_empty() && view.courses.is_empty() {
                p { (words.none) }
                p { a .btn.btn-primary href=(paths::SEMINARS) { (words.none_next) } }
            } @else {
                (goal(view))
                (own(frame.lang, view.certificates))
                (courses(view))
                @for edition in view.editions {
                    h2 { (edition.name) }
                    @if !edition.themes.is_empty() { p { ((words.total)(&dates::length(frame.lang, edition.minutes()))) } }
                    @if let Some(asked) = &edition.rule {
                        @for sentence in rule(frame.lang, asked, |id| view.shelf.title(id).to_owned()) { p { (sentence) } }
                    }
                    @for theme in &edition.themes { (one_theme(view, edition, theme)) }
                    (forum(frame, edition))
                }
            }
        },
    )
}

/// "Anna Bruno · Comune di Agliè (TO)", on every sheet that is printed.
fn whose(frame: &Frame<'_>) -> String {
    let parts = frame.person.iter().flat_map(|person| [Some(&person.name), person.acting_for.as_ref()]);
    parts.flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// The hours of this year beside the goal of the directive.
fn goal(view: &Record<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let year = view.now.day().date().year();
    let minutes = minutes_in(view.editions, year);
    let text = (words.of_goal)(&dates::length(lang, minutes), GOAL_HOURS);
    html! {
        section .aff-card.aff-goal {
            h2 .h5 { ((words.year)(year)) }
            p { strong { (text) } }
            progress max=(GOAL_HOURS * 60) value=(minutes.min(GOAL_HOURS * 60)) aria-label=(text) {}
            p .form-text { (words.goal_note) }
        }
    }
}

/// The days of the forum in which somebody took part; nothing where there are none.
fn forum(frame: &Frame<'_>, edition: &OfEdition) -> Markup {
    let words = words(frame.lang);
    let columns = [words.day, words.forum_day, words.did].map(Column::new);
    html! {
        @if !edition.forum.is_empty() {
            h3 { (words.forum) }
            (table(&format!("forum-{}", edition.edition), &(words.forum_caption)(&edition.name), &columns, html! {
                @for day in &edition.forum {
                    tr {
                        th scope="row" { a href=(paths::forum_day(&day.day)) { (dates::short(day.held_on)) } }
                        td { (day.title) }
                        td { (contribution(frame.lang, day.did)) }
                    }
                }
            }, frame.words()))
        }
    }
}

fn one_theme(view: &Record<'_>, edition: &OfEdition, theme: &OfTheme) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let certified = view.certificates.iter().any(|c| c.stands() && c.edition == edition.edition && c.theme == theme.theme);
    let completed: Vec<String> = view.courses.iter().map(|course| course.id.clone()).collect();
    let rule = edition.rule.as_ref().filter(|_| !certified);
    let lacks = rule.map(|rule| certificate::lacking(rule, &theme.theme, theme.attended(), &completed));
    html! {
        h3 { (theme.theme) }
        (days(view.frame, theme, view.now))
        @if let Some(lacks) = lacks {
            @if lacks.is_empty() { p { (words.earned) } } @else {
                p { (words.lacks) }
                ul {
                    @for one in &lacks {
                        li {
                            (lacking(lang, one, |minutes| dates::length(lang, minutes)))
                            @if let Lacking::Course(id) = one { a href=(paths::course(id)) { (view.shelf.title(id)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The courses completed, with how their tests went; nothing where there are none.
fn courses(view: &Record<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.course, words.completed_on, words.test].map(Column::new);
    let rows = html! {
        @for course in view.courses {
            tr {
                th scope="row" {
                    @if view.shelf.course(&course.id).is_some() { a href=(paths::course(&course.id)) { (course.title) } } @else { (course.title) }
                }
                td { (dates::short(course.at.day())) }
                td { @if let Some((right, of)) = course.test { ((words.test_said)(right, of)) } }
            }
        }
    };
    html! {
        @if !view.courses.is_empty() {
            h2 { (words.courses) }
            (table("corsi", words.courses_caption, &columns, rows, frame.words()))
        }
    }
}

fn days(frame: &Frame<'_>, theme: &OfTheme, now: Moment) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [words.day, words.seminar, words.place, words.attended].map(Column::new);
    let rows = html! {
        @for day in &theme.days {
            tr {
                th scope="row" { a href=(paths::class_day(&day.day)) { (dates::short(day.starts_at.day())) } }
                td { (day.title) }
                td { @if day.city.is_empty() { (words.online) } @else { (day.city) } }
                td { (standing(lang, day, now)) }
            }
        }
    };
    table(&format!("tema-{}", crate::ui::fields::id_of(&theme.theme)), &(words.caption)(&theme.theme), &columns, rows, frame.words())
}

/// "6 ore su 7 ore", or why there is no figure.
fn standing(lang: Lang, day: &DayLine, now: Moment) -> String {
    let words = words(lang);
    match (day.held, day.present) {
        (false, _) if day.starts_at > now => words.to_come.to_owned(),
        (false, _) => words.not_closed.to_owned(),
        (true, 0) => words.absent.to_owned(),
        (true, present) => (words.of_planned)(&dates::length(lang, present), &dates::length(lang, day.planned)),
    }
}
