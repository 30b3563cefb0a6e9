//! Files of enti and people: shown first, carried out whole or not at all.

use affianca::domain::edition::{Asked, Funding, ParticipantField, Terms};
use affianca::domain::ids::EnteId;
use affianca::domain::import::FileKind;
use affianca::platform::db::q;

use crate::house::{Answer, Browser, House, on_each_engine};

pub(super) const IMPORTS: &str = "/segreteria/importazioni";

pub(super) async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

async fn people(house: &House) -> i64 {
    count(house, "select count(*) from person").await
}

/// Uploads a file, and looks at what it would do.
pub(super) async fn look(segreteria: &Browser<'_>, kind: &str, text: &str) -> (String, Answer) {
    let taken = segreteria.upload(IMPORTS, &[("tipo", kind)], "prova.csv", text.as_bytes()).await.is(303);
    let page = taken.location.clone().unwrap();
    let answer = segreteria.get(&page).await.is(200);
    (page, answer)
}

/// Confirms what the page shows.
pub(super) async fn confirm(segreteria: &Browser<'_>, page: &str, shown: &Answer, more: &[(&str, &str)]) -> Answer {
    let mark = shown.field("impronta").unwrap();
    let fields: Vec<(&str, &str)> = more.iter().copied().chain([("impronta", mark.as_str())]).collect();
    let mut answer = segreteria.post(&format!("{page}/conferma"), &fields).await;
    // A slow machine is told that it runs, and looks again.
    while answer.location.as_deref() == Some(page) {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        if !segreteria.get(page).await.is(200).body.contains("data-refresh") {
            answer.location = Some(format!("{page}?esito=fatto"));
        }
    }
    answer
}

async fn import(segreteria: &Browser<'_>, kind: &str, text: &str) {
    let (page, shown) = look(segreteria, kind, text).await;
    confirm(segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=fatto"));
}

/// Five hundred people of Agliè and Bairo; those of `bad` have something wrong, each something else.
fn five_hundred(bad: bool) -> String {
    let mut text = String::from("nome;cognome;e-mail;ente;ruolo;qualifica;dal;al\n");
    for n in 1..=500 {
        let (mut mail, mut ente, mut role) = (format!("p{n}@comune.example"), "Agliè (TO)", "partecipante");
        let (mut name, mut from, mut to) = (format!("Anna{n}"), "01/01/2026", "");
        match n {
            50 if bad => mail = "senza chiocciola".into(),
            100 if bad => ente = "Agliè (MI)",
            150 if bad => role = "sindaco",
            200 if bad => from = "31/02/2026",
            250 if bad => to = "01/12/2025",
            300 if bad => name = String::new(),
            // The same person with the same appointment as row 2.
            350 if bad => (name, mail) = ("Anna1".into(), "p1@comune.example".into()),
            n if n % 2 == 0 => ente = "Bairo (TO)",
            _ => {}
        }
        text.push_str(&format!("{name};Prova;{mail};{ente};{role};Istruttrice;{from};{to}\n"));
    }
    text
}

#[test]
fn of_five_hundred_people_seven_rows_are_bad_and_nothing_is_written_until_they_are_corrected() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let before = people(house).await;
        let (page, shown) = look(&segreteria, "people", &five_hundred(true)).await;
        let shown = shown.shows("7 righe sono da correggere.").hides("Conferma l’importazione");
        let rows: Vec<&str> =
            shown.body.split("<th class=\"aff-figures\" scope=\"row\">").skip(1).map(|r| r.split('<').next().unwrap()).collect();
        // Row 1 is the heading.
        assert_eq!(rows, ["51", "101", "151", "201", "251", "301", "351"], "{}", shown.body);
        for told in [
            "non è un indirizzo di posta",
            "nessun ente si chiama così: forse Agliè (TO)?",
            "non è un ruolo: partecipante o referente.",
            "non è una data: scrivetela come 31/12/2026.",
            "l’incarico finirebbe prima di cominciare.",
            "è uguale alla riga 2: lasciatene una.",
        ] {
            assert_eq!(shown.body.matches(told).count(), 1, "{told}");
        }
        // A missing name is one fault, although the surname is there.
        assert_eq!(shown.body.matches("manca, ed è necessario.").count(), 1);
        assert_eq!(people(house).await, before);
        segreteria.post(&format!("{page}/conferma"), &[("impronta", "")]).await.leads_to(&format!("{page}?esito=cambiato"));
        assert_eq!(people(house).await, before);

        let file = segreteria.get(&format!("{page}/righe-da-correggere.csv")).await.is(200);
        assert_eq!(file.body.lines().count(), 8, "{}", file.body);
        assert!(file.body.lines().nth(2).unwrap().contains("riga 101, ente «Agliè (MI)»"), "{}", file.body);

        import(&segreteria, "people", &five_hundred(false)).await;
        assert_eq!(people(house).await, before + 500);
        assert_eq!(count(house, "select count(*) from appointment where import_id is not null").await, 500);
        // None of them has a password, and none got a letter: nobody asked for it.
        assert_eq!(count(house, "select count(*) from person where password_hash = '!'").await, 500);
        assert_eq!(count(house, "select count(*) from letter").await, 0);
        assert_eq!(count(house, "select count(*) from deed where kind = 'import-carried-out' and done_by is not null").await, 1);
        segreteria.get(IMPORTS).await.is(200).shows("importato: 500 nuove, 0 con modifiche, 0 già così");
        // The content is forgotten, the trace is not.
        assert_eq!(count(house, "select count(*) from import where content is not null and done_at is not null").await, 0);

        // The second time they stand so already.
        let (_, again) = look(&segreteria, "people", &five_hundred(false)).await;
        again.shows("500 righe che sono già così").shows("non c’è nulla da importare").hides("Conferma l’importazione");
    });
}

#[test]
fn new_people_get_the_letter_where_the_segreteria_wants_it() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let text = "nome;e-mail;ente;ruolo\nAnna Rossi;anna@comune.example;Agliè (TO);referente\nBruno Neri;bruno@comune.example;001001;\n";
        let (page, shown) = look(&segreteria, "people", &text.replace(";001001;", ";Agliè;")).await;
        let shown = shown.shows("Invia subito il messaggio alle persone nuove");
        confirm(&segreteria, &page, &shown, &[("invito", "ora")]).await.leads_to(&format!("{page}?esito=fatto"));
        assert_eq!(count(house, "select count(*) from letter where address = 'anna@comune.example'").await, 1);
        assert_eq!(count(house, "select count(*) from letter").await, 2);
        segreteria.get(&page).await.is(200).shows("Alle persone nuove è stato spedito il messaggio");
        assert_eq!(count(house, "select count(*) from person where username = 'anna.rossi' and name = 'Anna Rossi'").await, 1);
        house.letters_left();
    });
}

#[test]
fn one_person_has_an_appointment_for_each_row() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let rows = "Carla D'Angelo;segretaria@comuni.example;Agliè (TO);Segretaria comunale\n\
                    CARLA D’ANGELO;Segretaria@Comuni.example;Bairo (TO);Segretaria comunale\n\
                    Carlo Verdi;segretaria@comuni.example;Bairo (TO);Vicesegretario\n";
        import(&segreteria, "people", &format!("nome;e-mail;ente;qualifica\n{rows}")).await;
        assert_eq!(count(house, "select count(*) from person where email = 'segretaria@comuni.example'").await, 2);
        assert_eq!(count(house, "select count(*) from appointment where import_id is not null").await, 3);
        assert_eq!(count(house, "select count(*) from person where username = 'carla.d.angelo'").await, 1);
        // A change of qualifica and an end are told and made; what is not given stays.
        let change = "nome;e-mail;ente;qualifica;al\nCarlo Verdi;segretaria@comuni.example;Bairo;Segretario;30/06/2026\n";
        let (page, shown) = look(&segreteria, "people", change).await;
        let shown = shown.shows("cambia: qualifica, al").shows("1 riga che cambia qualcosa");
        confirm(&segreteria, &page, &shown, &[]).await.is(303);
        let changed = "select count(*) from appointment where qualifica = 'Segretario' and ends_on = '2026-06-30'";
        assert_eq!(count(house, changed).await, 1);
    });
}

#[test]
fn what_the_funder_asks_is_taken_from_the_file_and_nothing_else() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let asked = |field, choices: &[&str]| Asked {
            field,
            reason: "Lo chiede il finanziatore.".into(),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        };
        let asked = vec![asked(ParticipantField::AgeClass, &["18–29", "30–54"]), asked(ParticipantField::Settore, &[])];
        house.edition(Terms { funding: Funding { asked, ..Funding::default() }, ..Terms::default() }).await;
        let heading = "nome;e-mail;ente;genere;fascia d'età;settore";

        let wrong = format!(
            "{heading}\nAnna;a@comune.example;Agliè;;33;\nBruno;b@comune.example;Agliè;;30-54;\nBruno;b@comune.example;Bairo;;18-29;\n"
        );
        let (_, shown) = look(&segreteria, "people", &wrong).await;
        shown.shows("il finanziatore ammette solo 18–29 o 30–54.").shows("la riga 3 dice altro della stessa persona");

        let right = format!("{heading}\nAnna;a@comune.example;Agliè;donna;30-54;Servizi demografici\n");
        let (page, shown) = look(&segreteria, "people", &right).await;
        let shown = shown.shows("Colonne non riconosciute, ignorate: genere.");
        confirm(&segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=fatto"));
        let facts = count(house, "select count(*) from participant_fact").await;
        let told = "select count(*) from participant_fact f join person p on p.person_id = f.person_id where p.name = 'Anna' \
                    and (f.field = 'age-class' and f.value = '30–54' or f.field = 'settore' and f.value = 'Servizi demografici')";
        assert_eq!((facts, count(house, told).await), (2, 2));

        look(&segreteria, "people", &right).await.1.shows("1 riga che è già così");
        let (_, shown) = look(&segreteria, "people", &right.replace("demografici", "sociali")).await;
        shown.shows("cambia: settore");
    });
}

#[test]
fn usernames_of_others_are_not_taken() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.member_of("Agliè").await;
        let (username, name) = (anna.who().username.clone(), anna.who().name.clone());
        let text = format!("nome utente;nome;e-mail;ente\n{username};Un Altro;altro@comune.example;Agliè\n");
        let (_, shown) = look(&segreteria, "people", &text).await;
        shown.shows(&format!("il nome utente è di {name}"));
        // The proposed one keeps clear of those that are there, and of those that the file asks for further down.
        let text = "nome utente;nome;e-mail;ente\n;Lia Neri;a@c.example;Agliè\nlia.neri;Altra Lia;b@c.example;Agliè\n;Lia Neri;d@c.example;Agliè\n";
        import(&segreteria, "people", text).await;
        let named = "select count(*) from person where name = 'Lia Neri' and username in ('lia.neri2', 'lia.neri3')";
        assert_eq!(count(house, named).await, 2);
    });
}

#[test]
fn enti_are_changed_where_a_cell_is_filled_and_created_where_they_are_missing() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let text = "Codice Istat,nome,tipo,provincia,comuni,Pec,montano,residenti,anno,note,dal\r\n\
                    1001,,,,,Protocollo@Pec.aglie.example,sì,2.600,2025,mai visto,\r\n\
                    ,Unione Prova,unione,TO,\"Agliè (TO), 001015\",,,,,,01/01/2020\r\n";
        let (page, shown) = look(&segreteria, "enti", text).await;
        let shown = shown.shows("Colonne non riconosciute, ignorate: note.").shows("cambia: PEC, montano, residenti, anno residenti");
        let shown = shown.shows("Unione Prova (TO)").shows("si aggiunge").shows("UTF-8, separatore: virgola");
        confirm(&segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=fatto"));
        let kept = "select count(*) from ente where istat_code = '001001' and name = 'Agliè' and pec = 'protocollo@pec.aglie.example' \
                    and mountain and residents = 2600 and residents_year = 2025";
        assert_eq!(count(house, kept).await, 1);
        let unione = house.ente("Unione Prova").await;
        segreteria.get(&format!("/segreteria/enti/{unione}")).await.is(200).shows(">Agliè<").shows(">Bairo<").shows("Piemonte");
        // Who is not in the list any more leaves, from the day given; a hyphen empties.
        let text = "nome;provincia;comuni;dal\nUnione Prova;TO;Bairo, Ozegna;01/02/2026\nAgliè;TO;;\n";
        import(&segreteria, "enti", &text.replace("dal\n", "dal;PEC\n").replace("2026\n", "2026;\n").replace("TO;;\n", "TO;;;-\n")).await;
        let page = segreteria.get(&format!("/segreteria/enti/{unione}")).await.is(200);
        page.shows(">Ozegna<").shows("non più insieme dal 1º febbraio 2026:");
        assert_eq!(count(house, "select count(*) from ente where istat_code = '001001' and pec is null and residents = 2600").await, 1);
    });
}

#[test]
fn faults_of_enti_say_what_would_be_right() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for (row, told) in [
            ("comune;Nuovo Comune;TO;;", "manca, ed è necessario."),
            ("unione;Unione Vuota;TO;;", "scrivete i Comuni che ne fanno parte"),
            ("unione;Unione;TO;;Aglie, Nessuno", "nessun ente ha questo nome o codice"),
            ("unione;Unione;XX;;Agliè", "non è la sigla di una provincia che conosciamo"),
            (";Bairo;TO;001001;", "il codice è di Agliè (TO)"),
            (";Bairo;TO;001999;", "questo Comune ha il codice 001015"),
            (";;;12;", "non è un codice ISTAT"),
            (";Livo;;;", "può essere Livo (CO) o Livo (TN)"),
            ("unione;Agliè;TO;001001;Bairo", "l’ente è un Comune"),
            (";;;001001;Bairo", "non ha Comuni membri"),
            ("regione;Piemonte;TO;;", "non è un tipo di ente"),
            ("comune;Nuovo;ZZ;001997;", "la provincia è nuova: scrivete la regione"),
        ] {
            let (_, shown) = look(&segreteria, "enti", &format!("tipo;nome;provincia;codice istat;comuni\n{row}\n")).await;
            shown.shows(told).hides("Conferma l’importazione");
        }
    });
}

#[test]
fn what_is_no_table_is_told_at_once_and_not_kept() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for (kind, bytes, told) in [
            ("enti", &b"PK\x03\x04..."[..], "Questo è un foglio di lavoro"),
            ("enti", b"", "Il file non contiene righe"),
            ("people", b"nome;ente\nAnna;Bairo\n", "Nell’intestazione manca la colonna «e-mail»."),
            ("people", b"nome;nome;e-mail;ente\na;a;a@b.it;Bairo\n", "La colonna «nome» c’è due volte"),
            ("enti", b"nome\n\"mai chiuso\n", "Riga 2: le virgolette aperte non sono mai chiuse."),
            ("", b"nome\nBairo\n", "Scegliete che cosa contiene il file."),
        ] {
            segreteria.upload(IMPORTS, &[("tipo", kind)], "x.csv", bytes).await.is(422).shows(told);
        }
        segreteria.upload(IMPORTS, &[("tipo", "enti")], "", b"").await.is(422).shows("Scegliete un file.");
        assert_eq!(count(house, "select count(*) from import").await, 0);
        let large = vec![b'a'; 21 * 1024 * 1024];
        segreteria.upload(IMPORTS, &[("tipo", "enti")], "x.csv", &large).await.is(413);
    });
}

#[test]
fn excel_files_are_read_as_excel_writes_them() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let text =
            b"NOME;E-MAIL;ENTE;QUALIFICA\r\nNicol\xf2 D\x92Al\xec;n@comune.example;Agli\xe8 (TO);\"Responsabile\r\ndell\x92anagrafe\"\r\n";
        let taken = segreteria.upload(IMPORTS, &[("tipo", "people")], "persone.csv", text).await.is(303);
        let page = taken.location.clone().unwrap();
        let shown = segreteria.get(&page).await.is(200).shows("Windows-1252 (Excel), separatore: punto e virgola");
        confirm(&segreteria, &page, &shown, &[]).await.is(303);
        assert_eq!(count(house, "select count(*) from person where name = 'Nicolò D’Alì'").await, 1);
        assert_eq!(count(house, "select count(*) from appointment where qualifica = 'Responsabile dell’anagrafe'").await, 1);
    });
}

#[test]
fn the_templates_are_imported_as_they_stand() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for kind in FileKind::ALL {
            let file = segreteria.get(&format!("{IMPORTS}/formato/modelli/{}", kind.template_name())).await.is(200);
            assert!(file.body.starts_with('\u{feff}'), "Excel would take it for its own encoding");
            import(&segreteria, kind.as_str(), &file.body).await;
        }
        segreteria.get(&format!("{IMPORTS}/formato/modelli/altro.csv")).await.is(404);
        segreteria.get(&format!("{IMPORTS}/formato")).await.is(200).shows("codice ISTAT").shows("Scarica il modello persone.csv");
    });
}

#[test]
fn a_list_of_one_and_a_list_of_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let row = |n: usize| format!("Anna {n};a{n}@comune.example;Agliè\n");
        for rows in [1, 3] {
            let text: String = (0..rows).map(row).collect();
            let (page, _) = look(&segreteria, "people", &format!("nome;e-mail;ente\n{text}")).await;
            let (shown, statements) = house.counting(segreteria.get(&page)).await;
            shown.is(200);
            assert_eq!(statements, 10, "{rows} rows");
            let (list, statements) = house.counting(segreteria.get(IMPORTS)).await;
            list.is(200);
            assert_eq!(statements, 3);
        }
    });
}

#[test]
fn nobody_else_imports() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (page, shown) = look(&segreteria, "people", "nome;e-mail;ente\nAnna;a@comune.example;Agliè\n").await;
        let anna = house.coordinator_of("Agliè").await;
        for path in [IMPORTS, &page, &format!("{page}/righe-da-correggere.csv"), &format!("{IMPORTS}/formato")] {
            anna.get(path).await.is(404);
            house.administrator().await.get(path).await.is(404);
        }
        confirm(&anna, &page, &shown, &[]).await.is(404);
        anna.upload(IMPORTS, &[("tipo", "enti")], "x.csv", b"nome\nBairo\n").await.is(404);
        let stranger: EnteId = house.ente("Agliè").await;
        segreteria.get(&format!("{IMPORTS}/{stranger}")).await.is(404);
    });
}
