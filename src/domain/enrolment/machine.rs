//! Ten thousand steps at random, the rule beside a plain model that was written without it.

use std::cell::Cell;

use proptest::prelude::*;

use super::model::{Kept, Model};
use super::tests::{enrolment, ente, room, start, who};
use super::*;

#[derive(Debug, Clone)]
enum Act {
    Ask {
        n: i64,
        by_desk: bool,
    },
    Leave {
        n: i64,
        removed: bool,
    },
    Accept(i64),
    Substitute {
        n: i64,
        colleague: i64,
    },
    WalkIn(i64),
    /// So many minutes go by.
    Wait(i64),
    /// So many more seats, or fewer: never fewer than are taken.
    Seats(i64),
    Keep {
        ente: Option<i64>,
        below_ten: bool,
        seats: i64,
        minutes: i64,
    },
    Cancel,
}

/// People 1 to 14, of four enti in two provinces.
fn of(n: i64) -> i64 {
    [1, 2, 10, 11][usize::try_from(n % 4).unwrap()]
}

/// The day begins that many minutes after the walk does.
const UNTIL_START: i64 = 4 * 24 * 60;
const STEPS: u32 = 500;
const WALKS: u32 = 20;

fn act() -> impl Strategy<Value = Act> {
    let n = || 1..=14i64;
    prop_oneof![
        30 => (n(), any::<bool>()).prop_map(|(n, by_desk)| Act::Ask { n, by_desk }),
        20 => (n(), prop::bool::weighted(0.2)).prop_map(|(n, removed)| Act::Leave { n, removed }),
        14 => n().prop_map(Act::Accept),
        8 => (n(), n()).prop_map(|(n, colleague)| Act::Substitute { n, colleague }),
        3 => n().prop_map(Act::WalkIn),
        14 => (1..=360i64).prop_map(Act::Wait),
        4 => (-2..=2i64).prop_map(Act::Seats),
        3 => (prop::option::of(prop::sample::select(vec![1i64, 2, 10, 11])), any::<bool>(), 1..=2i64, 60..=4000i64)
            .prop_map(|(ente, below_ten, seats, minutes)| Act::Keep { ente, below_ten, seats, minutes }),
        1 => Just(Act::Cancel),
    ]
}

/// The rule and the model, side by side.
struct Pair {
    room: Room,
    model: Model,
    walk_ins: Vec<i64>,
}

impl Pair {
    fn new(seats: i64, offer_hours: Option<i64>) -> Pair {
        let room = Room { offer_hours, ..room(seats) };
        Pair { room, model: Model::new(seats, UNTIL_START, offer_hours.map(|hours| hours * 60)), walk_ins: Vec::new() }
    }

    fn now(&self) -> Moment {
        start().plus_minutes(self.model.now - UNTIL_START)
    }

    /// Both do it, and must agree.
    fn act(&mut self, act: &Act) {
        let now = self.now();
        match act {
            Act::Ask { n, by_desk } => {
                let term = if *by_desk { Term::Start } else { Term::Deadline };
                let steps = self.room.ask(enrolment(*n), who(*n, of(*n)), term, now);
                self.agree(steps, |model| model.ask((*n, of(*n)), *by_desk))
            }
            Act::Leave { n, removed } => {
                let offered = self.offered_now(*n);
                let why = if *removed {
                    Why::Removed
                } else if offered {
                    Why::Declined
                } else {
                    Why::Withdrew
                };
                let steps = self.room.leave(&enrolment(*n), why, now);
                self.agree(steps, |model| model.leave(*n, *removed))
            }
            Act::Accept(n) => {
                let steps = self.room.accept(&enrolment(*n), now);
                self.agree(steps, |model| model.accept(*n))
            }
            Act::Substitute { n, colleague } => {
                let steps = self.room.substitute(&enrolment(*n), enrolment(*colleague), who(*colleague, of(*colleague)), now);
                self.agree(steps, |model| model.substitute(*n, (*colleague, of(*colleague))))
            }
            Act::WalkIn(n) => {
                let steps = self.room.walk_in(enrolment(*n), who(*n, of(*n)), now);
                if steps.is_ok() {
                    self.walk_ins.push(*n);
                }
                let is_the_day = now.day() >= start().day();
                self.agree(steps, |model| model.walk_in((*n, of(*n)), is_the_day));
            }
            Act::Wait(minutes) => {
                self.model.now += minutes;
                let steps = self.room.settle(self.now());
                self.agree(Ok(steps), settled)
            }
            Act::Seats(more) => {
                let seats = (self.room.seats + more).max(self.room.taken()).max(1);
                (self.room.seats, self.model.seats) = (seats, seats);
                let steps = self.room.settle(now);
                self.agree(Ok(steps), settled)
            }
            Act::Keep { ente: kept_for, below_ten, seats, minutes } => {
                self.keep((*kept_for, *below_ten), *seats, *minutes);
                let steps = self.room.settle(now);
                self.agree(Ok(steps), settled)
            }
            Act::Cancel => {
                self.model.cancelled = true;
                self.room.state = State::Cancelled;
                let steps = self.room.settle(now);
                self.agree(Ok(steps), settled)
            }
        }
    }

    fn offered_now(&self, n: i64) -> bool {
        let mut later = self.room.clone();
        later.settle(self.now());
        later.entry(&enrolment(n)).is_some_and(|entry| entry.standing == Standing::Offered)
    }

    fn keep(&mut self, (kept_for, below_ten): (Option<i64>, bool), seats: i64, minutes: i64) {
        let until = self.model.now + minutes;
        let keeper = match kept_for {
            Some(of) => Keeper::Ente(ente(of)),
            None => Keeper::Province(if below_ten { "TO" } else { "CN" }.to_owned()),
        };
        self.room.reserves.push(Reserve { keeper, seats, release_at: start().plus_minutes(until - UNTIL_START) });
        self.model.kept.push(Kept { ente: kept_for, below_ten, seats, until });
    }

    /// Both did it or both did not; the letters are the same, whoever they are for and in whatever order they were posted.
    fn agree(&mut self, steps: Result<Vec<Step>, Refusal>, act: impl FnOnce(&mut Model) -> bool) {
        let done = act(&mut self.model);
        assert_eq!(steps.is_ok(), done, "{steps:?}");
        let steps = steps.unwrap_or_default();
        let mut letters: Vec<(i64, String)> = steps.iter().map(|step| (number(&step.id), letter(step))).collect();
        let mut told: Vec<(i64, String)> = self.model.told.drain(..).map(|(n, what)| (n, what.to_owned())).collect();
        letters.sort();
        told.sort();
        assert_eq!(letters, told);
    }

    /// Seats never oversold, order never broken, rows as the model has them.
    fn compare(&self) {
        let of_standing =
            |standing| self.room.entries.iter().filter(move |entry| entry.standing == standing).map(|entry| number(&entry.id));
        let mut seated: Vec<i64> = of_standing(Standing::Seated).collect();
        let mut expected: Vec<i64> = self.model.seated.iter().map(|(n, _)| *n).collect();
        seated.sort_unstable();
        expected.sort_unstable();
        assert_eq!(seated, expected, "seated");
        let mut offered: Vec<i64> = of_standing(Standing::Offered).collect();
        let mut expected: Vec<i64> = self.model.offered.iter().map(|((n, _), _)| *n).collect();
        offered.sort_unstable();
        expected.sort_unstable();
        assert_eq!(offered, expected, "offered");
        let waiting: Vec<i64> = self.room.queue().map(|entry| number(&entry.id)).collect();
        assert_eq!(waiting, self.model.waiting.iter().map(|(n, _)| *n).collect::<Vec<_>>(), "order of those who wait");
        let sold = seated.iter().chain(&offered).filter(|n| !self.walk_ins.contains(n)).count();
        assert!(i64::try_from(sold).unwrap() <= self.room.seats, "{sold} of {}", self.room.seats);
        assert!(self.room.entries.windows(2).all(|pair| pair[0].number < pair[1].number), "numbers");
    }

    fn is_over(&self) -> bool {
        self.model.cancelled || self.model.now > self.model.starts + 300
    }
}

fn settled(model: &mut Model) -> bool {
    model.time();
    true
}

fn number(id: &EnrolmentId) -> i64 {
    use crate::domain::ids::Id;
    i64::from_str_radix(&id.as_str()[24..], 16).unwrap()
}

fn letter(step: &Step) -> String {
    match step.why {
        Some(why) => format!("{} {}", step.standing.as_str(), why.as_str()),
        None => step.standing.as_str().to_owned(),
    }
}

thread_local! {
    static DONE: Cell<u32> = const { Cell::new(0) };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: WALKS, failure_persistence: None, ..ProptestConfig::default() })]

    fn walk(
        acts in prop::collection::vec(act(), STEPS as usize),
        seats in 1..=6i64,
        offer_hours in prop::option::of(1..=30i64),
    ) {
        let mut pair = Pair::new(seats, offer_hours);
        for act in &acts {
            pair.act(act);
            pair.compare();
            DONE.with(|done| done.set(done.get() + 1));
            if pair.is_over() {
                // Another day.
                pair = Pair::new(seats, offer_hours);
            }
        }
    }
}

#[test]
fn ten_thousand_steps_leave_rule_and_model_of_one_mind() {
    walk();
    assert!(DONE.with(Cell::get) >= STEPS * WALKS);
}
