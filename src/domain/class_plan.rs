//! What may stand in the plan of a giornata d'aula: hours that follow one another, terms before the beginning, seats that add up.

use super::moment::Moment;
use super::seminar::{ClassDay, State};

/// Seats at which a page begins to count them.
pub const FEW: i64 = 5;

/// A plan in the figures that the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// First and last instant of each session, in the order of the form.
    pub sessions: &'a [(Moment, Moment)],
    pub enrol_by: Moment,
    pub seats: i64,
    /// Seats kept for somebody, and when they are let go.
    pub reserved: &'a [(i64, Moment)],
}

/// What cannot be. Sessions and reservations are counted from 0, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// The session ends when it begins, or before.
    EndsBefore(usize),
    /// The session is not on the Italian day of the first.
    OtherDay(usize),
    /// The second session begins before the first of the two is over.
    Overlap(usize, usize),
    /// It would be possible to enrol when the day has begun.
    TermAfterStart,
    /// Kept for somebody when the day has begun.
    ReleaseAfterStart(usize),
    /// More seats are kept than there are.
    TooManyReserved,
}

/// All that cannot be in a plan.
pub fn impossible(plan: &Plan<'_>) -> Vec<Impossible> {
    let mut found = Vec::new();
    for (n, (from, to)) in plan.sessions.iter().enumerate() {
        if to <= from {
            found.push(Impossible::EndsBefore(n));
        }
        let first = plan.sessions.first().map_or(*from, |(first, _)| *first);
        if from.day() != first.day() || (to > from && to.plus_minutes(-1).day() != first.day()) {
            found.push(Impossible::OtherDay(n));
        }
    }
    found.extend(overlaps(plan.sessions));
    let Some(start) = plan.sessions.iter().map(|(from, _)| *from).min() else { return found };
    if plan.enrol_by > start {
        found.push(Impossible::TermAfterStart);
    }
    for (n, (_, release_at)) in plan.reserved.iter().enumerate() {
        if *release_at > start {
            found.push(Impossible::ReleaseAfterStart(n));
        }
    }
    if plan.reserved.iter().map(|(seats, _)| seats).sum::<i64>() > plan.seats {
        found.push(Impossible::TooManyReserved);
    }
    found
}

/// Of two sessions that share a minute, the one that begins first and the other. A session that ends before it begins shares none.
fn overlaps(sessions: &[(Moment, Moment)]) -> Vec<Impossible> {
    let mut in_order: Vec<usize> = (0..sessions.len()).filter(|n| sessions[*n].1 > sessions[*n].0).collect();
    in_order.sort_by_key(|n| sessions[*n].0);
    let meets = |pair: &[usize]| match pair {
        [a, b] if sessions[*b].0 < sessions[*a].1 => Some(Impossible::Overlap(*a, *b)),
        _ => None,
    };
    in_order.windows(2).filter_map(meets).collect()
}

/// What a draft lacks before everybody may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// It has begun, or is over.
    Begun,
    /// Nobody could enrol any more.
    TermPassed,
    /// A session without its topic, counted from 0.
    Topic(usize),
    /// Who cannot climb stairs has to know before enrolling.
    Accessibility,
    /// Worth saying, but days are announced before their docenti are found.
    Trainer,
}

impl Lacking {
    /// Whether the day cannot be published without it.
    pub fn stands_in_the_way(self) -> bool {
        self != Lacking::Trainer
    }
}

/// What a day lacks, in the order in which it should be seen to.
pub fn lacking(day: &ClassDay, now: Moment) -> Vec<Lacking> {
    let begun = day.starts_at().is_some_and(|start| start <= now);
    let mut found = Vec::new();
    if begun {
        found.push(Lacking::Begun);
    } else if day.enrol_by <= now {
        found.push(Lacking::TermPassed);
    }
    let empty = |(n, session): (usize, &super::seminar::Session)| session.topic.is_empty().then_some(Lacking::Topic(n));
    found.extend(day.sessions.iter().enumerate().filter_map(empty));
    if !day.place.city.is_empty() && day.place.accessibility.is_empty() {
        found.push(Lacking::Accessibility);
    }
    if day.trainers.is_empty() {
        found.push(Lacking::Trainer);
    }
    found
}

/// The seats of a day as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Occupancy {
    pub seats: i64,
    /// Given out, or offered to somebody who has not answered yet.
    pub taken: i64,
    pub waiting: i64,
    /// Still kept for an ente or a province, and not used by it.
    pub kept: i64,
}

impl Occupancy {
    /// Seats that anybody may have.
    pub fn free(&self) -> i64 {
        (self.seats - self.taken - self.kept).max(0)
    }
}

/// What a person who thinks of enrolling has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    Draft,
    Cancelled,
    Held,
    Begun,
    /// Its hours are past; the register is not closed yet.
    Over,
    /// Not begun, but too late to enrol by oneself.
    TermPassed,
    /// No seats for anybody; so many wait.
    Full(i64),
    /// So many seats for anybody.
    Free(i64),
}

/// How open a day is at an instant.
pub fn openness(state: State, (starts_at, ends_at, enrol_by): (Moment, Moment, Moment), seats: &Occupancy, now: Moment) -> Openness {
    match state {
        State::Draft => Openness::Draft,
        State::Cancelled => Openness::Cancelled,
        State::Held => Openness::Held,
        State::Published if now >= ends_at => Openness::Over,
        State::Published if now >= starts_at => Openness::Begun,
        State::Published if now >= enrol_by => Openness::TermPassed,
        // Who enrols now comes after those who wait.
        State::Published if seats.free() == 0 || seats.waiting > 0 => Openness::Full(seats.waiting),
        State::Published => Openness::Free(seats.free()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;

    fn at(day: i8, hour: i8) -> Moment {
        Moment::at(Day::new(2026, 3, day).unwrap(), hour, 0).unwrap()
    }

    fn judged(sessions: &[(Moment, Moment)], enrol_by: Moment, reserved: &[(i64, Moment)]) -> Vec<Impossible> {
        impossible(&Plan { sessions, enrol_by, seats: 10, reserved })
    }

    #[test]
    fn a_day_like_most_is_possible() {
        let day = [(at(10, 9), at(10, 13)), (at(10, 14), at(10, 17))];
        assert_eq!(judged(&day, at(10, 9), &[(4, at(5, 0)), (6, at(10, 9))]), []);
        // The one begins when the other ends, whatever their order; and midnight is still of the day.
        assert_eq!(judged(&[(at(10, 13), at(11, 0)), (at(10, 9), at(10, 13))], at(9, 0), &[]), []);
    }

    #[test]
    fn each_thing_that_cannot_be_is_told() {
        let nine_to_one = (at(10, 9), at(10, 13));
        for (sessions, found) in [
            (vec![(at(10, 13), at(10, 9))], vec![Impossible::EndsBefore(0)]),
            (vec![(at(10, 9), at(10, 9))], vec![Impossible::EndsBefore(0)]),
            (vec![nine_to_one, (at(11, 9), at(11, 13))], vec![Impossible::OtherDay(1)]),
            (vec![(at(10, 22), at(11, 1))], vec![Impossible::OtherDay(0)]),
            (vec![(at(10, 12), at(10, 15)), nine_to_one], vec![Impossible::Overlap(1, 0)]),
        ] {
            assert_eq!(judged(&sessions, at(1, 0), &[]), found, "{sessions:?}");
        }
        assert_eq!(judged(&[nine_to_one], at(10, 10), &[]), [Impossible::TermAfterStart]);
        assert_eq!(judged(&[nine_to_one], at(1, 0), &[(2, at(9, 0)), (1, at(10, 10))]), [Impossible::ReleaseAfterStart(1)]);
        assert_eq!(judged(&[nine_to_one], at(1, 0), &[(6, at(9, 0)), (5, at(9, 0))]), [Impossible::TooManyReserved]);
    }

    #[test]
    fn a_day_says_how_open_it_is() {
        let seats = Occupancy { seats: 10, taken: 6, waiting: 0, kept: 1 };
        let terms = (at(10, 9), at(10, 17), at(9, 13));
        for (state, seats, now, open) in [
            (State::Published, seats, at(9, 12), Openness::Free(3)),
            (State::Published, seats, at(9, 13), Openness::TermPassed),
            (State::Published, seats, at(10, 9), Openness::Begun),
            (State::Published, seats, at(10, 17), Openness::Over),
            (State::Published, Occupancy { taken: 9, ..seats }, at(1, 0), Openness::Full(0)),
            (State::Published, Occupancy { waiting: 2, ..seats }, at(1, 0), Openness::Full(2)),
            (State::Cancelled, seats, at(1, 0), Openness::Cancelled),
            (State::Held, seats, at(20, 0), Openness::Held),
            (State::Draft, seats, at(1, 0), Openness::Draft),
        ] {
            assert_eq!(openness(state, terms, &seats, now), open);
        }
        // A room made smaller by mistake has no negative seats.
        assert_eq!(Occupancy { seats: 3, taken: 5, waiting: 0, kept: 0 }.free(), 0);
    }
}
