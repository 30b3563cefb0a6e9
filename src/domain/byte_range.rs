//! Which part of a file a request asks for (RFC 9110, 13 and 14), and what is to be answered.

use std::ops::Range;

/// The headers that decide, as they came.
#[derive(Debug, Clone, Default)]
pub struct Conditions<'a> {
    pub range: Option<&'a str>,
    pub if_range: Option<&'a str>,
    pub if_match: Option<&'a str>,
    pub if_none_match: Option<&'a str>,
    /// A range is defined for GET alone.
    pub is_head: bool,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 200
    Whole,
    /// 206, with these bytes of the whole.
    Part(Range<u64>),
    /// 304
    NotModified,
    /// 412
    PreconditionFailed,
    /// 416
    Unsatisfiable,
}

/// In the order of RFC 9110, 13.2.2. `tag` is strong, with its quotes; the file has no date, so that conditions on dates say nothing.
pub fn answer(asked: &Conditions<'_>, tag: &str, length: u64) -> Answer {
    if asked.if_match.is_some_and(|known| !names(known, tag, true)) {
        return Answer::PreconditionFailed;
    }
    if asked.if_none_match.is_some_and(|known| names(known, tag, false)) {
        return Answer::NotModified;
    }
    let still_holds = asked.if_range.is_none_or(|known| known.trim() == tag);
    match asked.range {
        Some(range) if !asked.is_head && still_holds => part(range, length),
        _ => Answer::Whole,
    }
}

/// Whether a list of tags names this one, compared strongly or weakly (RFC 9110, 8.8.3.2).
fn names(list: &str, tag: &str, strongly: bool) -> bool {
    let is = |one: &str| one == tag || !strongly && one.strip_prefix("W/") == Some(tag);
    list.trim() == "*" || list.split(',').any(|one| is(one.trim()))
}

/// One range of bytes. What cannot be read, other units, and several ranges at once: the whole, which a server may always give.
fn part(range: &str, length: u64) -> Answer {
    let Some((unit, set)) = range.trim().split_once('=') else { return Answer::Whole };
    if !unit.eq_ignore_ascii_case("bytes") {
        return Answer::Whole;
    }
    let Some((first, last)) = set.trim().split_once('-') else { return Answer::Whole };
    match (number(first), number(last)) {
        (Some(Some(first)), Some(Some(last))) if first > last => Answer::Whole,
        (Some(Some(first)), Some(_)) if first >= length => Answer::Unsatisfiable,
        (Some(Some(first)), Some(last)) => Answer::Part(first..last.map_or(length, |last| last.saturating_add(1).min(length))),
        (Some(None), Some(Some(suffix))) if suffix == 0 || length == 0 => Answer::Unsatisfiable,
        (Some(None), Some(Some(suffix))) => Answer::Part(length.saturating_sub(suffix)..length),
        _ => Answer::Whole,
    }
}

/// Digits, or nothing; outside none for what is neither. More than can be counted is the most that can.
fn number(text: &str) -> Option<Option<u64>> {
    match text.trim() {
        "" => Some(None),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => Some(Some(digits.parse().unwrap_or(u64::MAX))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_rfc_9110_writes_them() {
        let table: &[(&str, Answer)] = &[
            ("bytes=0-9", Answer::Part(0..10)),
            ("bytes=10-", Answer::Part(10..100)),
            ("bytes=-10", Answer::Part(90..100)),
            ("bytes=-1000", Answer::Part(0..100)),
            ("bytes=90-1000", Answer::Part(90..100)),
            ("bytes=0-0", Answer::Part(0..1)),
            ("bytes=99-99", Answer::Part(99..100)),
            ("Bytes=1-2", Answer::Part(1..3)),
            ("bytes=0-99999999999999999999999999", Answer::Part(0..100)),
            ("bytes=0-18446744073709551615", Answer::Part(0..100)),
            ("bytes=100-", Answer::Unsatisfiable),
            ("bytes=99999999999999999999999999-", Answer::Unsatisfiable),
            ("bytes=-0", Answer::Unsatisfiable),
            ("bytes=9-0", Answer::Whole),
            ("bytes=0-1,5-6", Answer::Whole),
            ("bytes=", Answer::Whole),
            ("bytes=-", Answer::Whole),
            ("bytes", Answer::Whole),
            ("bytes=a-b", Answer::Whole),
            ("bytes=0-+5", Answer::Whole),
            ("bytes=--5", Answer::Whole),
            ("lines=0-9", Answer::Whole),
            ("", Answer::Whole),
        ];
        for (range, expected) in table {
            assert_eq!(part(range, 100), *expected, "{range}");
        }
        assert_eq!((part("bytes=0-", 0), part("bytes=-5", 0)), (Answer::Unsatisfiable, Answer::Unsatisfiable));
    }

    #[test]
    fn conditions_come_before_the_range() {
        let asked =
            |if_match, if_none_match, if_range| Conditions { if_match, if_none_match, if_range, range: Some("bytes=0-1"), is_head: false };
        let (a, part) = ("\"a\"", Answer::Part(0..2));
        assert_eq!(answer(&asked(Some("\"b\", \"a\""), None, None), a, 9), part);
        assert_eq!(answer(&asked(Some("W/\"a\""), None, None), a, 9), Answer::PreconditionFailed);
        assert_eq!(answer(&asked(None, Some("\"b\", W/\"a\""), None), a, 9), Answer::NotModified);
        assert_eq!(answer(&asked(None, Some("*"), None), a, 9), Answer::NotModified);
        assert_eq!(answer(&asked(None, None, Some("\"a\"")), a, 9), part);
        for changed in ["\"b\"", "W/\"a\"", "Mon, 02 Mar 2026 08:00:00 GMT"] {
            assert_eq!(answer(&asked(None, None, Some(changed)), a, 9), Answer::Whole, "{changed}");
        }
        assert_eq!(answer(&Conditions { is_head: true, ..asked(None, None, None) }, a, 9), Answer::Whole);
    }

    proptest::proptest! {
        #[test]
        fn a_part_lies_within_the_whole(text in "bytes=[0-9]{0,20}-[0-9]{0,20}", length in 0u64..1000) {
            if let Answer::Part(range) = part(&text, length) {
                proptest::prop_assert!(range.start < range.end && range.end <= length);
            }
        }
    }
}
