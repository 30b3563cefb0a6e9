//! `affianca migrate`: the schema brought up to date, and the list of comuni.

use clap::Args;

use super::installation;
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::platform::Clock;

#[derive(Debug, Args)]
pub(super) struct Migrate {}

impl Migrate {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let migrated = installation::settings().and_then(|config| {
            installation::block_on(async {
                let (db, added) = installation::prepare(&config.database, &Clock::System).await?;
                db.close().await;
                Ok(added)
            })
        });
        let told = migrated.map(|added| terminal.say(&words::migrated(added, terminal.lang)));
        words::outcome(told, terminal)
    }
}
