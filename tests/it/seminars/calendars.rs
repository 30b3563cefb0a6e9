//! Giornate in people's own calendars.

use rocket::http::Method;

use affianca::access::RoleName;
use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, Id};
use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::platform::db::q;
use affianca::platform::outbox::Recipient;
use affianca::platform::random;
use affianca::seminars::calendar::{letters, store};

use crate::house::{Browser, House, on_each_engine};

const SEAT: &str = "\
    insert into enrolment (enrolment_id, class_day_id, person_id, qualifica, number, standing, since, how, asked_at) \
    values ($1, $2, $3, '', 1, 'seated', $4, 'self', $4)";

/// Gives somebody a seat, whatever the rules.
async fn seat(house: &House, day: &ClassDayId, person: &Browser<'_>) {
    let id: affianca::domain::ids::EnrolmentId = random::id(house.clock.now());
    let mut tx = house.db.begin().await.unwrap();
    q(SEAT).bind(&id).bind(day).bind(&person.who().id).bind(house.clock.now()).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// The lines of a calendar as a program reads them, unfolded (RFC 5545, 3.1).
fn unfolded(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    for line in calendar.split("\r\n") {
        assert!(!line.contains('\n') && line.len() <= 75, "{} octets: {line}", line.len());
    }
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn a_day_is_a_file_that_calendars_read() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let mut draft = house.day_draft(30);
        draft.place.directions = "Uscita \"Porta Susa\"; poi a piedi,\r\ndieci minuti: è vicino\\accanto alla piazza. ".repeat(3);
        draft.online_link = Some("https://riunione.example/segreta".to_owned());
        let id = house.class_day(&edition, &draft).await;
        let answer = house.visitor().get(&format!("/seminari/{id}.ics")).await.is(200);
        assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
        let lines = unfolded(&answer.body);
        for expected in [
            "METHOD:PUBLISH",
            "REFRESH-INTERVAL;VALUE=DURATION:PT60M",
            &format!("UID:{id}@localhost"),
            "DTSTART:20260312T080000Z",
            "DTEND:20260312T160000Z",
            "SUMMARY:Organizzarsi in piccolo",
            "LOCATION:Palazzo civico\\, Sala delle Colonne\\, Piazza Palazzo di Città 1\\, Torino (TO)",
            "STATUS:CONFIRMED",
        ] {
            assert!(lines.iter().any(|line| line == expected), "no {expected} in\n{}", lines.join("\n"));
        }
        let text = lines.iter().find(|line| line.starts_with("DESCRIPTION:")).unwrap();
        assert!(text.contains("9.00–13.00 I modelli organizzativi\\n14.00–17.00 Laboratorio\\n"), "{text}");
        assert!(text.contains("\"Porta Susa\"\\; poi a piedi\\,\\ndieci minuti: è vicino\\\\accanto"), "{text}");
        // For those who have a seat.
        assert!(!answer.body.contains("riunione.example"));
        // The same is not sent twice.
        let tag = answer.header("etag").unwrap().to_owned();
        let again = house.visitor().ask(Method::Get, &format!("/seminari/{id}.ics")).header("If-None-Match", &tag).send().await;
        assert_eq!((again.status, again.body.as_str()), (304, ""));
    });
}

#[test]
fn a_draft_is_in_no_calendar() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let desk = house.desk().await;
        let shown = house.class_day(&edition, &house.day_draft(30)).await;
        let seminar = affianca::seminars::one(&desk, &shown).await.unwrap().seminar;
        let draft = affianca::seminars::add_day(&desk, &seminar, &house.day_draft(30)).await.unwrap();
        house.visitor().get(&format!("/seminari/{draft}.ics")).await.is(404);
        let all = house.visitor().get("/seminari/calendario.ics").await.is(200);
        assert!(all.body.contains(shown.as_str()) && !all.body.contains(draft.as_str()));
        for elsewhere in ["?regione=Puglia", "?tema=Servizi%20demografici", "?regione=Piemonte&tema=Altro"] {
            let cut = house.visitor().get(&format!("/seminari/calendario.ics{elsewhere}")).await.is(200);
            assert!(!cut.body.contains("VEVENT"), "{elsewhere}");
        }
        let here = house.visitor().get("/seminari/calendario.ics?regione=Piemonte&tema=Modelli%20organizzativi").await.is(200);
        assert!(here.body.contains(shown.as_str()));
        for wrong in ["/seminari/altro.ics", "/seminari/019cad8f-ac00-7002-88df-cf6dde0fae8a.ics", "/seminari/calendario.pdf"] {
            house.visitor().get(wrong).await.is(404);
        }
    });
}

/// The secret address on the page, as a local path.
fn address(html: &str) -> String {
    let rest = html.split_once("/calendario/").unwrap_or_else(|| panic!("no address in {html}")).1;
    format!("/calendario/{}", rest.split('"').next().unwrap())
}

#[test]
fn ones_own_calendar_opens_by_its_address_until_it_is_revoked() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let mut draft = house.day_draft(30);
        draft.online_link = Some("https://riunione.example/1".to_owned());
        let (mine, other) = (house.class_day(&edition, &draft).await, house.class_day(&edition, &house.day_draft(30)).await);
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        seat(house, &mine, &anna).await;
        seat(house, &other, &bruno).await;
        anna.get("/area/calendario").await.is(200).shows("Non avete ancora un indirizzo");
        let made = anna.post("/area/calendario", &[]).await.is(200).shows("Copiatelo adesso");
        assert_eq!(made.header("cache-control"), Some("no-store"));
        let first = address(&made.body);
        let read = house.visitor().get(&first).await.is(200);
        assert_eq!(read.header("cache-control"), Some("private, no-cache"));
        assert!(read.body.contains(mine.as_str()) && !read.body.contains(other.as_str()));
        assert!(unfolded(&read.body).iter().any(|line| line.contains("https://riunione.example/1")));
        anna.get("/area/calendario").await.is(200).shows("Letto l’ultima volta").hides(&first);
        // A new one takes the place of the former.
        let second = address(&anna.post("/area/calendario", &[]).await.is(200).body);
        house.visitor().get(&first).await.is(404);
        house.visitor().get(&second).await.is(200);
        anna.post("/area/calendario/revoca", &[]).await.leads_to("/area/calendario?esito=revocato");
        house.visitor().get(&second).await.is(404);
        house.visitor().get("/calendario/0123456789.ics").await.is(404);
    });
}

#[test]
fn a_docente_has_the_days_they_teach_and_who_is_disabled_has_none() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let docente = house.trainer().await;
        let mut draft = house.day_draft(30);
        draft.trainers.push(docente.who().id.clone());
        let day = house.class_day(&edition, &draft).await;
        let at = address(&docente.post("/area/calendario", &[]).await.is(200).body);
        assert!(house.visitor().get(&at).await.is(200).body.contains(day.as_str()));
        house.letters_left();
        let gestore = house.appointed("gestore.due", "", &[(RoleName::Administrator, None)]).await;
        let off = format!("/gestione/persone/{}/disabilitazione", docente.who().id);
        gestore.post(&off, &[("motivo", "Non insegna più.")]).await.is(303);
        house.visitor().get(&at).await.is(404);
    });
}

#[test]
fn calendars_take_as_many_statements_with_three_days_as_with_one() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        house.class_day(&edition, &house.day_draft(30)).await;
        let (_, one) = house.counting(house.visitor().get("/seminari/calendario.ics")).await;
        house.class_day(&edition, &house.day_draft(30)).await;
        house.class_day(&edition, &house.day_draft(30)).await;
        let (_, three) = house.counting(house.visitor().get("/seminari/calendario.ics")).await;
        assert_eq!((one, three), (2, 2));
    });
}

#[test]
fn an_invitation_travels_alone_and_its_method_is_that_of_its_body() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(30)).await;
        let anna = house.member_of("Agliè").await;
        // Even for who wants one message a day.
        anna.post("/area/profilo/messaggi", &[("quando", "daily"), ("lingua", "it")]).await.is(303);
        let mut tx = house.db.begin().await.unwrap();
        let entry = store::entry(&mut tx, &day).await.unwrap();
        for (subject, write) in [("Iscritta", letters::request as fn(Letter, &_) -> Letter), ("Tolta", letters::cancel)] {
            let letter = |lang: Lang| write(Letter::new("prova", lang, subject).say("…"), &entry);
            tx.post(house.clock.now(), Recipient::Person(&anna.who().id), letter).await.unwrap();
        }
        tx.commit().await.unwrap();
        let sent = house.letters().await;
        let methods: Vec<_> = sent.iter().map(|letter| method_of(&letter.message)).collect();
        assert_eq!(methods, ["REQUEST", "CANCEL"]);
    });
}

/// The method of the media type, after checking that of the body and the order of the parts.
fn method_of(message: &str) -> String {
    let (before, calendar) = message.split_once("Content-Type: text/calendar; method=").expect("a calendar among the alternatives");
    let at = |media: &str| before.find(media).unwrap_or_else(|| panic!("no {media}: {message}"));
    assert!(at("multipart/mixed") < at("multipart/alternative") && at("multipart/alternative") < at("text/plain"));
    assert!(at("text/plain") < at("text/html"));
    let method = calendar.split(';').next().unwrap().to_owned();
    // The same once more, for programs that only open files.
    assert!(calendar.contains("Content-Type: application/ics") && calendar.contains("invito.ics"), "{message}");
    method
}
