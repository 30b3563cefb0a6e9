//! From the list to the completion.

use super::*;
use crate::house::{on_each_engine_with, opening};

#[test]
fn a_course_is_enrolled_half_done_resumed_failed_and_passed() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rule = "Il corso è completato quando avete letto tutte le lezioni e superato la prova finale: 2 risposte giuste su 2.";
        house.visitor().get(COURSE).await.is(200).shows(rule).shows("Entrate per iscrivervi");
        anna.get("/corsi").await.is(200).shows("Non siete iscritti");
        enrol(&anna).await;
        anna.get(COURSE).await.is(200).shows("Cominciate dalla prima lezione").shows("Lezioni lette: 0 su 2");
        anna.post("/corsi/prova/lettura/prima", &[]).await.leads_to("/corsi/prova/seconda?esito=letta");

        house.clock.set(house.clock.now().plus_days(3));
        let anna = anna.elsewhere().await;
        anna.get(COURSE).await.is(200).shows("Riprendete da").shows("Lezioni lette: 1 su 2").shows("href=\"/corsi/prova/seconda\"");
        anna.get(TEST).await.is(200).shows("ne manca una");
        anna.post(START, &[]).await.leads_to(TEST);
        anna.get(TEST).await.is(200).hides("Domanda 1 di 2");
        anna.post("/corsi/prova/lettura/seconda", &[]).await.leads_to("/corsi/prova?esito=letta");
        anna.get(COURSE).await.is(200).shows("Andate alla prova finale").shows("Manca la prova finale");

        let page = begin(&anna).await;
        let outcome = hand_in(&anna, &page, false).await;
        anna.get(&outcome).await.is(200).shows("Prova non superata").shows("0 risposte giuste su 2").shows("Non giusto");
        anna.get(TEST).await.is(200).shows("Vi restano 2 tentativi.").shows("non superata");
        anna.get(COURSE).await.is(200).hides("Completato il");

        let page = begin(&anna).await;
        let outcome = hand_in(&anna, &page, true).await;
        anna.get(&outcome).await.is(200).shows("Prova superata.").shows("Corso completato");
        anna.get(COURSE).await.is(200).shows("Completato il").shows("5 marzo 2026");
        anna.get("/corsi").await.is(200).shows("Completato il");
        anna.get(TEST).await.is(200).shows("Avete superato la prova finale.").hides("Cominciate la prova");
    });
}

#[test]
fn the_completion_is_recorded_once_with_its_instant_and_outcome() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        let person = anna.who().id.clone();
        let record = async || affianca::courses::completed(&house.housekeeper(), &person).await.unwrap();
        enrol(&anna).await;
        read_all(&anna).await;
        assert!(record().await.is_empty());
        let page = begin(&anna).await;
        hand_in(&anna, &page, true).await;
        let found = record().await;
        assert_eq!((found.len(), found[0].course.as_str(), found[0].version, found[0].test), (1, "prova", 1, Some((2, 2))));
        assert_eq!(found[0].at, opening());
        house.clock.set(house.clock.now().plus_days(1));
        anna.elsewhere().await.post("/corsi/prova/lettura/prima", &[]).await.is(303);
        assert_eq!(record().await[0].at, opening(), "set once");
        let bruno = house.member_of("Agliè").await;
        assert!(affianca::courses::completed(&house.housekeeper(), &bruno.who().id).await.unwrap().is_empty(), "the neighbour");
    });
}

#[test]
fn what_a_course_asks_before_is_asked_before() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        anna.get("/corsi/seconda").await.is(200).shows("Corsi da completare prima").hides("Iscrivetevi</button>");
        anna.post("/corsi/seconda/iscrizione", &[]).await.leads_to("/corsi/seconda?esito=requisiti");
        anna.get("/corsi/seconda/prima").await.leads_to("/corsi/seconda?esito=iscrivetevi");
        complete(&anna).await;
        anna.get("/corsi/seconda").await.is(200).shows("(completato)").shows("Iscrivetevi</button>");
        anna.post("/corsi/seconda/iscrizione", &[]).await.leads_to("/corsi/seconda?esito=iscritto");
        anna.get("/corsi/seconda/prima").await.is(200);
    });
}

#[test]
fn lessons_are_for_those_on_the_course() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        house.visitor().get("/corsi/prova/prima").await.leads_to("/entra?ritorno=/corsi/prova/prima");
        let anna = house.member_of("Agliè").await;
        anna.get("/corsi/prova/prima").await.leads_to("/corsi/prova?esito=iscrivetevi");
        anna.post("/corsi/prova/lettura/prima", &[]).await.is(404);
        anna.post(START, &[]).await.is(404);
        enrol(&anna).await;
        enrol(&anna).await;
        anna.get("/corsi/prova/prima").await.is(200).shows("Lezione 1 di 2").shows("Ho letto la lezione");
        anna.get("/corsi/prova/terza").await.is(404);
        anna.get("/corsi/altrove").await.is(404);
        anna.post("/corsi/prova/lettura/terza", &[]).await.is(404);
        anna.post("/corsi/prova/lettura/prima", &[]).await.is(303);
        anna.post("/corsi/prova/lettura/prima", &[]).await.is(303);
        anna.get("/corsi/prova/prima").await.is(200).shows("Avete letto questa lezione.").hides("Ho letto la lezione");
        house.member_of("Agliè").await.get("/corsi").await.is(200).hides("Lezioni lette").shows("Non siete iscritti");
    });
}

#[test]
fn a_lesson_is_a_page_with_one_first_heading() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        enrol(&anna).await;
        let page = anna.get("/corsi/prova/prima").await.is(200);
        assert_eq!(page.body.matches("<h1").count(), 1);
        let page = page.shows("<h2 id=\"una-figura\">").shows("<h3 id=\"sotto\">").shows("lang=\"it\"");
        let page = page.shows("alt=\"Due porte, una aperta\"").shows("<figcaption>Le due porte</figcaption>");
        let page = page.shows("<track kind=\"captions\" src=\"/corsi/prova/file/sindaca.vtt\" srclang=\"it\"");
        page.shows("href=\"/corsi/prova/seconda#la-tabella\"").shows("(TXT, 1 kB)");
        let table = anna.get("/corsi/prova/seconda").await.is(200);
        table.shows("<th scope=\"col\">Chi</th>").shows("<th scope=\"row\">Anna</th>");
    });
}

#[test]
fn files_have_their_type_a_tag_and_no_life_of_their_own() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let visitor = house.visitor();
        let drawing = visitor.get("/corsi/prova/file/porte.svg").await.is(200);
        assert_eq!(drawing.header("Content-Type"), Some("image/svg+xml"));
        assert!(drawing.header("Content-Security-Policy").is_some_and(|policy| policy.contains("sandbox")));
        let tag = drawing.header("ETag").expect("a tag").to_owned();
        let again = visitor.ask(rocket::http::Method::Get, "/corsi/prova/file/porte.svg").header("If-None-Match", &tag).send().await;
        assert_eq!((again.status, again.bytes.len()), (304, 0));
        let types = [("sindaca.mp4", "video/mp4"), ("sindaca.vtt", "text/vtt; charset=utf-8"), ("scheda.txt", "text/plain; charset=utf-8")];
        for (name, media) in types {
            let answer = visitor.get(&format!("/corsi/prova/file/{name}")).await.is(200);
            assert_eq!(answer.header("Content-Type"), Some(media), "{name}");
        }
        for name in ["altro.svg", "course.toml", "..%2Fcourse.toml", "%2e%2e%2fcourse.toml"] {
            visitor.get(&format!("/corsi/prova/file/{name}")).await.is(404);
        }
    });
}

#[test]
fn the_list_asks_as_much_for_three_courses_as_for_one() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.member_of("Agliè").await;
        let (_, none) = house.counting(anna.get("/corsi")).await;
        complete(&anna).await;
        let (_, one) = house.counting(anna.get("/corsi")).await;
        anna.post("/corsi/seconda/iscrizione", &[]).await.is(303);
        let (page, two) = house.counting(anna.get("/corsi")).await;
        page.is(200);
        assert_eq!((none, one), (two, two));
    });
}
