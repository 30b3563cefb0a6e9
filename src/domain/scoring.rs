//! One assessment, calculated whole (autodiagnosi, section 5): a pure function of questionnaire and answers, so that an
//! old delivery recalculated gives the same figures.

use crate::domain::direction::{self, Gap};
use crate::domain::peers;
use crate::domain::points::{Better, Sheet};
use crate::domain::positioning::{self, Participation, Placement, Reliability};
use crate::domain::questionnaire::{Answers, Dimension, Model, PeerClass, Positioning, Questionnaire, Suggestion};
use crate::domain::suggestions::{self, Ranked};

/// Everything that answers say, each figure with what it is made of; nothing is rounded.
#[derive(Debug, Clone)]
pub struct Scoring<'a> {
    /// Every question with its answer and points, every dimension with its score, overall coverage.
    pub sheet: Sheet<'a>,
    /// By id; they stand whatever the rest says.
    pub duties: Vec<&'a Suggestion>,
    /// None for a questionnaire that measures against no models.
    pub comparison: Option<Comparison<'a>>,
}

/// What comes of measuring the answers against models.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    pub reliability: Reliability,
    pub participation: Option<Participation>,
    /// At most three, the highest first.
    pub strengths: Vec<&'a Dimension>,
    pub placement: Placement<'a>,
    /// Towards the target proposed; none where there is no positioning.
    pub direction: Option<Direction<'a>>,
    /// The class of similar enti.
    pub class: Option<&'a PeerClass>,
}

/// What a target model asks for.
#[derive(Debug, Clone)]
pub struct Direction<'a> {
    pub target: &'a Model,
    /// By falling priority; a report names the first [`direction::NAMED`].
    pub gaps: Vec<Gap<'a>>,
    /// All gaps are small: suggestions are for keeping up, not urgent.
    pub consolidation: bool,
    /// The rank is the place, from 1; a report shows the first five.
    pub suggestions: Vec<Ranked<'a>>,
}

pub fn score<'a>(questionnaire: &'a Questionnaire, answers: &'a Answers) -> Scoring<'a> {
    let sheet = Sheet::mark(questionnaire, answers);
    Scoring {
        duties: suggestions::duties(&sheet),
        comparison: questionnaire.positioning.as_ref().map(|rules| Comparison::of(&sheet, rules)),
        sheet,
    }
}

impl<'a> Comparison<'a> {
    fn of(sheet: &Sheet<'a>, rules: &'a Positioning) -> Comparison<'a> {
        let placement = positioning::place(rules, sheet);
        let target = placement.model().and_then(|present| direction::propose(rules, sheet, present));
        Comparison {
            reliability: positioning::reliability(sheet.coverage, &rules.thresholds),
            participation: rules.offices.as_ref().and_then(|offices| positioning::participation(offices, sheet)),
            strengths: direction::strengths(rules.thresholds.strength_least, &sheet.dimensions),
            direction: target.map(|target| Direction::towards(target, sheet, rules)),
            class: rules.peers.as_ref().and_then(|peers| peers::class(peers, sheet)),
            placement,
        }
    }
}

impl<'a> Direction<'a> {
    /// The way to a model: the one proposed, or another that the ente chooses.
    pub fn towards(target: &'a Model, sheet: &Sheet<'a>, rules: &Positioning) -> Direction<'a> {
        let gaps = direction::gaps(target, &sheet.dimensions);
        Direction {
            target,
            consolidation: direction::all_gaps_below(rules.thresholds.consolidation, target, &sheet.dimensions),
            suggestions: suggestions::suggestions(rules, sheet, &gaps),
            gaps,
        }
    }
}

impl<'a> Scoring<'a> {
    /// The answer that an action on this suggestion leads to: the least one that reaches its target (section 5.10).
    pub fn goal(&self, suggestion: &Suggestion) -> Option<Better<'a>> {
        self.sheet.find(&suggestion.question)?.reaching(suggestion.target?)
    }
}
