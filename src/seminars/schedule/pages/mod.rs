//! Pages on seminars and their giornate: the desk that plans them, the calendar that everybody reads.

mod calendar;
mod day;
mod day_form;
mod desk_day;
mod month;
mod planning;
mod seminar;

use maud::{Markup, html};

use super::words;
use super::words::planning::words as planning_words;
use crate::domain::class_plan::Openness;
use crate::domain::moment::Moment;
use crate::ui::page::Frame;
use crate::ui::{dates, paths};

pub use calendar::{Calendar, calendar};
pub use day::{Public, day};
pub use day_form::{DayView, day_form};
pub use desk_day::{Cancelling, Copying, DeskDay, WHY_MAX, cancelling, copying, desk_day};
pub use month::{Month, month};
pub use planning::{Planning, planning};
pub use seminar::{OneSeminar, SeminarView, no_edition, one_seminar, seminar_form};

/// "12/03/2026, tra 9 giorni".
fn term(frame: &Frame<'_>, enrol_by: Moment, now: Moment) -> Markup {
    let words = planning_words(frame.lang);
    let day = enrol_by.day();
    let days = (day.date() - now.day().date()).get_days();
    html! {
        (dates::short(day))
        span .aff-line { @if enrol_by <= now { (words.term_passed) } @else { ((words.term_in)(i64::from(days))) } }
    }
}

/// How open a day is, as a label of the kit: words first, the colour repeats them.
fn openness(frame: &Frame<'_>, openness: Openness) -> Markup {
    let class = match openness {
        Openness::Free(_) => "bg-success",
        Openness::Full(_) | Openness::TermPassed | Openness::Begun | Openness::Over | Openness::Held | Openness::Draft => "bg-secondary",
        Openness::Cancelled => "bg-danger",
    };
    html! { span .badge.(class) { (words::openness(frame.lang, openness)) } }
}

/// Text as it was written: an empty line separates paragraphs.
fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            p .aff-as-written { (paragraph) }
        }
    }
}

/// The way back to the table of the desk.
fn to_planning(frame: &Frame<'_>) -> (&'static str, &'static str) {
    (planning_words(frame.lang).planning, paths::PLANNING)
}
