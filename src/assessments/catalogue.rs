//! The questionnaires at hand: every published version, read once when the server starts.

use std::path::Path;
use std::sync::Arc;

use super::Assessment;
use crate::domain::edition::{Edition, QuestionnaireVersion};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::Fault;
use crate::platform::config::Config;
use crate::platform::content::{self, Unreadable, VersionFolder};
use crate::platform::{Error, Result};

/// Published versions; closed rilevazioni stay readable with the one they were answered on.
#[derive(Debug, Clone)]
pub struct Catalogue {
    versions: Vec<Arc<Questionnaire>>,
    /// That of the settings, in its highest version by number.
    current: Arc<Questionnaire>,
}

/// An edition names a version that is not at hand: nothing can be opened on it until its folder is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    pub edition: String,
    pub named: QuestionnaireVersion,
}

impl From<Missing> for Error {
    fn from(missing: Missing) -> Error {
        let Missing { edition, named } = missing;
        Error::Unavailable(format!("edition «{edition}» names questionnaire {} {}, which is missing", named.id, named.version))
    }
}

impl Catalogue {
    /// Every published version.
    pub fn published(&self) -> impl Iterator<Item = &Questionnaire> {
        self.versions.iter().map(Arc::as_ref)
    }

    /// `current` is the id of the questionnaire of the settings: that of an edition which names none.
    pub fn new(questionnaires: Vec<Questionnaire>, current: &str) -> Result<Catalogue> {
        let versions: Vec<_> = questionnaires.into_iter().filter(|q| !q.draft).map(Arc::new).collect();
        let highest = versions.iter().filter(|q| q.id == current).max_by_key(|q| q.version.parse::<u64>().unwrap_or(0)).cloned();
        match highest {
            Some(current) => Ok(Catalogue { versions, current }),
            None => Err(Error::Unavailable(format!("no published version of questionnaire «{current}»"))),
        }
    }

    /// The highest published version of a questionnaire, if it is at hand.
    pub fn highest(&self, id: &str) -> Option<&Arc<Questionnaire>> {
        self.versions.iter().filter(|q| q.id == id).max_by_key(|q| q.version.parse::<u64>().unwrap_or(0))
    }

    /// The version of the settings: the highest by number.
    pub fn current(&self) -> &Arc<Questionnaire> {
        &self.current
    }

    /// The version on which rilevazioni are opened while an edition counts: the one it names, else that of the settings.
    pub fn offered(&self, edition: Option<&Edition>) -> Result<&Arc<Questionnaire>, Missing> {
        let Some((edition, named)) = edition.and_then(|edition| Some((edition, edition.terms.questionnaire.as_ref()?))) else {
            return Ok(&self.current);
        };
        let found = self.versions.iter().find(|q| q.id == named.id && q.version == named.version);
        found.ok_or_else(|| Missing { edition: edition.name.clone(), named: named.clone() })
    }

    /// The id of the questionnaire that enti answer while an edition counts, be its version at hand or not.
    pub fn asked<'a>(&'a self, edition: Option<&'a Edition>) -> &'a str {
        let named = edition.and_then(|edition| edition.terms.questionnaire.as_ref());
        named.map_or(&self.current.id, |named| &named.id)
    }

    /// The version that a rilevazione was opened on. A version whose content has changed since is refused: the same
    /// answers would no longer give the same figures (section 5.12).
    pub fn of(&self, assessment: &Assessment) -> Result<&Arc<Questionnaire>> {
        self.version(&assessment.questionnaire, &assessment.version, &assessment.content_hash)
    }

    /// As [`Catalogue::of`], by id, version and hash of the content.
    pub fn version(&self, id: &str, version: &str, hash: &str) -> Result<&Arc<Questionnaire>> {
        match self.versions.iter().find(|q| q.id == id && q.version == version) {
            Some(found) if found.hash == hash => Ok(found),
            Some(_) => Err(Error::Unavailable(format!("questionnaire {id} {version} has changed"))),
            None => Err(Error::Unavailable(format!("questionnaire {id} {version} is missing"))),
        }
    }
}

/// Why the questionnaires at hand cannot be used.
#[derive(Debug)]
pub enum LoadFault {
    Unreadable(Unreadable),
    /// The folder, and what is wrong with its files.
    Faulty(Box<VersionFolder>, Vec<Fault>),
    /// The settings name a questionnaire of which there is no published version.
    NoCurrent(String),
}

impl Catalogue {
    /// The questionnaires of the folder set, or those shipped with the program.
    pub fn load(config: &Config) -> Result<Catalogue, LoadFault> {
        let folders = match &config.questionnaires {
            None => content::shipped(),
            Some(folder) => all_versions(folder).map_err(LoadFault::Unreadable)?,
        };
        let mut questionnaires = Vec::new();
        for folder in folders {
            match folder.parse() {
                Ok((questionnaire, _)) => questionnaires.push(questionnaire),
                Err(faults) => return Err(LoadFault::Faulty(Box::new(folder), faults)),
            }
        }
        Catalogue::new(questionnaires, &config.questionnaire).map_err(|_| LoadFault::NoCurrent(config.questionnaire.clone()))
    }
}

/// Every version of every questionnaire in a folder of questionnaires.
fn all_versions(folder: &Path) -> Result<Vec<VersionFolder>, Unreadable> {
    let unreadable = |e| Unreadable::File(folder.to_owned(), e);
    let mut inside = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        inside.push(entry.map_err(unreadable)?.path());
    }
    inside.sort();
    let mut versions = Vec::new();
    for questionnaire in inside.iter().filter(|path| path.is_dir()) {
        versions.extend(content::versions(questionnaire)?);
    }
    Ok(versions)
}
