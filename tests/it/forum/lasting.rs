//! What is known already, and what remains of the days.

use affianca::domain::ids::Id;
use affianca::enti::{self, AdhesionState};

use super::{answer, ask, count, open_day, release, send, terms};
use crate::house::on_each_engine;

#[test]
fn what_may_answer_it_already_is_shown_before_a_quesito_goes_out() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let known = ask(&anna, &day, "Rinnovo della dimora abituale").await;
        release(&expert, &known, "Rinnovo della dimora abituale").await;

        // In a line, where quesiti begin.
        let page = bruno.get(&format!("/quesiti/nuovo?giorno={day}&titolo=Rinnovi%20di%20dimora")).await.is(200);
        page.shows("Forse la risposta c’è già").shows(&format!("/quesiti/{known}")).shows("Rinnovi di dimora");
        bruno.get(&format!("/quesiti/nuovo?giorno={day}&titolo=Tassa%20rifiuti")).await.is(200).hides("Forse la risposta c’è già");
        // While typing.
        bruno.get("/quesiti/simili?testo=dimora%20da%20rinnovare").await.is(200).shows(&known.to_string());
        // Sent without having seen it: once it is shown, with all that was typed; then it goes out.
        let asked = send(&bruno, Some(&day), "Dimora abituale", "Dopo il rinnovo che cosa serve?").await.is(422);
        asked.clone().shows("Forse la risposta c’è già").shows("Dopo il rinnovo che cosa serve?").shows("Invia lo stesso");
        assert_eq!(asked.field("simili").as_deref(), Some("1"));
        assert_eq!(count(house, "select count(*) from question").await, 1);
        let (key, day_id) = (asked.field("chiave").unwrap(), day.to_string());
        let form = [
            ("tema", "Anagrafe"),
            ("titolo", "Dimora abituale"),
            ("testo", "Dopo?"),
            ("chiave", &key),
            ("giorno", &day_id),
            ("simili", "1"),
        ];
        bruno.post("/quesiti/nuovo", &form).await.is(303);
        house.letters_left();
    });
}

#[test]
fn one_click_makes_an_answer_the_draft_of_a_frequent_question() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert) = (house.member_of("Agliè").await, house.expert().await);
        let id = ask(&anna, &day, "Ospitalità").await;
        release(&expert, &id, "Dichiarazione di ospitalità").await;
        expert.get(&format!("/quesiti/{id}")).await.is(200).hides("Fanne una domanda frequente");
        answer(&expert, &id, "Entro 48 ore, art. 7 del testo unico.").await;
        let path = format!("/quesiti/{id}/domanda-frequente");
        expert.get(&format!("/quesiti/{id}")).await.is(200).shows("Fanne una domanda frequente");
        let to = expert.post(&path, &[]).await.is(303).location.unwrap();
        let draft = expert.get(&to).await.is(200);
        draft.shows("Dichiarazione di ospitalità").shows("Entro 48 ore").shows(&expert.who().name);
        // Nobody sees it before it is read and published; asked again, it is the same.
        assert_eq!(expert.post(&path, &[]).await.is(303).location.unwrap(), to);
        assert_eq!(count(house, "select count(*) from faq").await, 1);
        house.visitor().get("/domande-frequenti").await.is(200).hides("Dichiarazione di ospitalità");
        anna.post(&path, &[]).await.is(404);
        house.letters_left();
    });
}

#[test]
fn proceedings_are_found_and_followed_by_everybody() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert, desk) = (house.member_of("Agliè").await, house.expert().await, house.secretary().await);
        let id = ask(&anna, &day, "Ospitalità").await;
        release(&expert, &id, "Cessione di fabbricato").await;
        answer(&expert, &id, "Si comunica alla questura.").await;
        let visitor = house.visitor();
        visitor.get("/cerca?q=questura").await.is(200).hides("/atti\"");
        visitor.get("/forum.atom").await.is(200).hides("Cessione di fabbricato");
        house.clock.set(house.today_at(17, 0));
        for one in [&expert, &desk] {
            one.sign_in().await.is(303);
        }
        desk.post(&format!("/segreteria/forum/{day}/pubblicazione"), &[]).await.is(303);
        visitor.get("/cerca?q=questura").await.is(200).shows(&format!("/forum/{day}/atti"));
        let feed = visitor.get("/forum.atom").await.is(200);
        assert_eq!(feed.header("Content-Type"), Some("application/atom+xml; charset=utf-8"));
        feed.shows("Cessione di fabbricato").shows(&format!("/forum/{day}/atti#{id}"));
        // Taken back, it is in neither.
        desk.post(&format!("/quesiti/{id}/ritiro"), &[]).await.is(303);
        visitor.get("/cerca?q=questura").await.is(200).hides("/atti\"");
        visitor.get("/forum.atom").await.is(200).hides("Cessione di fabbricato");
        house.letters_left();
    });
}

#[test]
fn the_figures_of_a_day_count_what_was_released() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert, desk) =
            (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await, house.secretary().await);
        let at = |minutes: i64| house.clock.set(house.clock.now().plus_minutes(minutes));
        let (one, other, third) = (ask(&anna, &day, "Uno").await, ask(&bruno, &day, "Due").await, ask(&bruno, &day, "Tre").await);
        let (open, hidden) = (ask(&anna, &day, "Senza risposta").await, ask(&anna, &day, "Mai rilasciato").await);
        for (id, title) in [(&one, "Uno"), (&other, "Due"), (&third, "Tre"), (&open, "Senza risposta")] {
            release(&expert, id, title).await;
        }
        bruno.post(&format!("/quesiti/{one}/interventi"), &[("testo", "Anche noi."), ("chiave", "k")]).await.is(303);
        // Two in one answer after ten minutes, one after half an hour: ten minutes is in the middle.
        for id in [&one, &other, &third] {
            super::take(&expert, id).await;
        }
        at(10);
        super::write(&expert, &one, "Sì.", &[("anche", other.as_str()), ("azione", "pubblica")]).await.is(303);
        at(20);
        super::write(&expert, &third, "No.", &[("azione", "pubblica")]).await.is(303);
        answer(&expert, &hidden, "Forse.").await;
        house.clock.set(house.today_at(17, 0));
        desk.sign_in().await.is(303);
        desk.post(&format!("/segreteria/forum/{day}/pubblicazione"), &[]).await.is(303);
        let page = house.visitor().get(&format!("/forum/{day}/atti")).await.is(200);
        for (name, value) in [
            ("Quesiti pubblicati", "4"),
            ("Con risposta", "3"),
            ("Riuniti in una risposta comune", "2"),
            ("Tempo mediano fino alla risposta", "10 minuti"),
            ("Enti che hanno chiesto", "2"),
            ("Interventi", "1"),
        ] {
            page.clone().shows(&format!("<dt>{name}</dt><dd>{value}</dd>"));
        }
        house.letters_left();
    });
}

#[test]
fn the_hours_of_experts_are_those_of_the_days_that_are_over() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let (anna, expert, helper, desk) =
            (house.member_of("Agliè").await, house.expert().await, house.expert().await, house.secretary().await);
        let mut draft = house.forum_draft();
        draft.experts = vec![expert.who().id.clone()];
        let day = house.forum_day(&edition, &draft).await;
        let id = ask(&anna, &day, "Ospitalità").await;
        answer(&helper, &id, "Si comunica.").await;
        desk.get("/segreteria/forum/ore-esperti").await.is(200).shows("Nessuna giornata con esperti");
        house.clock.set(house.today_at(17, 0));
        desk.sign_in().await.is(303);
        let page = desk.get("/segreteria/forum/ore-esperti").await.is(200);
        page.shows("8 ore").shows(&expert.who().name).shows(&helper.who().name);
        let csv = desk.get("/segreteria/forum/ore-esperti.csv").await.is(200);
        csv.shows(&format!("{};Anagrafe e servizi;{};480;0;0;0;0", expert.who().name, house.clock.now().day())).shows(&format!(
            "{};Anagrafe e servizi;{};0;1;1;0;0",
            helper.who().name,
            house.clock.now().day()
        ));
        house.letters_left();
    });
}

#[test]
fn an_ente_that_has_withdrawn_asks_nothing() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let day = house.forum_day(&edition, &house.forum_draft()).await;
        let anna = house.member_of("Agliè").await;
        let key = anna.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200).field("chiave").unwrap();
        let (desk, ente) = (house.desk().await, house.ente("Agliè").await);
        enti::invite(&desk, &edition, std::slice::from_ref(&ente)).await.unwrap();
        enti::change_adhesion(&desk, (&edition, &ente), AdhesionState::Withdrawn, 1).await.unwrap().unwrap();
        anna.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200).shows("si è ritirato da questa edizione").hides("name=\"testo\"");
        let day_id = day.to_string();
        let form = [("tema", "Anagrafe"), ("titolo", "Tardi"), ("testo", "Che fare?"), ("chiave", &key), ("giorno", &day_id)];
        anna.post("/quesiti/nuovo", &form).await.is(422).shows("si è ritirato da questa edizione");
        assert_eq!(count(house, "select count(*) from question").await, 0);
    });
}
