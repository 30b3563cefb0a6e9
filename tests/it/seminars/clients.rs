//! What the calendar programs of people make of ours: icalendar with recurring-ical-events, khal, vdirsyncer.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, EditionId};
use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::outbox::Recipient;
use affianca::seminars::calendar::{Entry, letters, store};
use serde_json::Value;

use crate::house::{Browser, House, Server, in_integration, on_each_engine};

/// The days before and after the clocks change, in spring and in autumn.
const DAYS: [(i8, i8); 4] = [(3, 28), (3, 30), (10, 24), (10, 26)];

/// What the clients print. None: Python is left out here.
fn clients(arguments: &[&str]) -> Option<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let python = root.join(".venv/bin/python");
    if !python.exists() {
        assert!(!in_integration(), "CI=true, and tests/.venv is missing: tests/tools/install makes it");
        std::io::stderr().write_all(b"calendar programs are left out: run tests/tools/install\n").unwrap();
        return None;
    }
    let run = Command::new(python).arg(root.join("tools/calendar-clients")).args(arguments).output().unwrap();
    assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

/// A giornata from 9 to 17 on each of the days.
async fn around_the_changes(house: &House, edition: &EditionId) -> Vec<ClassDayId> {
    let mut made = Vec::new();
    for (month, day) in DAYS {
        let day = Day::new(2026, month, day).unwrap();
        let mut draft = house.day_draft(30);
        for (session, (from, until)) in draft.sessions.iter_mut().zip([(9, 13), (14, 17)]) {
            (session.starts_at, session.ends_at) = (Moment::at(day, from, 0).unwrap(), Moment::at(day, until, 0).unwrap());
        }
        draft.place.room = "Sala «Perché no»; piano 1, a destra".to_owned();
        made.push(house.class_day(edition, &draft).await);
    }
    made
}

fn starts(told: &Value) -> Vec<String> {
    told.as_array().unwrap().iter().map(|one| one["starts"].as_str().unwrap().to_owned()).collect()
}

fn nine_oclock() -> Vec<String> {
    DAYS.iter().map(|(month, day)| format!("2026-{month:02}-{day:02} 09:00")).collect()
}

#[test]
fn hours_are_right_on_both_sides_of_each_clock_change() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        around_the_changes(house, &edition).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seminari.ics");
        std::fs::write(&file, &house.visitor().get("/seminari/calendario.ics").await.is(200).body).unwrap();
        let file = file.to_str().unwrap();
        let Some(read) = clients(&["read", file, "2026-03-01", "2026-12-01"]) else { return };
        assert_eq!(starts(&read), nine_oclock());
        assert_eq!(read[0]["ends"], "2026-03-28 17:00");
        let place = "Palazzo civico, Sala «Perché no»; piano 1, a destra, Piazza Palazzo di Città 1, Torino (TO)";
        assert_eq!(read[0]["place"], place);
        assert!(read[0]["text"].as_str().unwrap().starts_with("9.00–13.00 I modelli organizzativi\n14.00–17.00 Laboratorio\n"), "{read}");
        let Some(khal) = clients(&["khal", file, "2026-03-01", "275"]) else { return };
        let expected: Vec<String> = nine_oclock()
            .iter()
            .map(|start| format!("{start}|{}|Organizzarsi in piccolo|{place}", start.replace("09:00", "17:00")))
            .collect();
        let listed: Vec<&str> = khal.as_array().unwrap().iter().filter_map(Value::as_str).filter(|line| !line.is_empty()).collect();
        assert_eq!(listed, expected);
    });
}

/// Posts what is written about the day to somebody, delivers it, and keeps the message as a file.
async fn told(house: &House, folder: &Path, person: &Browser<'_>, write: fn(Letter, &Entry) -> Letter, entry: &Entry) -> String {
    let mut tx = house.db.begin().await.unwrap();
    let letter = |lang: Lang| write(Letter::new("prova", lang, "Seminario").say("…"), entry);
    tx.post(house.clock.now(), Recipient::Person(&person.who().id), letter).await.unwrap();
    tx.commit().await.unwrap();
    let message = house.letters().await.pop().unwrap();
    let file = folder.join(format!("{}.eml", message.message_id.trim_matches(['<', '>'])));
    std::fs::write(&file, &message.message).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn what_is_moved_moves_and_what_is_called_off_goes() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let (moved, kept) = (house.class_day(&edition, &house.day_draft(30)).await, house.class_day(&edition, &house.day_draft(30)).await);
        let anna = house.member_of("Agliè").await;
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let (first, other) = {
            let mut conn = house.db.reader().await.unwrap();
            (store::entry(&mut conn, &moved).await.unwrap(), store::entry(&mut conn, &kept).await.unwrap())
        };
        let later = Entry {
            starts_at: Moment::at(Day::new(2026, 4, 1).unwrap(), 9, 0).unwrap(),
            ends_at: Moment::at(Day::new(2026, 4, 1).unwrap(), 17, 0).unwrap(),
            touched: first.touched + 3,
            ..first.clone()
        };
        let off = Entry { touched: later.touched + 1, ..later.clone() };
        let enrolled = told(house, folder, &anna, letters::request, &first).await;
        let beside = told(house, folder, &anna, letters::request, &other).await;
        let change = told(house, folder, &anna, letters::request, &later).await;
        let end = told(house, folder, &anna, letters::cancel, &off).await;
        let Some(calendar) = clients(&["apply", &enrolled, &beside]) else { return };
        assert_eq!(starts(&calendar), ["2026-03-12 09:00", "2026-03-12 09:00"]);
        // Across the change of the clocks, still at nine; and in whatever order messages arrive.
        for order in [[&enrolled, &change], [&change, &enrolled]] {
            let calendar = clients(&["apply", order[0], order[1]]).unwrap();
            assert_eq!(starts(&calendar), ["2026-04-01 09:00"]);
        }
        for order in [[&enrolled, &beside, &change, &end], [&end, &change, &beside, &enrolled]] {
            let calendar = clients(&["apply", order[0], order[1], order[2], order[3]]).unwrap();
            let left: Vec<_> = calendar.as_array().unwrap().iter().map(|one| one["uid"].as_str().unwrap()).collect();
            assert_eq!(left, [format!("{kept}@localhost")]);
        }
    });
}

#[test]
fn a_program_follows_the_public_calendar() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        // Far away, because the server has the clock of the machine.
        let far = Day::new(2190, 3, 28).unwrap();
        for days in [0, 2] {
            let mut draft = house.day_draft(30);
            for (session, (from, until)) in draft.sessions.iter_mut().zip([(9, 13), (14, 17)]) {
                let day = far.plus_days(days);
                (session.starts_at, session.ends_at) = (Moment::at(day, from, 0).unwrap(), Moment::at(day, until, 0).unwrap());
            }
            house.class_day(&edition, &draft).await;
        }
        let folder = tempfile::tempdir().unwrap();
        let server = Server::on(house, folder.path());
        let Some(rounds) = clients(&["follow", &format!("http://{}/seminari/calendario.ics", server.address)]) else { return };
        // Asking again brings nothing twice.
        assert_eq!(rounds[0], rounds[1]);
        assert_eq!(starts(&rounds[0]), ["2190-03-28 09:00", "2190-03-30 09:00"]);
    });
}
