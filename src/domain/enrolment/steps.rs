//! What may happen to a room. Whatever time has brought comes first, then what is asked, then what follows from it.

use super::{EnrolmentId, Entry, Refusal, Room, Standing, Step, Term, Who, Why};
use crate::domain::moment::Moment;
use crate::domain::seminar::State;

impl Room {
    /// A request for a seat. `id` is for whoever never was on the list; who comes back keeps theirs and gets a new number.
    pub fn ask(&mut self, id: EnrolmentId, who: Who, term: Term, now: Moment) -> Result<Vec<Step>, Refusal> {
        self.is_open(now)?;
        if term == Term::Deadline && now >= self.enrol_by {
            return Err(Refusal::Closed(self.enrol_by));
        }
        self.act(now, |room, steps| {
            let standing = if room.fits(&who, now) { Standing::Seated } else { Standing::Waiting };
            steps.push(room.enter(id, who, standing)?);
            Ok(())
        })
    }

    /// The person does not come; of an offered seat, `Declined`. By the segreteria, `Removed`.
    pub fn leave(&mut self, id: &EnrolmentId, why: Why, now: Moment) -> Result<Vec<Step>, Refusal> {
        match (why, self.state) {
            (_, State::Held) => return Err(Refusal::Held),
            (_, State::Cancelled) => return Err(Refusal::Cancelled),
            // Who was enrolled by mistake can be taken off the list also when the day has begun.
            (Why::Removed, _) => {}
            _ if now >= self.starts_at => return Err(Refusal::Begun),
            _ => {}
        }
        self.act(now, |room, steps| {
            let entry = room.inside(id)?;
            if why == Why::Declined && entry.standing != Standing::Offered {
                return Err(Refusal::OfferOver);
            }
            steps.push(entry.goes(Standing::Out, Some(why), None));
            Ok(())
        })
    }

    /// Takes a seat that was offered.
    pub fn accept(&mut self, id: &EnrolmentId, now: Moment) -> Result<Vec<Step>, Refusal> {
        self.is_open(now)?;
        self.act(now, |room, steps| {
            let entry = room.entries.iter_mut().find(|entry| entry.id == *id).ok_or(Refusal::NotIn)?;
            match entry.standing {
                Standing::Offered => steps.push(entry.goes(Standing::Seated, None, None)),
                Standing::Seated => return Err(Refusal::Already(Standing::Seated)),
                _ => return Err(Refusal::OfferOver),
            }
            Ok(())
        })
    }

    /// A colleague of the same ente takes the seat, whoever waits: also after the deadline, until the day begins.
    pub fn substitute(&mut self, id: &EnrolmentId, fresh: EnrolmentId, colleague: Who, now: Moment) -> Result<Vec<Step>, Refusal> {
        self.is_open(now)?;
        self.act(now, |room, steps| {
            let entry = room.inside(id)?;
            if entry.standing != Standing::Seated {
                return Err(Refusal::NotSeated);
            }
            if colleague.person == entry.who.person {
                return Err(Refusal::Already(Standing::Seated));
            }
            if colleague.ente.is_none() || colleague.ente != entry.who.ente {
                return Err(Refusal::NotOfTheEnte);
            }
            steps.push(entry.goes(Standing::Out, Some(Why::Replaced), None));
            steps.push(room.enter_seated(fresh, colleague)?);
            Ok(())
        })
    }

    /// Somebody who came without being on the list, or while they waited. A seat is not counted: one who is there sits where
    /// somebody did not come, and the register says who came.
    pub fn walk_in(&mut self, id: EnrolmentId, who: Who, now: Moment) -> Result<Vec<Step>, Refusal> {
        match self.state {
            State::Cancelled => return Err(Refusal::Cancelled),
            State::Held => return Err(Refusal::Held),
            _ if now.day() < self.starts_at.day() => return Err(Refusal::NotToday),
            _ => {}
        }
        self.act(now, |room, steps| {
            steps.push(room.enter_seated(id, who)?);
            Ok(())
        })
    }

    /// What time, released seats, a larger room or a cancelled day bring by themselves.
    pub fn settle(&mut self, now: Moment) -> Vec<Step> {
        match self.state {
            State::Draft | State::Held => Vec::new(),
            State::Cancelled => self.all_out(|_| true, Why::Cancelled),
            State::Published => {
                let starts_at = self.starts_at;
                // An offer ends at the latest when the day begins, also if the day was moved to an earlier hour.
                let lapsed = |entry: &Entry| {
                    entry.standing == Standing::Offered && entry.offer_until.is_none_or(|until| until.min(starts_at) <= now)
                };
                let mut steps = self.all_out(lapsed, Why::Lapsed);
                if now >= starts_at {
                    steps.extend(self.all_out(|entry| entry.standing == Standing::Waiting, Why::Begun));
                } else {
                    steps.extend(self.promote(now));
                }
                steps
            }
        }
    }

    fn act(&mut self, now: Moment, change: impl FnOnce(&mut Room, &mut Vec<Step>) -> Result<(), Refusal>) -> Result<Vec<Step>, Refusal> {
        let mut room = self.clone();
        let mut steps = room.settle(now);
        change(&mut room, &mut steps)?;
        steps.extend(room.settle(now));
        *self = room;
        Ok(steps)
    }

    fn is_open(&self, now: Moment) -> Result<(), Refusal> {
        match self.state {
            State::Cancelled => Err(Refusal::Cancelled),
            State::Held => Err(Refusal::Held),
            State::Draft | State::Published if now >= self.starts_at => Err(Refusal::Begun),
            State::Draft | State::Published => Ok(()),
        }
    }

    fn inside(&mut self, id: &EnrolmentId) -> Result<&mut Entry, Refusal> {
        self.entries.iter_mut().find(|entry| entry.id == *id && entry.standing != Standing::Out).ok_or(Refusal::NotIn)
    }

    /// A seat whatever the room: of a colleague, or of somebody who is there.
    fn enter_seated(&mut self, id: EnrolmentId, who: Who) -> Result<Step, Refusal> {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.who.person == who.person && entry.standing == Standing::Waiting) {
            entry.who = who;
            return Ok(entry.goes(Standing::Seated, None, None));
        }
        self.enter(id, who, Standing::Seated)
    }

    fn enter(&mut self, id: EnrolmentId, who: Who, standing: Standing) -> Result<Step, Refusal> {
        let number = self.entries.iter().map(|entry| entry.number).max().unwrap_or(0) + 1;
        let step = match self.entries.iter_mut().find(|entry| entry.who.person == who.person) {
            Some(entry) if entry.standing == Standing::Out => {
                (entry.number, entry.who) = (number, who);
                entry.goes(standing, None, None)
            }
            Some(entry) => return Err(Refusal::Already(entry.standing)),
            None => {
                self.entries.push(Entry { id: id.clone(), who, number, standing, why: None, offer_until: None });
                Step { id, before: None, standing, why: None, offer_until: None }
            }
        };
        self.entries.sort_by_key(|entry| entry.number);
        Ok(step)
    }

    fn all_out(&mut self, which: impl Fn(&Entry) -> bool, why: Why) -> Vec<Step> {
        let concerned = self.entries.iter_mut().filter(|entry| entry.standing != Standing::Out && which(entry));
        concerned.map(|entry| entry.goes(Standing::Out, Some(why), None)).collect()
    }

    /// In the order of numbers, a seat for each who waits and fits. One pass is enough: a seat given never makes room.
    fn promote(&mut self, now: Moment) -> Vec<Step> {
        let until = self.offer_hours.map(|hours| now.plus_minutes(hours * 60).min(self.starts_at));
        let mut steps = Vec::new();
        for at in 0..self.entries.len() {
            let fits = self.entries.get(at).is_some_and(|entry| entry.standing == Standing::Waiting && self.fits(&entry.who, now));
            if let Some(entry) = self.entries.get_mut(at).filter(|_| fits) {
                steps.push(entry.goes(if until.is_some() { Standing::Offered } else { Standing::Seated }, None, until));
            }
        }
        steps
    }
}

impl Entry {
    fn goes(&mut self, standing: Standing, why: Option<Why>, offer_until: Option<Moment>) -> Step {
        let before = Some(self.standing);
        (self.standing, self.why, self.offer_until) = (standing, why, offer_until);
        Step { id: self.id.clone(), before, standing, why, offer_until }
    }
}
