//! Letters on the second factor: whoever did not do it themselves hears of it.

use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::ui::{dates, paths};

/// The factor was begun.
pub fn begun(lang: Lang, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("factor-begun", lang, words.letter_begun)
        .say((words.letter_begun_text)(&dates::moment(lang, now)))
        .say(words.letter_begun_keep)
        .action(words.security, paths::FACTOR)
        .say(words.letter_not_you)
}

/// Its owner ended it.
pub fn ended(lang: Lang, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("factor-ended", lang, words.letter_ended)
        .say((words.letter_ended_text)(&dates::moment(lang, now)))
        .action(words.security, paths::FACTOR)
        .say(words.letter_not_you)
}

/// Somebody else took it away, because telephone and recovery codes were lost.
pub fn reset(lang: Lang, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("factor-reset", lang, words.letter_reset)
        .say((words.letter_reset_text)(&dates::moment(lang, now)))
        .say(words.letter_reset_next)
        .action(words.letter_sign_in, paths::SIGN_IN)
        .say(words.letter_not_you)
}

/// Somebody came in with a recovery code; `left` are not used yet.
pub fn recovery_used(lang: Lang, now: Moment, left: i64) -> Letter {
    let words = words(lang);
    Letter::new("recovery-code-used", lang, words.letter_recovery)
        .say((words.letter_recovery_text)(&dates::moment(lang, now)))
        .say((words.codes_left)(left))
        .action(words.security, paths::FACTOR)
        .say(words.letter_not_you)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{keep, now};

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| begun(lang, now()));
        keep("", |lang| ended(lang, now()));
        keep("", |lang| reset(lang, now()));
        keep("", |lang| recovery_used(lang, now(), 9));
        keep("last", |lang| recovery_used(lang, now(), 1));
    }
}
