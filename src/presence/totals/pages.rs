//! The presences of an edition at the desk.

use maud::{Markup, html};

use super::words::words;
use super::{DayLine, Totals};
use crate::domain::seminar::State;
use crate::presence::words as shared;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Desk<'a> {
    pub frame: &'a Frame<'a>,
    /// Name of the edition; none where there is none.
    pub edition: Option<&'a str>,
    pub days: &'a [DayLine],
    /// Of the days that are closed.
    pub totals: Totals,
}

pub fn desk(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.title).crumb(shared::words(frame.lang).desk, paths::DESK),
        html! {
            (heading(words.title, view.edition))
            @if view.edition.is_none() { p { (words.no_edition) } } @else {
                p { (words.lead) }
                (figures(view))
                p .aff-buttons {
                    a .btn.btn-primary href={ (paths::PRESENCES) ".xlsx" } { (words.xlsx) }
                    a .btn.btn-outline-primary href={ (paths::PRESENCES) ".csv" } { (words.csv) }
                    a .btn.btn-outline-primary href=(paths::SUMMARY) { (words.summary) }
                    a .btn.btn-outline-primary href=(paths::HOURS) { (words.timesheets) }
                    a .btn.btn-outline-primary href=(paths::SURVEY_FIGURES) { (words.opinions) }
                }
                @if view.days.is_empty() { p { (words.nothing) } } @else { (days(view)) }
            }
        },
    )
}

fn figures(view: &Desk<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let held = view.days.iter().filter(|day| day.state == State::Held).count();
    let number = |n: usize| dates::count(lang, i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        dl .aff-counts {
            dt { (words.heads) } dd { (number(view.totals.heads)) }
            dt { (words.hours) } dd { (dates::length(lang, view.totals.minutes)) }
            dt { (words.held) } dd { (number(held)) }
            dt { (words.still_open) } dd { (number(view.days.len() - held)) }
        }
    }
}

fn days(view: &Desk<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [
        Column::new(words.when),
        Column::new(words.seminar),
        Column::new(words.city),
        Column::new(words.state),
        Column::new(words.people).figures(),
        Column::new(words.there).figures(),
        Column::new(words.person_hours).figures(),
        Column::new(words.differences).figures(),
    ];
    let rows = html! {
        @for day in view.days {
            tr {
                th scope="row" { a href=(paths::teaching_day(&day.id)) { (dates::short(day.starts_at.day())) } }
                td { (day.title) }
                td { (day.city) }
                td { (shared::state(lang, day.state)) }
                td .aff-figures { (day.people) }
                td .aff-figures { (day.totals.heads) }
                td .aff-figures { (dates::length(lang, day.totals.minutes)) }
                td .aff-figures { (day.differences) }
            }
        }
    };
    table("giornate", words.caption, &columns, rows, view.frame.words())
}
