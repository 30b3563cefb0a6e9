//! The seats of a day told a second time and as plainly as can be, to compare the rule with: three lists, nothing clever.
//!
//! It names nothing of the crate, so that tests of the whole server use it as well. People and enti are numbers, instants
//! are minutes.

/// Somebody, and the ente for which they come. Enti below 10 are of one province, the others of another.
pub type Guest = (i64, i64);

/// Seats kept for an ente (`Some`) or for the province of an ente below or above 10 (`None`, and which), until a minute.
#[derive(Debug, Clone)]
pub struct Kept {
    pub ente: Option<i64>,
    pub below_ten: bool,
    pub seats: i64,
    pub until: i64,
}

#[derive(Debug, Clone)]
pub struct Model {
    pub now: i64,
    pub seats: i64,
    pub kept: Vec<Kept>,
    pub enrol_by: i64,
    pub starts: i64,
    pub offer_minutes: Option<i64>,
    pub cancelled: bool,
    pub seated: Vec<Guest>,
    pub offered: Vec<(Guest, i64)>,
    pub waiting: Vec<Guest>,
    /// What was told to whom since the last look.
    pub told: Vec<(i64, &'static str)>,
}

impl Model {
    pub fn new(seats: i64, starts: i64, offer_minutes: Option<i64>) -> Model {
        Model {
            now: 0,
            seats,
            kept: Vec::new(),
            enrol_by: starts - 24 * 60,
            starts,
            offer_minutes,
            cancelled: false,
            seated: Vec::new(),
            offered: Vec::new(),
            waiting: Vec::new(),
            told: Vec::new(),
        }
    }

    pub fn holders(&self) -> Vec<Guest> {
        self.seated.iter().copied().chain(self.offered.iter().map(|(guest, _)| *guest)).collect()
    }

    fn is_in(&self, n: i64) -> bool {
        self.holders().iter().chain(&self.waiting).any(|(one, _)| *one == n)
    }

    /// How many of these can sit on kept seats at once: each guest tries every kept seat, moving others aside (augmenting paths).
    fn on_kept_seats(&self, guests: &[Guest]) -> usize {
        let active = self.kept.iter().filter(|kept| kept.until > self.now);
        let chairs: Vec<&Kept> = active.flat_map(|kept| (0..kept.seats).map(move |_| kept)).collect();
        let mut sits: Vec<Option<usize>> = vec![None; chairs.len()];
        (0..guests.len()).filter(|guest| try_to_sit(*guest, guests, (&chairs, &mut sits), &mut vec![false; chairs.len()])).count()
    }

    fn can_sit(&self, guest: Guest) -> bool {
        let mut guests = self.holders();
        if guests.len() as i64 >= self.seats {
            return false;
        }
        let before = self.on_kept_seats(&guests);
        let kept: i64 = self.kept.iter().filter(|kept| kept.until > self.now).map(|kept| kept.seats).sum();
        let outside = (guests.len() - before) as i64;
        guests.push(guest);
        self.on_kept_seats(&guests) > before || outside < self.seats - kept
    }

    /// What time has brought by now.
    pub fn time(&mut self) {
        if self.cancelled {
            let all: Vec<Guest> = self.holders().into_iter().chain(self.waiting.clone()).collect();
            self.told.extend(all.iter().map(|(n, _)| (*n, "out cancelled")));
            (self.seated, self.offered, self.waiting) = Default::default();
            return;
        }
        let (now, starts) = (self.now, self.starts);
        let (over, good): (Vec<_>, Vec<_>) = self.offered.drain(..).partition(|(_, until)| *until <= now || starts <= now);
        self.offered = good;
        self.told.extend(over.iter().map(|((n, _), _)| (*n, "out lapsed")));
        if now >= starts {
            self.told.extend(self.waiting.drain(..).map(|(n, _)| (n, "out begun")));
            return;
        }
        // From the beginning of the list after each who was let in.
        while let Some(at) = self.waiting.iter().position(|guest| self.can_sit(*guest)) {
            let guest = self.waiting.remove(at);
            match self.offer_minutes {
                Some(minutes) => {
                    self.offered.push((guest, (now + minutes).min(starts)));
                    self.told.push((guest.0, "offered"));
                }
                None => {
                    self.seated.push(guest);
                    self.told.push((guest.0, "seated"));
                }
            }
        }
    }

    /// Does something wholly, or nothing at all.
    fn attempt(&mut self, change: impl FnOnce(&mut Model) -> bool) -> bool {
        let mut after = self.clone();
        after.time();
        let done = change(&mut after);
        if done {
            after.time();
            *self = after;
        }
        done
    }

    pub fn ask(&mut self, guest: Guest, by_desk: bool) -> bool {
        if self.cancelled || self.now >= self.starts || (!by_desk && self.now >= self.enrol_by) {
            return false;
        }
        self.attempt(|room| {
            if room.is_in(guest.0) {
                return false;
            }
            if room.can_sit(guest) {
                room.seated.push(guest);
                room.told.push((guest.0, "seated"));
            } else {
                room.waiting.push(guest);
                room.told.push((guest.0, "waiting"));
            }
            true
        })
    }

    /// Withdraws, or declines what was offered; `removed`: the segreteria does it, whatever the hour.
    pub fn leave(&mut self, n: i64, removed: bool) -> bool {
        if self.cancelled || (!removed && self.now >= self.starts) {
            return false;
        }
        self.attempt(|room| {
            let offered = room.offered.iter().any(|((one, _), _)| *one == n);
            if !room.is_in(n) {
                return false;
            }
            room.drop(n);
            room.told.push((
                n,
                if removed {
                    "out removed"
                } else if offered {
                    "out declined"
                } else {
                    "out withdrew"
                },
            ));
            true
        })
    }

    pub fn accept(&mut self, n: i64) -> bool {
        if self.cancelled || self.now >= self.starts {
            return false;
        }
        self.attempt(|room| {
            let Some(at) = room.offered.iter().position(|((one, _), _)| *one == n) else { return false };
            let (guest, _) = room.offered.remove(at);
            room.seated.push(guest);
            room.told.push((n, "seated"));
            true
        })
    }

    pub fn substitute(&mut self, n: i64, colleague: Guest) -> bool {
        if self.cancelled || self.now >= self.starts {
            return false;
        }
        self.attempt(|room| {
            let Some(at) = room.seated.iter().position(|(one, _)| *one == n) else { return false };
            if room.seated[at].1 != colleague.1 || room.holders().iter().any(|(one, _)| *one == colleague.0) {
                return false;
            }
            room.waiting.retain(|(one, _)| *one != colleague.0);
            room.seated[at] = colleague;
            room.told.extend([(n, "out replaced"), (colleague.0, "seated")]);
            true
        })
    }

    pub fn walk_in(&mut self, guest: Guest, is_the_day: bool) -> bool {
        if self.cancelled || !is_the_day {
            return false;
        }
        self.attempt(|room| {
            if room.holders().iter().any(|(one, _)| *one == guest.0) {
                return false;
            }
            room.waiting.retain(|(one, _)| *one != guest.0);
            room.seated.push(guest);
            room.told.push((guest.0, "seated"));
            true
        })
    }

    fn drop(&mut self, n: i64) {
        self.seated.retain(|(one, _)| *one != n);
        self.offered.retain(|((one, _), _)| *one != n);
        self.waiting.retain(|(one, _)| *one != n);
    }
}

fn try_to_sit(guest: usize, guests: &[Guest], (chairs, sits): (&[&Kept], &mut Vec<Option<usize>>), tried: &mut Vec<bool>) -> bool {
    for chair in 0..chairs.len() {
        let (_, ente) = guests[guest];
        let theirs = match chairs[chair].ente {
            Some(kept_for) => kept_for == ente,
            None => chairs[chair].below_ten == (ente < 10),
        };
        if !theirs || tried[chair] {
            continue;
        }
        tried[chair] = true;
        let free = match sits[chair] {
            None => true,
            Some(other) => try_to_sit(other, guests, (chairs, sits), tried),
        };
        if free {
            sits[chair] = Some(guest);
            return true;
        }
    }
    false
}
