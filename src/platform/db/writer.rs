//! The writer of SQLite: one connection, lent to one transaction at a time (docs/decisions/0015).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;

/// What SQLite answers to a rollback where there is nothing to roll back (SQLITE_ERROR).
const NOTHING_TO_ROLL_BACK: &str = "1";

#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    /// None while it is lent, and when it was given up: then the next loan opens another.
    idle: Mutex<Option<SqliteConnection>>,
}

/// The connection on loan, with the turn of whoever writes. Unless it is given back, whatever was begun on it is rolled back first.
pub(super) struct Loan {
    conn: Option<SqliteConnection>,
    home: Arc<Writer>,
    turn: Option<OwnedSemaphorePermit>,
}

impl Writer {
    /// Opens it at once: whoever names a wrong file is told at the start.
    pub(super) async fn open(options: SqliteConnectOptions) -> sqlx::Result<Arc<Writer>> {
        let first = options.connect().await?;
        Ok(Arc::new(Writer { options, idle: Mutex::new(Some(first)) }))
    }

    /// To whose turn it is.
    pub(super) async fn lend(self: &Arc<Self>, turn: OwnedSemaphorePermit) -> sqlx::Result<Loan> {
        let idle = self.idle().take();
        let conn = match idle {
            Some(conn) => conn,
            None => self.options.connect().await?,
        };
        Ok(Loan { conn: Some(conn), home: self.clone(), turn: Some(turn) })
    }

    /// A transaction that holds the lock from its beginning.
    pub(super) async fn begin(self: &Arc<Self>, turn: OwnedSemaphorePermit) -> sqlx::Result<Loan> {
        let mut loan = self.lend(turn).await?;
        loan.execute("BEGIN IMMEDIATE").await?;
        Ok(loan)
    }

    /// Once nobody has it any more. Twice does no harm.
    pub(super) async fn close(&self) {
        let idle = self.idle().take();
        if let Some(conn) = idle {
            let _closed = conn.close().await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, Option<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Loan {
    pub(super) fn conn(&mut self) -> sqlx::Result<&mut SqliteConnection> {
        self.conn.as_mut().ok_or(sqlx::Error::WorkerCrashed)
    }

    async fn execute(&mut self, statement: &'static str) -> sqlx::Result<()> {
        sqlx::query(statement).execute(self.conn()?).await.map(drop)
    }

    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        self.execute("COMMIT").await?;
        self.give_back();
        Ok(())
    }

    /// Nothing is open on it.
    pub(super) fn give_back(mut self) {
        // Before the turn ends, which is when this is dropped.
        *self.home.idle() = self.conn.take();
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        let Some(mut conn) = self.conn.take() else { return };
        // Where nothing runs any more the connection is closed, and SQLite rolls back by itself.
        let Ok(runtime) = Handle::try_current() else { return };
        let (home, turn) = (self.home.clone(), self.turn.take());
        runtime.spawn(async move {
            let is_whole = match sqlx::query("ROLLBACK").execute(&mut conn).await {
                Ok(_) => true,
                // It never began, or was committed and nobody stayed to hear of it.
                Err(sqlx::Error::Database(error)) => error.code().is_some_and(|code| code == NOTHING_TO_ROLL_BACK),
                Err(_) => false,
            };
            if is_whole {
                *home.idle() = Some(conn);
            }
            drop(turn);
        });
    }
}
