//! The fields that somebody fills in who comes: read as they came, judged one by one, shown again when they come back.

use std::collections::BTreeMap;

use super::{Fault, Told};
use crate::access::form::Fields;
use crate::access::password;
use crate::domain::edition::{Asked, Edition, ParticipantField};
use crate::domain::registration::{NAME_MAX, QUALIFICA_MAX};
use crate::domain::{mail_address, username};

/// Which of the fields a page has.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts {
    pub name: bool,
    pub email: bool,
    pub qualifica: bool,
    pub facts: bool,
    pub account: bool,
    pub notice: bool,
}

/// The form as it came, or as it is first shown.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub name: String,
    pub email: String,
    pub qualifica: String,
    pub username: String,
    pub notice: bool,
    /// By the name of the field.
    pub facts: BTreeMap<String, String>,
    pub faults: Vec<Fault>,
    /// Usernames that nobody has, offered.
    pub free: Vec<String>,
}

impl Form {
    /// What was typed, with all that is wrong with it. The password is read apart: it is never shown again.
    pub fn read(fields: &Fields, parts: Parts, edition: Option<&Edition>) -> Form {
        let mut form = Form {
            name: one_line(fields.text("nome")),
            email: fields.text("email").to_owned(),
            qualifica: one_line(fields.text("qualifica")),
            username: username::tidy(fields.text("utente")),
            notice: fields.has("informativa"),
            facts: asked(edition).map(|asked| (asked.field.as_str().to_owned(), fields.text(&fact_name(asked.field)).to_owned())).collect(),
            ..Form::default()
        };
        form.faults = form.judge(parts, edition, fields.get("password").unwrap_or_default());
        form
    }

    fn judge(&self, parts: Parts, edition: Option<&Edition>, password: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if parts.name {
            faults.extend(length(&self.name, NAME_MAX, (Some(Fault::NoName), Fault::NameTooLong)));
        }
        if parts.email && mail_address::parse(&self.email).is_none() {
            faults.push(if self.email.is_empty() { Fault::NoEmail } else { Fault::EmailShape });
        }
        if parts.qualifica {
            let wanted = wants_qualifica(edition).then_some(Fault::NoQualifica);
            faults.extend(length(&self.qualifica, QUALIFICA_MAX, (wanted, Fault::QualificaTooLong)));
        }
        if parts.facts {
            let told = |field: ParticipantField| self.facts.get(field.as_str()).map(String::as_str).unwrap_or_default();
            let missing =
                asked(edition).filter(|asked| !asked.takes(told(asked.field)) || told(asked.field).chars().count() > QUALIFICA_MAX);
            faults.extend(missing.map(|asked| Fault::NoFact(asked.field)));
        }
        if parts.account {
            faults.extend(self.account(password));
        }
        if parts.notice && !self.notice {
            faults.push(Fault::NoticeUnread);
        }
        faults
    }

    /// A username left empty is chosen for them.
    fn account(&self, password: &str) -> Vec<Fault> {
        let shape = (!self.username.is_empty() && !username::is_sound(&self.username)).then_some(Fault::UsernameShape);
        let weak = match password {
            "" => Some(Fault::NoPassword),
            typed => password::check(typed, &self.username).err().map(Fault::Weak),
        };
        shape.into_iter().chain(weak).collect()
    }

    /// The address in lower case; empty if it has not the shape of one.
    pub fn address(&self) -> String {
        mail_address::parse(&self.email).unwrap_or_default()
    }

    /// The usernames to try: the one typed, or those proposed from the name.
    pub fn wanted_usernames(&self) -> Vec<String> {
        if self.username.is_empty() { username::proposed(&self.name) } else { vec![self.username.clone()] }
    }

    /// What the funder is to know, by edition.
    pub fn told(&self, edition: Option<&Edition>) -> Told {
        let answers = self.facts.iter().filter(|(_, value)| !value.is_empty());
        Told { edition: edition.map(|e| e.id.to_string()), answers: answers.map(|(k, v)| (k.clone(), v.clone())).collect() }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that is missing, or too long.
fn length(text: &str, longest: usize, (missing, too_long): (Option<Fault>, Fault)) -> Option<Fault> {
    match text.chars().count() {
        0 => missing,
        count if count > longest => Some(too_long),
        _ => None,
    }
}

/// Whether the funder asks how people are styled.
pub fn wants_qualifica(edition: Option<&Edition>) -> bool {
    edition.is_some_and(|edition| edition.terms.funding.asks(ParticipantField::Qualifica).is_some())
}

/// What the funder of the edition asks of a person and is kept as a fact: the qualifica is kept with the appointment, and
/// the kind of ente is known.
pub fn asked(edition: Option<&Edition>) -> impl Iterator<Item = &Asked> {
    let all = edition.map(|edition| edition.terms.funding.asked.as_slice()).unwrap_or_default();
    all.iter().filter(|asked| !matches!(asked.field, ParticipantField::Qualifica | ParticipantField::EnteKind))
}

/// The name of a fact's field.
pub fn fact_name(field: ParticipantField) -> String {
    format!("d[{}]", field.as_str())
}
