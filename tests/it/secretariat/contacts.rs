//! Contacts by telephone, and who is worth a call.

use affianca::domain::ids::{EnteId, Id};
use affianca::enti;

use crate::house::{House, on_each_engine};

async fn noted(house: &House, ente: &EnteId, outcome: &str, next: &str) {
    let today = house.clock.now().day().to_string();
    let segreteria = house.secretary().await;
    let form = [("canale", "telefono"), ("giorno", &today), ("esito", outcome), ("richiamare", next)];
    segreteria.post(&format!("/segreteria/enti/{ente}/contatti"), &form).await.leads_to(&format!("/segreteria/enti/{ente}?esito=annotato"));
}

#[test]
fn a_contact_is_noted_with_whom_and_when_to_call_again() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.coordinator_of("Agliè").await);
        let neighbour = house.member_of("Bairo").await;
        let agliè = house.ente("Agliè").await;
        let form = format!("/segreteria/enti/{agliè}/contatti");
        segreteria.get(&form).await.is(200).shows("Anna").hides(&neighbour.who().id.to_string());
        let with = anna.who().id.to_string();
        let fields = [
            ("canale", "telefono"),
            ("giorno", "2026-03-01"),
            ("esito", "Richiamano «loro» <domani>."),
            ("richiamare", "2026-03-04"),
            ("con", &with),
        ];
        segreteria.post(&form, &fields).await.is(303);
        for page in [format!("/segreteria/enti/{agliè}"), format!("/segreteria/persone/{}", anna.who().id)] {
            segreteria.get(&page).await.is(200).shows("Richiamano «loro» &lt;domani&gt;.").shows("04/03/2026").shows("telefono");
        }
        // Somebody of another ente is left out, not mixed in.
        let stranger = neighbour.who().id.to_string();
        segreteria.post(&form, &[("canale", "pec"), ("giorno", "2026-03-02"), ("esito", "Ricevuta."), ("con", &stranger)]).await.is(303);
        segreteria.get(&format!("/segreteria/persone/{stranger}")).await.is(200).hides("Ricevuta.");
        segreteria.get(&format!("/segreteria/enti/{agliè}")).await.is(200).shows("Ricevuta.");
    });
}

#[test]
fn what_was_typed_of_a_contact_comes_back() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let form = format!("/segreteria/enti/{}/contatti", house.ente("Agliè").await);
        let page =
            segreteria.post(&form, &[("giorno", "2026-03-03"), ("esito", "Detto tutto"), ("richiamare", "2026-02-01")]).await.is(422);
        page.shows("Scegliete come è avvenuto").shows("deve ancora venire").shows("è già passato").shows("Detto tutto");
    });
}

#[test]
fn whoever_agreed_on_a_day_is_left_in_peace_until_then() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let agliè = house.ente("Agliè").await;
        segreteria.get("/segreteria/solleciti").await.is(200).shows("Oggi non c’è nessuno da sollecitare.");
        noted(house, &agliè, "Richiamare mercoledì.", "2026-03-04").await;
        segreteria.get("/segreteria/solleciti").await.is(200).hides("Agliè (TO)");
        house.clock.set(house.clock.now().plus_days(2));
        let segreteria = segreteria.elsewhere().await;
        segreteria.get("/segreteria/solleciti").await.is(200).shows("Agliè (TO)").shows("da richiamare").shows("Richiamare mercoledì.");
        segreteria.get("/segreteria").await.is(200).shows("Un ente è da sollecitare");
        // One click, and the next working day decides.
        segreteria
            .post(&format!("/segreteria/enti/{agliè}/contatti/senza-risposta"), &[])
            .await
            .leads_to("/segreteria/solleciti?esito=annotato");
        segreteria.get("/segreteria/solleciti").await.is(200).hides("Agliè (TO)");
    });
}

#[test]
fn the_silent_and_the_still_are_worth_a_call_after_two_weeks() {
    on_each_engine(async |house| {
        let edition = house.edition(Default::default()).await;
        let (desk, anna) = (house.desk().await, house.coordinator_of("Agliè").await);
        let (agliè, bairo) = (house.ente("Agliè").await, house.ente("Bairo").await);
        assert_eq!(enti::invite(&desk, &edition, &[agliè.clone(), bairo.clone()]).await.unwrap(), 2);
        anna.post("/area/autodiagnosi", &[("ente", agliè.as_str())]).await.is(303);
        let segreteria = house.secretary().await;
        segreteria.get("/segreteria/solleciti").await.is(200).hides("Agliè (TO)").hides("Bairo (TO)");
        house.clock.set(house.clock.now().plus_days(15));
        let segreteria = segreteria.elsewhere().await;
        let page = segreteria.get("/segreteria/solleciti").await.is(200);
        page.clone().shows("Agliè (TO)").shows("ferma da più di 14 giorni").shows("Bairo (TO)").shows("in silenzio da più di 14 giorni");
        segreteria.get("/segreteria/enti?sollecito=silenzio").await.is(200).shows(">Bairo<").hides(">Agliè<");
        // Heard of today: silence begins anew.
        noted(house, &bairo, "Ci stanno pensando.", "").await;
        segreteria.get("/segreteria/solleciti").await.is(200).hides("Bairo (TO)").shows("Agliè (TO)");
        house.clock.set(house.clock.now().plus_days(15));
        segreteria.elsewhere().await.get("/segreteria/solleciti").await.is(200).shows("Bairo (TO)");
    });
}
