//! The questionnaires at hand: every published version, read once when the server starts.

use std::sync::Arc;

use super::Assessment;
use crate::domain::questionnaire::Questionnaire;
use crate::platform::{Error, Result};

/// Published versions; closed rilevazioni stay readable with the one they were answered on.
#[derive(Debug, Clone)]
pub struct Catalogue {
    versions: Vec<Arc<Questionnaire>>,
    /// The questionnaire that enti are asked to answer.
    current: String,
}

impl Catalogue {
    /// `current` is the id of the questionnaire that new rilevazioni are opened on.
    pub fn new(questionnaires: Vec<Questionnaire>, current: &str) -> Result<Catalogue> {
        let versions: Vec<_> = questionnaires.into_iter().filter(|q| !q.draft).map(Arc::new).collect();
        match versions.iter().any(|q| q.id == current) {
            true => Ok(Catalogue { versions, current: current.to_owned() }),
            false => Err(Error::Unavailable(format!("no published version of questionnaire «{current}»"))),
        }
    }

    /// The version on which rilevazioni are opened now: the highest by number.
    pub fn current(&self) -> Result<&Arc<Questionnaire>> {
        let versions = self.versions.iter().filter(|q| q.id == self.current);
        let found = versions.max_by_key(|q| q.version.parse::<u64>().unwrap_or(0));
        found.ok_or_else(|| Error::Bug("the current questionnaire is gone".into()))
    }

    /// The version that a rilevazione was opened on. A version whose content has changed since is refused: the same
    /// answers would no longer give the same figures (section 5.12).
    pub fn of(&self, assessment: &Assessment) -> Result<&Arc<Questionnaire>> {
        let version = self.versions.iter().find(|q| q.id == assessment.questionnaire && q.version == assessment.version);
        match version {
            Some(found) if found.hash == assessment.content_hash => Ok(found),
            Some(_) => Err(Error::Unavailable(format!("questionnaire {} {} has changed", assessment.questionnaire, assessment.version))),
            None => Err(Error::Unavailable(format!("questionnaire {} {} is missing", assessment.questionnaire, assessment.version))),
        }
    }
}
