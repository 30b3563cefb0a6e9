//! Where to go from here (autodiagnosi, section 5.8 and 5.9): the target model proposed, what is missing to it, and what
//! is strong already.

use crate::domain::order::{above, at_least, below, by_id, rank};
use crate::domain::points::{DimensionScore, Sheet};
use crate::domain::questionnaire::{Dimension, Model, Positioning, TargetRule};

/// What separates a dimension from the ideal of the target model.
#[derive(Debug, Clone, Copy)]
pub struct Gap<'a> {
    pub dimension: &'a Dimension,
    /// Points 0–100 below the ideal; being above it is no fault, and no gap.
    pub gap: f64,
    /// Gap times the weight of the dimension as a fraction.
    pub priority: f64,
}

/// The target that the rules propose; the first rule that holds. It is the ente that chooses.
pub fn propose<'a>(rules: &Positioning, sheet: &Sheet<'a>, present: &Model) -> Option<&'a Model> {
    let holds = |rule: &&TargetRule| {
        rule.from.as_ref().is_none_or(|from| *from == present.id)
            && rule.when.holds(sheet)
            && rule.near.as_ref().is_none_or(|(model, within)| {
                sheet.questionnaire.model(model).is_some_and(|m| all_gaps_below(*within, m, &sheet.dimensions))
            })
    };
    sheet.questionnaire.model(&rules.targets.iter().find(holds)?.propose)
}

/// Gaps from a model, of dimensions with a score only, by falling priority and then by id. Here the ideal of an
/// indifferent dimension counts.
pub fn gaps<'a>(target: &Model, dimensions: &[DimensionScore<'a>]) -> Vec<Gap<'a>> {
    let gaps = each_gap(target, dimensions).filter(|(_, gap)| above(*gap, 0.0));
    let mut found: Vec<_> = gaps.map(|(dimension, gap)| Gap { dimension, gap, priority: dimension.weight * gap / 100.0 }).collect();
    rank(&mut found, |g| g.priority, |a, b| by_id(&a.dimension.id, &b.dimension.id));
    found
}

/// Whether everything is near the target: then the report speaks of consolidation, not of urgency.
pub fn all_gaps_below(limit: f64, target: &Model, dimensions: &[DimensionScore<'_>]) -> bool {
    each_gap(target, dimensions).all(|(_, gap)| below(gap, limit))
}

fn each_gap<'a>(target: &Model, dimensions: &[DimensionScore<'a>]) -> impl Iterator<Item = (&'a Dimension, f64)> {
    let scored = dimensions.iter().zip(&target.profile).filter_map(|(d, ideal)| Some((d.dimension, ideal.score, d.score?)));
    scored.map(|(dimension, ideal, score)| (dimension, (ideal - score).max(0.0)))
}

/// How many strengths and gaps a report names first.
pub const NAMED: usize = 3;

/// The three highest scores that reach `least`, highest first; equally high, by id.
pub fn strengths<'a>(least: f64, dimensions: &[DimensionScore<'a>]) -> Vec<&'a Dimension> {
    let strong = dimensions.iter().filter_map(|d| Some((d.dimension, d.score.filter(|s| at_least(*s, least))?)));
    let mut found: Vec<_> = strong.collect();
    rank(&mut found, |(_, score)| *score, |(a, _), (b, _)| by_id(&a.id, &b.id));
    found.into_iter().map(|(dimension, _)| dimension).take(NAMED).collect()
}
