//! The pool as the web server manages it. There is no public guard for it: the way in is `Actor`.

use rocket::figment::Figment;
use rocket_db_pools::Database;

use super::{Conn, Db};
use crate::platform::Error;

/// Opened when the server starts, closed when it stops.
#[derive(Database)]
#[database("affianca")]
pub struct Stage(Db);

type StageError = rocket_db_pools::Error<Error, Error>;

#[rocket::async_trait]
impl rocket_db_pools::Pool for Db {
    type Connection = Conn;
    type Error = StageError;

    /// Reads `databases.affianca.url`; the schema is brought up to date by the command that starts the server.
    async fn init(figment: &Figment) -> Result<Self, StageError> {
        let url: String = figment.extract_inner("url").map_err(StageError::Config)?;
        Db::open_to_serve(&url).await.map_err(StageError::Init)
    }

    async fn get(&self) -> Result<Conn, StageError> {
        self.reader().await.map_err(StageError::Get)
    }

    async fn close(&self) {
        Db::close(self).await;
    }
}
