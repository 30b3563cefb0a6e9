//! A fresh database on each engine: SQLite, and PostgreSQL too where `AFFIANCA_TEST_POSTGRES=postgres://…` names a server,
//! in a database that this run makes and drops.

use std::error::Error;

use tokio::runtime::Runtime;

/// Measures on each engine, by name and address of its database.
pub fn each(measure: impl AsyncFn(&str, &str) -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let sqlite = format!("sqlite://{}", folder.path().join("bench.db").display());
    runtime.block_on(measure("SQLite", &sqlite))?;
    match std::env::var("AFFIANCA_TEST_POSTGRES") {
        Ok(server) if !server.is_empty() => on_postgres(&runtime, &server, &measure),
        _ => Ok(()),
    }
}

fn on_postgres(
    runtime: &Runtime,
    server: &str,
    measure: &impl AsyncFn(&str, &str) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let name = format!("affianca_bench_{}", std::process::id());
    let (before, _) = server.rsplit_once('/').ok_or("no database in the address")?;
    runtime.block_on(administer(server, format!("create database {name}")))?;
    let measured = runtime.block_on(measure("PostgreSQL", &format!("{before}/{name}")));
    runtime.block_on(administer(server, format!("drop database {name} with (force)")))?;
    measured
}

/// A statement on the server itself, through the driver: the facade has no business with databases as a whole.
async fn administer(server: &str, statement: String) -> Result<(), Box<dyn Error>> {
    use sqlx::{AssertSqlSafe, Connection, Executor};
    let mut connection = sqlx::PgConnection::connect(server).await?;
    connection.execute(sqlx::raw_sql(AssertSqlSafe(statement))).await?;
    Ok(connection.close().await?)
}
