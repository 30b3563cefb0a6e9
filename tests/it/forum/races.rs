//! Two at once: one quesito and two experts, one form and two clicks.

use rocket::futures::future::join;

use super::{ask, count, open_day, release};
use crate::house::on_each_engine;

#[test]
fn of_two_experts_who_take_a_quesito_one_has_it_and_one_reads_who() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, elena, fabio) = (house.member_of("Agliè").await, house.expert().await, house.expert().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        let take = format!("/quesiti/{id}/presa-in-carico");
        let (one, other) = join(elena.post(&take, &[]), fabio.post(&take, &[])).await;
        let (lost, winner) = match (one.status, other.status) {
            (303, 409) => (other, &elena),
            (409, 303) => (one, &fabio),
            statuses => panic!("{statuses:?}"),
        };
        lost.shows("L’ha già preso").shows(&winner.who().name);
        assert_eq!(count(house, "select count(*) from question_step where step = 'taken'").await, 1);
        house.letters_left();
    });
}

#[test]
fn a_form_sent_twice_makes_one_quesito_and_one_intervento() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert) = (house.member_of("Agliè").await, house.expert().await);
        let key = anna.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200).field("chiave").unwrap();
        let day_id = day.to_string();
        let form = [("tema", "Anagrafe"), ("titolo", "Due volte"), ("testo", "Che fare?"), ("chiave", &key), ("giorno", &day_id)];
        let (one, other) = join(anna.post("/quesiti/nuovo", &form), anna.post("/quesiti/nuovo", &form)).await;
        assert_eq!(one.is(303).location, other.is(303).location);
        assert_eq!(count(house, "select count(*) from question").await, 1);
        // The same form after the end of the day is the quesito that was taken, not a refusal.
        house.clock.set(house.today_at(17, 0));
        anna.sign_in().await.is(303);
        anna.post("/quesiti/nuovo", &form).await.is(303);
        house.clock.set(house.today_at(9, 0));

        let id = ask(&anna, &day, "Rinnovo").await;
        release(&expert, &id, "Rinnovo").await;
        let (path, said) = (format!("/quesiti/{id}/interventi"), [("testo", "Una volta."), ("chiave", "una-chiave")]);
        let (one, other) = join(anna.post(&path, &said), anna.post(&path, &said)).await;
        one.is(303);
        other.is(303);
        assert_eq!(count(house, "select count(*) from forum_post").await, 1);
        house.letters_left();
    });
}
