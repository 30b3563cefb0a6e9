//! Texts of the self-assessment of small Comuni, compared with literals copied from its first version.

use affianca::domain::questionnaire::{Kind, Questionnaire};

use super::{load, texts};

const QUESTIONS: [(&str, &str); 14] = [
    ("Q01", "Chi compila questa autodiagnosi?"),
    ("Q02", "Residenti al 31 dicembre dell'ultimo anno pubblicato (se compila una forma associata: somma dei Comuni aderenti)."),
    ("Q05", "Di quali aggregazioni fa parte il Comune, per qualunque funzione?"),
    ("Q07", "Oltre agli adempimenti d'anagrafe, come è gestita oggi la principale attività rivolta ai cittadini stranieri?"),
    ("Q08", "Per ciascun servizio, in quanto rivolto anche a cittadini stranieri, indicare chi lo gestisce."),
    (
        "Q11",
        "Negli ultimi 12 mesi l'organo politico associato (Conferenza dei sindaci, Giunta dell'Unione, coordinamento d'ambito) ha trattato il tema dell'integrazione?",
    ),
    ("Q18", "Per i cittadini non UE, come si segue il rinnovo della dichiarazione di dimora abituale (art. 7 c. 3 DPR 223/1989)?"),
    ("Q23", "A quale punto di accesso si rivolge un cittadino straniero?"),
    ("Q24", "Ore settimanali di apertura di un punto dedicato raggiungibile in 20 minuti, in auto o con i mezzi."),
    ("Q28", "Ore medie annue di formazione specifica per addetto a contatto con il pubblico (ultimi due anni)."),
    ("Q33", "Intensità del rapporto con: Prefettura/SUI; Questura; ASL; scuole e CPIA; centro per l'impiego; terzo settore."),
    ("Q37", "Qual è il ruolo dell'ente nell'accoglienza di richiedenti e titolari di protezione?"),
    ("Q47", "Il registro dei trattamenti e le informative coprono sportello, mediazione e scambio di casi tra enti?"),
    (
        "Q48",
        "L'ufficiale di stato civile informa i residenti stranieri nati in Italia, nei sei mesi prima dei 18 anni, della possibilità di acquistare la cittadinanza (art. 4 c. 2 L. 91/1992; art. 33 c. 2 DL 69/2013)?",
    ),
];

const OPTIONS: [(&str, &str, &str); 12] = [
    ("Q01", "d", "Consorzio, ASP, Società della salute o altro ente strumentale"),
    ("Q05", "z", "Nessuna"),
    ("Q06", "h", "L'ente ha un solo ufficio amministrativo"),
    (
        "Q07",
        "c",
        "Adesione a una rete o a un protocollo territoriale (Prefettura, Provincia, Regione, ANCI) mantenendo la gestione comunale",
    ),
    ("Q07", "e", "Gestita da Unione, consorzio, ASP o Società della salute"),
    ("Q08", "n", "Non attivo / non di competenza"),
    ("Q15", "c", "Quota versata a Unione o ambito, oppure progetti più una quota di bilancio"),
    ("Q18", "c", "Elenco periodico dei titoli scaduti e, trascorsi sei mesi, avviso con 30 giorni per provvedere (art. 11 c. 1 lett. c)"),
    ("Q23", "f", "Sportello di prossimità con back office e agenda unici del servizio associato"),
    ("Q29", "e", "Presenza programmata allo sportello o a scuola"),
    ("Q37", "a", "Nessuna presenza di richiedenti o titolari di protezione sul territorio"),
    ("Q41", "d", "Co-programmazione e co-progettazione"),
];

const SUGGESTIONS: [(&str, &str, &[&str], &str); 6] = [
    (
        "S01",
        "Aderire alla rete o al protocollo territoriale",
        &[
            "Chiedere a Prefettura, Provincia o ANCI regionale quali reti esistono",
            "Delibera di adesione",
            "Nominare chi riceve e trasmette le segnalazioni",
            "Comunicare ai cittadini il nuovo punto di riferimento",
        ],
        "Accesso a secondo livello e prassi comuni senza nuova struttura.",
    ),
    (
        "S02",
        "Costruire una convenzione di servizio con capofila",
        &[
            "Scheda dei bisogni di 3–5 Comuni (stranieri, pratiche, ore)",
            "Individuare il capofila e il personale",
            "Convenzione ex art. 30 TUEL, durata per esempio triennale (da verificare con il segretario), riparto e verifica",
            "Calendario delle aperture in ogni Comune",
        ],
        "Sportello condiviso e costi divisi.",
    ),
    (
        "S14",
        "Avviso ai titoli scaduti e promemoria alla scadenza",
        &[
            "Elenco periodico dei titoli scaduti dal gestionale",
            "Trascorsi sei mesi, avviso con invito a provvedere entro 30 giorni (art. 11 c. 1 lett. c DPR 223/1989): questo è il dovere",
            "Consigliato: promemoria semplice e multilingue vicino alla scadenza",
            "Registrazione dell'esito",
        ],
        "Si evitano perdite di residenza, utile anche ai fini della cittadinanza.",
    ),
    (
        "S20",
        "Calendario itinerante e agenda unica",
        &[
            "Mappa delle distanze",
            "Turno settimanale nei Comuni senza sportello",
            "Prenotazione unica",
            "Back office centrale che completa la pratica",
        ],
        "Prossimità anche nei Comuni più piccoli.",
    ),
    (
        "S39",
        "Passare alla co-progettazione",
        &["Tavolo di co-programmazione", "Avviso ex art. 55 del Codice del Terzo settore", "Progetto comune e valutazione"],
        "Risorse e idee del territorio nel progetto pubblico.",
    ),
    (
        "S46",
        "Informare chi compie diciotto anni",
        &[
            "Elenco annuale dei residenti nati in Italia da genitori stranieri che compiranno 18 anni",
            "Comunicazione nei sei mesi precedenti, in linguaggio semplice",
            "Registrazione dell'invio. In mancanza, il diritto si può esercitare anche dopo il termine (art. 33 c. 2 DL 69/2013): verificare il testo vigente",
        ],
        "Nessun diritto perso per mancata informazione.",
    ),
];

fn piccoli_comuni() -> Questionnaire {
    load("piccoli-comuni")
}

#[test]
fn questions_are_asked_in_the_written_words() {
    let q = piccoli_comuni();
    for (id, text) in QUESTIONS {
        assert_eq!(q.question(id).unwrap().text, text, "{id}");
    }
    for (id, option, text) in OPTIONS {
        assert_eq!(q.question(id).unwrap().kind.choice(option).unwrap().text, text, "{id}.{option}");
    }
}

#[test]
fn the_first_four_services_are_those_that_decide_on_m4() {
    let q = piccoli_comuni();
    let rows = match &q.question("Q08").unwrap().kind {
        Kind::Matrix { rows, .. } => rows.iter().map(|r| r.id.as_str()).collect(),
        _ => Vec::new(),
    };
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[..4], ["sportello", "mediazione", "italiano", "accoglienza"]);
}

#[test]
fn suggestions_are_made_in_the_written_words() {
    let q = piccoli_comuni();
    for (id, title, steps, effect) in SUGGESTIONS {
        let s = q.suggestions.iter().find(|s| s.id == id).unwrap();
        assert_eq!((s.title.as_str(), s.effect.as_str()), (title, effect), "{id}");
        assert_eq!(s.steps, steps, "{id}");
    }
}

#[test]
fn the_given_help_is_kept() {
    let q = piccoli_comuni();
    let helps = [
        ("Q18", "Durante il rinnovo del permesso non si decade dall'iscrizione."),
        ("Q24", "Se non esiste, 0; se apre ogni quindici giorni o ogni mese, la media settimanale, anche con decimali."),
        ("Q28", "Somma delle ore seguite da tutti gli addetti nei due anni ÷ numero di addetti ÷ 2."),
    ];
    for (id, given) in helps {
        let help = q.question(id).unwrap().help.as_deref().unwrap();
        assert!(help.starts_with(given), "{id}: {help}");
    }
}

#[test]
fn models_are_described_in_the_written_words() {
    let q = piccoli_comuni();
    let names: Vec<_> = q.models.iter().map(|m| m.name.as_str()).collect();
    let expected = [
        "Presidio demografico essenziale",
        "Sportello comunale proprio",
        "Punto informativo in rete con secondo livello",
        "Convenzione con Comune capofila",
        "Servizio associato in Unione o ente strumentale",
        "Comunità accogliente",
    ];
    assert_eq!(names, expected);
    assert_eq!(q.models[0].suits, "È il punto di partenza più frequente sotto i 1.000–1.500 abitanti, non un giudizio negativo.");
    assert_eq!(q.models[4].suits, "Richiede dimensione e mandato politico.");
}

/// Associating is an option to weigh, levels are no marks, and words that wound stay out (section 1).
#[test]
fn nobody_is_told_to_associate_nor_judged() {
    const NEVER: &[&str] = &[
        "tenuto ad associarsi",
        "tenuti ad associarsi",
        "è tenuto a",
        "deve associarsi",
        "devono associarsi",
        "obbligo di associa",
        "obbligo di gestione associata",
        "gestione associata obbligatoria",
        "obbligatoriamente",
        "3.000/5.000",
        "fusione di comuni",
    ];
    let q = piccoli_comuni();
    let found: Vec<_> = texts(&q).into_iter().filter(|(_, text)| NEVER.iter().any(|word| text.to_lowercase().contains(word))).collect();
    assert!(found.is_empty(), "{found:#?}");
}
