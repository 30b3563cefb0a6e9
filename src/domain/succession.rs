//! Enti that end and go on in others: fusions, incorporations, splits, unioni that change their form or dissolve.

use std::collections::{HashMap, HashSet};

use super::ids::EnteId;
use super::moment::Day;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Several become a new one.
    Fusion,
    /// One goes into another that was there before.
    Incorporation,
    /// One becomes several: a row for each.
    Split,
    /// An association takes another form.
    Transformation,
    /// Nobody goes on.
    Dissolution,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Kind::Fusion, Kind::Incorporation, Kind::Split, Kind::Transformation, Kind::Dissolution];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Fusion => "fusion",
            Kind::Incorporation => "incorporation",
            Kind::Split => "split",
            Kind::Transformation => "transformation",
            Kind::Dissolution => "dissolution",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether somebody goes on.
    pub fn has_successor(self) -> bool {
        self != Kind::Dissolution
    }

    /// Whether people go on with it by themselves; of a split somebody must say who goes where.
    pub fn carries(self) -> bool {
        !matches!(self, Kind::Split | Kind::Dissolution)
    }
}

/// One arrow from the old to the new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    pub from: EnteId,
    /// None: dissolved.
    pub to: Option<EnteId>,
    pub kind: Kind,
    /// First day on which the old ente is no more.
    pub on: Day,
}

/// Why a succession cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Further ahead than anybody announces one: a slip of the pen.
    TooFarAhead,
    Itself,
    /// The old ente has ended already, on this day.
    EndedAlready(Day),
    /// It is announced already that the old ente ends, on this day.
    EndsAlready(Day),
    /// The new ente was no more on that day.
    SuccessorEnded(Day),
    /// The new ente comes before the old one in its line.
    Circle,
    /// Another ente went on in the old one on or after that day.
    ReceivedLater(Day),
    /// Comuni go on in comuni, associations in associations.
    OtherKind,
    /// The same arrow is there already.
    Known,
}

/// Days ahead for which a succession can be announced: regional laws name the first of January, at most two years on.
pub const AHEAD_DAYS: i32 = 800;

/// All successions so far and those announced, and who has ended or is to end by them.
#[derive(Debug, Clone, Default)]
pub struct History {
    ended: HashMap<EnteId, Day>,
    known: Vec<Succession>,
}

impl History {
    pub fn new(ended: impl IntoIterator<Item = (EnteId, Day)>, known: Vec<Succession>) -> History {
        History { ended: ended.into_iter().collect(), known }
    }

    /// All that stands in the way; whether kinds fit is for those who know the enti.
    pub fn may_add(&self, new: &Succession, today: Day) -> Result<(), Refusal> {
        if new.on > today.plus_days(AHEAD_DAYS) {
            return Err(Refusal::TooFarAhead);
        }
        if new.to.as_ref() == Some(&new.from) {
            return Err(Refusal::Itself);
        }
        if self.known.iter().any(|known| known.from == new.from && known.to == new.to) {
            return Err(Refusal::Known);
        }
        if let Some(to) = &new.to {
            if self.ancestors(&new.from).contains(to) {
                return Err(Refusal::Circle);
            }
            if let Some(day) = self.ended.get(to).filter(|day| **day <= new.on) {
                return Err(Refusal::SuccessorEnded(*day));
            }
        }
        let parts = |known: &&Succession| known.from == new.from && known.kind == Kind::Split && known.on == new.on;
        if let Some(day) = self.ended.get(&new.from)
            && !(new.kind == Kind::Split && self.known.iter().any(|known| parts(&known)))
        {
            return Err(if *day > today { Refusal::EndsAlready(*day) } else { Refusal::EndedAlready(*day) });
        }
        match self.known.iter().find(|known| known.to.as_ref() == Some(&new.from) && known.on >= new.on) {
            Some(later) => Err(Refusal::ReceivedLater(later.on)),
            None => Ok(()),
        }
    }

    pub fn add(&mut self, new: Succession) {
        self.ended.insert(new.from.clone(), new.on);
        self.known.push(new);
    }

    /// All that went on in an ente, directly or through others.
    pub fn ancestors(&self, of: &EnteId) -> HashSet<EnteId> {
        self.reached(of, |known, next| (known.to.as_ref() == Some(next)).then(|| known.from.clone()))
    }

    /// All in which an ente went on, directly or through others.
    pub fn descendants(&self, of: &EnteId) -> HashSet<EnteId> {
        self.reached(of, |known, next| known.to.clone().filter(|_| known.from == *next))
    }

    /// All that one step after another leads to.
    fn reached(&self, of: &EnteId, step: impl Fn(&Succession, &EnteId) -> Option<EnteId>) -> HashSet<EnteId> {
        let mut found = HashSet::new();
        let mut open = vec![of.clone()];
        while let Some(next) = open.pop() {
            open.extend(self.known.iter().filter_map(|known| step(known, &next)).filter(|id| found.insert(id.clone())));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;

    fn id(n: usize) -> EnteId {
        EnteId::parse(&format!("0192f0c1-2345-7abc-8def-{n:012}")).unwrap()
    }

    fn day(year: i16) -> Day {
        Day::new(year, 1, 1).unwrap()
    }

    fn arrow(from: usize, to: usize, year: i16, kind: Kind) -> Succession {
        Succession { from: id(from), to: (to != 0).then(|| id(to)), kind, on: day(year) }
    }

    fn history(arrows: &[(usize, usize, i16, Kind)]) -> History {
        let mut history = History::default();
        for (from, to, year, kind) in arrows {
            let new = arrow(*from, *to, *year, *kind);
            assert_eq!(history.may_add(&new, day(2026)), Ok(()), "{new:?}");
            history.add(new);
        }
        history
    }

    use Kind::{Dissolution, Fusion, Incorporation, Split};

    #[test]
    fn a_chain_leads_back_to_its_beginning() {
        let history = history(&[(1, 3, 2016, Fusion), (2, 3, 2016, Fusion), (3, 4, 2020, Incorporation), (4, 5, 2024, Fusion)]);
        assert_eq!(history.ancestors(&id(5)), HashSet::from([id(1), id(2), id(3), id(4)]));
        assert_eq!(history.ancestors(&id(3)), HashSet::from([id(1), id(2)]));
        assert!(history.ancestors(&id(1)).is_empty());
    }

    #[test]
    fn an_older_link_may_be_entered_later() {
        let history = history(&[(3, 4, 2020, Fusion), (1, 3, 2016, Fusion)]);
        assert_eq!(history.ancestors(&id(4)), HashSet::from([id(3), id(1)]));
    }

    #[test]
    fn a_split_has_several_successors_on_one_day() {
        let split = history(&[(1, 2, 2020, Split), (1, 3, 2020, Split)]);
        let refused = |new| split.may_add(&new, day(2026));
        assert_eq!(refused(arrow(1, 4, 2021, Split)), Err(Refusal::EndedAlready(day(2020))));
        assert_eq!(refused(arrow(1, 4, 2020, Fusion)), Err(Refusal::EndedAlready(day(2020))));
        assert_eq!(refused(arrow(1, 3, 2020, Split)), Err(Refusal::Known));
        assert_eq!(refused(arrow(1, 4, 2020, Split)), Ok(()));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let history = history(&[(1, 2, 2016, Fusion), (2, 3, 2020, Fusion), (7, 0, 2019, Dissolution)]);
        for (new, refusal) in [
            (arrow(9, 9, 2020, Fusion), Refusal::Itself),
            (arrow(9, 8, 2029, Fusion), Refusal::TooFarAhead),
            (arrow(1, 9, 2020, Fusion), Refusal::EndedAlready(day(2016))),
            (arrow(9, 2, 2020, Fusion), Refusal::SuccessorEnded(day(2020))),
            (arrow(9, 7, 2020, Fusion), Refusal::SuccessorEnded(day(2019))),
            (arrow(3, 1, 2022, Fusion), Refusal::Circle),
            (arrow(3, 2, 2018, Fusion), Refusal::Circle),
            (arrow(3, 9, 2020, Fusion), Refusal::ReceivedLater(day(2020))),
            (arrow(3, 0, 2015, Dissolution), Refusal::ReceivedLater(day(2020))),
        ] {
            assert_eq!(history.may_add(&new, day(2026)), Err(refusal), "{new:?}");
        }
    }

    #[test]
    fn what_is_announced_counts_before_its_day() {
        let today = day(2026);
        let history = History::new([(id(1), day(2027))], vec![arrow(1, 2, 2027, Fusion)]);
        let refused = |new: Succession| history.may_add(&new, today);
        assert_eq!(refused(arrow(1, 3, 2027, Fusion)), Err(Refusal::EndsAlready(day(2027))));
        assert_eq!(refused(arrow(3, 1, 2027, Fusion)), Err(Refusal::SuccessorEnded(day(2027))));
        assert_eq!(refused(arrow(3, 1, 2026, Fusion)), Ok(()), "until then it is there");
        assert_eq!(refused(arrow(2, 3, 2026, Fusion)), Err(Refusal::ReceivedLater(day(2027))));
        assert_eq!(refused(arrow(2, 1, 2028, Fusion)), Err(Refusal::Circle));
        assert_eq!(history.descendants(&id(1)), HashSet::from([id(2)]));
    }

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
    }
}
