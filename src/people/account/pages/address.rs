//! A new address: asked for, waiting, confirmed by each mailbox.

use maud::{Markup, html};

use crate::people::account::words::{not_moved, when, words};
use crate::people::account::{Confirmed, Mailbox, NotMoved, Pending};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// The form that asks for the change, with what is waiting.
pub struct Asking<'a> {
    pub frame: &'a Frame<'a>,
    pub present: &'a str,
    /// As typed.
    pub address: &'a str,
    pub fault: Option<NotMoved>,
    pub pending: Option<Pending>,
    pub notice: Option<Notice>,
}

pub fn asking(view: Asking<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.address).crumb(words.area, paths::AREA).crumb(words.profile, paths::PROFILE).notices(view.notice.clone()),
        html! {
            (heading(words.address, Some(words.address_lead)))
            @if let Some(pending) = &view.pending { (waiting(frame, pending)) }
            (form(&view))
            div .aff-box { p { (words.lost_mailbox) } }
        },
    )
}

fn form(view: &Asking<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let name = |why| if why == NotMoved::Present { "attuale" } else { "indirizzo" };
    let faults: Vec<Wrong> =
        view.fault.map(|why| Wrong { name: name(why).into(), text: not_moved(frame.lang, why).into() }).into_iter().collect();
    let told = |present: bool| view.fault.filter(|why| (*why == NotMoved::Present) == present).map(|why| not_moved(frame.lang, why));
    let address = Field::new("indirizzo", words.new_address).value(view.address).hint(words.new_address_hint).autocomplete("email");
    let present = Field::new("attuale", words.present).hint(words.address_password_hint).autocomplete("current-password");
    html! {
        (fields::summary(frame.words(), &faults))
        form .aff-form method="post" action=(paths::OWN_ADDRESS) {
            dl .aff-facts { div { dt { (words.address_now) } dd { (view.present) } } }
            (fields::email(&address.error(told(false)), frame.words()))
            (fields::password(&present.error(told(true)), frame.words()))
            p .aff-buttons {
                button .btn.btn-primary type="submit" { (words.ask_address) }
                a .btn.btn-outline-primary href=(paths::PROFILE) { (words.cancel) }
            }
        }
    }
}

/// What both mailboxes have still to say; also on the profile.
pub fn waiting(frame: &Frame<'_>, pending: &Pending) -> Markup {
    let words = words(frame.lang);
    let said = |yes: bool| if yes { words.confirmed } else { words.to_confirm };
    html! {
        section .aff-box aria-labelledby="cambio-in-attesa" {
            h2 #cambio-in-attesa { (words.waiting_title) }
            p { ((words.waiting_text)(&when(frame.lang, pending.expires))) }
            dl .aff-facts {
                div { dt { (pending.address) } dd { (said(pending.address_confirmed)) } }
                div { dt { (pending.former) } dd { (said(pending.former_confirmed)) } }
            }
            form method="post" action=(paths::STOP_ADDRESS) {
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.stop_change) } }
            }
        }
    }
}

/// What a link to one of the two mailboxes asks.
pub fn question(frame: &Frame<'_>, pending: &Pending, mailbox: Mailbox, username: &str, token: &str) -> Markup {
    let words = words(frame.lang);
    let asked = if mailbox == Mailbox::New { (words.confirm_new)(username) } else { (words.confirm_former)(username) };
    page(
        &Shell::new(frame, words.confirm).without_opinion(),
        html! {
            (heading(words.confirm, Some(&asked)))
            dl .aff-facts {
                div { dt { (words.from_address) } dd { (pending.former) } }
                div { dt { (words.to_address) } dd { (pending.address) } }
            }
            form method="post" action=(paths::confirm_address(token)) {
                p .aff-buttons {
                    button .btn.btn-primary type="submit" name="azione" value="conferma" { (words.confirm_it) }
                    button .btn.btn-outline-primary type="submit" name="azione" value="ferma" { (words.stop_it) }
                }
            }
            p { (words.stop_text) }
        },
    )
}

/// What came of a confirmation.
pub fn answered(frame: &Frame<'_>, mailbox: Mailbox, confirmed: Confirmed) -> Markup {
    let words = words(frame.lang);
    let (title, text) = match (confirmed, mailbox) {
        (Confirmed::Both, _) => (words.both_title, words.both_text),
        (Confirmed::Half, Mailbox::New) => (words.half_title, words.half_new),
        (Confirmed::Half, Mailbox::Former) => (words.half_title, words.half_former),
    };
    told(frame, title, text, (paths::PROFILE, words.profile))
}

pub fn stopped(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    told(frame, words.stopped_title, words.stopped_text, (paths::RESET, words.reset))
}

fn told(frame: &Frame<'_>, title: &str, text: &str, on: (&str, &str)) -> Markup {
    page(
        &Shell::new(frame, title).without_opinion(),
        html! {
            (heading(title, None))
            p { (text) }
            p .aff-buttons { a .btn.btn-primary href=(on.0) { (on.1) } }
        },
    )
}
