//! From the code of the paper letter to the first sign-in.

use affianca::domain::activation_code::ActivationCode;
use affianca::domain::ids::EditionId;
use affianca::enti::{self, WantedCodes};

use super::on_each_engine;
use super::{PASSWORD, count, terms};
use crate::house::House;

/// A code for an ente, fresh from the lot.
async fn code(house: &House, edition: &EditionId, ente: &str) -> ActivationCode {
    let (desk, ente) = (house.desk().await, house.ente(ente).await);
    let enti = [ente];
    enti::invite(&desk, edition, &enti).await.unwrap();
    let wanted = WantedCodes { edition, enti: &enti, expires: house.clock.now().plus_days(60), replace: true };
    enti::make_codes(&desk, &wanted).await.unwrap().pop().unwrap().code
}

fn form(code: &str) -> Vec<(&str, &str)> {
    vec![
        ("codice", code),
        ("nome", "Anna Bruno"),
        ("email", "Anna@Comune.example"),
        ("qualifica", "Istruttrice amministrativa"),
        ("d[gender]", "donna"),
        ("password", PASSWORD),
        ("informativa", "1"),
    ]
}

#[test]
fn the_code_lets_the_referente_in_at_once_and_once() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let code = code(house, &edition, "Agliè").await;
        let anna = house.visitor();
        anna.get("/attivazione").await.is(200).shows("Sedici lettere e cifre");
        let sloppy = code.grouped().to_lowercase().replace('-', "  ");
        anna.post("/attivazione", &[("codice", &sloppy)]).await.is(200).shows("Diventate referente: Comune di Agliè (TO)");
        anna.post("/attivazione/accesso", &[("codice", &sloppy)]).await.is(422).shows("Scegliete una password.");
        anna.post("/attivazione/accesso", &form(&sloppy)).await.leads_to("/area");
        anna.get("/area").await.is(200).shows("Comune di Agliè (TO)");
        anna.get("/area/persone").await.is(200).shows("anna@comune.example");
        // Signing in works before the address is confirmed.
        house.visitor().post("/entra", &[("utente", "anna.bruno"), ("password", PASSWORD)]).await.is(303);
        assert_eq!(house.kinds_to("anna@comune.example").await, ["activation-welcome"]);
        let link = house.link_to("anna@comune.example").await;
        house.visitor().get(&link).await.is(200).shows("anna@comune.example");
        assert_eq!(count(house, "select count(*) from person where verified_at is not null").await, 0);
        house.visitor().post(&link, &[]).await.is(200).shows("L’indirizzo è confermato.");
        house.visitor().post(&link, &[]).await.is(410);
        assert_eq!(count(house, "select count(*) from person where verified_at is not null").await, 1);
        house.visitor().post("/attivazione", &[("codice", &sloppy)]).await.is(422).shows("è già stato usato");
        house.visitor().post("/attivazione/accesso", &form(&sloppy)).await.is(422).shows("è già stato usato");
        assert_eq!(count(house, "select count(*) from person where username like 'a%bruno%'").await, 1);
        assert_eq!(count(house, "select count(*) from participant_fact").await, 1);
    });
}

#[test]
fn of_two_who_enter_one_code_at_once_one_gets_in() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let code = code(house, &edition, "Agliè").await.grouped();
        let (anna, berta) = (house.visitor(), house.visitor());
        let mut other = form(&code);
        other[1] = ("nome", "Berta Neri");
        let own = form(&code);
        let (first, second) = rocket::tokio::join!(anna.post("/attivazione/accesso", &own), berta.post("/attivazione/accesso", &other));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        // The other account was never made.
        assert_eq!(count(house, "select count(*) from person where email = 'anna@comune.example'").await, 1);
    });
}

#[test]
fn a_slip_of_the_pen_is_told_at_once_and_costs_nothing() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let code = code(house, &edition, "Agliè").await.bare();
        let anna = house.visitor();
        let try_it = async |typed: &str| anna.post("/attivazione", &[("codice", typed)]).await;
        try_it("").await.is(422).shows("Scrivete il codice della lettera.");
        try_it(&code[..15]).await.is(422).shows("qui sono 15").shows(&code[..15]);
        try_it(&format!("{}0", &code[..15])).await.is(422).shows("Nel codice non c’è mai «0»");
        // Another check character than the right one is always a slip, whatever the code drawn.
        let last = if code.ends_with('A') { 'C' } else { 'A' };
        let slipped = format!("{}{last}", &code[..15]);
        for _ in 0..20 {
            try_it(&slipped).await.is(422).shows("codice");
        }
        try_it(&code).await.is(200);
    });
}

#[test]
fn guesses_are_slowed_down() {
    on_each_engine(async |house| {
        let guess = ActivationCode::from_lot([3; 16]).grouped();
        let guesser = house.visitor();
        for _ in 0..5 {
            guesser.post("/attivazione", &[("codice", &guess)]).await.is(422).shows("non è tra quelli stampati");
        }
        guesser.post("/attivazione", &[("codice", &guess)]).await.is(429);
    });
}

#[test]
fn who_has_an_account_becomes_referente_with_it() {
    on_each_engine(async |house| {
        let edition = house.edition(terms()).await;
        let code = code(house, &edition, "Agliè").await.grouped();
        let anna = house.member_of("Bairo").await;
        anna.post("/attivazione", &[("codice", &code)]).await.is(200).shows("Diventa referente come").hides("type=\"password\"");
        let fields = [("codice", code.as_str()), ("accesso", "mio"), ("qualifica", "Responsabile")];
        anna.post("/attivazione/accesso", &fields).await.leads_to("/area/incarichi?esito=incaricato");
        anna.switch_to("Agliè").await.is(303);
        anna.get("/area/persone").await.is(200);
    });
}
