//! `models.toml` and `suggestions.toml`, as written.

use super::Thing;
use super::header::id;
use super::keys::Keys;
use super::notes::{At, Spot};
use crate::domain::questionnaire::{Condition, Effort, Impact, Suggestion};

pub(super) struct ModelDraft {
    pub id: At<String>,
    pub name: String,
    pub description: String,
    pub suits: String,
    pub admissible: At<String>,
    /// The profile's own place, for what it lacks.
    pub profile_spot: Spot,
    /// Dimension → ideal score; none where the score is a fault already.
    pub profile: Vec<(At<String>, Option<At<f64>>)>,
    pub indifferent: Vec<At<String>>,
}

pub(super) fn models(keys: Keys<'_>) -> Vec<ModelDraft> {
    let models = keys.tables("model").into_iter().map(model).collect();
    keys.finish();
    models
}

fn model(keys: Keys<'_>) -> ModelDraft {
    let profile = keys.required("profile", Keys::table);
    let draft = ModelDraft {
        id: id(&keys, Thing::Model),
        name: keys.required_text("name").value,
        description: keys.required_text("description").value,
        suits: keys.required_text("suits").value,
        admissible: keys.required_text("admissible"),
        profile_spot: keys.spot_of_key("profile"),
        profile: profile.map(|p| p.named_percents()).unwrap_or_default(),
        indifferent: keys.texts("indifferent"),
    };
    keys.finish();
    draft
}

/// A suggestion whose condition is not yet read.
pub(super) struct SuggestionDraft {
    /// Where its id stands.
    pub spot: Spot,
    /// With `condition` always.
    pub suggestion: Suggestion,
    pub question: Spot,
    pub condition: At<String>,
    pub target: Option<Spot>,
    pub themes: Vec<At<String>>,
}

pub(super) fn suggestions(keys: Keys<'_>) -> Vec<SuggestionDraft> {
    let suggestions = keys.tables("suggestion").into_iter().map(suggestion).collect();
    keys.finish();
    suggestions
}

fn suggestion(keys: Keys<'_>) -> SuggestionDraft {
    let id = id(&keys, Thing::Suggestion);
    let (title, question) = (keys.required_text("title").value, keys.required_text("question"));
    let condition = keys.required_text("condition");
    let (target, themes) = (keys.percent("target"), keys.texts("themes"));
    // A wrong target is one fault, not two.
    let target_spot = keys.has("target").then(|| keys.spot_of_key("target"));
    let effort = effort(&keys);
    let impact = impact(&keys);
    let plain = |texts: Vec<At<String>>| texts.into_iter().map(|t| t.value).collect::<Vec<_>>();
    let steps = keys.required("steps", |keys, key| Some(plain(keys.texts(key)))).unwrap_or_default();
    let effect = keys.required_text("effect").value;
    let (forum, testimonials) = (keys.flag("forum"), plain(keys.texts("testimonials")));
    keys.finish();
    let suggestion = Suggestion {
        id: id.value,
        title,
        question: question.value,
        condition: Condition::Always,
        target: target.map(|t| t.value),
        effort: effort.unwrap_or(Effort::Low),
        impact: impact.unwrap_or(Impact::Low),
        steps,
        effect,
        themes: themes.iter().map(|t| t.value.clone()).collect(),
        forum,
        testimonials,
    };
    SuggestionDraft { spot: id.spot, suggestion, question: question.spot, condition, target: target_spot, themes }
}

fn effort(keys: &Keys<'_>) -> Option<Effort> {
    let word = keys.required("effort", |keys, key| keys.word(key, &["low", "medium", "high"]))?;
    [Effort::Low, Effort::Medium, Effort::High].get(word.value).copied()
}

fn impact(keys: &Keys<'_>) -> Option<Impact> {
    let word = keys.required("impact", |keys, key| keys.word(key, &["high", "medium", "low", "duty"]))?;
    [Impact::High, Impact::Medium, Impact::Low, Impact::Duty].get(word.value).copied()
}
