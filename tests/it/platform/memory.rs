//! What the server remembers of its readings is never the past.

use std::sync::atomic::{AtomicI64, Ordering};

use affianca::platform::db::{Db, q};

use crate::house::on_each_engine_on_bare;

const PUT: &str = "insert into sample (name, whole) values ($1, $2) on conflict (name) do update set whole = excluded.whole";
const GET: &str = "select whole from sample where name = $1";
const COUNT: &str = "select count(*) from other";
const ADD: &str = "insert into other (name) values ($1)";

/// The pool of a server, and that of a command that runs beside it.
async fn both(url: &str) -> (Db, Db) {
    let command = Db::open(url).await.unwrap();
    let mut tx = command.begin().await.unwrap();
    q("create table sample (name text primary key not null, whole bigint)").run(&mut tx).await.unwrap();
    q("create table other (name text)").run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (Db::open_to_serve(url).await.unwrap(), command)
}

async fn put(db: &Db, name: &str, whole: i64) {
    let mut tx = db.begin().await.unwrap();
    q(PUT).bind(name).bind(whole).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn get(db: &Db, name: &str) -> Option<i64> {
    let row: Option<(i64,)> = q(GET).bind(name).optional(&mut db.reader().await.unwrap()).await.unwrap();
    row.map(|(whole,)| whole)
}

async fn count(db: &Db) -> i64 {
    q(COUNT).count(&mut db.reader().await.unwrap()).await.unwrap()
}

async fn close(server: Db, command: Db) {
    server.close().await;
    command.close().await;
}

#[test]
fn what_was_read_is_not_asked_again_until_somebody_writes_there() {
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        let remembers = u64::from(url.starts_with("sqlite"));
        put(&server, "a", 1).await;
        assert_eq!((get(&server, "a").await, count(&server).await), (Some(1), 0));
        let (asked, recalled) = (server.statements(), server.recalled());
        assert_eq!((get(&server, "a").await, count(&server).await), (Some(1), 0));
        assert_eq!((server.statements() - asked, server.recalled() - recalled), (2, 2 * remembers), "asked, and not of the database");
        // Written here: what stands in the other table is known still.
        put(&server, "a", 2).await;
        let recalled = server.recalled();
        assert_eq!((get(&server, "a").await, count(&server).await), (Some(2), 0));
        assert_eq!(server.recalled() - recalled, remembers);
        // Written by somebody else: nothing is.
        put(&command, "a", 3).await;
        let recalled = server.recalled();
        assert_eq!((get(&server, "a").await, count(&server).await), (Some(3), 0));
        assert_eq!(server.recalled() - recalled, 0);
        close(server, command).await;
    });
}

#[test]
fn other_values_are_another_question() {
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        put(&server, "1", 1).await;
        put(&server, "", 2).await;
        for _ in 0..2 {
            let mut conn = server.reader().await.unwrap();
            let none: Option<(i64,)> = q(GET).bind(None::<&str>).optional(&mut conn).await.unwrap();
            assert_eq!((get(&server, "1").await, get(&server, "").await, none), (Some(1), Some(2), None));
            // One row wanted, or all of them, of the same statement.
            const ALL: &str = "select whole from sample order by whole";
            let first: Option<(i64,)> = q(ALL).optional(&mut conn).await.unwrap();
            let all: Vec<(i64,)> = q(ALL).all(&mut conn).await.unwrap();
            assert_eq!((first, all), (Some((1,)), vec![(1,), (2,)]));
        }
        close(server, command).await;
    });
}

#[test]
fn what_is_not_committed_is_neither_seen_nor_remembered() {
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        put(&server, "a", 1).await;
        let mut tx = server.begin().await.unwrap();
        q(PUT).bind("a").bind(2_i64).run(&mut tx).await.unwrap();
        assert_eq!(get(&server, "a").await, Some(1));
        assert_eq!(q(GET).bind("a").count(&mut tx).await.unwrap(), 2, "a transaction sees what it wrote");
        drop(tx);
        assert_eq!(get(&server, "a").await, Some(1));
        put(&server, "a", 3).await;
        assert_eq!(get(&server, "a").await, Some(3));
        let mut tx = server.begin().await.unwrap();
        q("alter table other add column more bigint").run(&mut tx).await.unwrap();
        q(ADD).bind("x").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&server).await, 1);
        close(server, command).await;
    });
}

#[test]
fn much_is_read_again_rather_than_kept() {
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        let mut tx = server.begin().await.unwrap();
        q(ADD).bind("x".repeat(1 << 20)).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..2 {
            let (name,): (String,) = q("select name from other").one(&mut server.reader().await.unwrap()).await.unwrap();
            assert_eq!(name.len(), 1 << 20);
        }
        assert_eq!(server.recalled(), 0);
        close(server, command).await;
    });
}

/// Whoever reads after a write was acknowledged, by whatever process, reads that or something later.
#[test]
fn readers_beside_writers_never_read_the_past() {
    const WRITES: i64 = 150;
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        let names = ["a", "b"];
        let done = [const { AtomicI64::new(0) }; 2];
        for name in names {
            put(&server, name, 0).await;
        }
        let (server, command, done) = (&server, &command, &done);
        let write = async |db: &Db, n: usize| {
            for k in 1..=WRITES {
                put(db, names[n], k).await;
                done[n].store(k, Ordering::SeqCst);
            }
        };
        let read = async || {
            let mut seen = 0_u64;
            while done.iter().any(|one| one.load(Ordering::SeqCst) < WRITES) {
                for n in [0, 1, 0, 1] {
                    let least = done[n].load(Ordering::SeqCst);
                    let found = get(server, names[n]).await.unwrap();
                    assert!(found >= least, "{}: {found} read after {least} was written", names[n]);
                    seen += 1;
                }
                tokio::task::yield_now().await;
            }
            seen
        };
        let (.., one, two) = tokio::join!(write(server, 0), write(command, 1), read(), read());
        assert!(one > 0 && two > 0);
        assert_eq!((get(server, "a").await, get(server, "b").await), (Some(WRITES), Some(WRITES)));
        close(server.clone(), command.clone()).await;
    });
}

/// Each answer takes a hundred and twenty kilobytes: thirty-two megabytes are soon full.
#[test]
fn what_is_asked_for_again_stays_when_room_is_made_for_what_is_asked_once() {
    on_each_engine_on_bare(async |url| {
        let (server, command) = both(url).await;
        let remembers = u64::from(url.starts_with("sqlite"));
        let mut tx = server.begin().await.unwrap();
        for n in 0..300 {
            q(PUT).bind(format!("{n} {}", "x".repeat(120_000))).bind(n).run(&mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        put(&server, "often", 7).await;
        const WHOLE: &str = "select name from sample where whole = $1";
        for n in 0..300_i64 {
            let name: (String,) = q(WHOLE).bind(n).one(&mut server.reader().await.unwrap()).await.unwrap();
            assert!(name.0.starts_with(&n.to_string()));
            let recalled = server.recalled();
            assert_eq!(get(&server, "often").await, Some(7));
            assert_eq!(server.recalled() - recalled, if n == 0 { 0 } else { remembers }, "after {n}");
        }
        // Of those asked once the latest are there, the first are not.
        let again = async |n: i64| {
            let recalled = server.recalled();
            let _: (String,) = q(WHOLE).bind(n).one(&mut server.reader().await.unwrap()).await.unwrap();
            server.recalled() - recalled
        };
        assert_eq!((again(299).await, again(0).await), (remembers, 0));
        close(server, command).await;
    });
}
