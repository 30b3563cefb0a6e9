//! Two engines behind one facade: SQLite by default, PostgreSQL by address. The same SQL text runs on both
//! (`migrations/README.md` has the vocabulary).

mod fault;
mod fields;
mod memory;
mod query;
mod readers;
mod stage;
mod value;
mod writer;

use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Transaction};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

pub use fields::Fields;
pub use memory::{Written, words};
pub use query::{AsConn, ConnRef, Query, Row, q};
pub use stage::Stage;
pub use value::Value;

use self::memory::Memory;
use self::readers::{Reader, Readers};
use self::writer::{Loan, Writer};
use crate::platform::{Error, Result};

/// A pool; clones share it.
#[derive(Debug, Clone)]
pub struct Db {
    pools: Pools,
    /// Statements run through this pool and its clones. Kept here and not for the process: tests run side by side.
    statements: Arc<AtomicU64>,
    /// Rung when letters were posted, so that they leave at once.
    bell: Arc<Notify>,
    /// Where writers queue, first come first served, before they take a connection.
    writers: Arc<Semaphore>,
}

#[derive(Debug, Clone)]
enum Pools {
    /// One writer and several readers that refuse to write: `BEGIN IMMEDIATE` then never meets a lock of our own.
    Sqlite {
        read: Arc<Readers>,
        write: Arc<Writer>,
        memory: Option<Arc<Memory>>,
    },
    Postgres(PgPool),
}

/// A connection for reading.
pub struct Conn {
    held: HeldConn,
    memory: Option<Arc<Memory>>,
    statements: Arc<AtomicU64>,
}

enum HeldConn {
    Sqlite(Reader),
    Postgres(PoolConnection<Postgres>),
}

/// A transaction for writing; dropped without `commit`, it never was.
pub struct Tx {
    held: HeldTx,
    memory: Option<Arc<Memory>>,
    written: Written,
    statements: Arc<AtomicU64>,
    bell: Arc<Notify>,
    rings: bool,
}

enum HeldTx {
    Sqlite(Loan),
    /// With the turn of whoever writes.
    Postgres(Transaction<'static, Postgres>, OwnedSemaphorePermit),
}

const READERS: u32 = 4;
/// How much of the file a reader maps, in bytes: no programme of ours has come near it, and what lies beyond is read by calls.
const MAPPED: &str = "1073741824";
const POSTGRES_CONNECTIONS: u32 = 8;
/// Writers at once: on PostgreSQL half of the connections, so that two hundred who want the same row leave some for readers.
const POSTGRES_WRITERS: usize = 4;
/// The types of PostgreSQL that the vocabulary gives; a literal 1 is INT4 and a sum is NUMERIC, which no `i64` takes.
const READABLE: [&str; 5] = ["BOOL", "INT8", "FLOAT8", "TEXT", "BYTEA"];
/// Longer than any write of ours takes; then the visitor is told to try again.
const PATIENCE: Duration = Duration::from_secs(5);
/// In the queue of writers, where every step forward is a write done: a rush for the last seats is waited out.
const IN_LINE: Duration = Duration::from_secs(30);

impl Db {
    /// Opens `sqlite://path` (made if absent, with its folder) or `postgres://…`.
    pub async fn open(url: &str) -> Result<Db> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Db::open_postgres(url).await;
        }
        let Some(path) = url.strip_prefix("sqlite://") else {
            return Err(Error::Unavailable(format!("not a database address: {}", scheme(url))));
        };
        if let Some(folder) = std::path::Path::new(path).parent() {
            std::fs::create_dir_all(folder).map_err(|e| Error::Unavailable(format!("{}: {e}", folder.display())))?;
        }
        Db::open_sqlite(path).await
    }

    /// As `open`, for the server: what it reads from SQLite it remembers.
    pub async fn open_to_serve(url: &str) -> Result<Db> {
        let mut db = Db::open(url).await?;
        if let (Pools::Sqlite { memory, .. }, Some(path)) = (&mut db.pools, url.strip_prefix("sqlite://")) {
            *memory = Memory::over(std::path::Path::new(path)).map(Arc::new);
        }
        Ok(db)
    }

    async fn open_sqlite(path: &str) -> Result<Db> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL keeps the last answers through a power cut; NORMAL may lose them.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .foreign_keys(true)
            .statement_cache_capacity(512);
        let write = Writer::open(options.clone()).await?;
        // A reader drops what it keeps of the file whenever somebody has written: mapped, the file needs no call to be read again.
        let options = options.pragma("mmap_size", MAPPED);
        let read = Readers::open(options.pragma("query_only", "on"), READERS, PATIENCE).await?;
        Ok(Db::over(Pools::Sqlite { read, write, memory: None }))
    }

    async fn open_postgres(url: &str) -> Result<Db> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).acquire_timeout(PATIENCE).connect_with(options).await?;
        Ok(Db::over(Pools::Postgres(pool)))
    }

    fn over(pools: Pools) -> Db {
        let writers = match pools {
            Pools::Sqlite { .. } => 1,
            Pools::Postgres(_) => POSTGRES_WRITERS,
        };
        Db { pools, statements: Arc::default(), bell: Arc::default(), writers: Arc::new(Semaphore::new(writers)) }
    }

    /// Waits until a transaction that posted letters is committed by this server; at once if one was since the last wait.
    pub async fn letters_posted(&self) {
        self.bell.notified().await;
    }

    /// How many statements ran through this pool so far: a list of three must take as many as a list of one.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::SeqCst)
    }

    /// How many of them were answered from memory.
    pub fn recalled(&self) -> u64 {
        match &self.pools {
            Pools::Sqlite { memory: Some(memory), .. } => memory.recalled(),
            _ => 0,
        }
    }

    /// Brings the schema up to date. Servers that start together wait for one another.
    pub async fn migrate(&self) -> Result<()> {
        let migrator = sqlx::migrate!("./migrations");
        let done = match &self.pools {
            Pools::Postgres(pool) => migrator.run(pool).await,
            Pools::Sqlite { write, .. } => {
                let mut loan = write.lend(self.turn().await?).await?;
                // SQLite has no lock for it: who finds a table that another process has just made looks again.
                let mut done = migrator.run(&mut *loan.conn()?).await;
                for _ in migrator.iter() {
                    if done.is_err() {
                        done = migrator.run(&mut *loan.conn()?).await;
                    }
                }
                loan.give_back();
                done
            }
        };
        done.map_err(|e| Error::Unavailable(format!("migration: {e}")))
    }

    pub async fn reader(&self) -> Result<Conn> {
        let (held, memory) = match &self.pools {
            Pools::Sqlite { read, memory, .. } => (HeldConn::Sqlite(read.lend().await?), memory.clone()),
            Pools::Postgres(pool) => (HeldConn::Postgres(pool.acquire().await?), None),
        };
        Ok(Conn { held, memory, statements: self.statements.clone() })
    }

    /// A writing transaction. Begin it with a write to the row that owns the rule ("hold before you look").
    pub async fn begin(&self) -> Result<Tx> {
        let turn = self.turn().await?;
        let (held, memory) = match &self.pools {
            Pools::Sqlite { write, memory, .. } => (HeldTx::Sqlite(write.begin(turn).await?), memory.clone()),
            Pools::Postgres(pool) => (HeldTx::Postgres(pool.begin().await?, turn), None),
        };
        Ok(Tx { held, memory, written: Written::default(), statements: self.statements.clone(), bell: self.bell.clone(), rings: false })
    }

    /// To write, among all who want to.
    async fn turn(&self) -> Result<OwnedSemaphorePermit> {
        let turn = tokio::time::timeout(IN_LINE, self.writers.clone().acquire_owned()).await;
        turn.ok().and_then(std::result::Result::ok).ok_or_else(|| Error::Unavailable("too many want to write".into()))
    }

    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write, .. } => {
                read.close().await;
                // Whoever writes is waited for; after them nobody does.
                let _last = self.turn().await;
                self.writers.close();
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    /// Whether the engine understands a statement, without running it: every SQL text of the house is asked. PostgreSQL
    /// also tells the types of the columns, and those that the facade does not read are refused.
    pub async fn understands(&self, sql: &'static str) -> Result<()> {
        use sqlx::{Column, Executor, SqlSafeStr, Statement, TypeInfo};
        let pool = match &self.pools {
            Pools::Sqlite { read, .. } => {
                let mut reader = read.lend().await?;
                let conn = reader.conn().ok_or_else(|| Error::Unavailable("the reader is gone".into()))?;
                return Ok(conn.prepare(sql.into_sql_str()).await.map(drop)?);
            }
            Pools::Postgres(pool) => pool,
        };
        let statement = pool.acquire().await?.prepare(sql.into_sql_str()).await?;
        let strange = statement.columns().iter().find(|column| !READABLE.contains(&column.type_info().name()));
        match strange {
            Some(column) => Err(Error::Bug(format!("column {} is {}: cast it", column.name(), column.type_info().name()))),
            None => Ok(()),
        }
    }
}

fn scheme(url: &str) -> &str {
    // Never the whole address: it may carry a password.
    url.split("://").next().unwrap_or_default()
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        match self.held {
            HeldTx::Sqlite(loan) => {
                let commit = self.memory.map(|memory| memory.commit());
                loan.commit().await?;
                if let Some(commit) = commit {
                    commit.done(&self.written);
                }
            }
            HeldTx::Postgres(tx, _turn) => tx.commit().await?,
        }
        if self.rings {
            self.bell.notify_one();
        }
        Ok(())
    }

    /// Once committed, whoever waits for letters is woken.
    pub(in crate::platform) fn ring_on_commit(&mut self) {
        self.rings = true;
    }
}

impl AsConn for Conn {
    fn as_conn(&mut self) -> Result<ConnRef<'_>> {
        self.statements.fetch_add(1, Ordering::SeqCst);
        match &mut self.held {
            HeldConn::Sqlite(reader) => reader.conn().map(ConnRef::Sqlite).ok_or_else(|| Error::Unavailable("the reader is gone".into())),
            HeldConn::Postgres(c) => Ok(ConnRef::Postgres(c)),
        }
    }

    fn memory(&self) -> Option<Arc<Memory>> {
        self.memory.clone()
    }

    fn heed(&mut self, error: &sqlx::Error) {
        if let (HeldConn::Sqlite(reader), sqlx::Error::WorkerCrashed | sqlx::Error::Io(_)) = (&mut self.held, error) {
            reader.give_up();
        }
    }
}

impl AsConn for Tx {
    fn runs(&mut self, sql: &'static str) {
        if self.memory.is_some() {
            self.written.note(sql);
        }
    }

    fn as_conn(&mut self) -> Result<ConnRef<'_>> {
        self.statements.fetch_add(1, Ordering::SeqCst);
        Ok(match &mut self.held {
            HeldTx::Sqlite(loan) => ConnRef::Sqlite(loan.conn()?),
            HeldTx::Postgres(tx, _) => ConnRef::Postgres(tx),
        })
    }
}
