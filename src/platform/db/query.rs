//! One SQL text, with `$n`, for both engines.

use std::sync::{Arc, PoisonError};

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, PgConnection, SqliteConnection};

use super::memory::{Extent, Memory};
use super::value::Value;
use crate::platform::{Error, Result};

/// A row that either engine can fill.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A connection borrowed for one statement.
pub enum ConnRef<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

/// Whatever can run a statement: a reading connection or a transaction.
pub trait AsConn: Send {
    /// Lends the connection for one statement, and counts it.
    fn as_conn(&mut self) -> Result<ConnRef<'_>>;

    /// What is known of former readings; a transaction reads for itself.
    fn memory(&self) -> Option<Arc<Memory>> {
        None
    }

    /// Told what runs.
    fn runs(&mut self, _sql: &'static str) {}

    /// Told what went wrong with a statement: the connection itself may be done for.
    fn heed(&mut self, _error: &sqlx::Error) {}
}

/// A statement and its values.
#[derive(Debug)]
pub struct Query {
    sql: &'static str,
    values: Vec<Value>,
}

/// Starts a statement. The text is static: statements are cached by it, and nothing typed by a person gets into it.
pub fn q(sql: &'static str) -> Query {
    Query { sql, values: Vec::new() }
}

/// Binds every value to a native statement.
macro_rules! bound {
    ($query:expr, $values:expr) => {
        $values.into_iter().fold($query, |query, value| match value {
            Value::Bool(v) => query.bind(v),
            Value::I64(v) => query.bind(v),
            Value::F64(v) => query.bind(v),
            Value::Text(v) => query.bind(v),
        })
    };
}

impl Query {
    pub fn bind(mut self, value: impl Into<Value>) -> Query {
        self.values.push(value.into());
        self
    }

    pub async fn all<T: Row>(self, on: &mut impl AsConn) -> Result<Vec<T>> {
        if let Some(memory) = on.memory() {
            return self.remembered(on, &memory, Extent::All).await;
        }
        on.runs(self.sql);
        let rows = match on.as_conn()? {
            ConnRef::Sqlite(c) => bound!(sqlx::query_as::<_, T>(self.sql), self.values).fetch_all(c).await,
            ConnRef::Postgres(c) => bound!(sqlx::query_as::<_, T>(self.sql), self.values).fetch_all(c).await,
        };
        rows.map_err(|error| failed(on, error))
    }

    pub async fn optional<T: Row>(self, on: &mut impl AsConn) -> Result<Option<T>> {
        if let Some(memory) = on.memory() {
            return Ok(self.remembered(on, &memory, Extent::First).await?.pop());
        }
        on.runs(self.sql);
        let row = match on.as_conn()? {
            ConnRef::Sqlite(c) => bound!(sqlx::query_as::<_, T>(self.sql), self.values).fetch_optional(c).await,
            ConnRef::Postgres(c) => bound!(sqlx::query_as::<_, T>(self.sql), self.values).fetch_optional(c).await,
        };
        row.map_err(|error| failed(on, error))
    }

    async fn remembered<T: Row>(self, on: &mut impl AsConn, memory: &Memory, extent: Extent) -> Result<Vec<T>> {
        let ConnRef::Sqlite(conn) = on.as_conn()? else { return Err(Error::Bug("only SQLite is remembered".into())) };
        let rows = match memory.recall(self.sql, extent, &self.values) {
            Ok(rows) => Ok(rows),
            Err(asking) => {
                let query = bound!(sqlx::query(self.sql), self.values);
                let rows = match extent {
                    Extent::All => query.fetch_all(conn).await,
                    Extent::First => query.fetch_optional(conn).await.map(Vec::from_iter),
                };
                rows.map(|rows| memory.keep(asking, rows))
            }
        };
        let read = rows.and_then(|rows| rows.lock().unwrap_or_else(PoisonError::into_inner).iter().map(T::from_row).collect());
        read.map_err(|error| failed(on, error))
    }

    /// Exactly one row; none is [`Error::NotFound`].
    pub async fn one<T: Row>(self, on: &mut impl AsConn) -> Result<T> {
        self.optional(on).await?.ok_or(Error::NotFound)
    }

    /// The single integer that the statement selects.
    pub async fn count(self, on: &mut impl AsConn) -> Result<i64> {
        Ok(self.one::<(i64,)>(on).await?.0)
    }

    /// How many rows it changed.
    pub async fn run(self, on: &mut impl AsConn) -> Result<u64> {
        on.runs(self.sql);
        let changed = match on.as_conn()? {
            ConnRef::Sqlite(c) => bound!(sqlx::query(self.sql), self.values).execute(c).await.map(|r| r.rows_affected()),
            ConnRef::Postgres(c) => bound!(sqlx::query(self.sql), self.values).execute(c).await.map(|r| r.rows_affected()),
        };
        changed.map_err(|error| failed(on, error))
    }
}

fn failed(on: &mut impl AsConn, error: sqlx::Error) -> Error {
    on.heed(&error);
    error.into()
}
