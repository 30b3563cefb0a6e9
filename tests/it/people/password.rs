//! Passwords by letter and by their owner.

use affianca::access::password::NOT_CHOSEN;
use affianca::people;
use affianca::platform::db::q;

use super::letters::{waiting, write_letters};
use crate::house::{House, PASSWORD, on_each_engine};

const NEW: &str = "cinque oche sul tetto";

async fn ask(house: &House, login: &str) {
    house.visitor().post("/entra/recupero", &[("chi", login)]).await.leads_to("/entra/recupero?esito=inviata");
    write_letters(house).await;
}

fn new(password: &str) -> [(&'static str, &str); 2] {
    [("nuova", password), ("ripetuta", password)]
}

#[test]
fn a_forgotten_password_is_chosen_anew_by_letter_once() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, " Partecipante ").await;
        let letters = waiting(house, "password-reset").await;
        assert_eq!((letters.len(), letters[0].address.as_str()), (1, "partecipante@comune.example"));
        assert!(letters[0].letter.secret);
        let link = letters[0].links()[0].clone();
        let visitor = house.visitor();
        let page = visitor.get(&link).await.is(200).shows("partecipante").shows(&anna.who().name);
        assert_eq!(page.header("Cache-Control"), Some("no-store"));
        // Reading the page uses nothing up: mail scanners read it too.
        visitor.get(&link).await.is(200);
        visitor.post(&link, &new(NEW)).await.leads_to("/entra?esito=password");
        visitor.get("/entra?esito=password").await.is(200).shows("La password è salvata");
        // Every session is over, the former password too, and the link.
        anna.get("/area/profilo").await.is(303);
        visitor.post("/entra", &[("utente", "partecipante"), ("password", PASSWORD)]).await.is(422);
        visitor.post(&link, &new("sei galline sul muro")).await.is(404).shows("non vale più");
        visitor.get(&link).await.is(404);
        visitor.post("/entra", &[("utente", "partecipante"), ("password", NEW)]).await.leads_to("/area");
        assert_eq!(waiting(house, "password-changed").await.len(), 1);
    });
}

#[test]
fn behind_one_mailbox_each_has_a_link_of_their_own() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.coordinator_of("Agliè").await);
        let mut tx = house.db.begin().await.unwrap();
        q("update person set email = 'ufficio@comune.example'").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        ask(house, "Ufficio@comune.example").await;
        let letters = waiting(house, "password-reset").await;
        assert_eq!(letters.len(), 1);
        let readers = [anna.who(), bruno.who()].map(|who| [who.name.clone(), who.username.clone()]).concat();
        assert_eq!(letters[0].facts(), readers);
        let links = letters[0].links();
        house.visitor().get(&links[1]).await.is(200).shows(&bruno.who().name).hides(&anna.who().name);
        house.visitor().post(&links[1], &new(NEW)).await.is(303);
        // Hers goes on.
        anna.get("/area/profilo").await.is(200);
        bruno.get("/area/profilo").await.is(303);
    });
}

#[test]
fn a_link_holds_for_an_hour_and_goes_to_nobody_who_may_not_enter() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, "partecipante").await;
        let link = waiting(house, "password-reset").await[0].links()[0].clone();
        house.clock.set(house.clock.now().plus_minutes(58));
        house.visitor().get(&link).await.is(200);
        house.clock.set(house.clock.now().plus_minutes(1));
        house.visitor().get(&link).await.is(404);
        house.visitor().post(&link, &new(NEW)).await.is(404);
        let disable = q("update person set disabled_at = 0 where person_id = $1").bind(&anna.who().id);
        let mut tx = house.db.begin().await.unwrap();
        disable.run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        ask(house, "partecipante").await;
        assert_eq!(waiting(house, "password-reset").await.len(), 1);
        let left = q("select count(*) from reset_request").count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(left, 0);
    });
}

#[test]
fn an_account_made_by_others_opens_by_the_link_of_its_letter() {
    on_each_engine(async |house| {
        let anna = house.settle("nuova", "", &[]).await;
        for _ in 0..2 {
            house.clock.set(house.clock.now().plus_minutes(1));
            let actor = house.housekeeper();
            let mut tx = actor.begin().await.unwrap();
            q("update person set password_hash = $2 where person_id = $1").bind(&anna.id).bind(NOT_CHOSEN).run(&mut tx).await.unwrap();
            people::invite_to_choose_password(&actor, &mut tx, &anna.id).await.unwrap();
            tx.commit().await.unwrap();
        }
        for password in [NOT_CHOSEN, PASSWORD] {
            house.visitor().post("/entra", &[("utente", "nuova"), ("password", password)]).await.is(422);
        }
        let letters = waiting(house, "choose-password").await;
        let (former, link) = (letters[0].links()[0].clone(), letters[1].links()[0].clone());
        house.clock.set(house.clock.now().plus_days(13));
        // The second letter overtook the first.
        house.visitor().get(&former).await.is(404);
        house.visitor().get(&link).await.is(200).shows("Scegliete la vostra password");
        house.visitor().post(&link, &new(NEW)).await.leads_to("/entra?esito=password");
        house.visitor().post("/entra", &[("utente", "nuova"), ("password", NEW)]).await.leads_to("/area");
        let verified = q("select verified_at from person where person_id = $1").bind(&anna.id);
        assert_eq!(verified.count(&mut house.db.reader().await.unwrap()).await.unwrap(), house.clock.now().millis());
    });
}

#[test]
fn a_password_that_will_not_do_comes_back_with_its_sentence() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, "partecipante").await;
        let link = waiting(house, "password-reset").await[0].links()[0].clone();
        for (chosen, repeated, sentence) in [
            ("corta", "corta", "almeno 12 caratteri"),
            ("password1234", "password1234", "tra le prime"),
            ("partecipante1", "partecipante1", "nome utente"),
            (NEW, "un'altra cosa", "non sono uguali"),
        ] {
            let fields = [("nuova", chosen), ("ripetuta", repeated)];
            house.visitor().post(&link, &fields).await.is(422).shows(sentence).hides(chosen);
            let fields = [("attuale", PASSWORD), ("nuova", chosen), ("ripetuta", repeated)];
            anna.post("/area/profilo/password", &fields).await.is(422).shows(sentence).hides(PASSWORD);
        }
        house.visitor().post("/entra/recupero", &[("chi", " ")]).await.is(422).shows("Scrivete il nome utente");
        // Nothing was used up.
        house.visitor().get(&link).await.is(200);
    });
}

#[test]
fn a_changed_password_ends_the_other_sessions_and_goes_on_here() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let elsewhere = anna.elsewhere().await;
        let token = anna.cookie("affianca").unwrap();
        let fields = |present| [("attuale", present), ("nuova", NEW), ("ripetuta", NEW)];
        anna.post("/area/profilo/password", &fields("non è questa")).await.is(422).shows("non è giusta");
        elsewhere.get("/area/profilo").await.is(200);
        anna.post("/area/profilo/password", &fields(PASSWORD)).await.leads_to("/area/profilo?esito=password");
        anna.get("/area/profilo?esito=password").await.is(200).shows("La password è cambiata");
        elsewhere.get("/area/profilo").await.is(303);
        assert_ne!(anna.cookie("affianca").unwrap(), token);
        let thief = house.visitor();
        thief.set_cookie("affianca", &token);
        thief.get("/area/profilo").await.is(303);
        house.visitor().post("/entra", &[("utente", "partecipante"), ("password", NEW)]).await.leads_to("/area");
        assert_eq!(waiting(house, "password-changed").await[0].address, "partecipante@comune.example");
    });
}

#[test]
fn whoever_guesses_the_present_password_waits() {
    on_each_engine(async |house| {
        house.letters_left();
        let anna = house.member_of("Agliè").await;
        let fields = |present| [("attuale", present), ("nuova", NEW), ("ripetuta", NEW)];
        for _ in 0..5 {
            anna.post("/area/profilo/password", &fields("non è questa")).await.is(422);
        }
        let answer = anna.post("/area/profilo/password", &fields(PASSWORD)).await.is(429).shows("Potrete riprovare");
        assert_eq!(answer.header("Retry-After"), Some("30"));
        house.clock.set(house.clock.now().plus_minutes(1));
        anna.post("/area/profilo/password", &fields(PASSWORD)).await.is(303);
    });
}
