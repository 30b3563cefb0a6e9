//! Bad input: a clear message, the right status, and nothing lost.

use super::form::Form;
use super::opened;
use super::walk::{SIGNATURE, appointment};
use crate::house::on_each_engine;

#[test]
fn what_cannot_stand_is_explained_and_the_rest_is_saved() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let contesto = format!("{}/sezioni/contesto", opened(&anna).await);
        let page = anna.get(&contesto).await.is(200);
        for (question, values, sentence) in [
            ("Q01", &["x"] as &[&str], "Questa risposta non è tra quelle previste"),
            ("Q02", &["duemila"], "Scrivete un numero, per esempio"),
            ("Q02", &["0"], "Scrivete un numero da 1 a 400.000"),
            ("Q02", &["12,5"], "Scrivete un numero intero"),
            ("Q03", &["5000"], "Non può superare la risposta alla domanda Q02, che è 2558"),
            ("Q05", &["a", "z"], "La risposta z) va scelta da sola"),
            ("Q05", &["NS"], "non si può rispondere «non so»"),
        ] {
            let form = Form::of(&page).answer("Q02", &["2558"]).answer("Q06", &["c"]).answer(question, values);
            let told = form.send(&anna, "continua").await.is(422).shows(sentence).shows(&format!("href=\"#{question}\""));
            let again = Form::of(&told);
            let shown: Vec<_> = again.fields.iter().filter(|(n, _)| *n == format!("a[{question}]")).map(|(_, v)| v.as_str()).collect();
            if question == "Q02" || question == "Q03" || values == ["a", "z"] {
                assert_eq!(shown, values, "what was typed to {question}");
            }
            assert_eq!(Form::of(&anna.get(&contesto).await).get("a[Q06]"), Some("c"), "the rest is saved");
        }
    });
}

#[test]
fn an_answer_beside_dont_know_is_not_guessed() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let accesso = format!("{}/sezioni/accesso", opened(&anna).await);
        let form = Form::of(&anna.get(&accesso).await.is(200)).answer("Q24", &["3", "NS"]);
        let told = form.send(&anna, "continua").await.is(422).shows("insieme a «non so»");
        assert_eq!(Form::of(&told).get("a[Q24]"), Some("3"));
    });
}

#[test]
fn a_note_that_is_too_long_comes_back() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let accesso = format!("{}/sezioni/accesso", opened(&anna).await);
        let note = "lungo ".repeat(400);
        let form = Form::of(&anna.get(&accesso).await.is(200)).set("n[Q24]", &note);
        let told = form.send(&anna, "continua").await.is(422).shows("al massimo 2000 caratteri");
        assert_eq!(Form::of(&told).get("n[Q24]"), Some(note.as_str()));
    });
}

#[test]
fn ten_megabytes_are_refused_with_a_page() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let contesto = format!("{}/sezioni/contesto", opened(&anna).await);
        let form = Form::of(&anna.get(&contesto).await).set("n[Q01]", &"x".repeat(10 * 1024 * 1024));
        form.send(&anna, "continua").await.is(413).shows("<h1");
        // The limit itself: just under passes the reading of the form.
        let form = Form::of(&anna.get(&contesto).await).set("inutile", &"x".repeat(250 * 1024));
        form.send(&anna, "").await.is(303);
    });
}

#[test]
fn an_expired_session_keeps_the_form_for_the_same_person() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let contesto = format!("{}/sezioni/contesto", opened(&anna).await);
        let form = Form::of(&anna.get(&contesto).await).answer("Q02", &["2558"]);
        house.clock.set(house.clock.now().plus_minutes(8 * 60 + 1));
        let signing = form.send(&anna, "continua").await.is(401).shows("2558");
        let hidden = |name: &str| signing.field(name).unwrap_or_else(|| panic!("no field {name}"));
        assert_eq!(hidden("m:a[Q02]"), "2558");
        assert_eq!(hidden("azione"), contesto);
        form.send_by_script(&anna).await.is(401);
    });
}

#[test]
fn a_stale_tab_of_another_ente_saves_nothing_and_keeps_the_text() {
    on_each_engine(async |house| {
        let segretario = house.four_comuni_secretary().await;
        let contesto = format!("{}/sezioni/contesto", opened(&segretario).await);
        let form = Form::of(&segretario.get(&contesto).await.is(200)).answer("Q02", &["4321"]);
        let profile = segretario.get("/area/profilo").await.is(200);
        let bairo = appointment(&profile.body, "Comune di Bairo (TO)");
        segretario.post("/area/incarico", &[("incarico", &bairo)]).await.is(303);
        form.send_by_script(&segretario).await.is(409);
        let stale = form.send(&segretario, "continua").await.is(409).shows("Comune di Agliè (TO)").shows("Comune di Bairo (TO)");
        assert_eq!(stale.field("m:a[Q02]").as_deref(), Some("4321"));
        // Back to Agliè with what was typed: it is offered, and saved.
        let aglie = stale.field("incarico").expect("the appointment for Agliè");
        let carried: Vec<(String, String)> = form.fields.iter().map(|(n, v)| (format!("m:{n}"), v.clone())).collect();
        let mut fields = vec![("incarico", aglie.as_str()), ("azione", contesto.as_str())];
        fields.extend(carried.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        segretario.post("/area/incarico", &fields).await.is(200).shows("4321");
        assert_eq!(Form::of(&segretario.get(&contesto).await.is(200)).get("a[Q02]"), Some(""), "nothing is saved unasked");
        form.send(&segretario, "").await.is(303);
        assert_eq!(Form::of(&segretario.get(&contesto).await).get("a[Q02]"), Some("4321"));
    });
}

#[test]
fn a_rilevazione_of_another_ente_does_not_exist() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bairo = house.coordinator_of("Bairo").await;
        let rilevazione = opened(&anna).await;
        let contesto = format!("{rilevazione}/sezioni/contesto");
        let form = Form::of(&anna.get(&contesto).await.is(200));
        let own = house.ente("Bairo").await.to_string();
        form.set("ente", &own).answer("Q02", &["1"]).send(&bairo, "continua").await.is(404);
        for page in ["sezioni/contesto", "riepilogo", "ripresa", "riapertura"] {
            bairo.get(&format!("{rilevazione}/{page}")).await.is(404);
        }
        bairo.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(404);
        bairo.post(&format!("{rilevazione}/riapertura"), &[("motivo", "non è la nostra, ma proviamo")]).await.is(404);
        assert_eq!(Form::of(&anna.get(&contesto).await).get("a[Q02]"), Some(""));
    });
}

#[test]
fn an_unknown_section_or_id_is_not_found() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        anna.get(&format!("{rilevazione}/sezioni/inventata")).await.is(404);
        anna.get("/area/autodiagnosi/0192f0c1-2345-7abc-8def-0123456789ab/riepilogo").await.is(404);
        anna.get("/area/autodiagnosi/1/riepilogo").await.is(404);
    });
}
