//! What is coming, on the first page and in the personal area: the days of the forum, giornate d'aula, courses begun, the queue.

use affianca::domain::edition::Terms;
use affianca::domain::ids::ForumDayId;

use super::scene::{one_answer, rilevazione};
use crate::courses::Folder;
use crate::forum::{answer, ask, open_day, release, take, terms};
use crate::house::{Browser, House, on_each_engine, on_each_engine_with};

/// Announced: gathered from in three days, held in ten.
async fn later_day(house: &House) -> ForumDayId {
    let edition = house.edition(terms()).await;
    let mut draft = house.forum_draft();
    (draft.gathering_from, draft.opens_at, draft.closes_at) =
        (house.today_at(9, 0).plus_days(3), house.today_at(9, 0).plus_days(10), house.today_at(17, 0).plus_days(10));
    house.forum_day(&edition, &draft).await
}

#[test]
fn the_first_page_has_a_door_to_the_forum_with_its_state() {
    on_each_engine(async |house| {
        let empty = house.visitor().get("/").await.is(200);
        empty.shows("<h2 id=\"forum\">Forum telematico</h2>").shows("Al momento non ci sono giornate annunciate").shows("href=\"/forum\"");
        let later = later_day(house).await;
        let page = house.visitor().get("/").await.is(200).shows("Anagrafe e servizi").shows("I quesiti si raccolgono da");
        page.shows(&format!("href=\"/forum/{later}\"")).hides("non ci sono giornate annunciate");
        // One that is open goes before one to come.
        let mut draft = house.forum_draft();
        draft.title = "Oggi si risponde".into();
        let edition = affianca::programme::current(&house.housekeeper()).await.unwrap().unwrap().id;
        let open = house.forum_day(&edition, &draft).await;
        house.clock.set(house.today_at(9, 30));
        let page = house.visitor().get("/").await.is(200).shows("Oggi si risponde").shows("Aperta fino alle 17");
        page.shows(&format!("href=\"/forum/{open}\"")).hides(&format!("href=\"/forum/{later}\""));
        // When it is over, the one to come is named again; an English reader has it in English.
        house.clock.set(house.today_at(18, 0));
        house.visitor().get("/?lang=en").await.is(200).shows("Questions are gathered from").shows(&format!("href=\"/forum/{later}\""));
        // When both are over and no proceedings are out, the latter has left more to come by for.
        house.clock.set(house.today_at(18, 0).plus_days(10));
        let page = house.visitor().get("/").await.is(200);
        page.shows(&format!("href=\"/forum/{later}\"")).hides(&format!("href=\"/forum/{open}\""));
    });
}

#[test]
fn the_calendar_lists_by_date_what_the_person_is_expected_at() {
    on_each_engine(async |house| {
        house.letters_left();
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.member_of("Bairo").await);
        let page = anna.get("/area").await.is(200).shows("In calendario").shows("Non avete nulla in calendario");
        page.shows("href=\"/seminari\"");
        let edition = house.edition(Terms { forum_days: 4, ..terms() }).await;
        let class = house.class_day(&edition, &house.day_draft(20)).await;
        let forum = house.forum_day(&edition, &house.forum_draft()).await;
        anna.post(&format!("/area/seminari/giornate/{class}/iscrizione"), &[]).await.is(303);
        let page = anna.get("/area").await.is(200).shows("Giornata d’aula «Organizzarsi in piccolo»").shows("Siete iscritti.");
        let page = page.shows("Forum telematico «Anagrafe e servizi»").hides("Ultimo giorno");
        let place = |href: &str| page.body.find(href).unwrap_or_else(|| panic!("no {href}"));
        assert!(place(&format!("/forum/{forum}\"")) < place(&format!("/seminari/{class}\"")), "today goes before ten days from now");
        // A giornata is of those who are on its list; the forum is everybody's who asks there.
        bruno.get("/area").await.is(200).hides("Giornata d’aula «").shows("Forum telematico «").shows("href=\"/seminari\"");
        house.observer().await.get("/area").await.is(200).hides("In calendario");
        // What is over has nobody waiting for it.
        house.clock.set(house.today_at(18, 0));
        anna.elsewhere().await.get("/area").await.is(200).hides("Forum telematico «").shows("Siete iscritti.");
        house.clock.set(house.today_at(18, 0).plus_days(11));
        anna.elsewhere().await.get("/area").await.is(200).shows("Non avete nulla in calendario");
        // The end of the edition is told when it is near, to those who have something to close by then.
        rilevazione(house, &bruno, "Bairo", &one_answer(), true).await;
        house.clock.set(house.clock.now().plus_days(300));
        anna.elsewhere().await.get("/area").await.is(200).shows("Ultimo giorno di «Edizione di prova»");
        bruno.elsewhere().await.get("/area").await.is(200).hides("Ultimo giorno");
    });
}

#[test]
fn a_course_begun_is_one_link_away_until_it_is_completed() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        anna.get("/area").await.is(200).hides("I corsi che avete cominciato");
        crate::courses::enrol(&anna).await;
        let page = anna.get("/area").await.is(200).shows("I corsi che avete cominciato").shows("Lezioni lette: 0 su 2");
        page.shows("href=\"/corsi/prova/prima\"");
        anna.post("/corsi/prova/lettura/prima", &[]).await.is(303);
        anna.get("/area").await.is(200).shows("Lezioni lette: 1 su 2").shows("href=\"/corsi/prova/seconda\"");
        anna.post("/corsi/prova/lettura/seconda", &[]).await.is(303);
        anna.get("/area").await.is(200).shows("Resta la prova finale.").shows("href=\"/corsi/prova\"");
        let page = crate::courses::begin(&anna).await;
        crate::courses::hand_in(&anna, &page, true).await;
        anna.get("/area").await.is(200).hides("I corsi che avete cominciato");
    });
}

#[test]
fn experts_and_the_desk_see_what_waits_for_them() {
    on_each_engine(async |house| {
        house.letters_left();
        let (anna, expert, desk) = (house.member_of("Agliè").await, house.expert().await, house.secretary().await);
        let other = async |who: &Browser<'_>| who.get("/area").await.is(200);
        expert.get("/area").await.is(200).shows("Nessun quesito aspetta una risposta.").shows("href=\"/forum\"");
        let day = open_day(house).await;
        house.clock.set(house.today_at(10, 0));
        let (anna, expert, desk) = (anna.elsewhere().await, expert.elsewhere().await, desk.elsewhere().await);
        let (first, second) = (ask(&anna, &day, "Dimora").await, ask(&anna, &day, "Rinnovi").await);
        let page = other(&expert).await.shows("2 quesiti aspettano una risposta, il più vecchio dal 2 marzo 2026.");
        page.shows("2 non sono ancora visibili agli altri enti.").shows("href=\"/area/quesiti\"").hides("presi in carico");
        desk.get("/segreteria").await.is(200).shows("2 quesiti aspettano di essere letti e resi visibili").shows("vista=da-rilasciare");
        release(&desk, &first, "Dimora").await;
        take(&expert, &first).await;
        other(&expert).await.shows("Uno lo avete preso in carico voi.").shows("Uno non è ancora visibile agli altri enti.");
        release(&desk, &second, "Rinnovi").await;
        answer(&expert, &second, "Si fa così.").await;
        other(&expert).await.shows("Un quesito aspetta una risposta dal 2 marzo 2026.").hides("visibil");
        // The forum of the day is over, then a giornata d'aula: both are to be closed.
        let edition = affianca::programme::current(&house.housekeeper()).await.unwrap().unwrap().id;
        house.class_day(&edition, &house.day_draft(20)).await;
        house.clock.set(house.today_at(18, 0));
        let desk = desk.elsewhere().await;
        let page = desk.get("/segreteria").await.is(200).shows("Una giornata di forum è finita e i suoi atti sono da pubblicare");
        page.shows("href=\"/segreteria/forum\"").hides("quesiti aspettano di essere letti").hides("registro è da chiudere");
        house.clock.set(house.today_at(18, 0).plus_days(10));
        let page = desk.elsewhere().await.get("/segreteria").await.is(200);
        page.shows("Una giornata d’aula è finita e il suo registro è da chiudere").shows("href=\"/area/docenza\"");
    });
}
