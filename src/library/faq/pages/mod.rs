//! The domande frequenti as readers see them.

mod desk;

use maud::{Markup, html};

use super::words::words;
use super::{Published, Title};
use crate::domain::moment::Day;
use crate::domain::prose::Prose;
use crate::ui::feed::{self, Entry, Feed};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::prose::prose;
use crate::ui::{dates, paths};

pub use desk::{Writing, lines, writing};

pub struct List<'a> {
    pub frame: &'a Frame<'a>,
    pub titles: &'a [Title],
    /// Shown alone; empty: all.
    pub theme: &'a str,
    pub today: Day,
    /// Whether the reader may write them.
    pub writes: bool,
}

pub fn list(view: &List<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let mut themes: Vec<&str> = view.titles.iter().map(|title| title.theme.as_str()).collect();
    themes.dedup();
    let shown: Vec<&Title> = view.titles.iter().filter(|title| view.theme.is_empty() || title.theme == view.theme).collect();
    page(
        &Shell::new(frame, words.faq).description(words.description),
        html! {
            (heading(words.faq, Some(words.lead)))
            @if view.writes { p { a href=(paths::FAQ_DESK) { (words.write) } } }
            (search_form(frame))
            @if themes.len() > 1 { (chips(view, &themes)) }
            @if shown.is_empty() { div .aff-box { p { (words.none) } p { (words.none_what) } } }
            @for group in shown.chunk_by(|a, b| a.theme == b.theme) {
                @if let Some(first) = group.first() { h2 { (first.theme) } }
                ul .aff-faq { @for title in group { (line(view, title)) } }
            }
            @if !shown.is_empty() { p { a href=(paths::FAQ_FEED) type="application/atom+xml" { (words.follow) } } }
        },
    )
}

fn line(view: &List<'_>, title: &Title) -> Markup {
    let words = words(view.frame.lang);
    html! {
        li lang="it" {
            a href=(paths::faq(&title.id)) { (title.question) }
            @if title.review_on < view.today { " " span .aff-optional lang=(view.frame.lang.as_str()) { "(" (words.to_read_again) ")" } }
        }
    }
}

/// Links, not a form: each is an address that can be kept and passed on.
fn chips(view: &List<'_>, themes: &[&str]) -> Markup {
    let words = words(view.frame.lang);
    let href = |theme: &str| format!("{}?tema={}", paths::FAQ, paths::encoded(theme));
    html! {
        nav .aff-filter aria-label=(words.themes) {
            p aria-hidden="true" { (words.themes) }
            ul {
                li { a href=(paths::FAQ) aria-current=[view.theme.is_empty().then_some("true")] { (words.any_theme) } }
                @for theme in themes { li { a href=(href(theme)) aria-current=[(view.theme == *theme).then_some("true")] { (theme) } } }
            }
        }
    }
}

fn search_form(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    html! {
        form .aff-lookup role="search" method="get" action=(paths::SEARCH) {
            label for="q" { (words.search_label) }
            div {
                input .form-control type="search" id="q" name="q" maxlength="200" autocomplete="off";
                button .btn.btn-primary type="submit" { (words.search) }
            }
        }
    }
}

pub fn one(frame: &Frame<'_>, faq: &Published, today: Day, writes: bool) -> Markup {
    let words = words(frame.lang);
    let expired = (faq.review_on < today).then(|| Notice::care(&(words.expired)(&dates::day(frame.lang, faq.review_on))));
    let shell = Shell::new(frame, &faq.question).crumb(words.faq, paths::FAQ).notices(expired).updated(faq.published_at.day());
    page(
        &shell,
        html! {
            (heading(&faq.question, None))
            div .aff-prose lang="it" { (prose(&Prose::kept(&faq.answer))) }
            @if !faq.law.is_empty() {
                h2 { (words.law) }
                ul lang="it" { @for law in faq.law.lines().filter(|line| !line.trim().is_empty()) { li { (law) } } }
            }
            (signature(frame, faq))
            @if !frame.site.forum_footer.is_empty() { p .form-text lang="it" { (frame.site.forum_footer) } }
            p { a href=(format!("{}?tema={}", paths::FAQ, paths::encoded(&faq.theme))) { (words.others) } }
            @if writes { p { a .btn.btn-outline-primary href=(paths::faq_change(&faq.id)) { (words.change) } } }
        },
    )
}

fn signature(frame: &Frame<'_>, faq: &Published) -> Markup {
    let words = words(frame.lang);
    html! {
        dl .aff-facts {
            dt { (words.answered_by) }
            dd { (faq.author) @if !faq.author_role.is_empty() { ", " (faq.author_role) } }
            dt { (words.answered_on) }
            dd { (dates::day_tag(frame.lang, faq.answered_on)) }
            dt { (words.stands_until) }
            dd { (dates::day_tag(frame.lang, faq.review_on)) }
            dt { (words.theme) }
            dd { (faq.theme) }
        }
    }
}

/// Atom (RFC 4287). Content is HTML, escaped: readers make of it what they make of mail.
pub fn feed(frame: &Frame<'_>, latest: &[Published], public_url: &str) -> String {
    let entries = latest
        .iter()
        .map(|faq| Entry {
            title: &faq.question,
            name: paths::faq_name(&faq.id),
            page: paths::faq(&faq.id),
            published: faq.first_published_at,
            updated: faq.published_at,
            author: &faq.author,
            category: &faq.theme,
            lang: "it",
            content: prose(&Prose::kept(&faq.answer)),
        })
        .collect();
    let of = Feed { title: words(frame.lang).faq, own: paths::FAQ_FEED, page: paths::FAQ, entries };
    feed::feed(frame, public_url, &of)
}
