//! The standing of enti that closed their rilevazione before standings were kept.

use std::collections::BTreeSet;

use super::Catalogue;
use super::store;
use crate::access::{Actor, Housekeeper};
use crate::platform::Result;

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
