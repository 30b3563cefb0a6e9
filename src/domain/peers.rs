//! Comparison among similar enti (autodiagnosi, section 5.11): classes, median and quartiles, never a list of names.

use std::collections::BTreeMap;

use crate::domain::points::Sheet;
use crate::domain::questionnaire::{PeerClass, Peers, Questionnaire};

/// Score by dimension, 0–100; a dimension without score is not there.
pub type Scores = BTreeMap<String, f64>;

/// What a closing brings to the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Id of the class; none where the answers put the ente in none, or the questionnaire has no classes.
    pub class: Option<String>,
    pub scores: Scores,
}

impl Standing {
    pub fn of(sheet: &Sheet<'_>) -> Standing {
        let rules = sheet.questionnaire.positioning.as_ref().and_then(|rules| rules.peers.as_ref());
        let scored = sheet.dimensions.iter().filter_map(|d| Some((d.dimension.id.clone(), d.score?)));
        Standing { class: rules.and_then(|peers| class(peers, sheet)).map(|class| class.id.clone()), scores: scored.collect() }
    }
}

/// The middle of the others, per dimension in the order of the questionnaire; none with fewer than `least` of them, or where no
/// dimension has so many scores.
pub fn middle(questionnaire: &Questionnaire, others: &[Scores], least: usize) -> Option<Vec<Option<Quartiles>>> {
    let of = |id: &str| quartiles(&others.iter().filter_map(|scores| scores.get(id).copied()).collect::<Vec<_>>(), least);
    let found: Vec<_> = questionnaire.dimensions.iter().map(|dimension| of(&dimension.id)).collect();
    found.iter().any(Option::is_some).then_some(found)
}

/// The class an ente is compared in; the first whose condition holds.
pub fn class<'a>(peers: &'a Peers, sheet: &Sheet<'_>) -> Option<&'a PeerClass> {
    peers.classes.iter().find(|class| class.when.holds(sheet))
}

/// The middle half of a class, 0–100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    pub lower: f64,
    pub median: f64,
    pub upper: f64,
    /// How many enti the figures come from.
    pub of: usize,
}

/// None with fewer than `least` values: behind a figure of few, a single ente could be recognised.
///
/// Between two values in order the quartile is interpolated linearly, as spreadsheets do (docs/decisions/0013).
pub fn quartiles(values: &[f64], least: usize) -> Option<Quartiles> {
    if values.is_empty() || values.len() < least {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (sorted.len() - 1) as f64;
        let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
        low + (high - low) * place.fract()
    };
    Some(Quartiles { lower: at(0.25), median: at(0.5), upper: at(0.75), of: values.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_enti_are_too_few_to_compare_and_five_are_enough() {
        assert_eq!(quartiles(&[10.0, 20.0, 30.0, 40.0], 5), None);
        let five = quartiles(&[50.0, 10.0, 40.0, 20.0, 30.0], 5);
        assert_eq!(five, Some(Quartiles { lower: 20.0, median: 30.0, upper: 40.0, of: 5 }));
    }

    #[test]
    fn between_two_values_a_quartile_is_interpolated() {
        // Six values: places 1.25, 2.5 and 3.75 counted from zero.
        let six = quartiles(&[10.0, 20.0, 40.0, 60.0, 80.0, 100.0], 5);
        assert_eq!(six, Some(Quartiles { lower: 25.0, median: 50.0, upper: 75.0, of: 6 }));
    }

    #[test]
    fn nobody_has_no_quartiles() {
        assert_eq!(quartiles(&[], 0), None);
    }
}
