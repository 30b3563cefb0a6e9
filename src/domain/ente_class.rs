//! In which class an ente is counted when a programme reports: what it is, and of a comune how large.

use super::ente::Kind;

/// Bands of residents as reports on small comuni use them, and what is no comune. The order is that of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EnteClass {
    /// At most 1,000 residents.
    UpTo1000,
    UpTo3000,
    /// What the law on small comuni calls small (L. 158/2017, art. 1).
    UpTo5000,
    UpTo15000,
    Larger,
    /// A comune of which nobody knows how many residents it has.
    SizeUnknown,
    Association(u8),
    /// People of no ente of the register.
    NoEnte,
}

impl EnteClass {
    /// Of an ente of the register, or of none.
    pub fn of(kind: Option<Kind>, residents: Option<i64>) -> EnteClass {
        match (kind, residents) {
            (None, _) => EnteClass::NoEnte,
            (Some(Kind::Comune), None) => EnteClass::SizeUnknown,
            (Some(Kind::Comune), Some(residents)) => match residents {
                ..=1000 => EnteClass::UpTo1000,
                1001..=3000 => EnteClass::UpTo3000,
                3001..=5000 => EnteClass::UpTo5000,
                5001..=15000 => EnteClass::UpTo15000,
                _ => EnteClass::Larger,
            },
            (Some(kind), _) => EnteClass::Association(place(kind)),
        }
    }

    /// Which associated form it is, if it is one.
    pub fn association(self) -> Option<Kind> {
        match self {
            EnteClass::Association(place) => Kind::ALL.get(usize::from(place)).copied(),
            _ => None,
        }
    }
}

fn place(kind: Kind) -> u8 {
    Kind::ALL.iter().position(|one| *one == kind).and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comune_is_counted_by_its_residents_and_an_association_by_what_it_is() {
        for (residents, class) in [
            (0, EnteClass::UpTo1000),
            (1000, EnteClass::UpTo1000),
            (1001, EnteClass::UpTo3000),
            (3000, EnteClass::UpTo3000),
            (5000, EnteClass::UpTo5000),
            (5001, EnteClass::UpTo15000),
            (15_001, EnteClass::Larger),
        ] {
            assert_eq!(EnteClass::of(Some(Kind::Comune), Some(residents)), class, "{residents}");
        }
        assert_eq!(EnteClass::of(Some(Kind::Comune), None), EnteClass::SizeUnknown);
        assert_eq!(EnteClass::of(None, Some(800)), EnteClass::NoEnte);
        for kind in Kind::ASSOCIATIONS {
            assert_eq!(EnteClass::of(Some(kind), Some(800)).association(), Some(kind));
        }
    }
}
