//! The phrases that every letter has.

use crate::ui::words::Lang;

pub(super) struct Words {
    pub(super) greeting: fn(name: &str) -> String,
    pub(super) or_copy: &'static str,
    pub(super) who_writes: fn(site: &str, owner: &str) -> String,
    pub(super) why_account: &'static str,
    pub(super) why_address: &'static str,
    pub(super) how: &'static str,
    pub(super) questions: &'static str,
    pub(super) digest_subject: fn(letters: usize) -> String,
    pub(super) digest_lead: &'static str,
}

pub(super) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    greeting: |name| match name {
        "" => "Buongiorno,".into(),
        name => format!("Buongiorno {name},"),
    },
    or_copy: "Se il collegamento non si apre, copiate questo indirizzo nel browser:",
    who_writes: |site, owner| match owner {
        "" => format!("Vi scrive {site}, in automatico."),
        owner => format!("Vi scrive {site}, in automatico, per conto di {owner}."),
    },
    why_account: "Ricevete questo messaggio perché avete un accesso al servizio.",
    why_address: "Ricevete questo messaggio perché qualcuno ha indicato il vostro indirizzo al servizio. Se non ne sapete nulla, potete ignorarlo: senza di voi non succede altro.",
    how: "Potete riceverli uno per uno o raccolti una volta al giorno, e scegliere la lingua:",
    questions: "Per ogni domanda:",
    digest_subject: |letters| format!("I vostri {letters} messaggi di oggi"),
    digest_lead: "Ecco in una volta sola i messaggi dell’ultimo giorno, come avete chiesto.",
};

const EN: Words = Words {
    greeting: |name| match name {
        "" => "Good morning,".into(),
        name => format!("Good morning {name},"),
    },
    or_copy: "If the link does not open, copy this address into your browser:",
    who_writes: |site, owner| match owner {
        "" => format!("{site} writes to you automatically."),
        owner => format!("{site} writes to you automatically, on behalf of {owner}."),
    },
    why_account: "You receive this message because you have an account with the service.",
    why_address: "You receive this message because somebody gave your address to the service. If you know nothing about it, you can ignore it: nothing more happens without you.",
    how: "You can receive them one by one or gathered once a day, and choose the language:",
    questions: "For any question:",
    digest_subject: |letters| format!("Your {letters} messages of today"),
    digest_lead: "Here are the messages of the last day all at once, as you asked.",
};
