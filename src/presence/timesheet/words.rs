//! The phrases of the hours of who teaches.

use super::Fault;
use crate::ui::words::Lang;

pub struct Words {
    pub own: &'static str,
    pub own_lead: &'static str,
    pub nothing: &'static str,
    pub topic: &'static str,
    pub hours: &'static str,
    pub minutes: &'static str,
    pub confirm: &'static str,
    pub confirm_again: &'static str,
    pub confirmed: fn(when: &str) -> String,
    pub to_confirm: &'static str,
    pub done: &'static str,
    pub total: fn(length: &str) -> String,
    pub print: &'static str,
    pub desk: &'static str,
    pub desk_lead: &'static str,
    pub caption: &'static str,
    pub name: &'static str,
    pub day: &'static str,
    pub seminar: &'static str,
    pub session: &'static str,
    pub city: &'static str,
    pub minutes_taught: &'static str,
    pub confirmed_on: &'static str,
    pub sheet_of: fn(name: &str) -> String,
    pub csv: &'static str,
    pub xlsx: &'static str,
}

/// What stands on the sheet to sign: Italian, whoever prints it.
pub struct Paper {
    pub title: &'static str,
    pub trainer: &'static str,
    pub columns: [&'static str; 5],
    pub total: &'static str,
    pub not_confirmed: fn(usize) -> String,
    pub declares: &'static str,
    pub place_and_date: &'static str,
    pub signature: &'static str,
    pub page: &'static str,
    pub of: &'static str,
}

pub const PAPER: Paper = Paper {
    title: "Foglio ore di docenza",
    trainer: "Docente",
    columns: ["Data", "Seminario e sede", "Sessione", "Argomento", "Ore"],
    total: "Totale",
    not_confirmed: |n| {
        if n == 1 {
            "1 sessione non è ancora confermata e non è compresa.".into()
        } else {
            format!("{n} sessioni non sono ancora confermate e non sono comprese.")
        }
    },
    declares: "Dichiaro di avere svolto le ore di docenza indicate.",
    place_and_date: "Luogo e data",
    signature: "Firma",
    page: "pagina",
    of: "di",
};

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn fault(lang: Lang, fault: Fault) -> &'static str {
    let (it, en) = match fault {
        Fault::NoTopic => ("Scrivete l’argomento svolto.", "Enter the topic that was taught."),
        Fault::TopicTooLong => ("L’argomento è troppo lungo: al massimo 300 caratteri.", "The topic is too long: 300 characters at most."),
        Fault::Minutes => {
            ("Scrivete ore e minuti in cifre, in tutto al massimo 12 ore.", "Enter hours and minutes in figures, 12 hours at most.")
        }
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    own: "Le mie ore di docenza",
    own_lead: "Una riga per ogni sessione finita: correggete argomento e ore se serve, e confermate.",
    nothing: "Non c’è ancora nessuna sessione finita.",
    topic: "Argomento svolto",
    hours: "Ore",
    minutes: "Minuti",
    confirm: "Conferma",
    confirm_again: "Conferma di nuovo",
    confirmed: |when| format!("Confermata {when}."),
    to_confirm: "da confermare",
    done: "Ore confermate.",
    total: |length| format!("Confermate in tutto: {length}."),
    print: "Foglio ore da firmare (PDF)",
    desk: "Ore dei docenti",
    desk_lead: "Le sessioni finite dell’edizione, con le ore che ciascun docente ha confermato.",
    caption: "Ore di docenza",
    name: "Docente",
    day: "Data",
    seminar: "Seminario",
    session: "Sessione",
    city: "Città",
    minutes_taught: "Minuti",
    confirmed_on: "Confermata il",
    sheet_of: |name| format!("Foglio ore di {name} (PDF)"),
    csv: "Scarica in CSV",
    xlsx: "Scarica in XLSX",
};

const EN: Words = Words {
    own: "My hours of teaching",
    own_lead: "One line for each session that is over: correct topic and hours if needed, and confirm.",
    nothing: "No session is over yet.",
    topic: "Topic taught",
    hours: "Hours",
    minutes: "Minutes",
    confirm: "Confirm",
    confirm_again: "Confirm again",
    confirmed: |when| format!("Confirmed {when}."),
    to_confirm: "to be confirmed",
    done: "Hours confirmed.",
    total: |length| format!("Confirmed in all: {length}."),
    print: "Timesheet to sign (PDF)",
    desk: "Hours of trainers",
    desk_lead: "The sessions of the edition that are over, with the hours that each trainer confirmed.",
    caption: "Hours of teaching",
    name: "Trainer",
    day: "Date",
    seminar: "Seminar",
    session: "Session",
    city: "City",
    minutes_taught: "Minutes",
    confirmed_on: "Confirmed on",
    sheet_of: |name| format!("Timesheet of {name} (PDF)"),
    csv: "Download as CSV",
    xlsx: "Download as XLSX",
};
