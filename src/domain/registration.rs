//! The way in: how long a link is good, who needs no approval, and when an appointment may end.

use super::moment::{Day, Moment};

/// Days for which the link that verifies an address is good.
pub const LINK_DAYS: i64 = 3;
/// Days for which the link is good by which somebody who is in already confirms an address.
pub const ADDRESS_DAYS: i64 = 30;
/// Days for which an invitation is good.
pub const INVITATION_DAYS: i64 = 21;
/// Days after which those who approve are reminded, once and again.
pub const REMINDER_DAYS: i64 = 5;
/// Days after which a request that nobody answered is over.
pub const WAIT_DAYS: i64 = 45;
/// Addresses invited at once, at most.
pub const INVITED_AT_ONCE: usize = 30;
/// The version of the privacy notice that comes with the product: it changes when its text does. The settings may name another.
pub const NOTICE_VERSION: &str = "2026-11";

/// Longest name, qualifica and reason, in characters.
pub const NAME_MAX: usize = 120;
pub const QUALIFICA_MAX: usize = 120;
pub const REASON_MAX: usize = 500;

/// Whether an address shows by itself that its owner works for the ente. `mail_domain` is the ente's own; an address of a
/// domain below it is somebody else's until the segreteria says otherwise.
pub fn is_institutional(address: &str, mail_domain: Option<&str>) -> bool {
    match (address.rsplit_once('@'), mail_domain.map(|d| d.trim().trim_start_matches('@'))) {
        (Some((_, of)), Some(own)) => !own.is_empty() && of.eq_ignore_ascii_case(own),
        _ => false,
    }
}

/// What became of a request, or of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Approved,
    Refused,
    Withdrawn,
    Expired,
}

impl Outcome {
    pub const ALL: [Outcome; 4] = [Outcome::Approved, Outcome::Refused, Outcome::Withdrawn, Outcome::Expired];

    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Approved => "approved",
            Outcome::Refused => "refused",
            Outcome::Withdrawn => "withdrawn",
            Outcome::Expired => "expired",
        }
    }

    pub fn parse(text: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// From when to when somebody coordinates an ente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// Why an appointment does not end on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEnd {
    /// It would not last a day.
    BeforeItBegan,
    /// Days gone by stand as they were.
    InThePast,
    /// It ends before that day already.
    EndsEarlier,
    /// The ente would be left without a referente.
    LastReferente,
}

/// Whether an appointment may end on a day. `others` are the other referenti of the ente, if this is a referente's: one of
/// them must still be there, without an end, so that the ente is never left to nobody.
pub fn may_end(of: Term, last: Day, today: Day, others: Option<&[Term]>) -> Result<(), NoEnd> {
    match () {
        () if last < today => Err(NoEnd::InThePast),
        () if last < of.from => Err(NoEnd::BeforeItBegan),
        () if of.to.is_some_and(|to| to <= last) => Err(NoEnd::EndsEarlier),
        () if others.is_some_and(|others| !others.iter().any(|o| o.to.is_none() && o.from <= last.plus_days(1))) => {
            Err(NoEnd::LastReferente)
        }
        () => Ok(()),
    }
}

/// Whether those who approve are to be reminded: so many days after the request arrived, or after the last reminder.
pub fn is_to_be_reminded(arrived: Moment, reminded: Option<Moment>, now: Moment) -> bool {
    reminded.unwrap_or(arrived).plus_days(REMINDER_DAYS) <= now
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: i8) -> Day {
        Day::new(2026, 3, d).unwrap()
    }

    #[test]
    fn only_the_entes_own_domain_vouches() {
        let own = Some("comune.aglie.to.it");
        for (address, expected) in [
            ("anna@comune.aglie.to.it", true),
            ("ANNA@Comune.Aglie.TO.it", true),
            ("anna@sub.comune.aglie.to.it", false),
            ("anna@xcomune.aglie.to.it", false),
            ("comune.aglie.to.it", false),
            ("anna@comune.aglie.to.it@altrove.example", false),
        ] {
            assert_eq!(is_institutional(address, own), expected, "{address}");
        }
        for none in [None, Some(""), Some("@")] {
            assert!(!is_institutional("anna@", none) && !is_institutional("anna@comune.it", none), "{none:?}");
        }
    }

    #[test]
    fn an_ente_is_never_left_to_nobody() {
        let term = |from, to: Option<i8>| Term { from: day(from), to: to.map(day) };
        let own = term(1, None);
        for (others, expected) in [
            (vec![], Err(NoEnd::LastReferente)),
            (vec![term(1, Some(20))], Err(NoEnd::LastReferente)),
            // The successor begins the day after, or a day too late.
            (vec![term(11, None)], Ok(())),
            (vec![term(12, None)], Err(NoEnd::LastReferente)),
            (vec![term(1, Some(20)), term(1, None)], Ok(())),
        ] {
            assert_eq!(may_end(own, day(10), day(5), Some(&others)), expected, "{others:?}");
        }
        assert_eq!(may_end(own, day(10), day(5), None), Ok(()));
    }

    #[test]
    fn what_was_stays_as_it_was() {
        let own = Term { from: day(8), to: Some(day(20)) };
        for (last, today, expected) in [
            (4, 5, Err(NoEnd::InThePast)),
            (6, 5, Err(NoEnd::BeforeItBegan)),
            (20, 5, Err(NoEnd::EndsEarlier)),
            (25, 5, Err(NoEnd::EndsEarlier)),
            (8, 8, Ok(())),
            (19, 5, Ok(())),
        ] {
            assert_eq!(may_end(own, day(last), day(today), None), expected, "{last} on {today}");
        }
    }

    #[test]
    fn reminders_come_every_few_days() {
        let arrived = Moment::at(day(2), 9, 0).unwrap();
        assert!(!is_to_be_reminded(arrived, None, arrived.plus_days(REMINDER_DAYS).plus_minutes(-1)));
        assert!(is_to_be_reminded(arrived, None, arrived.plus_days(REMINDER_DAYS)));
        let reminded = arrived.plus_days(REMINDER_DAYS);
        assert!(!is_to_be_reminded(arrived, Some(reminded), reminded.plus_days(1)));
        assert!(is_to_be_reminded(arrived, Some(reminded), reminded.plus_days(REMINDER_DAYS)));
    }

    #[test]
    fn names_are_read_back() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::parse(outcome.as_str()), Some(outcome));
        }
    }
}
