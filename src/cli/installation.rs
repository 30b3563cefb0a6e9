//! What every command of an installation begins with: settings, questionnaires, database.

use std::path::Path;

use crate::access::Actor;
use crate::assessments::{Catalogue, LoadFault, Missing};
use crate::courses;
use crate::enti;
use crate::platform::config::{Config, Secret};
use crate::platform::db::Db;
use crate::platform::federation::Refusal;
use crate::platform::media::Lost;
use crate::platform::{Clock, Error};

/// The file of settings, beside the program's working folder.
pub const SETTINGS_FILE: &str = "Affianca.toml";

/// What keeps a command from beginning.
#[derive(Debug)]
pub enum Obstacle {
    Settings(String),
    Questionnaires(LoadFault),
    Courses(courses::LoadFault),
    Database(Error),
    /// An edition that is not over names a questionnaire that is not at hand.
    NoVersion(Missing),
    /// An edition that is not over shows an emblem that the settings have no more: its name, and what the emblem says.
    NoEmblem(String, String),
    /// A logo or an emblem that cannot be drawn: its file, and why.
    Picture(String, String),
    /// The mail carrier takes no letters: what it, or the machine, says.
    Mail(String),
    /// The store of attached files takes none.
    Media(Error),
    /// Files that rows name, and that are missing or changed.
    Lost(Vec<Lost>),
    /// The identity provider of the settings.
    Provider(Refusal),
    /// The server could not take its address, or ended badly.
    Server(String),
    /// The demonstration listens only to this machine unless told otherwise.
    Exposed(std::net::SocketAddr),
}

impl From<Error> for Obstacle {
    fn from(error: Error) -> Self {
        Obstacle::Database(error)
    }
}

pub fn settings() -> Result<Config, Obstacle> {
    Config::read(SETTINGS_FILE).map_err(Obstacle::Settings)
}

pub fn questionnaires(config: &Config) -> Result<Catalogue, Obstacle> {
    Catalogue::load(config).map_err(Obstacle::Questionnaires)
}

pub fn courses(config: &Config) -> Result<courses::Shelf, Obstacle> {
    courses::Shelf::load(config.courses.as_deref()).map_err(Obstacle::Courses)
}

/// Opens the database, brings its schema up to date and the comuni in. Returns how many comuni were added.
pub async fn prepare(address: &Secret, clock: &Clock) -> Result<(Db, u64), Obstacle> {
    let db = Db::open(address.reveal()).await?;
    db.migrate().await?;
    let added = enti::bring_in_comuni(&Actor::housekeeper(db.clone(), clock.now())).await?;
    Ok((db, added))
}

/// Runs the work of a command that is not the server.
pub fn block_on<T>(work: impl Future<Output = Result<T, Obstacle>>) -> Result<T, Obstacle> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|e| Obstacle::Server(e.to_string()))?.block_on(work)
}

/// Forgets a SQLite database with its journal; nothing there is no fault.
pub fn forget(path: &Path) -> std::io::Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(())
}
