//! The ente that speaks has the last word.

use affianca::testimonials::{self, Signature};

use crate::house::{House, on_each_engine};

#[test]
fn a_testimonial_goes_from_its_first_line_to_its_readers_and_back() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let ente = house.ente("Agliè").await;
        let id = house.testimonial(&trainer.who().id, &ente, "Uno sportello in collina").await;
        let (page, own, desk) = (format!("/testimonial/{id}"), format!("/area/testimonial/{id}"), format!("/area/preparazione/{id}"));
        // Being written, nobody else knows of it: not even the ente.
        referente.get("/area/testimonial").await.is(200).hides("Uno sportello");
        referente.get(&own).await.is(404);
        trainer.get(&desk).await.is(200).shows("l’invio all’ente");
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.is(422).shows("Non si può ancora pubblicare");
        trainer.post(&format!("{desk}/invio"), &[("nota", "Guardate gli anni.")]).await.is(303);
        let letters = house.letters().await;
        assert_eq!(letters.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["testimonial-sent"]);
        assert_eq!(letters[0].link(), own);
        assert!(letters[0].text.contains("Guardate gli anni."), "{}", letters[0].text);
        // The ente asks for corrections.
        referente.get(&own).await.is(200).shows("ascolto</strong>").shows("Guardate gli anni.").shows("Visto, si pubblichi");
        referente.post(&format!("{own}/correzioni"), &[("versione", "1"), ("testo", " ")]).await.is(422).shows("che cosa va corretto");
        let asked = [("versione", "1"), ("testo", "Era il 2011.")];
        referente.post(&format!("{own}/correzioni"), &asked).await.leads_to(&format!("{own}?esito=correzioni"));
        assert!(house.letters().await[0].text.contains("Era il 2011."));
        trainer.get(&desk).await.is(200).shows("Era il 2011.").shows("le correzioni che l’ente chiede");
        let facts =
            [("titolo", "Uno sportello in collina"), ("anni", "dal 2011"), ("visto", "2"), ("tema", "Modelli"), ("territorio", "Colline")];
        let facts = [facts.as_slice(), &[("sintesi", "Uno sportello."), ("forma", "Convenzione")]].concat();
        trainer.post(&format!("{desk}/scheda"), &facts).await.is(303);
        trainer.post(&format!("{desk}/invio"), &[]).await.is(303);
        // It sees what was changed, and approves.
        referente.get(&own).await.is(200).shows("dal 2011").shows("sono cambiati: la sintesi, i dati della scheda");
        referente.post(&format!("{own}/approvazione"), &[("versione", "2"), ("nome", "")]).await.is(422).shows("Scrivete nome e cognome");
        referente.post(&format!("{own}/approvazione"), &[("versione", "2"), ("nome", "Anna Bianchi")]).await.is(303);
        visitor.get(&page).await.is(404);
        trainer.get(&desk).await.is(200).shows("Non manca nulla").shows("Anna Bianchi");
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.leads_to(&format!("{desk}?esito=pubblicata"));
        let mut kinds: Vec<String> = house.letters().await.into_iter().map(|one| one.kind).collect();
        kinds.sort();
        assert_eq!(kinds, ["testimonial-approved", "testimonial-published", "testimonial-sent"]);
        let told = visitor.get(&page).await.is(200);
        told.shows("dal 2011")
            .shows("Anna Bianchi")
            .shows("Sindaca al 15 gennaio 2026")
            .shows("esempio da cui imparare")
            .shows("Comune di Agliè (TO)");
        visitor.get("/testimonial").await.is(200).shows("Uno sportello in collina").shows("1 testimonianza");
        visitor.get("/cerca?q=ortensia").await.is(200).shows(&page);
        visitor.get("/testimonial.atom").await.is(200).shows("Uno sportello in collina");
        // And takes its word back.
        referente.post(&format!("{own}/ritiro"), &[("motivo", "")]).await.is(422).shows("Scrivete il motivo");
        referente.post(&format!("{own}/ritiro"), &[("motivo", "Cambio di giunta")]).await.is(303);
        visitor.get(&page).await.is(404);
        visitor.get("/testimonial").await.is(200).hides("Uno sportello");
        visitor.get("/cerca?q=ortensia").await.is(200).shows("Nessun risultato");
        visitor.get("/testimonial.atom").await.is(200).hides("Uno sportello");
        trainer.get(&desk).await.is(200).shows("Cambio di giunta").shows("una nuova approvazione");
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.is(422);
        assert_eq!(house.letters().await[0].kind, "testimonial-taken-back");
    });
}

#[test]
fn what_is_changed_after_the_approval_needs_it_again() {
    on_each_engine(async |house| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let id = house.published(&me, (&referente.who().id, &ente), "Ascolto").await;
        house.letters_left();
        let desk = format!("/area/preparazione/{id}");
        let story =
            [("approccio", "Si parte dai numeri."), ("come", "Così."), ("forza", "Molta."), ("difficolta", "Poche."), ("visto", "2")];
        trainer.post(&format!("{desk}/racconto"), &story).await.is(303);
        // Readers see what was approved; those who prepare are told what differs.
        visitor.get(&format!("/testimonial/{id}")).await.is(200).shows("ascolto</strong>").hides("dai numeri");
        trainer.get(&desk).await.is(200).shows("l’approvazione dell’ente per quello che è cambiato: l’approccio, i punti di forza");
        trainer.post(&format!("{desk}/pubblicazione"), &[]).await.is(422);
        visitor.get(&format!("/testimonial/{id}")).await.is(200).hides("dai numeri");
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        visitor.get(&format!("/testimonial/{id}")).await.is(200).shows("dai numeri");
        visitor.get("/cerca?q=numeri").await.is(200).shows("1 risultato");
        visitor.get("/cerca?q=ascolto").await.is(200).shows("1 risultato");
    });
}

/// A version sent while the ente was reading the one before is not approved by its click.
#[test]
fn an_approval_is_of_the_version_that_was_read() {
    on_each_engine(async |house| {
        let (trainer, referente) = (house.trainer().await, house.coordinator_of("Agliè").await);
        let ente = house.ente("Agliè").await;
        let id = house.testimonial(&trainer.who().id, &ente, "Ascolto").await;
        house.letters_left();
        house.sent(&trainer.who().id, &id).await;
        house.sent(&trainer.who().id, &id).await;
        let (own, form) = (format!("/area/testimonial/{id}/approvazione"), [("versione", "1"), ("nome", "Anna Bianchi")]);
        referente.post(&own, &form).await.is(409).shows("è arrivata un’altra versione");
        referente.post(&own, &[("versione", "2"), form[1]]).await.is(303);
        // Once answered, it is answered.
        referente.post(&format!("/area/testimonial/{id}/correzioni"), &[("versione", "2"), ("testo", "Ancora.")]).await.is(409);
        trainer.get(&format!("/area/preparazione/{id}")).await.is(200).shows("Non manca nulla").hides("Ancora.");
    });
}

#[test]
fn of_an_approval_and_corrections_at_once_one_counts() {
    on_each_engine(async |house| {
        let (trainer, referente) = (house.trainer().await, house.coordinator_of("Agliè").await);
        let ente = house.ente("Agliè").await;
        let id = house.testimonial(&trainer.who().id, &ente, "Ascolto").await;
        house.letters_left();
        house.sent(&trainer.who().id, &id).await;
        let actor = || house.coordinating(&referente.who().id, &ente);
        let (one, other) = (actor(), actor());
        let signed = Signature { version: 1, name: "Anna Bianchi" };
        let (approved, corrected) =
            tokio::join!(testimonials::approve(&one, &id, signed), testimonials::ask_corrections(&other, &id, (1, "No.")));
        let (approved, corrected) = (approved.unwrap().is_ok(), corrected.unwrap().is_ok());
        assert!(approved != corrected, "approved {approved}, corrected {corrected}");
    });
}

/// Drafts are of those who prepare them and of the ente they were sent to.
#[test]
fn nobody_else_sees_a_draft() {
    on_each_engine(async |house| {
        let (trainer, secretary, other) = (house.trainer().await, house.secretary().await, house.trainer().await);
        let (referente, neighbour, member) =
            (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await, house.member_of("Agliè").await);
        let (expert, visitor) = (house.expert().await, house.visitor());
        let ente = house.ente("Agliè").await;
        let id = house.testimonial(&trainer.who().id, &ente, "Ascolto").await;
        house.letters_left();
        house.sent(&trainer.who().id, &id).await;
        for path in ["", "/anteprima", "/scheda", "/racconto", "/collegamenti"] {
            let path = format!("/area/preparazione/{id}{path}");
            trainer.get(&path).await.is(200);
            secretary.get(&path).await.is(200);
            for who in [&other, &referente, &neighbour, &member, &expert] {
                who.get(&path).await.is(404);
            }
        }
        other.get("/area/preparazione").await.is(200).hides("Ascolto");
        secretary.get("/area/preparazione").await.is(200).shows("Ascolto");
        for who in [&neighbour, &member, &trainer, &secretary] {
            who.get(&format!("/area/testimonial/{id}")).await.is(404);
        }
        neighbour.get("/area/testimonial").await.is(200).hides("Ascolto");
        for who in [&visitor, &expert, &neighbour, &trainer] {
            who.get(&format!("/testimonial/{id}")).await.is(404);
            who.get(&format!("/testimonial/{id}/sottotitoli.vtt")).await.is(404);
        }
        // Another's forms neither.
        other.post(&format!("/area/preparazione/{id}/invio"), &[]).await.is(404);
        other.post(&format!("/area/preparazione/{id}/scheda"), &[("titolo", "Mio")]).await.is(404);
        neighbour.post(&format!("/area/testimonial/{id}/approvazione"), &[("versione", "1"), ("nome", "Io")]).await.is(404);
    });
}

/// A page with one or three costs the same.
#[test]
fn lists_cost_the_same_whatever_their_length() {
    on_each_engine(async |house: &House| {
        let (trainer, referente, visitor) = (house.trainer().await, house.coordinator_of("Agliè").await, house.visitor());
        let ente = house.ente("Agliè").await;
        house.letters_left();
        let publish = async |title: &str| house.published(&trainer.who().id, (&referente.who().id, &ente), title).await;
        publish("Prima").await;
        let (_, one) = house.counting(visitor.get("/testimonial")).await;
        let (_, desk_one) = house.counting(trainer.get("/area/preparazione")).await;
        publish("Seconda").await;
        publish("Terza").await;
        let (_, three) = house.counting(visitor.get("/testimonial")).await;
        let (_, desk_three) = house.counting(trainer.get("/area/preparazione")).await;
        assert_eq!((one, three), (2, 2), "testimonials, and who goes on with their enti");
        assert_eq!(desk_one, desk_three);
    });
}
