//! Documents as readers see them: the list, one with its versions, the feed.

mod desk;

use maud::{Markup, html};

use super::words::{kind_and_size, language, licence, words};
use super::{Content, Document, Version};
use crate::domain::document::LANGUAGES;
use crate::ui::feed::{self, Entry, Feed};
use crate::ui::fields::{self, Field};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, nothing};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::pages;
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub use desk::{Changing, Desk, Writing, changing, desk, new};

pub struct List<'a> {
    pub frame: &'a Frame<'a>,
    pub all: &'a [Document],
    pub found: &'a [&'a Document],
    pub listing: &'a Listing,
    /// Whether the reader publishes documents.
    pub publishes: bool,
}

pub fn list(view: &List<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let names = names(listing, frame.lang);
    let (size, before) = listing.window();
    let (size, before) = (usize::try_from(size).unwrap_or(0), usize::try_from(before).unwrap_or(0));
    let last = listing.last(i64::try_from(view.found.len()).unwrap_or(i64::MAX));
    page(
        &Shell::new(frame, words.title).description(words.lead),
        html! {
            (heading(words.title, Some(words.lead)))
            @if view.publishes { p { a .btn.btn-outline-primary href=(paths::DOCUMENTS_DESK) { (words.desk) } } }
            @if view.all.is_empty() { div .aff-box { p { (words.none) } } } @else {
                (choices(view))
                (chips(frame, listing, &names))
                @if view.found.is_empty() { (nothing(frame, listing, &names, words.none_found)) } @else {
                    p role="status" { ((words.count)(view.found.len())) }
                    ul .aff-hits { @for one in view.found.iter().skip(before).take(size) { li { (card(frame, one)) } } }
                    (pages(listing.page(), last, |n| listing.at_page(n), frame.words()))
                }
                p { a href=(paths::DOCUMENTS_FEED) type="application/atom+xml" { (words.follow) } }
            }
        },
    )
}

/// The filters: only themes and languages that some document has.
fn choices(view: &List<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let mut themes: Vec<&str> = view.all.iter().map(|one| one.sheet.theme.as_str()).collect();
    themes.sort_unstable();
    themes.dedup();
    let themes: Choices = themes.into_iter().map(|theme| (theme.to_owned(), theme.to_owned())).collect();
    let spoken = LANGUAGES.iter().filter(|tag| view.all.iter().any(|one| one.sheet.language == **tag));
    let spoken: Choices = spoken.map(|tag| ((*tag).to_owned(), language(frame.lang, tag).to_owned())).collect();
    let states: Choices = vec![("validi".into(), words.only_valid.into())];
    let search = Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked();
    let first =
        html! { (fields::search(&search.autocomplete("off"), frame.words())) (choose(frame, "tema", words.theme, &themes, listing)) };
    let rest = html! {
        (choose(frame, "lingua", words.language, &spoken, listing))
        (choose(frame, "stato", words.validity, &states, listing))
    };
    filters(frame, listing, &first, &rest, !(listing.get("lingua").is_empty() && listing.get("stato").is_empty()))
}

/// How the filters in use read.
fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let reads = |name: &str, value: &str| match name {
        "cerca" => format!("«{value}»"),
        "lingua" => language(lang, value).to_owned(),
        "stato" => words(lang).only_valid.to_owned(),
        _ => value.to_owned(),
    };
    listing.chosen().iter().map(|(name, value)| (*name, reads(name, value))).collect()
}

fn card(frame: &Frame<'_>, one: &Document) -> Markup {
    let words = words(frame.lang);
    let sheet = &one.sheet;
    html! {
        h2 .h5 lang=(sheet.language) { a href=(paths::document(&one.id)) { (sheet.title) } }
        @if let Some(line) = sheet.description.lines().next() { p lang=(sheet.language) { (line) } }
        p .form-text {
            (sheet.theme) " · " (sheet.publisher) " · " (dates::day_tag(frame.lang, sheet.dated_on))
            " · " (language(frame.lang, &sheet.language)) " · " (what(frame.lang, &one.latest))
            @if !one.stands(frame.today) { " · " strong { (words.expired_short) } }
        }
    }
}

/// "PDF, 2 MB", or that it lies elsewhere.
fn what(lang: Lang, version: &Version) -> String {
    match &version.content {
        Content::File { kind, bytes, .. } => kind_and_size(lang, *kind, *bytes),
        Content::Address(_) => words(lang).elsewhere.to_owned(),
    }
}

pub struct One<'a> {
    pub frame: &'a Frame<'a>,
    pub document: &'a Document,
    pub versions: &'a [Version],
    /// Whether the reader looks after it.
    pub keeps: bool,
    /// That the address where it lies no longer answers.
    pub away: Option<String>,
    /// It was just offered from a giornata.
    pub offered: bool,
}

pub fn one(view: &One<'_>) -> Markup {
    let (frame, document, words) = (view.frame, view.document, words(view.frame.lang));
    let (sheet, lang) = (&document.sheet, frame.lang);
    let expired = sheet.valid_until.filter(|_| !document.stands(frame.today));
    let expired = expired.map(|day| Notice::care(&(words.expired)(&dates::day(lang, day))));
    let shell = Shell::new(frame, &sheet.title).crumb(words.title, paths::DOCUMENTS).notices(expired);
    let shell = shell.notices(view.away.as_deref().map(Notice::care));
    let shell = shell.notices(view.offered.then(|| Notice::done(words.offered)));
    page(
        &shell.updated(document.latest.added_at.day()),
        html! {
            div lang=(sheet.language) {
                (heading(&sheet.title, None))
                @for paragraph in sheet.description.split("\n\n").filter(|text| !text.trim().is_empty()) { p { (paragraph) } }
            }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::document_file(&document.id)) {
                    (if matches!(document.latest.content, Content::Address(_)) { words.open } else { words.download })
                    " (" (what(lang, &document.latest)) ")"
                }
            }
            (address(view))
            (facts(view))
            @if view.versions.len() > 1 { (earlier(view)) }
            @if view.keeps { p { a .btn.btn-outline-primary href=(paths::document_change(&document.id)) { (words.change) } } }
        },
    )
}

/// Where a document elsewhere lies: nobody leaves the site without knowing for where.
fn address(view: &One<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if let Content::Address(address) = &view.document.latest.content {
            p .form-text { (words.lies_at) " " span .aff-hash { (address) } }
        }
    }
}

fn facts(view: &One<'_>) -> Markup {
    let (frame, sheet, words) = (view.frame, &view.document.sheet, words(view.frame.lang));
    let lang = frame.lang;
    html! {
        dl .aff-facts {
            div { dt { (words.publisher) } dd { (sheet.publisher) } }
            div { dt { (words.theme) } dd { a href=(format!("{}?tema={}", paths::DOCUMENTS, paths::encoded(&sheet.theme))) { (sheet.theme) } } }
            div { dt { (words.dated_on) } dd { (dates::day_tag(lang, sheet.dated_on)) } }
            div { dt { (words.valid_until) } dd {
                @match sheet.valid_until { Some(day) => (dates::day_tag(lang, day)), None => (words.no_end) }
            } }
            div { dt { (words.language) } dd { (language(lang, &sheet.language)) } }
            div { dt { (words.licence) } dd {
                @match sheet.licence.address() {
                    Some(address) => a href=(address) rel="license" { (licence(lang, sheet.licence)) },
                    None => (licence(lang, sheet.licence)),
                }
            } }
        }
    }
}

/// What stood before: still to be had, and marked as what it is.
fn earlier(view: &One<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        h2 { (words.versions) }
        ul {
            @for version in view.versions {
                li {
                    @if version.number == view.document.latest.number {
                        strong { ((words.version)(version.number)) } ", " (words.stands_now)
                    } @else {
                        a href=(paths::document_version(&view.document.id, version.number)) { ((words.version)(version.number)) }
                        ", " (words.stood_before)
                    }
                    ": " (dates::day_tag(lang, version.added_at.day())) ", " (what(lang, version))
                    @if !version.note.is_empty() { ". " span lang="it" { (version.note) } }
                }
            }
        }
    }
}

/// Atom (RFC 4287) of the newest.
pub fn feed(frame: &Frame<'_>, latest: &[&Document], public_url: &str) -> String {
    let entries = latest
        .iter()
        .map(|one| Entry {
            title: &one.sheet.title,
            name: paths::document_name(&one.id),
            page: paths::document(&one.id),
            published: one.published_at,
            updated: one.latest.added_at,
            author: &one.sheet.publisher,
            category: &one.sheet.theme,
            lang: &one.sheet.language,
            content: html! { p { (one.sheet.description) } },
        })
        .collect();
    let of = Feed { title: words(frame.lang).title, own: paths::DOCUMENTS_FEED, page: paths::DOCUMENTS, entries };
    feed::feed(frame, public_url, &of)
}
