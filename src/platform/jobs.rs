//! Background jobs: values listed by the slices, run by one server at a time.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::config::Config;
use super::db::{Db, q};
use super::mail::Carrier;
use super::{Clock, Result};
use crate::domain::moment::Moment;

/// The work of one run: how many rows it touched.
pub type Running = Pin<Box<dyn Future<Output = Result<u64>> + Send>>;

/// What all jobs work with, handed in from outside.
#[derive(Clone)]
pub struct Plant {
    pub db: Db,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub carrier: Carrier,
}

/// What a run is given.
#[derive(Clone)]
pub struct Turn {
    pub db: Db,
    /// When the run began. A run that takes long asks the clock.
    pub now: Moment,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub carrier: Carrier,
}

/// A job may run twice without harm.
pub struct Job {
    pub name: &'static str,
    /// Minutes between one run and the next. [`RESTLESS`]: at every look and whenever letters were posted, by several servers
    /// at once; such a job has leases of its own.
    pub every: i64,
    pub run: fn(Turn) -> Running,
}

/// See [`Job::every`].
pub const RESTLESS: i64 = 0;

/// What one turn did: job name and how many rows it touched, or its error.
pub struct Ran {
    pub name: &'static str,
    pub outcome: Result<u64>,
}

const LIST: &str = "insert into job (name, due_at) values ($1, $2) on conflict (name) do nothing";
/// The row is the lease: whoever moves it forward runs the job.
const TAKE: &str = "update job set due_at = $2, taken_at = $3 where name = $1 and due_at <= $3";

/// Runs what is due. A plain function: tests call it with the instant they need.
pub async fn tick<'j>(jobs: impl IntoIterator<Item = &'j Job>, plant: &Plant) -> Result<Vec<Ran>> {
    let now = plant.clock.now();
    let mut done = Vec::new();
    for job in jobs {
        if job.every == RESTLESS {
            done.push(job.run_at(now, plant).await);
            continue;
        }
        let mut tx = plant.db.begin().await?;
        q(LIST).bind(job.name).bind(now).run(&mut tx).await?;
        let mine = q(TAKE).bind(job.name).bind(now.plus_minutes(job.every)).bind(now).run(&mut tx).await?;
        tx.commit().await?;
        if mine == 1 {
            done.push(job.run_at(now, plant).await);
        }
    }
    Ok(done)
}

impl Job {
    async fn run_at(&self, now: Moment, plant: &Plant) -> Ran {
        Ran { name: self.name, outcome: (self.run)(plant.turn(now)).await }
    }
}

impl Plant {
    pub fn turn(&self, now: Moment) -> Turn {
        Turn { db: self.db.clone(), now, clock: self.clock.clone(), config: self.config.clone(), carrier: self.carrier.clone() }
    }
}
