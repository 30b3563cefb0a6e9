//! The first page, the personal area and the pages of every public site, in Italian.

use super::{Part, Words, in_region, listed, minutes_it};
use crate::ui::words::Lang;

pub(super) const IT: Words = Words {
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
    seminars: "Seminari",
    seminars_text: "Giornate d’aula gratuite, in più città, sui temi del programma.",
    seminars_next: |when, city| format!("La prossima: {when}, {city}."),
    seminars_online: "online",
    seminars_none: "Al momento non ci sono giornate in programma: le nuove date compaiono qui.",
    seminars_look: "Vai alla giornata",
    seminars_all: "Tutte le giornate",
    forum: "Forum telematico",
    forum_text: "Giornate annunciate in cui gli enti pongono quesiti e gli esperti rispondono per iscritto.",
    forum_none: "Al momento non ci sono giornate annunciate: le nuove date compaiono qui.",
    forum_look: "Vai alla giornata di forum",
    forum_all: "Tutto il forum",
    told: "Chi ci è già passato",
    told_all: "Tutte le testimonianze",
    documents: "Documenti",
    documents_all: "Tutti i documenti",
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
    unready_title: "La rilevazione non si può ancora aprire",
    unready_text: "Il questionario di questa edizione non è al momento disponibile. Non dipende da voi: avvisate la segreteria organizzativa.",
    unready_button: "Chiedi assistenza",
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
    add_colleagues: "Una collega o un collega può registrarsi da sé, oppure essere invitato dal referente dell’ente.",
    invite_colleagues: "Invitate colleghe e colleghi, e vedete chi opera per l’ente",
    waiting_title: "Una vostra richiesta è in attesa",
    waiting_text: |enti| format!("Avete chiesto di operare per {enti}: chi approva è stato avvisato."),
    waiting_button: "Vedi a che punto è",
    calendar: "In calendario",
    calendar_none: "Non avete nulla in calendario: qui compaiono le giornate d’aula a cui vi iscrivete e le giornate di forum.",
    calendar_seminar: |title| format!("Giornata d’aula «{title}»"),
    calendar_seated: "Siete iscritti.",
    calendar_offered: "C’è un posto per voi: accettatelo o rinunciate.",
    calendar_waiting: "Siete in lista d’attesa.",
    calendar_forum: |title| format!("Forum telematico «{title}»"),
    calendar_last: |edition| format!("Ultimo giorno di «{edition}»"),
    calendar_last_text: "La rilevazione del vostro ente è ancora da chiudere.",
    coming_button: "I miei seminari",
    courses: "I corsi che avete cominciato",
    lessons_read: |read, of| format!("Lezioni lette: {read} su {of}"),
    lesson_next: "Riprendi dalla prossima lezione",
    lesson_test: "Resta la prova finale.",
    queue_title: "I quesiti del forum",
    queue_none: "Nessun quesito aspetta una risposta.",
    queue_unanswered: |count, since| match count {
        1 => format!("Un quesito aspetta una risposta dal {since}."),
        n => format!("{n} quesiti aspettano una risposta, il più vecchio dal {since}."),
    },
    queue_own: |count| match count {
        1 => "Uno lo avete preso in carico voi.".into(),
        n => format!("{n} li avete presi in carico voi."),
    },
    queue_unreleased: |count| match count {
        1 => "Uno non è ancora visibile agli altri enti.".into(),
        n => format!("{n} non sono ancora visibili agli altri enti."),
    },
    queue_to_read: |count| match count {
        1 => "Una bozza aspetta una seconda lettura.".into(),
        n => format!("{n} bozze aspettano una seconda lettura."),
    },
    queue_button: "Vai ai quesiti",
    queue_forum: "Vai al forum",
    links_title: "Collegamenti da sistemare",
    links_text: |count| match count {
        1 => "In ciò che avete pubblicato, un collegamento a un altro sito non risponde più o si è spostato.".into(),
        n => format!("In ciò che avete pubblicato, {n} collegamenti ad altri siti non rispondono più o si sono spostati."),
    },
    links_button: "Vedi quali sono",
    told_waits_title: "Una testimonianza aspetta la vostra risposta",
    told_waits_text: |count| match count {
        1 => {
            "Leggete la versione che vi è stata mandata: potete approvarla o chiedere correzioni. Senza il vostro «visto» non si pubblica."
                .to_owned()
        }
        _ => format!(
            "Avete {count} versioni da leggere: potete approvarle o chiedere correzioni. Senza il vostro «visto» non si pubblicano."
        ),
    },
    told_waits_button: "Leggi e rispondi",
    teaching_title: "Le vostre giornate d’aula",
    teaching_text: "Elenchi, codici, registri, materiali e ore di docenza. Dal menu preparate anche testimonianze e documenti.",
    teaching_button: "Vai alle giornate",
    surveys_title: "Il vostro parere",
    surveys_text: |count| match count {
        1 => "C’è un questionario su una giornata a cui avete partecipato: anonimo, pochi minuti.".to_owned(),
        _ => format!("Ci sono {count} questionari su giornate a cui avete partecipato: anonimi, pochi minuti."),
    },
    surveys_button: "Rispondi",
    facts_title: "Mancano alcuni dati",
    facts_text: "Chi finanzia l’edizione li chiede di ogni partecipante: bastano pochi secondi.",
    facts_button: "Completa i dati",
    no_appointment_yet: "Appena la vostra richiesta è approvata vi scriviamo, e qui trovate che cosa fare.",
    ask_appointment: "Chiedi un incarico",
    desk_title: "Che cosa c’è da fare oggi",
    desk_text: "Richieste di accesso, enti da sollecitare, quesiti da rendere visibili, registri da chiudere: ogni voce porta dove si fa.",
    desk_button: "Vai alla segreteria",
    observer_title: "Le figure d’insieme",
    observer_text: "Il vostro incarico vede dati aggregati: quanti enti hanno chiuso una rilevazione, per regione.",
    observer_button: "Vai alle statistiche",
    administrator_title: "Gli accessi",
    administrator_text: "Chi ha un accesso e con quali ruoli, chi ha fatto che cosa, quando sono entrati i gestori: le tre pagine sono nel vostro menu.",
    administrator_button: "Vai alle persone e ai ruoli",
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
