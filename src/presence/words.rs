//! Phrases that the concepts of presence share: sessions, what was noted, where it comes from.

use crate::domain::presence::{Lacking, Said, Source, State};
use crate::domain::seminar::{self, Session};
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub teaching: &'static str,
    pub desk: &'static str,
    pub present: &'static str,
    pub absent: &'static str,
    pub nothing: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub person: &'static str,
    pub session: &'static str,
    pub closed: &'static str,
    pub held_by: fn(when: &str, who: &str) -> String,
    pub differences: &'static str,
    pub differences_lead: &'static str,
    pub no_differences: &'static str,
    pub noted: &'static str,
    pub paper: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// "Mattina", "Pomeriggio", "Sera": by the hour at which it begins.
pub fn part_of_day(lang: Lang, session: &Session) -> &'static str {
    let (it, en) = match session.starts_at.in_italy().hour() {
        ..13 => ("Mattina", "Morning"),
        13..18 => ("Pomeriggio", "Afternoon"),
        _ => ("Sera", "Evening"),
    };
    if lang == Lang::It { it } else { en }
}

/// "9.00–13.00".
pub fn hours(lang: Lang, session: &Session) -> String {
    format!("{}–{}", dates::hour(lang, session.starts_at), dates::hour(lang, session.ends_at))
}

/// "Mattina, 9.00–13.00".
pub fn session(lang: Lang, session: &Session) -> String {
    format!("{}, {}", part_of_day(lang, session), hours(lang, session))
}

/// "presente, 10 minuti di ritardo".
pub fn said(lang: Lang, said: Said) -> String {
    let it = lang == Lang::It;
    let state = match (said.state, it) {
        (State::Present, true) => "presente",
        (State::Present, false) => "present",
        (State::Absent, true) => "assente",
        (State::Absent, false) => "absent",
        (State::Cleared, true) => "niente",
        (State::Cleared, false) => "nothing",
    };
    if said.state != State::Present {
        return state.to_owned();
    }
    let missed = [
        (said.late, " di ritardo", " late"),
        (said.early, " prima della fine", " before the end"),
        (said.away, " di assenza nel mezzo", " away in between"),
    ];
    let mut all = vec![state.to_owned()];
    all.extend(
        missed.into_iter().filter(|(n, ..)| *n > 0).map(|(n, i, e)| format!("{}{}", dates::length(lang, n), if it { i } else { e })),
    );
    all.join(", ")
}

/// As a cell of a table says it.
pub fn source(lang: Lang, source: Source) -> &'static str {
    let (it, en) = match source {
        Source::Tick => ("elenco del docente", "trainer’s list"),
        Source::Code => ("codice inserito", "code entered"),
        Source::Log => ("registro del collegamento", "log of the connection"),
        Source::Paper => ("registro firmato", "signed register"),
        Source::Correction => ("correzione", "correction"),
    };
    if lang == Lang::It { it } else { en }
}

pub fn state(lang: Lang, state: seminar::State) -> &'static str {
    let (it, en) = match state {
        seminar::State::Draft => ("bozza", "draft"),
        seminar::State::Published => ("aperta", "open"),
        seminar::State::Cancelled => ("annullata", "cancelled"),
        seminar::State::Held => ("svolta", "held"),
    };
    if lang == Lang::It { it } else { en }
}

/// "Mancano 2 firme: …".
pub fn lacking(lang: Lang, lacking: &Lacking) -> String {
    let it = lang == Lang::It;
    match lacking {
        Lacking::NotPublished if it => "La giornata è stata annullata: non si può chiudere.".into(),
        Lacking::NotPublished => "The day was cancelled: it cannot be closed.".into(),
        Lacking::Held if it => "La giornata è già chiusa.".into(),
        Lacking::Held => "The day is closed already.".into(),
        Lacking::NotOver(at) if it => format!("La giornata finisce alle {}: si chiude dopo.", dates::hour(lang, *at)),
        Lacking::NotOver(at) => format!("The day ends at {}: close it afterwards.", dates::hour(lang, *at)),
        Lacking::NoScan if it => "Manca la scansione del registro firmato.".into(),
        Lacking::NoScan => "The scan of the signed register is missing.".into(),
        Lacking::Signatures(1) if it => "Manca 1 firma: dite se sul foglio c’è o non c’è.".into(),
        Lacking::Signatures(1) => "1 signature is missing: say whether it is on the sheet or not.".into(),
        Lacking::Signatures(n) if it => format!("Mancano {n} firme: dite se sul foglio ci sono o non ci sono."),
        Lacking::Signatures(n) => format!("{n} signatures are missing: say whether they are on the sheet or not."),
        Lacking::Nobody if it => "Nessuno è iscritto: se la giornata non si è tenuta, annullatela.".into(),
        Lacking::Nobody => "Nobody is enrolled: if the day did not take place, cancel it.".into(),
    }
}

const IT: Words = Words {
    teaching: "Docenza",
    desk: "Segreteria",
    present: "Presente",
    absent: "Assente",
    nothing: "Non segnato",
    yes: "sì",
    no: "no",
    person: "Persona",
    session: "Sessione",
    closed: "La giornata è chiusa: solo la segreteria può correggere, con un motivo.",
    held_by: |when, who| format!("Giornata chiusa {when} da {who}."),
    differences: "Differenze tra foglio ed elenco",
    differences_lead: "Prevale il foglio firmato; ciò che era stato segnato resta scritto qui.",
    no_differences: "Nessuna: il foglio dice ciò che era stato segnato.",
    noted: "Segnato",
    paper: "Sul foglio",
};

const EN: Words = Words {
    teaching: "Teaching",
    desk: "Secretariat",
    present: "Present",
    absent: "Absent",
    nothing: "Not noted",
    yes: "yes",
    no: "no",
    person: "Person",
    session: "Session",
    closed: "The day is closed: only the secretariat may correct it, with a reason.",
    held_by: |when, who| format!("Day closed {when} by {who}."),
    differences: "Differences between sheet and list",
    differences_lead: "The signed sheet prevails; what had been noted stays written here.",
    no_differences: "None: the sheet says what had been noted.",
    noted: "Noted",
    paper: "On the sheet",
};
