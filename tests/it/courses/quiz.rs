//! Quizzes: the draw that stays, marking, limits, faults, and two clicks at once.

use super::*;
use crate::house::on_each_engine_with;

#[test]
fn a_page_loaded_again_asks_the_same() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        read_all(&anna).await;
        let main = |body: &str| body.split("<main").nth(1).unwrap_or_default().split("</main>").next().unwrap_or_default().to_owned();
        let first = begin(&anna).await;
        for _ in 0..3 {
            assert_eq!(main(&anna.get(TEST).await.body), main(&first.body));
            anna.post(START, &[]).await.leads_to(TEST);
        }
        let drawn = ["Vero?", "Quanti giorni?"].iter().filter(|text| first.body.contains(*text)).count();
        assert_eq!(drawn, 1, "one of the pool");
        assert!(first.body.contains("Quali?"), "and the one always asked");
    });
}

#[test]
fn handing_in_twice_or_at_once_is_one_attempt() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        read_all(&anna).await;
        let starts = rocket::tokio::join!(anna.post(START, &[]), anna.post(START, &[]), anna.post(START, &[]));
        assert!([&starts.0, &starts.1, &starts.2].iter().all(|answer| answer.status == 303));
        let page = anna.get(TEST).await.is(200);
        let (one, two) = rocket::tokio::join!(hand_in(&anna, &page, false), hand_in(&anna, &page, true));
        assert_eq!(one, two);
        assert_eq!(hand_in(&anna, &page, true).await, one, "what stands, stands");
        let past = anna.get(TEST).await.is(200);
        let attempts = past.body.matches("Tentativo 1:").count() + past.body.matches("Tentativo 2:").count();
        assert_eq!(attempts, 1);
    });
}

#[test]
fn three_attempts_then_the_day_after() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        read_all(&anna).await;
        for _ in 0..3 {
            let page = begin(&anna).await;
            hand_in(&anna, &page, false).await;
        }
        anna.get(TEST).await.is(200).shows("Avete usato i tentativi").shows("3 marzo 2026").hides("Cominciate la prova");
        anna.post(START, &[]).await.leads_to(TEST);
        anna.get(TEST).await.is(200).hides("Domanda 1 di 2");
        house.clock.set(house.clock.now().plus_days(1));
        let anna = anna.elsewhere().await;
        anna.get(TEST).await.is(200).shows("Vi restano 3 tentativi.");
        let page = begin(&anna).await;
        hand_in(&anna, &page, true).await;
        anna.get(COURSE).await.is(200).shows("Completato il");
    });
}

#[test]
fn what_was_typed_is_kept_beside_what_is_wrong() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        let practice = "/corsi/prova/prova/prima";
        anna.post("/corsi/prova/prova/prima/inizio", &[]).await.leads_to(practice);
        let page = anna.get(practice).await.is(200).shows("Quale?").shows("Chi?");
        let attempt = page.field("attempt").expect("an attempt");
        let back = anna.post(practice, &[("attempt", &attempt), ("a[Q1]", "b"), ("a[Q2][r1]", "y")]).await.is(422);
        let back = back.shows("Rispondete a ogni riga.").shows("Domanda 2 di 2: Rispondete a ogni riga.");
        let ticked = back.body.matches(" checked").count();
        assert_eq!(ticked, 2, "both answers are still there");
        anna.post(practice, &[("attempt", &attempt), ("a[Q1]", "z")]).await.is(422).shows("Scegliete una delle risposte della pagina.");
        let whole = [("attempt", attempt.as_str()), ("a[Q1]", "b"), ("a[Q2][r1]", "x"), ("a[Q2][r2]", "y")];
        let outcome = anna.post(practice, &whole).await.is(303).location.expect("an outcome");
        anna.get(&outcome).await.is(200).shows("1 risposte giuste su 2").shows("No.").shows("Ics.").hides("Corso completato");
    });
}

#[test]
fn numbers_are_read_as_people_write_them_or_told() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        read_all(&anna).await;
        // Which of the two questions is drawn is chance: some attempt asks for the number.
        for day in 0..40 {
            house.clock.set(house.clock.now().plus_days(i64::from(day != 0)));
            let anna = anna.elsewhere().await;
            let page = begin(&anna).await;
            let attempt = page.field("attempt").expect("an attempt");
            if page.body.contains("Quanti giorni?") {
                let cases = [
                    ("sessanta", "Scrivete un numero, come 12"),
                    ("400", "Scrivete un numero tra 0 e 365."),
                    ("1,5", "Scrivete un numero intero."),
                    ("", "Date una risposta."),
                ];
                for (typed, says) in cases {
                    anna.post(TEST, &[("attempt", &attempt), ("a[Q2]", typed), ("a[Q3]", "a")]).await.is(422).shows(says);
                }
                return;
            }
            hand_in(&anna, &page, false).await;
        }
        panic!("never drawn in forty attempts");
    });
}

#[test]
fn nobody_sees_the_attempt_of_another() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        for learner in [&anna, &bruno] {
            enrol(learner).await;
            read_all(learner).await;
        }
        let page = begin(&anna).await;
        let outcome = hand_in(&anna, &page, true).await;
        bruno.get(&outcome).await.is(404);
        let own = begin(&bruno).await;
        assert_ne!(own.field("attempt"), page.field("attempt"));
        // An attempt that is not theirs is taken for one that is no more.
        let foreign = page.field("attempt").expect("an attempt");
        bruno.post(TEST, &[("attempt", &foreign), ("a[Q1]", "s")]).await.leads_to("/corsi/prova/prova/finale?esito=aggiornato");
        bruno.get(COURSE).await.is(200).hides("Completato il");
    });
}
