//! Where an ente stands among the organisational models (autodiagnosi, section 5.3–5.7): form and functioning, margin,
//! robustness, and how much the answers allow to say.

mod distance;

pub use distance::Robustness;

use crate::domain::order::{above, at_least, below};
use crate::domain::points::Sheet;
use crate::domain::questionnaire::{Answer, Model, Offices, Positioning, Question, Thresholds};
use distance::{distance, nearest_first, robustness};

/// Present positioning, or why there is none.
#[derive(Debug, Clone)]
pub enum Placement<'a> {
    /// These questions decide which models are admissible, and have no valid answer.
    Missing(Vec<&'a Question>),
    /// Too little was answered.
    Insufficient,
    Placed(Place<'a>),
}

/// The present positioning. Distances are points 0–100, not rounded.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    pub verdict: Verdict,
    /// The nearest admissible model: what the ente is by its acts; none only where a questionnaire has no model that
    /// is always admissible.
    pub first: Option<Near<'a>>,
    /// The next admissible one.
    pub second: Option<Near<'a>>,
    /// Distance of the second less that of the first.
    pub margin: Option<f64>,
    /// The nearest of all models, admissible or not.
    pub nearest_overall: Option<Near<'a>>,
    /// The model that the scores resemble, where it is not admissible and clearly nearer than the first.
    pub functioning: Option<Near<'a>>,
    /// Every model in the order of the questionnaire. Why one is admissible or not is its own condition.
    pub models: Vec<Compared<'a>>,
    pub robustness: Robustness,
    /// Too few trials confirm the first place: the result is sensitive to the weights.
    pub sensitive: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct Near<'a> {
    pub model: &'a Model,
    pub distance: f64,
}

#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    pub model: &'a Model,
    /// None where none of the dimensions that count for the model has a score.
    pub distance: Option<f64>,
    pub admissible: bool,
}

/// How clearly the first model stands out (section 5.5); the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No model describes the ente well.
    None,
    /// Only one model is admissible: there is no margin to speak of.
    Single,
    Clear,
    Prevalent,
    /// Two models describe it equally well; the report shows both.
    Hybrid,
}

/// How far the answers bear a conclusion (section 5.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reliability {
    Full,
    /// The report carries a watermark.
    Indicative,
    /// No positioning.
    None,
}

/// Which offices took part in answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participation {
    /// Offices counted; external people are not.
    pub offices: usize,
    /// Fewer than two took part, and the ente did not say that it has only one: the report says so.
    pub single: bool,
}

/// Affinity 0–100 for readers (section 5.3); shown without decimals.
pub fn affinity(distance: f64) -> f64 {
    100.0 - distance
}

/// `coverage` is overall, 0–1; thresholds are percentages, compared with values that are not rounded.
pub fn reliability(coverage: Option<f64>, thresholds: &Thresholds) -> Reliability {
    match coverage.map(|c| c * 100.0) {
        Some(percent) if at_least(percent, thresholds.coverage_full) => Reliability::Full,
        Some(percent) if at_least(percent, thresholds.coverage_least) => Reliability::Indicative,
        _ => Reliability::None,
    }
}

/// None where the question about offices has no valid answer: nobody can say who took part.
pub fn participation(offices: &Offices, sheet: &Sheet<'_>) -> Option<Participation> {
    let Some(Answer::Choices(chosen)) = sheet.find(&offices.question)?.valid_answer() else { return None };
    let count = chosen.iter().filter(|id| offices.counted.contains(id)).count();
    let only_one = offices.only_one.as_ref().is_some_and(|id| chosen.contains(id));
    Some(Participation { offices: count, single: count < 2 && !only_one })
}

/// The present positioning, or why there is none.
pub fn place<'a>(rules: &Positioning, sheet: &Sheet<'a>) -> Placement<'a> {
    let missing = missing(rules, sheet);
    if !missing.is_empty() {
        return Placement::Missing(missing);
    }
    match reliability(sheet.coverage, &rules.thresholds) {
        Reliability::None => Placement::Insufficient,
        Reliability::Full | Reliability::Indicative => Placement::Placed(Place::on(sheet, &rules.thresholds)),
    }
}

fn missing<'a>(rules: &Positioning, sheet: &Sheet<'a>) -> Vec<&'a Question> {
    let required = rules.required.iter().filter_map(|id| sheet.find(id));
    required.filter(|q| !q.is_valid()).map(|q| q.question).collect()
}

impl<'a> Placement<'a> {
    /// The model of the present positioning, where there is one.
    pub fn model(&self) -> Option<&'a Model> {
        match self {
            Placement::Placed(place) => place.first.map(|first| first.model),
            Placement::Missing(_) | Placement::Insufficient => None,
        }
    }
}

impl<'a> Place<'a> {
    fn on(sheet: &Sheet<'a>, limits: &Thresholds) -> Place<'a> {
        let (models, dimensions) = (&sheet.questionnaire.models, &sheet.dimensions[..]);
        let admissible: Vec<&Model> = models.iter().filter(|m| m.admissible.holds(sheet)).collect();
        let weights: Vec<f64> = dimensions.iter().map(|d| d.dimension.weight).collect();
        let near = |(model, distance)| Near { model, distance };
        let is_admissible = |m: &Model| admissible.iter().any(|a| a.id == m.id);
        let mut ranking = nearest_first(admissible.iter().copied(), dimensions, &weights).into_iter().map(near);
        let (first, second) = (ranking.next(), ranking.next());
        let margin = first.zip(second).map(|(first, second)| second.distance - first.distance);
        let overall = nearest_first(models.iter(), dimensions, &weights).into_iter().next().map(near);
        let nearer = |o: &Near<'_>| first.is_none_or(|f| at_least(f.distance - o.distance, limits.functioning_nearer));
        let robustness = first.map_or(Robustness { held: 0, of: 0 }, |f| robustness(f.model, &admissible, dimensions));
        Place {
            verdict: verdict(first, margin, limits),
            first,
            second,
            margin,
            nearest_overall: overall,
            functioning: overall.filter(|o| !is_admissible(o.model) && nearer(o)),
            models: models
                .iter()
                .map(|m| Compared { model: m, distance: distance(m, dimensions, &weights), admissible: is_admissible(m) })
                .collect(),
            robustness,
            sensitive: below(robustness.share(), limits.robust_share),
        }
    }
}

fn verdict(first: Option<Near<'_>>, margin: Option<f64>, limits: &Thresholds) -> Verdict {
    match (first, margin) {
        (None, _) => Verdict::None,
        (Some(first), _) if above(first.distance, limits.distance_most) => Verdict::None,
        (_, None) => Verdict::Single,
        (_, Some(margin)) if at_least(margin, limits.margin_clear) => Verdict::Clear,
        (_, Some(margin)) if at_least(margin, limits.margin_prevalent) => Verdict::Prevalent,
        _ => Verdict::Hybrid,
    }
}
