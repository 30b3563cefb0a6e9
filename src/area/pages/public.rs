//! The pages that every public site has: help, accessibility, privacy, legal notes, statistics, map.

use maud::{Markup, html};

use crate::area::words::words;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::sitemap::Entry;
use crate::ui::table::{Column, table};
use crate::ui::{contacts, dates, paths};

pub fn assistance(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.assistance_title).description(words.assistance_lead),
        html! {
            (heading(words.assistance_title, Some(words.assistance_lead)))
            (contacts::list(frame.site, frame.words()))
            p { (words.assistance_before) }
            h2 #domande-frequenti { (words.faq_title) }
            @for (question, answer) in words.faq {
                details .aff-fold { summary { (question) } div { p { (answer) } } }
            }
        },
    )
}

pub fn accessibility(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.accessibility_title).description(words.accessibility_lead),
        html! {
            (heading(words.accessibility_title, Some(words.accessibility_lead)))
            @if frame.site.accessibility_url.is_empty() {
                p { (words.declaration_missing) }
            } @else {
                p { a href=(frame.site.accessibility_url) { (words.declaration) } }
            }
            h2 { (words.report_barrier) }
            p { (words.report_barrier_text) }
            (contacts::list(frame.site, frame.words()))
            h2 { (words.technical) }
            ul { @for point in words.technical_points { li { (point) } } }
        },
    )
}

pub fn privacy(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    let lead = (words.privacy_lead)(&frame.site.owner);
    page(
        &Shell::new(frame, words.privacy_title).description(&lead),
        html! {
            (heading(words.privacy_title, Some(&lead)))
            (points(words.privacy_points))
            @if !frame.site.privacy_url.is_empty() { p { a href=(frame.site.privacy_url) { (words.privacy_full) } } }
        },
    )
}

pub fn legal(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(&Shell::new(frame, words.legal_title), html! { (heading(words.legal_title, None)) (points(words.legal_points)) })
}

fn points(points: &[(&str, &str)]) -> Markup {
    html! { @for (title, text) in points { h2 .h4 { (title) } p { (text) } } }
}

/// What the public may know of the use of the site.
pub struct Statistics {
    pub regions: Vec<(String, i64)>,
    pub opinions: i64,
    /// Path, opinions, mean of the rates.
    pub pages: Vec<(String, i64, f64)>,
}

pub fn statistics(frame: &Frame<'_>, figures: &Statistics) -> Markup {
    let (words, ui) = (words(frame.lang), frame.words());
    let by_region = [Column::new(words.statistics_region), Column::new(words.statistics_count).figures()];
    let by_page = [
        Column::new(words.statistics_page),
        Column::new(words.statistics_opinions).figures(),
        Column::new(words.statistics_mean).figures(),
    ];
    let regions = html! { @for (region, enti) in &figures.regions {
        tr { th scope="row" { (region) } td .aff-figures { (dates::count(frame.lang, *enti)) } }
    } };
    let pages = html! { @for (path, opinions, mean) in &figures.pages {
        tr { th scope="row" { (path) } td .aff-figures { (opinions) } td .aff-figures { (dates::number(frame.lang, *mean, 1)) } }
    } };
    page(
        &Shell::new(frame, words.statistics_title),
        html! {
            (heading(words.statistics_title, Some(words.statistics_lead)))
            h2 { (words.statistics_enti) }
            @if figures.regions.is_empty() { p { (words.done_none) } } @else {
                (table("regioni", words.statistics_enti, &by_region, regions, ui))
            }
            h2 { (words.statistics_opinions) }
            p { ((words.statistics_opinions_count)(figures.opinions)) " " (words.statistics_opinions_few) }
            @if !figures.pages.is_empty() { (table("opinioni", words.statistics_opinions, &by_page, pages, ui)) }
        },
    )
}

pub fn map<'a>(frame: &Frame<'_>, public: impl Iterator<Item = &'a Entry>, reserved: impl Iterator<Item = &'a Entry>) -> Markup {
    let words = words(frame.lang);
    let reserved: Vec<_> = reserved.collect();
    page(
        &Shell::new(frame, words.map_title),
        html! {
            (heading(words.map_title, None))
            h2 { (words.map_public) }
            ul { @for entry in public { li { a href=(entry.href) { ((entry.name)(frame.lang)) } } } }
            @if !reserved.is_empty() {
                h2 { (words.map_reserved) }
                ul { @for entry in reserved { li { a href=(entry.href) { ((entry.name)(frame.lang)) } } } }
            }
        },
    )
}

/// After an opinion; without a rate, what is missing. `back` is the page it was about.
pub fn thanks(frame: &Frame<'_>, back: &str, given: bool) -> Markup {
    let words = words(frame.lang);
    let mut shell = Shell::new(frame, words.thanks_title).without_opinion();
    if !given {
        shell = shell.notice(Notice::care(words.rating_missing));
    }
    page(
        &shell,
        html! {
            (heading(words.thanks_title, None))
            @if given { p { (words.thanks_text) } }
            p { a .btn.btn-primary href=(if back.is_empty() { paths::HOME } else { back }) { (words.thanks_back) } }
        },
    )
}
