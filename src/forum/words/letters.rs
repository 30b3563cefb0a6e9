//! The phrases of the letters of the forum.

use crate::ui::words::Lang;

pub struct Words {
    pub open: &'static str,
    pub why_following: &'static str,
    pub why_yours: &'static str,
    pub why_day: &'static str,
    pub stop: &'static str,
    pub read_answer: &'static str,
    pub publish: &'static str,
    pub to_day: &'static str,
    pub to_proceedings: &'static str,
    pub why: &'static str,
    pub author: &'static str,
    pub asked_subject: fn(theme: &str) -> String,
    pub asked: fn(theme: &str) -> String,
    pub released_subject: fn(title: &str) -> String,
    pub released: fn(title: &str) -> String,
    pub released_how: &'static str,
    pub new_subject: fn(theme: &str) -> String,
    pub new: fn(title: &str, theme: &str) -> String,
    pub declined_subject: fn(title: &str) -> String,
    pub declined: fn(title: &str) -> String,
    pub declined_what: &'static str,
    pub unclear_subject: fn(title: &str) -> String,
    pub unclear: fn(title: &str) -> String,
    pub clarified_subject: fn(title: &str) -> String,
    pub clarified: fn(title: &str) -> String,
    pub handed_subject: fn(title: &str) -> String,
    pub handed: fn(title: &str) -> String,
    pub read_subject: fn(theme: &str) -> String,
    pub read: fn(theme: &str) -> String,
    pub answered_subject: fn(title: &str) -> String,
    pub answered: fn(title: &str) -> String,
    pub merged: fn(others: usize) -> String,
    pub followed: fn(title: &str) -> String,
    pub commented_subject: fn(title: &str) -> String,
    pub commented: fn(title: &str) -> String,
    pub hidden_subject: &'static str,
    pub hidden: &'static str,
    pub extended_subject: fn(title: &str) -> String,
    pub extended: fn(title: &str, to: &str) -> String,
    pub over_subject: fn(title: &str) -> String,
    pub over: fn(title: &str, n: usize) -> String,
    pub over_nothing: fn(title: &str) -> String,
    pub published_subject: fn(title: &str) -> String,
    pub published: fn(title: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    open: "Apri il quesito",
    why_following: "Vi scriviamo perché seguite il quesito, il suo tema o la sua giornata, o perché interessa anche a voi.",
    why_yours: "Vi scriviamo perché il quesito è vostro, o perché lo seguite.",
    why_day: "Vi scriviamo perché seguite questa giornata.",
    stop: "Che cosa seguite, e come smettere",
    read_answer: "Leggi la risposta",
    publish: "Vai alla risposta",
    to_day: "Vai alla giornata",
    to_proceedings: "Leggi gli atti",
    why: "Motivo",
    author: "Risposta di",
    asked_subject: |theme| format!("Nuovo quesito su «{theme}»"),
    asked: |theme| {
        format!(
            "È arrivato un quesito sul tema «{theme}», per la giornata in cui siete in servizio. Prima di essere visto dagli altri enti va letto e rilasciato."
        )
    },
    released_subject: |title| format!("Il vostro quesito è visibile: «{title}»"),
    released: |title| format!("Il vostro quesito «{title}» è stato letto e ora lo vedono anche gli altri partecipanti."),
    released_how: "Il nome del vostro ente non compare. Il testo può essere stato adattato perché nessuno sia riconoscibile: il vostro originale resta visibile a voi.",
    new_subject: |theme| format!("Un quesito su «{theme}»"),
    new: |title, theme| format!("Nel forum telematico c’è un nuovo quesito sul tema «{theme}»: «{title}»."),
    declined_subject: |title| format!("Il quesito «{title}» non avrà risposta nel forum"),
    declined: |title| format!("Il vostro quesito «{title}» è stato archiviato."),
    declined_what: "Il testo resta vostro e lo ritrovate nella pagina del quesito. Se qualcosa non vi torna, rispondete a questo messaggio.",
    unclear_subject: |title| format!("Un chiarimento sul quesito «{title}»"),
    unclear: |title| {
        format!(
            "L’esperto che ha preso in carico il quesito «{title}» vi chiede un chiarimento. Lo scambio è riservato: lo vedono solo il vostro ente, gli esperti e la segreteria."
        )
    },
    clarified_subject: |title| format!("Chiarimento ricevuto sul quesito «{title}»"),
    clarified: |title| format!("L’ente ha risposto alla vostra richiesta di chiarimento sul quesito «{title}»."),
    handed_subject: |title| format!("Vi è stato passato un quesito: «{title}»"),
    handed: |title| format!("Il quesito «{title}» è ora affidato a voi."),
    read_subject: |theme| format!("La vostra bozza su «{theme}» è stata riletta"),
    read: |theme| {
        format!(
            "Un altro esperto ha riletto la vostra bozza sul tema «{theme}»: ora potete pubblicarla. Se la modificate, andrà riletta di nuovo."
        )
    },
    answered_subject: |title| format!("Risposta al quesito «{title}»"),
    answered: |title| format!("L’esperto ha risposto al vostro quesito «{title}»."),
    merged: |others| {
        if others == 1 {
            "La stessa risposta vale anche per un altro quesito.".to_owned()
        } else {
            format!("La stessa risposta vale anche per altri {others} quesiti.")
        }
    },
    followed: |title| format!("C’è la risposta dell’esperto a un quesito che vi interessa: «{title}»."),
    commented_subject: |title| format!("Un intervento sul quesito «{title}»"),
    commented: |title| format!("Qualcuno ha scritto sotto il quesito «{title}»."),
    hidden_subject: "Un vostro intervento è stato nascosto",
    hidden: "Un vostro intervento nel forum non è più visibile agli altri partecipanti.",
    extended_subject: |title| format!("Prorogata la giornata di forum «{title}»"),
    extended: |title, to| format!("La giornata di forum «{title}» resta aperta fino a {to}."),
    over_subject: |title| format!("Com’è andata la giornata «{title}»"),
    over: |title, n| {
        if n == 1 {
            format!("La giornata di forum «{title}» è finita. Un quesito ha già la sua risposta:")
        } else {
            format!("La giornata di forum «{title}» è finita. {n} quesiti hanno già la loro risposta:")
        }
    },
    over_nothing: |title| {
        format!(
            "La giornata di forum «{title}» è finita. Gli esperti stanno completando le risposte: le trovate nella pagina della giornata."
        )
    },
    published_subject: |title| format!("Gli atti della giornata di forum «{title}»"),
    published: |title| {
        format!(
            "Sono pubblici gli atti della giornata di forum «{title}»: i quesiti per tema, le risposte degli esperti e le cifre della giornata."
        )
    },
};

const EN: Words = Words {
    open: "Open the question",
    why_following: "We write to you because you follow the question, its theme or its day, or because it interests you, too.",
    why_yours: "We write to you because the question is yours, or because you follow it.",
    why_day: "We write to you because you follow this day.",
    stop: "What you follow, and how to stop",
    read_answer: "Read the answer",
    publish: "Go to the answer",
    to_day: "Go to the day",
    to_proceedings: "Read the proceedings",
    why: "Reason",
    author: "Answered by",
    asked_subject: |theme| format!("New question on “{theme}”"),
    asked: |theme| {
        format!(
            "A question on “{theme}” has arrived for the day on which you are on duty. Before other bodies see it, somebody has to read and release it."
        )
    },
    released_subject: |title| format!("Your question can be seen: “{title}”"),
    released: |title| format!("Your question “{title}” was read, and the other participants see it now."),
    released_how: "The name of your body does not appear. The text may have been adapted so that nobody can be recognised: you still see your original.",
    new_subject: |theme| format!("A question on “{theme}”"),
    new: |title, theme| format!("There is a new question on “{theme}” in the forum: “{title}”."),
    declined_subject: |title| format!("The question “{title}” will not be answered in the forum"),
    declined: |title| format!("Your question “{title}” was laid aside."),
    declined_what: "The text stays yours, and you find it on the page of the question. If something is unclear, answer this message.",
    unclear_subject: |title| format!("A clarification on the question “{title}”"),
    unclear: |title| {
        format!(
            "The expert who took the question “{title}” asks you for a clarification. The exchange is private: only your body, the experts and the organising office see it."
        )
    },
    clarified_subject: |title| format!("Clarification received on the question “{title}”"),
    clarified: |title| format!("The body has answered your request for clarification on the question “{title}”."),
    handed_subject: |title| format!("A question was handed to you: “{title}”"),
    handed: |title| format!("The question “{title}” is now yours."),
    read_subject: |theme| format!("Your draft on “{theme}” was read"),
    read: |theme| {
        format!("Another expert has read your draft on “{theme}”: you can publish it now. If you change it, it has to be read again.")
    },
    answered_subject: |title| format!("Answer to the question “{title}”"),
    answered: |title| format!("The expert has answered your question “{title}”."),
    merged: |others| {
        if others == 1 {
            "The same answer holds for another question, too.".to_owned()
        } else {
            format!("The same answer holds for {others} other questions, too.")
        }
    },
    followed: |title| format!("There is an expert answer to a question that concerns you: “{title}”."),
    commented_subject: |title| format!("A comment on the question “{title}”"),
    commented: |title| format!("Somebody has written below the question “{title}”."),
    hidden_subject: "A comment of yours was hidden",
    hidden: "A comment of yours in the forum can no longer be seen by the other participants.",
    extended_subject: |title| format!("The forum day “{title}” is extended"),
    extended: |title, to| format!("The forum day “{title}” stays open until {to}."),
    over_subject: |title| format!("What came of the day “{title}”"),
    over: |title, n| {
        if n == 1 {
            format!("The forum day “{title}” is over. One question already has its answer:")
        } else {
            format!("The forum day “{title}” is over. {n} questions already have their answers:")
        }
    },
    over_nothing: |title| {
        format!("The forum day “{title}” is over. The experts are completing their answers: you find them on the page of the day.")
    },
    published_subject: |title| format!("The proceedings of the forum day “{title}”"),
    published: |title| {
        format!(
            "The proceedings of the forum day “{title}” are out: the questions by theme, the experts’ answers and the figures of the day."
        )
    },
};
