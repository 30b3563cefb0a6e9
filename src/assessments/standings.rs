//! The standing of enti that closed their rilevazione before standings were kept.

use std::collections::BTreeSet;

use super::{Catalogue, store};
use crate::access::{Actor, Housekeeper};
use crate::platform::jobs::{Job, Turn};
use crate::platform::{Error, Result};

/// Looks once an hour: there is something to do only after an update, or after a backup of older days was restored.
pub const STANDINGS: Job = Job { name: "standings", every: 60, run: |turn| Box::pin(run(turn)) };

async fn run(turn: Turn) -> Result<u64> {
    let actor = Actor::housekeeper(turn.db, turn.now);
    if store::unplaced(&actor).await?.is_empty() {
        return Ok(0);
    }
    let catalogue = Catalogue::load(&turn.config).map_err(|fault| Error::Unavailable(format!("questionnaires: {fault:?}")))?;
    note_standings(&actor, &catalogue).await
}

/// Notes the standing of every ente that has closed and has none; twice does no harm. Returns how many. A closing on a version
/// that is no longer at hand is left as it is.
pub async fn note_standings(actor: &Actor<Housekeeper>, catalogue: &Catalogue) -> Result<u64> {
    let mut placed = BTreeSet::new();
    for closing in store::unplaced(actor).await? {
        let key = (closing.ente_id.to_string(), closing.questionnaire.clone());
        let Ok(questionnaire) = catalogue.version(&closing.questionnaire, &closing.version, &closing.content_hash) else { continue };
        // The latest comes first.
        if !placed.contains(&key) {
            store::place(actor, questionnaire, &closing).await?;
            placed.insert(key);
        }
    }
    Ok(placed.len() as u64)
}
