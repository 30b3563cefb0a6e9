//! The report of a closed rilevazione: what it is made from. Its pages are functions of these values.

pub mod pages;
pub mod words;

use std::collections::BTreeMap;

use super::{Assessment, Closing, Example};
use crate::domain::moment::Moment;
use crate::domain::peers::Quartiles;
use crate::domain::points::Sheet;
use crate::domain::positioning::Reliability;
use crate::domain::questionnaire::{PeerClass, Questionnaire};
use crate::domain::saving::Entry;
use crate::domain::scoring::{Comparison, Direction, Scoring};
use crate::ui::words::Lang;

/// One closing of one rilevazione, with all that its report says.
pub struct Report<'a> {
    /// As in "Comune di Agliè (TO)".
    pub ente: &'a str,
    pub assessment: &'a Assessment,
    pub closing: &'a Closing,
    pub questionnaire: &'a Questionnaire,
    pub scoring: &'a Scoring<'a>,
    /// As frozen: notes and acts come from here.
    pub entries: &'a BTreeMap<String, Entry>,
    pub previous: Option<Previous<'a>>,
    pub peers: Option<PeerView<'a>>,
    /// Who tells how they did it, whatever they illustrate.
    pub examples: &'a [Example],
    /// Whether the answers can be taken away as a file.
    pub exports: bool,
    pub lang: Lang,
}

/// The closing of the same ente before this one, on the same version of the questionnaire.
pub struct Previous<'a> {
    pub closed_at: Moment,
    pub scoring: &'a Scoring<'a>,
}

/// The class of similar enti.
pub struct PeerView<'a> {
    pub class: &'a PeerClass,
    /// How many other enti of the class have closed a rilevazione.
    pub of: usize,
    /// Per dimension in the order of the questionnaire; none where too few have a score.
    pub quartiles: Vec<Option<Quartiles>>,
}

/// Suggestions shown as cards (section 5.10: never filled up to this number).
pub const SHOWN: usize = 5;
/// Suggestions named on the first page.
pub const FIRST: usize = 3;

impl<'a> Report<'a> {
    pub fn sheet(&self) -> &Sheet<'a> {
        &self.scoring.sheet
    }

    /// None for a questionnaire that measures against no models.
    pub fn comparison(&self) -> Option<&Comparison<'a>> {
        self.scoring.comparison.as_ref()
    }

    pub fn direction(&self) -> Option<&Direction<'a>> {
        self.comparison()?.direction.as_ref()
    }

    /// Whether the answers bear the conclusions only in part.
    pub fn is_indicative(&self) -> bool {
        self.comparison().is_some_and(|c| c.reliability == Reliability::Indicative)
    }

    /// Examples of a model or of a suggestion.
    pub fn examples_of(&self, id: &str) -> Vec<&'a Example> {
        self.examples.iter().filter(|one| one.illustrates == id).collect()
    }

    /// Language of the content, where it differs from the page's: for the `lang` attribute.
    pub fn content(&self) -> Option<&'a str> {
        let content = self.questionnaire.lang.as_str();
        (content != self.lang.as_str()).then_some(content)
    }
}
