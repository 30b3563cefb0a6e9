//! The carriers of letters: a folder of files, or a mail server. Handed in like the clock: a test gives its own.

mod folder;
mod message;
mod settings;
mod smtp;

use std::sync::{Arc, Mutex, PoisonError};

use self::folder::Folder;
use self::smtp::Line;
use crate::domain::letter::Letter;
use crate::platform::config::Config;

pub use message::{Addressed, Parts, Sealed, seal};
pub use settings::{Destination, Mail, Relay, Sender, host_of};

/// How a letter looks; handed in from the face, since the plant knows no HTML and speaks no language.
#[derive(Clone, Copy)]
pub struct Pen {
    pub write: fn(&Letter, &Reader<'_>, &Config) -> Parts,
    /// Several letters in one, each under its subject.
    pub gather: fn(Vec<Letter>) -> Letter,
}

/// Who reads a letter.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    pub name: &'a str,
    /// Whether they have an account: it is the reason why they are written to.
    pub has_account: bool,
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// In the words of the server, or of the machine.
    pub said: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The carrier takes no letter at all for now: it does not answer, or does not admit us.
    Carrier,
    /// This letter is not taken now; it may be later.
    Deferred,
    /// This letter is refused for good.
    Refused,
    /// The address of its reader is none.
    Address,
}

impl FaultKind {
    pub const ALL: [FaultKind; 4] = [FaultKind::Carrier, FaultKind::Deferred, FaultKind::Refused, FaultKind::Address];

    pub fn as_str(self) -> &'static str {
        match self {
            FaultKind::Carrier => "carrier",
            FaultKind::Deferred => "deferred",
            FaultKind::Refused => "refused",
            FaultKind::Address => "address",
        }
    }

    /// Whether trying again is of no use.
    pub fn is_final(self) -> bool {
        matches!(self, FaultKind::Refused | FaultKind::Address)
    }
}

impl Fault {
    pub fn new(kind: FaultKind, said: impl Into<String>) -> Fault {
        Fault { kind, said: said.into() }
    }

    /// As the outbox keeps it: `deferred: 451 …`.
    pub fn to_text(&self) -> String {
        format!("{}: {}", self.kind.as_str(), self.said)
    }

    pub fn parse(text: &str) -> Option<Fault> {
        let (kind, said) = text.split_once(": ")?;
        FaultKind::ALL.into_iter().find(|k| k.as_str() == kind).map(|kind| Fault::new(kind, said))
    }
}

/// Where letters are taken.
#[derive(Debug, Clone)]
pub enum Carrier {
    Folder(Folder),
    Smtp(Relay),
    /// Keeps them in memory, and refuses when it is told to; clones share what was kept.
    Kept(Arc<Mutex<Kept>>),
}

/// What a carrier of tests has been given.
#[derive(Debug, Default)]
pub struct Kept {
    pub letters: Vec<Sealed>,
    /// Asked for each letter before it is taken.
    pub refuse: Option<fn(&Sealed) -> Option<Fault>>,
}

impl Carrier {
    /// The one that the settings name. Nothing is opened yet.
    pub fn of(config: &Config) -> Carrier {
        match &config.mail.destination {
            Destination::Folder(path) => Carrier::Folder(Folder::new(path.clone())),
            Destination::Smtp(relay) => Carrier::Smtp(relay.clone()),
        }
    }

    pub fn kept() -> Carrier {
        Carrier::Kept(Arc::default())
    }

    /// Sets out with letters: one connection for all of a round.
    pub async fn set_out(&self) -> Result<Round, Fault> {
        Ok(match self {
            Carrier::Folder(folder) => Round::Folder(folder.clone()),
            Carrier::Smtp(relay) => Round::Smtp(Box::new(Line::open(relay).await?)),
            Carrier::Kept(kept) => Round::Kept(kept.clone()),
        })
    }

    /// Whether letters could leave now, for `affianca check`.
    pub async fn check(&self) -> Result<(), Fault> {
        match self {
            Carrier::Folder(folder) => folder.check(),
            Carrier::Smtp(relay) => {
                let mut line = Line::open(relay).await?;
                let answers = line.answers().await;
                line.close().await;
                answers
            }
            Carrier::Kept(_) => Ok(()),
        }
    }
}

/// A carrier on its way.
pub enum Round {
    Folder(Folder),
    Smtp(Box<Line>),
    Kept(Arc<Mutex<Kept>>),
}

impl Round {
    /// Hands over one letter. After `Ok` it is the carrier's.
    pub async fn carry(&mut self, letter: &Sealed) -> Result<(), Fault> {
        match self {
            Round::Folder(folder) => folder.keep(letter),
            Round::Smtp(line) => line.send(letter).await,
            Round::Kept(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                match kept.refuse.and_then(|refuse| refuse(letter)) {
                    Some(fault) => Err(fault),
                    None => {
                        kept.letters.push(letter.clone());
                        Ok(())
                    }
                }
            }
        }
    }

    /// Whether another letter can be carried on the same round.
    pub fn goes_on(&self) -> bool {
        match self {
            Round::Smtp(line) => line.is_open(),
            Round::Folder(_) | Round::Kept(_) => true,
        }
    }

    pub async fn end(self) {
        if let Round::Smtp(line) = self {
            line.close().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_back() {
        for kind in FaultKind::ALL {
            let fault = Fault::new(kind, "450 4.2.1: try later");
            assert_eq!(Fault::parse(&fault.to_text()), Some(fault));
        }
        assert_eq!(Fault::parse("something else"), None);
    }
}
