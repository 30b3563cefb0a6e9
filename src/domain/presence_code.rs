//! The code on the projector of a giornata: six digits that are new every minute, derived from a secret of the day.

use super::moment::Moment;
use super::one_time_code::{Shared, same};

/// Seconds for which a code is shown.
pub const PERIOD: i64 = 60;
/// Codes of so many periods are taken: the one shown and the one before it, which somebody was still typing.
const TAKEN: i64 = 2;
/// A code is told to be too old, rather than wrong, for so many periods.
const REMEMBERED: i64 = 30;

/// What a typed code is for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    Good,
    /// It was shown, too long ago.
    Expired,
    Wrong,
}

/// Minutes since 1970: the number of a period.
fn period(now: Moment) -> i64 {
    now.millis().div_euclid(1000 * PERIOD)
}

/// The code shown now.
pub fn shown(secret: &Shared, now: Moment) -> String {
    secret.code(period(now))
}

/// Seconds until the next code.
pub fn renewed_in(now: Moment) -> i64 {
    let next = Moment::from_millis((period(now) + 1) * 1000 * PERIOD);
    now.seconds_until(next)
}

/// The digits of what was typed; none if there are not six.
pub fn typed(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (plain.len() == 6 && plain.bytes().all(|b| b.is_ascii_digit())).then_some(plain)
}

/// Every code is compared, and every digit of it, whichever is right: the time that it takes tells nothing.
pub fn judge(secret: &Shared, typed: &str, now: Moment) -> Judged {
    let present = period(now);
    let matches = |from: i64, until: i64| (from..=until).fold(false, |found, at| same(&secret.code(at), typed) | found);
    let good = matches(present - TAKEN + 1, present);
    let expired = matches(present - REMEMBERED, present - TAKEN);
    match (good, expired) {
        (true, _) => Judged::Good,
        (false, true) => Judged::Expired,
        (false, false) => Judged::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_lives_for_the_minute_it_is_shown_and_the_next() {
        let secret = Shared::new([7; 20]);
        let at = |seconds: i64| Moment::from_millis(1_772_438_400_000 + seconds * 1000);
        let code = shown(&secret, at(0));
        assert_eq!(shown(&secret, at(59)), code);
        assert_ne!(shown(&secret, at(60)), code);
        for (seconds, judged) in
            [(0, Judged::Good), (119, Judged::Good), (120, Judged::Expired), (29 * 60, Judged::Expired), (40 * 60, Judged::Wrong)]
        {
            assert_eq!(judge(&secret, &code, at(seconds)), judged, "{seconds}");
        }
        // Not before its time, nor for another day.
        assert_eq!(judge(&secret, &code, at(-1)), Judged::Wrong);
        assert_eq!(judge(&Shared::new([8; 20]), &code, at(0)), Judged::Wrong);
        assert_eq!((renewed_in(at(0)), renewed_in(at(59))), (60, 1));
    }

    #[test]
    fn spaces_and_hyphens_do_not_count() {
        for (text, read) in [
            ("123 456", Some("123456")),
            (" 123-456 ", Some("123456")),
            ("12345", None),
            ("12345a", None),
            ("", None),
            ("１２３４５６", None),
        ] {
            assert_eq!(typed(text).as_deref(), read, "{text}");
        }
    }
}
