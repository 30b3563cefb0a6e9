//! Background jobs: values listed by the slices, run by one server at a time.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::config::Config;
use super::db::{Db, q};
use super::{Clock, Result};
use crate::domain::moment::Moment;

/// The work of one run: how many rows it touched.
pub type Running = Pin<Box<dyn Future<Output = Result<u64>> + Send>>;

/// What a run is given.
#[derive(Clone)]
pub struct Turn {
    pub db: Db,
    pub now: Moment,
    pub config: Arc<Config>,
}

/// A job may run twice without harm.
pub struct Job {
    pub name: &'static str,
    /// Minutes between one run and the next.
    pub every: i64,
    pub run: fn(Turn) -> Running,
}

/// What one turn did: job name and how many rows it touched, or its error.
pub struct Ran {
    pub name: &'static str,
    pub outcome: Result<u64>,
}

const LIST: &str = "insert into job (name, due_at) values ($1, $2) on conflict (name) do nothing";
/// The row is the lease: whoever moves it forward runs the job.
const TAKE: &str = "update job set due_at = $2, taken_at = $3 where name = $1 and due_at <= $3";

/// Runs what is due. A plain function: tests call it with the instant they need.
pub async fn tick(jobs: &[Job], db: &Db, clock: &Clock, config: &Arc<Config>) -> Result<Vec<Ran>> {
    let now = clock.now();
    let mut done = Vec::new();
    for job in jobs {
        let mut tx = db.begin().await?;
        q(LIST).bind(job.name).bind(now).run(&mut tx).await?;
        let mine = q(TAKE).bind(job.name).bind(now.plus_minutes(job.every)).bind(now).run(&mut tx).await?;
        tx.commit().await?;
        if mine == 1 {
            done.push(Ran { name: job.name, outcome: (job.run)(Turn { db: db.clone(), now, config: config.clone() }).await });
        }
    }
    Ok(done)
}
