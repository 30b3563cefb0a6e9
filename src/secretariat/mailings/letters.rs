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
