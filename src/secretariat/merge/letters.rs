//! The letter to somebody whose two accounts became one.

use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::paths;

pub fn merged(lang: Lang, stays: &str, goes: &str) -> Letter {
    let words = words(lang);
    Letter::new("accounts-merged", lang, words.letter_subject)
        .say((words.letter_text)(stays, goes))
        .facts([(words.username.to_owned(), stays.to_owned())])
        .action(words.letter_action, paths::SIGN_IN)
        .say(words.letter_wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{keep, keep_html};

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| merged(lang, "anna.bianchi", "a.bianchi"));
        keep_html(&merged(Lang::It, "anna.bianchi", "a.bianchi"));
    }
}
