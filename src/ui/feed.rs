//! What is new, for programs that follow it (Atom, RFC 4287).

use maud::{Markup, PreEscaped, html};

use crate::domain::moment::Moment;
use crate::ui::page::Frame;

/// A feed: its title, and the paths of itself and of the page that people read.
pub struct Feed<'a> {
    pub title: &'a str,
    pub own: &'a str,
    pub page: &'a str,
    pub entries: Vec<Entry<'a>>,
}

/// Something new.
pub struct Entry<'a> {
    pub title: &'a str,
    /// The same wherever the installation moves to: `urn:uuid:…`.
    pub name: String,
    /// The path of the page that it is read on.
    pub page: String,
    pub published: Moment,
    pub updated: Moment,
    /// Empty: the installation itself.
    pub author: &'a str,
    /// Empty: none.
    pub category: &'a str,
    /// The language of its texts.
    pub lang: &'a str,
    pub content: Markup,
}

/// The feed as it leaves, its texts in Italian as they were written.
pub fn feed(frame: &Frame<'_>, public_url: &str, feed: &Feed<'_>) -> String {
    let own = format!("{public_url}{}", feed.own);
    let updated = feed.entries.iter().map(|entry| entry.updated).max();
    let updated = updated.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |moment| moment.rfc3339());
    let written = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" "xml:lang"="it" {
            title { (feed.title) " – " (frame.site.name) }
            id { (own) }
            updated { (updated) }
            author { name { (frame.site.name) } }
            (PreEscaped(link("self", &own)))
            (PreEscaped(link("alternate", &format!("{public_url}{}", feed.page))))
            @for one in &feed.entries { (entry(public_url, one)) }
        }
    };
    written.into_string()
}

fn entry(public_url: &str, entry: &Entry<'_>) -> Markup {
    html! {
        entry "xml:lang"=(entry.lang) {
            title { (entry.title) }
            id { (entry.name) }
            (PreEscaped(link("alternate", &format!("{public_url}{}", entry.page))))
            published { (entry.published.rfc3339()) }
            updated { (entry.updated.rfc3339()) }
            @if !entry.author.is_empty() { author { name { (entry.author) } } }
            @if !entry.category.is_empty() { category term=(entry.category) {} }
            content type="html" { (entry.content.clone().into_string()) }
        }
    }
}

/// An element that HTML leaves open and XML closes; addresses of ours need no escaping but that of `&`.
fn link(rel: &str, href: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{}\"/>", href.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;"))
}
