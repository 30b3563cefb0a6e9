//! Nothing of a quesito that nobody has released reaches another ente: one test for each road, with the neighbour there.

use affianca::domain::ids::{ForumDayId, QuestionId};
use rocket::http::Method;

use super::{answer, ask, id_in, open_day, release, send};
use crate::house::{Browser, House, on_each_engine};

/// Words that stand in the unreleased quesito of Agliè alone.
const SECRET: &str = "Famiglia nigeriana con tre figli";

/// Agliè asks; Bairo, which has a quesito of its own, looks over the fence.
async fn scene(house: &House) -> (ForumDayId, Browser<'_>, Browser<'_>, QuestionId) {
    let day = open_day(house).await;
    let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
    let id = ask(&anna, &day, SECRET).await;
    ask(&bruno, &day, "Il quesito di Bairo").await;
    house.letters_left();
    (day, anna, bruno, id)
}

#[test]
fn the_list_of_the_day_and_of_all_days_does_not_show_it() {
    on_each_engine(async |house| {
        let (day, anna, bruno, id) = scene(house).await;
        for page in ["/forum".to_owned(), format!("/forum/{day}"), format!("/forum/{day}?tema=Anagrafe&stato=in-attesa")] {
            bruno.get(&page).await.is(200).hides(SECRET).hides(&id.to_string()).shows("Il quesito di Bairo");
            anna.get(&page).await.is(200).shows(SECRET).hides("Il quesito di Bairo");
            house.visitor().get(&page).await.is(200).hides(SECRET).hides("Il quesito di Bairo");
        }
        house.trainer().await.get(&format!("/forum/{day}")).await.is(200).hides(SECRET);
    });
}

#[test]
fn a_guessed_id_leads_nowhere() {
    on_each_engine(async |house| {
        let (_, anna, bruno, id) = scene(house).await;
        bruno.get(&format!("/quesiti/{id}")).await.is(404).hides(SECRET);
        house.trainer().await.get(&format!("/quesiti/{id}")).await.is(404);
        house.observer().await.get(&format!("/quesiti/{id}")).await.is(404);
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows(SECRET).shows("Gli altri enti non lo vedono ancora.");
        house.secretary().await.get(&format!("/quesiti/{id}")).await.is(200).shows(SECRET).shows("Comune di Agliè (TO)");
        // A released text is all that others see of it.
        release(&house.expert().await, &id, "Un caso").await;
        bruno.get(&format!("/quesiti/{id}")).await.is(200).shows("Un caso").shows("Testo per tutti.").hides(SECRET).hides("Agliè");
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows(SECRET).shows("Come lo vedono gli altri enti");
        house.secretary().await.post(&format!("/quesiti/{id}/ritiro"), &[]).await.is(303);
        bruno.get(&format!("/quesiti/{id}")).await.is(404);
    });
}

#[test]
fn nothing_can_be_done_with_it() {
    on_each_engine(async |house| {
        let (_, _, bruno, id) = scene(house).await;
        let post = |rest: &str| format!("/quesiti/{id}/{rest}");
        for (rest, form) in [
            ("interventi", vec![("testo", "Ecco"), ("chiave", "k")]),
            ("interesse", vec![]),
            ("chiarimenti", vec![("messaggio", "Ecco"), ("chiave", "k")]),
            ("rilascio", vec![("titolo", "a"), ("testo", "b"), ("confermo", "1")]),
            ("presa-in-carico", vec![]),
        ] {
            bruno.post(&post(rest), &form).await.is(404).hides(SECRET);
        }
        bruno.post("/forum/segui", &[("cosa", "question"), ("quale", &id.to_string())]).await.is(404);
        bruno.upload(&post("allegati"), &[], "a.pdf", b"%PDF-1.7\n%%EOF\n").await.is(404);
    });
}

#[test]
fn counts_do_not_give_it_away() {
    on_each_engine(async |house| {
        let (_, anna, bruno, id) = scene(house).await;
        for own in [&anna, &bruno] {
            own.get("/forum").await.is(200).shows("1 quesito, 0 con risposta");
        }
        release(&house.expert().await, &id, "Un caso").await;
        bruno.get("/forum").await.is(200).shows("2 quesiti, 0 con risposta");
        anna.get("/forum").await.is(200).shows("1 quesito, 0 con risposta");
    });
}

#[test]
fn the_address_of_a_file_opens_only_what_was_released() {
    on_each_engine(async |house| {
        let (_, anna, bruno, id) = scene(house).await;
        let desk = house.secretary().await;
        anna.upload(&format!("/quesiti/{id}/allegati"), &[], "Diallo Fatima.pdf", b"%PDF-1.7 originale\n%%EOF\n").await.is(303);
        let file = |page: &str| {
            let from = page.find(&format!("/quesiti/{id}/allegati/")).unwrap();
            page[from..].split('"').next().unwrap().to_owned()
        };
        let original = file(&anna.get(&format!("/quesiti/{id}")).await.is(200).body);
        bruno.get(&original).await.is(404);
        anna.get(&original).await.is(200);
        // Released without its file, and then with a redacted copy.
        release(&desk, &id, "Un caso").await;
        bruno.get(&original).await.is(404);
        bruno.get(&format!("/quesiti/{id}")).await.is(200).hides("/allegati/");
        let redacts = original.rsplit('/').next().unwrap().to_owned();
        let copy = b"%PDF-1.7 oscurato\n%%EOF\n";
        desk.upload(&format!("/quesiti/{id}/allegati"), &[("oscura", &redacts)], "copia.pdf", copy).await.is(303);
        let page = desk.get(&format!("/quesiti/{id}/rilascio")).await.is(200).body;
        let ids: Vec<&str> = page.split("name=\"allegato\" value=\"").skip(1).map(|rest| &rest[..36]).collect();
        let copied = ids.iter().find(|one| **one != redacts).unwrap();
        let form = [("titolo", "Un caso"), ("testo", "Testo"), ("confermo", "1"), ("allegato", *copied)];
        desk.post(&format!("/quesiti/{id}/rilascio"), &form).await.is(303);
        bruno.get(&original).await.is(404);
        let got = bruno.get(&format!("/quesiti/{id}/allegati/{copied}")).await.is(200);
        assert_eq!(got.bytes, copy);
        let page = bruno.get(&format!("/quesiti/{id}")).await.is(200);
        page.hides("Diallo").shows("copia.pdf");
    });
}

#[test]
fn asking_what_is_new_tells_nothing_of_it() {
    on_each_engine(async |house| {
        let (day, anna, bruno, id) = scene(house).await;
        let news = format!("/forum/{day}/novita");
        bruno.get(&news).await.is(200).hides(SECRET).shows("Il quesito di Bairo");
        bruno.get(&format!("/quesiti/{id}/novita")).await.is(404);
        house.visitor().get(&news).await.leads_to(&format!("/entra?ritorno={news}"));
        // The same again is not sent again.
        let first = anna.get(&news).await.is(200);
        let tag = first.header("ETag").unwrap().to_owned();
        let ask = |tag: String| {
            let (anna, news) = (&anna, &news);
            async move { anna.ask(Method::Get, news).header("If-None-Match", &tag).send().await }
        };
        ask(tag.clone()).await.is(304);
        // Not even that something happened: Agliè asks again and an expert takes it, and for Bairo nothing is new.
        let expert = house.expert().await;
        let of_bruno = bruno.get(&news).await.is(200).header("ETag").unwrap().to_owned();
        super::ask(&anna, &day, "Un altro segreto").await;
        super::take(&expert, &id).await;
        bruno.ask(Method::Get, &news).header("If-None-Match", &of_bruno).send().await.is(304);
        release(&expert, &id, "Un caso").await;
        ask(tag).await.is(200).shows(SECRET);
        house.letters_left();
        let seen = bruno.get(&news).await.is(200).shows("Un caso").hides(SECRET);
        assert_eq!(seen.header("Cache-Control"), Some("private, no-cache"));
    });
}

#[test]
fn neither_search_nor_suggestions_find_it() {
    on_each_engine(async |house| {
        let (_, anna, bruno, id) = scene(house).await;
        let (expert, desk) = (house.expert().await, house.secretary().await);
        // Not even an answer makes it known: it goes to the asker alone.
        answer(&expert, &id, "Una risposta riservata.").await;
        let roads =
            ["/cerca?q=famiglia%20nigeriana", "/quesiti/simili?testo=famiglia%20nigeriana", "/quesiti/nuovo?titolo=famiglia%20nigeriana"];
        let found = async |browser: &Browser<'_>, by: &str| {
            for road in roads {
                browser.get(road).await.is(200).hides("con tre figli").hides(&id.to_string()).hides(by);
            }
        };
        found(&bruno, "riservata").await;
        found(&anna, "riservata").await;
        // Released, its own text stays out of it: what others read is found, with its answer.
        release(&desk, &id, "Nuclei numerosi").await;
        found(&bruno, "riservata").await;
        bruno.get("/cerca?q=nuclei%20numerosi").await.is(200).shows(&format!("/quesiti/{id}"));
        bruno.get("/quesiti/simili?testo=nuclei%20numerosi").await.is(200).shows(&id.to_string());
        house.visitor().get("/cerca?q=nuclei%20numerosi").await.is(200).hides(&id.to_string());
        // Taken back, it is gone from there as well.
        desk.post(&format!("/quesiti/{id}/ritiro"), &[]).await.is(303);
        bruno.get("/cerca?q=nuclei%20numerosi").await.is(200).hides(&id.to_string());
        bruno.get("/quesiti/simili?testo=nuclei%20numerosi").await.is(200).hides(&id.to_string());
        house.letters_left();
    });
}

#[test]
fn it_becomes_no_frequent_question_and_no_line_of_the_feed() {
    on_each_engine(async |house| {
        let (day, _, _, id) = scene(house).await;
        let (expert, desk) = (house.expert().await, house.secretary().await);
        answer(&expert, &id, "Una risposta riservata.").await;
        let nowhere = format!("/quesiti/{id}?esito=non-ancora");
        expert.post(&format!("/quesiti/{id}/domanda-frequente"), &[]).await.leads_to(&nowhere);
        expert.get(&nowhere).await.is(200).shows("Prima servono il testo rilasciato");
        house.visitor().get("/domande-frequenti").await.is(200).hides(SECRET);
        house.clock.set(house.today_at(17, 0));
        desk.sign_in().await.is(303);
        desk.post(&format!("/segreteria/forum/{day}/pubblicazione"), &[]).await.is(303);
        house
            .visitor()
            .get("/forum.atom")
            .await
            .is(200)
            .shows("Anagrafe e servizi")
            .hides(SECRET)
            .hides(&id.to_string())
            .hides("riservata");
        house.visitor().get("/cerca?q=risposta%20riservata").await.is(200).hides("/atti\"");
        // What leaves as a table names nobody's quesito.
        let csv = desk.get("/segreteria/forum/ore-esperti.csv").await.is(200);
        csv.hides(SECRET).hides("Agliè");
        house.letters_left();
    });
}

#[test]
fn proceedings_hold_what_was_released_alone() {
    on_each_engine(async |house| {
        let (day, anna, _, id) = scene(house).await;
        let (expert, desk) = (house.expert().await, house.secretary().await);
        let seen = ask(&anna, &day, "Da rilasciare").await;
        release(&expert, &seen, "Rilasciato").await;
        answer(&expert, &seen, "Risposta pubblica.").await;
        answer(&expert, &id, "Risposta riservata.").await;
        house.clock.set(house.today_at(17, 0));
        desk.sign_in().await.is(303);
        desk.post(&format!("/segreteria/forum/{day}/pubblicazione"), &[]).await.is(303);
        let page = house.visitor().get(&format!("/forum/{day}/atti")).await.is(200);
        page.shows("Rilasciato")
            .shows("Risposta pubblica.")
            .hides(SECRET)
            .hides("Risposta riservata.")
            .hides("Agliè")
            .hides("Il quesito di Bairo");
        house.visitor().get(&format!("/forum/{day}")).await.is(200).shows("Rilasciato").hides(SECRET);
    });
}

#[test]
fn letters_to_others_hold_the_released_text_alone() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        for (kind, about) in [("day", day.to_string()), ("theme", "Anagrafe".to_owned())] {
            bruno.post("/forum/segui", &[("cosa", kind), ("quale", &about), ("giorno", &day.to_string())]).await.is(303);
        }
        let id = ask(&anna, &day, SECRET).await;
        answer(&expert, &id, "Una risposta riservata.").await;
        let to_bruno = |letters: Vec<crate::house::Received>| {
            letters.into_iter().filter(|letter| letter.to.contains(&bruno.who().username)).collect::<Vec<_>>()
        };
        assert!(to_bruno(house.letters().await).is_empty(), "an answer to what others do not see is told to its asker alone");
        release(&expert, &id, "Un caso").await;
        let told = to_bruno(house.letters().await);
        assert_eq!(told.len(), 1, "one letter, whatever is followed");
        assert!(told[0].text.replace('\n', " ").contains("«Un caso»") && !told[0].message.contains("nigeriana"), "{}", told[0].text);
    });
}

#[test]
fn an_intervento_of_the_asker_does_not_name_the_ente() {
    on_each_engine(async |house| {
        let (day, anna, bruno, id) = scene(house).await;
        let expert = house.expert().await;
        release(&expert, &id, "Un caso").await;
        anna.post(&format!("/quesiti/{id}/interventi"), &[("testo", "Aggiungo un dettaglio."), ("chiave", "k1")]).await.is(303);
        let seen = bruno.get(&format!("/quesiti/{id}")).await.is(200);
        seen.shows("Aggiungo un dettaglio.").shows("dell’ente che ha posto il quesito").hides("Agliè").hides(&anna.who().name);
        bruno.get(&format!("/forum/{day}")).await.is(200).hides("Agliè");
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows("Comune di Agliè (TO)");
        // A neighbour's own words carry its name.
        bruno.post(&format!("/quesiti/{id}/interventi"), &[("testo", "Anche noi."), ("chiave", "k2")]).await.is(303);
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows("Comune di Bairo (TO)");
    });
}

#[test]
fn what_looks_like_a_person_is_asked_about_before_it_is_sent() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert) = (house.member_of("Agliè").await, house.expert().await);
        let text = "Il signor RSSMRA85T10A562S chiede la residenza.";
        let asked = send(&anna, Some(&day), "Residenza", text).await.is(422);
        let key = asked.clone().shows("un codice fiscale").shows(text).field("chiave").unwrap();
        let form = [("tema", "Anagrafe"), ("titolo", "Residenza"), ("testo", text), ("chiave", key.as_str()), ("visti", "1")];
        let day_id = day.to_string();
        let form: Vec<_> = form.into_iter().chain([("giorno", day_id.as_str())]).collect();
        let id = id_in(&anna.post("/quesiti/nuovo", &form).await.is(303));
        expert.get("/area/quesiti?vista=da-rilasciare").await.is(200).shows("sembra contenere dati personali");
        expert.get(&format!("/quesiti/{id}/rilascio")).await.is(200).shows("un codice fiscale");
        house.letters_left();
    });
}
