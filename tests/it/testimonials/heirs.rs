//! An ente that is no more has told something: who goes on with it has the word.

use affianca::testimonials;

use crate::house::{Browser, House, on_each_engine};

/// Agliè goes on in Bairo from today.
async fn fuse(house: &House, segreteria: &Browser<'_>) {
    let today = house.clock.now().day().to_string();
    let form = [("tipo", "incorporation"), ("a", "Bairo"), ("giorno", today.as_str()), ("atto", "l.r. 1/2026"), ("incarichi", "no")];
    segreteria.post(&format!("/segreteria/enti/{}/successione", house.ente("Agliè").await), &form).await.is(303);
}

#[test]
fn whoever_goes_on_with_an_ente_answers_for_what_it_told() {
    on_each_engine(async |house| {
        let (trainer, segreteria, visitor) = (house.trainer().await, house.secretary().await, house.visitor());
        let (before, heir, other) =
            (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await, house.coordinator_of("Ozegna").await);
        let aglie = house.ente("Agliè").await;
        let id = house.published(&trainer.who().id, (&before.who().id, &aglie), "Uno sportello in collina").await;
        let second = house.testimonial(&trainer.who().id, &aglie, "Il secondo racconto").await;
        house.letters_left();
        let (page, own) = (format!("/testimonial/{id}"), format!("/area/testimonial/{id}"));
        heir.get(&own).await.is(404);
        heir.get("/area/testimonial").await.is(200).hides("Uno sportello");
        visitor.get(&page).await.is(200).shows("Comune di Agliè (TO) · Piemonte").hides("oggi");

        fuse(house, &segreteria).await;
        for address in [&page, "/testimonial"] {
            visitor.get(address).await.is(200).shows("Comune di Agliè (TO), oggi Comune di Bairo (TO)");
        }
        // Whoever answered for the old ente acts for nobody any more; a neighbour never did.
        before.get(&own).await.is(404);
        other.get(&own).await.is(404);
        other.post(&format!("{own}/ritiro"), &[("motivo", "No")]).await.is(404);
        heir.get("/area/testimonial").await.is(200).shows("Uno sportello in collina").shows("Comune di Agliè (TO)");

        // What is sent now goes to those who go on, and they approve it under the name of then.
        house.letters().await;
        trainer.post(&format!("/area/preparazione/{second}/invio"), &[]).await.is(303);
        let letters = house.letters().await;
        assert_eq!(
            letters.iter().map(|one| (one.kind.as_str(), one.to.contains(&heir.who().username))).collect::<Vec<_>>(),
            [("testimonial-sent", true)]
        );
        heir.get("/area").await.is(200).shows("Una testimonianza aspetta la vostra risposta");
        other.get("/area").await.is(200).hides("aspetta la vostra risposta");
        let sent = format!("/area/testimonial/{second}");
        heir.post(&format!("{sent}/approvazione"), &[("versione", "1"), ("nome", "Bice Neri")]).await.is(303);
        heir.get("/area").await.is(200).hides("aspetta la vostra risposta");
        trainer.post(&format!("/area/preparazione/{second}/pubblicazione"), &[]).await.is(303);
        visitor.get(&format!("/testimonial/{second}")).await.is(200).shows("oggi Comune di Bairo (TO)");

        // And they may withdraw what was published before.
        heir.post(&format!("{own}/ritiro"), &[("motivo", "Il servizio non c’è più")]).await.is(303);
        visitor.get(&page).await.is(404);
        house.letters_left();
    });
}

#[test]
fn an_electoral_period_of_the_ente_of_today_covers_what_the_old_one_told() {
    on_each_engine(async |house| {
        let (trainer, segreteria, visitor) = (house.trainer().await, house.secretary().await, house.visitor());
        let referente = house.coordinator_of("Agliè").await;
        let id = house.published(&trainer.who().id, (&referente.who().id, &house.ente("Agliè").await), "Uno sportello").await;
        fuse(house, &segreteria).await;
        let (bairo, today) = (format!("ente:{}", house.ente("Bairo").await), house.clock.now().day().to_string());
        segreteria.get("/segreteria/sospensioni").await.is(200).shows("Bairo").hides("Agliè");
        let form = [("riguarda", bairo.as_str()), ("dal", today.as_str()), ("al", "2026-05-25"), ("consultazione", "Amministrative")];
        segreteria.post("/segreteria/sospensioni", &form).await.is(303);
        visitor.get(&format!("/testimonial/{id}")).await.is(200).shows("Pagina sospesa").hides("Uno sportello");
        for address in ["/testimonial", "/", "/cerca?q=sportello", "/testimonial.atom"] {
            visitor.get(address).await.is(200).hides("Uno sportello");
        }
        house.letters_left();
    });
}

#[test]
fn no_page_that_shows_one_is_kept_once_it_may_be_taken_back() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let ente = house.ente("Agliè").await;
        visitor.get("/").await.is(200).hides("Tutte le testimonianze");
        let id = house.published(&trainer.who().id, (&referente.who().id, &ente), "Uno sportello in collina").await;
        visitor.get("/").await.is(200).shows("Uno sportello in collina").shows("Tutte le testimonianze");
        let mut tags = Vec::new();
        let pages = ["/", "/testimonial", "/cerca?q=ortensie", &format!("/testimonial/{id}")];
        for page in pages {
            let answer = visitor.get(page).await.is(200);
            assert_eq!(answer.header("Cache-Control"), Some("public, no-cache"), "{page}");
            let tag = answer.header("ETag").unwrap().to_owned();
            let again = visitor.ask(rocket::http::Method::Get, page).header("If-None-Match", &tag).send().await;
            assert_eq!(again.status, 304, "{page}");
            tags.push(tag);
            assert_eq!(referente.get(page).await.is(200).header("Cache-Control"), Some("private, no-cache"), "{page}");
        }
        assert!(testimonials::waiting(&house.coordinating(&referente.who().id, &ente)).await.unwrap() == 0);
        referente.post(&format!("/area/testimonial/{id}/ritiro"), &[("motivo", "Cambio di giunta")]).await.is(303);
        for (page, tag) in pages.iter().zip(&tags) {
            let answer = visitor.ask(rocket::http::Method::Get, page).header("If-None-Match", tag).send().await;
            assert_ne!(answer.status, 304, "{page}");
            assert!(!answer.body.contains("Uno sportello in collina"), "{page}");
        }
        house.letters_left();
    });
}
