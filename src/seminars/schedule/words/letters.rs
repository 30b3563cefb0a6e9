//! The phrases of the letters on days that moved or will not be.

use crate::ui::words::Lang;

pub struct Words {
    pub changed_subject: fn(title: &str) -> String,
    pub changed: fn(title: &str) -> String,
    pub when: &'static str,
    pub when_was: &'static str,
    pub when_is: &'static str,
    pub place: &'static str,
    pub place_was: &'static str,
    pub place_is: &'static str,
    pub link_changed: &'static str,
    pub changed_what: &'static str,
    pub look: &'static str,
    pub cancelled_subject: fn(title: &str) -> String,
    pub cancelled: fn(title: &str) -> String,
    pub why: &'static str,
    pub cancelled_what: &'static str,
    pub others: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    changed_subject: |title| format!("Cambia la giornata «{title}»"),
    changed: |title| format!("La giornata d’aula «{title}» è cambiata. Ecco come si svolge ora."),
    when: "Quando",
    when_was: "Quando, prima",
    when_is: "Quando, ora",
    place: "Dove",
    place_was: "Dove, prima",
    place_is: "Dove, ora",
    link_changed: "Anche il collegamento per partecipare a distanza è cambiato: quello di prima non vale più.",
    changed_what: "Se siete iscritti non dovete fare nulla: il posto resta vostro. Se così non potete venire, \
                   ditelo dalla pagina della giornata: il posto passa a chi aspetta.",
    look: "Vai alla giornata",
    cancelled_subject: |title| format!("Annullata la giornata «{title}»"),
    cancelled: |title| format!("La giornata d’aula «{title}», di cui siete docenti, è stata annullata e non si terrà."),
    why: "Motivo",
    cancelled_what: "Chi era iscritto o in attesa è già stato avvisato con questo motivo.",
    others: "Vedi le altre giornate",
};

const EN: Words = Words {
    changed_subject: |title| format!("The class day “{title}” has changed"),
    changed: |title| format!("The class day “{title}” has changed. This is how it will be."),
    when: "When",
    when_was: "When, before",
    when_is: "When, now",
    place: "Where",
    place_was: "Where, before",
    place_is: "Where, now",
    link_changed: "The link for taking part online has changed too: the former one is no longer valid.",
    changed_what: "If you are enrolled there is nothing to do: the seat stays yours. If you cannot come any more, \
                   say so on the page of the day: the seat goes to who is waiting.",
    look: "Go to the class day",
    cancelled_subject: |title| format!("The class day “{title}” is cancelled"),
    cancelled: |title| format!("The class day “{title}”, of which you are a trainer, is cancelled and will not take place."),
    why: "Reason",
    cancelled_what: "Those enrolled or waiting have been told, with this reason.",
    others: "See the other days",
};
