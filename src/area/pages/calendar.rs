//! What is coming, by date, each with its one link.

use maud::{Markup, html};

use crate::area::words::words;
use crate::domain::enrolment::Standing;
use crate::domain::moment::{Day, Moment};
use crate::forum::Announced;
use crate::seminars::OwnDay;
use crate::ui::page::Frame;
use crate::ui::{dates, paths};

/// What stands in the calendar of a person.
pub struct Calendar {
    /// Giornate d'aula for which they have a seat, or wait for one.
    pub seminars: Vec<OwnDay>,
    pub forum: Vec<Announced>,
    /// The last day of the edition, when it is near and something of the ente has to be done by then.
    pub last_day: Option<Day>,
    /// Whether an empty one is shown, with what to do about it.
    pub always: bool,
}

/// One line of it.
struct Line {
    on: Day,
    /// Where it stands among those of the same day.
    at: Option<Moment>,
    name: String,
    href: String,
    says: String,
}

pub fn calendar(frame: &Frame<'_>, calendar: &Calendar, now: Moment) -> Markup {
    let words = words(frame.lang);
    let lines = lines(frame, calendar, now);
    html! {
        @if calendar.always || !lines.is_empty() {
            section .aff-card.aff-also aria-labelledby="in-calendario" {
                h2 #in-calendario { (words.calendar) }
                @if lines.is_empty() { p { (words.calendar_none) } } @else {
                    ul .aff-dates {
                        @for line in &lines {
                            li {
                                p .aff-dates-when {
                                    @match line.at {
                                        Some(at) => (dates::moment(frame.lang, at)),
                                        None => (dates::weekday(frame.lang, line.on)),
                                    }
                                }
                                div {
                                    p { a href=(line.href) { (line.name) } }
                                    p .aff-quiet { (line.says) }
                                }
                            }
                        }
                    }
                }
                @if !calendar.seminars.is_empty() {
                    p .aff-buttons { a .btn.btn-outline-primary href=(paths::OWN_SEMINARS) { (words.coming_button) } }
                } @else if calendar.always {
                    p .aff-buttons { a .btn.btn-outline-primary href=(paths::SEMINARS) { (words.seminars_all) } }
                }
            }
        }
    }
}

fn lines(frame: &Frame<'_>, calendar: &Calendar, now: Moment) -> Vec<Line> {
    let words = words(frame.lang);
    let seminars = calendar.seminars.iter().map(|day| Line {
        on: day.told.starts_at.day(),
        at: Some(day.told.starts_at),
        name: (words.calendar_seminar)(&day.told.title),
        href: paths::class_day(&day.told.day),
        says: match day.own.standing {
            Standing::Seated => words.calendar_seated.to_owned(),
            Standing::Offered => words.calendar_offered.to_owned(),
            Standing::Waiting | Standing::Out => words.calendar_waiting.to_owned(),
        },
    });
    // A day that is over and not yet published has nothing to come for.
    let forum = calendar.forum.iter().filter(|day| day.hours.ends_at() > now).map(|day| Line {
        on: day.hours.opens_at.day(),
        at: Some(day.hours.opens_at),
        name: (words.calendar_forum)(&day.title),
        href: paths::forum_day(&day.id),
        says: format!("{}.", day.told(frame.lang, now)),
    });
    let last = calendar.last_day.zip(frame.edition.as_deref()).map(|(on, edition)| Line {
        on,
        at: None,
        name: (words.calendar_last)(&edition.name),
        href: paths::OWN_ASSESSMENT.to_owned(),
        says: words.calendar_last_text.to_owned(),
    });
    let mut lines: Vec<Line> = seminars.chain(forum).chain(last).collect();
    lines.sort_by_key(|line| (line.on, line.at.is_none(), line.at));
    lines
}
