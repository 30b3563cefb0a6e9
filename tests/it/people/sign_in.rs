//! Signing in: who gets in, what a wrong attempt keeps, and where the way back may lead.

use affianca::domain::ids::PersonId;
use affianca::platform::db::q;
use rocket::http::Method;

use crate::house::{House, on_each_engine, on_each_engine_with};

const PASSWORD: &str = "quattro gatti in piazza";

async fn disable(house: &House, person: &PersonId) {
    let mut tx = house.db.begin().await.unwrap();
    let statement = q("update person set disabled_at = $2 where person_id = $1").bind(person).bind(house.clock.now());
    assert_eq!(statement.run(&mut tx).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[test]
fn the_right_password_opens_the_area() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.post("/esci", &[]).await.leads_to("/?esito=uscita");
        anna.get("/entra").await.is(200).shows("name=\"utente\"").shows("type=\"password\"");
        anna.sign_in().await.leads_to("/area");
        anna.get("/area/profilo").await.is(200).shows(&anna.who().name);
        // Who is inside already does not sign in twice.
        anna.get("/entra?ritorno=/area/profilo").await.leads_to("/area/profilo");
    });
}

#[test]
fn the_username_is_taken_as_people_type_it() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for typed in ["partecipante", "  Partecipante ", "PARTECIPANTE", "partecipante@comune.example"] {
            let visitor = house.visitor();
            visitor.post("/entra", &[("utente", typed), ("password", PASSWORD)]).await.leads_to("/area");
            visitor.get("/area/profilo").await.is(200).shows(&anna.who().name);
        }
    });
}

#[test]
fn a_wrong_attempt_keeps_the_username_and_never_the_password() {
    on_each_engine(async |house| {
        house.member_of("Agliè").await;
        let visitor = house.visitor();
        for (username, password) in
            [("partecipante", "non è questa, credo"), ("nessuno", PASSWORD), ("partecipante", "quattro gatti in Piazza")]
        {
            let answer = visitor.post("/entra", &[("utente", username), ("password", password), ("ritorno", "/area/profilo")]).await;
            let answer = answer.is(422).shows("Nome utente o password non sono corretti").hides(password).hides(PASSWORD);
            assert_eq!(answer.field("utente").as_deref(), Some(username));
            assert_eq!(answer.field("ritorno").as_deref(), Some("/area/profilo"));
            assert!(visitor.cookie("affianca").is_none());
        }
        visitor.post("/entra", &[("utente", "x\"><script>"), ("password", "y")]).await.is(422).hides("<script>");
        visitor
            .post("/entra", &[("utente", ""), ("password", "")])
            .await
            .is(422)
            .shows("Scrivete il nome utente.")
            .shows("Scrivete la password.");
        visitor.post("/entra?lang=en", &[("utente", "nessuno"), ("password", "x")]).await.is(422).shows("are not correct");
    });
}

#[test]
fn a_disabled_account_looks_like_a_wrong_password_and_its_sessions_are_over() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let wrong = house.visitor().post("/entra", &[("utente", "partecipante"), ("password", "sbagliata di certo")]).await;
        disable(house, &anna.who().id).await;
        anna.get("/area/profilo").await.leads_to("/entra?ritorno=/area/profilo");
        let disabled = house.visitor().post("/entra", &[("utente", "partecipante"), ("password", PASSWORD)]).await;
        assert_eq!((disabled.status, disabled.body), (422, wrong.body));
    });
}

#[test]
fn an_address_that_two_share_opens_nothing() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        let shared = "protocollo@comune.example";
        let mut tx = house.db.begin().await.unwrap();
        for person in [&anna.who().id, &bruno.who().id] {
            q("update person set email = $2 where person_id = $1").bind(person).bind(shared).run(&mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        house.visitor().post("/entra", &[("utente", shared), ("password", PASSWORD)]).await.is(422);
    });
}

#[test]
fn the_way_back_is_a_page_of_ours_or_the_area() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for (asked, to) in [
            ("/area/profilo", "/area/profilo"),
            ("/area/profilo?esito=cambiato", "/area/profilo?esito=cambiato"),
            ("", "/area"),
            ("/", "/area"),
            ("/entra", "/area"),
            ("/esci", "/area"),
            ("/area/incarico", "/area"),
            ("/non-c-e", "/area"),
            ("//evil.example", "/area"),
            ("///evil.example", "/area"),
            ("/\\evil.example", "/area"),
            ("\\\\evil.example", "/area"),
            ("/\t/evil.example", "/area"),
            ("/\n/evil.example", "/area"),
            ("/area/profilo\r\nSet-Cookie: a=b", "/area"),
            ("https://evil.example/area/profilo", "/area"),
            ("javascript:alert(1)", "/area"),
            ("/../area/profilo", "/area"),
            ("/area/%2e%2e/area/profilo", "/area"),
            (" /area/profilo", "/area"),
            ("/area/profilo ", "/area"),
            ("/area/pròfilo", "/area"),
        ] {
            let visitor = house.visitor();
            let fields = [("utente", "partecipante"), ("password", PASSWORD), ("ritorno", asked)];
            let answer = visitor.post("/entra", &fields).await.leads_to(to);
            assert!(answer.headers.iter().all(|(_, value)| !value.contains("evil")), "{asked:?}");
            // Nor does the form itself keep an address of others.
            let encoded = affianca::ui::paths::encoded(asked);
            let form = house.visitor().get(&format!("/entra?ritorno={encoded}")).await.is(200);
            assert_eq!(form.field("ritorno").as_deref(), Some(to), "{asked:?}");
        }
        drop(anna);
    });
}

#[test]
fn who_is_not_signed_in_signs_in_and_comes_back() {
    on_each_engine(async |house| {
        house.member_of("Agliè").await;
        let visitor = house.visitor();
        let answer = visitor.get("/area/profilo").await.leads_to("/entra?ritorno=/area/profilo");
        let form = visitor.get(answer.location.as_deref().unwrap()).await.is(200);
        let back = form.field("ritorno").unwrap();
        visitor.post("/entra", &[("utente", "partecipante"), ("password", PASSWORD), ("ritorno", &back)]).await.leads_to("/area/profilo");
    });
}

#[test]
fn a_form_from_elsewhere_signs_nobody_in_or_out() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for header in
            [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"), ("X-Nothing", "1")]
        {
            for path in ["/entra", "/esci", "/area/incarico"] {
                let ask = house.visitor();
                let fields = [("utente", "partecipante"), ("password", PASSWORD)];
                ask.ask(Method::Post, path).header(header.0, header.1).form(&fields).send().await.is(403);
                anna.ask(Method::Post, path).header(header.0, header.1).form(&fields).send().await.is(403);
                assert!(ask.cookie("affianca").is_none());
            }
        }
        anna.get("/area/profilo").await.is(200);
        let origin = [("Origin", crate::house::PUBLIC_URL)];
        anna.ask(Method::Post, "/esci").header(origin[0].0, origin[0].1).form(&[]).send().await.leads_to("/?esito=uscita");
    });
}

#[test]
fn over_https_the_cookie_is_bound_to_the_host() {
    on_each_engine_with("public_url = \"https://affianca.example\"", async |house| {
        let anna = house.member_of("Agliè").await;
        let answer = anna.sign_in().await.leads_to("/area");
        let cookie = answer.header("Set-Cookie").unwrap();
        for part in ["__Host-affianca=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    });
}

#[test]
fn the_page_says_whom_to_ask() {
    on_each_engine_with("owner = \"Provincia di prova\"\ncontact_phone = \"011 000\"", async |house| {
        let page = house.visitor().get("/entra").await.is(200);
        page.shows("Rivolgetevi a Provincia di prova:").shows("tel:011000").shows("href=\"/registrazione\"");
    });
}
