//! Courses, in Italian.

use super::{Words, plain, size};
use crate::domain::course::Theme;
use crate::domain::course::quiz::Wrong;
use crate::domain::course::text::Callout;
use crate::ui::words::Lang;

fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Models => "Modelli organizzativi",
        Theme::Registry => "Servizi demografici",
        Theme::Common => "Temi comuni",
    }
}

fn callout(callout: Callout) -> &'static str {
    match callout {
        Callout::Note => "Da sapere",
        Callout::Tip => "Consiglio",
        Callout::Important => "In pratica",
        Callout::Warning => "Attenzione",
        Callout::Caution => "Da verificare",
    }
}

fn wrong(wrong: Wrong) -> String {
    match wrong {
        Wrong::Missing => "Date una risposta.".to_owned(),
        Wrong::Partial => "Rispondete a ogni riga.".to_owned(),
        Wrong::NotANumber => "Scrivete un numero, come 12 o 12,5.".to_owned(),
        Wrong::OutOfBounds { min, max } => {
            format!("Scrivete un numero tra {} e {}.", plain(Lang::It, min), plain(Lang::It, max))
        }
        Wrong::NotWhole => "Scrivete un numero intero.".to_owned(),
        Wrong::Unknown => "Scegliete una delle risposte della pagina.".to_owned(),
        Wrong::Alone => "L’ultima risposta non si può scegliere insieme ad altre.".to_owned(),
    }
}

fn of(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

pub(super) const IT: Words = Words {
    title: "Corsi",
    lead: "Corsi brevi da seguire quando volete, una lezione alla volta: riprendete da dove eravate.",
    description: "Corsi brevi in rete per chi lavora nei piccoli Comuni: servizi demografici e modelli organizzativi per l’accoglienza dei cittadini stranieri.",
    none: "Per ora non ci sono corsi.",
    theme,
    minutes: |minutes| format!("circa {minutes} minuti"),
    lessons: |n| of(n, "lezione", "lezioni"),
    not_enrolled: "Non siete iscritti",
    progress: |read, of| format!("Lezioni lette: {read} su {of}"),
    test_left: "Manca la prova finale",
    completed_on: "Completato il",
    audience: "Per chi",
    authors: "A cura di",
    reviewed: "Ultimo controllo dei contenuti",
    version: "Versione",
    rule_title: "Quando il corso è completato",
    rule: |enough, asked| {
        format!(
            "Il corso è completato quando avete letto tutte le lezioni e superato la prova finale: {enough} risposte giuste su {asked}."
        )
    },
    rule_tries: |tries, days| match (tries, days) {
        (1, 1) => "La prova si può fare una volta; se non va, si riprova dal giorno dopo.".to_owned(),
        (1, days) => format!("La prova si può fare una volta; se non va, si riprova dopo {days} giorni."),
        (tries, 1) => format!("Ci sono {tries} tentativi; se non bastano, si riprova dal giorno dopo."),
        (tries, days) => format!("Ci sono {tries} tentativi; se non bastano, si riprova dopo {days} giorni."),
    },
    prerequisites: "Corsi da completare prima",
    prerequisites_missing: "Prima di iscrivervi completate i corsi elencati sotto «Corsi da completare prima».",
    done: "completato",
    contents: "Che cosa contiene",
    sources: "Fonti",
    enrol: "Iscrivetevi",
    enrol_hint: "L’iscrizione è gratuita e immediata. La segreteria organizzativa vede chi si iscrive e chi completa; le risposte alla prova restano vostre.",
    sign_in: "Entrate per iscrivervi",
    start: "Cominciate dalla prima lezione",
    resume_at: "Riprendete da",
    to_test: "Andate alla prova finale",
    enrolled: "Iscrizione fatta. Potete cominciare.",
    enrol_first: "Per leggere le lezioni iscrivetevi al corso.",
    completed_now: "Corso completato: il risultato è registrato.",
    lesson_done: "Lezione segnata come letta.",
    changed_title: |begun, now| {
        format!(
            "Avete cominciato la versione {begun} del corso; ora è in uso la versione {now}. Le lezioni lette restano lette: controllate quelle nuove o cambiate."
        )
    },
    lesson_of: |n, of| format!("Lezione {n} di {of}"),
    read: "letta",
    to_read: "da leggere",
    mark_read: "Ho letto la lezione",
    already_read: "Avete letto questa lezione.",
    previous: "Lezione precedente",
    next: "Lezione successiva",
    in_this_course: "Lezioni del corso",
    practice: "Mettetevi alla prova",
    practice_hint: "Domande per ripassare: non contano per completare il corso e si rifanno quando volete.",
    practice_start: "Cominciate il ripasso",
    callout,
    external: "sito esterno",
    captions: "Italiano",
    download_captions: "Sottotitoli in un file di testo",
    table: |n| format!("Tabella {n}"),
    download: |format, bytes| format!("{format}, {}", size(Lang::It, bytes)),
    question_of: |n, of| format!("Domanda {n} di {of}"),
    choose_all: "Segnate tutte le risposte giuste: possono essere una o più.",
    hand_in: "Consegnate le risposte",
    hand_in_hint: "Dopo la consegna vedete subito l’esito, con un commento a ogni risposta.",
    test_start: "Cominciate la prova",
    test_rule: |enough, asked| format!("Si supera con {enough} risposte giuste su {asked}."),
    tries_left: |n| if n == 1 { "Vi resta 1 tentativo.".to_owned() } else { format!("Vi restano {n} tentativi.") },
    no_tries: "Avete usato i tentativi a disposizione. Potete riprovare da",
    lessons_left: |n| match n {
        1 => "La prova si apre quando avete letto tutte le lezioni: ne manca una.".to_owned(),
        n => format!("La prova si apre quando avete letto tutte le lezioni: ne mancano {n}."),
    },
    test_passed: "Avete superato la prova finale.",
    past: "I vostri tentativi",
    past_line: |n, right, of| format!("Tentativo {n}: {right} risposte giuste su {of}"),
    passed: "superata",
    failed: "non superata",
    result: |right, of| format!("{right} risposte giuste su {of}"),
    result_passed: "Prova superata.",
    result_failed: |enough| format!("Prova non superata: servivano {enough} risposte giuste. Rileggete i commenti e riprovate."),
    result_practice: "Ripasso finito: ecco i commenti.",
    outdated: "Nel frattempo il corso è stato aggiornato: le risposte non sono state valutate e il tentativo non conta. Cominciate di nuovo.",
    questions_changed: "Le domande di questo tentativo sono cambiate con l’aggiornamento del corso: resta l’esito.",
    right: "Giusto",
    wrong: "Non giusto",
    your_answer: "La vostra risposta",
    not_answered: "Nessuna risposta",
    back_to_course: "Torna al corso",
    back_to_lesson: "Torna alla lezione",
    try_again: "Riprova",
    answer_wrong: wrong,
    secretariat: "Segreteria",
    desk: "Corsi: iscritti e completamenti",
    desk_lead: "Quante persone si sono iscritte a ogni corso e quante lo hanno completato. I file hanno una riga per persona e corso; le risposte alle prove non ci sono.",
    desk_caption: "Iscritti e completamenti per corso",
    desk_nobody: "Nessuno si è ancora iscritto.",
    csv: "Scarica per altri programmi (CSV)",
    xlsx: "Scarica per il foglio di calcolo (XLSX)",
    column_course: "Corso",
    column_theme: "Tema",
    column_enrolled: "Iscritti",
    column_begun: "In corso",
    column_completed: "Completati",
    column_share: "Completati su iscritti",
    sheet: "Corsi",
    heads: [
        "Corso",
        "Tema",
        "Versione",
        "Nome",
        "Ente",
        "Tipo di ente",
        "Provincia",
        "Iscrizione",
        "Lezioni lette",
        "Lezioni",
        "Tentativi della prova",
        "Completamento",
    ],
};
