//! Invitations: sent by the referente, taken up with a new account or with the one they have.

use affianca::domain::edition::Terms;
use affianca::enti;

use super::on_each_engine;
use super::{PASSWORD, count, terms};

fn newcomer() -> Vec<(&'static str, &'static str)> {
    vec![
        ("nome", "Luca Ferrero"),
        ("qualifica", "Ufficiale d’anagrafe"),
        ("d[gender]", "uomo"),
        ("password", PASSWORD),
        ("informativa", "1"),
    ]
}

#[test]
fn several_are_invited_at_once_and_one_opens_an_account() {
    on_each_engine(async |house| {
        house.edition(terms()).await;
        let referente = house.coordinator_of("Agliè").await;
        let pasted = "Luca <luca@comune.example>, berta@comune.example\nluca@comune.example";
        let sent = referente.post("/area/persone/inviti", &[("indirizzi", pasted), ("ruolo", "partecipante")]).await;
        sent.leads_to("/area/persone?esito=invitati");
        referente.get("/area/persone").await.is(200).shows("berta@comune.example").shows("Valido fino al");
        let (link, luca) = (house.link_to("luca@comune.example").await, house.visitor());
        let page = luca.get(&link).await.is(200).shows(&format!("{} vi invita a operare per", referente.who().name));
        page.shows("Ho già un accesso").shows("/entra?ritorno=/inviti/");
        luca.post(&link, &[("nome", "Luca")]).await.is(422).shows("Scegliete una password.").shows("Leggete l’informativa");
        luca.post(&link, &newcomer()).await.leads_to("/area");
        luca.get("/area").await.is(200).shows("Comune di Agliè (TO)");
        luca.post(&link, &newcomer()).await.is(410);
        assert_eq!(count(house, "select count(*) from person where username = 'luca.ferrero'").await, 1);
        referente.get("/area/persone").await.is(200).shows("Luca Ferrero");
    });
}

#[test]
fn wrong_addresses_come_back_as_they_were_typed() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let invite = async |typed: &str| referente.post("/area/persone/inviti", &[("indirizzi", typed), ("ruolo", "referente")]).await;
        invite("").await.is(422).shows("Scrivete almeno un indirizzo.");
        invite("luca@comune.example, nessuno")
            .await
            .is(422)
            .shows("Non sono indirizzi completi: nessuno.")
            .shows(">luca@comune.example, nessuno<");
        let many: Vec<String> = (0..31).map(|n| format!("p{n}@comune.example")).collect();
        invite(&many.join("\n")).await.is(422).shows("al massimo 30");
        assert_eq!(count(house, "select count(*) from letter").await, 0);
    });
}

#[test]
fn who_has_an_account_signs_in_and_adds_the_appointment() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        let anna = house.member_of("Bairo").await;
        // To whatever mailbox the invitation came.
        referente.post("/area/persone/inviti", &[("indirizzi", "ufficio@comune.example"), ("ruolo", "referente")]).await.is(303);
        let link = house.link_to("ufficio@comune.example").await;
        let back = format!("/entra?ritorno={link}");
        house.visitor().get(&link).await.is(200).shows(&back);
        let (stranger, username) = (house.visitor(), anna.who().username.clone());
        let fields = [("utente", username.as_str()), ("password", super::EVERYBODYS), ("ritorno", link.as_str())];
        stranger.post("/entra", &fields).await.leads_to(&link);
        stranger.get(&link).await.is(200).shows("Continua come").shows("vi invita a essere referente");
        stranger.post(&link, &[("accesso", "mio"), ("qualifica", "Responsabile")]).await.leads_to("/area/incarichi?esito=incaricato");
        anna.switch_to("Agliè").await.is(303);
        anna.get("/area/persone").await.is(200);
        assert_eq!(count(house, "select count(*) from person").await, 2);
    });
}

#[test]
fn an_invitation_is_taken_back_overtaken_and_expires() {
    on_each_engine(async |house| {
        let (referente, neighbour) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let invite = async || {
            super::a_moment(house);
            referente.post("/area/persone/inviti", &[("indirizzi", "luca@comune.example")]).await.is(303);
        };
        invite().await;
        let first = house.link_to("luca@comune.example").await;
        invite().await;
        house.visitor().get(&first).await.is(410).shows("Se l’avete già accettato, entrate.");
        let second = house.link_to("luca@comune.example").await;
        let page = referente.get("/area/persone").await.is(200);
        let id = super::requests_on(&page, "/area/persone/inviti/").pop();
        assert_eq!(id, None, "the address of the form goes on after the id");
        let at = page.body.split("/area/persone/inviti/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let withdrawal = format!("/area/persone/inviti/{at}");
        neighbour.post(&withdrawal, &[]).await.is(404);
        referente.post(&withdrawal, &[]).await.leads_to("/area/persone?esito=invito-ritirato");
        referente.post(&withdrawal, &[]).await.is(404);
        house.visitor().get(&second).await.is(410);
        invite().await;
        let third = house.link_to("luca@comune.example").await;
        house.clock.set(house.clock.now().plus_days(21));
        house.visitor().get(&third).await.is(410).shows("Era valido fino a");
        referente.sign_in().await.is(303);
        referente.get("/area/persone").await.is(200).shows("scaduto il 23/03/2026");
    });
}

#[test]
fn an_invitation_is_no_link_of_a_registration_nor_the_other_way_round() {
    on_each_engine(async |house| {
        let referente = house.coordinator_of("Agliè").await;
        referente.post("/area/persone/inviti", &[("indirizzi", "luca@comune.example")]).await.is(303);
        let link = house.link_to("luca@comune.example").await.replace("/inviti/", "/registrazione/conferma/");
        house.visitor().get(&link).await.is(410);
        house.visitor().post(&link, &newcomer()).await.is(410);
    });
}

#[test]
fn the_segreteria_invites_for_any_ente_and_a_referente_for_none_but_the_own() {
    on_each_engine(async |house| {
        house.edition(Terms::default()).await;
        let (desk, ente) = (house.desk().await, house.ente("Bairo").await);
        let role = affianca::access::RoleName::Coordinator;
        let addresses = ["luca@comune.example".to_owned()];
        assert_eq!(enti::invite_people(&desk, &ente, role, &addresses).await.unwrap(), 1);
        assert_eq!(house.kinds_to("luca@comune.example").await, ["invitation"]);
        let anna = house.settle("anna", "", &[]).await.id;
        let aglie = house.ente("Agliè").await;
        let referente = house.housekeeper().stand_in(affianca::access::Housekeeper::coordinator(anna, aglie), house.clock.now());
        assert!(enti::invite_people(&referente, &ente, role, &addresses).await.is_err());
    });
}
