//! `affianca jobs run`: one turn of the background jobs.

use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;

use super::installation;
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::platform::Clock;
use crate::platform::jobs::{self, Plant};
use crate::platform::mail::Carrier;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// One turn: what is due is run now.
    Run {
        /// Write the result as JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let Command::Run { json: as_json } = self;
        let ran = installation::settings().and_then(|config| {
            installation::block_on(async {
                let (db, _) = installation::prepare(&config.database, &Clock::System).await?;
                let carrier = Carrier::of(&config);
                let plant = Plant { db, clock: Clock::System, config: Arc::new(config), carrier };
                let ran = jobs::tick(&crate::jobs(), &plant).await?;
                plant.db.close().await;
                Ok(ran)
            })
        });
        let ran = match ran {
            Ok(ran) => ran,
            Err(obstacle) => return words::outcome(Err(obstacle), terminal),
        };
        let lines: Vec<_> = ran.iter().map(|job| (job.name, job.outcome.as_ref().map_err(ToString::to_string))).collect();
        if as_json {
            let jobs: Vec<_> = lines
                .iter()
                .map(|(name, outcome)| json!({ "job": name, "rows": outcome.as_ref().ok(), "error": outcome.as_ref().err() }))
                .collect();
            terminal.say(&json!({ "jobs": jobs }).to_string());
        } else {
            terminal.say(&words::jobs_ran(&lines, terminal.lang));
        }
        if lines.iter().any(|(_, outcome)| outcome.is_err()) { Outcome::Failed } else { Outcome::Done }
    }
}
