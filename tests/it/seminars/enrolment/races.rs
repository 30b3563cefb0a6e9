//! Two at once: the last seat, a seat given up and asked for, two referenti, one person on two days.

use affianca::domain::edition::Terms;
use rocket::futures::future::join;

use super::{ask, enrolment, list, withdraw};
use crate::house::on_each_engine;

#[test]
fn of_two_who_want_the_last_seat_one_has_it_and_one_waits() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(1)).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        let (one, other) = join(ask(&anna, &day), ask(&bruno, &day)).await;
        one.is(303);
        other.is(303);
        let list = list(house, &day).await;
        assert!(list[0].ends_with("seated") && list[1].ends_with("waiting"), "{list:?}");
        house.letters_left();
    });
}

#[test]
fn a_seat_given_up_while_somebody_asks_is_nobodys_twice() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(1)).await;
        let (anna, bruno, carla) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Ozegna").await);
        ask(&anna, &day).await.is(303);
        ask(&bruno, &day).await.is(303);
        let (left, asked) = join(withdraw(house, &anna, &day, &anna.who().id), ask(&carla, &day)).await;
        left.is(303);
        asked.is(303);
        let [a, b, c] = [&anna, &bruno, &carla].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{a} out withdrew"), format!("{b} seated"), format!("{c} waiting")]);
        house.letters_left();
    });
}

#[test]
fn two_referenti_enrol_the_same_colleague_once_and_send_one_instead() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(3)).await;
        let (one, other) = (house.coordinator_of("Agliè").await, house.coordinator_of("Agliè").await);
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        let form = format!("/area/seminari/giornate/{day}/colleghi");
        let id = anna.who().id.to_string();
        let (first, second) = join(one.post(&form, &[("persona", &id)]), other.post(&form, &[("persona", &id)])).await;
        let told = [first.is(200).body, second.is(200).body];
        assert_eq!(told.iter().filter(|page| page.contains("</strong>: Iscritto")).count(), 1);
        assert_eq!(list(house, &day).await.len(), 1);
        let send = format!("/area/seminari/{}/collega", enrolment(house, &day, &anna.who().id).await);
        let instead = [bruno.who().id.to_string(), other.who().id.to_string()];
        let (first, second) = join(one.post(&send, &[("persona", &instead[0])]), other.post(&send, &[("persona", &instead[1])])).await;
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        assert_eq!(list(house, &day).await.iter().filter(|line| line.ends_with("seated")).count(), 1);
        house.letters_left();
    });
}

#[test]
fn one_person_is_not_enrolled_for_two_days_at_the_same_hours() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let (day, other) = (house.class_day(&edition, &house.day_draft(1)).await, house.class_day(&edition, &house.day_draft(1)).await);
        let anna = house.member_of("Agliè").await;
        let (one, two) = join(ask(&anna, &day), ask(&anna, &other)).await;
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        assert_eq!(list(house, &day).await.len() + list(house, &other).await.len(), 1);
        house.letters_left();
    });
}
