//! Experts: take, hand over, ask, draft, have read, publish, supersede; one answer for several.

use affianca::domain::ids::Id;

use super::{answer, answer_of, ask, open_day, release, take, terms, write};
use crate::house::on_each_engine;

#[test]
fn one_answer_closes_several_and_each_asker_is_told() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let (one, other) = (ask(&anna, &day, "Rinnovo").await, ask(&bruno, &day, "Rinnovo scaduto").await);
        release(&expert, &one, "Rinnovo").await;
        take(&expert, &one).await;
        take(&expert, &other).await;
        house.letters().await;
        expert.get(&format!("/quesiti/{one}/risposta")).await.is(200).shows("Rinnovo scaduto (Anagrafe)");
        let more = [("anche", other.as_str()), ("norma", "art. 7 DPR 223/1989"), ("firma", "avvocata"), ("azione", "pubblica")];
        let more: Vec<(&str, &str)> = more.to_vec();
        write(&expert, &one, "Entro sessanta giorni.", &more).await.leads_to(&format!("/quesiti/{one}?esito=pubblicata"));
        for (asker, id) in [(&anna, &one), (&bruno, &other)] {
            let page = asker.get(&format!("/quesiti/{id}")).await.is(200);
            page.shows("Entro sessanta giorni.").shows("art. 7 DPR 223/1989").shows("avvocata").shows("Parere dell’esperto");
        }
        // Bairo sees the other that the answer closes, because it is released; Agliè does not see Bairo's.
        bruno.get(&format!("/quesiti/{other}")).await.is(200).shows("La stessa risposta vale per").shows(&format!("/quesiti/{one}"));
        anna.get(&format!("/quesiti/{one}")).await.is(200).hides("Rinnovo scaduto");
        let letters = house.letters().await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.kind == "forum-answered").map(|letter| letter.to.clone()).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(letters.iter().all(|letter| !letter.to.contains(&anna.who().username) || !letter.text.contains("scaduto")));
    });
}

#[test]
fn a_new_answer_takes_the_place_of_the_former_which_stays_readable() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, expert) = (house.member_of("Agliè").await, house.expert().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        answer(&expert, &id, "La prima risposta.").await;
        house.clock.set(house.today_at(17, 30));
        // Eight hours without a request end a session.
        for one in [&anna, &expert] {
            one.sign_in().await.is(303);
        }
        expert.get(&format!("/quesiti/{id}/risposta")).await.is(200).shows("la nuova la supera");
        let valid = [("valida", "2026-03-01"), ("azione", "pubblica")];
        write(&expert, &id, "La seconda risposta.", &valid).await.leads_to(&format!("/quesiti/{id}?esito=pubblicata"));
        let page = anna.get(&format!("/quesiti/{id}")).await.is(200);
        let page = page.shows("Superata il 2 marzo 2026").shows("La prima risposta.").shows("Valeva fino al 1º marzo 2026");
        let at = |text: &str| page.body.find(text).unwrap();
        assert!(at("La seconda risposta.") < at("La prima risposta."), "what holds stands above");
        house.letters_left();
    });
}

#[test]
fn a_theme_that_is_read_twice_waits_for_the_second_expert() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let mut draft = house.forum_draft();
        draft.read_twice = vec!["Anagrafe".to_owned()];
        let day = house.forum_day(&edition, &draft).await;
        let (anna, elena, fabio) = (house.member_of("Agliè").await, house.expert().await, house.expert().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        take(&elena, &id).await;
        let form = format!("/quesiti/{id}/risposta");
        write(&elena, &id, "Bozza.", &[("azione", "pubblica")]).await.leads_to(&format!("{form}?esito=non-riletta"));
        anna.get(&format!("/quesiti/{id}")).await.is(200).hides("Bozza.");
        let reading = format!("/risposte/{}/rilettura", answer_of(house, &id).await);
        fabio.get("/area/quesiti").await.is(200).shows(&reading);
        elena.get("/area/quesiti").await.is(200).hides(&reading);
        let seen = fabio.get(&reading).await.is(200).shows("Bozza.").field("visto").unwrap();
        // Its author reads nothing twice.
        elena.post(&reading, &[("visto", &seen)]).await.leads_to(&format!("{reading}?esito=cambiata"));
        // What changes meanwhile has to be read as it is.
        write(&elena, &id, "Bozza corretta.", &[("azione", "salva")]).await.is(303);
        fabio.post(&reading, &[("visto", &seen)]).await.leads_to(&format!("{reading}?esito=cambiata"));
        let seen = fabio.get(&reading).await.is(200).shows("Bozza corretta.").field("visto").unwrap();
        fabio.post(&reading, &[("visto", &seen)]).await.leads_to("/area/quesiti?esito=riletta");
        write(&elena, &id, "Bozza corretta.", &[("azione", "pubblica")]).await.leads_to(&format!("/quesiti/{id}?esito=pubblicata"));
        anna.get(&format!("/quesiti/{id}")).await.is(200).shows("Bozza corretta.").shows(&format!("Riletta da {}", fabio.who().name));
        house.letters_left();
    });
}

#[test]
fn a_clarification_stays_between_the_expert_and_the_ente() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let id = ask(&anna, &day, "Rinnovo").await;
        release(&expert, &id, "Rinnovo").await;
        take(&expert, &id).await;
        house.letters().await;
        let thread = format!("/quesiti/{id}/chiarimenti");
        expert.post(&thread, &[("messaggio", "Da quando risiede?"), ("chiave", "a")]).await.is(303);
        let letters = house.letters().await;
        assert_eq!(letters.iter().map(|letter| letter.kind.as_str()).collect::<Vec<_>>(), ["forum-clarification"]);
        anna.post(&thread, &[("messaggio", "Da marzo."), ("chiave", "b")]).await.is(303);
        anna.post(&thread, &[("messaggio", "Da marzo."), ("chiave", "b")]).await.is(303);
        assert_eq!(house.letters().await.len(), 1, "twice the same form is one line");
        for one in [&anna, &expert] {
            one.get(&format!("/quesiti/{id}")).await.is(200).shows("Da quando risiede?").shows("Da marzo.");
        }
        bruno.get(&format!("/quesiti/{id}")).await.is(200).hides("Da quando risiede?").hides("Da marzo.");
        bruno.post(&thread, &[("messaggio", "E io?"), ("chiave", "c")]).await.is(404);
    });
}

#[test]
fn a_quesito_is_handed_over_or_laid_aside_with_its_reason() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, elena, fabio) = (house.member_of("Agliè").await, house.expert().await, house.expert().await);
        let (one, other) = (ask(&anna, &day, "Rinnovo").await, ask(&anna, &day, "Fuori tema").await);
        take(&elena, &one).await;
        let hand = format!("/quesiti/{one}/passaggio");
        fabio.post(&hand, &[]).await.is(409).shows(&elena.who().name);
        elena.post(&hand, &[("a", &anna.who().id.to_string())]).await.is(400);
        elena.post(&hand, &[("a", &fabio.who().id.to_string())]).await.is(303);
        elena.get(&format!("/quesiti/{one}/risposta")).await.is(409).shows(&fabio.who().name);
        fabio.get("/area/quesiti?esperto=io").await.is(200).shows("Rinnovo").hides("Fuori tema");
        fabio.get("/area/quesiti?esperto=nessuno").await.is(200).hides(">Rinnovo<").shows("Fuori tema");
        house.letters().await;
        let aside = format!("/quesiti/{other}/archiviazione");
        elena.post(&aside, &[("motivo", "")]).await.leads_to(&format!("/quesiti/{other}?esito=motivo"));
        elena
            .post(&aside, &[("motivo", "Non riguarda i temi della giornata")])
            .await
            .leads_to(&format!("/quesiti/{other}?esito=archiviato"));
        let letters = house.letters().await;
        assert!(letters.iter().any(|letter| letter.kind == "forum-declined" && letter.text.contains("Non riguarda i temi")));
        anna.get(&format!("/quesiti/{other}")).await.is(200).shows("Archiviato: Non riguarda i temi della giornata");
        elena.post(&aside, &[]).await.leads_to(&format!("/quesiti/{other}?esito=ripreso"));
    });
}
