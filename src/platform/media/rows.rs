//! Every file that a row names, looked for in the store.

use std::collections::BTreeSet;

use super::{Media, Named, State};
use crate::platform::Result;
use crate::platform::db::{Db, q};

/// What a text says of files: fingerprint and length in bytes of each.
pub type Within = fn(&str) -> Vec<(String, i64)>;

/// Where a slice names files; gathered when the store is checked.
#[derive(Debug, Clone, Copy)]
pub struct Rows {
    folder: &'static str,
    statement: &'static str,
    within: Option<Within>,
}

impl Rows {
    /// The statement gives fingerprint and length in bytes of each; below 0 where no row says it.
    pub const fn new(folder: &'static str, statement: &'static str) -> Rows {
        Rows { folder, statement, within: None }
    }

    /// The statement gives texts, in which the files are named.
    pub const fn within(folder: &'static str, statement: &'static str, within: Within) -> Rows {
        Rows { folder, statement, within: Some(within) }
    }

    async fn named(&self, db: &Db) -> Result<Vec<Named>> {
        let mut conn = db.reader().await?;
        let all: Vec<(String, i64)> = match self.within {
            None => q(self.statement).all(&mut conn).await?,
            Some(within) => {
                let texts: Vec<(String,)> = q(self.statement).all(&mut conn).await?;
                texts.iter().flat_map(|(text,)| within(text)).collect()
            }
        };
        Ok(all.into_iter().map(|(sha256, bytes)| Named::new(self.folder, &sha256).long(bytes)).collect())
    }
}

/// A file that is not as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    pub named: Named,
    pub state: State,
}

/// What is missing or changed. `deep` reads each file through; else its length is enough. A file that several rows name is told once.
pub async fn lost(db: &Db, media: &Media, rows: &[Rows], deep: bool) -> Result<Vec<Lost>> {
    let (mut lost, mut seen) = (Vec::new(), BTreeSet::new());
    for rows in rows {
        for named in rows.named(db).await? {
            if !seen.insert(named.clone()) {
                continue;
            }
            match media.state(&named, deep).await? {
                State::Sound => {}
                state => lost.push(Lost { named, state }),
            }
        }
    }
    Ok(lost)
}
