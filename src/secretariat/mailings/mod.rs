//! An invitation to many enti at once: chosen by the filters of their table, written once, sent by a job batch by batch.

pub(super) mod routes;
pub(super) mod store;

mod letters;
mod pages;
mod words;

use crate::access::session::EnteName;
use crate::domain::edition::{Edition, EnteFacts, may_take_part};
use crate::domain::ids::{EnteId, LetterId, MailingId};
use crate::domain::moment::{Day, Moment};

/// Longest paragraph that the desk writes, in characters.
pub const PARAGRAPH_MAX: usize = 2000;
/// Days within which no ente is invited twice.
pub const LATELY_DAYS: i64 = 7;

/// What became of an ente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// No address of its is known.
    NoAddress,
    Withdrawn,
    /// It takes part already, and somebody follows it there.
    HasReferente,
    /// The edition does not address it, or it is no more.
    Outside,
    /// Another invitation left a few days ago, or is about to.
    Lately,
}

impl Outcome {
    pub const ALL: [Outcome; 6] =
        [Outcome::Sent, Outcome::NoAddress, Outcome::Withdrawn, Outcome::HasReferente, Outcome::Outside, Outcome::Lately];

    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::NoAddress => "no-address",
            Outcome::Withdrawn => "withdrawn",
            Outcome::HasReferente => "has-referente",
            Outcome::Outside => "outside",
            Outcome::Lately => "lately",
        }
    }

    pub fn parse(text: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// What decides whether an ente is invited.
#[derive(Debug, Clone)]
pub struct Addressee {
    pub ente: EnteName,
    pub facts: EnteFacts,
    pub withdrawn: bool,
    pub has_referente: bool,
    /// Its PEC; empty if not known.
    pub address: String,
    pub lately: bool,
}

impl Addressee {
    /// Why it is not invited; none: it is.
    pub fn left_out(&self, edition: &Edition, today: Day) -> Option<Outcome> {
        match () {
            () if self.withdrawn => Some(Outcome::Withdrawn),
            () if self.has_referente => Some(Outcome::HasReferente),
            () if may_take_part(&edition.terms, &self.facts, today).is_err() => Some(Outcome::Outside),
            () if self.address.is_empty() => Some(Outcome::NoAddress),
            () if self.lately => Some(Outcome::Lately),
            () => None,
        }
    }
}

/// Who would be invited, and who would not.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub go: Vec<EnteName>,
    pub stay: Vec<(EnteId, Outcome)>,
}

impl Plan {
    /// How many stay, by why, in the order of [`Outcome::ALL`]; those of none are left out.
    pub fn reasons(&self) -> Vec<(Outcome, usize)> {
        let count = |why: Outcome| self.stay.iter().filter(|(_, one)| *one == why).count();
        Outcome::ALL.into_iter().map(|why| (why, count(why))).filter(|(_, n)| *n > 0).collect()
    }
}

/// A mailing as it is about to begin.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// Made with the form: of two clicks the second finds that it has begun.
    pub id: &'a MailingId,
    pub edition: &'a Edition,
    /// The filters, as an address carries them.
    pub chosen: &'a str,
    pub paragraph: &'a str,
    /// Enti that the filters leave.
    pub enti: &'a [EnteId],
    /// How many the page said would be invited.
    pub seen: usize,
}

/// What came of beginning it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    Now,
    Already,
    /// Meanwhile others are to be invited than were shown.
    Differs,
}

/// A mailing and how far it is.
#[derive(Debug, Clone)]
pub struct Mailing {
    pub id: MailingId,
    pub made_at: Moment,
    pub made_by: String,
    pub edition_name: String,
    pub chosen: String,
    pub paragraph: String,
    pub ended_at: Option<Moment>,
    /// Enti that were to be invited, and of them those whose message is not written yet.
    pub invited: i64,
    pub waiting: i64,
    /// Messages that left, and those that were given up.
    pub sent: i64,
    pub failed: i64,
    /// Enti that were left out.
    pub left_out: i64,
}

/// One ente of a mailing.
#[derive(Debug, Clone)]
pub struct Line {
    pub ente: EnteName,
    /// None: it waits.
    pub outcome: Option<Outcome>,
    pub letter: Option<LetterId>,
    pub address: String,
    pub sent_at: Option<Moment>,
    pub failed: bool,
}

/// Which enti of a mailing are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    All,
    Waiting,
    /// Written and given up by the post.
    Failed,
    Of(Outcome),
}

impl Shown {
    pub fn parse(text: &str) -> Shown {
        match text {
            "waiting" => Shown::Waiting,
            "failed" => Shown::Failed,
            other => Outcome::parse(other).map_or(Shown::All, Shown::Of),
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Shown::All => "",
            Shown::Waiting => "waiting",
            Shown::Failed => "failed",
            Shown::Of(outcome) => outcome.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::parse(outcome.as_str()), Some(outcome));
            assert_eq!(Shown::parse(Shown::Of(outcome).as_str()), Shown::Of(outcome));
        }
        assert_eq!((Shown::parse("waiting"), Shown::parse("failed"), Shown::parse("x")), (Shown::Waiting, Shown::Failed, Shown::All));
    }
}
