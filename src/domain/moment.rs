//! Instants in UTC and Italian civil days.

use std::sync::LazyLock;

use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

/// Looked up once: every page asks for the day.
static ITALY: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC));

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, Serialize, Deserialize)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Moment(i64);

/// Why a day and an hour are no instant of Italian wall clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSuchHour {
    /// Not between 0.00 and 23.59.
    NotAnHour,
    /// The clocks go forward over it, as over 2.30 of the last Sunday of March.
    Skipped,
    /// The clocks go back and show it a second time, as 2.30 of the last Sunday of October.
    Twice,
}

/// A civil day in Italy, stored as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Moment {
    pub const fn from_millis(millis: i64) -> Self {
        Moment(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The same instant so many minutes later (or earlier).
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Moment(self.0 + minutes * 60_000)
    }

    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_minutes(days * 24 * 60)
    }

    /// Whole minutes from `earlier` to this instant.
    pub const fn minutes_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0) / 60_000
    }

    /// Seconds from this instant to a later one, rounded up; at least one.
    pub const fn seconds_until(self, later: Moment) -> i64 {
        let seconds = (later.0 - self.0 + 999) / 1000;
        if seconds < 1 { 1 } else { seconds }
    }

    /// `20260302T080000Z`: a date with UTC time of calendars (RFC 5545, 3.3.5).
    pub fn for_calendars(self) -> String {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    /// Date and hour on the wall clocks of Italy.
    pub fn in_italy(self) -> civil::DateTime {
        let instant = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        ITALY.to_datetime(instant)
    }

    /// The Italian day it falls on.
    pub fn day(self) -> Day {
        Day(self.in_italy().date())
    }

    /// The instant at which Italian clocks show this date and hour.
    pub fn at(day: Day, hour: i8, minute: i8) -> Option<Moment> {
        let zoned = day.0.at(hour, minute, 0, 0).to_zoned(ITALY.clone()).ok()?;
        Some(Moment(zoned.timestamp().as_millisecond()))
    }

    /// As [`Moment::at`], but an hour that Italian clocks skip, or show twice, is no instant: whoever typed it is asked again.
    pub fn on_the_clock(day: Day, hour: i8, minute: i8) -> Result<Moment, NoSuchHour> {
        let civil = civil::Time::new(hour, minute, 0, 0).map_err(|_| NoSuchHour::NotAnHour)?.to_datetime(day.0);
        match ITALY.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                offset.to_timestamp(civil).map(|instant| Moment(instant.as_millisecond())).map_err(|_| NoSuchHour::NotAnHour)
            }
            AmbiguousOffset::Gap { .. } => Err(NoSuchHour::Skipped),
            AmbiguousOffset::Fold { .. } => Err(NoSuchHour::Twice),
        }
    }

    /// `Mon, 02 Mar 2026 08:00:00 GMT`, as headers say it (RFC 9110, 5.6.7).
    pub fn http_date(self) -> String {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// RFC 3339 in UTC, for machines.
    pub fn rfc3339(self) -> String {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }
}

impl Day {
    pub fn parse(text: &str) -> Option<Day> {
        (text.len() == 10).then(|| text.parse().ok().map(Day)).flatten()
    }

    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        civil::Date::new(year, month, day).ok().map(Day)
    }

    pub fn date(self) -> civil::Date {
        self.0
    }

    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(jiff::Span::new().days(days)))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_days_change_at_italian_midnight() {
        let eve = Moment::at(Day::new(2026, 3, 28).unwrap(), 23, 59).unwrap();
        assert_eq!(eve.day().to_string(), "2026-03-28");
        assert_eq!(eve.plus_minutes(1).day().to_string(), "2026-03-29");
    }

    #[test]
    fn nine_in_the_morning_is_nine_on_both_sides_of_the_clock_change() {
        for (month, day, utc_hour) in [(3, 28, 8), (3, 30, 7), (10, 24, 7), (10, 26, 8)] {
            let nine = Moment::at(Day::new(2026, month, day).unwrap(), 9, 0).unwrap();
            assert_eq!(nine.in_italy().hour(), 9);
            assert_eq!(nine.rfc3339(), format!("2026-{month:02}-{day:02}T{utc_hour:02}:00:00Z"));
        }
    }

    #[test]
    fn an_hour_that_clocks_skip_or_show_twice_is_no_instant() {
        let on = |month, day, hour, minute| Moment::on_the_clock(Day::new(2027, month, day).unwrap(), hour, minute);
        assert_eq!(on(3, 28, 2, 30), Err(NoSuchHour::Skipped));
        assert_eq!(on(10, 31, 2, 30), Err(NoSuchHour::Twice));
        assert_eq!(on(3, 28, 24, 0), Err(NoSuchHour::NotAnHour));
        assert_eq!(on(3, 28, 3, 0).unwrap().rfc3339(), "2027-03-28T01:00:00Z");
        assert_eq!(on(10, 31, 3, 0).unwrap().rfc3339(), "2027-10-31T02:00:00Z");
    }

    #[test]
    fn a_day_is_read_only_in_its_own_form() {
        assert_eq!(Day::parse("2026-02-28").map(|d| d.to_string()).as_deref(), Some("2026-02-28"));
        for wrong in ["2026-02-30", "2026-2-3", "28/02/2026", ""] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }
}
