//! One's own giornate: those to come with what can be done, then those that were.

use maud::{Markup, html};

use super::{actions, standing, when, where_};
use crate::domain::enrolment::Standing;
use crate::domain::moment::Moment;
use crate::seminars::enrolment::OwnDay;
use crate::seminars::enrolment::words::words;
use crate::seminars::materials::{self, Material};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

/// All of one's own giornate, with the files that can be seen by now.
pub struct OwnDays<'a> {
    pub frame: &'a Frame<'a>,
    pub days: &'a [OwnDay],
    pub materials: &'a [Material],
    pub now: Moment,
    pub notice: Option<Notice>,
}

impl OwnDays<'_> {
    fn of<'a>(&'a self, day: &'a OwnDay) -> impl Iterator<Item = &'a Material> {
        self.materials.iter().filter(|one| one.day == day.told.day)
    }
}

pub fn own(view: &OwnDays<'_>) -> Markup {
    let (frame, days, now) = (view.frame, view.days, view.now);
    let words = words(frame.lang);
    let is_to_come = |day: &&OwnDay| day.told.ends_at > now && day.own.standing != Standing::Out;
    let (to_come, mut past): (Vec<&OwnDay>, Vec<&OwnDay>) = days.iter().partition(is_to_come);
    past.reverse();
    page(
        &Shell::new(frame, words.own_seminars).crumb(words.area, paths::AREA).notices(view.notice.clone()),
        html! {
            (heading(words.own_seminars, Some(words.own_lead)))
            h2 { (words.to_come) }
            @if to_come.is_empty() { p { (words.none_to_come) } }
            @for day in to_come { (card(view, day)) }
            p { a href=(paths::SEMINARS) { (words.see_days) } }
            h2 { (words.past) }
            @if past.is_empty() { p { (words.none_past) } } @else { (rest(view, &past)) }
        },
    )
}

fn card(view: &OwnDays<'_>, day: &OwnDay) -> Markup {
    let (frame, now) = (view.frame, view.now);
    let id = format!("giornata-{}", day.told.day);
    html! {
        section .aff-card.aff-seats aria-labelledby=(id) {
            h3 id=(id) { a href=(paths::class_day(&day.told.day)) { (day.told.title) } }
            p { (when(frame, &day.told)) " · " (where_(frame, &day.told)) }
            @if let Some(ente) = &day.ente { p .aff-quiet { (crate::ui::page::ente(ente)) } }
            p { strong { (standing(frame, &day.own)) } }
            (materials::pages::list(frame, view.of(day)))
            @if day.told.starts_at > now { (actions(frame, &day.own, &when(frame, &day.told))) }
        }
    }
}

fn rest(view: &OwnDays<'_>, days: &[&OwnDay]) -> Markup {
    let (frame, now) = (view.frame, view.now);
    let words = words(frame.lang);
    let columns = [words.column_day, words.when, words.column_state, words.column_materials].map(Column::new);
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
                td { (materials::pages::list(frame, view.of(day))) }
            }
        }
    };
    table("passate", words.past, &columns, body, frame.words())
}
