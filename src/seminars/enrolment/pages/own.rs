//! One's own giornate: those to come with what can be done, then those that were.

use maud::{Markup, html};

use super::{actions, standing, when, where_};
use crate::domain::enrolment::Standing;
use crate::domain::moment::Moment;
use crate::seminars::enrolment::OwnDay;
use crate::seminars::enrolment::words::words;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

pub fn own(frame: &Frame<'_>, (days, now): (&[OwnDay], Moment), notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let is_to_come = |day: &&OwnDay| day.told.ends_at > now && day.own.standing != Standing::Out;
    let (to_come, mut past): (Vec<&OwnDay>, Vec<&OwnDay>) = days.iter().partition(is_to_come);
    past.reverse();
    page(
        &Shell::new(frame, words.own_seminars).crumb(words.area, paths::AREA).notices(notice),
        html! {
            (heading(words.own_seminars, Some(words.own_lead)))
            h2 { (words.to_come) }
            @if to_come.is_empty() { p { (words.none_to_come) } }
            @for day in to_come { (card(frame, day, now)) }
            p { a href=(paths::SEMINARS) { (words.see_days) } }
            h2 { (words.past) }
            @if past.is_empty() { p { (words.none_past) } } @else { (rest(frame, &past, now)) }
        },
    )
}

fn card(frame: &Frame<'_>, day: &OwnDay, now: Moment) -> Markup {
    let id = format!("giornata-{}", day.told.day);
    html! {
        section .aff-card.aff-seats aria-labelledby=(id) {
            h3 id=(id) { a href=(paths::class_day(&day.told.day)) { (day.told.title) } }
            p { (when(frame, &day.told)) " · " (where_(frame, &day.told)) }
            @if let Some(ente) = &day.ente { p .aff-quiet { (crate::ui::page::ente(ente)) } }
            p { strong { (standing(frame, &day.own)) } }
            @if day.told.starts_at > now { (actions(frame, &day.own, &when(frame, &day.told))) }
        }
    }
}

fn rest(frame: &Frame<'_>, days: &[&OwnDay], now: Moment) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_day, words.when, words.column_state].map(Column::new);
    let state = |day: &OwnDay| match day.own.standing {
        _ if day.cancelled => words.cancelled.to_owned(),
        Standing::Seated if day.told.ends_at <= now => (words.standing)(Standing::Seated).to_owned(),
        _ => standing(frame, &day.own),
    };
    let body = html! {
        @for day in days {
            tr {
                th scope="row" { a href=(paths::class_day(&day.told.day)) { (day.told.title) } }
                td { (when(frame, &day.told)) }
                td { (state(day)) }
            }
        }
    };
    table("passate", words.past, &columns, body, frame.words())
}
