//! How far the scores are from each model, and whether small changes of the weights would move the first place
//! (autodiagnosi, section 5.3 and 5.6).

use crate::domain::order::{by_id, rank};
use crate::domain::points::DimensionScore;
use crate::domain::questionnaire::Model;

/// A model and its distance, in points 0–100, not rounded; none where no dimension can be compared.
pub(super) fn distance(model: &Model, dimensions: &[DimensionScore<'_>], weights: &[f64]) -> Option<f64> {
    let (mut squares, mut whole) = (0.0, 0.0);
    for ((dimension, ideal), weight) in dimensions.iter().zip(&model.profile).zip(weights) {
        if let Some(score) = dimension.score
            && !ideal.indifferent
        {
            squares += weight * (score - ideal.score).powi(2);
            whole += weight;
        }
    }
    (whole > 0.0).then(|| (squares / whole).sqrt())
}

/// The models that have a distance, nearest first; equally near, by id.
pub(super) fn nearest_first<'a>(
    models: impl Iterator<Item = &'a Model>,
    dimensions: &[DimensionScore<'_>],
    weights: &[f64],
) -> Vec<(&'a Model, f64)> {
    let mut found: Vec<_> = models.filter_map(|m| Some((m, distance(m, dimensions, weights)?))).collect();
    rank(&mut found, |(_, distance)| -distance, |(a, _), (b, _)| by_id(&a.id, &b.id));
    found
}

/// In how many trials the first place stays when one weight changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Robustness {
    pub held: usize,
    pub of: usize,
}

impl Robustness {
    /// Percentage 0–100 of the trials in which the first place stays; no trials, nothing in doubt.
    pub fn share(self) -> f64 {
        match self.of {
            0 => 100.0,
            of => 100.0 * self.held as f64 / of as f64,
        }
    }
}

/// The factors by which each weight is changed, one at a time.
const TRIALS: [f64; 2] = [1.5, 0.5];

/// Two trials per dimension, among the admissible models.
///
/// The section has the weights add up to 100 again after each change: a distance divides by their sum, so that step
/// changes no figure and is not made. A trial on a dimension without a score counts as held, for the same reason.
pub(super) fn robustness(first: &Model, admissible: &[&Model], dimensions: &[DimensionScore<'_>]) -> Robustness {
    let mut weights: Vec<f64> = dimensions.iter().map(|d| d.dimension.weight).collect();
    let mut held = 0;
    for place in 0..weights.len() {
        let weight = weights[place];
        for factor in TRIALS {
            weights[place] = weight * factor;
            let winner = nearest_first(admissible.iter().copied(), dimensions, &weights).first().map(|(m, _)| *m);
            held += usize::from(winner.is_some_and(|m| m.id == first.id));
        }
        weights[place] = weight;
    }
    Robustness { held, of: weights.len() * TRIALS.len() }
}
