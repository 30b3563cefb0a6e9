//! The phrases of the home page, the personal area, and the pages that every public site has.

use crate::access::RoleName;
use crate::domain::moment::Moment;
use crate::ui::dates;
use crate::ui::words::Lang;

/// A part of a page of plain text. `{titolare}` stands for whoever runs the installation.
pub struct Part {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [&'static str],
}

pub struct Words {
    // Home.
    pub home: &'static str,
    pub home_title: &'static str,
    pub home_lead: fn(name: &str) -> String,
    pub door: &'static str,
    pub door_text: fn(questions: usize, minutes: u32) -> String,
    pub door_report: &'static str,
    pub door_how: &'static str,
    pub door_print: &'static str,
    pub door_enter: &'static str,
    pub done_by: &'static str,
    pub done_by_text: fn(&[(String, i64)]) -> String,
    pub whose: &'static str,
    pub whose_text: fn(owner: &str) -> String,
    pub whose_nobody: &'static str,
    pub signed_out: &'static str,
    pub erased: &'static str,
    // Personal area.
    pub area: &'static str,
    pub next: &'static str,
    pub open_title: &'static str,
    pub open_text: fn(questions: usize, minutes: u32) -> String,
    pub open_button: &'static str,
    pub wait_title: &'static str,
    pub wait_text: &'static str,
    pub wait_button: &'static str,
    pub resume_title: &'static str,
    pub begin_title: &'static str,
    pub resume_text: fn(answered: usize, asked: usize, section: &str, minutes: u32) -> String,
    pub begin_text: fn(asked: usize, section: &str, minutes: u32) -> String,
    pub resume_button: &'static str,
    pub begin_button: &'static str,
    pub close_title: &'static str,
    pub close_text: &'static str,
    pub close_text_member: &'static str,
    pub close_button: &'static str,
    pub read_title: &'static str,
    pub read_text: fn(when: &str) -> String,
    pub read_button: &'static str,
    pub all_of_it: &'static str,
    pub colleagues: &'static str,
    pub colleagues_caption: fn(ente: &str) -> String,
    pub column_name: &'static str,
    pub column_capacity: &'static str,
    pub column_activity: &'static str,
    pub you: &'static str,
    pub no_answer_yet: &'static str,
    pub alone: &'static str,
    pub add_colleagues: &'static str,
    pub enti_title: &'static str,
    pub enti_text: &'static str,
    pub enti_button: &'static str,
    pub observer_title: &'static str,
    pub observer_text: &'static str,
    pub observer_button: &'static str,
    pub administrator_title: &'static str,
    pub administrator_text: &'static str,
    pub nothing_title: &'static str,
    pub nothing_text: fn(role: &str) -> String,
    pub nothing_button: &'static str,
    pub choose_title: &'static str,
    pub choose_text: &'static str,
    pub no_appointment_title: &'static str,
    pub no_appointment_text: &'static str,
    // Assistance.
    pub assistance: &'static str,
    pub assistance_lead: &'static str,
    pub call: &'static str,
    pub call_nobody: &'static str,
    pub before_calling: &'static str,
    pub before_calling_list: &'static [&'static str],
    pub report: &'static str,
    pub report_text: &'static str,
    pub faq: &'static str,
    /// Question and answer.
    pub faq_list: &'static [(&'static str, &'static str)],
    // Accessibility, privacy, legal notes.
    pub accessibility: &'static str,
    pub accessibility_parts: &'static [Part],
    pub declaration: &'static str,
    pub declaration_text: &'static str,
    pub no_declaration: &'static str,
    pub feedback_channel: &'static str,
    pub feedback_channel_text: &'static str,
    pub privacy: &'static str,
    pub privacy_lead: &'static str,
    pub privacy_parts: &'static [Part],
    pub full_notice: &'static str,
    pub legal: &'static str,
    pub legal_parts: &'static [Part],
    // Statistics.
    pub statistics: &'static str,
    pub statistics_lead: &'static str,
    pub by_region: &'static str,
    pub by_region_caption: &'static str,
    pub column_region: &'static str,
    pub column_enti: &'static str,
    pub total: &'static str,
    pub nobody_yet: &'static str,
    pub ratings: &'static str,
    pub ratings_caption: &'static str,
    pub column_page: &'static str,
    pub column_ratings: &'static str,
    pub column_mean: &'static str,
    pub out_of_five: fn(mean: &str) -> String,
    pub ratings_none: &'static str,
    pub ratings_few: &'static str,
    // Map.
    pub map: &'static str,
    pub map_public: &'static str,
    pub map_reserved: &'static str,
    pub map_sign_in: &'static str,
    // Rating of a page.
    pub thanks_title: &'static str,
    pub back: &'static str,
    pub rate_title: &'static str,
    pub need_rate: &'static str,
    pub too_long: &'static str,
    // Whoever runs the installation, where it is not said.
    pub owner: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// A text with the name of whoever runs the installation.
pub fn filled(text: &str, owner: &str, lang: Lang) -> String {
    text.replace("{titolare}", if owner.is_empty() { words(lang).owner } else { owner })
}

/// "l’ultima risposta oggi alle 10.42".
pub fn activity(lang: Lang, last_answer: Option<Moment>, now: Moment) -> String {
    match (lang, last_answer) {
        (_, None) => words(lang).no_answer_yet.to_owned(),
        (Lang::It, Some(at)) => format!("ultima risposta: {}", dates::lately(lang, at, now)),
        (Lang::En, Some(at)) => format!("last answer: {}", dates::lately(lang, at, now)),
    }
}

/// What a role is called inside a sentence.
pub fn as_role(lang: Lang, role: RoleName) -> String {
    match lang {
        Lang::It => format!("come {}", lang.role(role)),
        Lang::En => format!("as {}", lang.role(role)),
    }
}

/// "in Piemonte", "nel Lazio", "nelle Marche"; of bilingual names the Italian half.
fn in_region(region: &str) -> String {
    let name = region.split('/').next().unwrap_or(region);
    match name {
        "Lazio" => "nel Lazio".into(),
        "Marche" => "nelle Marche".into(),
        name => format!("in {name}"),
    }
}

/// "4 in Piemonte, 3 in Toscana e 2 in Puglia", the most first.
fn listed(regions: &[(String, i64)], and: &str, place: fn(&str) -> String) -> String {
    let mut sorted: Vec<_> = regions.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut parts: Vec<String> = sorted.into_iter().map(|(region, n)| format!("{n} {}", place(region))).collect();
    match (parts.pop(), parts.is_empty()) {
        (Some(last), false) => format!("{} {and} {last}", parts.join(", ")),
        (Some(last), true) => last,
        (None, _) => String::new(),
    }
}

fn minutes_it(minutes: u32) -> String {
    if minutes <= 1 { "circa un minuto".into() } else { format!("circa {minutes} minuti") }
}

fn minutes_en(minutes: u32) -> String {
    if minutes <= 1 { "about a minute".into() } else { format!("about {minutes} minutes") }
}

const IT: Words = Words {
    home: "Home",
    home_title: "Accanto ai piccoli Comuni",
    home_lead: |name| {
        format!(
            "{name} aiuta i piccoli Comuni a capire come sono organizzati per accogliere e integrare i cittadini stranieri, e che cosa conviene migliorare per primo."
        )
    },
    door: "Autodiagnosi",
    door_text: |questions, minutes| {
        format!(
            "{questions} domande sulla vostra organizzazione e sui vostri servizi, {} in tutto. Potete fermarvi quando volete e riprendere da dove eravate.",
            minutes_it(minutes)
        )
    },
    door_report: "Alla fine avete un rapporto da portare in giunta: dove siete oggi e da che cosa cominciare.",
    door_how: "Come funziona",
    door_print: "Stampa il questionario",
    door_enter: "Vai all’area personale",
    done_by: "Chi l’ha già fatta",
    done_by_text: |regions| match (regions.iter().map(|(_, n)| n).sum(), regions) {
        (0, _) => "Nessun ente ha ancora chiuso la rilevazione: potete essere i primi.".into(),
        (1, [(region, _), ..]) => format!("Finora l’ha completata un ente, {}.", in_region(region)),
        (n, [(region, _)]) => format!("Finora l’hanno completata {n} enti, tutti {}.", in_region(region)),
        (n, _) => format!("Finora l’hanno completata {n} enti: {}.", listed(regions, "e", in_region)),
    },
    whose: "Di chi è questo servizio",
    whose_text: |owner| format!("Il servizio è di {owner}."),
    whose_nobody: "Chi gestisce il servizio non ha ancora indicato il proprio nome.",
    signed_out: "Siete usciti. Le risposte salvate sono al sicuro.",
    erased: "I vostri dati sono stati cancellati e il vostro accesso è chiuso.",
    area: "Area personale",
    next: "Il prossimo passo",
    open_title: "Aprite la rilevazione",
    open_text: |questions, minutes| {
        format!(
            "Sono {questions} domande, {} in tutto, anche in più riprese. Quando l’avete aperta possono rispondere anche i colleghi.",
            minutes_it(minutes)
        )
    },
    open_button: "Vai all’autodiagnosi",
    wait_title: "La rilevazione non è ancora aperta",
    wait_text: "La apre il referente per il Piano del vostro ente. Intanto potete leggere le domande e preparare i dati.",
    wait_button: "Leggi il questionario",
    resume_title: "Riprendete la rilevazione",
    begin_title: "Cominciate a rispondere",
    resume_text: |answered, asked, section, minutes| {
        let done = if answered == 1 { "una domanda".into() } else { format!("{answered} domande") };
        format!("Avete risposto a {done} su {asked}. Si riprende dalla sezione «{section}»; mancano {}.", minutes_it(minutes))
    },
    begin_text: |asked, section, minutes| {
        format!("La rilevazione è aperta: {asked} domande, {}. Si comincia dalla sezione «{section}».", minutes_it(minutes))
    },
    resume_button: "Riprendi la rilevazione",
    begin_button: "Comincia",
    close_title: "Rileggete e chiudete la rilevazione",
    close_text: "Avete risposto a tutte le domande. Chiudendola avete il rapporto.",
    close_text_member: "Avete risposto a tutte le domande: resta da rileggerle. La chiude il referente per il Piano.",
    close_button: "Vai al riepilogo",
    read_title: "Leggete il rapporto",
    read_text: |when| format!("La rilevazione è chiusa dal {when}. Il rapporto dice dove siete e da che cosa cominciare."),
    read_button: "Leggi il rapporto",
    all_of_it: "Tutte le rilevazioni del vostro ente",
    colleagues: "Chi lavora con voi",
    colleagues_caption: |ente| match ente {
        "" => "Chi opera per il vostro ente".into(),
        ente => format!("Chi opera per {}", Lang::It.the(ente)),
    },
    column_name: "Nome",
    column_capacity: "Qualifica",
    column_activity: "Nella rilevazione",
    you: "(siete voi)",
    no_answer_yet: "non ha ancora risposto",
    alone: "Per ora operate solo voi per questo ente.",
    add_colleagues: "Per dare un accesso a un collega scrivete a chi gestisce il servizio, con nome, qualifica e indirizzo e-mail.",
    enti_title: "Il registro degli enti",
    enti_text: "Cercate un Comune, aggiungete un’unione o un’altra forma associata, tenete aggiornati i Comuni che ne fanno parte.",
    enti_button: "Vai agli enti",
    observer_title: "Le figure d’insieme",
    observer_text: "Il vostro incarico vede dati aggregati: quanti enti hanno chiuso una rilevazione, per regione.",
    observer_button: "Vai alle statistiche",
    administrator_title: "Gli accessi",
    administrator_text: "Le persone e i loro incarichi si creano dalla riga di comando del server, con «affianca user». Qui non c’è altro da fare.",
    nothing_title: "Per ora qui non c’è nulla da fare",
    nothing_text: |role| {
        format!("Il vostro incarico {role} è registrato e non richiede nulla. Potete leggere come funziona l’autodiagnosi.")
    },
    nothing_button: "Come funziona l’autodiagnosi",
    choose_title: "Per chi operate?",
    choose_text: "L’incarico che usavate non è più in corso. Sceglietene un altro per continuare.",
    no_appointment_title: "Non avete incarichi in corso",
    no_appointment_text: "Senza un incarico non si può operare per nessun ente. Se ve ne aspettavate uno, rivolgetevi a chi gestisce il servizio.",
    assistance: "Assistenza",
    assistance_lead: "A chi rivolgervi, e le risposte alle domande più comuni.",
    call: "Chi risponde",
    call_nobody: "I recapiti dell’assistenza non sono ancora stati indicati: rivolgetevi a chi vi ha dato l’accesso.",
    before_calling: "Prima di chiamare",
    before_calling_list: &[
        "Se la pagina mostra un codice, tenetelo sotto gli occhi: con quello ritroviamo che cosa è successo.",
        "Dite per quale ente operate e in quale pagina eravate.",
        "Non dite a nessuno la vostra password: l’assistenza non la chiede mai.",
    ],
    report: "Segnalare un problema",
    report_text: "Scriveteci che cosa volevate fare, che cosa è successo e il codice della pagina, se c’era. In fondo a ogni pagina potete anche dire quanto è chiara.",
    faq: "Domande frequenti",
    faq_list: &[
        ("Chi vede le nostre risposte?", "Solo chi opera per il vostro ente. {titolare} vede dati d’insieme, mai le vostre risposte."),
        (
            "Possiamo rispondere in più persone?",
            "Sì, anche nello stesso momento. Se due persone cambiano la stessa risposta, la seconda vede quella della prima e sceglie quale tenere.",
        ),
        (
            "Dobbiamo finire tutto in una volta?",
            "No. A ogni passaggio le risposte sono salvate; quando tornate, «Riprendi la rilevazione» vi porta alla prima domanda senza risposta.",
        ),
        (
            "E se la sessione scade mentre scriviamo?",
            "Entrate di nuovo dalla pagina che compare: quanto avevate scritto è ancora lì e lo potete salvare.",
        ),
        (
            "Lavoro per più Comuni: come passo dall’uno all’altro?",
            "In alto c’è «Stai operando per», con «cambia». Si opera per un ente alla volta e non si vede mai nulla degli altri.",
        ),
        (
            "Che differenza c’è tra «non so» e «non applicabile»?",
            "«Non applicabile» toglie la domanda dal calcolo, quando davvero non vi riguarda. «Non so» conta come una risposta che manca, e rende il rapporto meno affidabile.",
        ),
        (
            "Abbiamo chiuso la rilevazione e c’è un errore: che cosa facciamo?",
            "Il referente per il Piano può riaprirla, scrivendo perché. La versione chiusa resta com’era.",
        ),
        ("Ho dimenticato la password.", "Rivolgetevi a chi gestisce il servizio, ai recapiti di questa pagina."),
    ],
    accessibility: "Accessibilità",
    accessibility_parts: &[
        Part {
            id: "come",
            title: "Come sono fatte queste pagine",
            text: &[
                "Sono costruite con il kit Bootstrap Italia e con l’obiettivo di rispettare le WCAG 2.2 al livello AA.",
                "Tutto funziona con la sola tastiera e anche senza JavaScript. I grafici hanno accanto una tabella che dice le stesse cose. Nulla si muove o scade senza che possiate recuperare quanto avete scritto.",
            ],
        },
        Part {
            id: "verifiche",
            title: "Che cosa verifichiamo",
            text: &[
                "A ogni modifica del programma le pagine del percorso principale passano due controlli automatici: axe-core, su uno schermo largo 1280 punti e su uno di 390, e il validatore dell’HTML. Un errore blocca la modifica.",
            ],
        },
        Part {
            id: "limiti",
            title: "Che cosa non sappiamo ancora",
            text: &[
                "I controlli automatici trovano una parte soltanto dei problemi. Le prove con lettori di schermo e con persone con disabilità non sono ancora state svolte per intero.",
                "I testi delle domande sono lunghi e usano parole della pubblica amministrazione: quasi ogni domanda ha un aiuto che le spiega.",
            ],
        },
    ],
    declaration: "Dichiarazione di accessibilità",
    declaration_text: "La dichiarazione si legge sul sito dell’AGID:",
    no_declaration: "{titolare} non ha ancora indicato l’indirizzo della dichiarazione pubblicata sul sito dell’AGID.",
    feedback_channel: "Segnalare un problema di accessibilità",
    feedback_channel_text: "Diteci quale pagina, che cosa volevate fare e con quali strumenti. Vi rispondiamo entro 30 giorni; se la risposta non vi soddisfa potete rivolgervi al Difensore civico per il digitale.",
    privacy: "Informativa privacy",
    privacy_lead: "Quali dati tratta questo servizio, e dove restano.",
    privacy_parts: &[
        Part { id: "titolare", title: "Di chi è la responsabilità", text: &["Il titolare del trattamento è {titolare}."] },
        Part {
            id: "dati",
            title: "Quali dati",
            text: &[
                "Di chi ha un accesso: nome, nome utente, indirizzo e-mail, incarichi e qualifica. La password non è conservata: ne resta solo un’impronta da cui non si può ricavare.",
                "Della rilevazione: le risposte dell’ente con note e atti, e per ognuna chi l’ha cambiata per ultimo e quando. Nelle note non vanno scritti nomi di persone né casi riconoscibili.",
                "Delle opinioni sulle pagine: il voto, la risposta scelta e il commento, senza il nome di chi le dà.",
            ],
        },
        Part {
            id: "chi-vede",
            title: "Chi li vede",
            text: &[
                "Le risposte le vede solo chi opera per lo stesso ente. {titolare} vede dati d’insieme: quanti enti hanno chiuso una rilevazione, per regione.",
                "Il programma non manda dati ad altri servizi, e nessuna pagina carica contenuti da altri siti.",
            ],
        },
        Part {
            id: "cookie",
            title: "Cookie e dati nel vostro browser",
            text: &[
                "Due cookie, entrambi tecnici: uno tiene aperta la sessione, al massimo per sette giorni e per otto ore senza attività; l’altro ricorda la lingua per un anno, solo se la scegliete.",
                "Se la connessione cade mentre rispondete, il browser tiene da parte quanto avete scritto finché non è salvato o finché non uscite.",
                "Non ci sono cookie di profilazione né strumenti di analisi: per questo nessun riquadro vi chiede il consenso.",
            ],
        },
        Part {
            id: "diritti",
            title: "I vostri diritti",
            text: &[
                "Potete chiedere di vedere, correggere o cancellare i dati che vi riguardano, e potete rivolgervi al Garante per la protezione dei dati personali.",
            ],
        },
    ],
    full_notice: "Leggi l’informativa completa",
    legal: "Note legali",
    legal_parts: &[
        Part {
            id: "programma",
            title: "Il programma",
            text: &[
                "Affianca è software libero, con licenza EUPL-1.2: si può usare, studiare, modificare e ridistribuire alle condizioni della licenza.",
                "Usa Bootstrap Italia (licenza BSD-3-Clause) e i caratteri Titillium Web e Lora (SIL OFL 1.1) e Roboto Mono (Apache 2.0).",
            ],
        },
        Part {
            id: "dati",
            title: "I dati sui Comuni",
            text: &["Nomi, codici, popolazione e posizione dei Comuni: elaborazione su dati ISTAT e Openpolis, CC BY 4.0."],
        },
        Part {
            id: "rapporto",
            title: "Che valore ha il rapporto",
            text: &[
                "Il rapporto descrive una posizione in base alle risposte date dall’ente. Non è una valutazione, non attribuisce un punteggio all’ente e non sostituisce gli adempimenti di legge, che vanno verificati sui testi in vigore.",
                "I modelli, i pesi e le soglie con cui è calcolato sono una proposta, descritta nella nota di metodo in fondo al rapporto.",
            ],
        },
        Part {
            id: "contenuti",
            title: "I contenuti",
            text: &[
                "Dei contenuti di questo sito risponde {titolare}. I collegamenti a siti esterni non comportano responsabilità sui loro contenuti.",
            ],
        },
    ],
    statistics: "Statistiche d’uso",
    statistics_lead: "Dati d’insieme sull’uso del servizio: delle risposte di un ente non dicono nulla.",
    by_region: "Rilevazioni chiuse",
    by_region_caption: "Enti che hanno chiuso almeno una rilevazione, per regione",
    column_region: "Regione",
    column_enti: "Enti",
    total: "In tutto",
    nobody_yet: "Nessun ente ha ancora chiuso una rilevazione.",
    ratings: "Quanto sono chiare le pagine",
    ratings_caption: "Pagine con almeno cinque valutazioni",
    column_page: "Pagina",
    column_ratings: "Valutazioni",
    column_mean: "Media",
    out_of_five: |mean| format!("{mean} su 5"),
    ratings_none: "Nessuna pagina ha ancora cinque valutazioni.",
    ratings_few: "Le pagine con meno di cinque valutazioni non compaiono.",
    map: "Mappa del sito",
    map_public: "Pagine aperte a tutti",
    map_reserved: "Le vostre pagine",
    map_sign_in: "Altre pagine si vedono dopo essere entrati.",
    thanks_title: "Grazie della valutazione",
    back: "Torna alla pagina",
    rate_title: "La valutazione non è completa",
    need_rate: "Scegliete un voto da 1 a 5.",
    too_long: "Il commento supera i 200 caratteri: accorciatelo.",
    owner: "chi gestisce il servizio",
};

const EN: Words = Words {
    home: "Home",
    home_title: "Beside small municipalities",
    home_lead: |name| {
        format!(
            "{name} helps small municipalities understand how they are organised to welcome and integrate foreign citizens, and what is worth improving first."
        )
    },
    door: "Self-assessment",
    door_text: |questions, minutes| {
        format!(
            "{questions} questions on your organisation and your services, {} in all. You can stop whenever you like and resume where you were.",
            minutes_en(minutes)
        )
    },
    door_report: "At the end you have a report to bring to your executive: where you are today and where to begin.",
    door_how: "How it works",
    door_print: "Print the questionnaire",
    door_enter: "Go to your area",
    done_by: "Who has done it",
    done_by_text: |regions| match (regions.iter().map(|(_, n)| n).sum(), regions) {
        (0, _) => "No body has closed its assessment yet: you can be the first.".into(),
        (1, [(region, _), ..]) => format!("So far one body has completed it, in {region}."),
        (n, [(region, _)]) => format!("So far {n} bodies have completed it, all in {region}."),
        (n, _) => format!("So far {n} bodies have completed it: {}.", listed(regions, "and", |region| format!("in {region}"))),
    },
    whose: "Whose service this is",
    whose_text: |owner| format!("This service belongs to {owner}."),
    whose_nobody: "Whoever runs this service has not given a name yet.",
    signed_out: "You have signed out. The answers you saved are safe.",
    erased: "Your data have been erased and your account is closed.",
    area: "Personal area",
    next: "The next step",
    open_title: "Open your assessment",
    open_text: |questions, minutes| {
        format!(
            "There are {questions} questions, {} in all, in as many sittings as you like. Once it is open, your colleagues can answer too.",
            minutes_en(minutes)
        )
    },
    open_button: "Go to the self-assessment",
    wait_title: "The assessment is not open yet",
    wait_text: "Your body’s contact person for the Plan opens it. Meanwhile you can read the questions and prepare the data.",
    wait_button: "Read the questionnaire",
    resume_title: "Resume your assessment",
    begin_title: "Begin to answer",
    resume_text: |answered, asked, section, minutes| {
        format!(
            "You have answered {answered} questions of {asked}. You go on from the section “{section}”; {} are left.",
            minutes_en(minutes)
        )
    },
    begin_text: |asked, section, minutes| {
        format!("The assessment is open: {asked} questions, {}. You begin with the section “{section}”.", minutes_en(minutes))
    },
    resume_button: "Resume the assessment",
    begin_button: "Begin",
    close_title: "Read it again and close the assessment",
    close_text: "You have answered all questions. Closing it gives you the report.",
    close_text_member: "You have answered all questions: it remains to read them again. The contact person for the Plan closes it.",
    close_button: "Go to the summary",
    read_title: "Read the report",
    read_text: |when| format!("The assessment was closed on {when}. The report says where you are and where to begin."),
    read_button: "Read the report",
    all_of_it: "All assessments of your body",
    colleagues: "Who works with you",
    colleagues_caption: |ente| match ente {
        "" => "Who acts for your body".into(),
        ente => format!("Who acts for {ente}"),
    },
    column_name: "Name",
    column_capacity: "Position",
    column_activity: "In the assessment",
    you: "(you)",
    no_answer_yet: "no answer yet",
    alone: "For now you are the only one who acts for this body.",
    add_colleagues: "To give a colleague an account, write to whoever runs the service, with name, position and e-mail address.",
    enti_title: "The register of bodies",
    enti_text: "Look up a municipality, add a union or another association, keep its members up to date.",
    enti_button: "Go to the bodies",
    observer_title: "The overall figures",
    observer_text: "Your appointment sees aggregated data: how many bodies have closed an assessment, by region.",
    observer_button: "Go to the statistics",
    administrator_title: "Accounts",
    administrator_text: "People and their appointments are created from the server’s command line, with “affianca user”. There is nothing else to do here.",
    nothing_title: "Nothing to do here for now",
    nothing_text: |role| {
        format!("Your appointment {role} is on record and asks nothing of you. You may read how the self-assessment works.")
    },
    nothing_button: "How the self-assessment works",
    choose_title: "For whom do you act?",
    choose_text: "The appointment you were using is no longer in force. Choose another one to go on.",
    no_appointment_title: "You have no appointment in force",
    no_appointment_text: "Without an appointment you cannot act for any body. If you expected one, ask whoever runs the service.",
    assistance: "Assistance",
    assistance_lead: "Whom to ask, and the answers to the most common questions.",
    call: "Who answers",
    call_nobody: "The contacts for assistance have not been given yet: ask whoever gave you your account.",
    before_calling: "Before you call",
    before_calling_list: &[
        "If the page shows a code, keep it before you: with it we find out what happened.",
        "Say for which body you act and on which page you were.",
        "Tell nobody your password: assistance never asks for it.",
    ],
    report: "Report a problem",
    report_text: "Write what you wanted to do, what happened, and the code of the page if there was one. At the foot of every page you can also say how clear it is.",
    faq: "Frequently asked questions",
    faq_list: &[
        ("Who sees our answers?", "Only those who act for your body. {titolare} sees overall figures, never your answers."),
        (
            "Can several of us answer?",
            "Yes, even at the same time. If two people change the same answer, the second one sees what the first wrote and chooses which to keep.",
        ),
        (
            "Must we finish in one go?",
            "No. Your answers are saved at every step; when you come back, “Resume the assessment” takes you to the first question without an answer.",
        ),
        (
            "What if the session expires while we are writing?",
            "Sign in again from the page that appears: what you had written is still there and you can save it.",
        ),
        (
            "I work for several municipalities: how do I go from one to the other?",
            "At the top it says “You are acting for”, with “change”. You act for one body at a time, and never see anything of the others.",
        ),
        (
            "What is the difference between “don’t know” and “not applicable”?",
            "“Not applicable” takes the question out of the calculation, when it really does not concern you. “Don’t know” counts as a missing answer, and makes the report less reliable.",
        ),
        (
            "We closed the assessment and there is a mistake: what do we do?",
            "The contact person for the Plan can reopen it, saying why. The closed version stays as it was.",
        ),
        ("I have forgotten my password.", "Ask whoever runs the service, at the contacts on this page."),
    ],
    accessibility: "Accessibility",
    accessibility_parts: &[
        Part {
            id: "come",
            title: "How these pages are made",
            text: &[
                "They are built with the Bootstrap Italia kit and aim to meet WCAG 2.2 at level AA.",
                "Everything works with the keyboard alone and without JavaScript. Charts have a table beside them that says the same. Nothing moves, and nothing expires without your being able to recover what you wrote.",
            ],
        },
        Part {
            id: "verifiche",
            title: "What we check",
            text: &[
                "At every change of the program the pages of the main path go through two automatic checks: axe-core, on a screen 1280 pixels wide and on one of 390, and the HTML validator. An error stops the change.",
            ],
        },
        Part {
            id: "limiti",
            title: "What we do not know yet",
            text: &[
                "Automatic checks find only a part of the problems. Trials with screen readers and with people with disabilities have not been carried out in full yet.",
                "The questions are long and use words of public administration: almost each has a help text that explains them.",
            ],
        },
    ],
    declaration: "Accessibility statement",
    declaration_text: "The statement is published on the site of AGID:",
    no_declaration: "{titolare} has not yet given the address of the statement published on the site of AGID.",
    feedback_channel: "Report an accessibility problem",
    feedback_channel_text: "Tell us which page, what you wanted to do and with which tools. We answer within 30 days; if the answer does not satisfy you, you may turn to the Difensore civico per il digitale.",
    privacy: "Privacy notice",
    privacy_lead: "Which data this service handles, and where they stay.",
    privacy_parts: &[
        Part { id: "titolare", title: "Who is responsible", text: &["The data controller is {titolare}."] },
        Part {
            id: "dati",
            title: "Which data",
            text: &[
                "Of those who have an account: name, username, e-mail address, appointments and position. The password is not kept: only a fingerprint from which it cannot be recovered.",
                "Of the assessment: the body’s answers with notes and acts, and for each who changed it last and when. Names of people and recognisable cases must not be written in notes.",
                "Of opinions on pages: the rate, the answer chosen and the comment, without the name of whoever gives them.",
            ],
        },
        Part {
            id: "chi-vede",
            title: "Who sees them",
            text: &[
                "Answers are seen only by those who act for the same body. {titolare} sees overall figures: how many bodies have closed an assessment, by region.",
                "The program sends no data to other services, and no page loads anything from other sites.",
            ],
        },
        Part {
            id: "cookie",
            title: "Cookies and data in your browser",
            text: &[
                "Two cookies, both technical: one keeps the session open, for seven days at most and for eight hours without activity; the other remembers the language for a year, only if you choose one.",
                "If the connection drops while you answer, the browser keeps what you wrote until it is saved or you sign out.",
                "There are no profiling cookies and no analytics: that is why no box asks for your consent.",
            ],
        },
        Part {
            id: "diritti",
            title: "Your rights",
            text: &[
                "You may ask to see, correct or delete the data about you, and you may turn to the Italian data protection authority (Garante).",
            ],
        },
    ],
    full_notice: "Read the full notice",
    legal: "Legal notes",
    legal_parts: &[
        Part {
            id: "programma",
            title: "The program",
            text: &[
                "Affianca is free software under the EUPL-1.2 licence: it may be used, studied, changed and passed on under the terms of the licence.",
                "It uses Bootstrap Italia (BSD-3-Clause licence) and the typefaces Titillium Web and Lora (SIL OFL 1.1) and Roboto Mono (Apache 2.0).",
            ],
        },
        Part {
            id: "dati",
            title: "Data on municipalities",
            text: &["Names, codes, population and position of municipalities: based on data of ISTAT and Openpolis, CC BY 4.0."],
        },
        Part {
            id: "rapporto",
            title: "What the report is worth",
            text: &[
                "The report describes a position on the basis of the body’s own answers. It is not an evaluation, gives the body no mark, and does not replace legal duties, which are to be checked against the law in force.",
                "The models, weights and thresholds by which it is calculated are a proposal, described in the note on method at its end.",
            ],
        },
        Part {
            id: "contenuti",
            title: "Contents",
            text: &["{titolare} answers for the contents of this site. Links to other sites imply no responsibility for their contents."],
        },
    ],
    statistics: "Usage statistics",
    statistics_lead: "Overall figures on the use of the service: of the answers of a body they say nothing.",
    by_region: "Closed assessments",
    by_region_caption: "Bodies that have closed at least one assessment, by region",
    column_region: "Region",
    column_enti: "Bodies",
    total: "In all",
    nobody_yet: "No body has closed an assessment yet.",
    ratings: "How clear the pages are",
    ratings_caption: "Pages with at least five ratings",
    column_page: "Page",
    column_ratings: "Ratings",
    column_mean: "Mean",
    out_of_five: |mean| format!("{mean} out of 5"),
    ratings_none: "No page has five ratings yet.",
    ratings_few: "Pages with fewer than five ratings are not shown.",
    map: "Site map",
    map_public: "Pages open to everybody",
    map_reserved: "Your pages",
    map_sign_in: "Other pages open after signing in.",
    thanks_title: "Thank you for your rating",
    back: "Back to the page",
    rate_title: "The rating is not complete",
    need_rate: "Choose a rating from 1 to 5.",
    too_long: "The comment is longer than 200 characters: shorten it.",
    owner: "whoever runs the service",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, regions: &[(&str, i64)]) -> String {
        let regions: Vec<_> = regions.iter().map(|(region, n)| ((*region).to_owned(), *n)).collect();
        (words(lang).done_by_text)(&regions)
    }

    #[test]
    fn figures_by_region_are_said_in_words() {
        assert!(said(Lang::It, &[]).starts_with("Nessun ente"));
        assert_eq!(said(Lang::It, &[("Lazio", 1)]), "Finora l’ha completata un ente, nel Lazio.");
        assert_eq!(said(Lang::It, &[("Marche", 3)]), "Finora l’hanno completata 3 enti, tutti nelle Marche.");
        let three = [("Piemonte", 4), ("Puglia", 2), ("Toscana", 4), ("Trentino-Alto Adige/Südtirol", 1)];
        assert_eq!(
            said(Lang::It, &three),
            "Finora l’hanno completata 11 enti: 4 in Piemonte, 4 in Toscana, 2 in Puglia e 1 in Trentino-Alto Adige."
        );
        assert_eq!(said(Lang::En, &three[..2]), "So far 6 bodies have completed it: 4 in Piemonte and 2 in Puglia.");
    }

    #[test]
    fn whoever_runs_the_installation_is_named_if_they_said_so() {
        assert_eq!(filled("Il titolare è {titolare}.", "Provincia X", Lang::It), "Il titolare è Provincia X.");
        assert_eq!(filled("Il titolare è {titolare}.", "", Lang::It), "Il titolare è chi gestisce il servizio.");
    }
}
