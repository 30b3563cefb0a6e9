//! `affianca check`: settings, questionnaires, database, mail carrier and identity provider, a line each; the first fault with its
//! remedy.

use clap::Args;
use serde_json::json;

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::platform::Clock;
use crate::platform::config::Config;
use crate::platform::db::Db;
use crate::platform::mail::Carrier;

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Settings,
    Questionnaires,
    Database,
    Mail,
    /// Only where one is set.
    Provider,
}

impl Part {
    pub(super) fn code(self) -> &'static str {
        match self {
            Part::Settings => "settings",
            Part::Questionnaires => "questionnaires",
            Part::Database => "database",
            Part::Mail => "mail",
            Part::Provider => "provider",
        }
    }
}

impl Check {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let found = look();
        let lang = terminal.lang;
        if self.json {
            let parts: Vec<_> = found
                .iter()
                .map(|(part, result)| {
                    let fault = result.as_ref().err().map(|o| words::obstacle(o, lang));
                    json!({ "part": part.code(), "ok": result.is_ok(), "fault": fault })
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
fn look() -> Vec<(Part, Result<(), Obstacle>)> {
    let config = match installation::settings() {
        Ok(config) => config,
        Err(obstacle) => return vec![(Part::Settings, Err(obstacle))],
    };
    let mut found = vec![
        (Part::Settings, Ok(())),
        (Part::Questionnaires, installation::questionnaires(&config).map(drop)),
        (Part::Database, database(&config)),
        (Part::Mail, mail(&config)),
    ];
    if let Some(federation) = crate::federation(&config) {
        let answers = installation::block_on(async { federation.answers(Clock::System.now()).await.map_err(Obstacle::Provider) });
        found.push((Part::Provider, answers));
    }
    found
}

/// The database answers; its schema is looked after by `migrate`.
fn database(config: &Config) -> Result<(), Obstacle> {
    installation::block_on(async {
        let db = Db::open(config.database.reveal()).await?;
        db.reader().await?;
        db.close().await;
        Ok(())
    })
}

/// The folder of letters takes a file; the mail server admits us and answers.
fn mail(config: &Config) -> Result<(), Obstacle> {
    installation::block_on(async { Carrier::of(config).check().await.map_err(|fault| Obstacle::Mail(fault.said)) })
}
