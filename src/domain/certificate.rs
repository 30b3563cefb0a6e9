//! When an *attestato di partecipazione* is earned: hours present, and their share of the hours planned.

use serde::{Deserialize, Serialize};

/// What a public page calls a certificate by: sixteen signs, the last of which checks the others. Drawn by lot (75 bits),
/// not secret to whoever holds the paper.
pub type CertificateCode = super::activation_code::ActivationCode;

/// What an edition asks for an attestato on one of its themes; both at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRule {
    /// Hours present at the least, of the giornate on the theme.
    pub hours: i64,
    /// Percent of the hours of those giornate, 0–100.
    pub share: i64,
}

/// What somebody has behind them on one theme: minutes of giornate that are closed, where they had a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attended {
    pub present: i64,
    pub planned: i64,
}

impl Attended {
    /// Percent, rounded down: 79.9 is not 80.
    pub fn share(self) -> i64 {
        if self.planned > 0 { self.present * 100 / self.planned } else { 0 }
    }
}

/// What is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Minutes still to be attended.
    Minutes(i64),
    /// Percent attended, where more is asked.
    Share { is: i64, asked: i64 },
}

/// Nothing lacks where the attestato is earned. Nobody earns one without having been there.
pub fn lacking(rule: CertificateRule, attended: Attended) -> Vec<Lacking> {
    let asked = (rule.hours * 60).max(1);
    let minutes = (attended.present < asked).then(|| Lacking::Minutes(asked - attended.present));
    let is = attended.share();
    let share = (attended.planned > 0 && is < rule.share).then_some(Lacking::Share { is, asked: rule.share });
    minutes.into_iter().chain(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: CertificateRule = CertificateRule { hours: 6, share: 80 };

    fn after(present: i64, planned: i64) -> Vec<Lacking> {
        lacking(RULE, Attended { present, planned })
    }

    #[test]
    fn hours_and_share_are_both_needed() {
        assert_eq!(after(6 * 60, 7 * 60), []);
        assert_eq!(after(6 * 60 - 1, 7 * 60), [Lacking::Minutes(1)]);
        assert_eq!(after(6 * 60, 14 * 60), [Lacking::Share { is: 42, asked: 80 }]);
        assert_eq!(after(60, 7 * 60), [Lacking::Minutes(5 * 60), Lacking::Share { is: 14, asked: 80 }]);
    }

    #[test]
    fn a_share_is_rounded_down() {
        assert_eq!(Attended { present: 799, planned: 1000 }.share(), 79);
        assert_eq!(Attended { present: 800, planned: 1000 }.share(), 80);
    }

    #[test]
    fn a_rule_that_asks_nothing_still_asks_somebody_to_have_been_there() {
        let rule = CertificateRule { hours: 0, share: 0 };
        assert_eq!(lacking(rule, Attended::default()), [Lacking::Minutes(1)]);
        assert_eq!(lacking(rule, Attended { present: 1, planned: 420 }), []);
    }
}
