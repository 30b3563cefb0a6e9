//! Pages around the identity provider: the button, what went wrong, linking and unlinking.

use maud::{Markup, html};

use super::words::{Explained, Words, words};
use super::{Linked, LinkedBy, Trouble};
use crate::platform::sign_in::Provider;
use crate::ui::fields;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{contacts, dates, paths};

/// The way to the provider, below the form of the password.
pub fn button(frame: &Frame<'_>, provider: &Provider, back: &str) -> Markup {
    let words = words(frame.lang);
    let label = if provider.button.is_empty() { words.button } else { &provider.button };
    html! {
        div .aff-federated {
            p { (words.with) }
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::federated(back)) rel="nofollow" { (label) } }
        }
    }
}

/// Why they did not get in, what to do, and both ways on.
pub fn trouble(frame: &Frame<'_>, trouble: Trouble, code: &str) -> Markup {
    let words = words(frame.lang);
    let explained = explained(trouble, words);
    let own = &frame.words().failure;
    page(
        &Shell::new(frame, explained.title).without_opinion(),
        html! {
            div .row { div .col-lg-8 {
                (heading(explained.title, None))
                p .lead { (explained.what) }
                p { (explained.remedy) }
                p .aff-buttons {
                    @if trouble != Trouble::Disabled { a .btn.btn-primary href=(paths::FEDERATED) rel="nofollow" { (words.try_again) } }
                    a .btn.btn-outline-primary href=(paths::SIGN_IN) { (words.by_password) }
                }
                div .aff-code {
                    p { (own.code) " " strong { (code) } }
                    p .form-text { (own.code_hint) }
                    @if contacts::any(frame.site) { (contacts::list(frame.site, frame.words())) }
                }
            } }
        },
    )
}

fn explained(trouble: Trouble, words: &Words) -> &Explained {
    match trouble {
        Trouble::Down => &words.down,
        Trouble::Issuer => &words.other_issuer,
        Trouble::Replayed => &words.replayed,
        Trouble::Expired => &words.expired,
        Trouble::Unsound => &words.unsound,
        Trouble::Cancelled => &words.cancelled,
        Trouble::Denied => &words.denied,
        Trouble::Disabled => &words.disabled,
        Trouble::Taken => &words.taken,
    }
}

fn linked_by(by: LinkedBy, words: &Words) -> &'static str {
    match by {
        LinkedBy::FiscalNumber => words.by_number,
        LinkedBy::Address => words.by_address,
        LinkedBy::Password => words.by_own_password,
    }
}

/// The identity is good and opens nothing yet.
pub fn nobody(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.nobody).without_opinion(),
        html! {
            (heading(words.nobody, Some(words.nobody_text)))
            div .row {
                div .col-lg-6 { div .aff-box {
                    h2 { (words.have_account) }
                    p { (words.have_account_text) }
                    p .aff-buttons { a .btn.btn-primary href=(paths::sign_in(paths::FEDERATED_LINK)) { (words.have_account_do) } }
                } }
                div .col-lg-6 { div .aff-box {
                    h2 { (words.no_account) }
                    p { (words.no_account_text) }
                    p .aff-buttons { a .btn.btn-outline-primary href=(paths::REGISTRATION) { (words.no_account_do) } }
                    @if contacts::any(frame.site) { p { (words.no_account_ask) } (contacts::list(frame.site, frame.words())) }
                } }
            }
        },
    )
}

/// Signed in with the password: whether to link what came from the provider.
pub fn link(frame: &Frame<'_>, issuer: &str) -> Markup {
    let words = words(frame.lang);
    let name = frame.person.as_ref().map(|person| person.name.as_str()).unwrap_or_default();
    page(
        &Shell::new(frame, words.link).crumb(words.area, paths::AREA).without_opinion(),
        html! {
            (heading(words.link, Some(&(words.link_text)(name))))
            dl .aff-facts { div { dt { (words.issuer) } dd { (issuer) } } }
            p { (words.link_what) }
            form method="post" action=(paths::FEDERATED_LINK) {
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.link_do) }
                    a .btn.btn-outline-primary href=(paths::AREA) { (words.not_now) }
                }
            }
        },
    )
}

/// What a redirect has left to say on one's identities.
pub fn told(frame: &Frame<'_>, outcome: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    match outcome {
        Some("collegata") => Some(Notice::done(words.linked_done)),
        Some("scollegata") => Some(Notice::done(words.unlinked_done)),
        _ => None,
    }
}

/// One's own identities.
pub fn identities(frame: &Frame<'_>, linked: &[Linked], notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.identities).crumb(words.area, paths::AREA).crumb(words.profile, paths::PROFILE);
    let columns = [words.issuer, words.by, words.since, words.used, words.action].map(Column::new);
    page(
        &shell.notices(notice),
        html! {
            (heading(words.identities, Some(words.identities_lead)))
            @if linked.is_empty() { p { (words.none) } } @else {
                (table("identita", words.caption, &columns, html! { @for one in linked { (row(frame, one)) } }, frame.words()))
            }
            p { (words.password_remains) }
        },
    )
}

fn row(frame: &Frame<'_>, linked: &Linked) -> Markup {
    let words = words(frame.lang);
    html! {
        tr {
            th scope="row" { (linked.issuer) }
            td { (linked_by(linked.by, words)) }
            td { (dates::moment_tag(frame.lang, linked.since)) }
            td { @match linked.used { Some(used) => (dates::moment_tag(frame.lang, used)), None => (words.never_used) } }
            td {
                form method="post" action=(paths::IDENTITIES) {
                    (fields::hidden("identita", &linked.id.to_string()))
                    button .btn.btn-outline-danger.btn-sm type="submit" { (words.unlink) span .visually-hidden { " " (linked.issuer) } }
                }
            }
        }
    }
}
