//! Who was there, and for how many minutes: what counts of all that was noted (docs/decisions/0025).

use super::moment::Moment;
use super::seminar::{Session, State as DayState};

/// Minutes before its beginning from which a session takes people in.
pub const DOORS_OPEN: i64 = 15;

/// Where something that was noted comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// The list of the docente, or of the segreteria.
    Tick,
    /// The code of the projector, entered by the person.
    Code,
    /// The log of an online session.
    Log,
    /// The signed register, as read before the day was closed.
    Paper,
    /// The signed register, as read again after the day was closed.
    Correction,
}

impl Source {
    pub const ALL: [Source; 5] = [Source::Tick, Source::Code, Source::Log, Source::Paper, Source::Correction];

    pub fn as_str(self) -> &'static str {
        match self {
            Source::Tick => "tick",
            Source::Code => "code",
            Source::Log => "log",
            Source::Paper => "paper",
            Source::Correction => "correction",
        }
    }

    pub fn parse(text: &str) -> Option<Source> {
        Source::ALL.into_iter().find(|source| source.as_str() == text)
    }

    /// Whether it tells what stands on the signed register.
    pub fn is_paper(self) -> bool {
        matches!(self, Source::Paper | Source::Correction)
    }
}

/// What a source says of somebody in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Present,
    Absent,
    /// As if the source had said nothing: something was undone.
    Cleared,
}

impl State {
    pub const ALL: [State; 3] = [State::Present, State::Absent, State::Cleared];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Present => "present",
            State::Absent => "absent",
            State::Cleared => "cleared",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Present or not, and the minutes missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub state: State,
    /// Minutes after the beginning.
    pub late: i64,
    /// Minutes before the end.
    pub early: i64,
    /// Minutes in between.
    pub away: i64,
}

impl Said {
    pub const PRESENT: Said = Said { state: State::Present, late: 0, early: 0, away: 0 };
    pub const ABSENT: Said = Said { state: State::Absent, late: 0, early: 0, away: 0 };
    pub const CLEARED: Said = Said { state: State::Cleared, late: 0, early: 0, away: 0 };

    /// Minutes present of a session of so many; an absent person has missed no minutes beside all of them.
    pub fn minutes(self, length: i64) -> i64 {
        match self.state {
            State::Present => (length - self.late - self.early - self.away).max(0),
            State::Absent | State::Cleared => 0,
        }
    }

    /// Whether there is at least a minute left of a session of so many.
    pub fn fits(self, length: i64) -> bool {
        self.late >= 0 && self.early >= 0 && self.away >= 0 && (self.state != State::Present || self.minutes(length) > 0)
    }
}

/// One thing noted of one person in one session. Marks are never changed: a later one of the same source takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub source: Source,
    pub said: Said,
    /// Order of that day.
    pub number: i64,
    pub at: Moment,
    /// Name of whoever noted it.
    pub by: String,
    pub reason: String,
}

/// What the signed register says, in its latest reading.
pub fn on_paper(marks: &[Mark]) -> Option<&Mark> {
    standing(marks, Source::is_paper)
}

/// What was noted on the day: the docente before the code, the code before the log; of one source the last.
pub fn noted(marks: &[Mark]) -> Option<&Mark> {
    [Source::Tick, Source::Code, Source::Log].into_iter().find_map(|source| standing(marks, |of| of == source))
}

/// What counts: the paper, and until somebody has read it what was noted on the day.
pub fn in_force(marks: &[Mark]) -> Option<&Mark> {
    on_paper(marks).or_else(|| noted(marks))
}

/// Minutes that count of a session of so many; nothing noted is nobody there.
pub fn minutes(marks: &[Mark], length: i64) -> i64 {
    in_force(marks).map_or(0, |mark| mark.said.minutes(length))
}

/// What was noted and what the paper says, where they are not the same. Nothing noted is no difference from absent.
pub fn difference(marks: &[Mark]) -> Option<(Said, Said)> {
    let paper = on_paper(marks)?.said;
    let noted = noted(marks).map_or(Said::ABSENT, |mark| mark.said);
    let same = noted == paper || (noted.state == State::Absent && paper.state == State::Absent);
    (!same).then_some((noted, paper))
}

/// The last mark of these sources, unless it clears them.
fn standing(marks: &[Mark], of: impl Fn(Source) -> bool) -> Option<&Mark> {
    let last = marks.iter().filter(|mark| of(mark.source)).max_by_key(|mark| mark.number)?;
    (last.said.state != State::Cleared).then_some(last)
}

/// The session that takes people in: from a quarter of an hour before it begins until it ends.
pub fn running(sessions: &[Session], now: Moment) -> Option<&Session> {
    // At the change of session the one that begins: whoever comes in between is not late for the one that ends.
    sessions.iter().rev().find(|session| session.starts_at.plus_minutes(-DOORS_OPEN) <= now && now < session.ends_at)
}

/// Whole minutes by which somebody who comes in now is late.
pub fn late(session: &Session, now: Moment) -> i64 {
    now.minutes_since(session.starts_at).max(0)
}

/// What a day has when somebody wants to close it.
#[derive(Debug, Clone, Copy)]
pub struct Closing {
    pub state: DayState,
    pub ends_at: Moment,
    /// Files of the signed register that stand.
    pub scans: usize,
    /// People on the register.
    pub people: usize,
    /// Signatures, one for each person and session, that nobody has looked for on the paper yet.
    pub unread: usize,
}

/// What keeps a day from being closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// A draft, or cancelled.
    NotPublished,
    /// It was closed already.
    Held,
    NotOver(Moment),
    NoScan,
    Signatures(usize),
    Nobody,
}

/// All that is lacking before a day can be closed; nothing: it can.
pub fn lacking(day: &Closing, now: Moment) -> Vec<Lacking> {
    match day.state {
        DayState::Held => return vec![Lacking::Held],
        DayState::Draft | DayState::Cancelled => return vec![Lacking::NotPublished],
        DayState::Published => {}
    }
    [
        (now < day.ends_at).then_some(Lacking::NotOver(day.ends_at)),
        (day.people == 0).then_some(Lacking::Nobody),
        (day.scans == 0).then_some(Lacking::NoScan),
        (day.unread > 0).then_some(Lacking::Signatures(day.unread)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClassSessionId, Id};
    use proptest::prelude::*;

    fn mark(number: i64, source: Source, said: Said) -> Mark {
        Mark { source, said, number, at: Moment::from_millis(number), by: "Anna".into(), reason: String::new() }
    }

    fn late(minutes: i64) -> Said {
        Said { late: minutes, ..Said::PRESENT }
    }

    #[test]
    fn what_counts_of_all_that_was_noted() {
        use Source::{Code, Correction, Log, Paper, Tick};
        let table: &[(&[(Source, Said)], i64)] = &[
            (&[], 0),
            (&[(Tick, Said::PRESENT)], 180),
            (&[(Tick, Said::PRESENT), (Tick, Said::ABSENT)], 0),
            // An undone tick lets the code speak.
            (&[(Tick, Said::ABSENT), (Code, late(20)), (Tick, Said::CLEARED)], 160),
            // The docente saw them come in on time; the code was entered later.
            (&[(Tick, Said::PRESENT), (Code, late(40))], 180),
            (&[(Code, late(5)), (Tick, late(10))], 170),
            (&[(Log, Said { early: 30, away: 10, ..Said::PRESENT })], 140),
            (&[(Log, late(50)), (Code, late(1))], 179),
            // Paper prevails, whenever the rest was noted.
            (&[(Paper, Said::ABSENT), (Tick, Said::PRESENT)], 0),
            (&[(Tick, Said::ABSENT), (Paper, late(15))], 165),
            (&[(Paper, Said::ABSENT), (Correction, Said::PRESENT)], 180),
            (&[(Paper, Said::PRESENT), (Paper, Said::CLEARED), (Tick, Said::ABSENT)], 0),
            // Never less than nothing.
            (&[(Tick, Said { late: 100, early: 100, ..Said::PRESENT })], 0),
        ];
        for (said, expected) in table {
            let marks: Vec<Mark> = (1..).zip(*said).map(|(n, (source, said))| mark(n, *source, *said)).collect();
            assert_eq!(minutes(&marks, 180), *expected, "{said:?}");
            // The order of the rows is that of the database: it decides nothing.
            let turned: Vec<Mark> = marks.into_iter().rev().collect();
            assert_eq!(minutes(&turned, 180), *expected, "turned {said:?}");
        }
    }

    #[test]
    fn paper_and_ticks_differ_where_they_say_something_else() {
        let marks = |said: &[(Source, Said)]| (1..).zip(said).map(|(n, (s, w))| mark(n, *s, *w)).collect::<Vec<_>>();
        assert_eq!(difference(&marks(&[(Source::Tick, Said::PRESENT)])), None);
        assert_eq!(difference(&marks(&[(Source::Paper, Said::ABSENT)])), None);
        assert_eq!(difference(&marks(&[(Source::Tick, Said::PRESENT), (Source::Paper, Said::PRESENT)])), None);
        let signed = marks(&[(Source::Paper, Said::PRESENT)]);
        assert_eq!(difference(&signed), Some((Said::ABSENT, Said::PRESENT)));
        let later = marks(&[(Source::Tick, late(10)), (Source::Paper, Said::PRESENT)]);
        assert_eq!(difference(&later), Some((late(10), Said::PRESENT)));
    }

    fn session(from: i64, until: i64) -> Session {
        let id = ClassSessionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        let at = |minutes| Moment::from_millis(0).plus_minutes(minutes);
        Session { id, starts_at: at(from), ends_at: at(until), topic: String::new() }
    }

    #[test]
    fn a_session_takes_people_in_from_a_quarter_of_an_hour_before_until_its_end() {
        let sessions = [session(60, 120), session(120, 180)];
        let begins = |minutes| running(&sessions, Moment::from_millis(0).plus_minutes(minutes)).map(|s| s.starts_at.millis() / 60_000);
        for (minutes, expected) in
            [(44, None), (45, Some(60)), (104, Some(60)), (105, Some(120)), (120, Some(120)), (179, Some(120)), (180, None)]
        {
            assert_eq!(begins(minutes), expected, "{minutes}");
        }
        assert_eq!(super::late(&sessions[0], Moment::from_millis(0).plus_minutes(50)), 0);
        assert_eq!(super::late(&sessions[0], Moment::from_millis(0).plus_minutes(71)), 11);
    }

    #[test]
    fn all_that_is_lacking_is_told_at_once() {
        let end = Moment::from_millis(1000);
        let day = Closing { state: DayState::Published, ends_at: end, scans: 0, people: 3, unread: 2 };
        assert_eq!(lacking(&day, Moment::from_millis(999)), [Lacking::NotOver(end), Lacking::NoScan, Lacking::Signatures(2)]);
        assert_eq!(lacking(&Closing { scans: 1, unread: 0, ..day }, end), []);
        assert_eq!(lacking(&Closing { state: DayState::Cancelled, ..day }, end), [Lacking::NotPublished]);
        assert_eq!(lacking(&Closing { state: DayState::Held, ..day }, end), [Lacking::Held]);
    }

    proptest! {
        #[test]
        fn nobody_is_there_longer_than_the_session(
            marks in proptest::collection::vec((0usize..5, 0usize..3, 0i64..300, 0i64..300, 0i64..300), 0..12),
            length in 1i64..400,
        ) {
            let marks: Vec<Mark> = (1..).zip(marks).map(|(n, (source, state, late, early, away))| {
                mark(n, Source::ALL[source], Said { state: State::ALL[state], late, early, away })
            }).collect();
            prop_assert!((0..=length).contains(&minutes(&marks, length)));
        }
    }
}
