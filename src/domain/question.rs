//! A quesito and who may see what of it: nothing reaches another ente before somebody has released it.

use super::ids::EnteId;

/// Who looks, as far as the forum asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seat {
    /// Whoever acts for an ente.
    Ente(EnteId),
    /// An esperto of the programme.
    Expert,
    /// The segreteria organizzativa.
    Desk,
    /// A docente: reads what is released.
    Listener,
}

impl Seat {
    /// Sees the originals of all enti, since somebody has to release and to answer them.
    pub fn sees_all(&self) -> bool {
        matches!(self, Seat::Expert | Seat::Desk)
    }

    /// The ente whose own quesiti this seat sees whole.
    pub fn ente(&self) -> Option<&EnteId> {
        match self {
            Seat::Ente(ente) => Some(ente),
            _ => None,
        }
    }
}

/// What of a quesito a seat sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The original, and who asked.
    Whole,
    /// The released text, and no ente.
    Released,
    /// It does not exist.
    Nothing,
}

/// What a seat sees of a quesito of this ente.
pub fn sight(seat: &Seat, owner: &EnteId, is_released: bool) -> Sight {
    match seat {
        Seat::Expert | Seat::Desk => Sight::Whole,
        Seat::Ente(ente) if ente == owner => Sight::Whole,
        _ if is_released => Sight::Released,
        _ => Sight::Nothing,
    }
}

/// How far a quesito has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    Waiting,
    /// An expert has it.
    Taken,
    Answered,
    /// Laid aside, with a reason.
    Declined,
}

impl Progress {
    pub const ALL: [Progress; 4] = [Progress::Waiting, Progress::Taken, Progress::Answered, Progress::Declined];

    pub fn of(taken: bool, answered: bool, declined: bool) -> Progress {
        match (answered, declined, taken) {
            (true, ..) => Progress::Answered,
            (_, true, _) => Progress::Declined,
            (_, _, true) => Progress::Taken,
            _ => Progress::Waiting,
        }
    }

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Progress::Waiting => "in-attesa",
            Progress::Taken => "preso",
            Progress::Answered => "risposto",
            Progress::Declined => "archiviato",
        }
    }

    pub fn parse(text: &str) -> Option<Progress> {
        Progress::ALL.into_iter().find(|progress| progress.as_str() == text)
    }
}

/// Median of what took so many minutes; none of nothing. Of an even number, the lower of the two in the middle: an instant that was.
pub fn median(mut minutes: Vec<i64>) -> Option<i64> {
    minutes.sort_unstable();
    minutes.get(minutes.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;

    fn ente(n: u8) -> EnteId {
        EnteId::parse(&format!("0192f0c1-2345-7abc-8def-0123456789a{n}")).unwrap()
    }

    #[test]
    fn another_ente_sees_nothing_before_the_release() {
        let (own, other) = (ente(1), ente(2));
        let table = [
            (Seat::Ente(own.clone()), Sight::Whole, Sight::Whole),
            (Seat::Expert, Sight::Whole, Sight::Whole),
            (Seat::Desk, Sight::Whole, Sight::Whole),
            (Seat::Ente(other), Sight::Nothing, Sight::Released),
            (Seat::Listener, Sight::Nothing, Sight::Released),
        ];
        for (seat, before, after) in table {
            assert_eq!((sight(&seat, &own, false), sight(&seat, &own, true)), (before, after), "{seat:?}");
        }
    }

    #[test]
    fn progress_is_read_back_and_an_answer_outweighs_the_rest() {
        for progress in Progress::ALL {
            assert_eq!(Progress::parse(progress.as_str()), Some(progress));
        }
        assert_eq!(Progress::of(true, true, false), Progress::Answered);
        assert_eq!(Progress::of(true, false, true), Progress::Declined);
        assert_eq!(Progress::of(true, false, false), Progress::Taken);
        assert_eq!(Progress::of(false, false, false), Progress::Waiting);
    }

    #[test]
    fn the_median_is_one_of_the_times() {
        for (minutes, expected) in [(vec![], None), (vec![7], Some(7)), (vec![9, 1, 5], Some(5)), (vec![4, 3, 2, 1], Some(2))] {
            assert_eq!(median(minutes), expected);
        }
    }
}
