//! The letter that asks somebody for what the funder wants to know.

use super::words::{field, words};
use crate::domain::edition::Asked;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::paths;

/// What lacks, each with the reason in the edition's own words, and where to tell it.
pub fn asking(lang: Lang, edition: &str, lacking: &[&Asked]) -> Letter {
    let words = words(lang);
    let told = lacking.iter().map(|asked| format!("{}: {}", field(lang, asked.field), asked.reason));
    Letter::new("facts-asked", lang, words.letter_subject)
        .say((words.letter_text)(edition))
        .list(told)
        .action(words.letter_action, paths::FACTS)
        .say(words.letter_telephone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::ParticipantField;
    use crate::ui::mail::specimen::keep;

    #[test]
    fn the_letter_reads_as_it_did() {
        let asked = |field, reason: &str| Asked { field, reason: reason.into(), choices: Vec::new() };
        let lacking = [
            asked(ParticipantField::Gender, "il rapporto annuale distingue donne e uomini"),
            asked(ParticipantField::Settore, "serve a dire quali uffici partecipano"),
        ];
        keep("", |lang| asking(lang, "Piano 2026", &lacking.iter().collect::<Vec<_>>()));
    }
}
