//! A copy of somebody's data, or their erasure, by the segreteria: for who asks by letter or on the telephone.

pub(super) mod routes;

mod pages;
mod words;

use crate::access::form::Fields;
use crate::domain::moment::Day;
use crate::people::Asking;

/// Longest account of how somebody asked, in characters.
pub const HOW_MAX: usize = 500;

/// A request as typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub day: String,
    pub how: String,
    /// Asked of an erasure alone.
    pub sure: bool,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoDay,
    DayToCome,
    NoHow,
    HowTooLong,
    NotSure,
}

impl Draft {
    pub fn read(fields: &Fields) -> Draft {
        let how = fields.text("come").split_whitespace().collect::<Vec<_>>().join(" ");
        Draft { day: fields.text("giorno").to_owned(), how, sure: fields.has("conferma") }
    }

    /// All that is wrong at once, or the request.
    pub fn check(&self, today: Day, must_be_sure: bool) -> Result<Asking, Vec<Fault>> {
        let day = match Day::parse(&self.day) {
            None => Err(Fault::NoDay),
            Some(day) if day > today => Err(Fault::DayToCome),
            Some(day) => Ok(day),
        };
        let how = match self.how.chars().count() {
            0 => Err(Fault::NoHow),
            n if n > HOW_MAX => Err(Fault::HowTooLong),
            _ => Ok(self.how.clone()),
        };
        let sure = if must_be_sure && !self.sure { Err(Fault::NotSure) } else { Ok(()) };
        match (day, how, sure) {
            (Ok(day), Ok(how), Ok(())) => Ok(Asking { day, how }),
            (day, how, sure) => Err([day.err(), how.err(), sure.err()].into_iter().flatten().collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_a_day_gone_by_and_a_way() {
        let today = Day::parse("2026-03-02").unwrap();
        assert_eq!(Draft::default().check(today, true).unwrap_err(), [Fault::NoDay, Fault::NoHow, Fault::NotSure]);
        let typed = Draft { day: "2026-03-03".into(), how: "x".repeat(501), sure: false };
        assert_eq!(typed.check(today, false).unwrap_err(), [Fault::DayToCome, Fault::HowTooLong]);
        let right = Draft { day: "2026-03-02".into(), how: "PEC del comune".into(), sure: false };
        assert_eq!(right.check(today, true).unwrap_err(), [Fault::NotSure]);
        assert_eq!(right.check(today, false).unwrap().day, today);
    }
}
