//! The table of people and one person's page.

use affianca::access::RoleName;

use crate::house::{Answer, House, on_each_engine};

/// Names in the first column of the table.
fn names(page: &Answer) -> Vec<String> {
    let rows = page.body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split('>').nth(1).unwrap().split('<').next().unwrap().replace("&#39;", "'")).collect()
}

/// Anna is referente of Agliè, Bruno takes part for it and for Livo (CO), Carla keeps the desk.
async fn cast(house: &House) -> crate::house::Browser<'_> {
    house.settle("anna", "Responsabile", &[(RoleName::Coordinator, Some("Agliè"))]).await;
    house.settle("bruno", "", &[(RoleName::Member, Some("Agliè")), (RoleName::Member, Some("Livo (CO)"))]).await;
    house.secretary().await
}

#[test]
fn people_are_found_by_any_part_in_any_order() {
    on_each_engine(async |house| {
        let segreteria = cast(house).await;
        for typed in ["bianchi+anna", "ANNA", "anna%40comune.example", "BIANCHI+comune.example"] {
            let page = segreteria.get(&format!("/segreteria/persone?cerca={typed}")).await.is(200).shows("Una persona.");
            assert_eq!(names(&page), ["Anna Bianchi"], "{typed}");
            page.shows("Comune di Agliè (TO), referente per il Piano").shows("anna@comune.example");
        }
        for (query, found) in [
            ("ente=livo", vec!["Bruno Conti"]),
            ("ruolo=coordinator", vec!["Anna Bianchi"]),
            ("ruolo=secretariat", vec!["Carla D'Angelo"]),
            ("regione=Lombardia", vec!["Bruno Conti"]),
            ("verifica=si", vec![]),
            ("stato=disabilitati", vec![]),
            ("cerca=%25_", vec!["Anna Bianchi", "Bruno Conti", "Carla D'Angelo"]),
            ("ordine=-nome", vec!["Carla D'Angelo", "Bruno Conti", "Anna Bianchi"]),
            ("ordine=-utente", vec!["Carla D'Angelo", "Bruno Conti", "Anna Bianchi"]),
        ] {
            assert_eq!(names(&segreteria.get(&format!("/segreteria/persone?{query}")).await.is(200)), found, "{query}");
        }
    });
}

#[test]
fn when_nobody_corresponds_the_page_says_which_filter_to_take_off() {
    on_each_engine(async |house| {
        let segreteria = cast(house).await;
        let page = segreteria.get("/segreteria/persone?cerca=zorro&ruolo=member").await.is(200).shows("Nessuna persona corrisponde");
        page.shows("href=\"/segreteria/persone?ruolo=member\"").shows("href=\"/segreteria/persone?cerca=zorro\"");
        segreteria.get("/segreteria/persone?ruolo=imperatore&ordine=password_hash").await.is(200).shows("3 persone.");
    });
}

#[test]
fn three_people_and_some_hundreds_take_the_same_statements() {
    on_each_engine(async |house| {
        let segreteria = cast(house).await;
        let id = house.settle("dario", "", &[(RoleName::Member, Some("Bairo"))]).await.id;
        let pages = ["/segreteria/persone".to_owned(), format!("/segreteria/persone/{id}")];
        let literal = [3, 11];
        for (page, statements) in pages.iter().zip(literal) {
            let (answer, counted) = house.counting(segreteria.get(page)).await;
            assert_eq!((answer.status, counted), (200, statements), "{page}");
        }
        many(house, 300).await;
        for (page, statements) in pages.iter().zip(literal) {
            let (answer, counted) = house.counting(segreteria.get(page)).await;
            assert_eq!((answer.status, counted), (200, statements), "{page}");
        }
        let last = segreteria.get("/segreteria/persone?righe=100&pagina=4").await.is(200);
        assert_eq!(names(&last).len(), 4);
        segreteria.get("/segreteria/persone?pagina=99").await.leads_to("/segreteria/persone?pagina=13");
    });
}

/// So many people more, without the work of hashing a password for each.
async fn many(house: &House, count: usize) {
    const ADD: &str = "insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $3, $4, '!', $5)";
    let now = house.clock.now();
    let mut tx = house.db.begin().await.unwrap();
    for n in 0..count {
        let id: affianca::domain::ids::PersonId = affianca::platform::random::id(now);
        let username = format!("persona-{n}");
        let add = affianca::platform::db::q(ADD)
            .bind(&id)
            .bind(&username)
            .bind(format!("Persona {n}"))
            .bind(format!("{username}@comune.example"));
        add.bind(now).run(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[test]
fn the_segreteria_gives_and_ends_appointments_of_enti_alone() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let dario = house.person("dario").await;
        let page = format!("/segreteria/persone/{}", dario.who().id);
        let form = format!("{page}/incarichi");
        for (ente, role, says) in [
            ("Atlantide", "member", "Nessun ente ha questo nome"),
            ("Livo", "member", "Più enti hanno questo nome"),
            ("Livo (CO)", "secretariat", "Scegliete il ruolo."),
        ] {
            segreteria.post(&form, &[("ente", ente), ("ruolo", role)]).await.is(422).shows(says).shows(&format!("value=\"{ente}\""));
        }
        let agliè = [("ente", "Comune di Agliè"), ("ruolo", "coordinator"), ("qualifica", "Segretario")];
        segreteria.post(&form, &agliè).await.leads_to(&format!("{page}?esito=incarico"));
        segreteria.post(&form, &agliè).await.is(422).shows("Ha già questo incarico");
        segreteria.post(&form, &[("ente", "Livo (co)"), ("ruolo", "member")]).await.is(303);
        let shown = segreteria.get(&page).await.is(200).shows("Comune di Agliè (TO)").shows("Comune di Livo (CO)");
        let end = shown.body.split("href=\"").find(|at| at.contains("/fine\"")).unwrap().split('"').next().unwrap().to_owned();
        // In force at once, and over at once.
        dario.switch_to("Agliè").await.is(303);
        dario.get("/area/autodiagnosi").await.is(200);
        segreteria.get(&end).await.is(200).shows("Da subito");
        segreteria.post(&end, &[]).await.leads_to(&format!("{page}?esito=terminato"));
        dario.get("/area/autodiagnosi").await.is(404);
        segreteria.post(&end, &[]).await.is(404);
        // Whoever keeps the desk keeps it: roles of the programme are not the desk's to end.
        let own = segreteria.get(&format!("/segreteria/persone/{}", segreteria.who().id)).await.is(200);
        assert!(!own.body.contains("/fine\""));
    });
}
