//! Comparing calculated numbers: what counts as equal, who comes first, how a figure is shown.
//!
//! Thresholds and ties are decided on full values (autodiagnosi, section 5.7 and 5.12). Two values that arithmetic on
//! paper makes equal may differ in their last binary digit; below [`NEGLIGIBLE`] they are taken as equal, so that the
//! machine's rounding never decides where a comune stands (docs/decisions/0010).

use std::cmp::Ordering;
use std::iter::Peekable;
use std::str::Chars;

/// Points, percentages and weights nearer than this are equal (section 5.10 gives the figure for suggestions).
pub const NEGLIGIBLE: f64 = 1e-9;

pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEGLIGIBLE
}

pub fn at_least(value: f64, limit: f64) -> bool {
    value >= limit - NEGLIGIBLE
}

pub fn below(value: f64, limit: f64) -> bool {
    !at_least(value, limit)
}

pub fn above(value: f64, limit: f64) -> bool {
    value > limit + NEGLIGIBLE
}

/// Greatest value first; among equal values, as `tie` says.
///
/// Ties are settled in runs of neighbours, because "nearer than a billionth" is not an order a sort may rely on.
pub fn rank<T>(items: &mut [T], value: impl Fn(&T) -> f64, tie: impl Fn(&T, &T) -> Ordering) {
    items.sort_by(|a, b| value(b).total_cmp(&value(a)));
    for equals in items.chunk_by_mut(|a, b| same(value(a), value(b))) {
        equals.sort_by(&tie);
    }
}

/// The lesser id: digits compare as numbers, so that `D2` comes before `D10`.
pub fn by_id(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => number(&mut left).cmp(&number(&mut right)),
            (None, None) => return a.cmp(b),
            _ => left.next().cmp(&right.next()),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Digits up to the next other sign, as a number; longer ones than anybody writes are all alike.
fn number(chars: &mut Peekable<Chars<'_>>) -> u64 {
    let mut value: u64 = 0;
    while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(u64::from(digit));
        chars.next();
    }
    value
}

/// For display only: half goes up (section 5.12), so 62.5 shows as 63.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(decimals as i32);
    (value * scale + 0.5 + NEGLIGIBLE).floor() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_with_a_smaller_number_comes_first() {
        let mut ids = ["D10", "D2", "M1", "D1", "D01", "S2b", "S2a", "S2"];
        ids.sort_by(|a, b| by_id(a, b));
        assert_eq!(ids, ["D01", "D1", "D2", "D10", "M1", "S2", "S2a", "S2b"]);
    }

    #[test]
    fn values_apart_by_a_rounding_error_are_ranked_by_their_tie() {
        let mut items = [("b", 0.1 + 0.2), ("c", 0.5), ("a", 0.3)];
        rank(&mut items, |i| i.1, |x, y| by_id(x.0, y.0));
        assert_eq!(items.map(|i| i.0), ["c", "a", "b"]);
    }

    #[test]
    fn half_is_shown_upwards_on_both_sides_of_zero() {
        for (value, decimals, shown) in [(62.5, 0, 63.0), (62.49, 0, 62.0), (0.15, 1, 0.2), (-0.5, 0, 0.0), (8.25, 1, 8.3)] {
            assert_eq!(rounded(value, decimals), shown, "{value}");
        }
    }

    #[test]
    fn a_threshold_reached_on_paper_is_reached() {
        let fifty_eight_on_paper = 0.58 * 100.0;
        assert!(fifty_eight_on_paper < 58.0, "or this test shows nothing");
        assert!(at_least(fifty_eight_on_paper, 58.0));
        assert!(below(57.999_999, 58.0));
        assert!(!above(0.1 + 0.2, 0.3));
    }
}
