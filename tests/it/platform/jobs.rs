//! Background jobs: one server at a time, when due, and twice without harm.

use std::sync::atomic::{AtomicUsize, Ordering};

use affianca::access::session;
use affianca::platform::db::q;
use affianca::platform::jobs::{Job, Plant, Ran, Running, tick};
use affianca::platform::{Clock, Error};

use crate::house::{on_each_engine, opening};

fn names(done: &[Ran]) -> Vec<&'static str> {
    done.iter().map(|ran| ran.name).collect()
}

fn idle(name: &'static str, every: i64) -> Job {
    Job { name, every, run: |_| Box::pin(async { Ok(0) }) }
}

#[test]
fn a_job_runs_when_it_is_due_and_not_before() {
    on_each_engine(async |house| {
        let jobs = [idle("hourly", 60), idle("often", 5)];
        let at = async |minutes| {
            names(&tick(&jobs, &Plant { clock: Clock::fixed(opening().plus_minutes(minutes)), ..house.plant() }).await.unwrap())
        };
        assert_eq!(at(0).await, ["hourly", "often"]);
        assert_eq!(at(0).await, [""; 0]);
        assert_eq!(at(4).await, [""; 0]);
        assert_eq!(at(5).await, ["often"]);
        assert_eq!(at(60).await, ["hourly", "often"]);
        // A server that slept does not make up for lost turns.
        assert_eq!(at(600).await, ["hourly", "often"]);
        assert_eq!(at(600).await, [""; 0]);
    });
}

static RUNS: AtomicUsize = AtomicUsize::new(0);

#[test]
fn two_servers_at_once_run_a_job_once() {
    on_each_engine(async |house| {
        RUNS.store(0, Ordering::SeqCst);
        let run = |_| -> Running {
            RUNS.fetch_add(1, Ordering::SeqCst);
            Box::pin(async {
                tokio::task::yield_now().await;
                Ok(0_u64)
            })
        };
        let mut servers = Vec::new();
        for _ in 0..8 {
            let plant = house.plant();
            servers.push(tokio::spawn(async move { tick(&[Job { name: "alone", every: 60, run }], &plant).await.unwrap().len() }));
        }
        let mut ran = 0;
        for server in servers {
            ran += server.await.unwrap();
        }
        assert_eq!((ran, RUNS.load(Ordering::SeqCst)), (1, 1));
    });
}

#[test]
fn a_job_that_fails_tells_and_keeps_nobody_back() {
    on_each_engine(async |house| {
        let failing = Job { name: "failing", every: 5, run: |_| Box::pin(async { Err(Error::Bug("broken".into())) }) };
        let done = tick(&[failing, idle("after", 5)], &house.plant()).await.unwrap();
        assert_eq!(names(&done), ["failing", "after"]);
        assert!(done[0].outcome.is_err() && done[1].outcome.is_ok());
    });
}

#[test]
fn every_job_of_the_house_may_run_twice() {
    on_each_engine(async |house| {
        assert_eq!(house.tick().await.len(), affianca::jobs().len());
        let turn = house.plant().turn(house.clock.now());
        for job in affianca::jobs() {
            (job.run)(turn.clone()).await.unwrap();
            (job.run)(turn.clone()).await.unwrap();
        }
    });
}

#[test]
fn sessions_that_are_over_are_purged_and_the_others_stay() {
    on_each_engine(async |house| {
        let (old, idle, fresh) = (house.person("vecchia").await, house.person("ferma").await, house.person("attiva").await);
        let now = opening().plus_days(8);
        house.clock.set(now);
        let set = "update session set created_at = $2, seen_at = $3 where person_id = $1";
        let mut tx = house.db.begin().await.unwrap();
        for (who, created, seen) in [(&old, -7 * 24 * 60, -1), (&idle, -24 * 60, -8 * 60), (&fresh, -7 * 24 * 60 + 1, -8 * 60 + 1)] {
            let (created, seen) = (now.plus_minutes(created), now.plus_minutes(seen));
            assert_eq!(q(set).bind(&who.who().id).bind(created).bind(seen).run(&mut tx).await.unwrap(), 1);
        }
        tx.commit().await.unwrap();
        assert_eq!(session::purge(house.db.clone(), now).await.unwrap(), 2);
        assert_eq!(session::purge(house.db.clone(), now).await.unwrap(), 0);
        let left = "select count(*) from session where person_id = $1";
        let mut conn = house.db.reader().await.unwrap();
        assert_eq!(q(left).bind(&fresh.who().id).count(&mut conn).await.unwrap(), 1);
    });
}
