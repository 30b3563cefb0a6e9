//! Letters on identities at the provider.

use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::ui::{dates, paths};

/// An identity opens the account from now on.
pub fn linked(lang: Lang, issuer: &str, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("identity-linked", lang, words.letter_linked)
        .say((words.letter_linked_text)(&dates::moment(lang, now)))
        .facts([(words.issuer.to_owned(), issuer.to_owned())])
        .action(words.identities, paths::IDENTITIES)
        .say(words.letter_not_you)
}

/// It opens it no more.
pub fn unlinked(lang: Lang, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("identity-unlinked", lang, words.letter_unlinked)
        .say((words.letter_unlinked_text)(&dates::moment(lang, now)))
        .action(words.identities, paths::IDENTITIES)
        .say(words.letter_not_you)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{keep, now};

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| linked(lang, "https://identita.example", now()));
        keep("", |lang| unlinked(lang, now()));
    }
}
