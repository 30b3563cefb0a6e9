//! What time does: reminders, requests that nobody answered, addresses that were never confirmed. Twice does no harm.

use super::on_each_engine;
use super::{arrive, count, register};
use crate::house::House;

async fn days_later(house: &House, days: i64) {
    house.clock.set(house.clock.now().plus_days(days));
    house.tick().await;
    // The same instant again, as after a crash or from a second server: the job itself is asked, not its lease.
    for job in affianca::enti::jobs() {
        let plant = house.plant();
        let turn = affianca::platform::jobs::Turn {
            db: plant.db,
            now: house.clock.now(),
            clock: plant.clock,
            config: plant.config,
            carrier: plant.carrier,
        };
        assert_eq!((job.run)(turn).await.unwrap(), 0, "{} after {days} days", job.name);
    }
}

const REMINDERS: &str = "select count(*) from letter where kind = 'registration-reminder'";

#[test]
fn those_who_approve_are_reminded_and_the_one_who_waits_sees_it() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        days_later(house, 4).await;
        assert_eq!(count(house, REMINDERS).await, 0);
        days_later(house, 1).await;
        assert_eq!(count(house, REMINDERS).await, 1);
        let to = format!("{}@comune.example", referente.who().username);
        assert_eq!(house.kinds_to(&to).await, ["registration-to-approve", "registration-reminder"]);
        anna.post("/entra", &[("utente", "anna.bruno"), ("password", super::PASSWORD)]).await.is(303);
        anna.get("/area/incarichi").await.is(200).shows("Ultimo sollecito: oggi alle 9.00.").shows("12 marzo 2026");
        days_later(house, 1).await;
        assert_eq!(count(house, REMINDERS).await, 1);
        days_later(house, 4).await;
        assert_eq!(count(house, REMINDERS).await, 2);
    });
}

#[test]
fn a_request_without_an_answer_ends_and_the_person_is_told() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        arrive(house, "Agliè", "anna@example.org").await;
        days_later(house, 45).await;
        assert_eq!(house.kinds_to("anna@example.org").await.last().unwrap(), "registration-expired");
        let anna = house.visitor();
        anna.post("/entra", &[("utente", "anna.bruno"), ("password", super::PASSWORD)]).await.is(303);
        anna.get("/area/incarichi").await.is(200).shows("scaduta senza risposta").shows("Non avete richieste in attesa.");
        anna.get("/area").await.is(200).hides("Una vostra richiesta è in attesa");
        referente.sign_in().await.is(303);
        referente.get("/area/persone").await.is(200).hides("Anna Bruno");
    });
}

#[test]
fn an_address_that_was_never_confirmed_is_forgotten() {
    on_each_engine(async |house| {
        register(house, "Agliè", "anna@example.org").await.is(303);
        arrive(house, "Bairo", "berta@example.org").await;
        assert_eq!(count(house, "select count(*) from registration").await, 2);
        days_later(house, 3).await;
        assert_eq!(count(house, "select count(*) from registration where email = 'anna@example.org'").await, 0);
        assert_eq!(count(house, "select count(*) from registration").await, 1);
    });
}
