//! The letters of the way in: what is told to whoever comes, and to those who let them in.

mod words;

use self::words::words;
use super::Entered;
use super::words::fact;
use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::edition::ParticipantField;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::people::Sharer;
use crate::ui::page::ente as named;
use crate::ui::{dates, paths};

/// The link that verifies an address. `sharers` are the accounts behind it: only this letter says that there are any.
pub fn verify(lang: Lang, ente: &EnteName, token: &str, expires: Moment, sharers: &[Sharer]) -> Letter {
    let words = words(lang);
    let mut letter = Letter::new("registration-verify", lang, words.verify_subject).say((words.verify)(&lang.the(&named(ente))));
    if !sharers.is_empty() {
        let accounts = sharers.iter().map(|one| format!("{} ({})", one.username, one.name));
        letter = letter.say(words.known).list(accounts).say(words.known_how).action(words.sign_in, paths::SIGN_IN).say(words.known_other);
    }
    letter
        .action(words.verify_action, paths::registration_link(token))
        .say((words.good_until)(&dates::moment(lang, expires)))
        .say(words.not_you)
        .secret()
}

/// An account was made: its username, and what comes next.
pub fn welcome(lang: Lang, username: &str, ente: &EnteName, entered: Entered) -> Letter {
    let words = words(lang);
    let next = match entered {
        Entered::Waits => (words.welcome_waits)(&lang.the(&named(ente))),
        Entered::Appointed | Entered::Already => (words.welcome_appointed)(&lang.the(&named(ente))),
    };
    Letter::new("registration-welcome", lang, words.welcome_subject)
        .say(words.welcome)
        .facts([(words.username.to_owned(), username.to_owned())])
        .say(next)
        .action(words.sign_in, paths::SIGN_IN)
        .say(words.keep_it)
}

/// Entered by an activation code: the account works at once, and the address is still to be confirmed.
pub fn activated(lang: Lang, username: &str, ente: &EnteName, token: &str, expires: Moment) -> Letter {
    let words = words(lang);
    Letter::new("activation-welcome", lang, words.activated_subject)
        .say((words.activated)(&lang.the(&named(ente))))
        .facts([(words.username.to_owned(), username.to_owned())])
        .say(words.confirm)
        .action(words.confirm_action, paths::address_link(token))
        .say((words.good_until)(&dates::moment(lang, expires)))
        .say(words.not_you_code)
        .secret()
}

/// A request waits. `own`: the reader is a referente of the ente, else of the segreteria.
pub fn to_approve(lang: Lang, name: &str, ente: &EnteName, own: bool) -> Letter {
    let words = words(lang);
    let at = named(ente);
    Letter::new("registration-to-approve", lang, (words.to_approve_subject)(name))
        .say((words.to_approve)(name, &lang.the(&at)))
        .say(if own { words.to_approve_own } else { words.to_approve_segreteria })
        .action(words.to_approve_action, if own { paths::OWN_PEOPLE } else { paths::REQUESTS })
}

/// The same, days later.
pub fn still_waits(lang: Lang, name: &str, ente: &EnteName, own: bool) -> Letter {
    let words = words(lang);
    Letter::new("registration-reminder", lang, (words.still_waits_subject)(name))
        .say((words.still_waits)(name, &lang.the(&named(ente))))
        .say(if own { words.to_approve_own } else { words.to_approve_segreteria })
        .action(words.to_approve_action, if own { paths::OWN_PEOPLE } else { paths::REQUESTS })
}

/// A request was granted, or somebody became referente.
pub fn approved(lang: Lang, ente: &EnteName, role: RoleName) -> Letter {
    let words = words(lang);
    let at = lang.the(&named(ente));
    let what = if role == RoleName::Coordinator { (words.approved_referente)(&at) } else { (words.approved_member)(&at) };
    Letter::new("registration-approved", lang, (words.approved_subject)(&named(ente))).say(what).action(words.to_area, paths::AREA)
}

/// A request was refused, with the reason in the words of whoever refused.
pub fn refused(lang: Lang, ente: &EnteName, reason: &str) -> Letter {
    let words = words(lang);
    Letter::new("registration-refused", lang, (words.refused_subject)(&named(ente)))
        .say((words.refused)(&lang.the(&named(ente))))
        .say((words.reason)(reason))
        .say(words.refused_next)
        .action(words.to_requests, paths::OWN_REQUESTS)
}

/// Nobody answered in time.
pub fn expired(lang: Lang, ente: &EnteName) -> Letter {
    let words = words(lang);
    Letter::new("registration-expired", lang, (words.expired_subject)(&named(ente)))
        .say((words.expired)(&lang.the(&named(ente))))
        .say(words.expired_next)
        .action(words.ask_again, paths::REGISTRATION)
}

/// What an invitation says.
pub struct Invitation<'a> {
    /// Name of whoever invites.
    pub inviter: &'a str,
    pub ente: &'a EnteName,
    pub role: RoleName,
    pub token: &'a str,
    pub expires: Moment,
}

pub fn invitation(lang: Lang, invitation: &Invitation<'_>) -> Letter {
    let words = words(lang);
    let at = lang.the(&named(invitation.ente));
    let what = match invitation.role {
        RoleName::Coordinator => (words.invited_referente)(invitation.inviter, &at),
        _ => (words.invited_member)(invitation.inviter, &at),
    };
    Letter::new("invitation", lang, (words.invited_subject)(&named(invitation.ente)))
        .say(what)
        .say(words.invited_what)
        .action(words.invited_action, paths::invitation(invitation.token))
        .say((words.good_until)(&dates::moment(lang, invitation.expires)))
        .say(words.invited_not_you)
        .secret()
}

/// What the funder asks, as told on the telephone: field by field, to be read again.
pub fn facts_noted(lang: Lang, noted: &[(ParticipantField, &str)]) -> Letter {
    let words = words(lang);
    Letter::new("facts-noted", lang, words.facts_subject)
        .say(words.facts_noted)
        .facts(noted.iter().map(|(field, value)| (fact(lang, *field).to_owned(), (*value).to_owned())))
        .say(words.facts_wrong)
        .action(words.facts_action, paths::FACTS)
}

/// An appointment ends.
pub fn ended(lang: Lang, ente: &EnteName, last: Day) -> Letter {
    let words = words(lang);
    Letter::new("appointment-ended", lang, (words.ended_subject)(&named(ente)))
        .say((words.ended)(&lang.the(&named(ente)), &dates::day(lang, last)))
        .say(words.ended_next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{self, TOKEN, keep, keep_html, now};

    fn invited(ente: &EnteName, role: RoleName) -> Invitation<'_> {
        Invitation { inviter: "Bruno Neri", ente, role, token: TOKEN, expires: now().plus_days(14) }
    }

    #[test]
    fn every_letter_reads_as_it_did() {
        let (ente, until) = (specimen::ente(), now().plus_days(3));
        let known = [Sharer { username: "bruno".into(), name: "Bruno Neri".into() }];
        keep("", |lang| verify(lang, &ente, TOKEN, until, &[]));
        keep("known", |lang| verify(lang, &ente, TOKEN, until, &known));
        keep("", |lang| welcome(lang, "anna.bianchi", &ente, Entered::Appointed));
        keep("waits", |lang| welcome(lang, "anna.bianchi", &ente, Entered::Waits));
        keep("", |lang| activated(lang, "anna.bianchi", &ente, TOKEN, until));
        keep("", |lang| to_approve(lang, "Carla Verdi", &ente, true));
        keep("desk", |lang| to_approve(lang, "Carla Verdi", &ente, false));
        keep("", |lang| still_waits(lang, "Carla Verdi", &ente, true));
        keep("", |lang| approved(lang, &ente, RoleName::Member));
        keep("referente", |lang| approved(lang, &ente, RoleName::Coordinator));
        keep("", |lang| refused(lang, &ente, "non lavora più da noi"));
        keep("", |lang| expired(lang, &ente));
        keep("", |lang| invitation(lang, &invited(&ente, RoleName::Member)));
        keep("referente", |lang| invitation(lang, &invited(&ente, RoleName::Coordinator)));
        let noted = [(ParticipantField::Gender, "donna"), (ParticipantField::Settore, "Servizi demografici")];
        keep("", |lang| facts_noted(lang, &noted));
        keep("", |lang| self::ended(lang, &ente, now().day()));
        keep_html(&verify(Lang::It, &ente, TOKEN, until, &[]));
    }
}
