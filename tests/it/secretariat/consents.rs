//! The segreteria reads a report with the consent of the ente, and never otherwise.

use std::collections::BTreeMap;

use affianca::assessments::{Player, Rehearsal, Signature, rehearse};
use affianca::domain::ids::AssessmentId;
use affianca::domain::questionnaire::{Answer, Answers};
use affianca::people;
use affianca::platform::db::q;

use crate::house::{Browser, House, catalogue, on_each_engine};

/// A rilevazione of the ente, closed a month ago.
async fn closed(house: &House, referente: &Browser<'_>, ente: &str) -> AssessmentId {
    let (housekeeper, ente) = (house.housekeeper(), house.ente(ente).await);
    let appointment = people::appointment_of(&housekeeper, &referente.who().id, &ente).await.unwrap();
    let player = Player { person: referente.who().id.clone(), appointment, ente };
    let answers = Answers::from([("Q01".to_owned(), Answer::Choice("a".to_owned()))]);
    let signature = Signature { name: "Anna".into(), office: "Anagrafe".into(), authorised_by: "il Sindaco".into(), act: String::new() };
    let before = house.clock.now().plus_days(-30);
    let closing = Some((before.plus_days(1), signature));
    let questionnaire = catalogue().current();
    let play = Rehearsal { questionnaire, answers: &answers, notes: BTreeMap::new(), opened: before, closed: closing };
    rehearse(&housekeeper, &player, &play).await.unwrap()
}

async fn readings(house: &House) -> i64 {
    q("select count(*) from deed where kind = 'report-read'").count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn without_consent_the_report_does_not_exist_for_the_segreteria() {
    on_each_engine(async |house| {
        let (anna, neighbour) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let (own, other) = (closed(house, &anna, "Agliè").await, closed(house, &neighbour, "Bairo").await);
        let (agliè, bairo) = (house.ente("Agliè").await, house.ente("Bairo").await);
        let segreteria = house.secretary().await;
        let report = |ente: &_, id: &_| format!("/segreteria/enti/{ente}/rilevazioni/{id}/rapporto/1");
        segreteria.get(&report(&agliè, &own)).await.is(404);
        segreteria.get(&format!("/segreteria/enti/{agliè}")).await.is(200).shows("chiusa").hides("/rapporto/");
        // The neighbour consents: that opens theirs alone, whatever the address says.
        let consent = format!("/area/autodiagnosi/{other}/consenso");
        neighbour.post(&consent, &[("ente", &bairo.to_string())]).await.leads_to(&format!("{consent}?esito=dato"));
        segreteria.get(&report(&bairo, &other)).await.is(200).shows("Bairo");
        for address in [report(&agliè, &own), report(&bairo, &own), report(&agliè, &other)] {
            segreteria.get(&address).await.is(404);
        }
        assert_eq!(readings(house).await, 1);
    });
}

#[test]
fn a_consent_is_the_referentes_to_give_and_to_take_back() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Agliè").await);
        let (neighbour, segreteria) = (house.coordinator_of("Bairo").await, house.secretary().await);
        let id = closed(house, &anna, "Agliè").await;
        let (agliè, bairo) = (house.ente("Agliè").await.to_string(), house.ente("Bairo").await.to_string());
        let consent = format!("/area/autodiagnosi/{id}/consenso");
        let report = format!("/segreteria/enti/{agliè}/rilevazioni/{id}/rapporto/1");
        bruno.post(&consent, &[("ente", &agliè)]).await.is(404);
        neighbour.get(&consent).await.is(404);
        neighbour.post(&consent, &[("ente", &bairo)]).await.is(404);
        anna.post(&consent, &[("ente", &bairo)]).await.is(409);
        segreteria.get(&report).await.is(404);
        anna.get("/area/autodiagnosi").await.is(200).shows(&consent);
        anna.get(&consent).await.is(200).shows("non può leggere il rapporto");
        // Twice is once.
        for _ in 0..2 {
            anna.post(&consent, &[("ente", &agliè)]).await.is(303);
        }
        segreteria.get(&format!("/segreteria/enti/{agliè}")).await.is(200).shows(&report);
        let page =
            segreteria.get(&report).await.is(200).shows("Questa lettura è stata annotata").hides("risposte.csv").hides("risposte.json");
        assert!(!page.body.contains("/area/autodiagnosi/"), "nothing of the ente's own pages");
        segreteria.get(&report).await.is(200);
        // Each reading is noted, and the ente sees by whom.
        assert_eq!(readings(house).await, 2);
        let shown = anna.get(&consent).await.is(200).shows("La segreteria può leggere");
        assert_eq!(shown.body.matches(&segreteria.who().name).count(), 2);
        anna.post(&format!("{consent}/revoca"), &[("ente", &agliè)]).await.leads_to(&format!("{consent}?esito=tolto"));
        segreteria.get(&report).await.is(404);
        segreteria.get(&format!("/segreteria/enti/{agliè}")).await.is(200).hides(&report);
        assert_eq!(readings(house).await, 2);
    });
}

#[test]
fn a_consent_opens_nothing_else_and_nobody_answers_for_the_ente() {
    on_each_engine(async |house| {
        let (anna, segreteria) = (house.coordinator_of("Agliè").await, house.secretary().await);
        let id = closed(house, &anna, "Agliè").await;
        let agliè = house.ente("Agliè").await.to_string();
        anna.post(&format!("/area/autodiagnosi/{id}/consenso"), &[("ente", &agliè)]).await.is(303);
        for path in ["/rapporto/1", "/rapporto/1/risposte.csv", "/sezioni/contesto", "/riepilogo", "/consenso"] {
            segreteria.get(&format!("/area/autodiagnosi/{id}{path}")).await.is(404);
        }
        for path in ["/sezioni/contesto", "/chiusura", "/riapertura", "/consenso", "/consenso/revoca"] {
            segreteria.post(&format!("/area/autodiagnosi/{id}{path}"), &[("ente", &agliè), ("a[Q01]", "b")]).await.is(404);
        }
        // Observers and gestori are no segreteria.
        let report = format!("/segreteria/enti/{agliè}/rilevazioni/{id}/rapporto/1");
        for other in [house.observer().await, house.administrator().await, house.coordinator_of("Bairo").await] {
            other.get(&report).await.is(404);
        }
    });
}
