//! The form of a registration by telephone, and that of another address.

use maud::{Markup, html};

use super::words::{fault, words};
use super::{Draft, EXCEPTION_MAX, Fault, NAME_MAX};
use crate::access::RoleName;
use crate::domain::ids::PersonId;
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

pub fn form(frame: &Frame<'_>, draft: &Draft, faults: &[Fault]) -> Markup {
    let words = words(frame.lang);
    let told: Vec<(&str, String)> = faults.iter().map(|f| fault(frame.lang, f)).collect();
    let of = |name: &str| told.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let wrong: Vec<Wrong> = told.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: text.clone() }).collect();
    let known = faults.iter().find_map(|f| if let Fault::Known(id, name) = f { Some((id, name)) } else { None });
    let roles = [RoleName::Member, RoleName::Coordinator]
        .map(|role| Choice::new(role.as_str(), frame.lang.role(role), role.as_str() == draft.role));
    let name = Field::new("nome", words.name).value(&draft.name).longest(NAME_MAX).autocomplete("off").error(of("nome"));
    let address = Field::new("indirizzo", words.address).value(&draft.address).hint(words.address_hint).autocomplete("off");
    let ente = Field::new("ente", words.ente).value(&draft.ente).hint(words.ente_hint).autocomplete("off").error(of("ente"));
    let exception = Field::new("deroga", words.exception).value(&draft.exception).hint(words.exception_hint).longest(EXCEPTION_MAX);
    let exception = exception.optional().autocomplete("off");
    let styled = Field::new("qualifica", words.qualifica).value(&draft.qualifica).hint(words.qualifica_hint).longest(NAME_MAX).optional();
    page(
        &Shell::new(frame, words.title).crumb(desk(frame.lang).desk, paths::DESK),
        html! {
            (heading(words.title, Some(words.lead)))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" action=(paths::NEW_PERSON) {
                (fields::text(&name, frame.words()))
                (fields::email(&address.error(of("indirizzo")), frame.words()))
                @if known.is_some() || draft.somebody_else {
                    @if let Some((id, name)) = known { p { a href=(paths::person(id)) { (words.known) " " (name) } } }
                    (fields::check("altra", &html! { (words.somebody_else) }, draft.somebody_else, None, frame.words()))
                }
                (fields::text(&ente, frame.words()))
                @if !draft.exception.is_empty() || faults.iter().any(|f| matches!(f, Fault::Outside(_))) {
                    (fields::text(&exception.error(of("deroga")), frame.words()))
                }
                (fields::group(&Group::radios("ruolo", html! { (words.role) }).choices(roles.to_vec()).error(of("ruolo")), frame.words()))
                (fields::text(&styled.error(of("qualifica")), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save) }
                    a .btn.btn-outline-primary href=(paths::PEOPLE) { (words.give_up) }
                }
            }
        },
    )
}

/// The form of another address.
pub struct Moving<'a> {
    pub frame: &'a Frame<'a>,
    pub id: &'a PersonId,
    pub name: &'a str,
    pub address: &'a str,
    pub reason: &'a str,
    pub address_fault: Option<&'static str>,
    pub reason_fault: Option<&'static str>,
}

pub fn moving(view: &Moving<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = (words.move_title)(view.name);
    let faults = [("indirizzo", view.address_fault), ("motivo", view.reason_fault)];
    let wrong: Vec<Wrong> = faults.into_iter().filter_map(|(name, text)| Some(Wrong { name: name.into(), text: text?.into() })).collect();
    let address = Field::new("indirizzo", words.address).value(view.address).hint(words.address_hint).autocomplete("off");
    let reason = Field::new("motivo", words.reason).value(view.reason).hint(words.reason_hint).longest(500).autocomplete("off");
    page(
        &Shell::new(frame, &*title).crumb(desk(frame.lang).desk, paths::DESK).crumb(view.name, paths::person(view.id)),
        html! {
            (heading(&title, Some(words.move_lead)))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" action=(paths::person_address(view.id)) {
                (fields::email(&address.error(view.address_fault), frame.words()))
                (fields::text(&reason.error(view.reason_fault), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.move_button) }
                    a .btn.btn-outline-primary href=(paths::person(view.id)) { (words.give_up) }
                }
            }
        },
    )
}
