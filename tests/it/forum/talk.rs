//! Interventi, interest, follows; lists that cost the same whatever there is in them.

use affianca::domain::ids::Id;

use super::{answer, ask, count, open_day, release};
use crate::house::on_each_engine;

#[test]
fn an_intervento_is_reported_hidden_with_a_reason_and_shown_again() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, desk) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.secretary().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        release(&desk, &id, "Rinnovo").await;
        let page = format!("/quesiti/{id}");
        bruno.post(&format!("{page}/interventi"), &[("testo", "È la signora del terzo piano."), ("chiave", "k")]).await.is(303);
        let shown = anna.get(&page).await.is(200).shows("È la signora del terzo piano.").body;
        let post = shown.split("/interventi/").nth(1).unwrap()[..36].to_owned();
        house.letters().await;
        anna.post(&format!("/interventi/{post}/segnalazione"), &[("motivo", "Nomina una persona")])
            .await
            .leads_to(&format!("{page}?esito=segnalato"));
        desk.get(&page).await.is(200).shows("Una segnalazione");
        let hide = format!("/interventi/{post}/visibilita");
        anna.post(&hide, &[("motivo", "No")]).await.is(404);
        desk.post(&hide, &[("motivo", "")]).await.leads_to(&format!("{page}?esito=motivo"));
        desk.post(&hide, &[("motivo", "Nomina una persona")]).await.leads_to(&format!("{page}?esito=nascosto"));
        for one in [&anna, &bruno] {
            one.get(&page).await.is(200).hides("del terzo piano");
        }
        desk.get(&page).await.is(200).shows("Nascosto agli altri: Nomina una persona");
        let letters = house.letters().await;
        assert_eq!(
            letters.iter().map(|l| (l.kind.as_str(), l.to.contains(&bruno.who().username))).collect::<Vec<_>>(),
            [("forum-hidden", true)]
        );
        desk.post(&hide, &[]).await.leads_to(&format!("{page}?esito=mostrato"));
        anna.get(&page).await.is(200).shows("del terzo piano");
        assert_eq!(count(house, "select count(*) from forum_post_step").await, 3, "every step leaves its trace");
    });
}

#[test]
fn an_ente_is_interested_once_and_is_told_of_the_answer() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, colleague) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.member_of("Bairo").await);
        let expert = house.expert().await;
        let id = ask(&anna, &day, "Rinnovo").await;
        release(&expert, &id, "Rinnovo").await;
        let interest = format!("/quesiti/{id}/interesse");
        for one in [&bruno, &colleague, &anna] {
            one.post(&interest, &[]).await.is(303);
        }
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows("interessa a un altro ente").hides("Bairo");
        house.letters().await;
        answer(&expert, &id, "Sì.").await;
        let mut told: Vec<_> = house.letters().await.into_iter().map(|letter| (letter.kind, letter.to)).collect();
        told.sort();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].0 == "forum-answered" && told[0].1.contains(&anna.who().username));
        assert!(told[1].0 == "forum-followed" && told[1].1.contains(&bruno.who().username));
        bruno.post(&interest, &[("no", "1")]).await.is(303);
        assert_eq!(count(house, "select count(*) from question_interest").await, 0);
    });
}

#[test]
fn whoever_follows_is_told_and_can_stop() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        release(&expert, &id, "Rinnovo").await;
        let follow = [("cosa", "question"), ("quale", id.as_str())];
        bruno.post("/forum/segui", &follow).await.leads_to(&format!("/quesiti/{id}?esito=seguito"));
        bruno.get(&format!("/quesiti/{id}")).await.is(200).shows("Non seguire più il quesito");
        house.letters().await;
        anna.post(&format!("/quesiti/{id}/interventi"), &[("testo", "Preciso."), ("chiave", "k")]).await.is(303);
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].to.contains(&bruno.who().username) && letters[0].kind == "forum-commented");
        bruno.post("/forum/segui", &[follow[0], follow[1], ("smetti", "1")]).await.leads_to(&format!("/quesiti/{id}?esito=non-seguito"));
        anna.post(&format!("/quesiti/{id}/interventi"), &[("testo", "Ancora."), ("chiave", "k2")]).await.is(303);
        assert!(house.letters().await.is_empty());
        bruno.post("/forum/segui", &[("cosa", "theme"), ("quale", "Un tema che non c’è"), ("giorno", &day.to_string())]).await.is(404);
    });
}

#[test]
fn every_letter_to_those_who_follow_leads_to_where_it_ends() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let day_id = day.to_string();
        for (kind, about) in [("day", day_id.as_str()), ("theme", "Anagrafe")] {
            bruno.post("/forum/segui", &[("cosa", kind), ("quale", about), ("giorno", &day_id)]).await.is(303);
        }
        let id = ask(&anna, &day, "Rinnovo").await;
        release(&expert, &id, "Rinnovo").await;
        bruno.post("/forum/segui", &[("cosa", "question"), ("quale", id.as_str())]).await.is(303);
        answer(&expert, &id, "Entro sessanta giorni.").await;
        let mut letters: Vec<_> = house.letters().await.into_iter().filter(|one| one.to.contains(&bruno.who().username)).collect();
        letters.sort_by(|one, other| one.kind.cmp(&other.kind));
        assert_eq!(letters.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["forum-followed", "forum-new-question"]);
        for letter in &letters {
            assert!(letter.text.contains("/forum/seguiti\n") && letter.html.contains("/forum/seguiti\""), "{}", letter.text);
        }
        // There is all of it, with a button beside each; what nobody else may see has no title.
        let page = bruno.get("/forum/seguiti").await.is(200);
        page.clone().shows("Anagrafe e servizi").shows(&format!("href=\"/quesiti/{id}\"")).shows("Non seguire più");
        let edition = page.field("edizione").unwrap();
        expert.post(&format!("/quesiti/{id}/ritiro"), &[]).await.is(303);
        bruno.get("/forum/seguiti").await.is(200).shows("Un quesito che non è più visibile").hides("Rinnovo");
        for (kind, about) in [("day", day_id.as_str()), ("theme", "Anagrafe"), ("question", id.as_str())] {
            let stop = [("cosa", kind), ("quale", about), ("edizione", &edition)];
            bruno.post("/forum/seguiti", &stop).await.leads_to("/forum/seguiti?esito=non-seguito");
        }
        bruno.get("/forum/seguiti?esito=non-seguito").await.is(200).shows("Non lo seguite più.").shows("Per ora non seguite nulla.");
        release(&expert, &id, "Rinnovo").await;
        super::write(&expert, &id, "Una seconda risposta.", &[("azione", "pubblica")]).await.is(303);
        assert!(house.letters().await.iter().all(|one| !one.to.contains(&bruno.who().username)));
        // What interests the ente too is among it.
        bruno.post(&format!("/quesiti/{id}/interesse"), &[]).await.is(303);
        bruno.get("/forum/seguiti").await.is(200).shows("Quesiti che interessano anche a voi").shows("Rinnovo");
        house.visitor().get("/forum/seguiti").await.leads_to("/entra?ritorno=/forum/seguiti");
    });
}

#[test]
fn whoever_wants_one_letter_a_day_gets_what_they_follow_in_it() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        bruno.post("/area/profilo/messaggi", &[("lingua", "it"), ("quando", "daily")]).await.is(303);
        bruno.post("/forum/segui", &[("cosa", "theme"), ("quale", "Anagrafe"), ("giorno", &day.to_string())]).await.is(303);
        for n in ["Primo", "Secondo"] {
            let id = ask(&anna, &day, n).await;
            release(&expert, &id, n).await;
            answer(&expert, &id, "Sì.").await;
        }
        let to_bruno = |letters: Vec<crate::house::Received>| {
            letters.into_iter().filter(|letter| letter.to.contains(&bruno.who().username)).collect::<Vec<_>>()
        };
        assert!(to_bruno(house.letters().await).is_empty(), "what is gathered waits for its hour");
        house.clock.set(house.clock.now().plus_days(1));
        house.tick().await;
        let told = to_bruno(house.letters().await);
        assert_eq!(told.len(), 1, "one letter for all of it");
        for said in ["Primo", "Secondo", "/forum/seguiti"] {
            assert!(told[0].text.contains(said), "{}", told[0].text);
        }
    });
}

#[test]
fn lists_and_threads_take_as_many_statements_whatever_there_is() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert) = (house.member_of("Agliè").await, house.expert().await);
        let first = ask(&anna, &day, "Prima").await;
        release(&expert, &first, "Prima").await;
        let pages = ["/forum".to_owned(), format!("/forum/{day}"), format!("/quesiti/{first}"), format!("/forum/{day}/novita")];
        let mut one = Vec::new();
        for page in &pages {
            one.push(house.counting(anna.get(page)).await.1);
        }
        let queue = house.counting(expert.get("/area/quesiti")).await.1;
        for n in 0..3 {
            let id = ask(&anna, &day, &format!("Altra {n}")).await;
            release(&expert, &id, "Altra").await;
            let key = format!("chiave-{n}");
            anna.post(&format!("/quesiti/{first}/interventi"), &[("testo", "Ecco."), ("chiave", &key)]).await.is(303);
        }
        for (page, statements) in pages.iter().zip(one) {
            assert_eq!(house.counting(anna.get(page)).await.1, statements, "{page}");
        }
        assert_eq!(house.counting(expert.get("/area/quesiti")).await.1, queue);
        // What is asked every half minute costs the session and one row.
        let tag = anna.get(&format!("/forum/{day}/novita")).await.header("ETag").unwrap().to_owned();
        let news = format!("/forum/{day}/novita");
        let again = anna.ask(rocket::http::Method::Get, &news).header("If-None-Match", &tag);
        let (answer, statements) = house.counting(again.send()).await;
        assert_eq!((answer.status, statements), (304, 2));
        house.letters_left();
    });
}
