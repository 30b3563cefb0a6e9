//! The fields that several pages of the way in share.

use maud::{Markup, html};

use crate::domain::edition::{Asked, Edition};
use crate::domain::registration::{NAME_MAX, QUALIFICA_MAX};
use crate::domain::username;
use crate::enti::registration::Fault;
use crate::enti::registration::form::{Form, asked, fact_name, wants_qualifica};
use crate::enti::registration::words::{fact, fault, words};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::Frame;
use crate::ui::paths;

/// Where a fault belongs.
fn field_of(fault: Fault) -> String {
    match fault {
        Fault::NoName | Fault::NameTooLong => "nome".into(),
        Fault::NoEmail | Fault::EmailShape => "email".into(),
        Fault::NoQualifica | Fault::QualificaTooLong => "qualifica".into(),
        Fault::NoFact(field) => fact_name(field),
        Fault::NoticeUnread => "informativa".into(),
        Fault::UsernameShape | Fault::UsernameTaken => "utente".into(),
        Fault::NoPassword | Fault::Weak(_) => "password".into(),
    }
}

fn beside(frame: &Frame<'_>, form: &Form, name: &str) -> Option<&'static str> {
    form.faults.iter().find(|one| field_of(**one) == name).map(|one| fault(frame.lang, *one))
}

/// The box above a form that came back.
pub fn summary(frame: &Frame<'_>, form: &Form) -> Markup {
    let wrong: Vec<Wrong> =
        form.faults.iter().map(|one| Wrong { name: field_of(*one), text: fault(frame.lang, *one).to_owned() }).collect();
    fields::summary(frame.words(), &wrong)
}

pub fn name(frame: &Frame<'_>, form: &Form) -> Markup {
    let field = Field::new("nome", words(frame.lang).name).value(&form.name).longest(NAME_MAX).autocomplete("name");
    fields::text(&field.error(beside(frame, form, "nome")), frame.words())
}

pub fn email(frame: &Frame<'_>, form: &Form, hint: &str) -> Markup {
    let field = Field::new("email", words(frame.lang).email).value(&form.email).hint(hint).autocomplete("email");
    fields::email(&field.error(beside(frame, form, "email")), frame.words())
}

pub fn qualifica(frame: &Frame<'_>, form: &Form, edition: Option<&Edition>) -> Markup {
    let words = words(frame.lang);
    let field = Field::new("qualifica", words.qualifica).value(&form.qualifica).hint(words.qualifica_hint).longest(QUALIFICA_MAX);
    let field = field.autocomplete("organization-title").error(beside(frame, form, "qualifica"));
    fields::text(&if wants_qualifica(edition) { field } else { field.optional() }, frame.words())
}

/// Username and password. `proposed`: the username stands there already, and is free.
pub fn account(frame: &Frame<'_>, form: &Form, proposed: bool) -> Markup {
    let words = words(frame.lang);
    let hint = if proposed { words.username_hint } else { words.username_hint_empty };
    let offered = (!form.free.is_empty()).then(|| (words.free)(&form.free.join(", ")));
    let username = Field::new("utente", words.username).value(&form.username).hint(offered.as_deref().unwrap_or(hint));
    let username = username.longest(username::LONGEST).autocomplete("username").error(beside(frame, form, "utente"));
    let username = if proposed { username } else { username.optional() };
    let password = Field::new("password", words.password).hint(words.password_hint).autocomplete("new-password");
    html! {
        (fields::text(&username, frame.words()))
        (fields::password(&password.error(beside(frame, form, "password")), frame.words()))
    }
}

/// What the funder asks, each with the reason in the edition's own words. Nothing where nothing is asked.
pub fn facts(frame: &Frame<'_>, form: &Form, edition: Option<&Edition>) -> Markup {
    let words = words(frame.lang);
    html! {
        @if asked(edition).next().is_some() {
            section .aff-funder aria-labelledby="finanziatore" {
                h2 #finanziatore { (words.funder) }
                p { (words.funder_text) }
                @for one in asked(edition) { (asked_field(frame, form, one)) }
            }
        }
    }
}

pub fn asked_field(frame: &Frame<'_>, form: &Form, one: &Asked) -> Markup {
    let words = words(frame.lang);
    let (name, label) = (fact_name(one.field), fact(frame.lang, one.field));
    let told = form.facts.get(one.field.as_str()).map(String::as_str).unwrap_or_default();
    let why = (words.why)(&one.reason);
    if one.choices.is_empty() && !one.field.is_closed() {
        let field = Field::new(&name, label).value(told).hint(&why).longest(QUALIFICA_MAX);
        return fields::text(&field.error(beside(frame, form, &name)), frame.words());
    }
    let choices = one.choices.iter().map(|choice| Choice::new(choice, choice, choice == told)).collect();
    let group = Group::radios(&name, html! { (label) }).choices(choices).hint(html! { (why) });
    fields::group(&group.error(beside(frame, form, &name)), frame.words())
}

/// Read, never consented to.
pub fn notice(frame: &Frame<'_>, form: &Form) -> Markup {
    let words = words(frame.lang);
    html! {
        p {
            a href=(paths::PRIVACY) target="_blank" rel="noopener" {
                (words.notice_link) span .visually-hidden { " (" (words.notice_new_tab) ")" }
            }
        }
        (fields::check("informativa", &html! { (words.notice_read) }, form.notice, beside(frame, form, "informativa"), frame.words()))
    }
}
