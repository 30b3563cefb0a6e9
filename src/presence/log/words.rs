//! The phrases of logs of online sessions.

use super::Found;
use crate::domain::import::NotATable;
use crate::domain::presence_log::{NotALog, Problem};
use crate::ui::imports;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub look: &'static str,
    pub none: &'static str,
    pub kept_by: fn(who: &str, when: &str) -> String,
    pub applied: fn(when: &str) -> String,
    pub not_applied: &'static str,
    pub no_file: &'static str,
    pub faults: fn(usize) -> String,
    pub faults_lead: &'static str,
    pub row: fn(usize) -> String,
    pub people: &'static str,
    pub in_file: &'static str,
    pub is: &'static str,
    pub how: &'static str,
    pub nobody: &'static str,
    pub choose: fn(&str) -> String,
    pub save: &'static str,
    pub saved: &'static str,
    pub minutes: &'static str,
    pub apply: &'static str,
    pub apply_lead: &'static str,
    pub missing: fn(usize) -> String,
    pub done: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn found(lang: Lang, found: Found) -> &'static str {
    let (it, en) = match found {
        Found::ByAddress => ("dall’indirizzo e-mail", "by the e-mail address"),
        Found::ByName => ("dal nome", "by the name"),
        Found::ByHand => ("indicato a mano", "said by hand"),
        Found::Nobody => ("non trovato tra gli iscritti", "not found among the enrolled"),
    };
    if lang == Lang::It { it } else { en }
}

pub fn not_a_log(lang: Lang, why: &NotALog) -> String {
    let (it, en) = match why {
        NotALog::Unreadable(why) => return imports::words::not_a_table(lang, &NotATable::Unreadable(why.clone())),
        NotALog::NoName => (
            "Manca una colonna con il nome o l’e-mail: serve «Nome» o «E-mail».",
            "No column has the name or the e-mail address: “Name” or “Email” is needed.",
        ),
        NotALog::NoJoin => {
            ("Manca la colonna dell’ora di ingresso: serve «Entrata».", "No column has the hour of joining: “Join time” is needed.")
        }
        NotALog::NoLeave => {
            ("Manca la colonna dell’ora di uscita: serve «Uscita».", "No column has the hour of leaving: “Leave time” is needed.")
        }
    };
    if lang == Lang::It { it } else { en }.to_owned()
}

pub fn problem(lang: Lang, problem: &Problem) -> String {
    let it = lang == Lang::It;
    match problem {
        Problem::Nobody if it => "manca il nome e manca l’e-mail".into(),
        Problem::Nobody => "neither name nor e-mail address".into(),
        Problem::BadAddress(text) if it => format!("«{text}» non è un indirizzo e-mail"),
        Problem::BadAddress(text) => format!("“{text}” is no e-mail address"),
        Problem::BadJoin(text) if it => format!("«{text}» non è un’ora di ingresso"),
        Problem::BadJoin(text) => format!("“{text}” is no hour of joining"),
        Problem::BadLeave(text) if it => format!("«{text}» non è un’ora di uscita"),
        Problem::BadLeave(text) => format!("“{text}” is no hour of leaving"),
        Problem::LeftBeforeJoining if it => "l’uscita viene prima dell’ingresso".into(),
        Problem::LeftBeforeJoining => "the leaving comes before the joining".into(),
        Problem::AnotherDay if it => "è di un altro giorno".into(),
        Problem::AnotherDay => "it is of another day".into(),
    }
}

const IT: Words = Words {
    title: "Collegamenti online",
    lead: "Il registro dei collegamenti che il programma di videoconferenza permette di scaricare: prima lo guardate, poi decidete se importarlo.",
    file: "File CSV",
    file_hint: "Una riga per collegamento, con nome o e-mail, ora di ingresso e ora di uscita.",
    look: "Guarda il file",
    none: "Nessun file, per ora.",
    kept_by: |who, when| format!("caricato da {who}, {when}"),
    applied: |when| format!("importato {when}"),
    not_applied: "non importato",
    no_file: "Scegliete il file.",
    faults: |n| if n == 1 { "1 riga non si legge".into() } else { format!("{n} righe non si leggono") },
    faults_lead: "Queste righe restano fuori. Se servono, correggete il file e caricatelo di nuovo.",
    row: |n| format!("Riga {n}"),
    people: "Persone nel file",
    in_file: "Nel file",
    is: "Iscritto",
    how: "Come",
    nobody: "Nessuno degli iscritti",
    choose: |name| format!("Chi è {name}"),
    save: "Salva gli abbinamenti",
    saved: "Salvato.",
    minutes: "Che cosa risulterebbe",
    apply: "Importa le presenze",
    apply_lead: "Più ingressi si sommano, quelli sovrapposti contano una volta, contano solo i minuti dentro la sessione. Un’importazione successiva prende il posto di questa.",
    missing: |n| {
        if n == 1 {
            "1 iscritto non è nel file: resta com’è.".into()
        } else {
            format!("{n} iscritti non sono nel file: restano come sono.")
        }
    },
    done: "Presenze importate.",
};

const EN: Words = Words {
    title: "Online connections",
    lead: "The log of connections that the conference program lets you download: look at it first, then decide whether to import it.",
    file: "CSV file",
    file_hint: "One row per connection, with name or e-mail address, hour of joining and hour of leaving.",
    look: "Look at the file",
    none: "No file so far.",
    kept_by: |who, when| format!("uploaded by {who}, {when}"),
    applied: |when| format!("imported {when}"),
    not_applied: "not imported",
    no_file: "Choose the file.",
    faults: |n| if n == 1 { "1 row cannot be read".into() } else { format!("{n} rows cannot be read") },
    faults_lead: "These rows are left out. If they are needed, correct the file and upload it again.",
    row: |n| format!("Row {n}"),
    people: "People in the file",
    in_file: "In the file",
    is: "Enrolled",
    how: "How",
    nobody: "None of the enrolled",
    choose: |name| format!("Who is {name}"),
    save: "Save who is who",
    saved: "Saved.",
    minutes: "What would be noted",
    apply: "Import the presences",
    apply_lead: "Several joins add up, overlapping ones count once, only minutes inside the session count. A later import takes the place of this one.",
    missing: |n| {
        if n == 1 {
            "1 enrolled person is not in the file: they stay as they are.".into()
        } else {
            format!("{n} enrolled people are not in the file: they stay as they are.")
        }
    },
    done: "Presences imported.",
};
