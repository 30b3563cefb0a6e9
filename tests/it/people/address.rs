//! A new address holds once both mailboxes have confirmed.

use std::collections::BTreeSet;

use affianca::access::Housekeeper;
use affianca::people::{self, NotMoved};
use affianca::platform::db::q;

use super::letters::waiting;
use crate::house::{Browser, House, PASSWORD, on_each_engine};

const NEW: &str = "anna@unione.example";

/// A minute after whatever came before: letters are told apart by their hour.
async fn ask(house: &House, anna: &Browser<'_>, address: &str) {
    house.clock.set(house.clock.now().plus_minutes(1));
    let fields = [("indirizzo", address), ("attuale", PASSWORD)];
    anna.post("/area/profilo/indirizzo", &fields).await.leads_to("/area/profilo?esito=indirizzo");
}

/// The latest links to the former mailbox and to the new one.
async fn links(house: &House) -> (String, String) {
    let (former, new) = (waiting(house, "address-leave").await, waiting(house, "address-confirm").await);
    assert_eq!((former[0].address.as_str(), new[0].address.as_str()), ("partecipante@comune.example", NEW));
    (former.last().unwrap().links()[0].clone(), new.last().unwrap().links()[0].clone())
}

async fn address(house: &House) -> String {
    let (email,): (String,) = q("select email from person").one(&mut house.db.reader().await.unwrap()).await.unwrap();
    email
}

#[test]
fn an_address_changes_when_both_have_confirmed() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, &anna, " Anna@Unione.example ").await;
        anna.get("/area/profilo?esito=indirizzo").await.is(200).shows("Cambio di indirizzo in attesa").shows(NEW);
        let (former, new) = links(house).await;
        let visitor = house.visitor();
        visitor.get(&new).await.is(200).shows(NEW).shows("partecipante");
        visitor.post(&new, &[]).await.is(400);
        for _ in 0..2 {
            visitor.post(&new, &[("azione", "conferma")]).await.is(200).shows("Manca la conferma dalla casella attuale");
        }
        assert_eq!(address(house).await, "partecipante@comune.example");
        visitor.post(&former, &[("azione", "conferma")]).await.is(200).shows("L’indirizzo è cambiato");
        assert_eq!(address(house).await, NEW);
        for link in [&former, &new] {
            visitor.get(link).await.is(404);
            visitor.post(link, &[("azione", "ferma")]).await.is(404);
        }
        let told: BTreeSet<_> = waiting(house, "address-changed").await.into_iter().map(|letter| letter.address).collect();
        assert_eq!(told, BTreeSet::from(["partecipante@comune.example".to_owned(), NEW.to_owned()]));
        anna.get("/area/profilo").await.is(200).hides("in attesa").shows(NEW);
    });
}

#[test]
fn either_mailbox_stops_it_and_so_does_the_person() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for who in ["former", "new", "person"] {
            ask(house, &anna, NEW).await;
            let (former, new) = links(house).await;
            let (stops, other) = if who == "new" { (&new, &former) } else { (&former, &new) };
            house.visitor().post(other, &[("azione", "conferma")]).await.is(200);
            match who {
                "person" => anna.post("/area/profilo/indirizzo/fine", &[]).await.leads_to("/area/profilo?esito=indirizzo-fermo"),
                _ => house.visitor().post(stops, &[("azione", "ferma")]).await.is(200).shows("Il cambio è fermato"),
            };
            house.visitor().post(stops, &[("azione", "conferma")]).await.is(404);
        }
        assert_eq!(address(house).await, "partecipante@comune.example");
    });
}

#[test]
fn a_later_request_overtakes_and_three_days_are_enough() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, &anna, NEW).await;
        let (former, _) = links(house).await;
        ask(house, &anna, NEW).await;
        house.visitor().get(&former).await.is(404);
        let (former, new) = links(house).await;
        house.visitor().post(&former, &[("azione", "conferma")]).await.is(200);
        house.clock.set(house.clock.now().plus_days(3));
        house.visitor().post(&new, &[("azione", "conferma")]).await.is(404);
        assert_eq!(address(house).await, "partecipante@comune.example");
    });
}

#[test]
fn what_is_no_address_comes_back() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for (typed, password, sentence) in [
            ("anna", PASSWORD, "come nome.cognome@comune.example"),
            ("partecipante@comune.example", PASSWORD, "È già il vostro indirizzo"),
            (NEW, "non è questa", "non è giusta"),
        ] {
            let fields = [("indirizzo", typed), ("attuale", password)];
            let page = anna.post("/area/profilo/indirizzo", &fields).await.is(422).shows(sentence).hides(PASSWORD);
            assert_eq!(page.field("indirizzo").as_deref(), Some(typed));
        }
        assert!(waiting(house, "address-confirm").await.is_empty());
    });
}

#[test]
fn the_segreteria_corrects_an_address_and_the_reason_stays() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        ask(house, &anna, NEW).await;
        let (former, _) = links(house).await;
        let secretary = house.housekeeper().stand_in(Housekeeper::secretariat(anna.who().id.clone()), house.clock.now());
        let correct = async |address| people::correct_address(&secretary, &anna.who().id, address, "casella chiusa").await.unwrap();
        assert_eq!(correct("nessuno").await, Err(NotMoved::Shape));
        assert_eq!(correct("anna@altrove.example").await, Ok(()));
        assert_eq!(address(house).await, "anna@altrove.example");
        house.visitor().get(&former).await.is(404);
        assert_eq!(waiting(house, "address-changed").await.len(), 2);
        let (detail,): (String,) =
            q("select detail from deed where kind = 'address-changed'").one(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(detail, "partecipante@comune.example → anna@altrove.example: casella chiusa");
    });
}
