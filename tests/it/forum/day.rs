//! A whole day, played by the clock of the house.

use affianca::domain::moment::Moment;

use super::{answer, ask, count, id_in, release, send, terms};
use crate::house::on_each_engine;
use crate::presence::text_of;

#[test]
fn a_day_is_announced_gathers_opens_closes_and_leaves_its_proceedings() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let (anna, expert, desk) = (house.member_of("Agliè").await, house.expert().await, house.secretary().await);
        let mut draft = house.forum_draft();
        // The next morning: gathering begins at noon of the day before.
        let at_morning = |hour, minute| house.today_at(hour, minute).plus_days(1);
        let [opens_at, last_minute, closes_at, extended_last, extended_to] =
            [(9, 0), (12, 59), (13, 0), (13, 29), (13, 30)].map(|(hour, minute)| at_morning(hour, minute));
        (draft.gathering_from, draft.opens_at, draft.closes_at) = (house.today_at(12, 0), opens_at, closes_at);
        let day = house.forum_day(&edition, &draft).await;
        let page = format!("/forum/{day}");
        let at = |moment: Moment| house.clock.set(moment);

        // Announced: the date is known, and a quesito waits in the queue.
        anna.get(&page).await.is(200).shows("annunciata").shows("I quesiti si raccolgono da");
        let refused = send(&anna, Some(&day), "Rinnovo", "Che fare?").await;
        let queued = id_in(&refused.is(303));
        anna.get(&format!("/quesiti/{queued}")).await.is(200).shows("In coda per la prossima giornata");
        let sent_by_hand = [("tema", "Anagrafe"), ("titolo", "A mano"), ("testo", "Un testo lungo"), ("giorno", &day.to_string())];
        anna.post("/quesiti/nuovo", &sent_by_hand).await.is(422).shows("raccoglie quesiti da").shows("Un testo lungo").shows("in coda");

        // Gathering: the one that waited joins by itself, and others come in.
        at(house.today_at(12, 0));
        house.tick().await;
        anna.get(&format!("/quesiti/{queued}")).await.is(200).hides("In coda per la prossima giornata").shows("Anagrafe e servizi");
        let asked = ask(&anna, &day, "Seconda domanda").await;
        release(&desk, &asked, "Seconda domanda").await;

        // 8.59.59 of the day: nobody comments, no answer goes out, and what was typed is still there.
        at(Moment::from_millis(opens_at.millis() - 1000));
        for one in [&anna, &expert, &desk] {
            one.sign_in().await.is(303);
        }
        anna.get(&page).await.is(200).shows("Raccolta dei quesiti in corso").shows("tra un minuto");
        let comment = [("testo", "Vale anche da noi."), ("chiave", "una-chiave")];
        let early = anna.post(&format!("/quesiti/{asked}/interventi"), &comment).await.is(422);
        early.shows("La giornata si apre").shows("ore 9.00: tornate allora").shows("Vale anche da noi.");
        assert_eq!(count(house, "select count(*) from forum_post").await, 0);
        super::take(&expert, &asked).await;
        let early = super::write(&expert, &asked, "Sì, entro sessanta giorni.", &[("azione", "pubblica")]).await.is(422);
        early.shows("La giornata si apre").shows("ore 9.00: tornate allora").shows("Sì, entro sessanta giorni.");
        anna.get(&format!("/quesiti/{asked}")).await.is(200).hides("Sì, entro sessanta giorni.");

        // Open to the second.
        at(opens_at);
        anna.get(&page).await.is(200).shows("aperta").shows("Aperta fino alle 13.00: tempo rimasto 4 ore");
        anna.post(&format!("/quesiti/{asked}/interventi"), &comment).await.leads_to(&format!("/quesiti/{asked}?esito=intervento"));
        let sent = super::write(&expert, &asked, "Sì, entro sessanta giorni.", &[("azione", "pubblica")]).await;
        sent.leads_to(&format!("/quesiti/{asked}?esito=pubblicata"));

        // Extended at the last minute, with a reason that everybody reads.
        at(last_minute);
        let extension = [("ora", "13:30"), ("motivo", "La linea è mancata per mezz’ora")];
        desk.post(&format!("/segreteria/forum/{day}/proroga"), &extension).await.is(303);
        at(extended_last);
        anna.get(&page).await.is(200).shows("La linea è mancata per mezz’ora").shows("tempo rimasto un minuto");
        ask(&anna, &day, "All’ultimo minuto").await;

        // Over: writing is refused with the reason and what can be done instead; answers still go out.
        at(extended_to);
        let form = anna.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200);
        form.shows("La giornata si è chiusa").shows("Mettilo in coda per la prossima giornata");
        let sent_by_hand = [("tema", "Anagrafe"), ("titolo", "Tardi"), ("testo", "Troppo tardi?"), ("giorno", &day.to_string())];
        anna.post("/quesiti/nuovo", &sent_by_hand).await.is(422).shows("La giornata si è chiusa").shows("Troppo tardi?");
        let late = [("testo", "Un’ultima cosa."), ("chiave", "altra-chiave")];
        let late = anna.post(&format!("/quesiti/{asked}/interventi"), &late).await.is(422);
        late.shows("La giornata si è chiusa")
            .shows("potete farne un quesito in coda per la prossima giornata")
            .shows("Un’ultima cosa.")
            .shows("Metti un quesito in coda")
            .shows("Se è urgente, scrivete all’assistenza");
        answer(&expert, &queued, "Anche questa risposta.").await;

        // Before the proceedings are out there are none.
        let visitor = house.visitor();
        visitor.get(&format!("{page}/atti")).await.is(404);
        desk.post(&format!("/segreteria/forum/{day}/pubblicazione"), &[])
            .await
            .leads_to(&format!("/segreteria/forum/{day}?esito=pubblicata"));
        let out = visitor.get(&format!("{page}/atti")).await.is(200);
        out.shows("Seconda domanda").shows("Sì, entro sessanta giorni.").shows("Parere dell’esperto").hides("All’ultimo minuto");
        let pdf = visitor.get(&format!("{page}/atti.pdf")).await.is(200);
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
        if let Some(pages) = text_of(&pdf.bytes) {
            // As the page has it: lines of the sheet may break anywhere.
            let told = pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            for text in ["Seconda domanda", "Sì, entro sessanta giorni.", "Parere dell’esperto", "Edizione di prova"] {
                assert!(told.contains(text), "{text}: {told}");
            }
            assert!(!told.contains("All’ultimo minuto"), "what is not released is not in the sheet either");
        }
        visitor.get(&page).await.is(200).shows("conclusa").shows("Seconda domanda");
        house.letters_left();
    });
}

#[test]
fn the_end_of_a_day_is_told_once_to_those_who_follow_it() {
    on_each_engine(async |house| {
        let day = super::open_day(house).await;
        let (anna, bruno, expert) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.expert().await);
        let follow = [("cosa", "day"), ("quale", &day.to_string())];
        bruno.post("/forum/segui", &follow).await.leads_to(&format!("/forum/{day}?esito=seguito"));
        let (seen, unseen) = (ask(&anna, &day, "Visibile").await, ask(&anna, &day, "Nascosto").await);
        release(&expert, &seen, "Visibile a tutti").await;
        answer(&expert, &seen, "Sì.").await;
        answer(&expert, &unseen, "No.").await;
        house.letters().await;
        house.clock.set(house.today_at(17, 0));
        house.tick().await;
        let told = house.letters().await;
        let told: Vec<_> = told.iter().filter(|letter| letter.kind == "forum-over").collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].text.contains("Visibile a tutti") && !told[0].text.contains("Nascosto"), "{}", told[0].text);
        house.clock.set(house.today_at(17, 30));
        house.tick().await;
        assert!(house.letters().await.is_empty(), "once is enough");
    });
}
