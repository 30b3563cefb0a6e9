//! Pages of the audit trail and of the access log.

use maud::{Markup, html};

use super::words::{deed, detail, passage, role, words};
use super::{Line, Pass, Wanted};
use crate::domain::deed::Kind;
use crate::domain::moment::Moment;
use crate::platform::audit::Passage;
use crate::ui::fields::{self, Field};
use crate::ui::page::{Frame, Shell, ente as full_name, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::{dates, paths};

/// A page of either list.
pub struct View<'a, T> {
    pub frame: &'a Frame<'a>,
    pub wanted: Wanted<'a>,
    pub lines: Vec<T>,
    pub total: i64,
    /// Counted from 1.
    pub page: usize,
    pub last: usize,
}

impl<T> View<'_, T> {
    fn days(&self) -> (String, String) {
        let text = |day: Option<crate::domain::moment::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        (text(self.wanted.from), text(self.wanted.to))
    }
}

pub fn trail(view: &View<'_, Line>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let kind = view.wanted.kind.map_or("", Kind::as_str);
    let kinds = Kind::ALL.iter().map(|kind| (kind.as_str(), deed(frame.lang, *kind))).collect();
    let (from, to) = view.days();
    page(
        &Shell::new(frame, words.trail).crumb(words.area, paths::AREA),
        html! {
            (heading(words.trail, Some(words.trail_lead)))
            (search(view, (paths::TRAIL, words.search_hint), (kind, kinds)))
            @if view.lines.is_empty() { (nothing(words.nothing, words.all, paths::TRAIL)) } @else {
                (count(view, &paths::trail_csv(view.wanted.text, kind, &from, &to)))
                (deeds(view))
                (pages(view.page, view.last, |n| paths::trail(view.wanted.text, kind, &from, &to, n), frame.words()))
            }
        },
    )
}

pub fn log(view: &View<'_, Pass>, chosen: Option<Passage>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let kind = chosen.map_or("", Passage::as_str);
    let kinds = Passage::ALL.iter().map(|one| (one.as_str(), passage(frame.lang, *one))).collect();
    let (from, to) = view.days();
    page(
        &Shell::new(frame, words.log).crumb(words.area, paths::AREA),
        html! {
            (heading(words.log, Some(words.log_lead)))
            (search(view, (paths::ACCESSES, words.log_search_hint), (kind, kinds)))
            @if view.lines.is_empty() { (nothing(words.log_nothing, words.all, paths::ACCESSES)) } @else {
                (count(view, &paths::accesses_csv(view.wanted.text, kind, &from, &to)))
                (passes(view))
                (pages(view.page, view.last, |n| paths::accesses(view.wanted.text, kind, &from, &to, n), frame.words()))
            }
        },
    )
}

fn nothing(text: &str, all: &str, href: &str) -> Markup {
    html! { div .aff-box { p { (text) } p .aff-buttons { a .btn.btn-outline-primary href=(href) { (all) } } } }
}

fn count<T>(view: &View<'_, T>, file: &str) -> Markup {
    let words = words(view.frame.lang);
    html! {
        div .aff-titled {
            p role="status" { ((words.found)(view.total, &dates::count(view.frame.lang, view.total))) }
            p .aff-buttons { a .btn.btn-outline-primary href=(file) { (words.export) } }
        }
    }
}

type Kinds<'a> = (&'a str, Vec<(&'static str, &'static str)>);

fn search<T>(view: &View<'_, T>, (action, hint): (&str, &str), (chosen, kinds): Kinds<'_>) -> Markup {
    let words = words(view.frame.lang);
    let text = Field::new("cerca", words.search).value(view.wanted.text).hint(hint).optional_unmarked().autocomplete("off");
    let (from, to) = view.days();
    html! {
        form .aff-search method="get" action=(action) role="search" {
            (fields::search(&text, view.frame.words()))
            div .aff-field {
                label .active for="tipo" { (words.kind) }
                select .form-select #tipo name="tipo" {
                    option value="" { (words.any_kind) }
                    @for (value, name) in kinds { option value=(value) selected[value == chosen] { (name) } }
                }
            }
            (fields::date(&Field::new("dal", words.from).value(&from).optional_unmarked(), view.frame.words()))
            (fields::date(&Field::new("al", words.to).value(&to).optional_unmarked(), view.frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.find) } }
        }
    }
}

/// "02/03/2026, 9.05.12": to the second, as evidence wants it.
pub fn when(at: Moment) -> String {
    let time = at.in_italy();
    format!("{}, {:02}:{:02}:{:02}", dates::short(at.day()), time.hour(), time.minute(), time.second())
}

fn somebody(who: Option<&(String, String)>) -> Markup {
    html! { @if let Some((name, username)) = who { (name) br; (username) } }
}

fn deeds(view: &View<'_, Line>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [
        words.column_when,
        words.column_what,
        words.column_by,
        words.column_person,
        words.column_ente,
        words.column_detail,
        words.column_client,
    ];
    let body = html! {
        @for line in &view.lines {
            tr {
                th scope="row" { time datetime=(line.at.rfc3339()) { (when(line.at)) } }
                td { @match Kind::parse(&line.kind) { Some(kind) => (deed(lang, kind)), None => (line.kind) } }
                td { (somebody(line.by.as_ref())) @if line.by.is_some() { br; } (role(lang, &line.role)) }
                td { (somebody(line.person.as_ref())) }
                td { @if let Some(ente) = &line.ente { (full_name(ente)) } }
                td { @match Kind::parse(&line.kind) { Some(kind) => (detail(lang, kind, &line.detail)), None => (line.detail) } }
                td { (line.client.as_deref().unwrap_or_default()) }
            }
        }
    };
    table("registro", words.caption, &columns.map(Column::new), body, view.frame.words())
}

fn passes(view: &View<'_, Pass>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [words.column_when, words.column_what, words.column_by, words.column_username, words.column_client];
    let body = html! {
        @for pass in &view.lines {
            tr {
                th scope="row" { time datetime=(pass.at.rfc3339()) { (when(pass.at)) } }
                td { @if let Some(one) = pass.passage { (passage(lang, one)) } }
                td { (pass.name.as_deref().unwrap_or_default()) }
                td { (pass.username) }
                td { (pass.client.as_deref().unwrap_or_default()) }
            }
        }
    };
    table("accessi", words.log_caption, &columns.map(Column::new), body, view.frame.words())
}
