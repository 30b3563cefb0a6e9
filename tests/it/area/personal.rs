//! The personal area: what to do next, and who works with you.

use affianca::domain::questionnaire::Answers;
use affianca::people::{self, NewAppointment, NewPerson};
use affianca::platform::db::q;

use super::scene::{one_answer, rilevazione};
use crate::house::{Browser, House, on_each_engine};

/// Another one for the same person.
async fn appoint(house: &House, person: &Browser<'_>, ente: &str, role: &str) {
    let ente = house.ente(ente).await;
    let sql = "insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) \
               values ('0192f0c1-2345-7abc-8def-0123456789ab', $1, $2, $3, '', '2026-01-01')";
    let mut tx = house.db.begin().await.unwrap();
    q(sql).bind(&person.who().id).bind(&ente).bind(role).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn the_next_step_is_one_and_leads_there() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Agliè").await);
        let step = async |who: &Browser<'_>| {
            let page = who.get("/area").await.is(200).shows("Il prossimo passo");
            assert_eq!(page.body.matches("btn btn-primary\"").count(), 1, "one main button");
            page
        };
        step(&anna).await.shows("Aprite la rilevazione").shows("Sono 47 domande").shows("href=\"/area/autodiagnosi\"");
        step(&bruno).await.shows("La rilevazione non è ancora aperta").shows("href=\"/autodiagnosi/questionario\"");

        let id = rilevazione(house, &anna, "Agliè", &Answers::new(), false).await;
        let resume = format!("href=\"/area/autodiagnosi/{id}/ripresa\"");
        step(&anna).await.shows("Cominciate a rispondere").shows(&resume);
        step(&bruno).await.shows("Cominciate a rispondere").shows(&resume);

        let id = rilevazione(house, &house.coordinator_of("Bairo").await, "Bairo", &one_answer(), false).await;
        let carla = house.member_of("Bairo").await;
        step(&carla).await.shows("Avete risposto a una domanda su").shows(&format!("/area/autodiagnosi/{id}/ripresa"));

        let dario = house.coordinator_of("Ozegna").await;
        let id = rilevazione(house, &dario, "Ozegna", &one_answer(), true).await;
        step(&dario).await.shows("Leggete il rapporto").shows("1º marzo 2026").shows(&format!("/area/autodiagnosi/{id}/rapporto/1"));
    });
}

#[test]
fn colleagues_of_the_ente_are_shown_with_what_they_did_last() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Agliè").await);
        let neighbour = house.member_of("Bairo").await;
        rilevazione(house, &anna, "Agliè", &one_answer(), false).await;
        let page = bruno.get("/area").await.is(200).shows(&anna.who().name).shows("Istruttrice amministrativa");
        let page = page.shows("Responsabile dei servizi demografici, referente per il Piano").shows("ultima risposta: ");
        page.shows("non ha ancora risposto").shows("(siete voi)").hides(&neighbour.who().name);
        // Two appointments for one ente: one line.
        appoint(house, &bruno, "Agliè", "coordinator").await;
        let page = anna.get("/area").await.is(200).shows("Istruttrice amministrativa, referente per il Piano");
        assert_eq!(page.body.matches(&bruno.who().name).count(), 1);
    });
}

#[test]
fn whoever_is_alone_is_told_how_colleagues_come_in() {
    on_each_engine(async |house| {
        let page = house.member_of("Agliè").await.get("/area").await.is(200);
        page.shows("Per ora operate solo voi").shows("può registrarsi da sé").hides("id=\"colleghi\"").hides("/area/persone");
        let page = house.coordinator_of("Bairo").await.get("/area").await.is(200);
        page.shows("href=\"/area/persone\"");
    });
}

#[test]
fn every_role_is_told_what_it_can_do() {
    on_each_engine(async |house| {
        house.secretary().await.get("/area").await.is(200).shows("Che cosa c’è da fare oggi").shows("href=\"/segreteria\"");
        house.observer().await.get("/area").await.is(200).shows("Le figure d’insieme").shows("href=\"/statistiche\"");
        house.administrator().await.get("/area").await.is(200).shows("Gli accessi").hides("/segreteria");
        house
            .trainer()
            .await
            .get("/area")
            .await
            .is(200)
            .shows("Le vostre giornate d’aula")
            .shows("href=\"/area/docenza\"")
            .hides("Chi lavora con voi");
        house.expert().await.get("/area").await.is(200).shows("Nessun quesito aspetta una risposta.").hides("/area/autodiagnosi");
        house.person("sola").await.get("/area").await.is(200).shows("Non avete incarichi in corso").hides("Il prossimo passo");
        house.visitor().get("/area").await.leads_to("/entra?ritorno=/area");
    });
}

#[test]
fn when_the_appointment_ends_another_one_is_offered() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let aglie = house.ente("Agliè").await;
        let mut tx = house.db.begin().await.unwrap();
        q("update appointment set ends_on = '2026-03-01' where ente_id = $1").bind(&aglie).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let page = carla.get("/area").await.is(200).shows("Per chi operate?").hides("Stai operando per").hides("Comune di Agliè");
        assert_eq!(page.body.matches("name=\"incarico\"").count(), 3);
        carla.switch_to("Ozegna").await.leads_to("/area");
        carla.get("/area").await.is(200).shows("Comune di Ozegna (TO)").shows("Il prossimo passo");
    });
}

#[test]
fn the_area_takes_the_same_statements_with_one_colleague_or_three() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        rilevazione(house, &anna, "Agliè", &one_answer(), false).await;
        let mut counts = Vec::new();
        for n in 0..3 {
            counts.push(house.counting(anna.get("/area")).await.1);
            let new = NewPerson {
                username: format!("collega{n}"),
                name: format!("Collega {n}"),
                email: format!("{n}@comune.example"),
                password: "quattro gatti in piazza".into(),
                appointments: vec![NewAppointment {
                    role: affianca::access::RoleName::Member,
                    ente: Some(house.ente("Agliè").await),
                    qualifica: "Ufficiale d'anagrafe".into(),
                }],
            };
            people::create(&house.housekeeper(), new).await.unwrap().unwrap();
        }
        assert_eq!(counts, [14, 14, 14]);
    });
}
