//! What is told to those who look after answers.

use super::words::words;
use crate::domain::ids::FaqId;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Day;
use crate::ui::{dates, paths};

/// An answer stands in public and its day has passed.
pub fn expired(lang: Lang, (id, question): (&FaqId, &str), review_on: Day) -> Letter {
    let words = words(lang);
    Letter::new("faq-expired", lang, (words.expired_subject)(question))
        .say((words.expired_letter)(question, &dates::day(lang, review_on)))
        .say(words.expired_what)
        .action(words.expired_action, paths::faq_change(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;
    use crate::ui::mail::specimen::keep;

    #[test]
    fn the_letter_reads_as_it_was_kept() {
        let id = FaqId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        let day = Day::new(2026, 3, 1).unwrap();
        keep("", |lang| expired(lang, (&id, "Entro quando va rinnovata la dichiarazione di dimora abituale?"), day));
    }
}
