//! `/corsi/<course>`: what it is about, the rule, the lessons, where one goes on.

use maud::{Markup, html};

use super::list::state;
use super::prose::external;
use crate::courses::Enrolment;
use crate::courses::words::words;
use crate::domain::course::Course;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

pub struct CoursePage<'a> {
    pub frame: &'a Frame<'a>,
    pub course: &'a Course,
    pub enrolment: Option<&'a Enrolment>,
    /// Id, title and whether it is completed, of each course to complete before.
    pub before: Vec<(&'a str, &'a str, bool)>,
    pub notice: Option<Notice>,
}

pub fn course(view: &CoursePage<'_>) -> Markup {
    let (frame, course, words) = (view.frame, view.course, words(view.frame.lang));
    let shell = Shell::new(frame, course.title.as_str()).crumb(words.title, paths::COURSES).description(course.description.as_str());
    let changed = view.enrolment.filter(|e| e.version < course.version && e.completed_at.is_none());
    let changed = changed.map(|e| Notice::info(&(words.changed_title)(e.version, course.version)));
    page(
        &shell.updated(course.reviewed).notices(view.notice.clone()).notices(changed),
        html! {
            (heading(&course.title, Some((words.theme)(course.theme))))
            p .lead lang=(course.lang) { (course.description) }
            (rule(view))
            (way_on(view))
            (contents(view))
            (about(view))
        },
    )
}

/// The one plain rule, before anything else is asked.
fn rule(view: &CoursePage<'_>) -> Markup {
    let (words, test) = (words(view.frame.lang), &view.course.test);
    html! {
        section .aff-card aria-labelledby="regola" {
            h2 .h4 id="regola" { (words.rule_title) }
            p { ((words.rule)(test.enough(), test.asked())) }
            @if let Some(tries) = test.tries { p { ((words.rule_tries)(tries.attempts, tries.pause_days)) } }
        }
    }
}

/// Enrol, go on, or what prevents it.
fn way_on(view: &CoursePage<'_>) -> Markup {
    let (frame, course, words) = (view.frame, view.course, words(view.frame.lang));
    let Some(enrolment) = view.enrolment else { return enrol(view) };
    let test = paths::quiz(&course.id, &course.test.id);
    html! {
        p { strong { (state(frame, course, Some(enrolment))) } }
        @match enrolment.progress.next(course) {
            Some(lesson) => {
                p .aff-buttons {
                    a .btn.btn-primary href=(paths::lesson(&course.id, &lesson.id)) {
                        @if enrolment.progress.read_of(course) == 0 { (words.start) }
                        @else { (words.resume_at) " «" span lang=(course.lang) { (lesson.title) } "»" }
                    }
                }
            }
            None if !enrolment.progress.test_passed => p .aff-buttons { a .btn.btn-primary href=(test) { (words.to_test) } },
            None => {}
        }
    }
}

fn enrol(view: &CoursePage<'_>) -> Markup {
    let (course, words) = (view.course, words(view.frame.lang));
    let missing = view.before.iter().any(|(.., done)| !done);
    html! {
        @if !view.before.is_empty() {
            h2 .h4 { (words.prerequisites) }
            ul {
                @for (id, title, done) in &view.before {
                    li { a href=(paths::course(id)) { (title) } @if *done { " (" (words.done) ")" } }
                }
            }
        }
        @if view.frame.person.is_none() {
            p .aff-buttons { a .btn.btn-primary href=(paths::sign_in(&paths::course(&course.id))) { (words.sign_in) } }
        } @else if missing {
            p { (words.prerequisites_missing) }
        } @else {
            form method="post" action=(paths::course_enrolment(&course.id)) {
                p .form-text { (words.enrol_hint) }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.enrol) } }
            }
        }
    }
}

fn contents(view: &CoursePage<'_>) -> Markup {
    let (course, words) = (view.course, words(view.frame.lang));
    html! {
        h2 { (words.contents) }
        ol .aff-lessons {
            @for lesson in &course.lessons {
                li {
                    @match view.enrolment {
                        Some(enrolment) => {
                            a href=(paths::lesson(&course.id, &lesson.id)) lang=(course.lang) { (lesson.title) }
                            " · " ((words.minutes)(lesson.minutes))
                            " · " (if enrolment.progress.has_read(lesson) { words.read } else { words.to_read })
                        }
                        None => { span lang=(course.lang) { (lesson.title) } " · " ((words.minutes)(lesson.minutes)) }
                    }
                }
            }
            li {
                @if view.enrolment.is_some() {
                    a href=(paths::quiz(&course.id, &course.test.id)) lang=(course.lang) { (course.test.title) }
                } @else { span lang=(course.lang) { (course.test.title) } }
                " · " ((words.minutes)(course.test.minutes))
            }
        }
    }
}

fn about(view: &CoursePage<'_>) -> Markup {
    let (frame, course, words) = (view.frame, view.course, words(view.frame.lang));
    html! {
        dl .aff-facts {
            dt { (words.audience) } dd lang=(course.lang) { (course.audience) }
            dt { (words.authors) } dd { (course.authors.join(", ")) }
            dt { (words.reviewed) } dd { (dates::day_tag(frame.lang, course.reviewed)) }
            dt { (words.version) } dd { (course.version) }
        }
        h2 { (words.sources) }
        ul lang=(course.lang) {
            @for source in &course.sources {
                li {
                    @match &source.url {
                        Some(url) => (external(url, &html! { (source.text) }, words)),
                        None => (source.text),
                    }
                }
            }
        }
    }
}
