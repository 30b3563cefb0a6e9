//! A file confirmed: once, as it was shown, and waited for; given up, it is forgotten.

use affianca::platform::db::q;

use super::imports::{IMPORTS, confirm, count, look};
use crate::house::on_each_engine;

#[test]
fn what_was_shown_is_what_is_done_or_it_is_shown_again() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let text = "nome;e-mail;ente\nAnna Rossi;anna@comune.example;Agliè\n";
        let (first, shown_first) = look(&segreteria, "people", text).await;
        let (second, shown_second) = look(&segreteria, "people", text).await;
        confirm(&segreteria, &first, &shown_first, &[]).await.leads_to(&format!("{first}?esito=fatto"));
        confirm(&segreteria, &second, &shown_second, &[]).await.leads_to(&format!("{second}?esito=cambiato"));
        let page = segreteria.get(&format!("{second}?esito=cambiato")).await.is(200);
        page.shows("Nel frattempo i registri sono cambiati").shows("1 riga che è già così");
        assert_eq!(count(house, "select count(*) from person where name = 'Anna Rossi'").await, 1);
        // Confirmed twice, it is done once.
        confirm(&segreteria, &first, &shown_first, &[]).await.leads_to(&format!("{first}?esito=gia-fatto"));
    });
}

#[test]
fn of_two_who_confirm_at_once_one_does_it() {
    on_each_engine(async |house| {
        let (giulia, piero) = (house.secretary().await, house.secretary().await);
        let text = "nome;e-mail;ente\nAnna Rossi;anna@comune.example;Agliè\n";
        let (page, shown) = look(&giulia, "people", text).await;
        let (other, shown_other) = look(&piero, "people", text).await;
        let (one, two, three) = tokio::join!(
            confirm(&giulia, &page, &shown, &[]),
            confirm(&piero, &page, &shown, &[]),
            confirm(&piero, &other, &shown_other, &[])
        );
        let all: Vec<String> = [one, two, three].into_iter().map(|a| a.is(303).location.clone().unwrap()).collect();
        // Whoever is second is told that it runs, and sees the same end; it is carried out once.
        assert!(all.iter().any(|to| to.ends_with("esito=fatto")), "{all:?}");
        assert_eq!(count(house, "select count(*) from deed where kind = 'import-carried-out'").await, 1);
        assert_eq!(count(house, "select count(*) from person where name = 'Anna Rossi'").await, 1);
        assert_eq!(count(house, "select count(*) from appointment where import_id is not null").await, 1);
    });
}

#[test]
fn a_file_given_up_or_old_is_forgotten() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let text = "nome;e-mail;ente\nAnna Rossi;anna@comune.example;Agliè\n";
        let (page, shown) = look(&segreteria, "people", text).await;
        segreteria.post(&format!("{page}/rinuncia"), &[]).await.leads_to(&format!("{IMPORTS}?esito=rinuncia"));
        confirm(&segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=gia-fatto"));
        segreteria.get(&page).await.is(200).shows("non è più conservato");
        segreteria.get(&format!("{page}/righe-da-correggere.csv")).await.is(404);
        look(&segreteria, "people", text).await;
        house.clock.set(house.clock.now().plus_days(6));
        house.tick().await;
        assert_eq!(count(house, "select count(*) from import where content is not null").await, 1);
        house.clock.set(house.clock.now().plus_days(2));
        house.tick().await;
        assert_eq!(count(house, "select count(*) from import where content is not null").await, 0);
        assert_eq!(count(house, "select count(*) from person where name = 'Anna Rossi'").await, 0);
    });
}

#[test]
fn while_a_file_is_carried_out_the_page_asks_to_wait_and_a_second_confirmation_begins_nothing() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (page, shown) = look(&segreteria, "people", "nome;e-mail;ente\nAnna Rossi;anna@comune.example;Agliè\n").await;
        // As a long one stands while it runs: begun, and not done.
        let mut tx = house.db.begin().await.unwrap();
        q("update import set started_at = $1").bind(house.clock.now()).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mark = shown.field("impronta").unwrap();
        for _ in 0..2 {
            segreteria.post(&format!("{page}/conferma"), &[("impronta", &mark)]).await.leads_to(&page);
        }
        let waiting = segreteria.get(&page).await.is(200).shows("Attendere: importazione in corso (righe: 1).").shows("Aggiorna la pagina");
        waiting.hides("name=\"impronta\"").hides("Rinuncia");
        assert_eq!(count(house, "select count(*) from person where name = 'Anna Rossi'").await, 0);
        // Abandoned by a server that ended in the middle, it can be confirmed again, and is done once.
        house.clock.set(house.clock.now().plus_minutes(11));
        confirm(&segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=fatto"));
        confirm(&segreteria, &page, &shown, &[]).await.leads_to(&format!("{page}?esito=gia-fatto"));
        assert_eq!(count(house, "select count(*) from person where name = 'Anna Rossi'").await, 1);
    });
}
