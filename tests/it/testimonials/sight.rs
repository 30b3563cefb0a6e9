//! Every road is closed while a testimonial may not be seen: electoral periods, and releases that expired.

use affianca::domain::ids::TestimonialId;
use affianca::domain::moment::{Day, Moment};

use crate::house::{Browser, House, on_each_engine};

fn nine_of(day: &str) -> Moment {
    Moment::at(Day::parse(day).unwrap(), 9, 0).unwrap()
}

/// Neither list, nor search, nor feed, nor file; whether the page is gone or says why is the caller's.
async fn is_nowhere(visitor: &Browser<'_>, id: &TestimonialId) {
    visitor.get("/testimonial").await.is(200).hides("Ascolto");
    visitor.get("/testimonial.atom").await.is(200).hides("Ascolto");
    visitor.get("/cerca?q=ortensie").await.is(200).shows("Nessun risultato");
    visitor.get(&format!("/testimonial/{id}/sottotitoli.vtt")).await.is(404);
}

async fn is_there(visitor: &Browser<'_>, id: &TestimonialId) {
    visitor.get("/testimonial").await.is(200).shows("Ascolto");
    visitor.get("/testimonial.atom").await.is(200).shows("Ascolto");
    visitor.get("/cerca?q=ortensie").await.is(200).shows("1 risultato");
    visitor.get(&format!("/testimonial/{id}")).await.is(200).shows("Ascolto");
}

async fn published(house: &House) -> (TestimonialId, Browser<'_>) {
    let (trainer, referente) = (house.trainer().await, house.coordinator_of("Agliè").await);
    let ente = house.ente("Agliè").await;
    (house.published(&trainer.who().id, (&referente.who().id, &ente), "Ascolto").await, trainer)
}

#[test]
fn an_electoral_period_puts_a_neutral_notice_in_its_place_and_then_it_is_back() {
    on_each_engine(async |house| {
        let (secretary, visitor) = (house.secretary().await, house.visitor());
        let (id, _) = published(house).await;
        house.letters_left();
        let ente = house.ente("Agliè").await;
        let (for_ente, for_other) = (format!("ente:{ente}"), "regione:Puglia".to_owned());
        let cases = [(for_ente.as_str(), true), ("regione:Piemonte", true), ("tutti", true), (&for_other, false)];
        for (year, (whom, concerned)) in (2026..).zip(cases) {
            house.clock.set(nine_of(&format!("{year}-03-02")));
            let (from, to) = (format!("{year}-04-01"), format!("{year}-05-25"));
            let form = [("riguarda", whom), ("dal", from.as_str()), ("al", &to), ("consultazione", "Amministrative")];
            secretary.sign_in().await;
            secretary.post("/segreteria/sospensioni", &form).await.is(303);
            is_there(&visitor, &id).await;
            house.clock.set(nine_of(&from));
            house.tick().await;
            if concerned {
                is_nowhere(&visitor, &id).await;
                let page = visitor
                    .get(&format!("/testimonial/{id}"))
                    .await
                    .is(200)
                    .shows("Pagina sospesa")
                    .shows(&format!("fino al 25 maggio {year}"));
                page.hides("Ascolto").hides("Agliè").hides("Anna Bianchi");
            } else {
                is_there(&visitor, &id).await;
            }
            house.clock.set(nine_of(&format!("{year}-05-26")));
            house.tick().await;
            is_there(&visitor, &id).await;
            // Taken off, the next is alone.
            secretary.sign_in().await;
            let page = secretary.get("/segreteria/sospensioni").await.is(200);
            let end = page.body.split("action=\"").find(|rest| rest.contains("/fine\"")).unwrap().split('"').next().unwrap().to_owned();
            secretary.post(&end, &[]).await.is(303);
        }
    });
}

/// One that begins today takes effect with the form, without waiting for a job; taken off, it is back at once.
#[test]
fn a_period_that_goes_on_counts_at_once() {
    on_each_engine(async |house| {
        let (secretary, visitor) = (house.secretary().await, house.visitor());
        let (id, _) = published(house).await;
        house.letters_left();
        let form = [("riguarda", "tutti"), ("dal", "2026-03-02"), ("al", "2026-03-02"), ("consultazione", "Referendum")];
        for wrong in [("riguarda", "regione:Narnia"), ("dal", "oggi"), ("al", "2026-03-01"), ("consultazione", "")] {
            let changed: Vec<_> = form.iter().map(|(name, value)| if *name == wrong.0 { wrong } else { (*name, *value) }).collect();
            secretary.post("/segreteria/sospensioni", &changed).await.is(422).shows("aff-error");
        }
        is_there(&visitor, &id).await;
        secretary.post("/segreteria/sospensioni", &form).await.is(303);
        is_nowhere(&visitor, &id).await;
        let page = secretary.get("/segreteria/sospensioni").await.is(200).shows("in corso");
        let end = page.body.split("action=\"").find(|rest| rest.contains("/fine\"")).unwrap().split('"').next().unwrap().to_owned();
        secretary.post(&end, &[]).await.is(303);
        is_there(&visitor, &id).await;
    });
}

#[test]
fn a_release_that_expires_unpublishes_with_a_letter_before_and_after() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let id = house.testimonial(&me, &ente, "Ascolto").await;
        house.release(&me, &id, ("Bruno Conti", Some("2026-04-30"))).await;
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        house.letters().await;
        house.clock.set(nine_of("2026-03-30"));
        house.tick().await;
        assert_eq!(house.letters().await.len(), 0);
        house.clock.set(nine_of("2026-03-31"));
        house.tick().await;
        let letters = house.letters().await;
        assert_eq!(letters.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["testimonial-expiring"]);
        assert!(letters[0].text.contains("30 aprile"), "{}", letters[0].text);
        house.clock.set(nine_of("2026-04-30"));
        house.tick().await;
        assert_eq!(house.letters().await.len(), 0, "told once");
        is_there(&visitor, &id).await;
        // The day after it is gone, even before the job has looked.
        house.clock.set(nine_of("2026-05-01"));
        visitor.get(&format!("/testimonial/{id}")).await.is(404);
        house.tick().await;
        house.tick().await;
        let letters = house.letters().await;
        assert_eq!(letters.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["testimonial-lapsed", "testimonial-lapsed"]);
        is_nowhere(&visitor, &id).await;
        visitor.get(&format!("/testimonial/{id}")).await.is(404);
        trainer.sign_in().await;
        let desk = format!("/area/preparazione/{id}");
        trainer.get(&desk).await.is(200).shows("una nuova liberatoria di Bruno Conti: è scaduta");
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.is(422);
        // Signed again, it can be published under the approval there is.
        let release = [("nome", "bruno conti"), ("riferimento", "prot. 99"), ("firmata", "2026-05-01"), ("scadenza", "2027-05-01")];
        trainer.post(&format!("{desk}/liberatorie"), &release).await.is(303);
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.is(303);
        is_there(&visitor, &id).await;
        house.letters_left();
    });
}

#[test]
fn nobody_is_shown_who_has_released_nothing() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let (id, trainer) = published(house).await;
        house.letters_left();
        let desk = format!("/area/preparazione/{id}");
        for (name, value, told) in [
            ("nome", "", "Scrivete nome e cognome"),
            ("riferimento", "", "dov’è il documento"),
            ("firmata", "", "Scrivete il giorno"),
            ("scadenza", "2025-01-01", "prima dell’inizio"),
        ] {
            let form = [("nome", "Ivo"), ("riferimento", "prot. 1"), ("firmata", "2026-03-01"), ("scadenza", "")];
            let form = form.map(|(field, typed)| if field == name { (name, value) } else { (field, typed) });
            trainer.post(&format!("{desk}/liberatorie"), &form).await.is(422).shows(told);
        }
        is_there(&visitor, &id).await;
        let page = trainer.get(&desk).await.is(200);
        let end = page.body.split("action=\"").find(|rest| rest.contains("/fine\"")).unwrap().split('"').next().unwrap().to_owned();
        trainer.post(&end, &[]).await.is(303);
        visitor.get(&format!("/testimonial/{id}")).await.is(404);
        is_nowhere(&visitor, &id).await;
        trainer.get(&desk).await.is(200).shows("la liberatoria di Anna Bianchi");
    });
}
