//! Dimensions: the weighted mean of their questions, and how much of them was answered (autodiagnosi, section 5.2).

use super::question::QuestionScore;
use crate::domain::questionnaire::{Dimension, Questionnaire};

/// A dimension with its score.
#[derive(Debug, Clone)]
pub struct DimensionScore<'a> {
    pub dimension: &'a Dimension,
    /// 0–100, not rounded; none where no question has points.
    pub score: Option<f64>,
    /// 0–1, not rounded; none where no question is applicable.
    pub coverage: Option<f64>,
    /// Sum of the weights of the questions with points: what the score divides by.
    pub scored: f64,
    /// Sum of the weights of the visible questions, those not applicable left out: what the coverage divides by.
    pub applicable: f64,
}

pub(super) fn dimensions<'a>(questionnaire: &'a Questionnaire, questions: &[QuestionScore<'_>]) -> Vec<DimensionScore<'a>> {
    let mut sums = vec![Sums::default(); questionnaire.dimensions.len()];
    for scored in questions {
        let dimension = scored.section.dimension.and_then(|d| sums.get_mut(d));
        let (Some(sum), Some(weight)) = (dimension, scored.question.weight) else { continue };
        if scored.standing.is_applicable() {
            sum.applicable += weight;
        }
        if let Some(points) = scored.points() {
            sum.scored += weight;
            sum.points += weight * points;
        }
    }
    questionnaire.dimensions.iter().zip(sums).map(|(dimension, sums)| sums.of(dimension)).collect()
}

/// Over the dimensions with applicable questions; none if there are none.
pub(super) fn coverage(dimensions: &[DimensionScore<'_>]) -> Option<f64> {
    let applicable = || dimensions.iter().filter_map(|d| d.coverage.map(|c| (d.dimension.weight, c)));
    quotient(applicable().map(|(w, c)| w * c).sum(), applicable().map(|(w, _)| w).sum())
}

#[derive(Clone, Default)]
struct Sums {
    points: f64,
    scored: f64,
    applicable: f64,
}

impl Sums {
    fn of(self, dimension: &Dimension) -> DimensionScore<'_> {
        DimensionScore {
            dimension,
            score: quotient(self.points, self.scored).map(|score| score.clamp(0.0, 100.0)),
            coverage: quotient(self.scored, self.applicable),
            scored: self.scored,
            applicable: self.applicable,
        }
    }
}

fn quotient(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}
