//! What enrolling looks like: the box of a day, one's own days, the pages that ask, the list at the desk.

mod asking;
mod check;
mod desk;
mod own;
mod seats;

use maud::{Markup, html};

use crate::domain::enrolment::Refusal;
use crate::domain::enrolment::Standing;
use crate::seminars::enrolment::words::{refusal as said, words};
use crate::seminars::enrolment::{Own, Told};
use crate::ui::page::Frame;
use crate::ui::{dates, edition, paths};

pub use asking::{ColleaguesPage, LinkPage, colleagues, linked, outcomes, substitution, unknown_link, withdrawal};
pub use check::check;
pub use desk::{EntryPage, MessagePage, NewPage, confirm_message, entry, is_too_long, list, message, new};
pub use own::{OwnDays, own};
pub use seats::seats;

/// Why nothing was done, in one sentence; of an ente that is outside the edition, with the reason.
pub fn refusal(frame: &Frame<'_>, refusal: &Refusal) -> String {
    match (refusal, &frame.edition) {
        (Refusal::Outside(outside), Some(current)) => edition::outside(frame.lang, outside, current),
        _ => said(frame.lang, refusal),
    }
}

/// "lunedì 2 marzo 2026, dalle 9.00 alle 17.00".
pub(super) fn when(frame: &Frame<'_>, told: &Told) -> String {
    let lang = frame.lang;
    let (day, from, until) =
        (dates::weekday(lang, told.starts_at.day()), dates::hour(lang, told.starts_at), dates::hour(lang, told.ends_at));
    (words(lang).hours)(&day, &from, &until)
}

pub(super) fn where_(frame: &Frame<'_>, told: &Told) -> String {
    let text = told.place.in_full();
    if text.is_empty() { words(frame.lang).online.to_owned() } else { text }
}

/// The day as a block above a question.
pub(super) fn facts(frame: &Frame<'_>, told: &Told) -> Markup {
    let words = words(frame.lang);
    html! {
        dl .aff-facts {
            div { dt { (words.when) } dd { (when(frame, told)) } }
            div { dt { (words.where_) } dd { (where_(frame, told)) } }
        }
    }
}

/// How one stands, as a sentence.
pub(super) fn standing(frame: &Frame<'_>, own: &Own) -> String {
    let words = words(frame.lang);
    match own.standing {
        Standing::Seated => words.seated.to_owned(),
        Standing::Offered => (words.offered)(&own.offer_until.map(|until| dates::moment(frame.lang, until)).unwrap_or_default()),
        Standing::Waiting => (words.waiting)(own.place.unwrap_or(1)),
        Standing::Out => {
            let why = own.why.map(words.why);
            why.map_or_else(|| (words.standing)(Standing::Out).to_owned(), |why| format!("{}: {why}", (words.standing)(Standing::Out)))
        }
    }
}

/// What one may do about an enrolment that stands. `about` keeps apart buttons that say the same on one page.
pub(super) fn actions(frame: &Frame<'_>, own: &Own, about: &str) -> Markup {
    let words = words(frame.lang);
    let hidden = html! { @if !about.is_empty() { span .visually-hidden { ": " (about) } } };
    html! {
        div .aff-buttons {
            @match own.standing {
                Standing::Offered => {
                    form method="post" action=(paths::enrolment_acceptance(&own.id)) {
                        button .btn.btn-primary type="submit" { (words.accept) (hidden) }
                    }
                    a .btn.btn-outline-primary href=(paths::enrolment_withdrawal(&own.id)) { (words.decline) (hidden) }
                }
                Standing::Seated => {
                    a .btn.btn-outline-primary href=(paths::enrolment_withdrawal(&own.id)) { (words.withdraw) (hidden) }
                    @if own.of_ente {
                        a .btn.btn-outline-primary href=(paths::enrolment_substitution(&own.id)) { (words.send_colleague) (hidden) }
                    }
                }
                Standing::Waiting => a .btn.btn-outline-primary href=(paths::enrolment_withdrawal(&own.id)) { (words.withdraw_waiting) (hidden) },
                Standing::Out => {}
            }
        }
    }
}
