//! The check of seats names each thing that is not right, and nothing that is.

use affianca::domain::edition::Terms;
use affianca::platform::db::q;

use super::ask;
use crate::house::{House, on_each_engine};

const CHECK: &str = "/segreteria/seminari/controllo";

/// What somebody with a database client could do. Static texts, as all of ours.
async fn broken(house: &House, sql: &'static str) {
    let mut tx = house.db.begin().await.unwrap();
    assert!(q(sql).run(&mut tx).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

#[test]
fn each_thing_that_is_not_right_is_named() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(2)).await;
        let other = house.class_day(&edition, &house.day_draft(9)).await;
        let people = [
            house.member_of("Agliè").await,
            house.member_of("Bairo").await,
            house.member_of("Ozegna").await,
            house.member_of("Agliè").await,
        ];
        for one in &people {
            ask(one, &day).await.is(303);
        }
        let desk = house.secretary().await;
        desk.get(CHECK).await.is(200).shows("Tutto in ordine.");
        // Broken, seen, and put right again.
        let cases: [(&'static str, &'static str, &str); 6] = [
            (
                "update class_day set seats = 1 where seats = 2",
                "update class_day set seats = 2 where seats = 1",
                "Ci sono più iscritti che posti",
            ),
            (
                "update class_day set seats = 3 where seats = 2",
                "update class_day set seats = 2 where seats = 3",
                "Aspetta, e c’è un posto libero",
            ),
            (
                "update enrolment set number = 9 where number = 1",
                "update enrolment set number = 1 where number = 9",
                "prima di chi aspetta da più tempo",
            ),
            (
                "update enrolment set number = 2 where number = 1",
                "update enrolment set number = 1 where number = 2 and person_id = (select min(person_id) from enrolment where number = 2)",
                "lo stesso numero d’ordine",
            ),
            (
                "update enrolment set why = 'withdrew' where number = 3",
                "update enrolment set why = null where number = 3",
                "Manca il termine",
            ),
            (
                "update enrolment_step set standing = 'out' where standing = 'waiting'",
                "update enrolment_step set standing = 'waiting' where standing = 'out'",
                "La storia dice un’altra cosa",
            ),
        ];
        for (breaks, mends, says) in cases {
            broken(house, breaks).await;
            desk.get(CHECK).await.is(200).hides("Tutto in ordine.").shows(says);
            broken(house, mends).await;
            desk.get(CHECK).await.is(200).shows("Tutto in ordine.");
        }
        ask(&people[0], &other).await.is(409);
        broken(house, "update enrolment set standing = 'offered', offer_until = 1 where number = 2").await;
        desk.get(CHECK).await.is(200).shows("doveva già essersi chiusa");
        broken(house, "update enrolment set standing = 'seated', offer_until = null where number = 2").await;
        // A session moved onto another day's hours by hand.
        let mut draft = house.day_draft(5);
        for session in &mut draft.sessions {
            (session.starts_at, session.ends_at) = (session.starts_at.plus_days(1), session.ends_at.plus_days(1));
        }
        let next = house.class_day(&edition, &draft).await;
        ask(&people[0], &next).await.is(303);
        desk.get(CHECK).await.is(200).shows("Tutto in ordine.");
        let mut tx = house.db.begin().await.unwrap();
        let earlier = "update class_session set starts_at = starts_at - 86400000, ends_at = ends_at - 86400000 where class_day_id = $1";
        assert_eq!(q(earlier).bind(&next).run(&mut tx).await.unwrap(), 2);
        tx.commit().await.unwrap();
        desk.get(CHECK).await.is(200).shows("due giornate alle stesse ore").shows(&people[0].who().name);
        house.letters_left();
    });
}

#[test]
fn the_check_takes_as_many_statements_for_one_day_as_for_three() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let desk = house.secretary().await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        let mut counts = Vec::new();
        for days in [0, 20, 40] {
            let mut draft = house.day_draft(1);
            for session in &mut draft.sessions {
                (session.starts_at, session.ends_at) = (session.starts_at.plus_days(days), session.ends_at.plus_days(days));
            }
            let day = house.class_day(&edition, &draft).await;
            ask(&anna, &day).await.is(303);
            ask(&bruno, &day).await.is(303);
            let (page, count) = house.counting(desk.get(CHECK)).await;
            page.is(200).shows("Tutto in ordine.");
            counts.push(count);
        }
        assert_eq!(counts, [6, 6, 6]);
        house.letters_left();
    });
}
