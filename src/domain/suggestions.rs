//! What to improve first (autodiagnosi, section 5.10): suggestions by weight, and duties, which are not weighed.

use crate::domain::direction::Gap;
use crate::domain::order::{at_least, by_id, rank};
use crate::domain::points::{DimensionScore, QuestionScore, Sheet};
use crate::domain::questionnaire::{Dimension, Factors, Impact, Positioning, Suggestion};

/// A suggestion that applies, with what its weight is made of:
/// `weight = dimension.weight / 100 · delta · effort · impact · urgency`.
#[derive(Debug, Clone, Copy)]
pub struct Ranked<'a> {
    pub suggestion: &'a Suggestion,
    pub dimension: &'a Dimension,
    pub weight: f64,
    /// Points that the score of the dimension would gain.
    pub delta: f64,
    pub effort: f64,
    pub impact: f64,
    /// 1 where the dimension is far from the target, less where it is near.
    pub urgency: f64,
}

/// At most so many for one dimension, in the whole list.
const PER_DIMENSION: usize = 2;

/// The suggestions that apply, in order: the rank is the place in the list, from 1.
///
/// `gaps` are those from the target model. Questions that an improvement would make visible are left out: nobody
/// knows yet how they would be answered.
pub fn suggestions<'a>(rules: &Positioning, sheet: &Sheet<'a>, gaps: &[Gap<'_>]) -> Vec<Ranked<'a>> {
    let is_far = |d: &Dimension| gaps.iter().any(|g| g.dimension.id == d.id && at_least(g.gap, rules.thresholds.gap_full));
    let weighed = sheet.questionnaire.suggestions.iter().filter_map(|suggestion| {
        let scored = sheet.find(&suggestion.question)?;
        let dimension = &sheet.dimensions[scored.section.dimension?];
        let urgency = if is_far(dimension.dimension) { 1.0 } else { rules.factors.near_target };
        let ranked = Ranked::weigh(suggestion, scored, dimension, &rules.factors)?.with_urgency(urgency);
        suggestion.condition.holds(sheet).then_some(ranked)
    });
    let mut found: Vec<_> = weighed.collect();
    rank(
        &mut found,
        |r| r.weight,
        |a, b| a.suggestion.effort.cmp(&b.suggestion.effort).then_with(|| by_id(&a.suggestion.id, &b.suggestion.id)),
    );
    at_most_per_dimension(found)
}

impl<'a> Ranked<'a> {
    /// Weighed as if far from the target; none for a duty, and for a question without points.
    fn weigh(
        suggestion: &'a Suggestion,
        scored: &QuestionScore<'a>,
        dimension: &DimensionScore<'a>,
        factors: &Factors,
    ) -> Option<Ranked<'a>> {
        let (effort, impact) = (factors.of_effort(suggestion.effort), factors.of_impact(suggestion.impact)?);
        let share = scored.question.weight? / dimension.scored;
        let delta = share * (suggestion.target? - scored.points()?).max(0.0);
        let weight = dimension.dimension.weight / 100.0 * delta * effort * impact;
        Some(Ranked { suggestion, dimension: dimension.dimension, weight, delta, effort, impact, urgency: 1.0 })
    }

    fn with_urgency(self, urgency: f64) -> Ranked<'a> {
        Ranked { weight: self.weight * urgency, urgency, ..self }
    }
}

fn at_most_per_dimension(ranked: Vec<Ranked<'_>>) -> Vec<Ranked<'_>> {
    let mut kept: Vec<Ranked<'_>> = Vec::with_capacity(ranked.len());
    for next in ranked {
        if kept.iter().filter(|k| k.dimension.id == next.dimension.id).count() < PER_DIMENSION {
            kept.push(next);
        }
    }
    kept
}

/// Duties by id, out of the ranking. A valid answer to the linked question is enough, with or without points.
pub fn duties<'a>(sheet: &Sheet<'a>) -> Vec<&'a Suggestion> {
    let due =
        |s: &&Suggestion| s.impact == Impact::Duty && sheet.find(&s.question).is_some_and(|q| q.is_valid()) && s.condition.holds(sheet);
    let mut found: Vec<_> = sheet.questionnaire.suggestions.iter().filter(due).collect();
    found.sort_by(|a, b| by_id(&a.id, &b.id));
    found
}
