//! The code on the projector: who takes part enters it; whatever else is refused, each time for its reason.

use affianca::domain::one_time_code::Shared;
use affianca::domain::presence_code;
use affianca::platform::db::q;

use super::{Class, at, class};
use crate::house::{Answer, Browser, House, on_each_engine};

/// The code that the projector shows now.
async fn shown(class: &Class<'_>) -> String {
    let page = class.docente.get(&class.path("/codice")).await.is(200);
    let digits = page.body.split("aff-projected\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    assert_eq!(digits.len(), 6, "{digits}");
    digits
}

async fn begin(class: &Class<'_>) {
    class.docente.get(&class.path("/codice")).await.is(200).shows("Mostra il codice").hides("aff-projected");
    class.docente.post(&class.path("/codice"), &[]).await.leads_to(&class.path("/codice"));
}

async fn enter(browser: &Browser<'_>, code: &str) -> Answer {
    browser.post("/presenza", &[("codice", code)]).await
}

/// A member of Agliè with a seat, signed in.
async fn seated<'h>(house: &'h House, class: &Class<'_>) -> Browser<'h> {
    let browser = house.member_of("Agliè").await;
    house.seat(&class.day, &browser.who().id, "Agliè").await;
    browser
}

/// Six digits that were shown at no minute of the last hour: what a test expects must not hang on chance.
async fn never_shown(class: &Class<'_>) -> String {
    let (secret,): (String,) = q("select secret from presence_secret where class_day_id = $1")
        .bind(&class.day)
        .one(&mut class.house.db.reader().await.unwrap())
        .await
        .unwrap();
    let secret = Shared::parse(&secret).unwrap();
    let now = class.house.clock.now();
    let shown: Vec<String> = (-60..=1).map(|minutes| presence_code::shown(&secret, now.plus_minutes(minutes))).collect();
    (0..).map(|n| format!("{n:06}")).find(|code| !shown.contains(code)).unwrap()
}

#[test]
fn the_code_notes_who_enters_it_with_the_minute_and_tells_who_does_it_twice() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = seated(house, &class).await;
        begin(&class).await;
        house.clock.set(at(9, 20));
        let code = shown(&class).await;
        // Opening the link of the drawing does nothing but fill the field in.
        let page = anna.get(&format!("/presenza?codice={code}")).await.is(200).shows("codice non ancora inserito");
        assert_eq!(page.field("codice").as_deref(), Some(code.as_str()));
        assert_eq!(class.marks(&anna.who().id, &class.morning).await, []);
        enter(&anna, &format!(" {}-{} ", &code[..3], &code[3..])).await.leads_to("/presenza?esito=presente");
        anna.get("/presenza?esito=presente").await.shows("Fatto: risultate presenti.").shows("codice inserito alle 9.20");
        assert_eq!(class.marks(&anna.who().id, &class.morning).await, [("code".into(), "present".into(), 20, 0)]);
        // From another browser of the same person too.
        enter(&anna.elsewhere().await, &code).await.leads_to("/presenza?esito=gia");
        assert_eq!(class.marks(&anna.who().id, &class.morning).await.len(), 1);
        // The same code is good for somebody else.
        let ivo = seated(house, &class).await;
        enter(&ivo, &code).await.leads_to("/presenza?esito=presente");
        class.docente.get(&class.path("")).await.shows("2 presenti su 2").shows("Ha inserito il codice oggi alle 9.20.");
    });
}

/// Whether a code is not that of the minute before either.
async fn never_again(class: &Class<'_>, code: &str) -> bool {
    let now = class.house.clock.now();
    class.house.clock.set(now.plus_minutes(-1));
    let before = shown(class).await;
    class.house.clock.set(now);
    before != code
}

#[test]
fn a_code_lives_for_two_minutes_and_a_projector_asks_for_the_next_by_itself() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = seated(house, &class).await;
        begin(&class).await;
        let page = class.docente.get(&class.path("/codice")).await.is(200);
        assert_eq!((page.header("Refresh"), page.header("Cache-Control")), (Some("60"), Some("no-store")));
        let code = shown(&class).await;
        house.clock.set(at(9, 2));
        let next = shown(&class).await;
        // Of a million codes two may be the same: then nothing expired.
        if next != code && never_again(&class, &code).await {
            enter(&anna, &code).await.is(422).shows("Questo codice è scaduto");
        }
        enter(&anna, &shown(&class).await).await.leads_to("/presenza?esito=presente");
    });
}

#[test]
fn guessing_is_slowed_down_after_some_attempts_and_keeps_nobody_else_out() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, ivo) = (seated(house, &class).await, seated(house, &class).await);
        begin(&class).await;
        let code = shown(&class).await;
        let wrong = never_shown(&class).await;
        for _ in 0..5 {
            enter(&anna, &wrong).await.is(422).shows("Il codice non è questo");
        }
        let later = enter(&anna, &code).await.is(429).shows("Troppi tentativi: riprovate alle 9.0");
        assert!(later.header("Retry-After").is_some());
        assert_eq!(class.marks(&anna.who().id, &class.morning).await, []);
        enter(&ivo, &code).await.leads_to("/presenza?esito=presente");
        house.clock.set(at(9, 1));
        enter(&anna, &code).await.leads_to("/presenza?esito=presente");
        for odd in ["", "12345", "abcdef", "1234567"] {
            enter(&ivo, odd).await.is(422).shows("Il codice ha sei cifre");
        }
    });
}

#[test]
fn a_right_code_is_not_enough_without_a_seat_or_a_session() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = seated(house, &class).await;
        begin(&class).await;
        let code = shown(&class).await;
        let stranger = house.member_of("Bairo").await;
        enter(&stranger, &code).await.is(422).shows("Il codice è giusto, ma non siete in elenco per «Organizzarsi in piccolo»");
        enter(&stranger, &never_shown(&class).await).await.is(422).shows("Oggi non siete iscritti a nessuna giornata");
        house.visitor().get(&format!("/presenza?codice={code}")).await.is(303);
        // Between the sessions nobody is asked for a code, nor shown one.
        house.clock.set(at(12, 59));
        let late = shown(&class).await;
        house.clock.set(at(13, 0));
        class.docente.get(&class.path("/codice")).await.shows("Il codice compare alle 13.45").hides("aff-projected");
        enter(&anna, &late).await.is(422).shows("In questo momento non c’è una sessione in corso");
        // The code of the afternoon is of the afternoon.
        house.clock.set(at(13, 45));
        enter(&anna, &shown(&class).await).await.leads_to("/presenza?esito=presente");
        assert_eq!(class.marks(&anna.who().id, &class.afternoon).await, [("code".into(), "present".into(), 0, 0)]);
        assert_eq!(class.marks(&anna.who().id, &class.morning).await, []);
    });
}

#[test]
fn the_code_of_yesterday_opens_nothing_today() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = seated(house, &class).await;
        begin(&class).await;
        let code = shown(&class).await;
        house.clock.set(at(9, 0).plus_days(1));
        let (anna, docente) = (anna.elsewhere().await, class.docente.elsewhere().await);
        enter(&anna, &code).await.is(422).shows("Oggi non siete iscritti a nessuna giornata");
        docente.get(&class.path("/codice")).await.is(200).shows("Le sessioni di questa giornata sono finite.");
    });
}
