//! What a link leads to: choosing username and password, accepting an invitation, or hearing that it is too late.

use maud::{Markup, html};

use super::fields as shared;
use crate::access::RoleName;
use crate::domain::edition::Edition;
use crate::domain::moment::Moment;
use crate::domain::registration::is_institutional;
use crate::enti::registration::Linked;
use crate::enti::registration::form::Form;
use crate::enti::registration::words::{Words, words};
use crate::ui::fields;
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::{dates, paths};

/// A link that is good, and the form that stands behind it.
pub struct LinkPage<'a> {
    pub frame: &'a Frame<'a>,
    pub linked: &'a Linked,
    /// The address of this page, to which its forms are sent.
    pub here: &'a str,
    pub account: AccountPage<'a>,
}

pub struct AccountPage<'a> {
    pub form: &'a Form,
    pub edition: Option<&'a Edition>,
    /// What prevented it, when no field is to blame.
    pub told: Option<&'static str>,
}

/// The address is verified by opening the link; what is missing is the account.
pub fn verified(view: &LinkPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let at = frame.lang.the(&ente(&view.linked.ente));
    let at_once = is_institutional(&view.linked.email, view.linked.mail_domain.as_deref());
    page(
        &shell(view, words.account_title),
        html! {
            (heading(words.account_title, Some(&(words.account_lead)(&at))))
            p .aff-kicker { ((words.step)(4, words.step_account)) }
            p { (if at_once { (words.account_at_once)(&at) } else { (words.account_waits)(&at) }) }
            @match &frame.person {
                Some(person) => { (with_this_account(view, &person.name, words)) }
                None => {
                    (shared::summary(frame, view.account.form))
                    form .aff-form method="post" action=(view.here) {
                        (shared::account(frame, view.account.form, true))
                        p .aff-buttons { button .btn.btn-primary type="submit" { (words.open_account) } }
                    }
                }
            }
        },
    )
}

/// Somebody was invited: with the account they have, or with a new one.
pub fn invitation(view: &LinkPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let at = frame.lang.the(&ente(&view.linked.ente));
    let inviter = view.linked.invited_by.as_deref().unwrap_or_default();
    let lead = match view.linked.role {
        RoleName::Coordinator => (words.invitation_referente)(inviter, &at),
        _ => (words.invitation_member)(inviter, &at),
    };
    let title = (words.invitation_title)(&ente(&view.linked.ente));
    page(
        &shell(view, &title),
        html! {
            (heading(&title, Some(&lead)))
            @match &frame.person {
                Some(person) => { (with_this_account(view, &person.name, words)) }
                None => {
                    section .aff-box {
                        h2 { (words.with_account) }
                        p { (words.with_account_text) }
                        p .aff-buttons { a .btn.btn-outline-primary href=(paths::sign_in(view.here)) { (words.sign_in) } }
                    }
                    h2 { (words.without_account) }
                    p { ((words.without_account_text)(&view.linked.email)) }
                    (shared::summary(frame, view.account.form))
                    (new_account(view, words))
                }
            }
        },
    )
}

fn new_account(view: &LinkPage<'_>, words: &Words) -> Markup {
    let (frame, form) = (view.frame, view.account.form);
    html! {
        form .aff-form method="post" action=(view.here) {
            (shared::name(frame, form))
            (shared::qualifica(frame, form, view.account.edition))
            (shared::facts(frame, form, view.account.edition))
            (shared::account(frame, form, false))
            (shared::notice(frame, form))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.accept) } }
        }
    }
}

/// One button: the appointment is added to the account that is signed in.
fn with_this_account(view: &LinkPage<'_>, name: &str, words: &Words) -> Markup {
    let (frame, form) = (view.frame, view.account.form);
    html! {
        (shared::summary(frame, form))
        form .aff-form method="post" action=(view.here) {
            (fields::hidden("accesso", "mio"))
            p { ((words.signed_in_as)(name)) }
            @if view.linked.invitation { (shared::qualifica(frame, form, view.account.edition)) }
            p .aff-buttons { button .btn.btn-primary type="submit" { ((words.take_with_account)(name)) } }
        }
        p { (words.not_you) " " a href=(paths::SIGN_OUT) { (words.sign_out) } }
    }
}

fn shell<'a>(view: &LinkPage<'a>, title: &str) -> Shell<'a> {
    Shell::new(view.frame, title).notices(view.account.told.map(Notice::care)).without_opinion()
}

/// The link is of no use any more; `until` where it was good until then.
pub fn link_over(frame: &Frame<'_>, until: Option<Moment>, invitation: bool) -> Markup {
    let words = words(frame.lang);
    let why = until.map_or_else(|| words.link_used.to_owned(), |when| (words.link_expired)(&dates::moment(frame.lang, when)));
    page(
        &Shell::new(frame, words.link_over).without_opinion(),
        html! {
            (heading(words.link_over, Some(&why)))
            p { (if invitation { words.invitation_remedy } else { words.link_remedy }) }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::SIGN_IN) { (words.sign_in) }
                a .btn.btn-outline-primary href=(paths::REGISTRATION) { (words.register_again) }
            }
        },
    )
}

/// The address of somebody who is in already, by a code: to be confirmed, or confirmed (`done`).
pub fn address(frame: &Frame<'_>, email: &str, here: &str, done: bool) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.address_title).notices(done.then(|| Notice::done(words.address_done))).without_opinion(),
        html! {
            (heading(words.address_title, None))
            @if done {
                p .aff-buttons { a .btn.btn-primary href=(paths::AREA) { (words.to_area) } }
            } @else {
                p { ((words.address_text)(email)) }
                form method="post" action=(here) {
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.address_confirm) } }
                }
            }
        },
    )
}
