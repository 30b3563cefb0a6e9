//! The calendar as a month: a table with a column for each day of the week, read by a screen reader as one.

use maud::{Markup, html};

use super::calendar::{View, chips, list, views};
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::State;
use crate::seminars::schedule::words::public::{Words, words};
use crate::seminars::schedule::words::{city, openness};
use crate::seminars::schedule::{Card, Filters};
use crate::ui::page::{Frame, Shell, heading, icon, page};
use crate::ui::{dates, paths};

pub struct Month<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    /// Its first day, and that of the next.
    pub first: Day,
    pub next: Day,
    pub cards: Vec<Card>,
    pub filters: Filters,
    pub region: &'a str,
    pub theme: &'a str,
}

pub fn month(view: &Month<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let chosen = (view.region, view.theme);
    let name = dates::month_and_year(frame.lang, view.first);
    let title = format!("{}, {name}", words.seminars);
    page(
        &Shell::new(frame, &title).crumb(words.seminars, paths::SEMINARS).description(words.description),
        html! {
            (heading(&title, None))
            (views(frame, chosen, View { month: Some(view.first), past: false }, view.now.day()))
            @if view.filters.regions.len() > 1 || !view.region.is_empty() {
                (chips(words.regions, words.any_region, &view.filters.regions, view.region, |r| paths::seminars_month((r, view.theme), view.first)))
            }
            @if view.filters.themes.len() > 1 || !view.theme.is_empty() {
                (chips(words.themes, words.any_theme, &view.filters.themes, view.theme, |t| paths::seminars_month((view.region, t), view.first)))
            }
            (grid(view, words))
            (turning(view, words))
            @if view.cards.is_empty() { p role="status" { (words.none_in_month) } } @else {
                h2 { ((words.in_month)(&name)) }
                (list(frame, view.now, &view.cards.iter().collect::<Vec<_>>()))
            }
        },
    )
}

/// To the month before and to the next, each by its name.
fn turning(view: &Month<'_>, words: &Words) -> Markup {
    let (lang, chosen) = (view.frame.lang, (view.region, view.theme));
    let before = view.first.plus_days(-1);
    html! {
        nav .aff-turning aria-label=(words.months) {
            a .btn.btn-outline-primary rel="prev" href=(paths::seminars_month(chosen, before)) {
                (icon("it-chevron-left", "icon-sm icon-primary")) span .visually-hidden { (words.previous_month) ": " }
                (dates::month_and_year(lang, before))
            }
            a .btn.btn-outline-primary rel="next" href=(paths::seminars_month(chosen, view.next)) {
                span .visually-hidden { (words.next_month) ": " } (dates::month_and_year(lang, view.next))
                (icon("it-chevron-right", "icon-sm icon-primary"))
            }
        }
    }
}

/// Weeks from Monday to Sunday; days of other months are empty cells.
fn weeks(first: Day, next: Day) -> Vec<[Option<Day>; 7]> {
    let before = i32::from(first.date().weekday().to_monday_zero_offset());
    let mut monday = first.plus_days(-before);
    let mut weeks = Vec::new();
    while monday < next {
        weeks.push(std::array::from_fn(|n| {
            let day = monday.plus_days(i32::try_from(n).unwrap_or(0));
            (day >= first && day < next).then_some(day)
        }));
        monday = monday.plus_days(7);
    }
    weeks
}

fn grid(view: &Month<'_>, words: &Words) -> Markup {
    let name = dates::month_and_year(view.frame.lang, view.first);
    html! {
        table .table.aff-month {
            caption { ((words.month_caption)(&name)) }
            thead { tr { @for (short, whole) in words.weekdays {
                th scope="col" { span aria-hidden="true" { (short) } span .visually-hidden { (whole) } }
            } } }
            tbody { @for week in weeks(view.first, view.next) {
                tr { @for day in week { (cell(view, words, day)) } }
            } }
        }
    }
}

fn cell(view: &Month<'_>, words: &Words, day: Option<Day>) -> Markup {
    let Some(day) = day else { return html! { td .aff-empty {} } };
    let today = day == view.now.day();
    let cards: Vec<&Card> = view.cards.iter().filter(|card| card.starts_at.day() == day).collect();
    html! {
        td .aff-today[today] .aff-busy[!cards.is_empty()] {
            span .aff-day-number { (day.date().day()) @if today { span .visually-hidden { ", " (words.today) } } }
            @if !cards.is_empty() { ul { @for card in cards { li { (event(view, words, card)) } } } }
        }
    }
}

/// One day in its cell: hour and town in sight (the plate code where there is little room), all of it read out.
fn event(view: &Month<'_>, words: &Words, card: &Card) -> Markup {
    let lang = view.frame.lang;
    let town = city(lang, &card.place, card.is_online);
    let short = if card.place.province.is_empty() { "web" } else { card.place.province.as_str() };
    let cancelled = card.state == State::Cancelled;
    html! {
        a .aff-gone[cancelled] href=(paths::class_day(&card.id)) {
            span .visually-hidden {
                (card.title) ", " (town) ", " (dates::hour(lang, card.starts_at)) ", " (openness(lang, card.openness(view.now)))
            }
            span .aff-wide aria-hidden="true" {
                (dates::hour(lang, card.starts_at)) " " (town) @if cancelled { " (" (words.cancelled_short) ")" }
            }
            span .aff-narrow aria-hidden="true" { (short) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_hold_the_month_alone() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        // March 2026 begins on a Sunday, February 2027 on a Monday and fits four weeks.
        let march = weeks(day(2026, 3, 1), day(2026, 4, 1));
        assert_eq!((march.len(), march[0][6], march[0][5]), (6, Some(day(2026, 3, 1)), None));
        assert_eq!((march[5][0], march[5][1], march[5][2]), (Some(day(2026, 3, 30)), Some(day(2026, 3, 31)), None));
        assert_eq!(weeks(day(2027, 2, 1), day(2027, 3, 1)).len(), 4);
        assert_eq!(march.iter().flatten().flatten().count(), 31);
    }
}
