//! One's own calendar: its secret address, made and revoked.

use maud::{Markup, html};

use super::Feed;
use super::words::{Words, words};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

pub fn calendar(frame: &Frame<'_>, feed: Option<Feed>, is_revoked: bool) -> Markup {
    let words = words(frame.lang);
    let notice = is_revoked.then(|| Notice::done(words.revoked));
    page(
        &Shell::new(frame, words.title).crumb(words.area, paths::AREA).notices(notice),
        html! {
            (heading(words.title, Some(words.lead)))
            @match feed {
                None => {
                    p { (words.none) }
                    (button(paths::OWN_CALENDAR, words.make, "btn-primary"))
                }
                Some(feed) => { (standing(frame, feed)) }
            }
            (how(words))
            (public(words))
        },
    )
}

fn standing(frame: &Frame<'_>, feed: Feed) -> Markup {
    let words = words(frame.lang);
    let read = feed.read_at.map_or_else(|| words.unread.to_owned(), |at| (words.read)(&dates::moment(frame.lang, at)));
    html! {
        p { ((words.made)(&dates::day(frame.lang, feed.made_at.day()))) " " (read) }
        h2 .h4 { (words.again) }
        p { (words.again_text) }
        (button(paths::OWN_CALENDAR, words.again, "btn-outline-primary"))
        h2 .h4 { (words.revoke) }
        p { (words.revoke_text) }
        (button(paths::OWN_CALENDAR_END, words.revoke, "btn-outline-danger"))
    }
}

/// The address, the one time it is shown.
pub fn fresh(frame: &Frame<'_>, address: &str) -> Markup {
    let words = words(frame.lang);
    let program = format!("webcal://{}", address.split_once("://").map_or(address, |(_, rest)| rest));
    page(
        &Shell::new(frame, words.fresh).crumb(words.area, paths::AREA).crumb(words.title, paths::OWN_CALENDAR),
        html! {
            (heading(words.fresh, Some(words.fresh_text)))
            div .form-group {
                label .active for="indirizzo" { (words.address) }
                input .form-control #indirizzo type="text" readonly value=(address);
            }
            p { a .btn.btn-primary href=(program) { (words.open) } }
            (how(words))
            p { a href=(paths::OWN_CALENDAR) { (words.to_calendar) } }
        },
    )
}

fn how(words: &Words) -> Markup {
    html! {
        h2 .h4 { (words.how) }
        ol { @for step in words.steps { li { (step) } } }
    }
}

fn public(words: &Words) -> Markup {
    html! {
        h2 .h4 { (words.public) }
        p { (words.public_text) }
        p { a href=(paths::SEMINARS_CALENDAR) { (words.public_link) } }
    }
}

fn button(action: &str, label: &str, class: &str) -> Markup {
    html! { form method="post" action=(action) { p .aff-buttons { button .btn.(class) type="submit" { (label) } } } }
}
