//! The invitation of an ente to an edition.

use super::words::letter_words;
use crate::access::session::EnteName;
use crate::domain::edition::Edition;
use crate::domain::lang::Lang;
use crate::domain::letter::{Block, Letter};
use crate::ui::edition::name_and_dates;
use crate::ui::{page, paths};

/// Between offices one writes in Italian. `paragraph` is the desk's own.
pub fn invitation(ente: &EnteName, edition: &Edition, paragraph: &str) -> Letter {
    let (lang, words) = (Lang::It, letter_words());
    let named = page::ente(ente);
    let mut letter = Letter::new("edition-invitation", lang, (words.subject)(&edition.name, &named))
        .say((words.invited)(&lang.the(&named), &name_and_dates(lang, edition)));
    let own = paragraph.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    letter.body.extend(own.map(|part| Block::Paragraph(part.to_owned())));
    let contacts = &edition.terms.contacts;
    let ways = [
        (words.office, &contacts.office),
        (words.phone, &contacts.phone),
        (words.email, &contacts.email),
        (words.pec, &contacts.pec),
        (words.hours, &contacts.hours),
    ];
    let ways: Vec<(String, String)> =
        ways.into_iter().filter(|(_, way)| !way.is_empty()).map(|(name, way)| (name.to_owned(), way.clone())).collect();
    letter = letter
        .heading(words.how)
        .say(words.how_text)
        .action((words.register)(&lang.the(&named)), paths::registration(&ente.id))
        .say(words.code)
        .action(words.enter_code, paths::ACTIVATION)
        .say(words.what)
        .action(words.read, paths::ASSESSMENT);
    if ways.is_empty() { letter } else { letter.heading(words.ask).facts(ways) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::{Contacts, Terms};
    use crate::domain::ids::{EditionId, Id};
    use crate::ui::mail::specimen::{self, keep_italian, now};

    #[test]
    fn the_letter_reads_as_it_did() {
        let contacts = Contacts {
            office: "Segreteria organizzativa del Piano 2026".into(),
            email: "segreteria@ente.example".into(),
            ..Contacts::default()
        };
        let edition = Edition {
            id: EditionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap(),
            name: "Piano 2026".into(),
            starts_on: now().day(),
            ends_on: now().plus_days(300).day(),
            terms: Terms { contacts, ..Terms::default() },
        };
        keep_italian(&invitation(&specimen::ente(), &edition, "Vi abbiamo telefonato la settimana scorsa.\n\nVi aspettiamo."));
    }
}
