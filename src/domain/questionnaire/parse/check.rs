//! What the files say of one another, and the questionnaire they make together.

use super::conditions::Book;
use super::header::Header;
use super::kind::duplicates;
use super::models::{ModelDraft, SuggestionDraft};
use super::notes::{At, Notes, Spot};
use super::section::{QuestionDraft, SectionDraft};
use super::targets::positioning;
use super::{FaultKind, Thing};
use crate::domain::questionnaire::{Condition, Dimension, Ideal, Kind, Model, Question, Questionnaire, Section, Suggestion};

/// Everything that was read, in file order.
pub(super) struct Drafts {
    pub header: Header,
    pub models: Vec<ModelDraft>,
    pub sections: Vec<SectionDraft>,
    pub suggestions: Vec<SuggestionDraft>,
}

/// The questionnaire; worth something only when no fault was noted.
pub(super) fn together(notes: &Notes<'_>, drafts: &Drafts, hash: String) -> Questionnaire {
    let header = &drafts.header;
    let check = Check { notes, drafts, book: Book::new(notes, drafts.questions(), &header.conditions) };
    check.ids();
    check.weights();
    let models = check.models();
    Questionnaire {
        id: header.id.value.clone(),
        version: header.version.value.clone(),
        title: header.title.clone(),
        lang: header.lang.clone(),
        draft: header.draft,
        hash,
        about: header.about.clone(),
        themes: header.themes.iter().map(|t| t.value.clone()).collect(),
        dimensions: header.dimensions.iter().map(|d| d.value.clone()).collect(),
        sections: drafts.sections.iter().map(|s| check.section(s)).collect(),
        suggestions: drafts.suggestions.iter().map(|s| check.suggestion(s)).collect(),
        positioning: header.positioning.as_ref().map(|draft| positioning(&check, draft, &models)),
        models,
    }
}

impl Drafts {
    fn questions(&self) -> impl Iterator<Item = &QuestionDraft> {
        self.sections.iter().flat_map(|s| &s.questions)
    }
}

pub(super) struct Check<'a> {
    pub notes: &'a Notes<'a>,
    pub drafts: &'a Drafts,
    pub book: Book<'a>,
}

impl Check<'_> {
    /// Each id once; those of questions are seen to by the book.
    fn ids(&self) {
        let Drafts { header, models, sections, suggestions } = self.drafts;
        let unique = |thing, ids: Vec<(Spot, &str)>| duplicates(self.notes, thing, ids.into_iter());
        unique(Thing::Theme, header.themes.iter().map(|t| (t.spot, t.value.id.as_str())).collect());
        unique(Thing::Dimension, header.dimensions.iter().map(|d| (d.spot, d.value.id.as_str())).collect());
        unique(Thing::Model, models.iter().map(|m| (m.id.spot, m.id.value.as_str())).collect());
        unique(Thing::Section, sections.iter().map(|s| (s.id.spot, s.id.value.as_str())).collect());
        unique(Thing::Suggestion, suggestions.iter().map(|s| (s.spot, s.suggestion.id.as_str())).collect());
    }

    /// Dimensions weigh 100 together, and each has something to be measured by.
    fn weights(&self) {
        let dimensions = &self.drafts.header.dimensions;
        let sum: f64 = dimensions.iter().map(|d| d.value.weight).sum();
        let complete = dimensions.iter().all(|d| d.value.weight > 0.0);
        if let Some(first) = dimensions.first().filter(|_| complete && (sum - 100.0).abs() > 1e-9) {
            self.notes.fault(first.spot, FaultKind::WeightsSum { sum });
        }
        for dimension in dimensions.iter().filter(|d| !self.is_measured(&d.value)) {
            let kind = FaultKind::DimensionWithoutQuestions { dimension: dimension.value.id.clone() };
            self.notes.fault(dimension.spot, kind);
        }
    }

    fn is_measured(&self, dimension: &Dimension) -> bool {
        let own = |s: &&SectionDraft| s.dimension.as_ref().is_some_and(|d| d.value == dimension.id);
        self.drafts.sections.iter().filter(own).flat_map(|s| &s.questions).any(|q| q.gives_points || !q.sound)
    }

    /// Index of a dimension, or a fault where it is named.
    fn dimension(&self, id: &At<String>) -> Option<usize> {
        let found = self.drafts.header.dimensions.iter().position(|d| d.value.id == id.value);
        if found.is_none() {
            self.notes.fault(id.spot, FaultKind::Unknown { thing: Thing::Dimension, id: id.value.clone() });
        }
        found
    }

    /// Whether a model exists; a fault where it is named otherwise.
    pub(super) fn model(&self, id: &At<String>) {
        if !id.value.is_empty() && !self.drafts.models.iter().any(|m| m.id.value == id.value) {
            self.notes.fault(id.spot, FaultKind::Unknown { thing: Thing::Model, id: id.value.clone() });
        }
    }

    fn section(&self, draft: &SectionDraft) -> Section {
        let dimension = draft.dimension.as_ref().and_then(|id| self.dimension(id));
        if draft.questions.is_empty() {
            self.notes.fault(draft.spot, FaultKind::SectionWithoutQuestions);
        }
        Section {
            id: draft.id.value.clone(),
            title: draft.title.clone(),
            dimension,
            minutes: draft.minutes,
            intro: draft.intro.clone(),
            questions: draft.questions.iter().map(|q| self.question(q, draft)).collect(),
        }
    }

    fn question(&self, draft: &QuestionDraft, section: &SectionDraft) -> Question {
        if draft.question.weight.is_some() && section.dimension.is_none() {
            self.notes.fault(draft.spot, FaultKind::ScoredWithoutDimension { question: draft.question.id.clone() });
        }
        self.other_numbers(draft);
        Question { visible: self.book.visibility(draft), ..draft.question.clone() }
    }

    /// The numbers that a number is measured by.
    fn other_numbers(&self, draft: &QuestionDraft) {
        let Kind::Number(number) = &draft.question.kind else {
            return;
        };
        for (key, named, spot) in [("at_most", &number.at_most, draft.at_most), ("share_of", &number.share_of, draft.share_of)] {
            let (Some(id), Some(spot)) = (named, spot) else { continue };
            let other = self.book.question(&At { spot, value: id.clone() });
            let fits = |o: &QuestionDraft| !o.sound || (o.question.id != draft.question.id && matches!(o.question.kind, Kind::Number(_)));
            if other.is_some_and(|o| !fits(o)) {
                self.notes.fault(spot, FaultKind::OtherNotANumber { key, question: id.clone() });
            }
        }
    }

    fn models(&self) -> Vec<Model> {
        let Drafts { header, models, .. } = self.drafts;
        if let (None, Some(first)) = (&header.positioning, models.first()) {
            self.notes.fault(first.id.spot, FaultKind::ModelsWithoutPositioning);
        }
        models.iter().map(|draft| self.ideal(draft)).collect()
    }

    fn ideal(&self, draft: &ModelDraft) -> Model {
        let indifferent: Vec<usize> = draft.indifferent.iter().filter_map(|id| self.dimension(id)).collect();
        for (id, _) in &draft.profile {
            self.dimension(id);
        }
        let dimensions = &self.drafts.header.dimensions;
        let profile: Vec<Ideal> = dimensions
            .iter()
            .enumerate()
            .map(|(i, dimension)| Ideal { score: self.score(draft, &dimension.value), indifferent: indifferent.contains(&i) })
            .collect();
        if profile.iter().all(|ideal| ideal.indifferent) {
            self.notes.fault(draft.id.spot, FaultKind::AllIndifferent { model: draft.id.value.clone() });
        }
        Model {
            id: draft.id.value.clone(),
            name: draft.name.clone(),
            description: draft.description.clone(),
            suits: draft.suits.clone(),
            admissible: self.book.condition(&draft.admissible),
            profile,
        }
    }

    fn score(&self, draft: &ModelDraft, dimension: &Dimension) -> f64 {
        match draft.profile.iter().find(|(id, _)| id.value == dimension.id) {
            Some((_, score)) => score.as_ref().map_or(0.0, |s| s.value),
            None => {
                // A profile that is missing altogether is a fault already.
                if !draft.profile.is_empty() {
                    let kind = FaultKind::ProfileLacks { dimension: dimension.id.clone() };
                    self.notes.fault(draft.profile_spot, kind);
                }
                0.0
            }
        }
    }

    fn suggestion(&self, draft: &SuggestionDraft) -> Suggestion {
        let id = At { spot: draft.question, value: draft.suggestion.question.clone() };
        if let Some(question) = self.book.question(&id).filter(|q| q.sound) {
            self.target(draft, question);
        }
        for theme in &draft.themes {
            if !self.drafts.header.themes.iter().any(|t| t.value.id == theme.value) {
                self.notes.fault(theme.spot, FaultKind::Unknown { thing: Thing::Theme, id: theme.value.clone() });
            }
        }
        let condition: Condition = self.book.condition(&draft.condition);
        Suggestion { condition, ..draft.suggestion.clone() }
    }

    /// There must be an answer that a suggestion leads to: "the least that reaches the target" (section 5, point 10).
    fn target(&self, draft: &SuggestionDraft, question: &QuestionDraft) {
        let id = question.question.id.clone();
        let note = |spot, kind| self.notes.fault(spot, kind);
        match (draft.target, draft.suggestion.target, question.gives_points) {
            (None, _, true) if question.question.weight.is_some() => note(draft.spot, FaultKind::TargetMissing { question: id }),
            (Some(spot), _, false) => note(spot, FaultKind::TargetWithoutPoints { question: id }),
            (Some(spot), Some(target), true) => {
                let best = best(&question.question.kind);
                if target > best && question.complete {
                    note(spot, FaultKind::TargetUnreachable { question: id, best });
                }
            }
            _ => {}
        }
    }
}

/// The most points that an answer can be worth.
fn best(kind: &Kind) -> f64 {
    let points = || kind.choices().iter().filter_map(|c| c.points);
    match kind {
        Kind::Multiple { .. } => points().sum::<f64>().min(100.0),
        Kind::Number(number) => number.curve.iter().map(|(_, points)| *points).fold(0.0, f64::max),
        _ => points().fold(0.0, f64::max),
    }
}
