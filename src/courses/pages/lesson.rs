//! `/corsi/<course>/<lesson>`: the text, the declaration of having read it, the ways on.

use maud::{Markup, html};

use super::prose::prose;
use crate::courses::Enrolment;
use crate::courses::words::words;
use crate::domain::course::{Course, Lesson};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

pub struct LessonPage<'a> {
    pub frame: &'a Frame<'a>,
    pub course: &'a Course,
    pub lesson: &'a Lesson,
    pub enrolment: &'a Enrolment,
    pub notice: Option<Notice>,
}

pub fn lesson(view: &LessonPage<'_>) -> Markup {
    let (frame, course, lesson, words) = (view.frame, view.course, view.lesson, words(view.frame.lang));
    let position = course.lessons.iter().position(|other| other.id == lesson.id).unwrap_or(0);
    let shell = Shell::new(frame, lesson.title.as_str())
        .crumb(words.title, paths::COURSES)
        .crumb(course.title.as_str(), paths::course(&course.id))
        .updated(course.reviewed)
        .running(format!("{} · {}", course.title, lesson.title));
    let about = format!("{} · {}", (words.lesson_of)(position + 1, course.lessons.len()), (words.minutes)(lesson.minutes));
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&lesson.title, Some(&about)))
            div .row {
                div .col-12.col-lg-8 {
                    (prose(course, &lesson.blocks, frame.lang))
                    (practice(view))
                    (declaration(view))
                    (pager(view, position))
                }
                div .col-12.col-lg-4 { (index(view)) }
            }
        },
    )
}

fn practice(view: &LessonPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if let Some(quiz) = &view.lesson.quiz {
            section .aff-card.aff-screen aria-labelledby="ripasso" {
                h2 .h4 id="ripasso" { (words.practice) }
                p { (words.practice_hint) }
                p { a href=(paths::quiz(&view.course.id, &quiz.id)) lang=(view.course.lang) { (quiz.title) } }
            }
        }
    }
}

fn declaration(view: &LessonPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if view.enrolment.progress.has_read(view.lesson) {
            p .aff-screen { strong { (words.already_read) } }
        } @else {
            form .aff-screen method="post" action=(paths::lesson_read(&view.course.id, &view.lesson.id)) {
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.mark_read) } }
            }
        }
    }
}

/// The lesson before and the one after; after the last comes the test.
fn pager(view: &LessonPage<'_>, position: usize) -> Markup {
    let (course, words) = (view.course, words(view.frame.lang));
    let before = position.checked_sub(1).and_then(|n| course.lessons.get(n));
    html! {
        nav .aff-pager.aff-screen aria-label=(words.in_this_course) {
            @if let Some(before) = before {
                p { (words.previous) ": " a href=(paths::lesson(&course.id, &before.id)) lang=(course.lang) rel="prev" { (before.title) } }
            }
            @match course.lessons.get(position + 1) {
                Some(after) => p { (words.next) ": " a href=(paths::lesson(&course.id, &after.id)) lang=(course.lang) rel="next" { (after.title) } },
                None => p { (words.next) ": " a href=(paths::quiz(&course.id, &course.test.id)) lang=(course.lang) rel="next" { (course.test.title) } },
            }
        }
    }
}

fn index(view: &LessonPage<'_>) -> Markup {
    let (course, progress, words) = (view.course, &view.enrolment.progress, words(view.frame.lang));
    html! {
        aside .aff-card.aff-screen aria-labelledby="indice-corso" {
            h2 .h5 id="indice-corso" { (words.in_this_course) }
            p { ((words.progress)(progress.read_of(course), course.lessons.len())) }
            ol {
                @for lesson in &course.lessons {
                    @let here = lesson.id == view.lesson.id;
                    li {
                        a href=(paths::lesson(&course.id, &lesson.id)) lang=(course.lang) aria-current=[here.then_some("page")] { (lesson.title) }
                        " (" (if progress.has_read(lesson) { words.read } else { words.to_read }) ")"
                    }
                }
            }
        }
    }
}
