//! The phrases of the shell, in Italian and English; a third language is a third const.

use crate::access::RoleName;

pub use crate::domain::lang::Lang;

impl Lang {
    /// What a role is called where the person has no *qualifica* of their own.
    pub const fn role(self, role: RoleName) -> &'static str {
        let (it, en) = match role {
            RoleName::Member => ("partecipante", "participant"),
            RoleName::Coordinator => ("referente per il Piano", "contact person for the Plan"),
            RoleName::Expert => ("esperto", "expert"),
            RoleName::Trainer => ("docente", "trainer"),
            RoleName::Secretariat => ("segreteria organizzativa", "organising secretariat"),
            RoleName::Observer => ("osservatore", "observer"),
            RoleName::Administrator => ("gestore del sistema", "system manager"),
        };
        match self {
            Lang::It => it,
            Lang::En => en,
        }
    }

    /// The name of an ente inside a sentence, with its article: "il Comune di Agliè (TO)", "l’Unione delle Colline (TO)".
    pub fn the(self, ente: &str) -> String {
        let first = ente.split(' ').next().unwrap_or_default();
        match (self, first) {
            (Lang::It, "Comune" | "Consorzio") => format!("il {ente}"),
            (Lang::It, "Comunità" | "Società" | "Federazione") => format!("la {ente}"),
            (Lang::It, _) if ente.starts_with(['A', 'E', 'I', 'O', 'U']) => format!("l’{ente}"),
            _ => ente.to_owned(),
        }
    }

    pub const fn words(self) -> &'static Words {
        match self {
            Lang::It => &IT,
            Lang::En => &EN,
        }
    }
}

/// Everything the shell, the fields, the tables and the charts say.
pub struct Words {
    pub tagline: &'static str,
    pub skip: &'static str,
    pub skip_content: &'static str,
    pub skip_footer: &'static str,
    pub language: &'static str,
    pub sign_in: &'static str,
    /// The same where there is little room.
    pub sign_in_short: &'static str,
    pub sign_out: &'static str,
    pub account: &'static str,
    pub acting_for: &'static str,
    pub change: &'static str,
    pub act_for: &'static str,
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub you_are_here: &'static str,
    pub home: &'static str,
    pub area: &'static str,
    pub assessment: &'static str,
    pub assistance: &'static str,
    pub updated: &'static str,
    pub contacts: &'static str,
    pub help: &'static str,
    pub transparency: &'static str,
    pub address: &'static str,
    pub pec: &'static str,
    pub mail: &'static str,
    pub telephone: &'static str,
    pub faq: &'static str,
    pub report_problem: &'static str,
    pub open_administration: &'static str,
    pub statistics: &'static str,
    pub legal: &'static str,
    pub privacy: &'static str,
    pub legal_notes: &'static str,
    pub accessibility_declaration: &'static str,
    pub accessibility: &'static str,
    pub site_map: &'static str,
    pub feedback: Feedback,
    pub form: Form,
    pub table: Table,
    pub chart: Chart,
    pub step: Step,
    pub failure: Failure,
}

/// "How clear is this page": the wording is the one the public-sector design rules fix.
pub struct Feedback {
    pub title: &'static str,
    pub hint: &'static str,
    /// For the rates 1 to 5.
    pub rates: [&'static str; 5],
    pub liked: &'static str,
    pub liked_answers: [&'static str; 5],
    pub disliked: &'static str,
    pub disliked_answers: [&'static str; 5],
    pub details: &'static str,
    pub details_hint: &'static str,
    pub send: &'static str,
    pub thanks: &'static str,
}

pub struct Form {
    pub optional: &'static str,
    pub choose: &'static str,
    pub error: &'static str,
    pub one_error: &'static str,
    pub errors: fn(usize) -> String,
    pub show_password: &'static str,
}

pub struct Table {
    pub pages: &'static str,
    pub page: fn(usize) -> String,
    pub page_of: fn(usize, usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub sort_by: fn(&str) -> String,
    pub ascending: &'static str,
    pub descending: &'static str,
}

pub struct Chart {
    pub today: &'static str,
    pub target: &'static str,
    pub not_known: &'static str,
    pub not_counted: &'static str,
    pub gap: &'static str,
    pub affinity: &'static str,
    pub scale: &'static str,
}

pub struct Step {
    pub todo: &'static str,
    pub begun: &'static str,
    pub done: &'static str,
    pub skipped: &'static str,
    pub current: &'static str,
    pub position: fn(usize, usize) -> String,
}

/// One sentence on what happened, one on what to do.
pub struct Fault {
    pub title: &'static str,
    pub what: &'static str,
    pub remedy: &'static str,
}

pub struct Failure {
    pub bad_request: Fault,
    pub unsigned: Fault,
    pub forbidden: Fault,
    pub not_found: Fault,
    pub stale: Fault,
    pub too_large: Fault,
    pub unprocessable: Fault,
    pub too_many: Fault,
    /// "ore 10.42": the next attempt is heard from then on.
    pub too_many_until: fn(hour: &str) -> String,
    pub defect: Fault,
    pub unavailable: Fault,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub back_home: &'static str,
    pub back_area: &'static str,
}

pub const IT: Words = Words {
    tagline: "Autodiagnosi e formazione per i piccoli Comuni",
    skip: "Scorciatoie",
    skip_content: "Vai al contenuto principale",
    skip_footer: "Vai al piè di pagina",
    language: "Lingua",
    sign_in: "Accedi all’area personale",
    sign_in_short: "Accedi",
    sign_out: "Esci",
    account: "Il tuo accesso",
    acting_for: "Stai operando per:",
    change: "cambia",
    act_for: "Opera per:",
    main_menu: "Menu principale",
    menu: "Menu",
    you_are_here: "Percorso della pagina",
    home: "Home",
    area: "Area personale",
    assessment: "Autodiagnosi",
    assistance: "Assistenza",
    updated: "Pagina aggiornata il",
    contacts: "Contatti",
    help: "Assistenza",
    transparency: "Trasparenza",
    address: "Indirizzo:",
    pec: "PEC:",
    mail: "E-mail:",
    telephone: "Telefono:",
    faq: "Leggi le domande frequenti",
    report_problem: "Segnala un problema",
    open_administration: "Amministrazione trasparente",
    statistics: "Statistiche d’uso",
    legal: "Note e informative",
    privacy: "Informativa privacy",
    legal_notes: "Note legali",
    accessibility_declaration: "Dichiarazione di accessibilità",
    accessibility: "Accessibilità",
    site_map: "Mappa del sito",
    feedback: Feedback {
        title: "Quanto sono chiare le informazioni su questa pagina?",
        hint: "Da 1, per niente chiare, a 5, molto chiare.",
        rates: ["Valuta 1 su 5", "Valuta 2 su 5", "Valuta 3 su 5", "Valuta 4 su 5", "Valuta 5 su 5"],
        liked: "Quali sono stati gli aspetti che hai preferito?",
        liked_answers: [
            "Le indicazioni erano chiare",
            "Le indicazioni erano complete",
            "Capivo sempre che stavo procedendo correttamente",
            "Non ho avuto problemi tecnici",
            "Altro",
        ],
        disliked: "Dove hai incontrato le maggiori difficoltà?",
        disliked_answers: [
            "A volte le indicazioni non erano chiare",
            "A volte le indicazioni non erano complete",
            "A volte non capivo se stavo procedendo correttamente",
            "Ho avuto problemi tecnici",
            "Altro",
        ],
        details: "Vuoi aggiungere altri dettagli?",
        details_hint: "Al massimo 200 caratteri. Non scrivere nomi o dati personali.",
        send: "Invia la valutazione",
        thanks: "Grazie, il tuo parere ci aiuterà a migliorare il servizio.",
    },
    form: Form {
        optional: "(facoltativo)",
        choose: "Scegli…",
        error: "Errore:",
        one_error: "C’è una cosa da correggere",
        errors: |n| format!("Ci sono {n} cose da correggere"),
        show_password: "Mostra la password",
    },
    table: Table {
        pages: "Pagine dell’elenco",
        page: |n| format!("Pagina {n}"),
        page_of: |n, of| format!("Pagina {n} di {of}"),
        previous: "Pagina precedente",
        next: "Pagina successiva",
        sort_by: |column| format!("Ordina per {column}"),
        ascending: "ordine crescente",
        descending: "ordine decrescente",
    },
    chart: Chart {
        today: "oggi",
        target: "obiettivo",
        not_known: "non calcolabile",
        not_counted: "non considerato",
        gap: "divario",
        affinity: "affinità",
        scale: "Scala da 0, al centro, a 100, sul bordo.",
    },
    step: Step {
        todo: "da fare",
        begun: "iniziata",
        done: "completa",
        skipped: "non riguarda il vostro ente",
        current: "sezione attuale",
        position: |n, of| format!("Sezione {n} di {of}"),
    },
    failure: Failure {
        bad_request: Fault {
            title: "Richiesta non comprensibile",
            what: "Il modulo è arrivato incompleto o con dati che le nostre pagine non inviano.",
            remedy: "Torna alla pagina precedente, ricaricala e riprova.",
        },
        unsigned: Fault {
            title: "Serve l’accesso",
            what: "Questa pagina si vede dopo l’accesso, oppure la sessione è scaduta.",
            remedy: "Accedi: poi torni dov’eri.",
        },
        forbidden: Fault {
            title: "Richiesta non accettata",
            what: "La richiesta non risulta partita da queste pagine, quindi non è stata eseguita.",
            remedy: "Riapri la pagina da questo sito e riprova dal suo modulo.",
        },
        not_found: Fault {
            title: "Pagina non trovata",
            what: "Non c’è nulla a questo indirizzo, oppure non è visibile per l’ente per cui stai operando.",
            remedy: "Controlla l’indirizzo, oppure riparti dalla pagina iniziale.",
        },
        stale: Fault {
            title: "La pagina era di un altro ente",
            what: "Nel frattempo hai cambiato l’ente per cui operi, quindi non abbiamo salvato nulla.",
            remedy: "Torna all’ente di prima, riapri la pagina e ripeti l’operazione.",
        },
        too_large: Fault {
            title: "Invio troppo grande",
            what: "Il testo o il file inviato supera la misura ammessa, quindi non è stato salvato. Ciò che era già salvato è al sicuro.",
            remedy: "Torna indietro, accorcia il testo o riduci il file e invialo di nuovo.",
        },
        unprocessable: Fault {
            title: "Dati da correggere",
            what: "Alcuni dati inviati non hanno la forma attesa.",
            remedy: "Torna alla pagina precedente, correggi i dati e riprova.",
        },
        too_many: Fault {
            title: "Troppi tentativi",
            what: "Abbiamo ricevuto troppe richieste in poco tempo.",
            remedy: "Aspetta qualche minuto e riprova.",
        },
        too_many_until: |hour| format!("Potrai riprovare dalle {hour}."),
        defect: Fault {
            title: "Errore del sistema",
            what: "Qualcosa non ha funzionato da parte nostra. Ciò che era già salvato è al sicuro.",
            remedy: "Riprova tra qualche minuto. Se succede ancora, chiama l’assistenza e leggi il codice qui sotto.",
        },
        unavailable: Fault {
            title: "Servizio non disponibile per il momento",
            what: "Il servizio non riesce a leggere o salvare i dati. Ciò che era già salvato è al sicuro.",
            remedy: "Riprova tra qualche minuto: non serve ricominciare.",
        },
        code: "Codice da leggere all’assistenza:",
        code_hint: "Con questo codice ritroviamo che cosa è successo.",
        back_home: "Vai alla pagina iniziale",
        back_area: "Vai all’area personale",
    },
};

pub const EN: Words = Words {
    tagline: "Self-assessment and training for small municipalities",
    skip: "Shortcuts",
    skip_content: "Skip to main content",
    skip_footer: "Skip to footer",
    language: "Language",
    sign_in: "Sign in to your area",
    sign_in_short: "Sign in",
    sign_out: "Sign out",
    account: "Your account",
    acting_for: "You are acting for:",
    change: "change",
    act_for: "Act for:",
    main_menu: "Main menu",
    menu: "Menu",
    you_are_here: "Where you are",
    home: "Home",
    area: "Personal area",
    assessment: "Self-assessment",
    assistance: "Assistance",
    updated: "Page updated on",
    contacts: "Contacts",
    help: "Help",
    transparency: "Transparency",
    address: "Address:",
    pec: "Certified e-mail (PEC):",
    mail: "E-mail:",
    telephone: "Telephone:",
    faq: "Read the frequently asked questions",
    report_problem: "Report a problem",
    open_administration: "Transparent administration",
    statistics: "Usage statistics",
    legal: "Notes and notices",
    privacy: "Privacy notice",
    legal_notes: "Legal notes",
    accessibility_declaration: "Accessibility statement",
    accessibility: "Accessibility",
    site_map: "Site map",
    feedback: Feedback {
        title: "How clear is the information on this page?",
        hint: "From 1, not clear at all, to 5, very clear.",
        rates: ["Rate 1 out of 5", "Rate 2 out of 5", "Rate 3 out of 5", "Rate 4 out of 5", "Rate 5 out of 5"],
        liked: "What did you like most?",
        liked_answers: [
            "The directions were clear",
            "The directions were complete",
            "I always knew that I was on the right track",
            "I had no technical problems",
            "Other",
        ],
        disliked: "Where did you have most trouble?",
        disliked_answers: [
            "Sometimes the directions were not clear",
            "Sometimes the directions were not complete",
            "Sometimes I could not tell whether I was on the right track",
            "I had technical problems",
            "Other",
        ],
        details: "Would you like to add details?",
        details_hint: "At most 200 characters. Please write no names or personal data.",
        send: "Send your rating",
        thanks: "Thank you, your opinion will help us improve the service.",
    },
    form: Form {
        optional: "(optional)",
        choose: "Choose…",
        error: "Error:",
        one_error: "There is one thing to correct",
        errors: |n| format!("There are {n} things to correct"),
        show_password: "Show password",
    },
    table: Table {
        pages: "Pages of the list",
        page: |n| format!("Page {n}"),
        page_of: |n, of| format!("Page {n} of {of}"),
        previous: "Previous page",
        next: "Next page",
        sort_by: |column| format!("Sort by {column}"),
        ascending: "ascending order",
        descending: "descending order",
    },
    chart: Chart {
        today: "today",
        target: "target",
        not_known: "cannot be computed",
        not_counted: "not considered",
        gap: "gap",
        affinity: "affinity",
        scale: "Scale from 0, at the centre, to 100, on the border.",
    },
    step: Step {
        todo: "to do",
        begun: "begun",
        done: "complete",
        skipped: "does not concern your body",
        current: "current section",
        position: |n, of| format!("Section {n} of {of}"),
    },
    failure: Failure {
        bad_request: Fault {
            title: "Request not understood",
            what: "The form arrived incomplete, or with data that our pages do not send.",
            remedy: "Go back, reload the page and try again.",
        },
        unsigned: Fault {
            title: "Please sign in",
            what: "This page is for people who have signed in, or your session has expired.",
            remedy: "Sign in: you will then return to where you were.",
        },
        forbidden: Fault {
            title: "Request not accepted",
            what: "The request does not seem to come from these pages, so it was not carried out.",
            remedy: "Open the page again from this site and use its form.",
        },
        not_found: Fault {
            title: "Page not found",
            what: "There is nothing at this address, or it cannot be seen by the body you are acting for.",
            remedy: "Check the address, or start again from the first page.",
        },
        stale: Fault {
            title: "The page belonged to another body",
            what: "You have since changed the body you are acting for, so nothing was saved.",
            remedy: "Return to the former body, open the page again and repeat.",
        },
        too_large: Fault {
            title: "Too much data at once",
            what: "The text or file sent is larger than allowed, so it was not saved. What had been saved before is safe.",
            remedy: "Go back, shorten the text or reduce the file, and send it again.",
        },
        unprocessable: Fault {
            title: "Data to correct",
            what: "Some of the data sent do not have the expected form.",
            remedy: "Go back, correct the data and try again.",
        },
        too_many: Fault {
            title: "Too many attempts",
            what: "We received too many requests in a short time.",
            remedy: "Wait a few minutes and try again.",
        },
        too_many_until: |hour| format!("You can try again from {hour} on."),
        defect: Fault {
            title: "System error",
            what: "Something went wrong on our side. What had been saved before is safe.",
            remedy: "Try again in a few minutes. If it happens again, call assistance and read out the code below.",
        },
        unavailable: Fault {
            title: "Service unavailable for the moment",
            what: "The service cannot read or save data. What had been saved before is safe.",
            remedy: "Try again in a few minutes: there is no need to start over.",
        },
        code: "Code to read to assistance:",
        code_hint: "With this code we can find out what happened.",
        back_home: "Go to the first page",
        back_area: "Go to your personal area",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enti_have_their_article_inside_a_sentence() {
        for (name, said) in [
            ("Comune di Agliè (TO)", "il Comune di Agliè (TO)"),
            ("Unione delle Colline (TO)", "l’Unione delle Colline (TO)"),
            ("Comunità montana (AL)", "la Comunità montana (AL)"),
            ("Terre di Mezzo (AL)", "Terre di Mezzo (AL)"),
        ] {
            assert_eq!(Lang::It.the(name), said);
            assert_eq!(Lang::En.the(name), name);
        }
    }
}
