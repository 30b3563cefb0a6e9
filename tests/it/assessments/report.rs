//! The report over HTTP: whose it is, what stands above it, and what it is compared with.

use super::form::Form;
use super::opened;
use super::walk::{SIGNATURE, answer_all};
use crate::house::{Browser, on_each_engine};

async fn closed(browser: &Browser<'_>) -> String {
    let rilevazione = opened(browser).await;
    answer_all(browser, &rilevazione).await;
    browser.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
    rilevazione
}

#[test]
fn the_report_opens_on_who_closed_it_and_prints_with_its_name() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let report = anna.get(&format!("{rilevazione}/rapporto/1?esito=chiusa")).await.is(200);
        let report = report.shows("Rilevazione chiusa: questo è il rapporto").shows("Il Comune di Agliè risulta oggi vicino al modello");
        report.shows("class=\"aff-running\" aria-hidden=\"true\">Comune di Agliè (TO) · Autodiagnosi del").hides("id=\"cambiamenti\"");
        anna.get(&format!("{rilevazione}/rapporto/1")).await.is(200).hides("Rilevazione chiusa: questo è il rapporto");
        anna.get(&format!("{rilevazione}/rapporto/1?lang=en")).await.is(200).shows("Today Comune di Agliè is clearly near the model");
    });
}

#[test]
fn a_report_that_is_not_theirs_or_not_there_does_not_exist() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let bruno = house.member_of("Agliè").await;
        let neighbour = house.coordinator_of("Bairo").await;
        let rilevazione = closed(&anna).await;
        let own = closed(&neighbour).await;
        bruno.get(&format!("{rilevazione}/rapporto/1")).await.is(200);
        neighbour.get(&format!("{rilevazione}/rapporto/1")).await.is(404);
        for number in ["0", "2", "-1", "uno"] {
            anna.get(&format!("{rilevazione}/rapporto/{number}")).await.is(404);
        }
        // The neighbour closed after Agliè: that is no former version of Agliè's, nor the other way round.
        neighbour.get(&format!("{own}/rapporto/1")).await.is(200).hides("id=\"cambiamenti\"").hides("Agliè");
    });
}

#[test]
fn a_version_is_compared_with_the_one_before_it() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = closed(&anna).await;
        let reason = [("motivo", "dati aggiornati dopo il censimento")];
        anna.post(&format!("{rilevazione}/riapertura"), &reason).await.is(303);
        let form = Form::of(&anna.get(&format!("{rilevazione}/sezioni/accesso")).await.is(200)).answer("Q23", &["e"]);
        form.send(&anna, "").await.is(303);
        anna.post(&format!("{rilevazione}/chiusura"), SIGNATURE).await.is(303);
        let second = anna.get(&format!("{rilevazione}/rapporto/2")).await.is(200).shows("id=\"cambiamenti\"").shows("Risposte cambiate");
        let changed = second.body.split_once("id=\"risposte-cambiate\"").unwrap().1.split_once("</table>").unwrap().0;
        assert!(changed.contains("Q23") && changed.matches("<th scope=\"row\"").count() == 1, "{changed}");
        let first = anna.get(&format!("{rilevazione}/rapporto/1")).await.is(200).hides("id=\"cambiamenti\"");
        first.shows("Questa versione è stata riaperta").shows("dati aggiornati dopo il censimento");
    });
}
