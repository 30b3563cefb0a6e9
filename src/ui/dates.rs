//! Days, hours and numbers as people read them: "lunedì 2 marzo 2026, ore 10.00"; the clock is Italy's.

use jiff::civil::{Date, DateTime, Weekday};
use maud::{Markup, html};

use crate::domain::moment::{Day, Moment};
use crate::domain::order::rounded;
use crate::ui::words::Lang;

const MESI: [&str; 12] =
    ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// "2 marzo 2026" / "2 March 2026"; the first of a month is "1º marzo 2026".
pub fn day(lang: Lang, day: Day) -> String {
    let date = day.date();
    match lang {
        Lang::It if date.day() == 1 => format!("1º {} {}", month(lang, date), date.year()),
        _ => format!("{} {} {}", date.day(), month(lang, date), date.year()),
    }
}

/// "lunedì 2 marzo 2026" / "Monday 2 March 2026".
pub fn weekday(lang: Lang, the_day: Day) -> String {
    format!("{} {}", weekday_name(lang, the_day.date().weekday()), day(lang, the_day))
}

/// "marzo 2026" / "March 2026".
pub fn month_and_year(lang: Lang, day: Day) -> String {
    format!("{} {}", month(lang, day.date()), day.date().year())
}

/// "10.42" / "10:42".
pub fn hour(lang: Lang, moment: Moment) -> String {
    clock(lang, moment.in_italy())
}

/// "lunedì 2 marzo 2026, ore 10.00" / "Monday 2 March 2026, 10:00".
pub fn moment(lang: Lang, moment: Moment) -> String {
    let time = hour(lang, moment);
    match lang {
        Lang::It => format!("{}, ore {time}", weekday(lang, moment.day())),
        Lang::En => format!("{}, {time}", weekday(lang, moment.day())),
    }
}

/// "3 ore e 30 minuti".
pub fn length(lang: Lang, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let (it, en) = match (hours, rest) {
        (0, 1) => ("1 minuto".to_owned(), "1 minute".to_owned()),
        (0, n) => (format!("{n} minuti"), format!("{n} minutes")),
        (1, 0) => ("1 ora".to_owned(), "1 hour".to_owned()),
        (h, 0) => (format!("{} ore", count(lang, h)), format!("{} hours", count(lang, h))),
        (1, n) => (format!("1 ora e {n} minuti"), format!("1 hour and {n} minutes")),
        (h, n) => (format!("{} ore e {n} minuti", count(lang, h)), format!("{} hours and {n} minutes", count(lang, h))),
    };
    if lang == Lang::It { it } else { en }
}

/// "02/03/2026", for tables; the same in both languages, day first.
pub fn short(day: Day) -> String {
    day.date().strftime("%d/%m/%Y").to_string()
}

/// "oggi alle 10.42", "ieri alle 10.42", or the whole date: when something was saved.
pub fn lately(lang: Lang, then: Moment, now: Moment) -> String {
    let time = hour(lang, then);
    let (day, today) = (then.day(), now.day());
    match (lang, day == today, day == today.plus_days(-1)) {
        (Lang::It, true, _) => format!("oggi alle {time}"),
        (Lang::En, true, _) => format!("today at {time}"),
        (Lang::It, _, true) => format!("ieri alle {time}"),
        (Lang::En, _, true) => format!("yesterday at {time}"),
        _ => moment(lang, then),
    }
}

/// The day with its machine form, in `<time>`.
pub fn day_tag(lang: Lang, the_day: Day) -> Markup {
    html! { time datetime=(the_day.date().to_string()) { (day(lang, the_day)) } }
}

/// The instant with its machine form, in `<time>`.
pub fn moment_tag(lang: Lang, the_moment: Moment) -> Markup {
    html! { time datetime=(the_moment.rfc3339()) { (moment(lang, the_moment)) } }
}

/// At most `decimals` figures after the comma (the point in English), without idle zeros; thousands set apart from 10,000 on.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    // Halves go up, as people round; `format!` would send 42.5 to 42.
    let text = format!("{:.decimals$}", rounded(value.abs(), decimals));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let (comma, group) = match lang {
        Lang::It => (',', '.'),
        Lang::En => ('.', ','),
    };
    let fraction = fraction.trim_end_matches('0');
    let is_zero = fraction.is_empty() && whole == "0";
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    let whole = grouped(whole, group);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{comma}{fraction}") }
}

/// A whole number: "7.896" stays "7896", "12.345" gets its point (Italian use: five figures and more).
pub fn count(lang: Lang, value: i64) -> String {
    let group = if lang == Lang::It { '.' } else { ',' };
    let sign = if value < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(&value.unsigned_abs().to_string(), group))
}

fn grouped(digits: &str, separator: char) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

fn clock(lang: Lang, time: DateTime) -> String {
    let separator = if lang == Lang::It { '.' } else { ':' };
    format!("{}{separator}{:02}", time.hour(), time.minute())
}

fn month(lang: Lang, date: Date) -> &'static str {
    let names = if lang == Lang::It { &MESI } else { &MONTHS };
    names.get(usize::try_from(date.month() - 1).unwrap_or(0)).copied().unwrap_or("")
}

fn weekday_name(lang: Lang, weekday: Weekday) -> &'static str {
    let (it, en) = match weekday {
        Weekday::Monday => ("lunedì", "Monday"),
        Weekday::Tuesday => ("martedì", "Tuesday"),
        Weekday::Wednesday => ("mercoledì", "Wednesday"),
        Weekday::Thursday => ("giovedì", "Thursday"),
        Weekday::Friday => ("venerdì", "Friday"),
        Weekday::Saturday => ("sabato", "Saturday"),
        Weekday::Sunday => ("domenica", "Sunday"),
    };
    if lang == Lang::It { it } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_of(year: i16, month: i8, day: i8) -> Day {
        Day::new(year, month, day).expect("a day of the calendar")
    }

    #[test]
    fn dates_read_as_italians_write_them() {
        let ten = Moment::at(day_of(2026, 3, 2), 10, 0).expect("an hour of that day");
        assert_eq!(moment(Lang::It, ten), "lunedì 2 marzo 2026, ore 10.00");
        assert_eq!(moment(Lang::En, ten), "Monday 2 March 2026, 10:00");
        assert_eq!(day(Lang::It, day_of(2026, 6, 1)), "1º giugno 2026");
        assert_eq!(day(Lang::En, day_of(2026, 6, 1)), "1 June 2026");
        assert_eq!(short(day_of(2026, 3, 2)), "02/03/2026");
        assert_eq!(month_and_year(Lang::It, day_of(2026, 3, 2)), "marzo 2026");
    }

    #[test]
    fn the_hour_is_italys_in_winter_and_in_summer() {
        // 2026-01-15T08:05:00Z and 2026-07-15T08:05:00Z
        assert_eq!(hour(Lang::It, Moment::from_millis(1_768_464_300_000)), "9.05");
        assert_eq!(hour(Lang::It, Moment::from_millis(1_784_102_700_000)), "10.05");
    }

    #[test]
    fn an_instant_after_midnight_in_italy_is_of_the_italian_day() {
        // 2026-03-01T23:30:00Z is half past midnight on Monday 2 March.
        assert_eq!(moment(Lang::It, Moment::from_millis(1_772_407_800_000)), "lunedì 2 marzo 2026, ore 0.30");
    }

    #[test]
    fn what_happened_lately_is_told_shortly() {
        let now = Moment::at(day_of(2026, 3, 2), 11, 0).expect("now");
        let at = |d, h| Moment::at(day_of(2026, 3, d), h, 42).expect("then");
        assert_eq!(lately(Lang::It, at(2, 10), now), "oggi alle 10.42");
        assert_eq!(lately(Lang::It, at(1, 10), now), "ieri alle 10.42");
        assert_eq!(lately(Lang::En, at(1, 10), now), "yesterday at 10:42");
        assert!(lately(Lang::It, Moment::at(day_of(2026, 2, 28), 9, 0).expect("then"), now).starts_with("sabato 28 febbraio 2026"));
    }

    #[test]
    fn numbers_have_the_comma_and_no_idle_zeros() {
        for (value, decimals, it, en) in [
            (62.5, 1, "62,5", "62.5"),
            (8.25, 1, "8,3", "8.3"),
            (62.0, 1, "62", "62"),
            (42.5, 0, "43", "43"),
            (-0.04, 1, "0", "0"),
            (-12.26, 1, "−12,3", "−12.3"),
            (7896.0, 0, "7896", "7896"),
            (12_345.5, 1, "12.345,5", "12,345.5"),
            (1_234_567.0, 0, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(number(Lang::It, value, decimals), it);
            assert_eq!(number(Lang::En, value, decimals), en);
        }
        assert_eq!(count(Lang::It, 58_840_000), "58.840.000");
        assert_eq!(count(Lang::It, -7), "−7");
    }
}
