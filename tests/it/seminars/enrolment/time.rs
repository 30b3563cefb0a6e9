//! What time brings: offers that lapse, days that begin, reminders and the link with which one says «non posso venire».

use affianca::domain::edition::Terms;
use affianca::domain::moment::Moment;
use affianca::seminars::DayDraft;

use super::{ask, list, told, withdraw};
use crate::house::{House, on_each_engine};

/// The jobs once, and again at the same hour as a second server would.
async fn jobs_twice(house: &House) {
    house.tick().await;
    let again = affianca::jobs().into_iter().filter(|job| job.name.starts_with("enrolment"));
    for job in again {
        (job.run)(house.plant().turn(house.clock.now())).await.unwrap();
    }
}

fn start(draft: &DayDraft) -> Moment {
    draft.sessions.iter().map(|session| session.starts_at).min().unwrap()
}

#[test]
fn offers_lapse_and_nobody_is_promoted_once_the_day_begins() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = DayDraft { offer_hours: Some(24), ..house.day_draft(1) };
        let day = house.class_day(&edition, &draft).await;
        let people = [house.member_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Ozegna").await];
        let [a, b, c] = [&people[0], &people[1], &people[2]].map(|one| one.who().username.clone());
        for one in &people {
            ask(one, &day).await.is(303);
        }
        withdraw(house, &people[0], &day, &people[0].who().id).await.is(303);
        let _so_far = house.letters().await;
        house.clock.set(house.clock.now().plus_days(1));
        jobs_twice(house).await;
        assert_eq!(list(house, &day).await, [format!("{a} out withdrew"), format!("{b} out lapsed"), format!("{c} offered")]);
        let mut expected = vec![format!("{b}: enrolment-lapsed"), format!("{c}: enrolment-offered")];
        expected.sort();
        assert_eq!(told(house).await, expected, "each told once");
        // Somebody asks on the eve; at nine the day begins.
        let late = house.member_of("Bairo").await;
        house.clock.set(draft.enrol_by.plus_minutes(-1));
        late.sign_in().await.is(303);
        ask(&late, &day).await.is(303);
        jobs_twice(house).await;
        let before: Vec<String> = list(house, &day).await;
        assert!(before[3].ends_with("seated"), "the offer had lapsed: {before:?}");
        house.letters_left();
    });
}

#[test]
fn whoever_waits_when_the_day_begins_is_told() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = house.day_draft(1);
        let day = house.class_day(&edition, &draft).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        ask(&anna, &day).await.is(303);
        ask(&bruno, &day).await.is(303);
        house.clock.set(start(&draft));
        jobs_twice(house).await;
        let names = [&anna, &bruno].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{} seated", names[0]), format!("{} out begun", names[1])]);
        let told = told(house).await;
        assert_eq!(told.iter().filter(|one| **one == format!("{}: enrolment-begun", names[1])).count(), 1, "{told:?}");
    });
}

#[test]
fn a_week_and_a_day_before_there_is_a_reminder_each_once() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = house.day_draft(2);
        let day = house.class_day(&edition, &draft).await;
        let (anna, bruno, carla) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Ozegna").await);
        for one in [&anna, &bruno, &carla] {
            ask(one, &day).await.is(303);
        }
        let _so_far = house.letters().await;
        let reminders = async || told(house).await.into_iter().filter(|one| one.ends_with("enrolment-reminder")).count();
        for (days, expected) in [(8, 0), (7, 2), (6, 0), (1, 2)] {
            house.clock.set(start(&draft).plus_days(-days));
            jobs_twice(house).await;
            assert_eq!(reminders().await, expected, "{days} days before");
        }
        // Those who wait are not reminded, and whoever is let in on the eve knows of it.
        withdraw_signed_in(house, &anna, &day).await;
        jobs_twice(house).await;
        assert_eq!(reminders().await, 0);
    });
}

async fn withdraw_signed_in(house: &House, one: &crate::house::Browser<'_>, day: &affianca::domain::ids::ClassDayId) {
    one.sign_in().await.is(303);
    withdraw(house, one, day, &one.who().id).await.is(303);
}

#[test]
fn the_link_of_a_reminder_gives_the_seat_up_with_one_button() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = house.day_draft(1);
        let day = house.class_day(&edition, &draft).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        ask(&anna, &day).await.is(303);
        ask(&bruno, &day).await.is(303);
        let link = async |days: i64| -> String {
            house.clock.set(start(&draft).plus_days(-days));
            house.tick().await;
            let letters = house.letters().await;
            let letter = letters.into_iter().find(|letter| letter.kind == "enrolment-reminder").unwrap();
            let line = letter.text.lines().find(|line| line.contains("/iscrizioni/")).unwrap();
            format!("/iscrizioni/{}", line.split("/iscrizioni/").nth(1).unwrap().trim())
        };
        let (first, link) = (link(7).await, link(1).await);
        let visitor = house.visitor();
        // A later reminder replaces the former; mail programs that open links do nothing by it.
        visitor.get(&first).await.is(404).shows("non più valido");
        visitor.post(&first, &[]).await.is(404);
        visitor.get(&link).await.is(200).shows(&anna.who().name).shows("Non posso venire");
        let names = [&anna, &bruno].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await[0], format!("{} seated", names[0]));
        visitor.post(&link, &[]).await.leads_to(&format!("{link}?esito=rinuncia"));
        visitor.get(&format!("{link}?esito=rinuncia")).await.is(200).shows("Grazie di averlo detto");
        visitor.post(&link, &[]).await.is(303);
        visitor.get(&link).await.is(200).shows("non c’è nulla da fare");
        assert_eq!(list(house, &day).await, [format!("{} out withdrew", names[0]), format!("{} seated", names[1])]);
        assert_eq!(told(house).await.len(), 2, "one withdrew, one was promoted, each told once");
        house.clock.set(start(&draft));
        visitor.get(&link).await.is(200).shows("già cominciata");
    });
}

#[test]
fn the_seat_of_an_account_merged_into_another_of_the_same_day_goes_on() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(2)).await;
        let (stays, goes, waits) = (house.member_of("Agliè").await, house.member_of("Agliè").await, house.member_of("Bairo").await);
        for one in [&stays, &goes, &waits] {
            ask(one, &day).await.is(303);
        }
        let desk = house.secretary().await;
        let (first, second) = if stays.who().id < goes.who().id { (&stays, &goes) } else { (&goes, &stays) };
        let form = format!("/segreteria/persone/{}/unione/{}", first.who().id, second.who().id);
        desk.post(&form, &[("resta", &stays.who().id.to_string())]).await.is(303);
        let _so_far = house.letters().await;
        jobs_twice(house).await;
        let [s, g, w] = [&stays, &goes, &waits].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{s} seated"), format!("{g} out removed"), format!("{w} seated")]);
        assert_eq!(told(house).await, [format!("{w}: enrolment-promoted")]);
        desk.get("/segreteria/seminari/controllo").await.is(200).shows("Tutto in ordine.");
    });
}
