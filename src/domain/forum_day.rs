//! A giornata di forum telematico: what may be written when, by the clock of Italy, and what can be done instead.

use super::moment::Moment;

/// Where a day stands. Nobody moves it on but the clock, and the segreteria at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The date is known.
    Announced,
    /// Quesiti are taken before the day.
    Gathering,
    /// Everything is.
    Open,
    /// The hour is over: experts finish their answers.
    Closing,
    /// The proceedings are out.
    Published,
}

impl State {
    pub const ALL: [State; 5] = [State::Announced, State::Gathering, State::Open, State::Closing, State::Published];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Announced => "announced",
            State::Gathering => "gathering",
            State::Open => "open",
            State::Closing => "closing",
            State::Published => "published",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// The instants that make a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub gathering_from: Moment,
    pub opens_at: Moment,
    /// As announced.
    pub closes_at: Moment,
    pub extended_to: Option<Moment>,
    pub published_at: Option<Moment>,
}

impl Hours {
    /// The first instant at which it is over, extension included.
    pub fn ends_at(&self) -> Moment {
        self.extended_to.map_or(self.closes_at, |to| to.max(self.closes_at))
    }

    pub fn state(&self, now: Moment) -> State {
        if self.published_at.is_some() {
            State::Published
        } else if now >= self.ends_at() {
            State::Closing
        } else if now >= self.opens_at {
            State::Open
        } else if now >= self.gathering_from {
            State::Gathering
        } else {
            State::Announced
        }
    }

    /// The instant at which the clock moves it on; none once it is over.
    pub fn next_change(&self, now: Moment) -> Option<Moment> {
        match self.state(now) {
            State::Announced => Some(self.gathering_from),
            State::Gathering => Some(self.opens_at),
            State::Open => Some(self.ends_at()),
            State::Closing | State::Published => None,
        }
    }
}

/// What somebody wants to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Writing {
    /// A quesito for this day.
    Question,
    /// An intervento below one.
    Post,
    /// An answer that others may read. Drafts are nobody's business.
    Answer,
}

/// Why not now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Quesiti of this day are taken from that instant on.
    GathersFrom(Moment),
    /// Interventi and answers begin with the day.
    OpensAt(Moment),
    /// The day was over at that instant.
    ClosedAt(Moment),
}

/// What can be done instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// Come back then.
    Wait(Moment),
    /// A quesito may wait in the queue (in coda) for the next day.
    Queue,
    /// Nothing is written here any more: there is the contact page, or a quesito of one's own for the next day.
    AskAnew,
}

impl Refusal {
    /// What can be done instead of this.
    pub fn instead(self, what: Writing) -> Instead {
        match (self, what) {
            // Whoever has a question now need not come back: it waits by itself.
            (_, Writing::Question) => Instead::Queue,
            (Refusal::GathersFrom(at) | Refusal::OpensAt(at), _) => Instead::Wait(at),
            (Refusal::ClosedAt(_), _) => Instead::AskAnew,
        }
    }
}

/// Whether it may be written now.
pub fn may_write(what: Writing, hours: &Hours, now: Moment) -> Result<(), Refusal> {
    match (what, hours.state(now)) {
        (Writing::Question, State::Announced) => Err(Refusal::GathersFrom(hours.gathering_from)),
        (Writing::Question, State::Gathering | State::Open) | (Writing::Post, State::Open) => Ok(()),
        (Writing::Post | Writing::Answer, State::Announced | State::Gathering) => Err(Refusal::OpensAt(hours.opens_at)),
        // An answer that comes late, or takes the place of another, is better than none.
        (Writing::Answer, State::Open | State::Closing | State::Published) => Ok(()),
        (Writing::Question | Writing::Post, State::Closing | State::Published) => Err(Refusal::ClosedAt(hours.ends_at())),
    }
}

/// What cannot be in a plan of hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// It would open before quesiti are gathered.
    GathersAfterOpening,
    ClosesBeforeOpening,
    /// It ends on another Italian day.
    OtherDay,
}

/// All that cannot be.
pub fn impossible(hours: &Hours) -> Vec<Impossible> {
    let mut found = Vec::new();
    if hours.gathering_from > hours.opens_at {
        found.push(Impossible::GathersAfterOpening);
    }
    if hours.closes_at <= hours.opens_at {
        found.push(Impossible::ClosesBeforeOpening);
    } else if hours.closes_at.plus_minutes(-1).day() != hours.opens_at.day() {
        found.push(Impossible::OtherDay);
    }
    found
}

/// Why a day is not extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoExtension {
    /// It has not opened: its hours can still be changed.
    NotOpen,
    /// Its proceedings are out.
    Published,
    /// It would not end later than now, or than it does already.
    NotLater,
    /// It would end more than a day after it was announced to.
    TooLong,
}

/// Longest extension, in hours: beyond it, another day is announced.
const LONGEST: i64 = 24;

/// Whether a day may end at another instant. One that is over opens again.
pub fn may_extend(hours: &Hours, to: Moment, now: Moment) -> Result<(), NoExtension> {
    match hours.state(now) {
        State::Announced | State::Gathering => Err(NoExtension::NotOpen),
        State::Published => Err(NoExtension::Published),
        State::Open | State::Closing if to <= now || to <= hours.ends_at() => Err(NoExtension::NotLater),
        State::Open | State::Closing if to > hours.closes_at.plus_minutes(LONGEST * 60) => Err(NoExtension::TooLong),
        State::Open | State::Closing => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;

    /// An instant of 12 March 2026, hours and minutes and seconds on Italian clocks.
    fn at(hour: i8, minute: i8, second: i64) -> Moment {
        Moment::from_millis(Moment::at(Day::new(2026, 3, 12).unwrap(), hour, minute).unwrap().millis() + second * 1000)
    }

    /// Gathers from eight, open from nine to five.
    fn day() -> Hours {
        Hours { gathering_from: at(8, 0, 0), opens_at: at(9, 0, 0), closes_at: at(17, 0, 0), extended_to: None, published_at: None }
    }

    #[test]
    fn the_clock_moves_a_day_on_to_the_second() {
        let extended = Hours { extended_to: Some(at(18, 0, 0)), ..day() };
        let published = Hours { published_at: Some(at(19, 0, 0)), ..day() };
        let table = [
            (day(), at(7, 59, 59), State::Announced, Some(at(8, 0, 0))),
            (day(), at(8, 0, 0), State::Gathering, Some(at(9, 0, 0))),
            (day(), at(8, 59, 59), State::Gathering, Some(at(9, 0, 0))),
            (day(), at(9, 0, 0), State::Open, Some(at(17, 0, 0))),
            (day(), at(16, 59, 59), State::Open, Some(at(17, 0, 0))),
            (day(), at(17, 0, 0), State::Closing, None),
            (extended, at(17, 0, 0), State::Open, Some(at(18, 0, 0))),
            (extended, at(18, 0, 0), State::Closing, None),
            (published, at(20, 0, 0), State::Published, None),
        ];
        for (hours, now, state, next) in table {
            assert_eq!((hours.state(now), hours.next_change(now)), (state, next), "{}", now.rfc3339());
        }
    }

    #[test]
    fn what_may_be_written_when() {
        use Refusal::{ClosedAt, GathersFrom, OpensAt};
        let (gathers, opens, closes) = (at(8, 0, 0), at(9, 0, 0), at(17, 0, 0));
        let table = [
            (at(7, 59, 59), [Err(GathersFrom(gathers)), Err(OpensAt(opens)), Err(OpensAt(opens))]),
            (at(8, 0, 0), [Ok(()), Err(OpensAt(opens)), Err(OpensAt(opens))]),
            (at(8, 59, 59), [Ok(()), Err(OpensAt(opens)), Err(OpensAt(opens))]),
            (at(9, 0, 0), [Ok(()), Ok(()), Ok(())]),
            (at(16, 59, 59), [Ok(()), Ok(()), Ok(())]),
            (at(17, 0, 0), [Err(ClosedAt(closes)), Err(ClosedAt(closes)), Ok(())]),
        ];
        for (now, expected) in table {
            let told = [Writing::Question, Writing::Post, Writing::Answer].map(|what| may_write(what, &day(), now));
            assert_eq!(told, expected, "{}", now.rfc3339());
        }
        let published = Hours { published_at: Some(at(18, 0, 0)), ..day() };
        assert_eq!(may_write(Writing::Post, &published, at(19, 0, 0)), Err(ClosedAt(closes)));
        assert_eq!(may_write(Writing::Answer, &published, at(19, 0, 0)), Ok(()));
    }

    #[test]
    fn every_refusal_says_what_can_be_done_instead() {
        let (before, after) = (Refusal::OpensAt(at(9, 0, 0)), Refusal::ClosedAt(at(17, 0, 0)));
        assert_eq!(Refusal::GathersFrom(at(8, 0, 0)).instead(Writing::Question), Instead::Queue);
        assert_eq!(after.instead(Writing::Question), Instead::Queue);
        assert_eq!(before.instead(Writing::Post), Instead::Wait(at(9, 0, 0)));
        assert_eq!(before.instead(Writing::Answer), Instead::Wait(at(9, 0, 0)));
        assert_eq!(after.instead(Writing::Post), Instead::AskAnew);
    }

    #[test]
    fn nine_is_nine_on_both_sides_of_the_clock_change() {
        for (month, date) in [(3, 27), (3, 30), (10, 23), (10, 26)] {
            let on = |hour| Moment::at(Day::new(2026, month, date).unwrap(), hour, 0).unwrap();
            let hours = Hours { gathering_from: on(8), opens_at: on(9), closes_at: on(17), extended_to: None, published_at: None };
            assert_eq!(hours.state(on(9)), State::Open);
            assert_eq!(hours.state(Moment::from_millis(on(9).millis() - 1)), State::Gathering);
        }
    }

    #[test]
    fn a_plan_of_hours_that_cannot_be_is_told() {
        let table = [
            (day(), vec![]),
            (Hours { gathering_from: at(9, 0, 0), ..day() }, vec![]),
            (Hours { gathering_from: at(9, 1, 0), ..day() }, vec![Impossible::GathersAfterOpening]),
            (Hours { closes_at: at(9, 0, 0), ..day() }, vec![Impossible::ClosesBeforeOpening]),
            (Hours { closes_at: at(9, 0, 0).plus_days(1), ..day() }, vec![Impossible::OtherDay]),
            // Until midnight is still the same day.
            (Hours { closes_at: at(0, 0, 0).plus_days(1), ..day() }, vec![]),
        ];
        for (hours, expected) in table {
            assert_eq!(impossible(&hours), expected, "{hours:?}");
        }
    }

    #[test]
    fn a_day_is_extended_while_somebody_can_still_use_it() {
        let published = Hours { published_at: Some(at(18, 0, 0)), ..day() };
        let extended = Hours { extended_to: Some(at(18, 0, 0)), ..day() };
        let table = [
            (day(), at(18, 0, 0), at(8, 59, 59), Err(NoExtension::NotOpen)),
            (day(), at(18, 0, 0), at(16, 0, 0), Ok(())),
            (day(), at(17, 0, 0), at(16, 0, 0), Err(NoExtension::NotLater)),
            (day(), at(18, 0, 0), at(17, 30, 0), Ok(())),
            (day(), at(17, 30, 0), at(17, 30, 0), Err(NoExtension::NotLater)),
            (extended, at(18, 0, 0), at(17, 30, 0), Err(NoExtension::NotLater)),
            (day(), at(17, 0, 1).plus_days(1), at(16, 0, 0), Err(NoExtension::TooLong)),
            (published, at(20, 0, 0), at(19, 0, 0), Err(NoExtension::Published)),
        ];
        for (hours, to, now, expected) in table {
            assert_eq!(may_extend(&hours, to, now), expected, "{hours:?} {}", to.rfc3339());
        }
    }

    #[test]
    fn names_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Some(state));
        }
    }
}
