//! Which seats are whose: open ones for everybody, kept ones for those they are kept for.

use std::collections::HashMap;

use super::{Keeper, Room, Who};
use crate::domain::moment::Moment;

/// Seats kept and not yet given to those they are kept for.
#[derive(Default)]
struct Kept<'r> {
    by_ente: HashMap<&'r str, i64>,
    by_province: HashMap<&'r str, i64>,
}

impl Kept<'_> {
    /// Whether `who` sits on a kept seat: one of the ente first, then one of its province. An ente has one province, so
    /// in whatever order people are counted, as many sit on kept seats.
    fn takes(&mut self, who: &Who) -> bool {
        use crate::domain::ids::Id;
        let of_ente = who.ente.as_ref().and_then(|ente| self.by_ente.get_mut(ente.as_str()));
        if take(of_ente) {
            return true;
        }
        take(who.province.as_deref().and_then(|province| self.by_province.get_mut(province)))
    }
}

fn take(seats: Option<&mut i64>) -> bool {
    match seats {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    }
}

impl Room {
    fn kept(&self, now: Moment) -> Kept<'_> {
        use crate::domain::ids::Id;
        let mut kept = Kept::default();
        for reserve in self.reserves.iter().filter(|reserve| reserve.release_at > now) {
            let seats = match &reserve.keeper {
                Keeper::Ente(ente) => kept.by_ente.entry(ente.as_str()).or_default(),
                Keeper::Province(province) => kept.by_province.entry(province.as_str()).or_default(),
            };
            *seats += reserve.seats;
        }
        kept
    }

    /// Whether there is a seat for `who`: one kept for them, or an open one.
    pub fn fits(&self, who: &Who, now: Moment) -> bool {
        if self.taken() >= self.seats {
            return false;
        }
        let mut kept = self.kept(now);
        let open = self.seats - kept.by_ente.values().chain(kept.by_province.values()).sum::<i64>();
        let holders = self.entries.iter().filter(|entry| entry.standing.holds_a_seat());
        let outside = holders.filter(|entry| !kept.takes(&entry.who)).count();
        kept.takes(who) || i64::try_from(outside).is_ok_and(|outside| outside < open)
    }

    /// How many more like `who` there is a seat for.
    pub fn left(&self, who: &Who, now: Moment) -> i64 {
        let free = (self.seats - self.taken()).max(0);
        let mut kept = self.kept(now);
        let open = self.seats - kept.by_ente.values().chain(kept.by_province.values()).sum::<i64>();
        let holders = self.entries.iter().filter(|entry| entry.standing.holds_a_seat());
        let outside = i64::try_from(holders.filter(|entry| !kept.takes(&entry.who)).count()).unwrap_or(i64::MAX);
        let mut left = (open - outside).max(0);
        while left < free && kept.takes(who) {
            left += 1;
        }
        left.min(free)
    }
}
