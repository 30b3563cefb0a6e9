//! The letters that tell a person what a gestore did to their account.

use super::Grant;
use super::words::words;
use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::page::ente as full_name;
use crate::ui::{dates, paths};

pub fn granted(lang: Lang, grant: &Grant, ente: Option<&EnteName>) -> Letter {
    let words = words(lang);
    let mut facts = facts(lang, grant.role, ente);
    facts.push((words.column_from.to_owned(), dates::day(lang, grant.from)));
    facts.extend(grant.to.map(|to| (words.column_to.to_owned(), dates::day(lang, to))));
    Letter::new("role-granted", lang, words.granted_subject).say(words.granted_text).facts(facts).action(words.to_profile, paths::PROFILE)
}

pub fn withdrawn(lang: Lang, role: RoleName, ente: Option<&EnteName>, reason: &str) -> Letter {
    let words = words(lang);
    let mut facts = facts(lang, role, ente);
    facts.push((words.reason.to_owned(), reason.to_owned()));
    Letter::new("role-withdrawn", lang, words.withdrawn_subject).say(words.withdrawn_text).facts(facts).say(words.ask_if_wrong)
}

fn facts(lang: Lang, role: RoleName, ente: Option<&EnteName>) -> Vec<(String, String)> {
    let words = words(lang);
    let of = ente.map_or_else(|| words.programme.to_owned(), full_name);
    vec![(words.column_role.to_owned(), lang.role(role).to_owned()), (words.column_ente.to_owned(), of)]
}

pub fn disabled(lang: Lang, reason: &str) -> Letter {
    let words = words(lang);
    Letter::new("person-disabled", lang, words.disabled_subject)
        .say(words.disabled_text)
        .facts([(words.reason.to_owned(), reason.to_owned())])
        .say(words.ask_if_wrong)
}

pub fn enabled(lang: Lang) -> Letter {
    let words = words(lang);
    Letter::new("person-enabled", lang, words.enabled_subject).say(words.enabled_text).action(words.to_sign_in, paths::SIGN_IN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{ente, keep, now};

    #[test]
    fn every_letter_reads_as_it_did() {
        let (from, ente) = (now().day(), ente());
        let grant = |role, to| Grant { role, ente: None, qualifica: String::new(), from, to };
        keep("", |lang| granted(lang, &grant(RoleName::Secretariat, None), None));
        keep("until", |lang| granted(lang, &grant(RoleName::Member, Some(from.plus_days(90))), Some(&ente)));
        keep("", |lang| withdrawn(lang, RoleName::Coordinator, Some(&ente), "ha cambiato ufficio"));
        keep("", |lang| disabled(lang, "ha lasciato l’ente"));
        keep("", enabled);
    }
}
