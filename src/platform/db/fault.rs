//! What the database says went wrong, in the words of the house.

use crate::platform::Error;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as E;
        match error {
            E::Io(_) | E::PoolTimedOut | E::PoolClosed | E::WorkerCrashed | E::Tls(_) => Error::Unavailable(error.to_string()),
            E::Database(ref e) if is_passing(e.code().as_deref()) => Error::Unavailable(error.to_string()),
            other => Error::Bug(other.to_string()),
        }
    }
}

/// SQLSTATE classes 08 (connection), 40 (rolled back), 53 (resources), 57 (intervention), and SQLite's BUSY and LOCKED.
fn is_passing(code: Option<&str>) -> bool {
    code.is_some_and(|c| matches!(c, "5" | "6" | "261" | "517") || (c.len() == 5 && ["08", "40", "53", "57"].contains(&&c[..2])))
}
