//! What goes out about attestati: letters that one was issued or no longer stands, and the paper itself.

mod paper;

use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::paths;

pub use paper::{Paper, paper};

/// An attestato is ready; `replaced` is the number of the one whose place it takes.
pub fn issued(lang: Lang, theme: &str, number: &str, replaced: Option<&str>) -> Letter {
    let words = words(lang);
    let letter = Letter::new("certificate-issued", lang, words.letter_issued).say((words.letter_issued_text)(number, theme));
    let letter = match replaced {
        Some(old) => letter.say((words.letter_replaces)(old)),
        None => letter,
    };
    letter.action(words.letter_action, paths::RECORD).say(words.letter_check)
}

/// An attestato was revoked, and why.
pub fn revoked(lang: Lang, theme: &str, number: &str, why: &str) -> Letter {
    let words = words(lang);
    Letter::new("certificate-revoked", lang, words.letter_revoked)
        .say((words.letter_revoked_text)(number, theme))
        .say((words.letter_why)(why))
        .action(words.letter_action, paths::RECORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::keep;

    #[test]
    fn letters_of_attestati_read_as_kept() {
        keep("", |lang| issued(lang, "Servizi demografici", "12/2026", None));
        keep("again", |lang| issued(lang, "Servizi demografici", "13/2026", Some("12/2026")));
        keep("", |lang| revoked(lang, "Servizi demografici", "12/2026", "Il registro è stato corretto."));
    }
}
