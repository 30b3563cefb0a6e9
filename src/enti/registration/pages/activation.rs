//! The code of the paper letter, then the account that it opens.

use maud::{Markup, html};

use super::fields as shared;
use crate::domain::edition::Edition;
use crate::enti::adhesion::Opened;
use crate::enti::registration::form::Form;
use crate::enti::registration::words::words;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::{contacts, paths};

/// Asks for the code; `typed` as it came, and what is wrong with it.
pub fn activation(frame: &Frame<'_>, typed: &str, wrong: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = wrong.map(|text| Wrong { name: "codice".into(), text: text.into() }).into_iter().collect();
    let field = Field::new("codice", words.code).value(typed).hint(words.code_hint).autocomplete("off").longest(60).error(wrong);
    page(
        &Shell::new(frame, words.activation).description(words.activation_lead),
        html! {
            (heading(words.activation, Some(words.activation_lead)))
            div .row {
                div .col-lg-7 {
                    (fields::summary(frame.words(), &faults))
                    form .aff-form.aff-code-form method="post" action=(paths::ACTIVATION) {
                        (fields::text(&field, frame.words()))
                        p .aff-buttons { button .btn.btn-primary type="submit" { (words.go_on) } }
                    }
                }
                div .col-lg-5 {
                    div .aff-box {
                        h2 { (words.no_code) }
                        p { (words.no_code_text) }
                        p { a href=(paths::REGISTRATION) { (words.register) } }
                        @if contacts::any(frame.site) { (contacts::list(frame.site, frame.words())) }
                    }
                }
            }
        },
    )
}

/// The code was right.
pub struct ActivationPage<'a> {
    pub frame: &'a Frame<'a>,
    /// As it was typed: it goes along, since nothing of it is kept.
    pub code: &'a str,
    pub opened: &'a Opened,
    pub form: &'a Form,
    pub edition: Option<&'a Edition>,
    pub told: Option<&'static str>,
}

pub fn activation_account(view: &ActivationPage<'_>) -> Markup {
    let (frame, form, words) = (view.frame, view.form, words(view.frame.lang));
    let title = (words.activation_for)(&ente(&view.opened.ente));
    // The page answers a POST: it is read again where the code is typed.
    let frame = &Frame { path: paths::ACTIVATION.to_owned(), ..frame.clone() };
    let shell = Shell::new(frame, &title).crumb(words.activation, paths::ACTIVATION).notices(view.told.map(Notice::care));
    page(
        &shell.without_opinion(),
        html! {
            (heading(&title, Some(words.activation_text)))
            (shared::summary(frame, form))
            form .aff-form method="post" action=(paths::ACTIVATION_ACCOUNT) {
                (fields::hidden("codice", view.code))
                @if let Some(person) = &frame.person {
                    (fields::hidden("accesso", "mio"))
                    p { ((words.signed_in_as)(&person.name)) }
                    (shared::qualifica(frame, form, view.edition))
                    p .aff-buttons { button .btn.btn-primary type="submit" { ((words.activation_known)(&person.name)) } }
                } @else {
                    (shared::name(frame, form))
                    (shared::email(frame, form, words.email_hint))
                    (shared::qualifica(frame, form, view.edition))
                    (shared::facts(frame, form, view.edition))
                    (shared::account(frame, form, false))
                    (shared::notice(frame, form))
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.activate) } }
                }
            }
            @if frame.person.is_some() { p { (words.not_you) " " a href=(paths::SIGN_OUT) { (words.sign_out) } } }
        },
    )
}
