//! The letters to somebody who asked the segreteria for their data, or for their end.

use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Day;
use crate::ui::{dates, paths};

/// A copy was made, and comes by the way that was agreed on.
pub fn handed_over(lang: Lang, asked_on: Day) -> Letter {
    let words = words(lang);
    Letter::new("data-handed-over", lang, words.copy_subject)
        .say((words.copy_made)(&dates::day(lang, asked_on)))
        .say(words.copy_next)
        .action(words.copy_own, paths::MY_DATA)
        .say(words.not_you)
}

/// The last letter to somebody.
pub fn erased(lang: Lang, asked_on: Day) -> Letter {
    let words = words(lang);
    Letter::new("data-erased", lang, words.erased_subject)
        .say((words.erased)(&dates::day(lang, asked_on)))
        .say(words.erased_stays)
        .say(words.erased_this)
        .say(words.not_you)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{keep, now};

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| handed_over(lang, now().plus_days(-2).day()));
        keep("", |lang| erased(lang, now().plus_days(-2).day()));
    }
}
