//! What works and should be looked at all the same.

use super::check::Drafts;
use super::notes::Notes;
use super::{Warning, WarningKind};
use crate::domain::questionnaire::{Model, Questionnaire};

/// Pairs of models that cannot be told apart, each at the later of the two.
pub(super) fn warnings(notes: &Notes<'_>, drafts: &Drafts, questionnaire: &Questionnaire) -> Vec<Warning> {
    let Some(positioning) = &questionnaire.positioning else {
        return Vec::new();
    };
    let least = positioning.thresholds.models_apart;
    let models = &questionnaire.models;
    let mut found = Vec::new();
    for (i, second) in models.iter().enumerate() {
        for first in &models[..i] {
            let distance = questionnaire.apart(first, second);
            if distance < least {
                let kind = WarningKind::ModelsTooNear { first: first.id.clone(), second: second.id.clone(), distance, least };
                found.push(notes.warning(drafts.models[i].id.spot, kind));
            }
        }
    }
    found
}

impl Questionnaire {
    /// How far apart two models are, 0–100: the weighted distance of one's profile from the other, by the eyes of the
    /// one that sees less of it (a dimension indifferent for a model does not count in the distance from it;
    /// autodiagnosi, section 3, end).
    pub fn apart(&self, first: &Model, second: &Model) -> f64 {
        self.seen_from(first, second).min(self.seen_from(second, first))
    }

    fn seen_from(&self, model: &Model, other: &Model) -> f64 {
        let (mut squares, mut weights) = (0.0, 0.0);
        for ((dimension, own), theirs) in self.dimensions.iter().zip(&model.profile).zip(&other.profile) {
            if !own.indifferent {
                squares += dimension.weight * (own.score - theirs.score).powi(2);
                weights += dimension.weight;
            }
        }
        (squares / weights).sqrt()
    }
}
