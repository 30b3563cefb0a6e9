//! Two hundred people want one of thirty seats in the same moment, of real servers: one on SQLite, two on PostgreSQL.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, SystemTime};

use affianca::domain::edition::Terms;
use affianca::domain::ids::{AppointmentId, ClassDayId, EnteId, PersonId, SessionId};
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::platform::random;

use crate::house::{Engine, House, Server, on_each_engine};

const PEOPLE: usize = 200;
const SEATS: i64 = 30;
const PATIENCE: Duration = Duration::from_secs(90);

const PERSON: &str = "insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $2, $3, '', $4)";
const APPOINTMENT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) values ($1, $2, $3, 'member', '', '2020-01-01')";
const SESSION: &str =
    "insert into session (token_hash, person_id, appointment_id, created_at, seen_at, session_id) values ($1, $2, $3, $4, $4, $5)";
const LIST: &str = "\
    select p.username, e.number, e.standing from enrolment e join person p on p.person_id = e.person_id \
    where e.class_day_id = $1 order by e.number";
const LETTERS: &str = "\
    select p.username, l.kind, l.content from letter l join person p on p.person_id = l.person_id \
    where l.kind in ('enrolment-seated', 'enrolment-waiting') order by p.username";

/// Somebody of Agliè with a session: signing in two hundred times is not what is tested. Their token is their name.
async fn settle(house: &House, ente: &EnteId) -> Vec<String> {
    #[expect(clippy::disallowed_methods, reason = "the servers have the clock of the machine, and so have their sessions")]
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis();
    let now = Moment::from_millis(i64::try_from(now).unwrap());
    let names: Vec<String> = (0..PEOPLE).map(|n| format!("persona-{n:03}")).collect();
    let mut tx = house.db.begin().await.unwrap();
    for name in &names {
        let (person, appointment, session): (PersonId, AppointmentId, SessionId) = (random::id(now), random::id(now), random::id(now));
        q(PERSON).bind(&person).bind(name).bind(format!("{name}@comune.example")).bind(now).run(&mut tx).await.unwrap();
        q(APPOINTMENT).bind(&appointment).bind(&person).bind(ente).run(&mut tx).await.unwrap();
        let session_row = q(SESSION).bind(random::fingerprint(name)).bind(&person).bind(&appointment);
        session_row.bind(now).bind(&session).run(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    names
}

/// A day that is far away whatever the clock of the machine says.
async fn far_day(house: &House) -> ClassDayId {
    let edition = house.edition(Terms::default()).await;
    let mut draft = house.day_draft(SEATS);
    let far = Day::new(2190, 3, 12).unwrap();
    draft.enrol_by = Moment::at(far, 8, 0).unwrap();
    for (session, hour) in draft.sessions.iter_mut().zip([9, 14]) {
        (session.starts_at, session.ends_at) = (Moment::at(far, hour, 0).unwrap(), Moment::at(far, hour + 3, 0).unwrap());
    }
    house.class_day(&edition, &draft).await
}

/// Status and place of the answer to a request for a seat.
fn ask(server: &str, name: &str, day: &ClassDayId) -> (String, String) {
    let mut stream = TcpStream::connect(server).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let path = format!("/area/seminari/giornate/{day}/iscrizione");
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: {server}\r\nOrigin: http://{server}\r\nConnection: close\r\nCookie: affianca={name}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let header = |name: &str| answer.lines().find_map(|line| line.to_lowercase().strip_prefix(name).map(str::trim).map(str::to_owned));
    (answer.lines().next().unwrap_or_default().to_owned(), header("location:").unwrap_or_default())
}

/// All of them at once, spread over the servers.
fn rush(servers: &[Server], names: &[String], day: &ClassDayId) -> Vec<(String, String, String)> {
    let start = Arc::new(Barrier::new(names.len()));
    let threads: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(n, name)| {
            let (server, name, day, start) = (servers[n % servers.len()].address.clone(), name.clone(), day.clone(), start.clone());
            thread::spawn(move || {
                start.wait();
                let (status, location) = ask(&server, &name, &day);
                (name, status, location)
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}

#[test]
fn two_hundred_at_once_for_thirty_seats_leave_thirty_in_and_the_rest_in_order() {
    on_each_engine(async |house| {
        let names = settle(house, &house.ente("Agliè").await).await;
        let day = far_day(house).await;
        let folder = tempfile::tempdir().unwrap();
        let count = if house.engine == Engine::Sqlite { 1 } else { 2 };
        let servers: Vec<Server> = (0..count).map(|_| Server::on(house, folder.path())).collect();
        let answers = rush(&servers, &names, &day);
        drop(servers);
        for (name, status, location) in &answers {
            assert!(status.contains(" 303"), "{name}: {status}");
            assert!(location.contains("esito="), "{name}: {location}");
        }
        let mut conn = house.db.reader().await.unwrap();
        let list: Vec<(String, i64, String)> = q(LIST).bind(&day).all(&mut conn).await.unwrap();
        // None lost, none twice, in the order recorded.
        let mut listed: Vec<&String> = list.iter().map(|(name, ..)| name).collect();
        listed.sort();
        assert_eq!(listed, names.iter().collect::<Vec<_>>());
        for (at, (name, number, standing)) in (1_i64..).zip(&list) {
            let expected = if at <= SEATS { "seated" } else { "waiting" };
            assert_eq!((*number, standing.as_str()), (at, expected), "{name}");
        }
        // Everybody was told what is so, on the page and by letter.
        let letters: Vec<(String, String, Option<String>)> = q(LETTERS).all(&mut conn).await.unwrap();
        assert_eq!(letters.len(), PEOPLE);
        for (name, number, standing) in &list {
            let answer = answers.iter().find(|(one, ..)| one == name).unwrap();
            let (_, kind, content) = letters.iter().find(|(one, ..)| one == name).unwrap();
            let outcome = if standing == "seated" { "esito=iscritto" } else { "esito=in-attesa" };
            assert!(answer.2.ends_with(outcome) && *kind == format!("enrolment-{standing}"), "{name}: {answer:?} {kind}");
            if standing == "waiting" {
                let place = format!("al {}º posto", number - SEATS);
                assert!(content.as_deref().is_some_and(|text| text.contains(&place)), "{name}: {place}");
            }
        }
        house.letters_left();
    });
}
