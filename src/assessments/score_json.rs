//! The JSON of `questionnaire score` (docs/questionnaire-score.md): names and shape that scripts outside rely on.

use serde::{Serialize, Serializer};

use crate::domain::direction::Gap;
use crate::domain::positioning::{Place, Placement, Reliability, Verdict};
use crate::domain::questionnaire::Suggestion;
use crate::domain::scoring::{Comparison, Direction, Scoring};
use crate::domain::suggestions::Ranked;

/// One assessment, numbers unrounded. What a questionnaire does not measure is null or empty; no key ever goes missing.
#[derive(Debug, Serialize)]
pub struct ScoringJson<'a> {
    questionnaire: &'a str,
    version: &'a str,
    coverage: Option<f64>,
    reliability: Option<&'static str>,
    offices: Option<usize>,
    ignored: Vec<&'a str>,
    dimensions: Keyed<'a, DimensionJson>,
    positioning: Option<PlacementJson<'a>>,
    target: Option<&'a str>,
    consolidation: Option<bool>,
    strengths: Vec<&'a str>,
    gaps: Vec<GapJson<'a>>,
    suggestions: Vec<SuggestionJson<'a>>,
    duties: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct DimensionJson {
    score: Option<f64>,
    coverage: Option<f64>,
}

#[derive(Debug, Default, Serialize)]
struct PlacementJson<'a> {
    verdict: &'static str,
    missing: Vec<&'a str>,
    model: Option<&'a str>,
    distance: Option<f64>,
    second: Option<&'a str>,
    margin: Option<f64>,
    nearest_overall: Option<&'a str>,
    robustness: Option<RobustnessJson>,
    distances: Keyed<'a, Option<f64>>,
    admissible: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct RobustnessJson {
    held: usize,
    of: usize,
}

#[derive(Debug, Serialize)]
struct GapJson<'a> {
    dimension: &'a str,
    gap: f64,
    priority: f64,
}

#[derive(Debug, Serialize)]
struct SuggestionJson<'a> {
    id: &'a str,
    rank: usize,
    weight: f64,
    dimension: &'a str,
}

/// An object whose keys keep the order of the questionnaire: `D2` before `D10`.
#[derive(Debug)]
struct Keyed<'a, T>(Vec<(&'a str, T)>);

impl<T> Default for Keyed<'_, T> {
    fn default() -> Self {
        Keyed(Vec::new())
    }
}

impl<T: Serialize> Serialize for Keyed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'a> ScoringJson<'a> {
    pub fn of(scoring: &Scoring<'a>) -> ScoringJson<'a> {
        let (sheet, comparison) = (&scoring.sheet, scoring.comparison.as_ref());
        let direction = comparison.and_then(|c| c.direction.as_ref());
        let scores = sheet.dimensions.iter();
        ScoringJson {
            questionnaire: &sheet.questionnaire.id,
            version: &sheet.questionnaire.version,
            coverage: sheet.coverage,
            reliability: comparison.map(|c| reliability(c.reliability)),
            offices: offices(scoring),
            ignored: sheet.ignored().map(|q| q.question.id.as_str()).collect(),
            dimensions: Keyed(scores.map(|d| (&*d.dimension.id, DimensionJson { score: d.score, coverage: d.coverage })).collect()),
            positioning: comparison.map(placement),
            target: direction.map(|d| d.target.id.as_str()),
            consolidation: direction.map(|d| d.consolidation),
            strengths: comparison.map_or(Vec::new(), |c| c.strengths.iter().map(|d| d.id.as_str()).collect()),
            gaps: direction.map_or(Vec::new(), |d| d.gaps.iter().map(gap).collect()),
            suggestions: direction.map_or(Vec::new(), suggestions),
            duties: scoring.duties.iter().map(|s: &&Suggestion| s.id.as_str()).collect(),
        }
    }
}

/// A number wherever the questionnaire asks who took part: nobody named counts as none.
fn offices(scoring: &Scoring<'_>) -> Option<usize> {
    scoring.sheet.questionnaire.positioning.as_ref()?.offices.as_ref()?;
    Some(scoring.comparison.as_ref()?.participation.map_or(0, |p| p.offices))
}

fn reliability(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::Full => "full",
        Reliability::Indicative => "indicative",
        Reliability::None => "none",
    }
}

fn placement<'a>(comparison: &Comparison<'a>) -> PlacementJson<'a> {
    match &comparison.placement {
        Placement::Missing(questions) => {
            PlacementJson { verdict: "missing", missing: questions.iter().map(|q| q.id.as_str()).collect(), ..PlacementJson::default() }
        }
        Placement::Insufficient => PlacementJson { verdict: "insufficient", ..PlacementJson::default() },
        Placement::Placed(place) => placed(place),
    }
}

fn placed<'a>(place: &Place<'a>) -> PlacementJson<'a> {
    PlacementJson {
        verdict: verdict(place.verdict),
        missing: Vec::new(),
        model: place.first.map(|n| n.model.id.as_str()),
        distance: place.first.map(|n| n.distance),
        second: place.second.map(|n| n.model.id.as_str()),
        margin: place.margin,
        nearest_overall: place.nearest_overall.map(|n| n.model.id.as_str()),
        robustness: Some(RobustnessJson { held: place.robustness.held, of: place.robustness.of }),
        distances: Keyed(place.models.iter().map(|m| (m.model.id.as_str(), m.distance)).collect()),
        admissible: place.models.iter().filter(|m| m.admissible).map(|m| m.model.id.as_str()).collect(),
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::None => "none",
        Verdict::Single => "single",
        Verdict::Clear => "clear",
        Verdict::Prevalent => "prevalent",
        Verdict::Hybrid => "hybrid",
    }
}

fn gap<'a>(gap: &Gap<'a>) -> GapJson<'a> {
    GapJson { dimension: &gap.dimension.id, gap: gap.gap, priority: gap.priority }
}

fn suggestions<'a>(direction: &Direction<'a>) -> Vec<SuggestionJson<'a>> {
    let ranked = |(place, r): (usize, &Ranked<'a>)| SuggestionJson {
        id: &r.suggestion.id,
        rank: place + 1,
        weight: r.weight,
        dimension: &r.dimension.id,
    };
    direction.suggestions.iter().enumerate().map(ranked).collect()
}
