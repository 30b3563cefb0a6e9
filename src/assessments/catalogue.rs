//! The questionnaires at hand: every published version, read once when the server starts.

use std::path::Path;
use std::sync::Arc;

use super::Assessment;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::Fault;
use crate::platform::config::Config;
use crate::platform::content::{self, Unreadable, VersionFolder};
use crate::platform::{Error, Result};

/// Published versions; closed rilevazioni stay readable with the one they were answered on.
#[derive(Debug, Clone)]
pub struct Catalogue {
    versions: Vec<Arc<Questionnaire>>,
    /// The questionnaire that enti are asked to answer.
    current: String,
}

impl Catalogue {
    /// Every published version.
    pub fn published(&self) -> impl Iterator<Item = &Questionnaire> {
        self.versions.iter().map(Arc::as_ref)
    }

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
