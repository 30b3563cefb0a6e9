//! The phrases of the front page of the desk.

use crate::ui::words::Lang;

pub struct Words {
    pub desk: &'static str,
    pub lead: fn(edition: &str) -> String,
    pub no_edition: &'static str,
    pub today: &'static str,
    pub all_done: &'static str,
    pub due: fn(i64) -> String,
    pub not_begun: fn(i64) -> String,
    pub without_referente: fn(i64) -> String,
    pub failed_letters: fn(i64) -> String,
    pub unverified: fn(i64) -> String,
    pub requests: fn(i64, since: &str) -> String,
    pub lacking: fn(i64) -> String,
    pub unreleased: fn(i64) -> String,
    pub proceedings: fn(i64) -> String,
    pub registers: fn(i64) -> String,
    pub links: fn(i64) -> String,
    pub tables: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    desk: "Segreteria",
    lead: |edition| format!("{edition}: che cosa c’è da fare oggi."),
    no_edition: "Nessuna edizione in corso.",
    today: "Da fare",
    all_done: "Per oggi non c’è nulla in sospeso.",
    due: |n| match n {
        1 => "Un ente è da sollecitare".into(),
        n => format!("{n} enti sono da sollecitare"),
    },
    not_begun: |n| match n {
        1 => "Un ente che ha aderito non ha ancora iniziato la rilevazione".into(),
        n => format!("{n} enti che hanno aderito non hanno ancora iniziato la rilevazione"),
    },
    without_referente: |n| match n {
        1 => "Un ente che ha aderito non ha ancora un referente".into(),
        n => format!("{n} enti che hanno aderito non hanno ancora un referente"),
    },
    failed_letters: |n| match n {
        1 => "Un messaggio non è stato consegnato".into(),
        n => format!("{n} messaggi non sono stati consegnati"),
    },
    unverified: |n| match n {
        1 => "Una persona non ha ancora verificato il suo indirizzo".into(),
        n => format!("{n} persone non hanno ancora verificato il loro indirizzo"),
    },
    requests: |n, since| match n {
        1 => format!("Una richiesta di accesso aspetta una risposta dal {since}"),
        n => format!("{n} richieste di accesso aspettano una risposta, la più vecchia dal {since}"),
    },
    lacking: |n| match n {
        1 => "A una persona manca un dato per la rendicontazione".into(),
        n => format!("A {n} persone manca un dato per la rendicontazione"),
    },
    unreleased: |n| match n {
        1 => "Un quesito aspetta di essere letto e reso visibile agli altri enti".into(),
        n => format!("{n} quesiti aspettano di essere letti e resi visibili agli altri enti"),
    },
    proceedings: |n| match n {
        1 => "Una giornata di forum è finita e i suoi atti sono da pubblicare".into(),
        n => format!("{n} giornate di forum sono finite e i loro atti sono da pubblicare"),
    },
    registers: |n| match n {
        1 => "Una giornata d’aula è finita e il suo registro è da chiudere".into(),
        n => format!("{n} giornate d’aula sono finite e i loro registri sono da chiudere"),
    },
    links: |n| match n {
        1 => "Un collegamento a un altro sito è da sistemare".into(),
        n => format!("{n} collegamenti ad altri siti sono da sistemare"),
    },
    tables: "Tabelle e strumenti",
};

const EN: Words = Words {
    desk: "Secretariat",
    lead: |edition| format!("{edition}: what wants doing today."),
    no_edition: "No edition is running.",
    today: "To do",
    all_done: "Nothing is waiting today.",
    due: |n| match n {
        1 => "One body is to be reminded".into(),
        n => format!("{n} bodies are to be reminded"),
    },
    not_begun: |n| match n {
        1 => "One body that takes part has not begun its self-assessment".into(),
        n => format!("{n} bodies that take part have not begun their self-assessments"),
    },
    without_referente: |n| match n {
        1 => "One body that takes part has no contact person yet".into(),
        n => format!("{n} bodies that take part have no contact person yet"),
    },
    failed_letters: |n| match n {
        1 => "One message was not delivered".into(),
        n => format!("{n} messages were not delivered"),
    },
    unverified: |n| match n {
        1 => "One person has not verified their address yet".into(),
        n => format!("{n} people have not verified their addresses yet"),
    },
    requests: |n, since| match n {
        1 => format!("One request for access has been waiting for an answer since {since}"),
        n => format!("{n} requests for access wait for an answer, the oldest since {since}"),
    },
    lacking: |n| match n {
        1 => "One person lacks something for the report to the funder".into(),
        n => format!("{n} people lack something for the report to the funder"),
    },
    unreleased: |n| match n {
        1 => "One question is to be read and made visible to the other bodies".into(),
        n => format!("{n} questions are to be read and made visible to the other bodies"),
    },
    proceedings: |n| match n {
        1 => "One forum day is over and its proceedings are to be published".into(),
        n => format!("{n} forum days are over and their proceedings are to be published"),
    },
    registers: |n| match n {
        1 => "One class day is over and its register is to be closed".into(),
        n => format!("{n} class days are over and their registers are to be closed"),
    },
    links: |n| match n {
        1 => "One link to another site is to be mended".into(),
        n => format!("{n} links to other sites are to be mended"),
    },
    tables: "Tables and tools",
};
