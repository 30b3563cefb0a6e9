//! Accessibility, privacy, legal notes: plain text with the name of whoever runs the installation.

use maud::{Markup, html};

use crate::area::words::{Part, filled, words};
use crate::ui::contacts;
use crate::ui::page::{Frame, Shell, heading, page};

pub fn accessibility(frame: &Frame<'_>) -> Markup {
    let (site, words) = (frame.site, words(frame.lang));
    page(
        &Shell::new(frame, words.accessibility),
        html! {
            (heading(words.accessibility, None))
            (parts(frame, words.accessibility_parts))
            h2 #segnala { (words.feedback_channel) }
            p { (words.feedback_channel_text) }
            (whom_to_write(frame))
            h2 #dichiarazione { (words.declaration) }
            @if site.accessibility_url.is_empty() {
                p { (filled(words.no_declaration, &site.owner, frame.lang)) }
            } @else {
                p { (words.declaration_text) " " a href=(site.accessibility_url) { (site.accessibility_url) } }
            }
        },
    )
}

pub fn privacy(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.privacy),
        html! {
            (heading(words.privacy, Some(words.privacy_lead)))
            (notice_text(frame))
        },
    )
}

/// What the notice says, wherever it is shown.
pub fn notice_text(frame: &Frame<'_>) -> Markup {
    let (site, words) = (frame.site, words(frame.lang));
    html! {
        @if !site.privacy_url.is_empty() { p { a href=(site.privacy_url) { (words.full_notice) } } }
        (parts(frame, words.privacy_parts))
        (whom_to_write(frame))
    }
}

pub fn legal_notes(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(&Shell::new(frame, words.legal), html! { (heading(words.legal, None)) (parts(frame, words.legal_parts)) })
}

fn parts(frame: &Frame<'_>, parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            h2 id=(part.id) { (part.title) }
            @for text in part.text { p { (filled(text, &frame.site.owner, frame.lang)) } }
        }
    }
}

fn whom_to_write(frame: &Frame<'_>) -> Markup {
    html! {
        @if contacts::any(frame.site) { (contacts::list(frame.site, frame.words())) } @else { p { (words(frame.lang).call_nobody) } }
    }
}
