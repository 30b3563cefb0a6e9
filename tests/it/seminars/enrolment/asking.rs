//! Asking for a seat, giving it up, passing it on: by the person and by the referente.

use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, Id};
use affianca::domain::moment::Moment;
use affianca::seminars::{DayDraft, Keeper, ReservedDraft};

use super::{ask, enrolment, list, told, withdraw};
use crate::house::on_each_engine;

const SEATED: &str = "/area/seminari?esito=iscritto";
const WAITING: &str = "/area/seminari?esito=in-attesa";

#[test]
fn seats_go_to_those_who_ask_first_and_the_next_moves_up() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(1)).await;
        let (anna, bruno, carla) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Ozegna").await);
        let names = [&anna, &bruno, &carla].map(|one| one.who().username.clone());
        ask(&anna, &day).await.leads_to(SEATED);
        ask(&bruno, &day).await.leads_to(WAITING);
        ask(&carla, &day).await.leads_to(WAITING);
        let [a, b, c] = &names;
        assert_eq!(list(house, &day).await, [format!("{a} seated"), format!("{b} waiting"), format!("{c} waiting")]);
        let letters = house.letters().await;
        let to_carla = letters.iter().find(|letter| letter.to.starts_with(c.as_str())).unwrap();
        assert!(to_carla.text.contains("al 2º posto"), "{}", to_carla.text);
        bruno.get("/area/seminari").await.is(200).shows("siete il 1º").shows("Organizzarsi in piccolo");
        withdraw(house, &anna, &day, &anna.who().id).await.leads_to("/area/seminari?esito=rinuncia");
        assert_eq!(list(house, &day).await, [format!("{a} out withdrew"), format!("{b} seated"), format!("{c} waiting")]);
        assert_eq!(told(house).await, [format!("{b}: enrolment-promoted"), format!("{a}: enrolment-withdrew")].sorted());
        carla.get("/area/seminari").await.is(200).shows("siete il 1º");
        // Whoever comes back is the last, and in the same row.
        ask(&anna, &day).await.leads_to(WAITING);
        assert_eq!(list(house, &day).await, [format!("{b} seated"), format!("{c} waiting"), format!("{a} waiting")]);
        house.letters_left();
    });
}

/// Whatever order letters were posted in.
trait Sorted {
    fn sorted(self) -> Vec<String>;
}

impl<const N: usize> Sorted for [String; N] {
    fn sorted(self) -> Vec<String> {
        let mut all = self.to_vec();
        all.sort();
        all
    }
}

#[test]
fn an_offered_seat_is_accepted_or_declined() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = DayDraft { offer_hours: Some(24), ..house.day_draft(1) };
        let day = house.class_day(&edition, &draft).await;
        let (anna, bruno, carla) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Ozegna").await);
        for one in [&anna, &bruno, &carla] {
            ask(one, &day).await.is(303);
        }
        withdraw(house, &anna, &day, &anna.who().id).await.is(303);
        let id = enrolment(house, &day, &bruno.who().id).await;
        bruno.get("/area/seminari").await.shows("Accetto il posto").shows("martedì 3 marzo 2026, ore 9.00");
        // It is nobody else's to accept, not even of who waits.
        carla.post(&format!("/area/seminari/{id}/conferma"), &[]).await.is(404);
        withdraw(house, &bruno, &day, &bruno.who().id).await.is(303);
        bruno.post(&format!("/area/seminari/{id}/conferma"), &[]).await.is(409).shows("non è più offerto");
        let hers = enrolment(house, &day, &carla.who().id).await;
        carla.post(&format!("/area/seminari/{hers}/conferma"), &[]).await.leads_to("/area/seminari?esito=accettato");
        let [a, b, c] = [&anna, &bruno, &carla].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{a} out withdrew"), format!("{b} out declined"), format!("{c} seated")]);
        let kinds = told(house).await;
        for kind in ["enrolment-offered", "enrolment-declined", "enrolment-accepted"] {
            assert!(kinds.iter().any(|one| one.ends_with(kind)), "{kind}: {kinds:?}");
        }
    });
}

#[test]
fn seats_kept_for_an_ente_go_to_its_people_until_they_are_released() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let release_at = house.clock.now().plus_days(3);
        let reserved = vec![ReservedDraft { keeper: Keeper::Ente(house.ente("Agliè").await), seats: 1, release_at }];
        let day = house.class_day(&edition, &DayDraft { reserved, ..house.day_draft(1) }).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        ask(&bruno, &day).await.leads_to(WAITING);
        let letters = house.letters().await;
        assert!(letters[0].text.contains("riservati"), "{}", letters[0].text);
        ask(&anna, &day).await.leads_to(SEATED);
        withdraw(house, &anna, &day, &anna.who().id).await.is(303);
        assert!(list(house, &day).await[0].ends_with("waiting"), "kept for Agliè");
        house.clock.set(release_at);
        house.tick().await;
        assert!(list(house, &day).await[0].ends_with("seated"), "released");
        house.letters_left();
    });
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms { regions: vec!["Piemonte".into()], ..Terms::default() }).await;
        let draft = house.day_draft(5);
        let day = house.class_day(&edition, &draft).await;
        let (anna, outside) = (house.coordinator_of("Agliè").await, house.member_of("Livo (CO)").await);
        ask(&outside, &day).await.is(409).shows("Lombardia");
        // Another day at the same hours, also for whoever only waits.
        let other = house.class_day(&edition, &house.day_draft(0)).await;
        ask(&anna, &other).await.leads_to(WAITING);
        ask(&anna, &day)
            .await
            .is(409)
            .shows("Nelle stesse ore c’è già la lista d’attesa per «Organizzarsi in piccolo», giovedì 12 marzo 2026, ore 9.00");
        withdraw(house, &anna, &other, &anna.who().id).await.is(303);
        ask(&anna, &day).await.leads_to(SEATED);
        ask(&anna, &day).await.is(409).shows("già fra gli iscritti");
        assert_eq!(list(house, &day).await.len(), 1, "none twice");
        // No day, no enrolment of others, no form of another ente.
        ask(&anna, &ClassDayId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap()).await.is(404);
        let id = enrolment(house, &day, &anna.who().id).await;
        outside.get(&format!("/area/seminari/{id}/rinuncia")).await.is(404);
        outside.post(&format!("/area/seminari/{id}/rinuncia"), &[]).await.is(404);
        let bairo = house.ente("Bairo").await.to_string();
        anna.post(&format!("/area/seminari/giornate/{day}/iscrizione"), &[("ente", &bairo)]).await.is(409);
        house.visitor().post(&format!("/area/seminari/giornate/{day}/iscrizione"), &[]).await.is(401);
        // Too late to enrol, too late to withdraw.
        house.clock.set(draft.enrol_by);
        let late = house.member_of("Bairo").await;
        ask(&late, &day).await.is(409).shows("si sono chiuse");
        house.clock.set(start(&draft));
        anna.sign_in().await.is(303);
        withdraw(house, &anna, &day, &anna.who().id).await.is(409).shows("già cominciata");
        house.letters_left();
    });
}

fn start(draft: &DayDraft) -> Moment {
    draft.sessions.iter().map(|session| session.starts_at).min().unwrap()
}

#[test]
fn the_referente_enrols_colleagues_and_each_is_told() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(2)).await;
        let (anna, bruno, carla) = (house.coordinator_of("Agliè").await, house.member_of("Agliè").await, house.member_of("Agliè").await);
        let stranger = house.member_of("Bairo").await;
        let form = format!("/area/seminari/giornate/{day}/colleghi");
        bruno.get(&form).await.is(404);
        anna.get(&form).await.is(200).shows(&bruno.who().name).hides(&stranger.who().name);
        anna.post(&form, &[]).await.is(422).shows("Scegliete chi.");
        let ids = [&anna, &bruno, &carla].map(|one| one.who().id.to_string());
        let chosen: Vec<(&str, &str)> = ids.iter().map(|id| ("persona", id.as_str())).collect();
        let answer = anna.post(&form, &chosen).await.is(200);
        assert_eq!((answer.body.matches("</strong>: Iscritto").count(), answer.body.matches("</strong>: In attesa").count()), (2, 1));
        let stranger_id = stranger.who().id.to_string();
        anna.post(&form, &[("persona", &stranger_id)]).await.is(404);
        assert_eq!(list(house, &day).await.len(), 3);
        let letters = house.letters().await;
        assert_eq!(
            letters.iter().filter(|letter| letter.text.contains(&format!("{} vi ha iscritto", anna.who().name))).count()
                + letters.iter().filter(|letter| letter.text.contains(&format!("{} ha chiesto un posto", anna.who().name))).count(),
            2
        );
        // A referente takes a colleague's seat back; another ente's does not see it.
        let neighbour = house.coordinator_of("Bairo").await;
        withdraw(house, &neighbour, &day, &bruno.who().id).await.is(404);
        withdraw(house, &anna, &day, &bruno.who().id).await.is(303);
        let to_bruno = house.letters().await.into_iter().find(|letter| letter.kind == "enrolment-withdrew").unwrap();
        assert!(to_bruno.text.contains("ha ritirato la vostra iscrizione"), "{}", to_bruno.text);
    });
}

#[test]
fn a_colleague_goes_instead_and_keeps_the_seat() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(1)).await;
        let clash = house.class_day(&edition, &house.day_draft(5)).await;
        let (anna, bruno, busy) = (house.member_of("Agliè").await, house.member_of("Agliè").await, house.member_of("Agliè").await);
        let stranger = house.member_of("Bairo").await;
        ask(&anna, &day).await.is(303);
        ask(&stranger, &day).await.is(303);
        ask(&busy, &clash).await.is(303);
        let form = format!("/area/seminari/{}/collega", enrolment(house, &day, &anna.who().id).await);
        anna.get(&form).await.is(200).shows(&bruno.who().name).hides(&stranger.who().name);
        anna.post(&form, &[]).await.is(422).shows("Scegliete chi.");
        let to = |one: &crate::house::Browser<'_>| one.who().id.to_string();
        anna.post(&form, &[("persona", &to(&stranger))]).await.is(422).shows("dello stesso ente");
        anna.post(&form, &[("persona", &to(&busy))]).await.is(422).shows("Nelle stesse ore");
        stranger.post(&form, &[("persona", &to(&stranger))]).await.is(404);
        let _before = house.letters().await;
        // After the deadline too.
        house.clock.set(house.clock.now().plus_days(9).plus_minutes(5 * 60));
        anna.sign_in().await.is(303);
        anna.post(&form, &[("persona", &to(&bruno))]).await.leads_to("/area/seminari?esito=collega");
        let [a, b, s] = [&anna, &bruno, &stranger].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{a} out replaced"), format!("{s} waiting"), format!("{b} seated")]);
        let kinds: Vec<String> = told(house).await.into_iter().filter(|one| !one.ends_with("reminder")).collect();
        assert_eq!(kinds, [format!("{a}: enrolment-replaced"), format!("{b}: enrolment-substitute")].sorted());
    });
}

#[test]
fn own_days_take_the_same_statements_whatever_their_number() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let edition = house.edition(Terms::default()).await;
        let one = house.class_day(&edition, &house.day_draft(3)).await;
        ask(&anna, &one).await.is(303);
        let (page, with_one) = house.counting(anna.get("/area/seminari")).await;
        page.is(200);
        for days in [20, 30] {
            let mut draft = house.day_draft(3);
            for session in &mut draft.sessions {
                (session.starts_at, session.ends_at) = (session.starts_at.plus_days(days), session.ends_at.plus_days(days));
            }
            ask(&anna, &house.class_day(&edition, &draft).await).await.is(303);
        }
        let (page, with_three) = house.counting(anna.get("/area/seminari")).await;
        assert_eq!(page.is(200).body.matches("<section class=\"aff-card aff-seats\"").count(), 3);
        assert_eq!((with_one, with_three), (3, 3));
        house.letters_left();
    });
}
