//! Pages of the second factor: the second step of signing in, beginning, recovery codes, one's own settings.

use maud::{Markup, html};

use super::words::{Words, words};
use super::{Offer, Standing};
use crate::domain::one_time_code::shown;
use crate::people::Carried;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, Tone, alert, heading, page};
use crate::ui::{contacts, dates, paths, qr};

/// What is wrong with a form, by the name of its field.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    pub code: Option<&'static str>,
    pub password: Option<&'static str>,
    pub end_code: Option<&'static str>,
    pub username: Option<&'static str>,
}

impl Faults {
    fn summary(&self, frame: &Frame<'_>) -> Markup {
        let all = [("utente", self.username), ("codice", self.code), ("password", self.password), ("codice-fine", self.end_code)];
        let faults: Vec<Wrong> =
            all.into_iter().filter_map(|(name, fault)| Some(Wrong { name: name.into(), text: fault?.into() })).collect();
        fields::summary(frame.words(), &faults)
    }
}

/// The password was right: now the code. A form carried along stays inside.
pub fn step(frame: &Frame<'_>, fault: Option<&'static str>, carried: Option<&Carried>) -> Markup {
    let words = words(frame.lang);
    let faults = Faults { code: fault, ..Faults::default() };
    page(
        &Shell::new(frame, words.step).without_opinion(),
        html! {
            (heading(words.step, Some(words.step_lead)))
            div .row {
                div .col-lg-7 {
                    (faults.summary(frame))
                    form .aff-form method="post" action=(paths::SIGN_IN_CODE) {
                        (code_field(frame, "codice", words.code_hint, fault))
                        @if let Some(carried) = carried { (inside(carried)) }
                        p .aff-buttons { button .btn.btn-primary type="submit" { (words.enter) } }
                    }
                    p { a href=(paths::SIGN_IN) { (words.start_again) } }
                }
                div .col-lg-5 { (without_telephone(frame)) }
            }
        },
    )
}

fn code_field(frame: &Frame<'_>, name: &str, hint: &str, fault: Option<&'static str>) -> Markup {
    let field = Field::new(name, words(frame.lang).code).hint(hint).autocomplete("one-time-code").longest(40);
    fields::text(&field.error(fault), frame.words())
}

/// A form inside a form.
fn inside(carried: &Carried) -> Markup {
    html! { @for (name, value) in carried.packed() { (fields::hidden(&name, value)) } }
}

fn without_telephone(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    html! {
        div .aff-box {
            h2 { (words.no_telephone) }
            p { (words.use_recovery) }
            p { (words.lost_both) }
            @if contacts::any(frame.site) {
                p { ((words.ask)(&frame.site.owner)) }
                (contacts::list(frame.site, frame.words()))
            }
        }
    }
}

/// Nobody waits in this browser, or no more.
pub fn too_late(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.too_late).without_opinion(),
        html! {
            (heading(words.too_late, None))
            p .lead { (words.too_late_text) }
            p .aff-buttons { a .btn.btn-primary href=(paths::SIGN_IN) { (words.to_sign_in) } }
        },
    )
}

/// After the password, for a role that requires a factor: nothing opens before it is there.
pub fn begin_waiting(frame: &Frame<'_>, offer: &Offer, fault: Option<&'static str>, carried: Option<&Carried>) -> Markup {
    let words = words(frame.lang);
    let faults = Faults { code: fault, ..Faults::default() };
    page(
        &Shell::new(frame, words.begin).without_opinion(),
        html! {
            (heading(words.begin, Some(words.begin_lead)))
            (alert(Tone::Info, &html! { (words.begin_required) }))
            (faults.summary(frame))
            (begin_form(frame, offer, fault, paths::SIGN_IN_BEGIN, carried))
            p { a href=(paths::SIGN_IN) { (words.start_again) } }
        },
    )
}

fn begin_form(frame: &Frame<'_>, offer: &Offer, fault: Option<&'static str>, action: &str, carried: Option<&Carried>) -> Markup {
    let words = words(frame.lang);
    let address = offer.shared.address(&frame.site.name, &offer.account);
    html! {
        ol .aff-begin {
            li { h2 { (words.first) } p { (words.first_text) } }
            li { h2 { (words.second) } (to_scan(words, &address, &offer.shared.groups())) }
            li {
                h2 { (words.third) }
                p { (words.third_text) }
                form .aff-form method="post" action=(action) {
                    (fields::hidden("chiave", &offer.shared.text()))
                    (code_field(frame, "codice", words.first_code_hint, fault))
                    @if let Some(carried) = carried { (inside(carried)) }
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.activate) } }
                }
            }
        }
    }
}

/// The same three times: as a picture, as letters to type, as a link.
fn to_scan(words: &Words, address: &str, groups: &str) -> Markup {
    html! {
        p { (words.second_text) }
        (qr::picture(address, words.picture))
        p { strong { (words.by_hand) } " " (words.by_hand_text) }
        p .aff-secret { (groups) }
        p { strong { (words.on_this_telephone) } " " a href=(address) { (words.open_program) } }
    }
}

/// The ten codes, shown once. `next`: where the button leads, or the form carried that can now be sent.
pub fn codes(frame: &Frame<'_>, codes: &[String], next: &str, carried: Option<&Carried>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.codes).running(words.codes).without_opinion(),
        html! {
            (heading(words.codes, Some(words.codes_lead)))
            p { strong { (words.codes_once) } " " (words.codes_use) }
            ol .aff-codes { @for code in codes { li { (shown(code)) } } }
            p .d-print-none { (words.codes_print) }
            @match carried {
                Some(carried) => {
                    form method="post" action=(carried.action) {
                        @for (name, value) in &carried.fields { (fields::hidden(name, value)) }
                        p .aff-buttons { button .btn.btn-primary type="submit" { (words.kept_them) } }
                    }
                }
                None => p .aff-buttons { a .btn.btn-primary href=(next) { (words.kept_them) } },
            }
        },
    )
}

/// What one's own page says.
pub struct Own<'a> {
    pub standing: Option<&'a Standing>,
    /// A role of theirs requires the factor.
    pub required: bool,
    pub demonstration: bool,
    /// For who has none: what they may begin with.
    pub offer: Option<&'a Offer>,
    pub notice: Option<Notice>,
}

/// One's own factor: begin it, make new recovery codes, end it.
pub fn own(frame: &Frame<'_>, own: &Own<'_>, faults: Faults) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.security).crumb(words.area, paths::AREA).crumb(words.profile, paths::PROFILE);
    page(
        &shell.notices(own.notice.clone()),
        html! {
            (heading(words.security, Some(words.security_lead)))
            @if own.demonstration { (alert(Tone::Info, &html! { (words.demonstration) })) }
            (faults.summary(frame))
            @match (own.standing, own.offer) {
                (Some(standing), _) => { (active(frame, own, standing, faults)) }
                (None, Some(offer)) => {
                    p { strong { (words.inactive) } " " (words.begin_lead) }
                    (begin_form(frame, offer, faults.code, paths::FACTOR, None))
                }
                (None, None) => { p { (words.inactive) } }
            }
        },
    )
}

fn active(frame: &Frame<'_>, own: &Own<'_>, standing: &Standing, faults: Faults) -> Markup {
    let words = words(frame.lang);
    html! {
        p { strong { ((words.active_since)(&dates::day(frame.lang, standing.since.day()))) } }
        p { ((words.codes_left)(standing.codes_left)) @if standing.codes_left < 4 { " " strong { (words.few_left) } } }
        h2 { (words.remake) }
        p { (words.remake_text) }
        form .aff-form method="post" action=(paths::FACTOR_CODES) {
            (code_field(frame, "codice", words.code_hint, faults.code))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.remake_do) } }
        }
        h2 { (words.end) }
        @if own.required { p { (words.end_required) } } @else { (end_form(frame, faults)) }
    }
}

fn end_form(frame: &Frame<'_>, faults: Faults) -> Markup {
    let words = words(frame.lang);
    let password = Field::new("password", words.password).autocomplete("current-password").error(faults.password);
    html! {
        p { (words.end_text) }
        form .aff-form method="post" action=(paths::FACTOR_END) {
            (fields::password(&password, frame.words()))
            (code_field(frame, "codice-fine", words.code_hint, faults.end_code))
            p .aff-buttons { button .btn.btn-outline-danger type="submit" { (words.end_do) } }
        }
    }
}

/// For the gestore: whose telephone and codes are lost.
pub fn reset(frame: &Frame<'_>, username: &str, fault: Option<&'static str>, done: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let notice = done.map(|username| Notice::done(&(words.reset_done)(username)));
    let faults = Faults { username: fault, ..Faults::default() };
    page(
        &Shell::new(frame, words.reset).crumb(words.area, paths::AREA).notices(notice),
        html! {
            (heading(words.reset, Some(words.reset_lead)))
            (faults.summary(frame))
            form .aff-form method="post" action=(paths::FACTOR_RESET) {
                (fields::text(&Field::new("utente", words.username).value(username).autocomplete("off").longest(60).error(fault), frame.words()))
                p .aff-buttons { button .btn.btn-danger type="submit" { (words.reset_do) } }
            }
        },
    )
}
