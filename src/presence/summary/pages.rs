//! The summary for the funder at the desk: a table for each thing people and hours are counted by.

use maud::{Markup, html};

use super::words::{Words, class, named, words};
use super::{By, Head, Sum, sums};
use crate::domain::edition::Edition;
use crate::presence::totals::Line;
use crate::presence::words as shared;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Summary<'a> {
    pub frame: &'a Frame<'a>,
    /// None where there is none.
    pub edition: Option<&'a Edition>,
    pub all: &'a [Edition],
    /// Of closed days, of people who were there.
    pub lines: &'a [&'a Line],
}

impl Summary<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }
}

pub fn summary(view: &Summary<'_>) -> Markup {
    let (frame, words) = (view.frame, view.words());
    page(
        &Shell::new(frame, words.title).crumb(shared::words(frame.lang).desk, paths::DESK).crumb(words.presences, paths::PRESENCES),
        html! {
            (heading(words.title, Some(words.lead)))
            (choice(view))
            @if let Some(edition) = view.edition { (of(view, edition)) } @else { p { (words.no_edition) } }
        },
    )
}

/// Which edition; nothing to choose where there is one.
fn choice(view: &Summary<'_>) -> Markup {
    let words = view.words();
    html! {
        @if view.all.len() > 1 {
            form .aff-search method="get" action=(paths::SUMMARY) {
                div .aff-field {
                    label .active for="edizione" { (words.edition) }
                    select .form-select #edizione name="edizione" {
                        @for edition in view.all {
                            option value=(edition.id) selected[view.edition.is_some_and(|shown| shown.id == edition.id)] { (edition.name) }
                        }
                    }
                }
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.show) } }
            }
        }
    }
}

fn of(view: &Summary<'_>, edition: &Edition) -> Markup {
    let (words, funding) = (view.words(), &edition.terms.funding);
    let file = |ending: &str| format!("{}.{ending}?edizione={}", paths::SUMMARY, edition.id);
    html! {
        h2 { (edition.name) }
        dl .aff-facts {
            @if !funding.project.is_empty() { div { dt { (words.project) } dd { (funding.project) } } }
            @if !funding.cup.is_empty() { div { dt { (words.cup) } dd { (funding.cup) } } }
        }
        @if view.lines.is_empty() { p { (words.nothing) } } @else {
            (whole(view))
            p .aff-buttons {
                a .btn.btn-primary href=(file("xlsx")) { (words.xlsx) }
                a .btn.btn-outline-primary href=(file("csv")) { (words.csv) }
            }
            p .form-text { (words.not_added) }
            @for (n, by) in By::of(edition).into_iter().enumerate() { (counted_by(view, n, by)) }
        }
    }
}

fn whole(view: &Summary<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, view.words());
    let sum = sums(view.lines, |_| ()).remove(&()).unwrap_or_default();
    html! {
        dl .aff-counts {
            dt { (words.people) } dd { (dates::count(lang, sum.people())) }
            dt { (words.sessions) } dd { (dates::count(lang, sum.sessions)) }
            dt { (words.hours) } dd { (dates::length(lang, sum.minutes)) }
        }
    }
}

fn counted_by(view: &Summary<'_>, n: usize, by: By) -> Markup {
    let (lang, words) = (view.frame.lang, view.words());
    let name = named(lang, by);
    let columns =
        [Column::new(name), Column::new(words.people).figures(), Column::new(words.sessions).figures(), Column::new(words.hours).figures()];
    let rows = html! { @for (head, sum) in sums(view.lines, |line| by.head(line)) { (row(lang, &head, &sum)) } };
    html! {
        h3 { ((words.by)(name)) }
        (table(&format!("riepilogo-{n}"), &(words.by)(name), &columns, rows, view.frame.words()))
    }
}

fn row(lang: Lang, head: &Head, sum: &Sum) -> Markup {
    html! {
        tr {
            th scope="row" {
                @match head {
                    Head::Text(text) => (text),
                    Head::Class(one) => (class(lang, *one)),
                    Head::Unknown => em { (words(lang).unknown) },
                }
            }
            td .aff-figures { (dates::count(lang, sum.people())) }
            td .aff-figures { (dates::count(lang, sum.sessions)) }
            td .aff-figures { (dates::length(lang, sum.minutes)) }
        }
    }
}
