//! `/segreteria/corsi`: how many are on each course, and how many completed it.

use maud::{Markup, html};

use crate::courses::words::words;
use crate::domain::course::Theme;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// One course in figures.
pub struct Figures<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub theme: Option<Theme>,
    pub enrolled: usize,
    pub completed: usize,
}

pub fn desk(frame: &Frame<'_>, courses: &[Figures<'_>]) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [
        Column::new(words.column_course),
        Column::new(words.column_theme),
        Column::new(words.column_enrolled).figures(),
        Column::new(words.column_begun).figures(),
        Column::new(words.column_completed).figures(),
        Column::new(words.column_share).figures(),
    ];
    let rows = html! {
        @for course in courses {
            tr {
                th scope="row" { a href=(paths::course(course.id)) { (course.title) } }
                td { @if let Some(theme) = course.theme { ((words.theme)(theme)) } }
                td .aff-figures { (course.enrolled) }
                td .aff-figures { (course.enrolled - course.completed) }
                td .aff-figures { (course.completed) }
                td .aff-figures { @if course.enrolled > 0 { (dates::number(lang, share(course), 0)) " %" } }
            }
        }
    };
    page(
        &Shell::new(frame, words.desk).crumb(words.secretariat, paths::DESK),
        html! {
            (heading(words.desk, None))
            p { (words.desk_lead) }
            p .aff-buttons {
                a .btn.btn-primary href={ (paths::COURSE_FIGURES) ".xlsx" } { (words.xlsx) }
                a .btn.btn-outline-primary href={ (paths::COURSE_FIGURES) ".csv" } { (words.csv) }
            }
            (table("corsi", words.desk_caption, &columns, rows, frame.words()))
            @if courses.iter().all(|course| course.enrolled == 0) { p { (words.desk_nobody) } }
        },
    )
}

fn share(course: &Figures<'_>) -> f64 {
    course.completed as f64 * 100.0 / course.enrolled as f64
}
