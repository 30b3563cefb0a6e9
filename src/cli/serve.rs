//! `affianca serve`: the server.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use rocket::Shutdown;
use rocket::fairing::AdHoc;
use rocket_db_pools::Database;
use tracing_subscriber::EnvFilter;

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::access::Actor;
use crate::assessments::Catalogue;
use crate::platform::Clock;
use crate::platform::config::Config;
use crate::platform::db::{Db, Stage};
use crate::platform::jobs::{self, Job, Plant, RESTLESS};
use crate::platform::mail::Carrier;
use crate::programme;
use crate::ui::edition::Board;

#[derive(Debug, Default, Args)]
#[command(after_long_help = words::SETTINGS_HELP)]
pub(super) struct Serve {}

/// Seconds between two looks at what is due.
const TURN: Duration = Duration::from_secs(60);

impl Serve {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let served = installation::settings().and_then(|config| {
            log(&config);
            let catalogue = installation::questionnaires(&config)?;
            installation::courses(&config)?;
            let clock = Clock::System;
            if config.server.migrate {
                installation::block_on(async {
                    let (db, _) = installation::prepare(&config.database, &clock).await?;
                    db.close().await;
                    Ok(())
                })?;
            }
            terminal.say(&words::listening(&config, terminal.lang));
            launch(config, clock, catalogue)
        });
        words::outcome(served, terminal)
    }
}

/// Logs go to standard error, by the filter of the settings.
pub(super) fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let _already_there = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// Serves until told to stop (SIGTERM, SIGINT): what runs is finished first.
pub(super) fn launch(config: Config, clock: Clock, catalogue: Catalogue) -> Result<(), Obstacle> {
    let settings = Arc::new(config.clone());
    let rocket = crate::build(config, clock.clone(), catalogue).attach(background(clock, settings));
    let served = rocket::execute(async { rocket.launch().await.map(drop) });
    served.map_err(|e| Obstacle::Server(e.kind().to_string()))
}

/// Loops of their own, so that a slow mail server keeps no other job back, nor the other way round.
fn background(clock: Clock, config: Arc<Config>) -> AdHoc {
    AdHoc::on_liftoff("jobs", |rocket| {
        Box::pin(async move {
            let Some(db) = Stage::fetch(rocket).map(|stage| Db::clone(stage)) else { return };
            let carrier = Carrier::of(&config);
            let plant = Plant { db, clock, config, carrier };
            let board = rocket.state::<Board>().cloned().unwrap_or_default();
            tokio::spawn(keep_turning(plant.clone(), |job| job.every == RESTLESS, rocket.shutdown()));
            tokio::spawn(keep_turning(plant.clone(), |job| job.every != RESTLESS, rocket.shutdown()));
            tokio::spawn(keep_reading(plant, board, rocket.shutdown()));
        })
    })
}

/// Looks at what is due every [`TURN`], and those that are restless as soon as letters were posted.
async fn keep_turning(plant: Plant, which: fn(&Job) -> bool, mut stop: Shutdown) {
    let jobs: Vec<Job> = crate::jobs().into_iter().filter(which).collect();
    let restless = jobs.iter().any(|job| job.every == RESTLESS);
    loop {
        turn(&jobs, &plant).await;
        tokio::select! {
            () = tokio::time::sleep(TURN) => {}
            () = plant.db.letters_posted(), if restless => {}
            () = &mut stop => break,
        }
    }
}

/// Reads again the editions, which another server may have changed.
async fn keep_reading(plant: Plant, board: Board, mut stop: Shutdown) {
    loop {
        let housekeeper = Actor::housekeeper(plant.db.clone(), plant.clock.now());
        if let Err(error) = programme::refresh(&housekeeper, &board).await {
            tracing::warn!(%error, "the editions could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(TURN) => {}
            () = &mut stop => break,
        }
    }
}

async fn turn(jobs: &[Job], plant: &Plant) {
    match jobs::tick(jobs, plant).await {
        Ok(ran) => {
            for job in ran {
                match job.outcome {
                    // Nothing to do is the rule.
                    Ok(0) => tracing::debug!(job = job.name, "job done"),
                    Ok(rows) => tracing::info!(job = job.name, rows, "job done"),
                    Err(error) => tracing::error!(job = job.name, %error, "job failed"),
                }
            }
        }
        Err(error) => tracing::error!(%error, "jobs could not be listed"),
    }
}
