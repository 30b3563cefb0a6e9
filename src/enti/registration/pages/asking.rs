//! Finding the ente, what tells that it is outside the edition, the form, and what to do once it was sent.

use maud::{Markup, html};

use super::fields as shared;
use crate::domain::edition::{Contacts, Edition, Outside};
use crate::enti::registration::Candidate;
use crate::enti::registration::form::Form;
use crate::enti::registration::words::{Words, words};
use crate::platform::config::Site;
use crate::ui::edition::why_outside;
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Shell, heading, page};
use crate::ui::{contacts, paths};

/// The search and what it found.
pub struct SearchPage<'a> {
    pub frame: &'a Frame<'a>,
    /// As typed; empty before anything was.
    pub typed: &'a str,
    pub found: &'a [Candidate],
    pub more: bool,
}

pub fn search(view: &SearchPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let inside = frame.person.is_some();
    let title = if inside { words.new_appointment } else { words.register };
    let lead = if inside { words.new_appointment_lead } else { words.register_lead };
    let shell = Shell::new(frame, title).description(lead);
    let shell = if inside { shell.crumb(words.area, paths::AREA).crumb(words.own_requests, paths::OWN_REQUESTS) } else { shell };
    page(
        &shell,
        html! {
            (heading(title, Some(lead)))
            div .row {
                div .col-lg-7 {
                    @if !inside { p .aff-kicker { ((words.step)(1, words.step_ente)) } }
                    (finder(view, words))
                    div #trovati .aff-found { (found(view, words)) }
                }
                div .col-lg-5 { (beside(frame, words)) }
            }
            script src=(paths::asset("registration.js")) defer {}
        },
    )
}

fn finder(view: &SearchPage<'_>, words: &Words) -> Markup {
    let field = Field::new("nome", words.ente_name).value(view.typed).hint(words.ente_hint).optional_unmarked().autocomplete("off");
    html! {
        form .aff-finder method="get" action=(paths::REGISTRATION) role="search" data-suggest=(paths::SUGGESTIONS) data-found="trovati" {
            (fields::search(&field, view.frame.words()))
            button .btn.btn-primary type="submit" { (words.find) }
        }
    }
}

/// What was found; the script puts its own in its place while somebody types.
fn found(view: &SearchPage<'_>, words: &Words) -> Markup {
    html! {
        // Always there, so that what the script puts into it is read out.
        p role="status" { @if !view.typed.is_empty() { (told(view, words)) } }
        @if !view.typed.is_empty() {
            @if view.found.is_empty() { p { (words.try_otherwise) } } @else {
                ul .aff-choices.aff-enti aria-label=(words.results) {
                    @for candidate in view.found {
                        li {
                            a .btn.btn-outline-primary href=(paths::registration(&candidate.ente.id)) {
                                (page::ente(&candidate.ente)) span .aff-quiet { " " (candidate.region) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How many there are, in words.
pub fn told(view: &SearchPage<'_>, words: &Words) -> String {
    match (view.found.len(), view.more) {
        (0, _) => (words.found_none)(view.typed),
        (n, true) => (words.found_more)(n),
        (n, false) => (words.found)(n),
    }
}

fn beside(frame: &Frame<'_>, words: &Words) -> Markup {
    html! {
        div .aff-box {
            h2 { (words.have_code) }
            p { (words.have_code_text) }
            p { a href=(paths::ACTIVATION) { (words.have_code_link) } }
            @if frame.person.is_none() {
                h2 { (words.have_account) }
                p { (words.have_account_text) }
                p { a href=(paths::sign_in(paths::REGISTRATION)) { (words.sign_in) } }
            }
            @if contacts::any(frame.site) {
                h2 { (words.not_there) }
                p { (words.not_there_text) }
                (contacts::list(frame.site, frame.words()))
            }
        }
    }
}

/// The ente is outside the edition: why, and whom to ask.
pub fn outside(frame: &Frame<'_>, ente: &Candidate, edition: &Edition, why: &Outside) -> Markup {
    let words = words(frame.lang);
    let title = (words.outside_title)(&page::ente(&ente.ente));
    page(
        &Shell::new(frame, &title).crumb(words.register, paths::REGISTRATION),
        html! {
            (heading(&title, None))
            div .alert.alert-warning role="status" { p .mb-0 { (why_outside(frame.lang, why, edition)) "." } }
            (whom_to_ask(frame, &edition.terms.contacts, words))
            p { (words.outside_free) }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::ASSESSMENT) { (words.assessment) }
                a .btn.btn-outline-primary href=(paths::REGISTRATION) { (words.another_ente) }
            }
        },
    )
}

/// The contacts of the edition, else those of the installation.
fn whom_to_ask(frame: &Frame<'_>, of: &Contacts, words: &Words) -> Markup {
    let site = Site { contact_phone: of.phone.clone(), contact_email: of.email.clone(), contact_pec: of.pec.clone(), ..Site::default() };
    let whom = if contacts::any(&site) { &site } else { frame.site };
    html! {
        @if contacts::any(whom) {
            p { (words.outside_ask) }
            @if contacts::any(&site) && !of.office.is_empty() { p { strong { (of.office) } @if !of.hours.is_empty() { ", " (of.hours) } } }
            (contacts::list(whom, frame.words()))
        } @else {
            p { (words.outside_ask_nobody) }
        }
    }
}

/// The form for one ente.
pub struct FormPage<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a Candidate,
    pub edition: Option<&'a Edition>,
    pub form: &'a Form,
}

pub fn form(view: &FormPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let inside = frame.person.is_some();
    let title = (words.form_title)(&page::ente(&view.ente.ente));
    let shell = Shell::new(frame, &title);
    let crumb = if inside { words.new_appointment } else { words.register };
    page(
        &shell.crumb(crumb, paths::REGISTRATION),
        html! {
            (heading(&title, Some(if inside { words.form_known_lead } else { words.form_lead })))
            @if !inside { p .aff-kicker { ((words.step)(2, words.step_you)) } }
            (shared::summary(frame, view.form))
            form .aff-form method="post" action=(paths::registration(&view.ente.ente.id)) {
                @if !inside {
                    (shared::name(frame, view.form))
                    (shared::email(frame, view.form, &mail_hint(view, words)))
                }
                (shared::qualifica(frame, view.form, view.edition))
                (shared::facts(frame, view.form, view.edition))
                @if !inside { (shared::notice(frame, view.form)) }
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (if inside { words.send_known } else { words.send }) }
                    a .btn.btn-outline-primary href=(paths::REGISTRATION) { (words.another_ente) }
                }
            }
        },
    )
}

fn mail_hint(view: &FormPage<'_>, words: &Words) -> String {
    match &view.ente.mail_domain {
        Some(domain) if !domain.is_empty() => (words.email_hint_domain)(domain),
        _ => words.email_hint.to_owned(),
    }
}

/// The same for every address that was written.
pub fn sent(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.sent_title).crumb(words.register, paths::REGISTRATION),
        html! {
            (heading(words.sent_title, None))
            p .aff-kicker { ((words.step)(3, words.step_mail)) }
            p .lead { (words.sent_text) }
            p { (words.sent_then) }
            p { (words.sent_nothing) }
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::REGISTRATION) { (words.sent_again) } }
        },
    )
}
