//! Closing and reopening.

use super::form::Form;
use super::opened;
use super::walk::{SIGNATURE, answer_all};
use crate::house::on_each_engine;

#[test]
fn what_is_missing_must_be_said_before_closing() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let chiusura = format!("{rilevazione}/chiusura");
        anna.get(&format!("{rilevazione}/riepilogo")).await.is(200).shows("Da completare prima di chiudere").shows("Q07").shows("Q41");
        let told = anna.post(&chiusura, SIGNATURE).await.is(422).shows("confermate qui che chiudete lo stesso");
        assert_eq!(told.field("ufficio").as_deref(), Some("Servizi demografici"));
        anna.post(&chiusura, &[("comunque", "1"), ("ufficio", "x")]).await.is(422).shows("Scrivete il nome di chi chiude");
        let mut anyway = SIGNATURE.to_vec();
        anyway.push(("comunque", "1"));
        anna.post(&chiusura, &anyway).await.leads_to(&format!("{rilevazione}/rapporto/1?esito=chiusa"));
    });
}

#[test]
fn only_the_referente_closes_and_reopens() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        answer_all(&bruno, &rilevazione).await;
        bruno
            .get(&format!("{rilevazione}/riepilogo"))
            .await
            .is(200)
            .shows("La chiude il referente")
            .hides("<button class=\"btn btn-primary\" type=\"submit\">Chiudi");
        bruno.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(404);
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        bruno.get(&format!("{rilevazione}/riapertura")).await.is(404);
        bruno.post(&format!("{rilevazione}/riapertura"), &[("motivo", "dati aggiornati dopo il censimento")]).await.is(404);
    });
}

#[test]
fn a_reopening_wants_a_reason_and_the_closed_version_stays() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        answer_all(&anna, &rilevazione).await;
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        let first = anna.get(&format!("{rilevazione}/rapporto/1")).await.is(200);
        let riapertura = format!("{rilevazione}/riapertura");
        anna.post(&riapertura, &[("motivo", "  breve  ")]).await.is(422).shows("Scrivete la motivazione").shows("breve");
        anna.post(&riapertura, &[("motivo", "dati aggiornati dopo il censimento")]).await.leads_to("/area/autodiagnosi?esito=riaperta");
        let form = Form::of(&anna.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200)).answer("Q23", &["e"]);
        form.send(&anna, "").await.is(303);
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.leads_to(&format!("{rilevazione}/rapporto/2?esito=chiusa"));
        let overview = anna.get("/area/autodiagnosi").await.is(200);
        overview
            .shows("dati aggiornati dopo il censimento")
            .shows(&format!("{rilevazione}/rapporto/1"))
            .shows(&format!("{rilevazione}/rapporto/2"));
        let still = anna.get(&format!("{rilevazione}/rapporto/1")).await.is(200);
        assert_eq!(answers_of(&first.body), answers_of(&still.body), "the answers of the first version");
        assert_ne!(answers_of(&still.body), answers_of(&anna.get(&format!("{rilevazione}/rapporto/2")).await.body));
    });
}

/// The figures of the profile, by which two versions are told apart.
fn answers_of(html: &str) -> Vec<&str> {
    html.split("<td").skip(1).map(|cell| cell.split("</td>").next().unwrap_or_default()).collect()
}

#[test]
fn of_two_closings_at_once_one_closes() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        answer_all(&anna, &rilevazione).await;
        let chiusura = format!("{rilevazione}/chiusura");
        let posts = [0, 1, 2].map(|_| anna.post(&chiusura, SIGNATURE));
        let answers = rocket::futures::future::join_all(posts).await;
        let closed = answers.iter().filter(|a| a.location.as_deref() == Some(&format!("{rilevazione}/rapporto/1?esito=chiusa"))).count();
        assert_eq!((closed, answers.iter().filter(|a| a.status == 303).count()), (1, 3));
    });
}

#[test]
fn of_two_openings_at_once_one_opens() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let posts = [0, 1, 2].map(|_| anna.post("/area/autodiagnosi", &[]));
        let answers = rocket::futures::future::join_all(posts).await;
        let opened = answers.iter().filter(|a| a.location.as_deref().is_some_and(|l| l.ends_with("/ripresa"))).count();
        let told = answers.iter().filter(|a| a.location.as_deref() == Some("/area/autodiagnosi?esito=gia-aperta")).count();
        assert_eq!((opened, told), (1, 2));
    });
}

#[test]
fn what_is_written_while_somebody_closes_is_shown_and_not_saved() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        answer_all(&anna, &rilevazione).await;
        let form = Form::of(&bruno.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200)).answer("Q24", &["7"]);
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        form.send(&bruno, "continua").await.is(409).shows("è stata chiusa mentre scrivevate").shows("7 ore");
        assert_eq!(form.send_by_script(&bruno).await.is(409).json()["closed"], true);
    });
}

#[test]
fn one_rilevazione_is_open_at_a_time() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let first = opened(&anna).await;
        answer_all(&anna, &first).await;
        anna.post(&format!("{first}/chiusura"), SIGNATURE).await.is(303);
        let second = opened(&anna).await;
        assert_ne!(first, second);
        let reason = [("motivo", "dati aggiornati dopo il censimento")];
        anna.post(&format!("{first}/riapertura"), &reason).await.leads_to("/area/autodiagnosi?esito=altra-aperta");
    });
}
