//! Sessions: how long they last, and that every change of appointment takes a new token.

use affianca::people;
use affianca::platform::db::q;

use crate::house::{Browser, House, on_each_engine, opening};

#[test]
fn a_session_is_over_after_eight_idle_hours() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        // Seven hours and 59 minutes at a time, and it lives on.
        for turn in 1..=3 {
            house.clock.set(opening().plus_minutes(turn * (8 * 60 - 1)));
            anna.get("/area/profilo").await.is(200);
        }
        house.clock.set(opening().plus_minutes(3 * (8 * 60 - 1) + 8 * 60));
        anna.get("/area/profilo").await.leads_to("/entra?ritorno=/area/profilo");
    });
}

#[test]
fn a_session_is_over_after_seven_days_however_busy() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let week = 7 * 24 * 60;
        for minutes in (0..week).step_by(7 * 60) {
            house.clock.set(opening().plus_minutes(minutes));
            anna.get("/area/profilo").await.is(200);
        }
        house.clock.set(opening().plus_minutes(week - 1));
        anna.get("/area/profilo").await.is(200);
        house.clock.set(opening().plus_minutes(week));
        anna.get("/area/profilo").await.is(303);
        anna.sign_in().await.leads_to("/area");
        anna.get("/area/profilo").await.is(200);
    });
}

#[test]
fn signing_out_ends_the_session_on_the_server_too() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let token = anna.cookie("affianca").unwrap();
        anna.get("/esci").await.is(200).shows("Volete uscire?");
        // Asking is not leaving.
        anna.get("/area/profilo").await.is(200);
        anna.post("/esci", &[]).await.leads_to("/?esito=uscita");
        assert!(anna.cookie("affianca").is_none());
        let thief = house.visitor();
        thief.set_cookie("affianca", &token);
        thief.get("/area/profilo").await.is(303);
        house.visitor().get("/esci").await.leads_to("/");
    });
}

#[test]
fn only_the_hash_of_a_token_is_kept() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let token = anna.cookie("affianca").unwrap();
        assert_eq!(token.len(), 64);
        let found = q("select count(*) from session where token_hash = $1").bind(&token);
        assert_eq!(found.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 0);
        let thief = house.visitor();
        let (hash,): (String,) = q("select token_hash from session").one(&mut house.db.reader().await.unwrap()).await.unwrap();
        thief.set_cookie("affianca", &hash);
        thief.get("/area/profilo").await.is(303);
    });
}

#[test]
fn a_token_given_by_somebody_else_is_not_taken_up() {
    on_each_engine(async |house| {
        house.member_of("Agliè").await;
        let visitor = house.visitor();
        visitor.set_cookie("affianca", &"0".repeat(64));
        visitor.post("/entra", &[("utente", "partecipante"), ("password", "quattro gatti in piazza")]).await.leads_to("/area");
        assert_ne!(visitor.cookie("affianca"), Some("0".repeat(64)));
    });
}

#[test]
fn a_segretario_of_four_comuni_acts_for_one_at_a_time() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let mut former = carla.cookie("affianca").unwrap();
        carla.get("/area/profilo").await.is(200).shows("<strong>Comune di Agliè (TO)</strong>");
        for comune in ["Bairo", "Ozegna", "Torre Canavese", "Agliè"] {
            carla.switch_to(comune).await.leads_to("/area");
            carla.get("/area/profilo").await.is(200).shows(&format!("<strong>Comune di {comune} (TO)</strong>"));
            let token = carla.cookie("affianca").unwrap();
            let thief = house.visitor();
            thief.set_cookie("affianca", &former);
            thief.get("/area/profilo").await.is(303);
            assert_ne!(std::mem::replace(&mut former, token.clone()), token);
        }
    });
}

#[test]
fn another_browser_goes_on_acting_for_its_own_ente() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let at_home = carla.elsewhere().await;
        carla.switch_to("Ozegna").await.leads_to("/area");
        at_home.get("/area/profilo").await.is(200).shows("<strong>Comune di Agliè (TO)</strong>");
    });
}

async fn appointment_of(house: &House, person: &Browser<'_>, ente: &str) -> String {
    let ente = house.ente(ente).await;
    people::appointment_of(&house.housekeeper(), &person.who().id, &ente).await.unwrap().to_string()
}

#[test]
fn nobody_acts_for_an_appointment_that_is_not_theirs_or_not_in_force() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.coordinator_of("Bairo").await);
        let his = appointment_of(house, &bruno, "Bairo").await;
        let token = anna.cookie("affianca");
        for incarico in [his.as_str(), "", "1", "0192f0c1-2345-7abc-8def-0123456789ab"] {
            anna.post("/area/incarico", &[("incarico", incarico)]).await.is(404);
        }
        // The refusal leaves the session as it was.
        assert_eq!(anna.cookie("affianca"), token);
        anna.get("/area/profilo").await.is(200).shows("<strong>Comune di Agliè (TO)</strong>");
        house.visitor().post("/area/incarico", &[("incarico", &his)]).await.is(401);

        let mut tx = house.db.begin().await.unwrap();
        q("update appointment set ends_on = '2026-03-01' where appointment_id = $1").bind(&his).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        bruno.post("/area/incarico", &[("incarico", &his)]).await.is(404);
        bruno.get("/area/profilo").await.is(200).hides("Stai operando per").shows("concluso");
    });
}

#[test]
fn the_way_back_from_a_change_is_a_page_of_ours() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let bairo = appointment_of(house, &carla, "Bairo").await;
        for (asked, to) in [("/area/profilo?esito=cambiato", "/area/profilo?esito=cambiato"), ("//evil.example", "/area"), ("/x", "/area")]
        {
            carla.post("/area/incarico", &[("incarico", &bairo), ("ritorno", asked)]).await.leads_to(to);
        }
    });
}

#[test]
fn sessions_are_listed_and_ended_by_their_owner_alone() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";
        let laptop = anna.elsewhere().await.at("203.0.113.9");
        let fields = [("utente", anna.who().username.as_str()), ("password", "quattro gatti in piazza")];
        laptop.ask(rocket::http::Method::Post, "/entra").same_origin().header("User-Agent", firefox).form(&fields).send().await.is(303);
        let page = anna.get("/area/profilo").await.is(200).shows("Firefox, Windows").shows("203.0.113.9").shows("questo dispositivo");
        assert_eq!(page.body.matches("/area/profilo/sessioni/").count(), 2, "one to end, and all others");
        let end = page.body.split("action=\"").find(|form| form.starts_with("/area/profilo/sessioni/0")).unwrap();
        let end = end.split('"').next().unwrap();
        bruno.post(end, &[]).await.is(404);
        laptop.get("/area/profilo").await.is(200);
        anna.post(end, &[]).await.leads_to("/area/profilo?esito=sessione");
        laptop.get("/area/profilo").await.is(303);
        anna.post(end, &[]).await.is(404);
        let third = anna.elsewhere().await;
        anna.post("/area/profilo/sessioni/fine", &[]).await.leads_to("/area/profilo?esito=sessioni");
        third.get("/area/profilo").await.is(303);
        for person in [&anna, &bruno] {
            person.get("/area/profilo").await.is(200);
        }
    });
}

#[test]
fn the_profile_tells_when_the_person_was_there_before() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.get("/area/profilo").await.is(200).shows("è il primo");
        house.clock.set(opening().plus_minutes(60));
        let later = anna.elsewhere().await;
        later.get("/area/profilo").await.is(200).shows("oggi alle 9.00");
    });
}
