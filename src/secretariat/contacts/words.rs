//! The phrases of contacts.

use super::{Channel, Fault};
use crate::ui::words::Lang;

pub struct Words {
    pub contacts: &'static str,
    pub caption: &'static str,
    pub none: &'static str,
    pub add: &'static str,
    pub add_title: fn(&str) -> String,
    pub channel: &'static str,
    pub day: &'static str,
    pub outcome: &'static str,
    pub outcome_hint: &'static str,
    pub next: &'static str,
    pub next_hint: &'static str,
    pub with_person: &'static str,
    pub with_ente: &'static str,
    pub save: &'static str,
    pub give_up: &'static str,
    pub who: &'static str,
    pub noted_by: &'static str,
    pub no_answer: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn channel(lang: Lang, channel: Channel) -> &'static str {
    let (it, en) = match channel {
        Channel::Telephone => ("telefono", "telephone"),
        Channel::Email => ("e-mail", "e-mail"),
        Channel::Pec => ("PEC", "certified mail (PEC)"),
        Channel::InPerson => ("di persona", "in person"),
    };
    if lang == Lang::It { it } else { en }
}

/// The field at fault, and one sentence on what to correct.
pub fn fault(lang: Lang, fault: Fault) -> (&'static str, &'static str) {
    let (field, it, en) = match fault {
        Fault::NoChannel => ("canale", "Scegliete come è avvenuto il contatto.", "Choose how the contact took place."),
        Fault::NoDay => ("giorno", "Scrivete il giorno del contatto.", "Enter the day of the contact."),
        Fault::DayToCome => (
            "giorno",
            "Il giorno del contatto deve ancora venire: per una chiamata futura usate «Richiamare il».",
            "The day of the contact is still to come: for a future call use “Call again on”.",
        ),
        Fault::NoOutcome => ("esito", "Scrivete in due parole com’è andata.", "Say in a few words how it went."),
        Fault::OutcomeTooLong => {
            ("esito", "L’esito supera i 2000 caratteri: accorciatelo.", "The outcome is longer than 2000 characters: shorten it.")
        }
        Fault::NextUnreadable => (
            "richiamare",
            "Scrivete il giorno in cui richiamare, o lasciate vuoto.",
            "Enter the day on which to call again, or leave it empty.",
        ),
        Fault::NextPast => ("richiamare", "Il giorno in cui richiamare è già passato.", "The day on which to call again has passed."),
    };
    (field, if lang == Lang::It { it } else { en })
}

const IT: Words = Words {
    contacts: "Contatti",
    caption: "Contatti, dal più recente",
    none: "Nessun contatto annotato finora.",
    add: "Annota un contatto",
    add_title: |name| format!("Contatto con {name}"),
    channel: "Come",
    day: "Giorno",
    outcome: "Com’è andata",
    outcome_hint: "Che cosa vi siete detti e che cosa avete promesso. Chi è citato può chiedere di leggerlo.",
    next: "Richiamare il",
    next_hint: "Fino a quel giorno l’ente non compare fra quelli da sollecitare.",
    with_person: "Con chi",
    with_ente: "Per quale ente",
    save: "Annota",
    give_up: "Annulla",
    who: "Con chi",
    noted_by: "Annotato da",
    no_answer: "Nessuna risposta.",
};

const EN: Words = Words {
    contacts: "Contacts",
    caption: "Contacts, the latest first",
    none: "No contact noted so far.",
    add: "Note a contact",
    add_title: |name| format!("Contact with {name}"),
    channel: "How",
    day: "Day",
    outcome: "How it went",
    outcome_hint: "What was said and what you promised. Whoever is named can ask to read it.",
    next: "Call again on",
    next_hint: "Until that day the body is not among those to be reminded.",
    with_person: "With whom",
    with_ente: "For which body",
    save: "Note it",
    give_up: "Cancel",
    who: "With whom",
    noted_by: "Noted by",
    no_answer: "No answer.",
};
