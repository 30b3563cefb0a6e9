//! Fresh databases, quickly: one template for each engine is made in a run, and copied for every house.

use std::io::Write;
use std::str::FromStr;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use affianca::access::Actor;
use affianca::enti;
use affianca::platform::Clock;
use affianca::platform::db::Db;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// One of the two databases that the product runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A database that nobody else has.
pub enum Fresh {
    Sqlite { url: String, folder: TempDir },
    Postgres { url: String, name: String },
}

impl Fresh {
    pub fn url(&self) -> &str {
        match self {
            Fresh::Sqlite { url, .. } | Fresh::Postgres { url, .. } => url,
        }
    }
}

const PREFIX: &str = "affianca_test_";
/// Databases of a run that was killed are swept away by a later one, after this many milliseconds.
const FORGOTTEN: i64 = 60 * 60 * 1000;

/// The bytes of a migrated SQLite file with all comuni.
static SQLITE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("template.db");
    runtime().block_on(prepare(&format!("sqlite://{}", path.display())));
    std::fs::read(path).unwrap()
});

/// The name of the same on PostgreSQL.
static POSTGRES: LazyLock<String> = LazyLock::new(|| {
    let name = fresh_name();
    runtime().block_on(async {
        sweep().await;
        admin(format!("create database {name}")).await;
        prepare(&address_of(&name)).await;
    });
    name
});

/// A runtime of its own for each house: connections die with the runtime that made them.
pub fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// The engines of this run. PostgreSQL may be left out on a laptop, never in continuous integration.
pub fn engines() -> Vec<Engine> {
    static ENGINES: LazyLock<Vec<Engine>> = LazyLock::new(|| match postgres_address() {
        Some(_) => vec![Engine::Sqlite, Engine::Postgres],
        None if variable("CI").as_deref() == Some("true") => {
            panic!("CI=true, and AFFIANCA_TEST_POSTGRES is not set: run the tests through tests/tools/with-postgres")
        }
        None => {
            // Not by eprintln!, which the test harness swallows.
            let told = std::io::stderr().write_all(b"PostgreSQL is left out: run tests/tools/with-postgres cargo test\n");
            told.map(|()| vec![Engine::Sqlite]).unwrap()
        }
    });
    ENGINES.clone()
}

/// A copy of the template.
pub fn fresh(engine: Engine) -> Fresh {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("house.db");
            std::fs::write(&path, &*SQLITE).unwrap();
            Fresh::Sqlite { url: format!("sqlite://{}", path.display()), folder }
        }
        Engine::Postgres => {
            let (template, name) = (&*POSTGRES, fresh_name());
            runtime().block_on(admin(format!("create database {name} template {template}")));
            Fresh::Postgres { url: address_of(&name), name }
        }
    }
}

/// A database without anything in it, not even tables.
pub fn bare(engine: Engine) -> Fresh {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            Fresh::Sqlite { url: format!("sqlite://{}/bare.db", folder.path().display()), folder }
        }
        Engine::Postgres => {
            let name = fresh_name();
            runtime().block_on(admin(format!("create database {name}")));
            Fresh::Postgres { url: address_of(&name), name }
        }
    }
}

pub fn dispose(fresh: Fresh) {
    match fresh {
        Fresh::Sqlite { folder, .. } => drop(folder),
        Fresh::Postgres { name, .. } => runtime().block_on(admin(format!("drop database {name} with (force)"))),
    }
}

async fn prepare(url: &str) {
    let db = Db::open(url).await.unwrap();
    db.migrate().await.unwrap();
    enti::bring_in_comuni(&Actor::housekeeper(db.clone(), super::opening())).await.unwrap();
    db.close().await;
}

/// Names say when they were made, so that forgotten ones can be told from those in use.
fn fresh_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{PREFIX}{}_{}_{count}", Clock::System.now().millis(), std::process::id())
}

async fn sweep() {
    let mut connection = options().connect().await.unwrap();
    let found = sqlx::query_scalar("select datname::text from pg_database where datname like 'affianca\\_test\\_%'");
    let names: Vec<String> = found.fetch_all(&mut connection).await.unwrap();
    let made_at = |name: &str| name.strip_prefix(PREFIX)?.split('_').next()?.parse::<i64>().ok();
    let now = Clock::System.now().millis();
    for name in names.iter().filter(|name| made_at(name).is_some_and(|at| now - at > FORGOTTEN)) {
        admin(format!("drop database if exists {name} with (force)")).await;
    }
}

async fn admin(statement: String) {
    let mut connection = options().connect().await.unwrap();
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
}

fn options() -> PgConnectOptions {
    PgConnectOptions::from_str(&postgres_address().unwrap()).unwrap()
}

fn address_of(database: &str) -> String {
    options().database(database).to_url_lossy().to_string()
}

fn postgres_address() -> Option<String> {
    variable("AFFIANCA_TEST_POSTGRES").filter(|address| !address.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "settings of the test run, not of the program")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
