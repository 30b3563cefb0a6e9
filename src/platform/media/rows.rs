//! Every file that a row names, looked for in the store.

use super::{Media, Named, State};
use crate::platform::Result;
use crate::platform::db::{Db, q};

/// Where a slice names files; gathered when the store is checked.
#[derive(Debug, Clone, Copy)]
pub struct Rows {
    pub folder: &'static str,
    /// Fingerprint and length in bytes of each; below 0 where no row says it.
    pub statement: &'static str,
}

/// A file that is not as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    pub named: Named,
    pub state: State,
}

/// What is missing or changed. `deep` reads each file through; else its length is enough.
pub async fn lost(db: &Db, media: &Media, rows: &[Rows], deep: bool) -> Result<Vec<Lost>> {
    let mut lost = Vec::new();
    for rows in rows {
        let all: Vec<(String, i64)> = q(rows.statement).all(&mut db.reader().await?).await?;
        for (sha256, bytes) in all {
            let named = Named::new(rows.folder, &sha256).long(bytes);
            match media.state(&named, deep).await? {
                State::Sound => {}
                state => lost.push(Lost { named, state }),
            }
        }
    }
    Ok(lost)
}
