//! The box on the page of a day: what it says to whom.

use affianca::domain::edition::Terms;
use affianca::seminars::{DayDraft, Keeper, ReservedDraft};

use super::{ask, enrolment};
use crate::house::on_each_engine;

#[test]
fn the_page_of_a_day_says_what_each_may_do() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms { regions: vec!["Piemonte".into()], ..Terms::default() }).await;
        let release_at = house.clock.now().plus_days(3);
        let reserved = vec![ReservedDraft { keeper: Keeper::Ente(house.ente("Agliè").await), seats: 1, release_at }];
        let draft = DayDraft { reserved, ..house.day_draft(2) };
        let day = house.class_day(&edition, &draft).await;
        let page = format!("/seminari/{day}");
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        let entra = format!("href=\"/entra?ritorno={page}\"");
        house.visitor().get(&page).await.is(200).shows("Ultimo posto.").shows(&entra).shows("riservati");
        house.observer().await.get(&page).await.is(200).shows("Ci si iscrive operando per il proprio ente").hides("Iscrivimi");
        anna.get(&page).await.is(200).shows("Ultimi 2 posti.").shows("Iscrivimi").shows("Iscrivi colleghe e colleghi").hides("riservati");
        ask(&bruno, &day).await.is(303);
        let carla = house.member_of("Bairo").await;
        let full = "I posti sono tutti presi. In lista d’attesa sareste il 1º.";
        carla.get(&page).await.is(200).shows(full).shows("Mettimi in lista d’attesa").shows(&bruno.who().name);
        carla.get(&page).await.hides("Manda un’altra persona").hides("Iscrivi colleghe");
        bruno.get(&page).await.is(200).shows("Siete iscritti: il posto è vostro.").shows("Manda un collega");
        ask(&carla, &day).await.is(303);
        carla.get(&page).await.shows("siete il 1º").shows("riservati").shows("Esci dalla lista d’attesa");
        // The referente sees colleagues, and what can be done for them; nobody else's.
        let of_bairo = house.coordinator_of("Bairo").await;
        let id = enrolment(house, &day, &bruno.who().id).await;
        of_bairo.get(&page).await.is(200).shows(&format!("/area/seminari/{id}/rinuncia")).shows(&format!("/area/seminari/{id}/collega"));
        anna.get(&page).await.hides(&bruno.who().name);
        // What prevents it, and until when.
        let outside = house.member_of("Livo (CO)").await;
        outside.get(&page).await.is(200).shows("Lombardia").hides("Iscrivimi");
        house.clock.set(draft.enrol_by);
        anna.sign_in().await.is(303);
        anna.get(&page).await.is(200).shows("si sono chiuse").hides("Iscrivimi");
        house.letters_left();
    });
}

#[test]
fn the_page_takes_as_many_statements_with_one_enrolled_as_with_three() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(2)).await;
        let page = format!("/seminari/{day}");
        let reader = house.member_of("Agliè").await;
        let mut counts = Vec::new();
        for ente in ["Agliè", "Bairo", "Agliè"] {
            ask(&house.member_of(ente).await, &day).await.is(303);
            let (answer, count) = house.counting(reader.get(&page)).await;
            answer.is(200);
            counts.push(count);
        }
        assert!(counts[0] == counts[1] && counts[1] == counts[2], "{counts:?}");
        assert_eq!(counts[0], 17);
        house.letters_left();
    });
}
