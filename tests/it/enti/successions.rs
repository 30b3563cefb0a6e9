//! Enti that end: their people go on, their past stays readable under the successor, and to nobody else.

use std::collections::BTreeMap;

use affianca::assessments::{Player, Rehearsal, Signature, rehearse};
use affianca::domain::ids::AssessmentId;
use affianca::domain::questionnaire::{Answer, Answers};
use affianca::people;
use affianca::platform::db::q;

use crate::house::{Answer as Page, Browser, House, catalogue, on_each_engine};

pub(super) const OWN: &str = "/area/autodiagnosi";

pub(super) async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

/// Everybody has been in office for years.
pub(super) async fn long_since(house: &House) {
    let mut tx = house.db.begin().await.unwrap();
    q("update appointment set starts_on = '2020-01-01'").run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// A rilevazione of this ente, closed a month ago.
pub(super) async fn closed(house: &House, referente: &Browser<'_>, ente: &str) -> AssessmentId {
    let (housekeeper, ente) = (house.housekeeper(), house.ente(ente).await);
    let appointment = people::appointment_of(&housekeeper, &referente.who().id, &ente).await.unwrap();
    let player = Player { person: referente.who().id.clone(), appointment, ente };
    let answers = Answers::from([("Q01".to_owned(), Answer::Choice("a".to_owned()))]);
    let signature = Signature { name: "Anna".into(), office: "Anagrafe".into(), authorised_by: "il Sindaco".into(), act: String::new() };
    let opened = house.clock.now().plus_days(-400);
    let questionnaire = catalogue().current();
    let closed = Some((opened.plus_days(1), signature));
    rehearse(&housekeeper, &player, &Rehearsal { questionnaire, answers: &answers, notes: BTreeMap::new(), opened, closed }).await.unwrap()
}

/// Records a succession on the page of the old ente.
pub(super) async fn record(house: &House, segreteria: &Browser<'_>, from: &str, to: &str, more: &[(&str, &str)]) -> Page {
    let id = house.ente(from).await;
    let usual = [("tipo", "fusion"), ("a", to), ("giorno", "2026-01-01"), ("atto", "l.r. 30/2025"), ("incarichi", "si")];
    let fields: Vec<_> =
        usual.into_iter().map(|(name, value)| (name, more.iter().find(|(n, _)| *n == name).map_or(value, |(_, v)| *v))).collect();
    segreteria.post(&format!("/segreteria/enti/{id}/successione"), &fields).await
}

pub(super) async fn import(segreteria: &Browser<'_>, kind: &str, text: &str) -> Page {
    let taken = segreteria.upload("/segreteria/importazioni", &[("tipo", kind)], "prova.csv", text.as_bytes()).await.is(303);
    let page = taken.location.clone().unwrap();
    let shown = segreteria.get(&page).await.is(200);
    match shown.field("impronta") {
        Some(mark) => segreteria.post(&format!("{page}/conferma"), &[("impronta", &mark)]).await.leads_to(&format!("{page}?esito=fatto")),
        None => shown,
    }
}

#[test]
fn people_go_on_at_the_successor_and_read_the_past_of_both() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        let stranger = house.coordinator_of("Ozegna").await;
        long_since(house).await;
        let of_aglie = closed(house, &anna, "Agliè").await;
        let report = format!("{OWN}/{of_aglie}/rapporto/1");
        let files = [report.clone(), format!("{report}/risposte.json"), format!("{report}/risposte.csv")];
        for file in &files {
            bruno.get(file).await.is(404);
        }
        record(house, &segreteria, "Agliè", "Bairo (TO)", &[]).await.is(303);

        // Anna acted for Agliè: her appointment went on, and she takes it up.
        anna.get(OWN).await.is(404);
        anna.switch_to("Bairo").await.is(303);
        for reader in [&anna, &bruno] {
            for file in &files {
                reader.get(file).await.is(200);
            }
            reader.get(&report).await.is(200).shows("un altro ente, confluito in questo il 1º gennaio 2026: Comune di Agliè (TO).");
            let list = reader.get(OWN).await.is(200).shows(&report).shows("Comune di Agliè (TO)");
            list.hides("/riapertura");
            reader.get("/area").await.is(200).hides("Leggi il rapporto");
        }
        // Reading is not writing.
        anna.post(&format!("{OWN}/{of_aglie}/riapertura"), &[("motivo", "perché vorrei correggere una risposta")]).await.is(404);
        anna.get(&format!("{OWN}/{of_aglie}/riapertura")).await.is(404);
        anna.get(&format!("{OWN}/{of_aglie}/sezioni/contesto")).await.is(404);
        anna.get(&format!("{OWN}/{of_aglie}/riepilogo")).await.is(404);
        // The neighbour stays a neighbour.
        for file in &files {
            stranger.get(file).await.is(404);
        }
        stranger.get(OWN).await.is(200).hides("Agliè");

        let ends = "select count(*) from appointment where ends_on = '2025-12-31' or (starts_on = '2026-01-01' and ends_on is null)";
        assert_eq!(count(house, ends).await, 2);
        assert_eq!(count(house, "select count(*) from deed where kind = 'ente-succeeded' and done_by is not null").await, 1);
        let old = house.ente("Agliè").await;
        let sheet = segreteria.get(&format!("/segreteria/enti/{old}?esito=successione")).await.is(200);
        sheet.shows("Comune di Agliè (TO) non c’è più dal 1º gennaio 2026.").shows("fusione, dal 1º gennaio 2026").shows("(l.r. 30/2025)");
        segreteria.get(&format!("/segreteria/enti/{old}/successione")).await.is(404);
    });
}

#[test]
fn an_appointment_ends_the_day_before_and_begins_at_the_successor() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let people = "nome;e-mail;ente;ruolo;qualifica;dal;al\n\
            Da Sempre;a@c.example;Agliè;referente;Capo;01/01/2020;\n\
            Fino A Giugno;b@c.example;Agliè;partecipante;;01/01/2025;30/06/2026\n\
            Gia Finita;c@c.example;Agliè;partecipante;;01/01/2020;31/12/2099\n\
            Comincia Dopo;d@c.example;Agliè;partecipante;;01/02/2026;\n\
            In Tutti E Due;e@c.example;Agliè;partecipante;;01/01/2020;\n\
            In Tutti E Due;e@c.example;Bairo;partecipante;;01/01/2020;\n";
        import(&segreteria, "people", people).await.is(303);
        let mut tx = house.db.begin().await.unwrap();
        let past = "update appointment set ends_on = '2024-12-31' where ends_on = '2099-12-31'";
        assert_eq!(q(past).run(&mut tx).await.unwrap(), 1);
        tx.commit().await.unwrap();
        record(house, &segreteria, "Agliè", "Bairo", &[]).await.is(303);
        let rows: Vec<(String, String, String, String, String)> = q("\
            select p.name, e.name, a.role, a.starts_on, coalesce(a.ends_on, '-') from appointment a \
            join person p on p.person_id = a.person_id join ente e on e.ente_id = a.ente_id \
            order by p.name, e.name, a.starts_on")
        .all(&mut house.db.reader().await.unwrap())
        .await
        .unwrap();
        let shown: Vec<String> = rows.iter().map(|r| format!("{} · {} · {} · {} {}", r.0, r.1, r.2, r.3, r.4)).collect();
        assert_eq!(
            shown,
            [
                "Comincia Dopo · Bairo · member · 2026-02-01 -",
                "Da Sempre · Agliè · coordinator · 2020-01-01 2025-12-31",
                "Da Sempre · Bairo · coordinator · 2026-01-01 -",
                "Fino A Giugno · Agliè · member · 2025-01-01 2025-12-31",
                "Fino A Giugno · Bairo · member · 2026-01-01 2026-06-30",
                "Gia Finita · Agliè · member · 2020-01-01 2024-12-31",
                "In Tutti E Due · Agliè · member · 2020-01-01 2025-12-31",
                "In Tutti E Due · Bairo · member · 2020-01-01 -",
            ]
        );
        // Nobody can be given an appointment at what is no more.
        let shown = import(&segreteria, "people", "nome;e-mail;ente\nNuova;n@c.example;Agliè\n").await;
        shown.shows("l’ente non c’è più dal 1º gennaio 2026: al suo posto Bairo (TO).");
    });
}

#[test]
fn a_chain_is_followed_to_its_end_even_if_an_older_link_comes_later() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.coordinator_of("Agliè").await;
        long_since(house).await;
        let of_aglie = closed(house, &anna, "Agliè").await;
        record(house, &segreteria, "Bairo", "Ozegna", &[("giorno", "2026-02-01"), ("tipo", "incorporation")]).await.is(303);
        record(house, &segreteria, "Agliè", "Bairo", &[("giorno", "2026-01-15")]).await.is(303);
        let steps = "select count(*) from appointment where starts_on in ('2026-01-15', '2026-02-01')";
        assert_eq!(count(house, steps).await, 2);
        anna.switch_to("Ozegna").await.is(303);
        anna.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(200);
        assert_eq!(count(house, "select count(*) from ente_line").await, 3);
    });
}

#[test]
fn what_cannot_be_is_refused_beside_its_field() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        record(house, &segreteria, "Ozegna", "Agliè", &[("tipo", "incorporation")]).await.is(303);
        for (to, more, told) in [
            ("Agliè", &[("tipo", "")][..], "Scegliete che cosa succede."),
            ("Agliè", &[("giorno", "")], "Scrivete il giorno."),
            ("Agliè", &[("giorno", "31/02/2026")], "non è una data"),
            ("Agliè", &[("giorno", "2036-12-01")], "è un giorno troppo lontano"),
            ("", &[], "manca l’ente che succede"),
            ("Agliè", &[("tipo", "dissolution")], "uno scioglimento non ha un ente che succede"),
            ("Aglià", &[], "nessun ente si chiama così: forse "),
            ("Livo", &[], "può essere Livo (CO) o Livo (TN)"),
            ("Bairo", &[], "un ente non può succedere a se stesso"),
            ("Ozegna", &[], "l’ente che succede non c’è più dal 1º gennaio 2026."),
        ] {
            let page = record(house, &segreteria, "Bairo", to, more).await.is(422);
            page.shows(told).shows("value=\"l.r. 30/2025\"");
        }
        // Agliè took Ozegna in: it cannot have ended before, nor go into it.
        record(house, &segreteria, "Agliè", "Bairo", &[("giorno", "2025-06-01")]).await.is(422).shows("non può essere finito prima");
        record(house, &segreteria, "Agliè", "Ozegna", &[("giorno", "2025-06-01")]).await.is(422).shows("si farebbe un cerchio");
        assert_eq!(count(house, "select count(*) from succession").await, 1);
    });
}

#[test]
fn of_two_who_would_close_a_circle_at_once_one_is_refused() {
    on_each_engine(async |house| {
        let (giulia, piero) = (house.secretary().await, house.secretary().await);
        let (one, two) = tokio::join!(
            record(house, &giulia, "Agliè", "Bairo", &[]),
            record(house, &piero, "Bairo", "Agliè", &[("giorno", "2026-01-02")])
        );
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert!(statuses[0] == 303 && statuses[1] >= 404, "{statuses:?}");
        assert_eq!(count(house, "select count(*) from succession").await, 1);
    });
}

#[test]
fn a_split_leaves_its_people_to_be_appointed_and_both_parts_read_its_past() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.coordinator_of("Agliè").await;
        let of_aglie = closed(house, &anna, "Agliè").await;
        let (bruno, ozegna) = (house.member_of("Bairo").await, house.member_of("Ozegna").await);
        let file = "tipo;da;a;giorno;atto\nscissione;Agliè (TO);Bairo (TO);1/1/2026;l.r. 1\nscissione;Agliè (TO);001176;1/1/2026;l.r. 1\n";
        import(&segreteria, "successions", file).await.is(303);
        for reader in [&bruno, &ozegna] {
            reader.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(200);
        }
        let old = house.ente("Agliè").await;
        let sheet = segreteria.get(&format!("/segreteria/enti/{old}")).await.is(200);
        sheet.shows("Persone il cui incarico è finito con l’ente").shows(&anna.who().name);
        // Imported again, it stands already.
        import(&segreteria, "successions", file).await.shows("2 righe che sono già così");
        // Appointed by hand, nobody is left over.
        let (name, username) = (anna.who().name.clone(), anna.who().username.clone());
        import(&segreteria, "people", &format!("nome utente;nome;e-mail;ente\n{username};{name};{username}@comune.example;Bairo\n"))
            .await
            .is(303);
        segreteria.get(&format!("/segreteria/enti/{old}")).await.is(200).hides("Persone il cui incarico è finito");
    });
}

#[test]
fn the_successor_takes_the_place_in_associations_and_who_leaves_is_remembered() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let enti =
            "tipo;nome;provincia;comuni;dal\nunione;Unione Prova;TO;Agliè, Ozegna;01/01/2020\nunione;Unione Due;TO;Agliè;01/01/2020\n";
        import(&segreteria, "enti", enti).await.is(303);
        record(house, &segreteria, "Agliè", "Bairo", &[]).await.is(303);
        let unione = house.ente("Unione Prova").await;
        let sheet = segreteria.get(&format!("/segreteria/enti/{unione}")).await.is(200);
        sheet.shows(">Bairo<").shows(">Ozegna<").shows("non più insieme dal 1º gennaio 2026:").shows(">Agliè (TO)<");
        // Residents as of today: 792 + 1170.
        segreteria.get(&format!("/segreteria/enti/{unione}")).await.shows("1962");
        record(house, &segreteria, "Unione Due", "", &[("tipo", "dissolution"), ("giorno", "2026-02-01")]).await.is(303);
        let gone = house.ente("Unione Due").await;
        segreteria.get(&format!("/segreteria/enti/{gone}")).await.is(200).shows("scioglimento, dal 1º febbraio 2026").hides("/modifica");
        segreteria.get(&format!("/segreteria/enti/{gone}/modifica")).await.is(404);
    });
}

#[test]
fn a_new_code_changes_the_comune_and_the_old_one_still_finds_it() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let file = "tipo;da;a;giorno;nuova provincia\nnuovo codice;001176;001998;1/1/2026;BI\n";
        import(&segreteria, "successions", file).await.is(303);
        let ozegna = house.ente("Ozegna").await;
        let sheet = segreteria.get(&format!("/segreteria/enti/{ozegna}")).await.is(200);
        sheet.shows("Ozegna (BI)").shows("001998").shows("codice ISTAT 001176, fino al 1º gennaio 2026 escluso");
        import(&segreteria, "people", "nome;e-mail;codice istat\nAnna;a@c.example;001176\n").await.is(303);
        assert_eq!(count(house, "select count(*) from appointment where import_id is not null").await, 1);
        let taken = import(&segreteria, "successions", "tipo;da;a;giorno\nnuovo codice;Bairo;1176;1/1/2026\n").await;
        taken.shows("il codice è già di Ozegna (BI).");
    });
}
