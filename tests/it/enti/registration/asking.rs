//! Finding the ente, the form, the link, and what no answer gives away.

use affianca::domain::edition::Terms;

use super::on_each_engine;
use super::{PASSWORD, arrive, count, form, lent, mail_domain, register, terms};

#[test]
fn an_ente_is_found_as_people_type_it_and_always_with_its_province() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        for typed in ["Agli%C3%A8", "aglie", "AGLIE%27", "comune+di+aglie"] {
            let page = visitor.get(&format!("/registrazione?nome={typed}")).await.is(200);
            page.shows("Comune di Agliè (TO)")
                .shows("Comune di Maglie (LE)")
                .shows(&format!("/registrazione/{}", house.ente("Agliè").await));
        }
        visitor.get("/registrazione?nome=castro").await.is(200).shows("Comune di Castro (BG)").shows("Comune di Castro (LE)");
        visitor.get("/registrazione?nome=san").await.is(200).shows("I primi 20 enti");
        visitor.get("/registrazione?nome=qqqq").await.is(200).shows("Nessun ente ha «qqqq» nel nome.");
        visitor.get("/registrazione?nome=%25_").await.is(200).hides("(TO)");
        let told = visitor.get("/registrazione/enti?nome=livo").await.is(200).json();
        assert_eq!(told["enti"][0]["name"], "Comune di Livo (CO)");
        assert_eq!(told["enti"][1]["name"], "Comune di Livo (TN)");
        assert!(told["enti"][0]["href"].as_str().unwrap().starts_with("/registrazione/"), "{told}");
    });
}

#[test]
fn an_ente_outside_the_rule_is_told_why_and_whom_to_ask() {
    on_each_engine(async |house| {
        let mut terms = Terms { residents_at_most: Some(5000), regions: vec!["Piemonte".into(), "Toscana".into()], ..Terms::default() };
        (terms.contacts.office, terms.contacts.email) = ("Segreteria del Piano".into(), "piano@ente.example".into());
        house.edition(terms).await;
        let visitor = house.visitor();
        let busto = format!("/registrazione/{}", house.ente("Busto Arsizio").await);
        let page = visitor.get(&busto).await.is(200).shows("riguarda Piemonte e Toscana, e questo ente è in Lombardia.");
        page.shows("Segreteria del Piano").shows("mailto:piano@ente.example").hides("name=\"email\"");
        let pisa = format!("/registrazione/{}", house.ente("Pisa").await);
        visitor.get(&pisa).await.is(200).shows("si rivolge ai Comuni fino a 5000 residenti, e questo ne ha");
        // Nor does the form get round it.
        visitor.post(&pisa, &lent(&form("anna@example.org"))).await.is(422).shows("fino a 5000 residenti");
        assert_eq!(house.letters_to("anna@example.org").await, []);
        visitor.get(&format!("/registrazione/{}?lang=en", house.ente("Pisa").await)).await.shows("municipalities of up to 5000 residents");
    });
}

#[test]
fn a_form_comes_back_with_what_was_typed_and_what_is_missing() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let address = format!("/registrazione/{}", house.ente("Agliè").await);
        let page = house.visitor().get(&address).await.is(200).shows("Perché lo chiediamo: la relazione finale conta donne e uomini");
        page.hides("Acconsento").shows("Dichiaro di aver preso visione");
        let typed = [("nome", "  Anna   Bruno "), ("email", "anna@"), ("d[gender]", "inventato")];
        let back = house.visitor().post(&address, &typed).await.is(422);
        assert_eq!(back.field("nome").as_deref(), Some("Anna Bruno"));
        assert_eq!(back.field("email").as_deref(), Some("anna@"));
        let back = back.shows("L’indirizzo non è completo").shows("Scrivete la qualifica").shows("Scegliete una risposta.");
        back.shows("Leggete l’informativa").hides("Scrivete nome e cognome");
        assert_eq!(count(house, "select count(*) from registration").await, 0);
    });
}

#[test]
fn only_what_the_edition_asks_is_required() {
    on_each_engine(async |house| {
        let address = format!("/registrazione/{}", house.ente("Agliè").await);
        house.visitor().get(&address).await.is(200).hides("d[gender]").shows("(facoltativo)");
        let bare = [("nome", "Anna Bruno"), ("email", "anna@example.org"), ("informativa", "1")];
        house.visitor().post(&address, &bare).await.leads_to("/registrazione/inviata");
    });
}

#[test]
fn a_registration_goes_by_its_link_to_an_account_that_waits() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        house.coordinator_of("Bairo").await;
        let referente = house.coordinator_of("Agliè").await;
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        let page = anna.get("/area/incarichi").await.is(200).shows("In attesa: Comune di Agliè (TO)");
        page.shows("il referente dell’ente").shows("Chi approva è stato avvisato oggi alle 9.00.").shows("7 marzo 2026");
        anna.get("/area").await.is(200).shows("Una vostra richiesta è in attesa");
        // They see nothing of the ente yet.
        anna.get("/area/autodiagnosi").await.is(404);
        anna.get("/area/persone").await.is(404);
        assert_eq!(house.kinds_to("anna@example.org").await, ["registration-verify", "registration-welcome"]);
        assert_eq!(house.kinds_to(&format!("{}@comune.example", referente.who().username)).await, ["registration-to-approve"]);
        assert_eq!(count(house, "select count(*) from letter where kind = 'registration-to-approve'").await, 1);
        let kept = "select count(*) from participant_fact where field = 'gender' and value = 'donna'";
        assert_eq!(count(house, kept).await, 1);
        let read =
            "select count(*) from person where notice_version is not null and notice_read_at is not null and verified_at is not null";
        assert_eq!(count(house, read).await, 1);
        // And they can sign in again.
        let again = house.visitor();
        again.post("/entra", &[("utente", "anna.bruno"), ("password", PASSWORD)]).await.is(303);
    });
}

#[test]
fn without_a_referente_the_segreteria_is_told() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = arrive(house, "Agliè", "anna@example.org").await;
        anna.get("/area/incarichi").await.is(200).shows("la segreteria organizzativa, perché l’ente non ha ancora un referente");
        let letters = house.letters_to(&format!("{}@comune.example", segreteria.who().username)).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.contains("Anna Bruno"), "{:?}", letters[0]);
    });
}

#[test]
fn the_entes_own_domain_needs_no_approval_and_no_other_domain_does() {
    on_each_engine(async |house| {
        mail_domain(house, "Agliè", "comune.aglie.to.it").await;
        mail_domain(house, "Bairo", "comune.bairo.to.it").await;
        let anna = arrive(house, "Agliè", "anna@comune.aglie.to.it").await;
        anna.get("/area").await.is(200).shows("Comune di Agliè (TO)").hides("in attesa");
        // Of another ente, or below the domain: they wait.
        for email in ["berta@comune.bairo.to.it", "carla@altri.comune.aglie.to.it"] {
            arrive(house, "Agliè", email).await.get("/area/incarichi").await.is(200).shows("In attesa: Comune di Agliè");
        }
    });
}

#[test]
fn a_known_address_and_an_unknown_one_get_the_same_answer_for_the_same_work() {
    on_each_engine(async |house| {
        let known = house.member_of("Bairo").await;
        let known = format!("{}@comune.example", known.who().username);
        let (first, first_took) = house.counting(register(house, "Agliè", &known)).await;
        let (second, second_took) = house.counting(register(house, "Agliè", "nessuno@comune.example")).await;
        assert_eq!((first.status, &first.location, &first.body), (second.status, &second.location, &second.body));
        assert_eq!(first_took, second_took);
        let names = |answer: &crate::house::Answer| answer.headers.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&first), names(&second));
        // The letter alone says what is the case.
        let told = format!("{:?}", house.letters_to(&known).await);
        assert!(told.contains("esiste già un accesso") && told.contains("partecipante"), "{told}");
        let told = format!("{:?}", house.letters_to("nessuno@comune.example").await);
        assert!(!told.contains("esiste già"), "{told}");
    });
}

#[test]
fn several_people_share_a_mailbox_each_with_a_username() {
    on_each_engine(async |house| {
        let shared = "protocollo@comune.example";
        arrive(house, "Agliè", shared).await;
        // The same name again: the first username is taken, another is proposed.
        register(house, "Agliè", shared).await.is(303);
        let (link, berta) = (house.link_to(shared).await, house.visitor());
        assert_eq!(berta.get(&link).await.is(200).field("utente").as_deref(), Some("a.bruno"));
        let back = berta.post(&link, &[("utente", "anna.bruno"), ("password", PASSWORD)]).await.is(422);
        back.shows("è già di un’altra persona").shows("Sono liberi: a.bruno");
        berta.post(&link, &[("utente", "b.bruno"), ("password", PASSWORD)]).await.is(303);
        assert_eq!(count(house, "select count(*) from person where email = 'protocollo@comune.example'").await, 2);
    });
}

#[test]
fn a_link_is_used_once_and_in_time() {
    on_each_engine(async |house| {
        register(house, "Agliè", "anna@example.org").await.is(303);
        let link = house.link_to("anna@example.org").await;
        // Programs that look into letters before people do change nothing.
        for _ in 0..2 {
            house.visitor().get(&link).await.is(200);
        }
        let fields = [("utente", "anna.bruno"), ("password", PASSWORD)];
        let (anna, berta) = (house.visitor(), house.visitor());
        let other = [("utente", "berta.bruno"), ("password", PASSWORD)];
        let (first, second) = rocket::tokio::join!(anna.post(&link, &fields), berta.post(&link, &other));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 410]);
        assert_eq!(count(house, "select count(*) from person where email = 'anna@example.org'").await, 1);
        house.visitor().get(&link).await.is(410).shows("Questo collegamento non vale più");
        register(house, "Agliè", "carla@example.org").await.is(303);
        let link = house.link_to("carla@example.org").await;
        house.clock.set(house.clock.now().plus_days(3));
        house.visitor().get(&link).await.is(410).shows("Era valido fino a giovedì 5 marzo 2026, ore 9.00.");
        house.visitor().post(&link, &fields).await.is(410);
        assert_eq!(house.visitor().get(&link).await.header("Cache-Control"), Some("no-store"));
    });
}

#[test]
fn who_has_an_account_gets_a_further_appointment_and_no_second_account() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Bairo").await;
        let anna = house.member_of("Agliè").await;
        let bairo = format!("/registrazione/{}", house.ente("Bairo").await);
        anna.get(&bairo).await.is(200).hides("name=\"email\"").hides("informativa\"");
        anna.post(&bairo, &[("qualifica", "Ufficiale d’anagrafe")]).await.leads_to("/area/incarichi?esito=attesa");
        anna.post(&bairo, &[("qualifica", "Ufficiale d’anagrafe")]).await.leads_to("/area/incarichi?esito=gia");
        let own = format!("/registrazione/{}", house.ente("Agliè").await);
        anna.post(&own, &[]).await.leads_to("/area/incarichi?esito=gia");
        assert_eq!(count(house, "select count(*) from registration").await, 1);
        let page = referente.get("/area/persone").await.is(200).shows(&anna.who().name);
        let id = super::requests_on(&page, "/area/persone/richieste/").pop().unwrap();
        referente.post(&format!("/area/persone/richieste/{id}"), &[("azione", "approva")]).await.is(303);
        anna.switch_to("Bairo").await.is(303);
        anna.get("/area").await.is(200).shows("Comune di Bairo (TO)");
        assert_eq!(count(house, "select count(*) from person").await, 2);
    });
}

#[test]
fn who_is_signed_in_takes_a_link_with_the_account_they_have() {
    on_each_engine(async |house| {
        let anna = house.member_of("Bairo").await;
        let email = format!("{}@comune.example", anna.who().username);
        register(house, "Agliè", &email).await.is(303);
        let link = house.link_to(&email).await;
        anna.get(&link).await.is(200).shows(&format!("Continua come {}", anna.who().name)).hides("type=\"password\"");
        anna.post(&link, &[("accesso", "mio")]).await.leads_to("/area/incarichi?esito=attesa");
        assert_eq!(count(house, "select count(*) from person").await, 1);
    });
}

#[test]
fn many_letters_to_one_address_are_slowed_down() {
    on_each_engine(async |house| {
        for _ in 0..5 {
            register(house, "Agliè", "anna@example.org").await.is(303);
        }
        register(house, "Agliè", "anna@example.org").await.is(429);
        register(house, "Agliè", "berta@example.org").await.is(303);
        house.clock.set(house.clock.now().plus_minutes(60));
        register(house, "Agliè", "anna@example.org").await.is(303);
    });
}
