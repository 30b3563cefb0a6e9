//! Two people at once: who is told what, and what stands in the end.

use super::form::Form;
use super::{opened, section};
use crate::house::on_each_engine;

#[test]
fn the_later_save_of_the_same_answer_is_told_who_changed_it_and_chooses() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let assetto = format!("{}/sezioni/assetto", opened(&anna).await);
        let of_anna = Form::of(&anna.get(&assetto).await.is(200)).answer("Q07", &["c"]).answer("Q11", &["s"]);
        let of_bruno = Form::of(&bruno.get(&assetto).await.is(200)).answer("Q07", &["b"]);
        of_bruno.send(&bruno, "").await.is(303);
        let told = of_anna.send(&anna, "continua").await.is(409);
        let told = told.shows(&bruno.who().name).shows("Gestione comunale, con scambi informali").shows("oggi alle 9.00");
        // The other answer of the same form is saved, and what Anna wrote is still in the form.
        let again = Form::of(&told);
        assert_eq!(again.get("a[Q07]"), Some("c"));
        assert_eq!(Form::of(&bruno.get(&assetto).await).get("a[Q11]"), Some("s"));
        // Without a choice nothing is decided.
        Form::of(&told).send(&anna, "continua").await.is(409);
        let kept = Form::of(&told).set("scelta[Q07]", "salvata");
        kept.send(&anna, "").await.is(303);
        assert_eq!(Form::of(&anna.get(&assetto).await).get("a[Q07]"), Some("b"));
        let replaced = Form::of(&told).set("scelta[Q07]", "mia");
        replaced.send(&anna, "").await.is(303);
        assert_eq!(Form::of(&bruno.get(&assetto).await).get("a[Q07]"), Some("c"));
    });
}

#[test]
fn a_choice_made_on_an_older_conflict_is_asked_again() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let assetto = format!("{}/sezioni/assetto", opened(&anna).await);
        let of_anna = Form::of(&anna.get(&assetto).await).answer("Q07", &["c"]);
        Form::of(&bruno.get(&assetto).await).answer("Q07", &["b"]).send(&bruno, "").await.is(303);
        let told = of_anna.send(&anna, "").await.is(409);
        Form::of(&bruno.get(&assetto).await).answer("Q07", &["d"]).send(&bruno, "").await.is(303);
        Form::of(&told).set("scelta[Q07]", "mia").send(&anna, "").await.is(409);
        assert_eq!(Form::of(&anna.get(&assetto).await).get("a[Q07]"), Some("d"));
    });
}

#[test]
fn equal_answers_and_answers_nobody_touched_do_not_conflict() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let assetto = format!("{}/sezioni/assetto", opened(&anna).await);
        let same = Form::of(&anna.get(&assetto).await).answer("Q07", &["b"]);
        let untouched = Form::of(&anna.get(&assetto).await).answer("Q11", &["n"]);
        Form::of(&bruno.get(&assetto).await).answer("Q07", &["b"]).send(&bruno, "").await.is(303);
        same.send(&anna, "").await.is(303);
        untouched.send(&anna, "").await.is(303);
        let now = Form::of(&anna.get(&assetto).await);
        assert_eq!((now.get("a[Q07]"), now.get("a[Q11]")), (Some("b"), Some("n")));
    });
}

#[test]
fn many_saves_at_once_lose_no_answer() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let page = anna.get(&format!("{rilevazione}/sezioni/regia")).await.is(200);
        let saves = [("Q12", "2"), ("Q13", "b"), ("Q14", "c"), ("Q15", "d"), ("Q16", "s")].map(|(question, value)| {
            let form = Form::of(&page).answer(question, &[value]);
            let anna = &anna;
            async move { form.send(anna, "").await.is(303) }
        });
        rocket::futures::future::join_all(saves).await;
        let now = Form::of(&anna.get(&format!("{rilevazione}/sezioni/regia")).await);
        let answers = ["Q12", "Q13", "Q14", "Q15", "Q16"].map(|q| now.get(&format!("a[{q}]")).unwrap_or_default().to_owned());
        assert_eq!(answers, ["2", "b", "c", "d", "s"]);
    });
}

#[test]
fn of_many_different_answers_at_once_one_stands_and_the_others_are_told() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let page = anna.get(&format!("{rilevazione}/sezioni/regia")).await.is(200);
        let saves = ["a", "b", "c", "d"].map(|value| {
            let form = Form::of(&page).answer("Q13", &[value]);
            let anna = &anna;
            async move { form.send(anna, "").await.status }
        });
        let mut statuses = rocket::futures::future::join_all(saves).await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409]);
    });
}

#[test]
fn the_script_is_told_what_stands() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let assetto = format!("{}/sezioni/assetto", opened(&anna).await);
        let of_bruno = Form::of(&bruno.get(&assetto).await).answer("Q07", &["a"]);
        let form = Form::of(&anna.get(&assetto).await).answer("Q07", &["d"]);
        let saved = form.send_by_script(&anna).await.is(200).json();
        assert_eq!(saved["saved"], serde_json::json!(["Q07"]));
        assert_eq!(saved["questions"]["Q07"]["revision"], 1);
        assert_eq!(saved["visible"], serde_json::json!(["Q07", "Q08", "Q09", "Q10"]));
        assert_eq!(saved["saved_at"], "Ultimo salvataggio: oggi alle 9.00");
        let told = of_bruno.send_by_script(&bruno).await.is(409).json();
        let conflict = &told["conflicts"][0];
        assert_eq!((&conflict["question"], &conflict["revision"]), (&"Q07".into(), &1.into()));
        assert_eq!((&conflict["theirs"]["answer"], &conflict["yours"]["answer"]), (&"d".into(), &"a".into()));
        assert_eq!(conflict["by"], anna.who().name);
        assert_eq!(conflict["at"], "2026-03-02T08:00:00Z");
    });
}

#[test]
fn a_colleague_in_the_same_section_is_named() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        opened(&anna).await;
        let regia = section(&anna, "regia").await;
        anna.get(&regia).await.is(200).hides("In questa sezione");
        bruno.get(&regia).await.is(200).shows(&format!("anche chi lavora con voi: {}", anna.who().name));
        house.clock.set(house.clock.now().plus_minutes(16));
        bruno.get(&regia).await.is(200).hides("In questa sezione");
    });
}
