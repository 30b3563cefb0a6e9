//! Letters as text and as HTML, from the same blocks; the public address is put before every path.
//!
//! The HTML is what Outlook and Gmail leave alone: one table, styles on the elements, no picture, nothing fetched.

mod html;
#[cfg(test)]
pub mod specimen;
mod text;
mod words;

use crate::domain::letter::{Block, Letter};
use crate::platform::config::{Config, Site};
use crate::platform::mail::{Parts, Pen, Reader};
use crate::ui::paths;
use crate::ui::words::Lang;
use words::{Words, words};

/// How the house writes.
pub const PEN: Pen = Pen { write, gather };

/// The kind of letters that hold others.
pub const DIGEST: &str = "digest";

/// A letter for a reader, with who writes and why at its foot.
pub fn write(letter: &Letter, reader: &Reader<'_>, config: &Config) -> Parts {
    let view = View { letter, reader, site: &config.site, base: &config.server.public_url, words: words(letter.lang) };
    Parts { text: text::write(&view), html: html::write(&view).into_string() }
}

/// Several letters in one, each under its subject; the enclosures come along. The language is that of the first.
pub fn gather(letters: Vec<Letter>) -> Letter {
    let lang = letters.first().map_or(Lang::It, |letter| letter.lang);
    let words = words(lang);
    let mut digest = Letter::new(DIGEST, lang, (words.digest_subject)(letters.len())).say(words.digest_lead);
    for letter in letters {
        digest.body.push(Block::Heading(letter.subject));
        digest.body.extend(letter.body);
        digest.enclosures.extend(letter.enclosures);
    }
    digest
}

/// What both forms are made from.
struct View<'a> {
    letter: &'a Letter,
    reader: &'a Reader<'a>,
    site: &'a Site,
    /// The public address, without a slash at its end.
    base: &'a str,
    words: &'static Words,
}

impl View<'_> {
    fn greeting(&self) -> String {
        (self.words.greeting)(self.reader.name.trim())
    }

    /// A local path as an address that a mail program can open.
    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn who_writes(&self) -> String {
        (self.words.who_writes)(&self.site.name, &self.site.owner)
    }

    fn why(&self) -> &'static str {
        if self.reader.has_account { self.words.why_account } else { self.words.why_address }
    }

    /// Where whoever has an account says how they want to be written to.
    fn how(&self) -> Option<(&'static str, String)> {
        self.reader.has_account.then(|| (self.words.how, self.address(paths::OWN_LETTERS)))
    }

    /// Telephone, e-mail and PEC, as far as they are set: what each is called, and what it is.
    fn contacts(&self) -> Vec<(&'static str, &str)> {
        let (site, shared) = (self.site, self.letter.lang.words());
        [(shared.telephone, &site.contact_phone), (shared.mail, &site.contact_email), (shared.pec, &site.contact_pec)]
            .into_iter()
            .filter(|(_, contact)| !contact.is_empty())
            .map(|(name, contact)| (name, contact.as_str()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::specimen::keep;
    use super::*;

    #[test]
    fn every_letter_reads_as_it_did() {
        let one = |lang: Lang| Letter::new("sample", lang, "Agliè").say("…").action("→", "/area");
        keep("", |lang| gather(vec![one(lang), one(lang)]));
    }
}
