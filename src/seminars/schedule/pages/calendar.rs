//! The calendar as a list: the days to come by month, those that were on a page apart.

use maud::{Markup, html};

use super::openness;
use crate::domain::moment::{Day, Moment};
use crate::seminars::schedule::words::public::words;
use crate::seminars::schedule::words::{city, hours};
use crate::seminars::schedule::{Card, Filters};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::pages;
use crate::ui::{dates, paths};

pub struct Calendar<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub cards: Vec<Card>,
    pub filters: Filters,
    pub region: &'a str,
    pub theme: &'a str,
    pub free: bool,
    pub past: bool,
    /// This page and the last, counted from 1.
    pub page: (usize, usize),
}

pub fn calendar(view: &Calendar<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let chosen = (view.region, view.theme);
    page(
        &Shell::new(frame, words.seminars).description(words.description),
        html! {
            (heading(words.seminars, Some(words.lead)))
            (views(frame, chosen, View { month: None, past: view.past }, view.now.day()))
            @if !view.past { (filters(view)) }
            @if view.cards.is_empty() { (none(view)) } @else { (by_month(view)) }
            @if !view.past { p { a href=(paths::SEMINARS_CALENDAR) { (words.follow) } } }
            (pages(view.page.0, view.page.1, |n| paths::seminars(chosen, view.free, view.past, n), frame.words()))
        },
    )
}

/// Which view is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    pub(super) month: Option<Day>,
    pub(super) past: bool,
}

/// List, month, past ones: the filters go along.
pub(super) fn views(frame: &Frame<'_>, chosen: (&str, &str), view: View, today: Day) -> Markup {
    let words = words(frame.lang);
    let lines = [
        (words.to_come, paths::seminars(chosen, false, false, 1), view.month.is_none() && !view.past),
        (words.as_month, paths::seminars_month(chosen, view.month.unwrap_or(today)), view.month.is_some()),
        (words.past, paths::seminars(("", ""), false, true, 1), view.past),
    ];
    html! {
        nav .aff-views aria-label=(words.view) {
            ul { @for (name, href, here) in lines { li { a href=(href) aria-current=[here.then_some("page")] { (name) } } } }
        }
    }
}

/// Links, not a form: each is an address that can be kept and passed on.
fn filters(view: &Calendar<'_>) -> Markup {
    let words = words(view.frame.lang);
    let (region, theme, free) = (view.region, view.theme, view.free);
    html! {
        @if view.filters.regions.len() > 1 || !region.is_empty() {
            (chips(words.regions, words.any_region, &view.filters.regions, region, |r| paths::seminars((r, theme), free, false, 1)))
        }
        @if view.filters.themes.len() > 1 || !theme.is_empty() {
            (chips(words.themes, words.any_theme, &view.filters.themes, theme, |t| paths::seminars((region, t), free, false, 1)))
        }
        @if !view.cards.is_empty() || free {
            nav .aff-filter aria-label=(words.seats) {
                p aria-hidden="true" { (words.seats) }
                ul {
                    li { a href=(paths::seminars((region, theme), false, false, 1)) aria-current=[(!free).then_some("true")] { (words.all_seats) } }
                    li { a href=(paths::seminars((region, theme), true, false, 1)) aria-current=[free.then_some("true")] { (words.only_free) } }
                }
            }
        }
    }
}

pub(super) fn chips(label: &str, any: &str, values: &[String], now: &str, href: impl Fn(&str) -> String) -> Markup {
    html! {
        nav .aff-filter aria-label=(label) {
            p aria-hidden="true" { (label) }
            ul {
                li { a href=(href("")) aria-current=[now.is_empty().then_some("true")] { (any) } }
                @for value in values {
                    li { a href=(href(value)) aria-current=[(now == value).then_some("true")] { (value) } }
                }
            }
        }
    }
}

fn none(view: &Calendar<'_>) -> Markup {
    let words = words(view.frame.lang);
    let chosen = view.free || !view.region.is_empty() || !view.theme.is_empty();
    html! {
        div .aff-box role="status" {
            @if view.past { p { (words.none_past) } }
            @else if chosen { p { (words.none_chosen) } p { a href=(paths::SEMINARS) { (words.all_of_them) } } }
            @else { p { (words.none_to_come) } p { (words.none_to_come_what) } }
        }
    }
}

fn by_month(view: &Calendar<'_>) -> Markup {
    let lang = view.frame.lang;
    let mut months: Vec<(String, Vec<&Card>)> = Vec::new();
    for card in &view.cards {
        let month = dates::month_and_year(lang, card.starts_at.day());
        match months.last_mut() {
            Some((same, cards)) if *same == month => cards.push(card),
            _ => months.push((month, vec![card])),
        }
    }
    html! { @for (month, cards) in months {
        h2 .aff-month-name { (month) }
        (list(view.frame, view.now, &cards))
    } }
}

/// The days as cards, each with its one link.
pub(super) fn list(frame: &Frame<'_>, now: Moment, cards: &[&Card]) -> Markup {
    html! { ul .aff-cards.aff-days { @for card in cards { li .aff-card { (one(frame, card, now)) } } } }
}

fn one(frame: &Frame<'_>, card: &Card, now: Moment) -> Markup {
    let lang = frame.lang;
    html! {
        p .aff-day-when {
            time datetime=(card.starts_at.rfc3339()) { (dates::weekday(lang, card.starts_at.day())) }
            span .aff-line { (hours(lang, card.starts_at, card.ends_at)) }
        }
        h3 { a href=(paths::class_day(&card.id)) { (card.title) } }
        p { strong { (city(lang, &card.place, card.is_online)) } @if let Some(region) = &card.region { ", " (region) } }
        p { (card.theme) }
        p { (openness(frame, card.openness(now))) }
    }
}
