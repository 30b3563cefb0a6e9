//! The readers of SQLite: a few connections that refuse to write, lent in turn (docs/decisions/0015).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::platform::{Error, Result};

#[derive(Debug)]
pub(super) struct Readers {
    options: SqliteConnectOptions,
    idle: Mutex<Vec<SqliteConnection>>,
    /// As many as may be lent at once.
    places: Arc<Semaphore>,
    most: u32,
    patience: Duration,
}

/// A connection on loan; dropped, it is back.
pub(super) struct Reader {
    conn: Option<SqliteConnection>,
    home: Arc<Readers>,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    /// Opens the first one at once: whoever names a wrong file is told at the start.
    pub(super) async fn open(options: SqliteConnectOptions, most: u32, patience: Duration) -> Result<Arc<Readers>> {
        let first = options.connect().await?;
        let places = Arc::new(Semaphore::new(most as usize));
        Ok(Arc::new(Readers { options, idle: Mutex::new(vec![first]), places, most, patience }))
    }

    pub(super) async fn lend(self: &Arc<Self>) -> Result<Reader> {
        let place = timeout(self.patience, self.places.clone().acquire_owned()).await;
        let place = place.ok().and_then(|place| place.ok()).ok_or_else(|| Error::Unavailable("no reader is free".into()))?;
        let idle = self.idle().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => self.options.connect().await?,
        };
        Ok(Reader { conn: Some(conn), home: self.clone(), _place: place })
    }

    /// Waits for those on loan and lends no more. Twice does no harm.
    pub(super) async fn close(&self) {
        let _all_back = timeout(self.patience, self.places.acquire_many(self.most)).await;
        self.places.close();
        let idle = std::mem::take(&mut *self.idle());
        for conn in idle {
            let _closed = conn.close().await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    /// None once it was given up.
    pub(super) fn conn(&mut self) -> Option<&mut SqliteConnection> {
        self.conn.as_mut()
    }

    /// A connection whose thread is gone is not lent again.
    pub(super) fn give_up(&mut self) {
        self.conn = None;
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // Before the place is free, so that there are never more connections than places.
        if let Some(conn) = self.conn.take() {
            self.home.idle().push(conn);
        }
    }
}
