//! The rule in cases.

use super::*;
use crate::domain::ids::Id;
use crate::domain::moment::Day;

pub(super) fn enrolment(n: i64) -> EnrolmentId {
    EnrolmentId::parse(&format!("0192f0c1-2345-7abc-8def-{n:012x}")).unwrap()
}

pub(super) fn person(n: i64) -> PersonId {
    PersonId::parse(&format!("0192f0c1-2345-7abc-8def-{n:012x}")).unwrap()
}

pub(super) fn ente(n: i64) -> EnteId {
    EnteId::parse(&format!("0192f0c1-2345-7abc-8def-{n:012x}")).unwrap()
}

/// Nine o'clock of the day.
pub(super) fn start() -> Moment {
    Moment::at(Day::new(2026, 3, 12).unwrap(), 9, 0).unwrap()
}

pub(super) fn hours_before(hours: i64) -> Moment {
    start().plus_minutes(-60 * hours)
}

pub(super) fn who(n: i64, of: i64) -> Who {
    // Enti 1 to 9 are of Torino, 10 to 19 of Cuneo.
    let province = if of < 10 { "TO" } else { "CN" };
    Who { person: person(n), ente: Some(ente(of)), province: Some(province.to_owned()) }
}

pub(super) fn room(seats: i64) -> Room {
    Room {
        seats,
        reserves: Vec::new(),
        enrol_by: hours_before(24),
        starts_at: start(),
        offer_hours: None,
        state: State::Published,
        entries: Vec::new(),
    }
}

fn reserve(keeper: Keeper, seats: i64, hours: i64) -> Reserve {
    Reserve { keeper, seats, release_at: hours_before(hours) }
}

/// Somebody asks, as early as there is time.
fn asks(room: &mut Room, n: i64, of: i64) -> Standing {
    room.ask(enrolment(n), who(n, of), Term::Deadline, hours_before(200)).unwrap();
    room.entry(&enrolment(n)).unwrap().standing
}

fn standings(room: &Room) -> Vec<(i64, Standing)> {
    let number = |entry: &Entry| i64::from_str_radix(&entry.id.as_str()[24..], 16).unwrap();
    let mut all: Vec<_> = room.entries.iter().map(|entry| (number(entry), entry.standing)).collect();
    all.sort_by_key(|(n, _)| *n);
    all
}

use Standing::{Offered, Out, Seated, Waiting};

#[test]
fn those_who_come_first_are_in_and_the_rest_wait_in_order() {
    let mut room = room(2);
    for n in 1..=4 {
        asks(&mut room, n, n);
    }
    assert_eq!(standings(&room), [(1, Seated), (2, Seated), (3, Waiting), (4, Waiting)]);
    assert_eq!((room.place(&enrolment(3)), room.place(&enrolment(4)), room.place(&enrolment(1))), (Some(1), Some(2), None));
    assert_eq!(room.prospect(&who(5, 5), hours_before(200)), Prospect::Waits(3));
}

#[test]
fn who_withdraws_makes_room_for_the_first_who_waits() {
    let mut room = room(1);
    for n in 1..=3 {
        asks(&mut room, n, n);
    }
    let steps = room.leave(&enrolment(1), Why::Withdrew, hours_before(30)).unwrap();
    assert_eq!(steps.iter().map(|step| (step.standing, step.before)).collect::<Vec<_>>(), [(Out, Some(Seated)), (Seated, Some(Waiting))]);
    assert_eq!(standings(&room), [(1, Out), (2, Seated), (3, Waiting)]);
    // Whoever comes back is the last.
    assert_eq!(asks(&mut room, 1, 1), Waiting);
    assert_eq!(room.place(&enrolment(1)), Some(2));
}

#[test]
fn an_offer_holds_the_seat_until_it_is_answered_or_lapses() {
    let mut room = Room { offer_hours: Some(24), ..room(1) };
    for n in 1..=4 {
        asks(&mut room, n, n);
    }
    room.leave(&enrolment(1), Why::Withdrew, hours_before(100)).unwrap();
    assert_eq!(room.entry(&enrolment(2)).unwrap().offer_until, Some(hours_before(76)));
    assert_eq!(room.ask(enrolment(5), who(5, 5), Term::Deadline, hours_before(99)).unwrap()[0].standing, Waiting);
    assert!(room.settle(hours_before(77)).is_empty());
    assert_eq!(room.settle(hours_before(76)).len(), 2);
    assert_eq!(standings(&room), [(1, Out), (2, Out), (3, Offered), (4, Waiting), (5, Waiting)]);
    assert_eq!(room.accept(&enrolment(2), hours_before(75)), Err(Refusal::OfferOver));
    room.leave(&enrolment(3), Why::Declined, hours_before(75)).unwrap();
    room.accept(&enrolment(4), hours_before(74)).unwrap();
    assert_eq!(standings(&room), [(1, Out), (2, Out), (3, Out), (4, Seated), (5, Waiting)]);
    assert_eq!(room.leave(&enrolment(4), Why::Declined, hours_before(70)), Err(Refusal::OfferOver));
}

#[test]
fn offers_end_when_the_day_begins_and_nobody_is_promoted_then() {
    let mut room = Room { offer_hours: Some(24), ..room(1) };
    for n in 1..=3 {
        asks(&mut room, n, n);
    }
    room.leave(&enrolment(1), Why::Withdrew, hours_before(2)).unwrap();
    assert_eq!(room.entry(&enrolment(2)).unwrap().offer_until, Some(start()));
    room.settle(start());
    assert_eq!(standings(&room), [(1, Out), (2, Out), (3, Out)]);
    assert_eq!(room.entries.iter().map(|entry| entry.why.unwrap()).collect::<Vec<_>>(), [Why::Withdrew, Why::Lapsed, Why::Begun]);
    // The day moved to an earlier hour ends its offers as well.
    let mut moved = Room { offer_hours: Some(24), ..self::room(1) };
    asks(&mut moved, 1, 1);
    asks(&mut moved, 2, 2);
    moved.leave(&enrolment(1), Why::Withdrew, hours_before(50)).unwrap();
    moved.starts_at = hours_before(40);
    moved.settle(hours_before(40));
    assert_eq!(moved.entry(&enrolment(2)).unwrap().why, Some(Why::Lapsed));
}

#[test]
fn a_kept_seat_goes_to_those_it_is_kept_for_until_it_is_released() {
    let mut room = Room { reserves: vec![reserve(Keeper::Ente(ente(1)), 1, 48), reserve(Keeper::Province("CN".into()), 1, 72)], ..room(3) };
    assert_eq!(asks(&mut room, 1, 2), Seated);
    assert_eq!(asks(&mut room, 2, 2), Waiting);
    assert!(room.keeps_for_others(&who(2, 2), hours_before(100)));
    // One of Cuneo and one of the ente pass those who wait for an open seat.
    assert_eq!(asks(&mut room, 3, 10), Seated);
    assert_eq!(room.left(&who(9, 1), hours_before(100)), 1);
    assert_eq!(room.left(&who(9, 2), hours_before(100)), 0);
    assert!(room.settle(hours_before(72)).is_empty(), "the seat of Cuneo is taken");
    assert_eq!(room.settle(hours_before(48)).len(), 1);
    assert_eq!(standings(&room), [(1, Seated), (2, Seated), (3, Seated)]);
}

#[test]
fn the_people_of_an_ente_take_its_own_seat_before_those_of_the_province() {
    let reserves = vec![reserve(Keeper::Province("TO".into()), 1, 48), reserve(Keeper::Ente(ente(1)), 1, 48)];
    let mut room = Room { reserves, ..room(2) };
    // Whichever came first, both fit: one on the seat of the ente, one on that of the province.
    assert_eq!(asks(&mut room, 1, 1), Seated);
    assert_eq!(asks(&mut room, 2, 2), Seated);
    assert_eq!(asks(&mut room, 3, 1), Waiting);
}

#[test]
fn more_kept_seats_than_there_are_sell_nothing_twice() {
    let mut room = Room { reserves: vec![reserve(Keeper::Ente(ente(1)), 5, 48)], ..room(2) };
    assert_eq!([1, 2, 3].map(|n| asks(&mut room, n, 1)), [Seated, Seated, Waiting]);
    assert_eq!(asks(&mut room, 4, 2), Waiting);
}

#[test]
fn a_seat_kept_too_late_still_waits_for_its_ente() {
    let mut room = room(2);
    asks(&mut room, 1, 2);
    room.reserves = vec![reserve(Keeper::Ente(ente(1)), 2, 48)];
    // One outsider more than open seats: the ente has the other all the same.
    assert_eq!(asks(&mut room, 2, 3), Waiting);
    assert_eq!(asks(&mut room, 3, 1), Seated);
}

#[test]
fn a_colleague_keeps_the_seat_whoever_waits() {
    let mut room = room(1);
    asks(&mut room, 1, 1);
    asks(&mut room, 2, 2);
    asks(&mut room, 3, 1);
    assert_eq!(room.substitute(&enrolment(1), enrolment(4), who(4, 2), hours_before(9)), Err(Refusal::NotOfTheEnte));
    assert_eq!(room.substitute(&enrolment(2), enrolment(4), who(4, 2), hours_before(9)), Err(Refusal::NotSeated));
    assert_eq!(room.substitute(&enrolment(1), enrolment(1), who(1, 1), hours_before(9)), Err(Refusal::Already(Seated)));
    // After the deadline, and one who waits further back.
    let steps = room.substitute(&enrolment(1), enrolment(3), who(3, 1), hours_before(9)).unwrap();
    assert_eq!(steps.iter().map(|step| step.why).collect::<Vec<_>>(), [Some(Why::Replaced), None]);
    assert_eq!(standings(&room), [(1, Out), (2, Waiting), (3, Seated)]);
    assert_eq!(room.substitute(&enrolment(3), enrolment(4), who(4, 1), start()), Err(Refusal::Begun));
}

#[test]
fn walk_ins_come_on_the_day_and_take_nobodys_place() {
    let mut room = room(1);
    asks(&mut room, 1, 1);
    asks(&mut room, 2, 2);
    assert_eq!(room.walk_in(enrolment(3), who(3, 3), hours_before(20)), Err(Refusal::NotToday));
    // Half an hour before: those who wait still do.
    room.walk_in(enrolment(3), who(3, 3), start().plus_minutes(-30)).unwrap();
    assert_eq!(standings(&room), [(1, Seated), (2, Waiting), (3, Seated)]);
    room.walk_in(enrolment(2), who(2, 2), start().plus_minutes(10)).unwrap();
    assert_eq!(standings(&room), [(1, Seated), (2, Seated), (3, Seated)]);
    assert_eq!(room.walk_in(enrolment(2), who(2, 2), start()), Err(Refusal::Already(Seated)));
}

#[test]
fn what_may_not_be_asked_is_refused_and_changes_nothing() {
    let at = |hours| hours_before(hours);
    let mut room = room(1);
    asks(&mut room, 1, 1);
    asks(&mut room, 2, 2);
    let before = room.clone();
    let ask = |room: &mut Room, n, term, now| room.ask(enrolment(n), who(n, n), term, now).err();
    assert_eq!(ask(&mut room, 3, Term::Deadline, at(24)), Some(Refusal::Closed(at(24))));
    assert_eq!(ask(&mut room, 3, Term::Start, at(0)), Some(Refusal::Begun));
    assert_eq!(ask(&mut room, 1, Term::Deadline, at(100)), Some(Refusal::Already(Seated)));
    assert_eq!(ask(&mut room, 2, Term::Deadline, at(100)), Some(Refusal::Already(Waiting)));
    assert_eq!(room.leave(&enrolment(3), Why::Withdrew, at(100)), Err(Refusal::NotIn));
    assert_eq!(room.leave(&enrolment(1), Why::Withdrew, at(0)), Err(Refusal::Begun));
    assert_eq!(room.accept(&enrolment(1), at(100)), Err(Refusal::Already(Seated)));
    assert_eq!(room.accept(&enrolment(2), at(100)), Err(Refusal::OfferOver));
    assert_eq!(room, before);
    assert!(ask(&mut room, 3, Term::Start, at(23)).is_none(), "the segreteria may, after the deadline");
    for (state, refusal) in [(State::Cancelled, Refusal::Cancelled), (State::Held, Refusal::Held)] {
        let mut over = Room { state, ..before.clone() };
        assert_eq!(ask(&mut over, 4, Term::Start, at(100)), Some(refusal.clone()));
        assert_eq!(over.leave(&enrolment(1), Why::Removed, at(100)), Err(refusal));
    }
}

#[test]
fn a_cancelled_day_lets_everybody_go_once() {
    let mut room = Room { offer_hours: Some(9), ..room(1) };
    for n in 1..=3 {
        asks(&mut room, n, n);
    }
    room.leave(&enrolment(1), Why::Withdrew, hours_before(50)).unwrap();
    room.state = State::Cancelled;
    assert_eq!(room.settle(hours_before(49)).len(), 2);
    assert!(room.settle(hours_before(48)).is_empty());
    assert_eq!(standings(&room), [(1, Out), (2, Out), (3, Out)]);
}

#[test]
fn a_larger_room_seats_those_who_wait() {
    let mut room = room(1);
    for n in 1..=4 {
        asks(&mut room, n, n);
    }
    room.seats = 3;
    assert_eq!(room.settle(hours_before(50)).len(), 2);
    assert_eq!(standings(&room), [(1, Seated), (2, Seated), (3, Seated), (4, Waiting)]);
}

#[test]
fn names_are_read_back() {
    assert!(Standing::ALL.iter().all(|one| Standing::parse(one.as_str()) == Some(*one)));
    assert!(Why::ALL.iter().all(|one| Why::parse(one.as_str()) == Some(*one)));
    assert!(How::ALL.iter().all(|one| How::parse(one.as_str()) == Some(*one)));
}
