//! A forgotten password: asking for the link, and choosing with it.

use maud::{Markup, html};

use crate::people::account::words::{not_changed, words};
use crate::people::account::{Link, NotChanged, Purpose};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// The form that asks for a link, as it is or as it came back; the notice tells why it has to wait.
pub fn ask(frame: &Frame<'_>, login: &str, fault: Option<&'static str>, notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = fault.map(|text| Wrong { name: "chi".into(), text: text.into() }).into_iter().collect();
    let field = Field::new("chi", words.login).value(login).hint(words.login_hint).error(fault).autocomplete("username");
    page(
        &Shell::new(frame, words.reset).crumb(words.sign_in, paths::SIGN_IN).notices(notice),
        html! {
            (heading(words.reset, Some(words.reset_lead)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::RESET) {
                (fields::text(&field, frame.words()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.ask) } }
            }
        },
    )
}

/// The same whether there is such an account or not.
pub fn asked(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.reset).crumb(words.sign_in, paths::SIGN_IN),
        html! {
            (heading(words.asked_title, None))
            p .lead { (words.asked_text) }
            ul { @for hint in words.asked_nothing { li { (hint) } } }
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::RESET) { (words.ask_again) } }
        },
    )
}

/// A new password by a link that is good.
pub fn choose(frame: &Frame<'_>, link: &Link, token: &str, fault: Option<NotChanged>) -> Markup {
    let words = words(frame.lang);
    let title = if link.purpose == Purpose::Invite { words.choose_first } else { words.choose };
    page(
        &Shell::new(frame, title).crumb(words.sign_in, paths::SIGN_IN).without_opinion(),
        html! {
            (heading(title, Some(&(words.choose_lead)(&link.name))))
            (fields::summary(frame.words(), &faults(frame, fault)))
            form .aff-form method="post" action=(paths::new_password(token)) {
                dl .aff-facts { div { dt { (words.username) } dd { (link.username) } } }
                // For the browser's own store of passwords.
                input .visually-hidden type="text" name="utente" value=(link.username) autocomplete="username" readonly
                    aria-label=(words.username) tabindex="-1";
                (chosen(frame, fault))
                @if link.purpose == Purpose::Reset { p { (words.choose_ends) } }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.save_password) } }
            }
        },
    )
}

/// What the summary above the form says.
pub fn faults(frame: &Frame<'_>, fault: Option<NotChanged>) -> Vec<Wrong> {
    let name = |why| match why {
        NotChanged::Present => "attuale",
        NotChanged::Weak(_) => "nuova",
        NotChanged::Repeated => "ripetuta",
    };
    fault.map(|why| Wrong { name: name(why).into(), text: not_changed(frame.lang, why).into() }).into_iter().collect()
}

/// The two fields of a new password.
pub fn chosen(frame: &Frame<'_>, fault: Option<NotChanged>) -> Markup {
    let words = words(frame.lang);
    let told = |wanted: bool| fault.filter(|_| wanted).map(|why| not_changed(frame.lang, why));
    let new = Field::new("nuova", words.new_password).hint(words.new_password_hint).autocomplete("new-password");
    let repeated = Field::new("ripetuta", words.repeat).autocomplete("new-password");
    html! {
        (fields::password(&new.error(told(matches!(fault, Some(NotChanged::Weak(_))))), frame.words()))
        (fields::password(&repeated.error(told(fault == Some(NotChanged::Repeated))), frame.words()))
    }
}

/// A link that opens nothing (any more).
pub fn dead(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.dead_title).crumb(words.sign_in, paths::SIGN_IN).without_opinion(),
        html! {
            (heading(words.dead_title, None))
            p { (words.dead_text) }
            p .aff-buttons { a .btn.btn-primary href=(paths::RESET) { (words.dead_ask) } }
        },
    )
}
