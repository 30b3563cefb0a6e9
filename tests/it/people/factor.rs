//! One-time codes: beginning, the second step, recovery codes, roles that require them, and taking them away.

use affianca::access::RoleName;
use affianca::domain::one_time_code::{Shared, step};
use affianca::people;
use affianca::platform::db::q;

use crate::house::{Answer, Browser, House, on_each_engine, on_each_engine_with};

const PASSWORD: &str = "quattro gatti in piazza";
const PAGE: &str = "/area/profilo/codici";

/// What the telephone shows now.
fn code(house: &House, telephone: &Shared) -> String {
    telephone.code(step(house.clock.now()))
}

/// The next code: thirty seconds later.
fn next(house: &House, telephone: &Shared) -> String {
    house.clock.set(affianca::domain::moment::Moment::from_millis(house.clock.now().millis() + 30_000));
    code(house, telephone)
}

/// The recovery codes on a page.
fn recovery_codes(page: &Answer) -> Vec<String> {
    let list = page.body.split("aff-codes").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap_or_default();
    list.split("<li>").skip(1).filter_map(|item| Some(item.split('<').next()?.to_owned())).collect()
}

/// Begins by the page of the profile. Gives the telephone and the recovery codes.
async fn begin(house: &House, person: &Browser<'_>) -> (Shared, Vec<String>) {
    house.letters_left();
    let page = person.get(PAGE).await.is(200).shows("aff-qr").shows("otpauth://totp/");
    assert_eq!(page.header("Cache-Control"), Some("no-store"));
    let telephone = Shared::parse(&page.field("chiave").unwrap()).unwrap();
    let page = page.shows(&telephone.groups());
    let fields = [("chiave", page.field("chiave").unwrap()), ("codice", code(house, &telephone))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let codes = recovery_codes(&person.post(PAGE, &fields).await.is(200));
    (telephone, codes)
}

/// The password, at a browser where nobody is signed in.
async fn knock<'h>(house: &'h House, username: &str) -> (Browser<'h>, Answer) {
    let browser = house.visitor();
    let answer = browser.post("/entra", &[("utente", username), ("password", PASSWORD), ("ritorno", "/area/profilo")]).await;
    (browser, answer)
}

async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn who_begins_needs_a_code_from_then_on() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, codes) = begin(house, &anna).await;
        assert_eq!(codes.len(), 10);
        anna.get(PAGE).await.is(200).shows("Vi restano 10 codici di recupero").hides("otpauth://").hides(&telephone.groups());
        let (browser, answer) = knock(house, "partecipante").await;
        let answer = answer.leads_to("/entra/codice");
        assert!(browser.cookie("affianca").is_none(), "no session before the code");
        assert!(answer.header("Set-Cookie").unwrap().contains("HttpOnly"));
        let page = browser.get("/entra/codice").await.is(200).shows("one-time-code");
        assert_eq!(page.header("Cache-Control"), Some("no-store"));
        browser.get("/area/profilo").await.leads_to("/entra?ritorno=/area/profilo");
        browser.post("/entra/codice", &[("codice", "")]).await.is(422).shows("Scrivete il codice.");
        browser.post("/entra/codice", &[("codice", "12345")]).await.is(422).shows("sei cifre");
        let right = next(house, &telephone);
        // As telephones show it.
        let typed = format!("{} {}", &right[..3], &right[3..]);
        browser.post("/entra/codice", &[("codice", &typed)]).await.leads_to("/area/profilo");
        browser.get("/area/profilo").await.is(200).shows(&anna.who().name);
        assert!(browser.cookie("affianca-codice").is_none());
    });
}

#[test]
fn a_code_is_accepted_once_and_one_step_either_way() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, _) = begin(house, &anna).await;
        // The code that began it does not open the door as well.
        let (first, _) = knock(house, "partecipante").await;
        first.post("/entra/codice", &[("codice", &code(house, &telephone))]).await.is(422).shows("già stato usato");
        let now = step(house.clock.now());
        for (distance, status) in [(2, 422), (-1, 422), (1, 303)] {
            let (browser, _) = knock(house, "partecipante").await;
            browser.post("/entra/codice", &[("codice", &telephone.code(now + distance))]).await.is(status);
        }
        let (late, _) = knock(house, "partecipante").await;
        late.post("/entra/codice", &[("codice", &telephone.code(now + 1))]).await.is(422);
        // A step accepted early shuts out those before it; the next one opens.
        house.clock.set(house.clock.now().plus_minutes(2));
        let two = next(house, &telephone);
        late.post("/entra/codice", &[("codice", &two)]).await.leads_to("/area/profilo");
        let (replayed, _) = knock(house, "partecipante").await;
        replayed.post("/entra/codice", &[("codice", &two)]).await.is(422);
    });
}

#[test]
fn of_two_who_send_one_code_at_once_one_gets_in() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, codes) = begin(house, &anna).await;
        house.clock.set(house.clock.now().plus_minutes(1));
        for same in [code(house, &telephone), codes[0].clone()] {
            let ((one, _), (other, _)) = (knock(house, "partecipante").await, knock(house, "partecipante").await);
            let fields = [("codice", same.as_str())];
            let (a, b) = rocket::tokio::join!(one.post("/entra/codice", &fields), other.post("/entra/codice", &fields));
            let mut statuses = [a.status, b.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [303, 422], "{same}");
        }
    });
}

#[test]
fn the_password_is_given_again_after_a_quarter_of_an_hour_and_in_every_other_browser() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, _) = begin(house, &anna).await;
        let (browser, _) = knock(house, "partecipante").await;
        let token = browser.cookie("affianca-codice").unwrap();
        house.visitor().get("/entra/codice").await.leads_to("/entra");
        let stranger = house.visitor();
        stranger.set_cookie("affianca-codice", &"0".repeat(64));
        stranger.post("/entra/codice", &[("codice", &next(house, &telephone))]).await.is(410).shows("troppo tempo");
        assert_eq!(count(house, "select count(*) from pending_sign_in where token_hash = 'x'").await, 0);
        house.clock.set(house.clock.now().plus_minutes(15));
        browser.post("/entra/codice", &[("codice", &code(house, &telephone))]).await.is(410);
        // What was used opens nothing again.
        let (again, _) = knock(house, "partecipante").await;
        let used = again.cookie("affianca-codice").unwrap();
        assert_ne!(used, token);
        again.post("/entra/codice", &[("codice", &next(house, &telephone))]).await.is(303);
        let thief = house.visitor();
        thief.set_cookie("affianca-codice", &used);
        thief.post("/entra/codice", &[("codice", &next(house, &telephone))]).await.is(410);
        house.tick().await;
        assert_eq!(count(house, "select count(*) from pending_sign_in").await, 0);
    });
}

#[test]
fn a_recovery_code_opens_once_and_its_owner_hears_of_it() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, codes) = begin(house, &anna).await;
        let fingerprints = count(house, "select count(*) from recovery_code where code_hash like '%-%' or length(code_hash) <> 64").await;
        assert_eq!(fingerprints, 0, "only fingerprints are kept");
        let (browser, _) = knock(house, "partecipante").await;
        browser.post("/entra/codice", &[("codice", &codes[3].to_uppercase())]).await.leads_to("/area/profilo");
        browser.get(PAGE).await.shows("Vi restano 9 codici di recupero");
        assert_eq!(count(house, "select count(*) from letter where kind = 'recovery-code-used'").await, 1);
        assert_eq!(count(house, "select count(*) from deed where kind = 'recovery-code-used'").await, 1);
        let (again, _) = knock(house, "partecipante").await;
        again.post("/entra/codice", &[("codice", &codes[3])]).await.is(422);
        again.post("/entra/codice", &[("codice", "aaaa-aaaa-aaaa-aaaa")]).await.is(422);
        // Made again, the former ones are worth nothing.
        let fresh = anna.post(&format!("{PAGE}/recupero"), &[("codice", &next(house, &telephone))]).await.is(200);
        assert_eq!(recovery_codes(&fresh).len(), 10);
        again.post("/entra/codice", &[("codice", &codes[5])]).await.is(422);
        again.post("/entra/codice", &[("codice", &recovery_codes(&fresh)[9])]).await.is(303);
    });
}

#[test]
fn whoever_guesses_is_made_to_wait() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, _) = begin(house, &anna).await;
        house.clock.set(house.clock.now().plus_minutes(5));
        let mut statuses = Vec::new();
        for _ in 0..8 {
            let (thief, _) = knock(house, "partecipante").await;
            statuses.push(thief.post("/entra/codice", &[("codice", "000000")]).await.status);
        }
        assert_eq!(statuses[..5], [422; 5]);
        assert!(statuses.contains(&429), "{statuses:?}");
        let (thief, _) = knock(house, "partecipante").await;
        thief.post("/entra/codice", &[("codice", &code(house, &telephone))]).await.is(429).shows("aspettate");
        house.clock.set(house.clock.now().plus_minutes(31));
        let (owner, _) = knock(house, "partecipante").await;
        owner.post("/entra/codice", &[("codice", &code(house, &telephone))]).await.is(303);
    });
}

#[test]
fn the_secretariat_and_the_administrator_have_no_session_before_they_have_a_factor() {
    on_each_engine(async |house| {
        house.letters_left();
        for (role, own_page) in [(RoleName::Secretariat, "/segreteria/enti"), (RoleName::Administrator, "/gestione/codici")] {
            let settled = house.settle("nuova", "", &[(role, None)]).await;
            people::reset_factor(&house.housekeeper(), &settled.username).await.unwrap();
            let (browser, answer) = knock(house, &settled.username).await;
            answer.leads_to("/entra/attivazione");
            assert!(browser.cookie("affianca").is_none());
            browser.get(own_page).await.leads_to(&format!("/entra?ritorno={own_page}"));
            browser.get("/entra/codice").await.leads_to("/entra/attivazione");
            let page = browser.get("/entra/attivazione").await.is(200).shows("Il vostro ruolo vede i dati di molti enti");
            assert_eq!(page.header("Cache-Control"), Some("no-store"));
            let key = page.field("chiave").unwrap();
            let telephone = Shared::parse(&key).unwrap();
            // A wrong code keeps the same key: the telephone has taken it up already.
            let again = browser.post("/entra/attivazione", &[("chiave", &key), ("codice", "000000")]).await.is(422);
            assert_eq!(again.field("chiave").as_deref(), Some(key.as_str()));
            browser.post("/entra/attivazione", &[("chiave", "troppo-breve"), ("codice", "000000")]).await.is(422);
            assert!(browser.cookie("affianca").is_none());
            let fields = [("chiave", key.as_str()), ("codice", &code(house, &telephone))];
            let page = browser.post("/entra/attivazione", &fields).await.is(200).shows("href=\"/area/profilo\"");
            assert_eq!(recovery_codes(&page).len(), 10);
            browser.get(own_page).await.is(200);
            // Not a second time by the same door.
            browser.post("/entra/attivazione", &fields).await.leads_to("/entra");
            browser
                .post(&format!("{PAGE}/disattivazione"), &[("password", PASSWORD), ("codice-fine", &next(house, &telephone))])
                .await
                .is(422);
        }
    });
}

#[test]
fn an_installation_may_ask_more_roles() {
    on_each_engine_with("require_second_factor = [\"secretariat\", \"administrator\", \"expert\"]", async |house| {
        house.settle("esperta", "", &[(RoleName::Expert, None)]).await;
        let (_, answer) = knock(house, "esperta").await;
        answer.leads_to("/entra/attivazione");
        let (_, answer) = {
            house.settle("docente", "", &[(RoleName::Trainer, None)]).await;
            knock(house, "docente-2").await
        };
        answer.leads_to("/area/profilo");
    });
}

#[test]
fn a_role_granted_meanwhile_is_not_taken_up_without_a_code() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let id = "0192f0c1-2345-7abc-8def-0123456789ab";
        let mut tx = house.db.begin().await.unwrap();
        let grant =
            "insert into appointment (appointment_id, person_id, role, qualifica, starts_on) values ($1, $2, 'secretariat', '', $3)";
        q(grant).bind(id).bind(&anna.who().id).bind(house.clock.now().day()).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        anna.get("/area").await.is(200).hides("Segreteria organizzativa");
        anna.post("/area/incarico", &[("incarico", id)]).await.leads_to("/area/profilo/codici?esito=serve");
        anna.get("/area/profilo/codici?esito=serve").await.is(200).shows("richiede i codici di accesso");
        anna.get("/segreteria/enti").await.is(404);
        begin(house, &anna).await;
        anna.post("/area/incarico", &[("incarico", id)]).await.leads_to("/area");
        anna.get("/segreteria/enti").await.is(200);
        // This session alone, whatever others there are.
        assert_eq!(count(house, "select count(*) from session where proven_at is not null").await, 1);
    });
}

#[test]
fn ending_it_takes_password_and_code() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (telephone, _) = begin(house, &anna).await;
        let end = format!("{PAGE}/disattivazione");
        let right = next(house, &telephone);
        anna.post(&end, &[("password", ""), ("codice-fine", &right)]).await.is(422).shows("Scrivete la vostra password.");
        anna.post(&end, &[("password", "sbagliata di certo"), ("codice-fine", &right)]).await.is(422).shows("La password non è giusta.");
        anna.post(&end, &[("password", PASSWORD), ("codice-fine", "000000")]).await.is(422).shows("già stato usato");
        anna.post(&end, &[("password", PASSWORD), ("codice-fine", &right)]).await.leads_to("/area/profilo/codici?esito=disattivati");
        anna.get("/area/profilo/codici?esito=disattivati").await.is(200).shows("I codici sono disattivati.").shows("otpauth://");
        let (_, answer) = knock(house, "partecipante").await;
        answer.leads_to("/area/profilo");
        assert_eq!(count(house, "select count(*) from recovery_code").await, 0);
        assert_eq!(count(house, "select count(*) from letter where kind in ('factor-begun', 'factor-ended')").await, 2);
        assert_eq!(count(house, "select count(*) from deed where kind in ('factor-begun', 'factor-ended')").await, 2);
    });
}

#[test]
fn the_gestore_takes_it_away_from_who_has_lost_all() {
    on_each_engine(async |house| {
        let (gestore, anna) = (house.administrator().await, house.member_of("Agliè").await);
        begin(house, &anna).await;
        let page = "/gestione/codici";
        gestore.post(page, &[("utente", "")]).await.is(422).shows("Scrivete il nome utente.");
        gestore.post(page, &[("utente", "nessuno")]).await.is(422).shows("Nessuno ha questo nome utente.");
        let username = anna.who().username.clone();
        let done = gestore.post(page, &[("utente", &username)]).await.leads_to(&format!("{page}?tolti={username}"));
        gestore.get(done.location.as_deref().unwrap()).await.is(200).shows("sono tolti");
        gestore.post(page, &[("utente", &username)]).await.is(422).shows("non ha codici attivi");
        assert_eq!(count(house, "select count(*) from letter where kind = 'factor-reset'").await, 1);
        let by =
            "select count(*) from deed where kind = 'factor-reset' and done_by is not null and client is null and role = 'administrator'";
        assert_eq!(count(house, by).await, 1);
        let (_, answer) = knock(house, &username).await;
        answer.leads_to("/area/profilo");
    });
}

#[test]
fn a_form_carried_along_survives_the_second_step() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let (telephone, _) = begin(house, &anna).await;
        let person = anna.who().id.to_string();
        let form = [
            ("utente", anna.who().username.as_str()),
            ("password", PASSWORD),
            ("azione", "/area/autodiagnosi/x/sezioni/contesto"),
            ("m:chi", person.as_str()),
            ("m:n[Q07]", "una nota lunga"),
        ];
        let browser = house.visitor();
        let page = browser.post("/entra", &form).await.is(200).shows("action=\"/entra/codice\"");
        assert_eq!(page.field("m:n[Q07]").as_deref(), Some("una nota lunga"));
        let second = |code: String| {
            [("codice", code), ("azione", form[2].1.to_owned()), ("m:chi", person.clone()), ("m:n[Q07]", form[4].1.to_owned())]
        };
        for (code, status) in [("000000".to_owned(), 422), (next(house, &telephone), 200)] {
            let fields = second(code);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = browser.post("/entra/codice", &fields).await.is(status).shows("una nota lunga");
            assert!(page.field(if status == 200 { "n[Q07]" } else { "m:n[Q07]" }).is_some());
        }
        browser.get("/area/profilo").await.is(200);
    });
}

#[test]
fn who_has_signed_in_in_another_tab_goes_on_without_a_password() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let person = anna.who().id.to_string();
        let form = [("dentro", "1"), ("azione", "/area/autodiagnosi/x"), ("m:chi", person.as_str()), ("m:n[Q07]", "una nota")];
        anna.post("/entra", &form).await.is(200).shows("una nota").shows("action=\"/area/autodiagnosi/x\"");
        // Of somebody else nothing is shown; from outside a password is asked for.
        bruno.post("/entra", &form).await.is(200).hides("una nota");
        house.visitor().post("/entra", &form).await.is(422);
    });
}
