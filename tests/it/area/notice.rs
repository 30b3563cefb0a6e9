//! The privacy notice for those who have not declared having read the one in force.

use affianca::people;
use affianca::platform::db::q;

use crate::house::{Browser, House, on_each_engine, on_each_engine_with};

async fn version_of(house: &House, browser: &Browser<'_>) -> Option<String> {
    let statement = q("select notice_version from person where person_id = $1").bind(&browser.who().id);
    let (version,): (Option<String>,) = statement.one(&mut house.db.reader().await.unwrap()).await.unwrap();
    version
}

const NOTICE: &str = "/area/informativa?ritorno=/area";

#[test]
fn whoever_never_saw_the_notice_is_led_to_it_and_then_on() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        house.never_saw_the_notice(&anna.who().id).await;
        anna.sign_in().await.leads_to(NOTICE);
        let page = anna.get(NOTICE).await.is(200).shows("Dichiaro di aver preso visione").shows("Di chi è la responsabilità");
        page.hides("acconsento").shows("Non è un consenso").shows("Più tardi");
        // Nothing else is closed, and nothing is noted until it is declared.
        anna.get("/area").await.is(200).shows("Non avete ancora preso visione");
        anna.get("/privacy").await.is(200);
        anna.post("/area/informativa", &[("ritorno", "/area/profilo")]).await.is(422).shows("Più tardi").shows("value=\"/area/profilo\"");
        assert_eq!(version_of(house, &anna).await, None);
        anna.post("/area/informativa", &[("ritorno", "/area/profilo"), ("informativa", "1")]).await.leads_to("/area/profilo");
        assert_eq!(version_of(house, &anna).await.as_deref(), Some(house.config.site.notice_version.as_str()));
        anna.get("/area").await.is(200).hides("Non avete ancora preso visione");
        anna.get(NOTICE).await.leads_to("/area");
        anna.sign_in().await.leads_to("/area");
        anna.get("/area/dati/copia.json").await.is(200).shows("\"notice_version\": \"2026-11\"");
    });
}

#[test]
fn the_way_back_is_a_page_of_ours() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        house.never_saw_the_notice(&anna.who().id).await;
        for elsewhere in ["https://evil.example", "//evil.example", "/esci", "/entra"] {
            let form = [("ritorno", elsewhere), ("informativa", "1")];
            anna.post("/area/informativa", &form).await.leads_to("/area");
        }
        house.visitor().get(NOTICE).await.is(303);
        house.visitor().post("/area/informativa", &[("informativa", "1")]).await.is(401);
    });
}

#[test]
fn a_new_version_asks_everybody_again() {
    on_each_engine_with("notice_version = \"2027-01\"", async |house| {
        let anna = house.coordinator_of("Agliè").await;
        anna.sign_in().await.leads_to("/area");
        people::note_notice_read(&house.housekeeper(), &anna.who().id, "2026-11").await.unwrap();
        anna.sign_in().await.leads_to(NOTICE);
        anna.get(NOTICE).await.is(200).shows("è cambiata");
        anna.post("/esci", &[]).await.is(303);
    });
}

#[test]
fn with_a_second_factor_the_notice_comes_after_it() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        house.never_saw_the_notice(&segreteria.who().id).await;
        segreteria.sign_in().await.leads_to(NOTICE);
    });
}

#[test]
fn somebody_registered_by_telephone_is_shown_it_at_the_first_sign_in() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let form = [("nome", "Nadia Verdi"), ("indirizzo", "nadia@comune.example"), ("ente", "Agliè"), ("ruolo", "member")];
        segreteria.post("/segreteria/persone/nuova", &form).await.is(303);
        let letters = house.letters().await;
        let link = letters.iter().find(|letter| letter.kind == "choose-password").unwrap().link();
        let nadia = house.visitor();
        let chosen = [("nuova", "cinque oche in cortile"), ("ripetuta", "cinque oche in cortile")];
        nadia.post(&link, &chosen).await.is(303);
        let entered = nadia.post("/entra", &[("utente", "nadia.verdi"), ("password", "cinque oche in cortile")]).await;
        entered.leads_to(NOTICE);
        house.letters().await;
    });
}

#[test]
fn whoever_registers_by_themselves_read_it_at_the_door() {
    on_each_engine(async |house| {
        house.letters_left();
        let aglie = house.ente("Agliè").await;
        let form = [("nome", "Lia Neri"), ("email", "lia@comune.example"), ("qualifica", "Messa"), ("informativa", "1")];
        house.visitor().post(&format!("/registrazione/{aglie}"), &form).await.is(303);
        let link = house.letters().await.pop().unwrap().link();
        let lia = house.visitor();
        lia.post(&link, &[("utente", "lia.neri"), ("password", "cinque oche in cortile")]).await.is(303);
        lia.post("/esci", &[]).await.is(303);
        lia.post("/entra", &[("utente", "lia.neri"), ("password", "cinque oche in cortile")]).await.leads_to("/area");
    });
}
