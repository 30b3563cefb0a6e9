//! `affianca serve`: the server.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use rocket::fairing::AdHoc;
use rocket_db_pools::Database;
use tracing_subscriber::EnvFilter;

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::access::Actor;
use crate::assessments::Catalogue;
use crate::platform::config::Config;
use crate::platform::db::{Db, Stage};
use crate::platform::{Clock, jobs};
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

fn background(clock: Clock, config: Arc<Config>) -> AdHoc {
    AdHoc::on_liftoff("jobs", |rocket| {
        Box::pin(async move {
            let Some(db) = Stage::fetch(rocket).map(|stage| Db::clone(stage)) else { return };
            let stop = rocket.shutdown();
            let board = rocket.state::<Board>().cloned().unwrap_or_default();
            tokio::spawn(async move {
                let mut stop = stop;
                loop {
                    turn(&db, &clock, &config).await;
                    // What another server changed.
                    let housekeeper = Actor::housekeeper(db.clone(), clock.now());
                    if let Err(error) = programme::refresh(&housekeeper, &board).await {
                        tracing::warn!(%error, "the editions could not be read");
                    }
                    tokio::select! {
                        () = tokio::time::sleep(TURN) => {}
                        () = &mut stop => break,
                    }
                }
            });
        })
    })
}

async fn turn(db: &Db, clock: &Clock, config: &Arc<Config>) {
    match jobs::tick(&crate::jobs(), db, clock, config).await {
        Ok(ran) => {
            for job in ran {
                match job.outcome {
                    Ok(rows) => tracing::info!(job = job.name, rows, "job done"),
                    Err(error) => tracing::error!(job = job.name, %error, "job failed"),
                }
            }
        }
        Err(error) => tracing::error!(%error, "jobs could not be listed"),
    }
}
