//! The phrases of history and correction.

use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub counts: fn(said: &str) -> String,
    pub history: &'static str,
    pub when: &'static str,
    pub who: &'static str,
    pub source: &'static str,
    pub what: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub no_reason: &'static str,
    pub nothing: &'static str,
    pub open: &'static str,
    pub correct: &'static str,
    pub was: &'static str,
    pub no_choice: &'static str,
    pub late: &'static str,
    pub early: &'static str,
    pub bad_minutes: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub trail: fn(session: &str, old: &str, new: &str, why: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    title: "Storia e correzione",
    counts: |said| format!("Ora vale: {said}."),
    history: "Tutto ciò che è stato segnato",
    when: "Quando",
    who: "Chi",
    source: "Da dove",
    what: "Che cosa",
    reason: "Motivo",
    reason_hint: "Per esempio: la firma era nella riga sotto. Resta nel registro delle azioni.",
    no_reason: "Scrivete il motivo.",
    nothing: "niente",
    open: "La giornata non è ancora chiusa: si corregge dall’elenco delle presenze.",
    correct: "Correggi",
    was: "La persona era",
    no_choice: "Scegliete se la persona era presente.",
    late: "Minuti di ritardo",
    early: "Minuti prima della fine",
    bad_minutes: "Scrivete i minuti in cifre, meno di quanti ne dura la sessione.",
    save: "Correggi",
    saved: "Corretto: il valore di prima resta nella storia.",
    trail: |session, old, new, why| format!("{session}: da «{old}» a «{new}»; {why}"),
};

const EN: Words = Words {
    title: "History and correction",
    counts: |said| format!("What counts now: {said}."),
    history: "All that was noted",
    when: "When",
    who: "Who",
    source: "From where",
    what: "What",
    reason: "Reason",
    reason_hint: "For example: the signature was in the row below. It stays in the audit trail.",
    no_reason: "Enter the reason.",
    nothing: "nothing",
    open: "The day is not closed yet: correct it in the list of presence.",
    correct: "Correct",
    was: "The person was",
    no_choice: "Choose whether the person was present.",
    late: "Minutes late",
    early: "Minutes before the end",
    bad_minutes: "Enter the minutes in figures, fewer than the session lasts.",
    save: "Correct",
    saved: "Corrected: the former value stays in the history.",
    trail: |session, old, new, why| format!("{session}: from “{old}” to “{new}”; {why}"),
};
