//! A letter as it is told, before it becomes text, HTML or a file.

use serde::{Deserialize, Serialize};

use super::invitation::{Invitation, Method, Occasion};
use super::lang::Lang;

/// Made by the `letters` room of a slice, kept as JSON in the outbox, rendered by `ui/mail.rs` on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it tells, for lists and filters: `password-reset`, `registration-approved`. Never shown to its reader.
    pub kind: String,
    pub lang: Lang,
    pub subject: String,
    pub body: Vec<Block>,
    /// Carries a link that opens something: its text is forgotten once sent, and it is never put into a digest.
    pub secret: bool,
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
    /// For the reader's calendar. A letter with one is never put into a digest: programs read one at a time.
    #[serde(default)]
    pub invitation: Option<Invitation>,
}

/// A part of the body, one under the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Above what follows, in letters that tell of several things.
    Heading(String),
    Paragraph(String),
    /// One thing to do, as a link of its own: what it does, and a local path (`/registrazione/…`).
    Action {
        label: String,
        path: String,
    },
    /// Somewhere else to go, without the weight of an action.
    Link {
        label: String,
        path: String,
    },
    /// Names with their values: "Giorno" → "lunedì 2 marzo 2026".
    Facts(Vec<(String, String)>),
    List(Vec<String>),
    /// Something to be copied letter by letter, as a code.
    Code(String),
}

/// A file that travels with the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosure {
    pub name: String,
    /// Media type with its parameters, as in `text/csv; charset=utf-8`.
    pub media: String,
    pub text: String,
}

impl Letter {
    pub fn new(kind: &str, lang: Lang, subject: impl Into<String>) -> Letter {
        Letter {
            kind: kind.to_owned(),
            lang,
            subject: subject.into(),
            body: Vec::new(),
            secret: false,
            enclosures: Vec::new(),
            invitation: None,
        }
    }

    #[must_use]
    pub fn say(mut self, text: impl Into<String>) -> Letter {
        self.body.push(Block::Paragraph(text.into()));
        self
    }

    #[must_use]
    pub fn heading(mut self, text: impl Into<String>) -> Letter {
        self.body.push(Block::Heading(text.into()));
        self
    }

    /// `path` is local: the public address is put before it when the letter leaves.
    #[must_use]
    pub fn action(mut self, label: impl Into<String>, path: impl Into<String>) -> Letter {
        self.body.push(Block::Action { label: label.into(), path: path.into() });
        self
    }

    #[must_use]
    pub fn link(mut self, label: impl Into<String>, path: impl Into<String>) -> Letter {
        self.body.push(Block::Link { label: label.into(), path: path.into() });
        self
    }

    #[must_use]
    pub fn facts(mut self, facts: impl IntoIterator<Item = (String, String)>) -> Letter {
        self.body.push(Block::Facts(facts.into_iter().collect()));
        self
    }

    #[must_use]
    pub fn list(mut self, items: impl IntoIterator<Item = String>) -> Letter {
        self.body.push(Block::List(items.into_iter().collect()));
        self
    }

    #[must_use]
    pub fn code(mut self, text: impl Into<String>) -> Letter {
        self.body.push(Block::Code(text.into()));
        self
    }

    #[must_use]
    pub fn enclose(mut self, enclosure: Enclosure) -> Letter {
        self.enclosures.push(enclosure);
        self
    }

    /// With an entry for the reader's calendar.
    #[must_use]
    pub fn invite(mut self, method: Method, occasion: Occasion) -> Letter {
        self.invitation = Some(Invitation { method, occasion });
        self
    }

    /// Its link opens something: see [`Letter::secret`].
    #[must_use]
    pub fn secret(mut self) -> Letter {
        self.secret = true;
        self
    }
}
