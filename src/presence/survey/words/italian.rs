//! Surveys in Italian.

use super::Words;

pub const WORDS: Words = Words {
    surveys: "Questionari",
    surveys_lead: "Il vostro parere sulle giornate a cui avete partecipato: anonimo, pochi minuti.",
    none: "Non ci sono questionari a cui rispondere.",
    own_seminars: "I miei seminari",
    answer: "Rispondi al questionario",
    until: |day| format!("Si può rispondere fino a {day}."),
    anonymous: "Le risposte sono anonime: resta scritto soltanto che avete risposto, per non chiedervelo due volte; di ciò che rispondete \
                si tengono solo le somme e i testi, senza nome, senza ente e senza data.",
    group: |least| {
        format!(
            "I risultati si leggono solo dopo la chiusura, e solo se hanno risposto almeno {least} persone. Nei campi liberi non scrivete nomi."
        )
    },
    once: "Si risponde una volta sola: dopo l’invio non si può più cambiare, perché nessuno sa quale risposta è la vostra.",
    send: "Invia le risposte",
    empty: "Rispondete almeno a una domanda.",
    thanks: "Grazie: le vostre risposte sono state aggiunte a quelle degli altri.",
    answered: "Avete già risposto a questo questionario: grazie.",
    closed: "Il questionario è chiuso: non si può più rispondere.",
    day: "Gradimento della giornata",
    later: "Tre mesi dopo la giornata",
    day_subject: |title| format!("Com’è andata? «{title}»"),
    day_asked: |title, day| {
        format!(
            "Avete partecipato alla giornata «{title}», {day}. Ci dite in cinque minuti com’è andata, e se è utile per il vostro lavoro?"
        )
    },
    later_subject: |title| format!("Che cosa usate di «{title}»?"),
    later_asked: |title, day| {
        format!(
            "Tre mesi fa avete partecipato alla giornata «{title}», {day}. Ci dite in tre minuti che cosa di quanto appreso usate nel vostro lavoro?"
        )
    },
    reminder_subject: |title| format!("Ancora in tempo: il vostro parere su «{title}»"),
    reminder: |title, day| {
        format!("Non avete ancora risposto al questionario sulla giornata «{title}», {day}. Ve lo ricordiamo questa volta soltanto.")
    },
    figures: "Gradimento",
    figures_lead: "Che cosa hanno risposto i partecipanti, tutti insieme. Nessuno può sapere chi ha risposto che cosa.",
    enrolled: "Iscritti",
    present: "Presenti",
    hours: "Ore di presenza",
    answered_of: |answers, asked| format!("{answers} risposte su {asked}"),
    not_yet: "Il questionario si apre da solo alla fine della giornata, e una seconda volta dopo tre mesi.",
    not_yet_any: "Non c’è ancora nessun questionario: si aprono da soli alla fine di ogni giornata, e una seconda volta dopo tre mesi.",
    no_questionnaire: "Il questionario su cui si è risposto non è più tra quelli installati: i risultati non si possono mostrare.",
    still_open: |day| {
        format!(
            "Si può rispondere fino a {day}. I risultati si vedono dopo: se cambiassero di giorno in giorno, si capirebbe chi ha risposto che cosa."
        )
    },
    too_few: |least| {
        format!("Hanno risposto meno di {least} persone: i risultati non si mostrano, perché si potrebbe capire chi ha risposto che cosa.")
    },
    too_few_here: |least| format!("A questa domanda hanno risposto meno di {least} persone: il risultato non si mostra."),
    too_few_short: "risposte troppo poche per mostrarle",
    no_texts: "Nessuno ha scritto qualcosa.",
    texts_order: "I testi sono in ordine alfabetico, non in quello in cui sono arrivati.",
    caption: |question, answers| format!("Domanda {question}: {answers} hanno risposto"),
    days_caption: "Giornate con un questionario",
    total_lead: |least| {
        format!(
            "Qui sotto le somme di tutte le giornate i cui risultati si possono mostrare. Quelle con meno di {least} risposte non entrano in nessuna somma: così non si ricavano per differenza."
        )
    },
    total_of: |days, answers| match days {
        1 => format!("Una giornata, {answers} risposte."),
        _ => format!("{days} giornate, {answers} risposte."),
    },
    xlsx: "Scarica XLSX",
    csv: "Scarica CSV",
    dont_know: "Non so",
    not_applicable: "Non applicabile",
    column_day: "Giornata",
    column_seminar: "Seminario",
    column_survey: "Questionario",
    column_number: "Domanda",
    column_question: "Testo della domanda",
    column_answer: "Risposta",
    column_count: "Quanti",
    column_share: "Quota",
    column_answers: "Risposte",
};
