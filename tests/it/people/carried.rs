//! Forms carried through sign-in and through a change of ente: saved by the same person only, and nothing typed is lost.

use affianca::people;

use crate::house::{Answer, Browser, House, on_each_engine};

const PASSWORD: &str = "quattro gatti in piazza";
const SECTION: &str = "/area/autodiagnosi/0192f0c1-2345-7abc-8def-0123456789ab/sezioni/assetto";
const NOTE: &str = "una nota lunga,\ncon «virgolette», \"doppie\" & un <b>tag</b>";

/// Sign-in with the form of a section inside.
async fn sign_in_with(browser: &Browser<'_>, username: &str, chi: &str, ente: &str) -> Answer {
    let fields = [
        ("utente", username),
        ("password", PASSWORD),
        ("azione", SECTION),
        ("m:chi", chi),
        ("m:ente", ente),
        ("m:a[Q08]", "a"),
        ("m:a[Q08]", "b"),
        ("m:n[Q07]", NOTE),
        ("m:azione", "di un altro modulo"),
    ];
    browser.post("/entra", &fields).await
}

/// What the page would post if its main button were pressed.
fn inner_form(page: &Answer) -> Vec<(String, String)> {
    let form = page.body.split_once(&format!("action=\"{SECTION}\"")).expect("a form to the section").1;
    let form = form.split_once("</form>").expect("the end of the form").0;
    let plain = |text: &str| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let attribute = |tag: &str, name: &str| Some(plain(tag.split_once(&format!("{name}=\""))?.1.split('"').next()?));
    form.split("<input").skip(1).filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect()
}

#[test]
fn the_same_person_finds_everything_as_it_was() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let (chi, ozegna) = (carla.who().id.to_string(), house.ente("Ozegna").await.to_string());
        let browser = house.visitor();
        let page = sign_in_with(&browser, "segretario", &chi, &ozegna).await.is(200);
        let page = page.shows("Siete di nuovo dentro: salvate quanto avevate scritto").shows(&format!("href=\"{SECTION}\""));
        // Acting for the ente of the form, though Agliè would come first.
        let page = page.shows("<strong>Comune di Ozegna (TO)</strong>").hides("m:");
        let kept = inner_form(&page);
        let expected = [
            ("chi", chi.as_str()),
            ("ente", &ozegna),
            ("a[Q08]", "a"),
            ("a[Q08]", "b"),
            ("n[Q07]", NOTE),
            ("azione", "di un altro modulo"),
        ];
        assert_eq!(kept, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(page.header("Cache-Control"), Some("no-store"));
        browser.get("/area/profilo").await.is(200).shows("<strong>Comune di Ozegna (TO)</strong>");
    });
}

#[test]
fn another_person_sees_nothing_of_it() {
    on_each_engine(async |house| {
        let (carla, anna) = (house.four_comuni_secretary().await, house.member_of("Agliè").await);
        let aglie = house.ente("Agliè").await.to_string();
        let browser = house.visitor();
        let page = sign_in_with(&browser, "partecipante-2", &carla.who().id.to_string(), &aglie).await.is(200);
        let page = page.shows("Ciò che era scritto non è vostro").hides("una nota lunga").hides(SECTION).hides("a[Q08]");
        page.shows(&anna.who().name);
        browser.get("/area/profilo").await.is(200);
        // Nor does a form without a name on it go anywhere.
        sign_in_with(&house.visitor(), "segretario", "", &aglie).await.is(200).shows("Ciò che era scritto non è vostro");
    });
}

#[test]
fn a_wrong_password_keeps_the_form_in_the_page() {
    on_each_engine(async |house| {
        house.member_of("Agliè").await;
        let fields = [("utente", "partecipante"), ("password", "sbagliata"), ("azione", SECTION), ("m:chi", "x"), ("m:n[Q07]", NOTE)];
        let page = house.visitor().post("/entra", &fields).await.is(422).shows("La sessione è scaduta");
        assert_eq!(page.field("azione").as_deref(), Some(SECTION));
        assert_eq!(page.field("m:chi").as_deref(), Some("x"));
        assert_eq!(page.field("m:n[Q07]").as_deref(), Some(NOTE));
    });
}

#[test]
fn a_form_that_would_go_elsewhere_is_refused() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        for elsewhere in ["https://evil.example/area/x", "//evil.example/area/x", "/esci", "/area/../esci", "javascript:alert(1)", ""] {
            let fields = [("utente", "partecipante"), ("password", PASSWORD), ("azione", elsewhere), ("m:chi", "x")];
            let visitor = house.visitor();
            visitor.post("/entra", &fields).await.is(400);
            assert!(visitor.cookie("affianca").is_none());
            anna.post("/area/incarico", &[("incarico", "x"), ("azione", elsewhere)]).await.is(400);
        }
    });
}

async fn appointment_of(house: &House, person: &Browser<'_>, ente: &str) -> String {
    let ente = house.ente(ente).await;
    people::appointment_of(&house.housekeeper(), &person.who().id, &ente).await.unwrap().to_string()
}

#[test]
fn a_change_of_ente_carries_the_form_along() {
    on_each_engine(async |house| {
        let carla = house.four_comuni_secretary().await;
        let (chi, bairo) = (carla.who().id.to_string(), appointment_of(house, &carla, "Bairo").await);
        let fields = [("incarico", bairo.as_str()), ("azione", SECTION), ("m:chi", &chi), ("m:n[Q07]", NOTE)];
        let page = carla.post("/area/incarico", &fields).await.is(200).shows("<strong>Comune di Bairo (TO)</strong>");
        assert_eq!(inner_form(&page), [("chi".to_owned(), chi.clone()), ("n[Q07]".to_owned(), NOTE.to_owned())]);

        // The session expires on the stale page: sign-in carries the form in its turn.
        carla.post("/esci", &[]).await.is(303);
        let page = carla.post("/area/incarico", &fields).await.is(401).shows("La sessione è scaduta");
        assert_eq!(page.field("m:n[Q07]").as_deref(), Some(NOTE));
        assert_eq!(page.field("azione").as_deref(), Some(SECTION));
    });
}

#[test]
fn a_form_at_the_limit_can_still_be_carried_and_one_beyond_is_told_so() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let chi = anna.who().id.to_string();
        let send = async |bytes: usize| {
            let text = "x".repeat(bytes);
            let fields = [("utente", "partecipante"), ("password", PASSWORD), ("azione", SECTION), ("m:chi", &chi), ("m:n[Q07]", &text)];
            house.visitor().post("/entra", &fields).await
        };
        send(256 * 1024).await.is(200).shows("Siete di nuovo dentro");
        send(400 * 1024).await.is(413).shows("<h1");
    });
}
