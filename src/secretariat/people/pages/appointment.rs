//! The form of an appointment, and the question before one ends.

use maud::{Markup, html};

use crate::access::RoleName;
use crate::secretariat::people::words::{refusal, words};
use crate::secretariat::people::{Account, Draft, Held, QUALIFICA_MAX, Refusal};
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Shell, ente, heading, page};
use crate::ui::paths;

pub struct Appointing<'a> {
    pub frame: &'a Frame<'a>,
    pub account: &'a Account,
    pub draft: Draft,
    pub refusal: Option<Refusal>,
}

fn shell<'a>(frame: &'a Frame<'a>, account: &Account, title: &str) -> Shell<'a> {
    Shell::new(frame, title)
        .crumb(desk(frame.lang).desk, paths::DESK)
        .crumb(words(frame.lang).people, paths::PEOPLE)
        .crumb(&*account.name, paths::person(&account.id))
}

pub fn appointing(view: &Appointing<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, words(view.frame.lang), &view.draft);
    let title = (words.add_title)(&view.account.name);
    let wrong = view.refusal.map(|r| refusal(frame.lang, r, QUALIFICA_MAX));
    let fault = |name: &str| wrong.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let faults: Vec<Wrong> = wrong.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: text.clone() }).collect();
    let roles = [RoleName::Member, RoleName::Coordinator]
        .map(|role| Choice::new(role.as_str(), frame.lang.role(role), role.as_str() == draft.role));
    let place = Field::new("ente", words.ente).value(&draft.ente).hint(words.ente_hint).autocomplete("off").error(fault("ente"));
    let styled =
        Field::new("qualifica", words.qualifica).value(&draft.qualifica).hint(words.qualifica_hint).longest(QUALIFICA_MAX).optional();
    page(
        &shell(frame, view.account, &title),
        html! {
            (heading(&title, Some(words.add_text)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::person_appointments(&view.account.id)) {
                (fields::text(&place, frame.words()))
                (fields::group(&Group::radios("ruolo", html! { (words.role) }).choices(roles.to_vec()).error(fault("ruolo")), frame.words()))
                (fields::text(&styled.error(fault("qualifica")), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.add_button) }
                    a .btn.btn-outline-primary href=(paths::person(&view.account.id)) { (words.keep) }
                }
            }
        },
    )
}

/// Asks before an appointment ends.
pub fn ending(frame: &Frame<'_>, account: &Account, held: &Held) -> Markup {
    let words = words(frame.lang);
    let of = held.ente.as_ref().map(|of| frame.lang.the(&ente(of))).unwrap_or_default();
    let title = (words.end_title)(&of);
    page(
        &shell(frame, account, &title),
        html! {
            (heading(&title, None))
            p { ((words.end_text)(&account.name, &of)) }
            form method="post" action=(paths::appointment_end(&account.id, &held.id)) {
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.end_button) }
                    a .btn.btn-outline-primary href=(paths::person(&account.id)) { (words.keep) }
                }
            }
        },
    )
}
