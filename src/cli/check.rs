//! `affianca check`: settings, questionnaires, courses, database, editions, mail carrier, attached files, links to
//! other sites and identity provider, a line each;
//! the first fault with its remedy.

use clap::Args;
use serde_json::json;

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::assessments::Catalogue;
use crate::domain::edition::Edition;
use crate::library;
use crate::platform::Clock;
use crate::platform::config::Config;
use crate::platform::db::Db;
use crate::platform::documents;
use crate::platform::mail::Carrier;
use crate::platform::media::{Media, lost};
use crate::programme;

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
    /// Read every file of the media store through, and compare it with its fingerprint.
    #[arg(long)]
    deep: bool,
}

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Settings,
    /// Only where the settings name some.
    Pictures,
    Questionnaires,
    Courses,
    Database,
    /// What editions name of the others.
    Editions,
    Mail,
    Media,
    /// So many links to other sites are broken; only where some are. It is for those who publish them: the installation is sound.
    Links(usize),
    /// Only where one is set.
    Provider,
}

impl Part {
    pub(super) fn code(self) -> &'static str {
        match self {
            Part::Settings => "settings",
            Part::Pictures => "pictures",
            Part::Questionnaires => "questionnaires",
            Part::Courses => "courses",
            Part::Database => "database",
            Part::Editions => "editions",
            Part::Mail => "mail",
            Part::Media => "media",
            Part::Links(_) => "links",
            Part::Provider => "provider",
        }
    }
}

impl Check {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let found = look(self.deep);
        let lang = terminal.lang;
        if self.json {
            let parts: Vec<_> = found
                .iter()
                .map(|(part, result)| {
                    let fault = result.as_ref().err().map(|o| words::obstacle(o, lang));
                    let mut told = json!({ "part": part.code(), "ok": result.is_ok(), "fault": fault });
                    if let Part::Links(broken) = part {
                        told["broken"] = json!(broken);
                    }
                    told
                })
                .collect();
            terminal.say(&json!({ "parts": parts }).to_string());
        } else {
            for (part, result) in &found {
                match result {
                    Ok(()) => terminal.say(&words::sound(*part, lang)),
                    Err(obstacle) => terminal.complain(&words::unsound(*part, obstacle, lang)),
                }
            }
        }
        if found.iter().all(|(_, result)| result.is_ok()) { Outcome::Done } else { Outcome::Failed }
    }
}

/// Stops at the first part that the others need.
fn look(deep: bool) -> Vec<(Part, Result<(), Obstacle>)> {
    let config = match installation::settings() {
        Ok(config) => config,
        Err(obstacle) => return vec![(Part::Settings, Err(obstacle))],
    };
    let (catalogue, editions) = (installation::questionnaires(&config), database(&config));
    let named = match (&catalogue, &editions) {
        (Ok(catalogue), Ok(editions)) => Some(editions.iter().try_for_each(|edition| named(edition, catalogue, &config))),
        _ => None,
    };
    let mut found = vec![(Part::Settings, Ok(()))];
    found.extend(pictures(&config).map(|drawn| (Part::Pictures, drawn)));
    let courses = installation::courses(&config).map(drop);
    found.extend([(Part::Questionnaires, catalogue.map(drop)), (Part::Courses, courses), (Part::Database, editions.map(drop))]);
    found.extend(named.map(|named| (Part::Editions, named)));
    found.extend([(Part::Mail, mail(&config)), (Part::Media, media(&config, deep))]);
    found.extend(broken_links(&config).map(|broken| (Part::Links(broken), Ok(()))));
    if let Some(federation) = crate::federation(&config) {
        let answers = installation::block_on(async { federation.answers(Clock::System.now()).await.map_err(Obstacle::Provider) });
        found.push((Part::Provider, answers));
    }
    found
}

/// The database answers, and tells the editions that are not over; its schema is looked after by `migrate`.
fn database(config: &Config) -> Result<Vec<Edition>, Obstacle> {
    installation::block_on(async {
        let db = Db::open(config.database.reveal()).await?;
        db.reader().await?;
        let editions = programme::to_come(&db, Clock::System.now()).await;
        db.close().await;
        Ok(editions?)
    })
}

/// Logo and emblems can be drawn on paper; a file that is broken inside would stop every letter. None where none is set.
fn pictures(config: &Config) -> Option<Result<(), Obstacle>> {
    let mut all = config.site.logo.iter().chain(&config.site.emblems).peekable();
    all.peek()?;
    let undrawn = all.find_map(|picture| Some((picture, documents::draws(picture).err()?)));
    Some(undrawn.map_or(Ok(()), |(picture, why)| Err(Obstacle::Picture(picture.file.clone(), why.to_string()))))
}

/// What an edition names is there: its questionnaire in the folders, its emblems in the settings.
fn named(edition: &Edition, catalogue: &Catalogue, config: &Config) -> Result<(), Obstacle> {
    catalogue.offered(Some(edition)).map_err(Obstacle::NoVersion)?;
    let known = |text: &String| config.site.emblems.iter().any(|picture| picture.text == *text);
    match edition.terms.funding.emblems.iter().find(|text| !known(text)) {
        Some(text) => Err(Obstacle::NoEmblem(edition.name.clone(), text.clone())),
        None => Ok(()),
    }
}

/// The folder of letters takes a file; the mail server admits us and answers.
fn mail(config: &Config) -> Result<(), Obstacle> {
    installation::block_on(async { Carrier::of(config).check().await.map_err(|fault| Obstacle::Mail(fault.said)) })
}

/// The store takes a file, and has all that rows name. A database that does not answer has said so already.
fn media(config: &Config, deep: bool) -> Result<(), Obstacle> {
    installation::block_on(async {
        let media = Media::new(&config.media);
        media.probe().await.map_err(Obstacle::Media)?;
        let Ok(db) = Db::open(config.database.reveal()).await else { return Ok(()) };
        // Before the first start there are no tables.
        let lost = if db.reader().await.is_ok() { lost(&db, &media, &crate::files(), deep).await.unwrap_or_default() } else { Vec::new() };
        db.close().await;
        if lost.is_empty() { Ok(()) } else { Err(Obstacle::Lost(lost)) }
    })
}

/// Links to other sites that are broken, if there are any. A database that does not answer has said so already.
fn broken_links(config: &Config) -> Option<usize> {
    let counted = installation::block_on(async {
        let db = Db::open(config.database.reveal()).await?;
        let counted = library::broken_links(&db, &crate::links()).await;
        db.close().await;
        Ok::<_, Obstacle>(counted?)
    });
    counted.ok().filter(|broken| *broken > 0)
}
