//! Pages of the post: the table, one message, and several let go at once.

mod message;
mod register;
mod several;

pub use message::{MessagePage, message};
pub use register::{Register, register};
pub use several::{Several, several};

use maud::{Markup, html};

use super::words::{again_button, what_went_wrong, words};
use super::{Line, State, Way};
use crate::domain::moment::Moment;
use crate::ui::dates;
use crate::ui::fields;
use crate::ui::page::Frame;
use crate::ui::paths;

/// How an address spells what was done.
pub fn spelled(way: Way) -> &'static str {
    match way {
        Way::Retry => "di-nuovo",
        Way::Hasten => "subito",
        Way::Copy => "copia",
    }
}

pub fn way(spelled_so: &str) -> Option<Way> {
    [Way::Retry, Way::Hasten, Way::Copy].into_iter().find(|way| spelled(*way) == spelled_so)
}

/// Where a message stands, and why it did not leave.
fn standing(frame: &Frame<'_>, line: &Line, now: Moment) -> Markup {
    let words = words(frame.lang);
    let lang = frame.lang;
    html! {
        @match (line.state(), line.sent_at) {
            (State::Sent, Some(at)) => {
                ((words.sent)(&dates::short(at.day())))
                @if let Some(digest) = &line.digest { ", " a href=(paths::message(digest)) { (words.in_digest) } }
            },
            (State::Failed, _) => strong { (words.failed) },
            _ if line.attempts > 0 => ((words.tried)(line.attempts, &dates::moment(lang, line.due_at))),
            _ if line.due_at > now => ((words.leaves)(&dates::moment(lang, line.due_at))),
            _ => (words.leaving),
        }
        @if let (Some(fault), None) = (&line.fault, line.sent_at) { span .aff-line { (what_went_wrong(lang, fault.kind)) } }
    }
}

/// The button that lets it leave once more. `listing`: the table to come back to.
fn button(frame: &Frame<'_>, line: &Line, way: Way, listing: Option<&str>) -> Markup {
    html! {
        form method="post" action=(paths::message_again(&line.id)) {
            @if let Some(listing) = listing { (fields::hidden("elenco", listing)) }
            button .btn.btn-outline-primary.btn-sm[listing.is_some()] type="submit" {
                (again_button(frame.lang, way)) span .visually-hidden { ": " (line.subject) ", " (line.address) }
            }
        }
    }
}
