//! Pages: signing in and out, forms carried along, the person's own profile.

use maud::{Markup, html};

use super::account::pages::sessions::sessions;
use super::account::pages::{address, preferences};
use super::account::{self, Pending};
use super::words::{Words, words};
use super::{Carried, Held, Place, Profile, factor, federation};
use crate::access::sessions::SignedIn;
use crate::domain::ids::AppointmentId;
use crate::domain::moment::{Day, Moment};
use crate::platform::sign_in::Provider;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{contacts, dates, paths};

/// The sign-in form as it is, or as it came back.
#[derive(Debug, Default)]
pub struct SignIn<'a> {
    pub username: &'a str,
    /// A path of ours.
    pub back: &'a str,
    pub username_fault: Option<&'static str>,
    pub password_fault: Option<&'static str>,
    pub carried: Option<&'a Carried>,
    pub notice: Option<Notice>,
    /// The identity provider of the settings.
    pub provider: Option<&'a Provider>,
}

/// The name of the button of who has signed in meanwhile in another tab.
pub const INSIDE: &str = "dentro";

pub fn sign_in(frame: &Frame<'_>, form: &SignIn<'_>) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.sign_in).description(words.sign_in_lead).notices(form.notice.clone());
    page(
        &shell,
        html! {
            @match form.carried {
                Some(_) => { (expired(words)) }
                None => { (heading(words.sign_in, Some(words.sign_in_lead))) }
            }
            div .row {
                div .col-lg-7 { (sign_in_form(frame, form)) }
                div .col-lg-5 { (trouble(frame, form)) }
            }
        },
    )
}

fn expired(words: &Words) -> Markup {
    html! {
        (heading(words.expired_title, None))
        div .alert.alert-warning role="status" { p { strong { (words.expired_text) } } p .mb-0 { (words.expired_how) } }
    }
}

fn sign_in_form(frame: &Frame<'_>, form: &SignIn<'_>) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = [("utente", form.username_fault), ("password", form.password_fault)]
        .into_iter()
        .filter_map(|(name, fault)| Some(Wrong { name: name.into(), text: fault?.into() }))
        .collect();
    let username = Field::new("utente", words.username).value(form.username).hint(words.username_hint).autocomplete("username");
    let password = Field::new("password", words.password).autocomplete("current-password");
    html! {
        (fields::summary(frame.words(), &faults))
        form .aff-form method="post" action=(paths::SIGN_IN) {
            (fields::text(&username.error(form.username_fault), frame.words()))
            (fields::password(&password.error(form.password_fault), frame.words()))
            @if !form.back.is_empty() { (fields::hidden("ritorno", form.back)) }
            @if let Some(carried) = form.carried { (inside(carried)) }
            p .aff-buttons {
                button .btn.btn-primary type="submit" { (if form.carried.is_some() { words.enter_and_save } else { words.enter }) }
            }
        }
        @match (form.carried, form.provider) {
            (Some(carried), _) => {
                (from_another_tab(words, carried))
                p { (words.not_yours) " " a href=(paths::SIGN_IN) { (words.not_yours_link) } "." }
            }
            (None, Some(provider)) => { (federation::pages::button(frame, provider, form.back)) }
            (None, None) => {}
        }
    }
}

/// Whoever signs in without a password does it elsewhere, and comes back to what they wrote.
fn from_another_tab(words: &Words, carried: &Carried) -> Markup {
    html! {
        form method="post" action=(paths::SIGN_IN) {
            p { (words.other_tab) " " a href=(paths::SIGN_IN) target="_blank" { (words.other_tab_link) } "." }
            (inside(carried))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" name=(INSIDE) value="1" { (words.already_inside) } }
        }
    }
}

/// A form inside a form.
fn inside(carried: &Carried) -> Markup {
    html! { @for (name, value) in carried.packed() { (fields::hidden(&name, value)) } }
}

fn trouble(frame: &Frame<'_>, form: &SignIn<'_>) -> Markup {
    let words = words(frame.lang);
    html! {
        div .aff-box {
            h2 { (words.trouble) }
            p { (words.forgotten_text) }
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::RESET) { (words.forgotten) } }
            (whom_to_ask(frame))
            @if form.carried.is_none() {
                h3 { (words.without_account) }
                p { (words.register_text) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::REGISTRATION) { (frame.words().register) } }
                p { a href=(paths::ACTIVATION) { (words.have_code) } }
                p { (words.read_first) " " a href=(paths::ASSESSMENT) { (frame.words().assessment) } }
            }
        }
    }
}

fn whom_to_ask(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    html! {
        @if contacts::any(frame.site) {
            p { ((words.whom_to_ask)(&frame.site.owner)) }
            (contacts::list(frame.site, frame.words()))
        } @else {
            p { (words.nobody_to_ask) }
        }
    }
}

/// Back inside: what was carried can be sent where it was going.
pub fn resume(frame: &Frame<'_>, carried: &Carried) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.back_title).crumb(words.area, paths::AREA).without_opinion();
    page(
        &shell,
        html! {
            (heading(words.back_title, frame.person.as_ref().and_then(|p| p.acting_for.as_deref())))
            p { (words.back_text) }
            form method="post" action=(carried.action) {
                @for (name, value) in &carried.fields { (fields::hidden(name, value)) }
                p .aff-buttons { button .btn.btn-primary.btn-lg type="submit" { (words.save_it) } }
            }
            p { a href=(carried.action) { (words.leave_it) } " " (words.leave_it_text) }
        },
    )
}

/// Somebody else was writing: nothing of it is shown.
pub fn not_yours(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.other_title).crumb(words.area, paths::AREA).without_opinion();
    page(
        &shell,
        html! {
            (heading(words.other_title, None))
            p { (words.other_text) }
            p .aff-buttons { a .btn.btn-primary href=(paths::AREA) { (words.to_area) } }
        },
    )
}

/// The form was made while acting for another ente.
pub fn stale(frame: &Frame<'_>, carried: &Carried, place: Option<&Place>) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.stale_title).crumb(words.area, paths::AREA).without_opinion();
    let now = frame.person.as_ref().and_then(|p| p.acting_for.as_deref()).map(|now| frame.lang.the(now));
    let was = place.map(|place| frame.lang.the(&ente(&place.ente)));
    page(
        &shell,
        html! {
            (heading(words.stale_title, None))
            p .lead {
                @match (&was, &now) {
                    (Some(was), Some(now)) => ((words.stale_text)(was, now)),
                    (Some(was), None) => ((words.stale_nobody)(was)),
                    _ => (words.stale_elsewhere),
                }
            }
            @match (place.and_then(|p| p.appointment.as_ref()), &was) {
                (Some(appointment), Some(was)) => { (act_and_save(carried, appointment, was, words)) }
                (None, Some(was)) => { p { ((words.stale_over)(was)) } (texts(carried, words)) }
                _ => { p { (words.stale_foreign) } (texts(carried, words)) }
            }
        },
    )
}

fn act_and_save(carried: &Carried, appointment: &AppointmentId, was: &str, words: &Words) -> Markup {
    html! {
        p { strong { (words.stale_safe) } }
        form method="post" action=(paths::SWITCH) {
            (fields::hidden("incarico", &appointment.to_string()))
            (inside(carried))
            p .aff-buttons {
                button .btn.btn-primary type="submit" { ((words.act_and_save)(was)) }
                a .btn.btn-outline-primary href=(paths::AREA) { (words.to_area) }
            }
        }
    }
}

/// What nobody can save any more can still be copied.
fn texts(carried: &Carried, words: &Words) -> Markup {
    html! {
        @if carried.texts().next().is_some() {
            h2 { (words.your_texts) }
            p { (words.your_texts_hint) }
            dl { @for (question, text) in carried.texts() { dt { (question) } dd .aff-typed { (text) } } }
        }
        p .aff-buttons { a .btn.btn-primary href=(paths::AREA) { (words.to_area) } }
    }
}

pub fn sign_out(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.sign_out).without_opinion(),
        html! {
            (heading(words.sign_out_title, None))
            p { (words.sign_out_text) }
            form method="post" action=(paths::SIGN_OUT) {
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.sign_out) }
                    a .btn.btn-outline-primary href=(paths::AREA) { (words.stay) }
                }
            }
        },
    )
}

/// The person's own page.
pub struct Own<'a> {
    pub frame: &'a Frame<'a>,
    pub profile: Profile,
    /// The appointment in use.
    pub active: Option<&'a AppointmentId>,
    pub sessions: Vec<SignedIn>,
    /// A new address that waits.
    pub pending: Option<Pending>,
    pub now: Moment,
    pub notice: Option<Notice>,
}

/// The account, the appointments and which of them is in use, and where the person is signed in.
pub fn profile(view: &Own<'_>) -> Markup {
    let (frame, profile, words) = (view.frame, &view.profile, words(view.frame.lang));
    let shell = Shell::new(frame, words.profile).crumb(words.area, paths::AREA).notices(view.notice.clone());
    page(
        &shell,
        html! {
            (heading(words.profile, Some(words.profile_lead)))
            (account_facts(view))
            @if let Some(pending) = &view.pending { (address::waiting(frame, pending)) }
            h2 { (words.appointments) }
            @if profile.appointments.is_empty() { p { (words.appointments_none) } } @else { (appointments(frame, profile, view.active)) }
            (sessions(frame, &view.sessions, view.now))
            p { a href=(paths::MY_DATA) { (words.all_my_data) } }
            div .aff-box { h2 { (words.correct_it) } (whom_to_ask(frame)) }
        },
    )
}

fn account_facts(view: &Own<'_>) -> Markup {
    let (frame, profile) = (view.frame, &view.profile);
    let (words, account) = (words(frame.lang), account::words::words(frame.lang));
    let (factor, federation) = (factor::words::words(frame.lang), federation::words::words(frame.lang));
    let former = view.sessions.iter().find(|session| session.here).and_then(|session| session.former);
    html! {
        dl .aff-facts {
            div { dt { (words.name) } dd { (profile.name) } }
            div { dt { (words.username) } dd { (profile.username) } }
            div { dt { (words.email) } dd { (profile.email) br; a href=(paths::OWN_ADDRESS) { (account.change_address) } } }
            div { dt { (account.letters) } dd { (preferences::chosen(frame, profile.letters)) br; a href=(paths::OWN_LETTERS) { (account.change_letters) } } }
            div { dt { (words.password) } dd { (account.password_kept) br; a href=(paths::OWN_PASSWORD) { (account.change_password) } } }
            div { dt { (factor.security) } dd { (factor.security_lead) br; a href=(paths::FACTOR) { (factor.security_change) } } }
            div { dt { (federation.identities) } dd { (federation.identities_lead) br; a href=(paths::IDENTITIES) { (federation.identities_change) } } }
            div { dt { (account.last_seen) } dd { @match former { Some(at) => (dates::lately(frame.lang, at, view.now)), None => (account.first_time) } } }
        }
    }
}

fn appointments(frame: &Frame<'_>, profile: &Profile, active: Option<&AppointmentId>) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_ente, words.column_state, words.column_role, words.column_capacity, words.column_from, words.column_to];
    let body = html! { @for held in &profile.appointments { (appointment(frame, held, active == Some(&held.id))) } };
    table("incarichi", words.appointments_caption, &columns.map(Column::new), body, frame.words())
}

fn appointment(frame: &Frame<'_>, held: &Held, in_use: bool) -> Markup {
    let words = words(frame.lang);
    let name = held.ente.as_ref().map_or_else(|| words.programme.to_owned(), ente);
    html! {
        tr {
            th scope="row" { (name) }
            td {
                @if in_use { strong { (words.in_use) } }
                @else if held.from > frame.today { (words.not_begun) }
                @else if held.to.is_some_and(|to| to < frame.today) { (words.over) }
                @else {
                    form method="post" action=(paths::SWITCH) {
                        (fields::hidden("ritorno", &format!("{}?esito=cambiato", paths::PROFILE)))
                        button .btn.btn-outline-primary.btn-sm type="submit" name="incarico" value=(held.id) {
                            (words.act_for) span .visually-hidden { " " (name) ", " (frame.lang.role(held.role)) }
                        }
                    }
                }
            }
            td { (frame.lang.role(held.role)) }
            td { (held.qualifica) }
            td { (short(held.from)) }
            td { @match held.to { Some(to) => (short(to)), None => (words.no_end) } }
        }
    }
}

fn short(day: Day) -> Markup {
    html! { time datetime=(day.to_string()) { (dates::short(day)) } }
}
