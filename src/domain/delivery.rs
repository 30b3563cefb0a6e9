//! When a letter is tried again, when it is given up, and when those who want one letter a day get it.

use super::moment::Moment;

/// Minutes after which a letter that a dead server had taken is taken again. Longer than any letter is on its way.
pub const LEASE: i64 = 15;
/// The hour, on Italian clocks, of letters gathered once a day.
pub const GATHERING_HOUR: i8 = 7;
/// Minutes to wait after the first failure; doubled after each one.
const FIRST_WAIT: i64 = 1;
/// Minutes to wait at most.
const LONGEST_WAIT: i64 = 6 * 60;
/// Attempts after which a letter is given up: about two days after the first.
const ATTEMPTS: i64 = 16;

/// How somebody wants the messages that they need not read at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rhythm {
    /// One by one, as things happen.
    #[default]
    Each,
    /// Once a day, in one.
    Daily,
}

impl Rhythm {
    pub const ALL: [Rhythm; 2] = [Rhythm::Each, Rhythm::Daily];

    pub fn as_str(self) -> &'static str {
        match self {
            Rhythm::Each => "each",
            Rhythm::Daily => "daily",
        }
    }

    pub fn parse(text: &str) -> Option<Rhythm> {
        Rhythm::ALL.into_iter().find(|rhythm| rhythm.as_str() == text)
    }
}

/// Minutes to wait after that many attempts have failed; none: it is given up.
pub fn wait(attempts: i64) -> Option<i64> {
    if attempts >= ATTEMPTS {
        return None;
    }
    let doublings = u32::try_from(attempts - 1).unwrap_or(0);
    Some(FIRST_WAIT.checked_shl(doublings).filter(|wait| *wait < LONGEST_WAIT).unwrap_or(LONGEST_WAIT))
}

/// The next time letters are gathered: strictly after `now`.
pub fn next_gathering(now: Moment) -> Moment {
    let at = |days| Moment::at(now.day().plus_days(days), GATHERING_HOUR, 0);
    let next = [at(0), at(1)].into_iter().flatten().find(|seven| *seven > now);
    // Seven o'clock exists on every day: no clock change falls on it.
    next.unwrap_or(now.plus_days(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;

    #[test]
    fn waits_double_up_to_six_hours() {
        assert_eq!((1..=10).filter_map(wait).collect::<Vec<_>>(), [1, 2, 4, 8, 16, 32, 64, 128, 256, 360]);
    }

    #[test]
    fn a_letter_is_given_up_after_about_two_days() {
        let minutes: i64 = (1..).map_while(wait).sum();
        assert!((44 * 60..52 * 60).contains(&minutes), "{minutes} minutes");
        assert_eq!((wait(15), wait(16), wait(99)), (Some(360), None, None));
    }

    #[test]
    fn letters_are_gathered_at_seven_in_summer_and_in_winter() {
        let at = |month, day, hour, minute| Moment::at(Day::new(2026, month, day).unwrap(), hour, minute).unwrap();
        for (now, next) in [
            (at(3, 2, 6, 59), at(3, 2, 7, 0)),
            (at(3, 2, 7, 0), at(3, 3, 7, 0)),
            (at(3, 2, 23, 30), at(3, 3, 7, 0)),
            (at(3, 28, 12, 0), at(3, 29, 7, 0)),
            (at(10, 24, 12, 0), at(10, 25, 7, 0)),
            (at(12, 31, 7, 1), at(12, 31, 7, 0).plus_days(1)),
        ] {
            assert_eq!(next_gathering(now), next);
        }
    }
}
