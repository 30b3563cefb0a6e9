//! The phrases that the pages of the desk share.

use crate::ui::words::Lang;

pub struct Words {
    pub desk: &'static str,
    pub letters: &'static str,
    pub letters_caption: &'static str,
    pub no_letters: &'static str,
    pub letter_day: &'static str,
    pub letter_subject: &'static str,
    pub letter_to: &'static str,
    pub letter_state: &'static str,
    pub letter_sent: fn(&str) -> String,
    pub letter_failed: &'static str,
    pub letter_waiting: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    desk: "Segreteria",
    letters: "Messaggi",
    letters_caption: "Messaggi, dal più recente",
    no_letters: "Nessun messaggio finora.",
    letter_day: "Giorno",
    letter_subject: "Oggetto",
    letter_to: "A chi",
    letter_state: "Spedizione",
    letter_sent: |day| format!("spedito il {day}"),
    letter_failed: "non consegnato",
    letter_waiting: "in attesa",
};

const EN: Words = Words {
    desk: "Secretariat",
    letters: "Messages",
    letters_caption: "Messages, the latest first",
    no_letters: "No messages so far.",
    letter_day: "Day",
    letter_subject: "Subject",
    letter_to: "To whom",
    letter_state: "Delivery",
    letter_sent: |day| format!("sent on {day}"),
    letter_failed: "not delivered",
    letter_waiting: "waiting",
};
