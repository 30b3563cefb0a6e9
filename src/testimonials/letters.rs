//! What is written about testimonials: to the ente that speaks, and to those who prepare.

use super::About;
use super::words::letters::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Day;
use crate::ui::{dates, paths};

/// To the ente: a version to look at.
pub fn sent(lang: Lang, about: &About, note: &str) -> Letter {
    let words = words(lang);
    let letter = Letter::new("testimonial-sent", lang, (words.sent_subject)(&about.title)).say((words.sent)(&about.title, &about.ente));
    let letter = if note.is_empty() { letter } else { letter.facts([(words.note.to_owned(), note.to_owned())]) };
    letter.say(words.sent_what).action(words.look, paths::own_testimonial(&about.id))
}

/// To who prepares: the ente asks for corrections.
pub fn corrections(lang: Lang, about: &About, text: &str) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-corrections", lang, (words.corrections_subject)(&about.title))
        .say((words.corrections)(&about.title, &about.ente))
        .facts([(words.asked.to_owned(), text.to_owned())])
        .action(words.open, paths::preparation(&about.id))
}

/// To who prepares: "visto, si pubblichi".
pub fn approved(lang: Lang, about: &About, name: &str) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-approved", lang, (words.approved_subject)(&about.title))
        .say((words.approved)(&about.title, &about.ente, name))
        .say(words.approved_what)
        .action(words.open, paths::preparation(&about.id))
}

/// To the ente: everybody can read it.
pub fn published(lang: Lang, about: &About) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-published", lang, (words.published_subject)(&about.title))
        .say((words.published)(&about.title, &about.ente))
        .say(words.published_what)
        .action(words.read, paths::testimonial(&about.id))
}

/// To the ente: withdrawn by those who prepared it.
pub fn withdrawn(lang: Lang, about: &About, why: &str) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-withdrawn", lang, (words.withdrawn_subject)(&about.title))
        .say((words.withdrawn)(&about.title, &about.ente))
        .facts([(words.why.to_owned(), why.to_owned())])
        .action(words.look, paths::own_testimonial(&about.id))
}

/// To who prepares: the ente took its word back.
pub fn taken_back(lang: Lang, about: &About, why: &str) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-taken-back", lang, (words.taken_back_subject)(&about.title))
        .say((words.taken_back)(&about.title, &about.ente))
        .facts([(words.why.to_owned(), why.to_owned())])
        .action(words.open, paths::preparation(&about.id))
}

/// To who prepares: a release is about to expire.
pub fn expiring(lang: Lang, about: &About, last: Day) -> Letter {
    let words = words(lang);
    Letter::new("testimonial-expiring", lang, (words.expiring_subject)(&about.title))
        .say((words.expiring)(&about.title, &dates::day(lang, last)))
        .say(words.expiring_what)
        .action(words.open, paths::preparation(&about.id))
}

/// To both: a release expired, and readers see it no more.
pub fn lapsed(lang: Lang, about: &About, prepares: bool) -> Letter {
    let words = words(lang);
    let letter =
        Letter::new("testimonial-lapsed", lang, (words.lapsed_subject)(&about.title)).say((words.lapsed)(&about.title, &about.ente));
    match prepares {
        true => letter.say(words.lapsed_what).action(words.open, paths::preparation(&about.id)),
        false => letter.action(words.look, paths::own_testimonial(&about.id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Id, TestimonialId};
    use crate::ui::mail::specimen::keep;

    #[test]
    fn the_letters_read_as_they_were_kept() {
        let id = TestimonialId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        let about = About { id, title: "Sei comuni, uno sportello".into(), ente: "Unione Alto Ponente (TO)".into() };
        let why = "La sindaca non è più in carica.";
        keep("", |lang| sent(lang, &about, "Guardate soprattutto le cifre."));
        keep("", |lang| corrections(lang, &about, "Le pratiche del 2014 sono 904."));
        keep("", |lang| approved(lang, &about, "Anna Bianchi"));
        keep("", |lang| published(lang, &about));
        keep("", |lang| withdrawn(lang, &about, why));
        keep("", |lang| taken_back(lang, &about, why));
        keep("", |lang| expiring(lang, &about, Day::new(2026, 4, 30).unwrap()));
        keep("", |lang| lapsed(lang, &about, true));
        keep("ente", |lang| lapsed(lang, &about, false));
    }
}
