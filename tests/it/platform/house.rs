//! The House keeps what it promises to the tests of the slices.

use affianca::access::session;
use affianca::domain::moment::Moment;
use affianca::platform::db::q;

use crate::house::{on_each_engine, on_each_engine_with, opening};

#[test]
fn a_house_answers_and_hides_what_is_not_there() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        visitor.get("/salute/vivo").await.is(200).shows("vivo");
        visitor.get("/salute/pronto").await.is(200).shows("pronto");
        visitor.get("/qualcosa-che-non-c-e").await.is(404).shows("<h1");
    });
}

#[test]
fn every_house_has_the_comuni_and_nobody_else() {
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        assert_eq!(q("select count(*) from ente").count(&mut conn).await.unwrap(), 7896);
        assert_eq!(q("select count(*) from person").count(&mut conn).await.unwrap(), 0);
        house.ente("Livo (CO)").await;
    });
}

#[test]
fn each_has_cookies_of_their_own() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.coordinator_of("Bairo").await);
        let again = anna.elsewhere().await;
        let tokens = [&anna, &bruno, &again].map(|browser| browser.cookie("affianca").expect("a session"));
        assert!(tokens[0] != tokens[1] && tokens[0] != tokens[2]);
        assert_eq!((anna.who().username.as_str(), bruno.who().username.as_str()), ("partecipante", "referente-2"));
    });
}

#[test]
fn the_clock_stands_still_until_it_is_set() {
    on_each_engine(async |house| {
        assert_eq!(house.clock.now(), opening());
        let later = Moment::from_millis(opening().millis() + 1);
        house.clock.set(later);
        assert_eq!(house.housekeeper().now(), later);
    });
}

#[test]
fn statements_are_counted_for_one_house_alone() {
    on_each_engine(async |house| {
        let other = affianca::platform::db::Db::open(&format!("sqlite://{}/x.db", tempfile::tempdir().unwrap().path().display())).await;
        other.unwrap().migrate().await.unwrap();
        let (done, queries) = house.counting(session::purge(house.db.clone(), house.clock.now())).await;
        assert_eq!((done.unwrap(), queries), (0, 1));
    });
}

#[test]
fn settings_of_a_test_reach_the_server() {
    on_each_engine_with("public_url = \"https://affianca.example\"", async |house| {
        let answer = house.visitor().get("/salute/vivo").await;
        assert!(answer.header("Strict-Transport-Security").is_some());
    });
}

#[test]
#[should_panic(expected = "the body said so")]
fn a_test_that_fails_fails() {
    on_each_engine(async |house| assert_eq!(house.queries(), 99, "the body said so"));
}

#[test]
#[should_panic(expected = "jobs failed")]
fn a_job_that_fails_fails_its_test() {
    on_each_engine(async |house| {
        let mut tx = house.db.begin().await.unwrap();
        q("drop table session").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(house.tick().await.iter().any(|ran| ran.outcome.is_err()));
    });
}
