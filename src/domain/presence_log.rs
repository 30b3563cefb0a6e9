//! Who joined an online session and when they left: the file of a conference program as intervals, and minutes out of them.

use jiff::civil::{DateTime, Time};

use super::import::sheet::{self, Sheet, Unreadable};
use super::mail_address;
use super::moment::{Day, Moment};
use super::place_names::fold;
use super::presence::{Said, State};
use super::seminar::Session;

/// A row that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    pub name: String,
    /// In lower case; empty where the program did not know it.
    pub email: String,
    pub joined: Moment,
    pub left: Moment,
}

impl Stay {
    /// What tells one from another: the address, else the name.
    pub fn identity(&self) -> String {
        if self.email.is_empty() { fold(&self.name) } else { self.email.clone() }
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Nobody,
    BadAddress(String),
    BadJoin(String),
    BadLeave(String),
    LeftBeforeJoining,
    /// No minute of it falls on the day.
    AnotherDay,
}

/// A row that could not be read, by its number in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub row: usize,
    pub problem: Problem,
}

/// Why a file is no log at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotALog {
    Unreadable(Unreadable),
    /// No column for one of these.
    NoName,
    NoJoin,
    NoLeave,
}

/// A log as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    pub stays: Vec<Stay>,
    pub faults: Vec<Fault>,
}

/// How programs call their columns, folded.
const NAMES: [&str; 8] = ["nome", "name", "nome e cognome", "full name", "nome completo", "partecipante", "participant", "nome originale"];
const ADDRESSES: [&str; 9] = [
    "e mail",
    "email",
    "mail",
    "indirizzo e mail",
    "indirizzo di posta elettronica",
    "email address",
    "user email",
    "posta elettronica",
    "e mail utente",
];
const JOINS: [&str; 8] = ["entrata", "ingresso", "join time", "joined", "join", "ora di partecipazione", "ora di ingresso", "first join"];
const LEAVES: [&str; 8] = ["uscita", "leave time", "left", "leave", "ora di abbandono", "ora di uscita", "last leave", "ora di fine"];

struct Columns {
    name: Option<usize>,
    email: Option<usize>,
    join: usize,
    leave: usize,
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Columns, NotALog> {
        let find = |names: &[&str]| sheet.header.cells.iter().position(|cell| names.contains(&fold(cell).as_str()));
        let (name, email) = (find(&NAMES), find(&ADDRESSES));
        if name.is_none() && email.is_none() {
            return Err(NotALog::NoName);
        }
        let (join, leave) = (find(&JOINS).ok_or(NotALog::NoJoin)?, find(&LEAVES).ok_or(NotALog::NoLeave)?);
        Ok(Columns { name, email, join, leave })
    }
}

/// Reads the text of a file that is about this day: hours without a date are of it.
pub fn read(text: &str, day: Day) -> Result<Log, NotALog> {
    let sheet = sheet::read(text).map_err(NotALog::Unreadable)?;
    let columns = Columns::of(&sheet)?;
    let mut log = Log::default();
    for row in &sheet.rows {
        match stay(&row.cells, &columns, day) {
            Ok(stay) => log.stays.push(stay),
            Err(problem) => log.faults.push(Fault { row: row.number, problem }),
        }
    }
    Ok(log)
}

fn stay(cells: &[String], columns: &Columns, day: Day) -> Result<Stay, Problem> {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default();
    let (name, email) = (cell(columns.name).to_owned(), cell(columns.email).to_lowercase());
    if fold(&name).is_empty() && email.is_empty() {
        return Err(Problem::Nobody);
    }
    if !email.is_empty() && mail_address::parse(&email).is_none() {
        return Err(Problem::BadAddress(email));
    }
    let (join, leave) = (cell(Some(columns.join)), cell(Some(columns.leave)));
    let joined = instant(join, day).ok_or_else(|| Problem::BadJoin(join.to_owned()))?;
    let left = instant(leave, day).ok_or_else(|| Problem::BadLeave(leave.to_owned()))?;
    if left < joined {
        return Err(Problem::LeftBeforeJoining);
    }
    if joined.day() > day || left.day() < day {
        return Err(Problem::AnotherDay);
    }
    Ok(Stay { name, email, joined, left })
}

/// Ways of writing date and hour; those with AM or PM begin with the month.
const DATES: [&str; 9] = [
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H.%M.%S",
    "%d/%m/%Y %H.%M",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
];
const HOURS: [&str; 4] = ["%H:%M:%S", "%H:%M", "%H.%M.%S", "%H.%M"];

/// An instant as a program writes it: on the clocks of Italy, unless it says UTC.
fn instant(text: &str, day: Day) -> Option<Moment> {
    let plain = text.replace(['\u{202f}', '\u{a0}', ','], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    if let Ok(utc) = plain.parse::<jiff::Timestamp>() {
        return Some(Moment::from_millis(utc.as_millisecond()));
    }
    let civil = DATES
        .iter()
        .find_map(|way| DateTime::strptime(way, &plain).ok())
        .or_else(|| HOURS.iter().find_map(|way| Time::strptime(way, &plain).ok()).map(|time| day.date().to_datetime(time)))?;
    let date = Day::new(civil.year(), civil.month(), civil.day())?;
    let minute = Moment::at(date, civil.hour(), civil.minute())?;
    Some(Moment::from_millis(minute.millis() + i64::from(civil.second()) * 1000))
}

/// What the stays of one person say of a session: joins summed, overlaps counted once, nothing outside the session. Seconds
/// are summed before they are rounded down to minutes.
pub fn said(stays: &[&Stay], session: &Session) -> Said {
    let (from, until) = (session.starts_at.millis(), session.ends_at.millis());
    let mut inside: Vec<(i64, i64)> = stays
        .iter()
        .map(|stay| (stay.joined.millis().max(from), stay.left.millis().min(until)))
        .filter(|(joined, left)| joined < left)
        .collect();
    inside.sort_unstable();
    let (Some(&(first, _)), Some(last)) = (inside.first(), inside.iter().map(|(_, left)| *left).max()) else { return Said::ABSENT };
    let mut covered = first;
    let mut present = 0;
    for (joined, left) in inside {
        present += (left - joined.max(covered)).max(0);
        covered = covered.max(left);
    }
    let minutes = present / 60_000;
    if minutes == 0 {
        return Said::ABSENT;
    }
    let (late, early) = ((first - from) / 60_000, (until - last) / 60_000);
    // What is missing beside them, so that the minutes present come out as summed.
    let away = session.minutes() - minutes - late - early;
    Said { state: State::Present, late, early, away }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClassSessionId, Id};

    fn day() -> Day {
        Day::new(2026, 3, 12).unwrap()
    }

    fn at(hour: i8, minute: i8) -> Moment {
        Moment::at(day(), hour, minute).unwrap()
    }

    fn session() -> Session {
        let id = ClassSessionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        Session { id, starts_at: at(9, 0), ends_at: at(13, 0), topic: String::new() }
    }

    fn stay(from: (i8, i8), until: (i8, i8)) -> Stay {
        Stay { name: "Anna".into(), email: String::new(), joined: at(from.0, from.1), left: at(until.0, until.1) }
    }

    #[test]
    fn joins_are_summed_overlaps_count_once_and_nothing_outside_counts() {
        let table: &[(&[Stay], i64)] = &[
            (&[], 0),
            (&[stay((8, 30), (13, 30))], 240),
            (&[stay((9, 10), (12, 50))], 220),
            (&[stay((9, 0), (10, 0)), stay((11, 0), (13, 0))], 180),
            (&[stay((11, 0), (13, 0)), stay((9, 0), (11, 30))], 240),
            (&[stay((9, 0), (13, 0)), stay((10, 0), (11, 0))], 240),
            (&[stay((13, 0), (14, 0))], 0),
            (&[stay((7, 0), (9, 0))], 0),
        ];
        for (stays, minutes) in table {
            let stays: Vec<&Stay> = stays.iter().collect();
            let said = said(&stays, &session());
            assert_eq!(said.minutes(240), *minutes, "{stays:?}");
            assert!(said.late >= 0 && said.early >= 0 && said.away >= 0, "{said:?}");
        }
    }

    #[test]
    fn seconds_add_up_before_they_are_dropped() {
        let piece = |start: i64| Stay {
            name: "Anna".into(),
            email: String::new(),
            joined: Moment::from_millis(at(9, 0).millis() + start * 1000),
            left: Moment::from_millis(at(9, 0).millis() + (start + 50) * 1000),
        };
        let pieces: Vec<Stay> = (0..6).map(|n| piece(n * 60)).collect();
        assert_eq!(said(&pieces.iter().collect::<Vec<_>>(), &session()).minutes(240), 5);
    }

    #[test]
    fn hours_are_read_as_programs_write_them() {
        for text in [
            "2026-03-12 09:05:00",
            "12/03/2026 09:05",
            "12/03/2026, 09:05:00",
            "12/03/2026 9.05",
            "3/12/2026, 9:05:00 AM",
            "2026-03-12T08:05:00Z",
            "09:05",
            "9.05",
        ] {
            assert_eq!(instant(text, day()), Some(at(9, 5)), "{text}");
        }
        for text in ["", "ieri", "25:00", "2026-13-01 09:00", "12/03/2026"] {
            assert_eq!(instant(text, day()), None, "{text}");
        }
    }

    #[test]
    fn every_bad_row_is_told_with_its_number() {
        let text = "Nome;E-mail;Entrata;Uscita\nAnna Bianchi;anna@x.example;09:00;13:00\n;;09:00;10:00\nIvo;ivo@;09:00;10:00\n\nLia;;9;10:00\nLia;;10:00;presto\nLia;;12:00;11:00\nLia;;2026-03-11 09:00;2026-03-11 10:00\nLia Neri;;09:00;10:00\n";
        let log = read(text, day()).unwrap();
        assert_eq!(log.stays.iter().map(Stay::identity).collect::<Vec<_>>(), ["anna@x.example", "lia neri"]);
        let faults: Vec<(usize, &Problem)> = log.faults.iter().map(|fault| (fault.row, &fault.problem)).collect();
        assert_eq!(
            faults,
            [
                (3, &Problem::Nobody),
                (4, &Problem::BadAddress("ivo@".into())),
                (6, &Problem::BadJoin("9".into())),
                (7, &Problem::BadLeave("presto".into())),
                (8, &Problem::LeftBeforeJoining),
                (9, &Problem::AnotherDay),
            ]
        );
        assert_eq!(read("Nome;Entrata\nAnna;09:00\n", day()), Err(NotALog::NoLeave));
        assert_eq!(read("Entrata;Uscita\n09:00;10:00\n", day()), Err(NotALog::NoName));
        assert_eq!(read("", day()), Err(NotALog::Unreadable(Unreadable::Empty)));
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(text in "(nome|email|entrata|uscita|[;,\n\" 0-9:a-z])*") {
            let _ = read(&format!("nome;email;entrata;uscita\n{text}"), day());
        }
    }
}
