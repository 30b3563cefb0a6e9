//! Attempts slowed down: an attacker waits, an office behind one address does not.

use affianca::access::throttle;
use affianca::platform::db::q;

use crate::house::{Browser, House, PASSWORD, on_each_engine};

const OFFICE: &str = "203.0.113.9";
const WRONG: &str = "non è questa, credo";

async fn enter(browser: &Browser<'_>, username: &str, password: &str) -> u16 {
    browser.post("/entra", &[("utente", username), ("password", password)]).await.status
}

fn later(house: &House, minutes: i64) {
    house.clock.set(house.clock.now().plus_minutes(minutes));
}

#[test]
fn after_five_failures_each_waits_twice_as_long_and_the_right_password_works_afterwards() {
    on_each_engine(async |house| {
        house.settle("anna", "", &[]).await;
        for name in ["anna", "nessuno"] {
            for _ in 0..5 {
                assert_eq!(enter(&house.visitor(), name, WRONG).await, 422);
            }
            for seconds in [30, 60, 120, 240] {
                let fields = [("utente", name), ("password", PASSWORD)];
                let answer = house.visitor().post("/entra", &fields).await.is(429).shows("Potrete riprovare dalle").hides(PASSWORD);
                assert_eq!(answer.header("Retry-After"), Some(seconds.to_string().as_str()));
                assert_eq!(answer.field("utente").as_deref(), Some(name));
                // What is refused does not make it longer.
                assert_eq!(enter(&house.visitor(), name, PASSWORD).await, 429);
                later(house, (seconds + 59) / 60);
                assert_eq!(enter(&house.visitor(), name, WRONG).await, 422);
            }
            later(house, 8);
        }
        assert_eq!(enter(&house.visitor(), "anna", PASSWORD).await, 303);
        // Forgiven.
        for _ in 0..5 {
            assert_eq!(enter(&house.visitor(), "Anna ", WRONG).await, 422);
        }
        assert_eq!(enter(&house.visitor(), "anna", PASSWORD).await, 429);
    });
}

#[test]
fn of_a_dozen_at_once_five_are_heard() {
    on_each_engine(async |house| {
        house.settle("anna", "", &[]).await;
        let browsers: Vec<_> = (0..12).map(|_| house.visitor()).collect();
        let mut asked: Vec<_> = browsers.iter().map(|browser| Box::pin(enter(browser, "anna", WRONG))).collect();
        let mut heard = Vec::new();
        std::future::poll_fn(|context| {
            asked.retain_mut(|one| match one.as_mut().poll(context) {
                std::task::Poll::Ready(status) => {
                    heard.push(status);
                    false
                }
                std::task::Poll::Pending => true,
            });
            if asked.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
        heard.sort_unstable();
        assert_eq!(heard, [[422; 5].as_slice(), [429; 7].as_slice()].concat());
    });
}

#[test]
fn thirty_people_behind_one_address_get_in_whatever_a_colleague_types() {
    on_each_engine(async |house| {
        let office = house.visitor().at(OFFICE);
        for n in 0..20 {
            house.settle(&format!("collega{n}"), "", &[]).await;
        }
        for _ in 0..10 {
            enter(&office, "collega0", WRONG).await;
        }
        assert_eq!(enter(&office, "collega0", PASSWORD).await, 429);
        for n in 1..20 {
            let name = format!("collega{n}-{}", n + 1);
            assert_eq!(enter(&office, &name, WRONG).await, 422, "{name}");
            assert_eq!(enter(&office, &name, PASSWORD).await, 303, "{name}");
        }
    });
}

#[test]
fn a_client_that_tries_many_names_is_stopped_and_those_who_work_there_are_not() {
    on_each_engine(async |house| {
        for name in ["anna", "bruno"] {
            house.settle(name, "", &[]).await;
        }
        let bruno = "bruno-2";
        let (office, elsewhere) = (house.visitor().at(OFFICE), house.visitor().at("198.51.100.7"));
        assert_eq!(enter(&office, "anna", PASSWORD).await, 303);
        for n in 0..60 {
            assert_eq!(enter(&office, &format!("nome{n}"), WRONG).await, 422, "{n}");
        }
        let refused = office.post("/entra", &[("utente", bruno), ("password", PASSWORD)]).await.is(429);
        assert_eq!(refused.header("Retry-After"), Some("3600"));
        assert_eq!(enter(&elsewhere, bruno, PASSWORD).await, 303);
        // She has come in from there before.
        assert_eq!(enter(&office, "anna", PASSWORD).await, 303);
        later(house, 61);
        assert_eq!(enter(&office, bruno, PASSWORD).await, 303);
    });
}

#[test]
fn an_attacker_elsewhere_does_not_shut_out_whoever_is_known_where_they_are() {
    on_each_engine(async |house| {
        house.settle("anna", "", &[]).await;
        let (office, attacker) = (house.visitor().at(OFFICE), house.visitor().at("198.51.100.7"));
        assert_eq!(enter(&office, "anna", PASSWORD).await, 303);
        for _ in 0..8 {
            enter(&attacker, "anna", WRONG).await;
        }
        assert_eq!(enter(&attacker, "anna", PASSWORD).await, 429);
        assert_eq!(enter(&house.visitor().at("192.0.2.1"), "anna", PASSWORD).await, 429);
        assert_eq!(enter(&office, "anna", WRONG).await, 422);
        assert_eq!(enter(&office, "anna", PASSWORD).await, 303);
    });
}

#[test]
fn letters_of_forgotten_passwords_cannot_be_asked_for_without_end() {
    on_each_engine(async |house| {
        for name in ["nessuno", "nobody@x.example"] {
            for _ in 0..3 {
                house.visitor().post("/entra/recupero", &[("chi", name)]).await.is(303);
            }
            let answer = house.visitor().post("/entra/recupero", &[("chi", name)]).await.is(429).shows("Potrete riprovare");
            assert_eq!(answer.header("Retry-After"), Some("300"));
        }
    });
}

#[test]
fn what_counts_no_more_is_forgotten_and_what_was_typed_is_not_kept() {
    on_each_engine(async |house| {
        house.settle("anna", "", &[]).await;
        let office = house.visitor().at(OFFICE);
        assert_eq!(enter(&office, "anna", PASSWORD).await, 303);
        assert_eq!(enter(&office, "la mia password", "x").await, 422);
        let kept = async |sql| q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(kept("select count(*) from attempt").await, 1);
        assert_eq!(kept("select count(*) from attempt where length(subject) = 64").await, 1);
        assert_eq!(kept("select count(*) from client_attempt where length(subject) = 64 and length(client) = 64").await, 2);
        later(house, 24 * 60 + 1);
        for _ in 0..2 {
            throttle::purge(house.db.clone(), house.clock.now()).await.unwrap();
        }
        assert_eq!(kept("select count(*) from attempt").await, 0);
        // Where she got in stays known for a month.
        assert_eq!(kept("select count(*) from client_attempt").await, 1);
        later(house, 30 * 24 * 60);
        throttle::purge(house.db.clone(), house.clock.now()).await.unwrap();
        assert_eq!(kept("select count(*) from client_attempt").await, 0);
    });
}
