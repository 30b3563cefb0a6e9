//! The desk plans days, changes them, publishes them.

use super::{ask, open_day, terms};
use crate::house::on_each_engine;

const NEW: &str = "/segreteria/forum/nuova";

#[test]
fn the_segreteria_announces_a_day_and_changes_it_until_it_opens() {
    on_each_engine(async |house| {
        let desk = house.secretary().await;
        desk.get(NEW).await.is(200).shows("Prima serve un’edizione");
        house.edition(terms()).await;
        let expert = house.expert().await;
        desk.get(NEW).await.is(200).shows("Anagrafe\nServizi sociali").shows(&expert.who().name);
        let id = expert.who().id.to_string();
        let form = [
            ("titolo", "Prima giornata"),
            ("presentazione", "Di che cosa parliamo."),
            ("temi", "Anagrafe\nTributi"),
            ("doppia", "Tributi"),
            ("giorno", "2026-03-12"),
            ("apertura", "9.00"),
            ("chiusura", "17:00"),
            ("raccolta", "2026-03-05"),
            ("esperto", id.as_str()),
        ];
        let wrong: Vec<_> =
            form.iter().map(|(name, value)| if *name == "chiusura" { ("chiusura", "8") } else { (*name, *value) }).collect();
        desk.post(NEW, &wrong).await.is(422).shows("La chiusura deve venire dopo l’apertura").shows("Di che cosa parliamo.");
        let made = desk.post(NEW, &form).await.is(303).location.unwrap();
        let page = made.split('?').next().unwrap().to_owned();
        desk.get(&made).await.is(200).shows("Giornata annunciata.").shows("Prima giornata").shows(&expert.who().name);
        desk.get("/segreteria/forum").await.is(200).shows("1 su 4 previste").shows("12/03/2026");
        let day = page.rsplit('/').next().unwrap();
        house.visitor().get(&format!("/forum/{day}")).await.is(200).shows("giovedì 12 marzo 2026").shows(&expert.who().name);
        // Of two who change it at once, the later is told.
        let mut second: Vec<_> = form.to_vec();
        second.push(("visto", "1"));
        desk.post(&format!("{page}/modifica"), &second).await.leads_to(&format!("{page}?esito=modificata"));
        desk.post(&format!("{page}/modifica"), &second).await.is(409).shows("Qualcuno ha modificato la giornata nel frattempo");
        // Once it is open its hours are a fact.
        house.clock.set(house.clock.now().plus_days(10));
        desk.sign_in().await.is(303);
        let moved: Vec<_> = second
            .iter()
            .map(|(n, v)| match *n {
                "chiusura" => (*n, "18:00"),
                "visto" => (*n, "2"),
                _ => (*n, *v),
            })
            .collect();
        desk.post(&format!("{page}/modifica"), &moved).await.is(409).shows("usate la proroga");
        house.letters_left();
    });
}

#[test]
fn proceedings_wait_for_the_end_and_a_day_with_quesiti_stays() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, desk) = (house.member_of("Agliè").await, house.secretary().await);
        let page = format!("/segreteria/forum/{day}");
        desk.post(&format!("{page}/pubblicazione"), &[]).await.leads_to(&format!("{page}?esito=non-pubblicata"));
        for (hour, why, told) in
            [("16:00", "Perché sì", "dopo adesso"), ("18:00", "", "Scrivete il motivo"), ("26", "Perché sì", "ora italiana")]
        {
            desk.post(&format!("{page}/proroga"), &[("ora", hour), ("motivo", why)]).await.is(422).shows(told);
        }
        ask(&anna, &day, "Una domanda").await;
        desk.post(&format!("{page}/eliminazione"), &[]).await.leads_to(&format!("{page}?esito=non-eliminata"));
        desk.get(&page).await.is(200).shows("Un quesito aspetta di essere letto e rilasciato.");
        let other = open_day(house).await;
        desk.post(&format!("/segreteria/forum/{other}/eliminazione"), &[]).await.leads_to("/segreteria/forum?esito=eliminata");
        desk.get(&format!("/segreteria/forum/{other}")).await.is(404);
        house.letters_left();
    });
}
