//! The smallest change that is enough, where several small ones may add up: options to add, rows to raise.

use std::collections::BTreeMap;

/// One thing that could change, and what it would add.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raise<T> {
    pub gain: f64,
    pub by: T,
}

/// Of each place at most one raise: the choice with the least total gain that is `enough`; of equals, the one that
/// changes fewest places, then the earliest. Gives (place, what) in order of place; none if nothing is enough.
///
/// Sums are remembered, not subsets: points are few and round, so that thirty rows cost no more than a few thousand
/// sums where subsets would be beyond counting.
pub(super) fn least<T: Copy>(places: &[Vec<Raise<T>>], enough: impl Fn(f64) -> bool) -> Option<Vec<(usize, T)>> {
    let mut reached: BTreeMap<i64, Plan> = BTreeMap::from([(0, Plan::default())]);
    for (place, raises) in places.iter().enumerate() {
        for (sum, plan) in reached.clone() {
            for (which, raise) in raises.iter().enumerate() {
                let longer = plan.with(place, which);
                let best = reached.entry(sum + key(raise.gain)).or_insert_with(|| longer.clone());
                if longer.is_shorter_than(best) {
                    *best = longer;
                }
            }
        }
    }
    let (_, plan) = reached.into_iter().find(|(sum, _)| enough(*sum as f64 / SCALE))?;
    Some(plan.0.into_iter().map(|(place, which)| (place, places[place][which].by)).collect())
}

/// Points told apart to the millionth.
const SCALE: f64 = 1e6;

fn key(gain: f64) -> i64 {
    (gain * SCALE).round() as i64
}

/// (place, which raise), by place.
#[derive(Clone, Default)]
struct Plan(Vec<(usize, usize)>);

impl Plan {
    fn with(&self, place: usize, which: usize) -> Plan {
        Plan(self.0.iter().copied().chain([(place, which)]).collect())
    }

    fn is_shorter_than(&self, other: &Plan) -> bool {
        (self.0.len(), &self.0) < (other.0.len(), &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(gains: &[&[f64]]) -> Vec<Vec<Raise<f64>>> {
        gains.iter().map(|place| place.iter().map(|&gain| Raise { gain, by: gain }).collect()).collect()
    }

    #[test]
    fn the_least_sum_that_is_enough_wins_over_fewer_changes() {
        // 25 + 20 = 45 is nearer to 40 than 60 alone.
        let found = least(&places(&[&[60.0], &[25.0], &[20.0]]), |gain| gain >= 40.0);
        assert_eq!(found, Some(vec![(1, 25.0), (2, 20.0)]));
    }

    #[test]
    fn of_equal_sums_fewer_changes_win_and_then_the_earlier_places() {
        let places = places(&[&[30.0, 60.0], &[30.0], &[30.0]]);
        assert_eq!(least(&places, |gain| gain >= 60.0), Some(vec![(0, 60.0)]));
        assert_eq!(least(&places, |gain| gain >= 30.0), Some(vec![(0, 30.0)]));
        assert_eq!(least(&places, |gain| gain > 120.0), None);
    }

    #[test]
    fn thirty_rows_of_five_columns_are_counted_in_no_time() {
        let rows = vec![&[20.0, 40.0, 60.0, 100.0][..]; 30];
        let found = least(&places(&rows), |gain| gain >= 2_999.0);
        assert_eq!(found.map(|f| f.len()), Some(30));
    }
}
