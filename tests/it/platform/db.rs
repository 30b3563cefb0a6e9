//! The facade means the same on both engines: values, counts, transactions.

use std::sync::Arc;
use std::time::Duration;

use affianca::domain::ids::{Id, PersonId};
use affianca::platform::Error;
use affianca::platform::db::{Db, Tx, Value, q};

use crate::house::{Engine, House, on_each_engine, on_each_engine_on_bare};

const MAKE: &str = "create table sample (name text primary key, flag boolean, whole bigint, part double precision, words text)";
const PUT: &str = "insert into sample (name, flag, whole, part, words) values ($1, $2, $3, $4, $5)";
const GET: &str = "select flag, whole, part, words from sample where name = $1";

type Row = (Option<bool>, Option<i64>, Option<f64>, Option<String>);

async fn make(house: &House) {
    let mut tx = house.db.begin().await.unwrap();
    q(MAKE).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn put(tx: &mut Tx, name: &str, row: Row) {
    let put = q(PUT).bind(name).bind(row.0).bind(row.1).bind(row.2).bind(row.3.clone()).run(tx).await;
    assert_eq!(put.unwrap(), 1);
}

async fn get(db: &Db, name: &str) -> Row {
    q(GET).bind(name).one(&mut db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn values_come_back_as_they_went() {
    on_each_engine(async |house| {
        make(house).await;
        let rows: [(&str, Row); 4] = [
            ("full", (Some(true), Some(i64::MAX), Some(0.1 + 0.2), Some("Agliè, più 'virgolette' \"doppie\" 😀\n".into()))),
            ("edges", (Some(false), Some(i64::MIN), Some(f64::MIN_POSITIVE), Some(String::new()))),
            ("nothing", (None, None, None, None)),
            // The same statement with values after nulls: a null must have kept its type.
            ("after", (Some(true), Some(-1), Some(-0.0), Some("x".into()))),
        ];
        let mut tx = house.db.begin().await.unwrap();
        for (name, row) in &rows {
            put(&mut tx, name, row.clone()).await;
        }
        tx.commit().await.unwrap();
        for (name, row) in rows {
            assert_eq!(get(&house.db, name).await, row, "{name}");
        }
    });
}

#[test]
fn a_null_has_the_type_of_its_column_even_where_nothing_says_so() {
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        let sql = "select coalesce($1, $2), coalesce($3, $4), coalesce($5, $6)";
        let bound = q(sql).bind(None::<i64>).bind(7_i64).bind(None::<f64>).bind(0.5).bind(None::<String>).bind("a");
        let row: (i64, f64, String) = bound.one(&mut conn).await.unwrap();
        assert_eq!(row, (7, 0.5, "a".to_owned()));
    });
}

#[test]
fn rows_changed_are_counted() {
    on_each_engine(async |house| {
        make(house).await;
        let mut tx = house.db.begin().await.unwrap();
        for name in ["a", "b", "c"] {
            put(&mut tx, name, (None, Some(1), None, None)).await;
        }
        for (sql, changed) in [
            ("update sample set whole = 2 where name <> 'a'", 2),
            // Also where nothing becomes different.
            ("update sample set whole = 2 where name <> 'a' and whole = 2", 2),
            ("update sample set whole = 9 where name = 'd'", 0),
            ("insert into sample (name) values ('a') on conflict (name) do nothing", 0),
            ("delete from sample", 3),
        ] {
            assert_eq!(q(sql).run(&mut tx).await.unwrap(), changed, "{sql}");
        }
    });
}

#[test]
fn one_optional_all_and_count_keep_their_word() {
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        let sql = "select name from ente where istat_code = $1";
        let found: Option<(String,)> = q(sql).bind("001001").optional(&mut conn).await.unwrap();
        assert_eq!(found.unwrap().0, "Agliè");
        let none: Option<(String,)> = q(sql).bind("999999").optional(&mut conn).await.unwrap();
        assert!(none.is_none());
        let missing = q(sql).bind("999999").one::<(String,)>(&mut conn).await;
        assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
        let twice: Vec<(String,)> =
            q("select province from ente where name = $1 order by province").bind("Livo").all(&mut conn).await.unwrap();
        assert_eq!(twice.into_iter().map(|(p,)| p).collect::<Vec<_>>(), ["CO", "TN"]);
        assert_eq!(q("select count(*) from ente where province = 'NA'").count(&mut conn).await.unwrap(), 92);
    });
}

#[test]
fn a_transaction_that_is_dropped_never_was() {
    on_each_engine(async |house| {
        make(house).await;
        let mut tx = house.db.begin().await.unwrap();
        put(&mut tx, "gone", (None, None, None, None)).await;
        drop(tx);
        let mut tx = house.db.begin().await.unwrap();
        put(&mut tx, "kept", (None, None, None, None)).await;
        tx.commit().await.unwrap();
        let mut conn = house.db.reader().await.unwrap();
        let names: Vec<(String,)> = q("select name from sample").all(&mut conn).await.unwrap();
        assert_eq!(names, [("kept".to_owned(),)]);
    });
}

#[test]
fn a_reader_sees_nothing_of_a_transaction_before_its_commit() {
    on_each_engine(async |house| {
        make(house).await;
        let mut tx = house.db.begin().await.unwrap();
        put(&mut tx, "soon", (None, None, None, None)).await;
        let count = async || q("select count(*) from sample").count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(count().await, 0);
        tx.commit().await.unwrap();
        assert_eq!(count().await, 1);
    });
}

/// Hold before you look: fifty at once read a number and write the next one, and none is lost.
#[test]
fn fifty_writers_lose_no_update_and_meet_no_lock() {
    on_each_engine(async |house| {
        make(house).await;
        let mut tx = house.db.begin().await.unwrap();
        put(&mut tx, "counter", (None, Some(0), None, None)).await;
        tx.commit().await.unwrap();
        let mut tasks = Vec::new();
        for _ in 0..50 {
            let db = house.db.clone();
            tasks.push(tokio::spawn(async move { raise(&db).await }));
        }
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(get(&house.db, "counter").await.1, Some(50));
    });
}

/// A handler may be given up at any point: in line, at the beginning, between two statements, while it commits.
#[test]
fn who_leaves_in_the_middle_leaves_no_lock_and_nothing_half_written() {
    on_each_engine(async |house| {
        make(house).await;
        let mut tx = house.db.begin().await.unwrap();
        put(&mut tx, "counter", (None, Some(0), None, None)).await;
        tx.commit().await.unwrap();
        let (mut done, mut given_up) = (0, 0);
        for n in 0..60 {
            let db = house.db.clone();
            let writing = tokio::spawn(async move { raise(&db).await });
            tokio::time::sleep(Duration::from_micros(40 * n)).await;
            writing.abort();
            match writing.await {
                Ok(raised) => {
                    raised.unwrap();
                    done += 1;
                }
                Err(_) => given_up += 1,
            }
        }
        assert!(given_up > 0, "none was given up");
        let before = get(&house.db, "counter").await.1.unwrap();
        // One that was given up while it committed may have been in time.
        assert!((done..=done + given_up).contains(&before), "{done} acknowledged, {given_up} given up, {before} counted");
        raise(&house.db).await.unwrap();
        assert_eq!(get(&house.db, "counter").await.1, Some(before + 1));
    });
}

async fn raise(db: &Db) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    q("update sample set words = 'held' where name = 'counter'").run(&mut tx).await?;
    let before = q("select whole from sample where name = 'counter'").count(&mut tx).await?;
    tokio::task::yield_now().await;
    q("update sample set whole = $1 where name = 'counter'").bind(before + 1).run(&mut tx).await?;
    tx.commit().await
}

#[test]
fn the_door_holds_the_row_or_finds_nothing() {
    on_each_engine(async |house| {
        let anna = house.settle("anna", "", &[]).await;
        let hold = "update person set name = name where person_id = $1";
        let mut tx = house.housekeeper().begin_on(hold, &anna.id).await.unwrap();
        assert_eq!(q("select count(*) from person").count(&mut tx).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let nobody = PersonId::parse("00000000-0000-7000-8000-000000000000").unwrap();
        let missing = house.housekeeper().begin_on(hold, &nobody).await;
        assert!(matches!(missing.map(drop), Err(Error::NotFound)));
    });
}

#[test]
fn a_reader_of_sqlite_refuses_to_write() {
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        let written = q("delete from session").run(&mut conn).await;
        match house.engine {
            Engine::Sqlite => assert!(written.unwrap_err().to_string().contains("readonly"), "writes belong in a transaction"),
            Engine::Postgres => assert_eq!(written.unwrap(), 0),
        }
    });
}

#[test]
fn rules_of_the_schema_hold() {
    on_each_engine(async |house| {
        let mut broken = Vec::new();
        for sql in [
            "insert into session (token_hash, person_id, created_at, seen_at) values ('x', 'nobody', 0, 0)",
            "insert into job (name, due_at) values ('sessions', 0), ('sessions', 0)",
            "insert into rating (rating_id, page, stars, answer, detail, created_at) values ('x', '/', 6, '', '', 0)",
            "insert into job (name, due_at) values (null, 0)",
            "insert into answer (assessment_id) values (null)",
        ] {
            let mut tx = house.db.begin().await.unwrap();
            if q(sql).run(&mut tx).await.is_ok() {
                broken.push(sql);
            }
        }
        assert_eq!(broken, Vec::<&str>::new());
    });
}

#[test]
fn migrating_twice_changes_nothing_and_two_at_once_wait_for_one_another() {
    on_each_engine_on_bare(async |url| {
        let (one, two) = (Db::open(url).await.unwrap(), Db::open(url).await.unwrap());
        let (first, second) = tokio::join!(one.migrate(), two.migrate());
        first.unwrap();
        second.unwrap();
        one.migrate().await.unwrap();
        let mut conn = one.reader().await.unwrap();
        assert_eq!(q("select count(*) from ente").count(&mut conn).await.unwrap(), 0);
        drop(conn);
        one.close().await;
        two.close().await;
    });
}

#[test]
fn a_database_that_is_not_there_is_unavailable_and_its_password_does_not_print() {
    let open = |url: &'static str| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(Db::open(url)).map(drop).unwrap_err()
    };
    for url in ["postgres://nobody:segreta@127.0.0.1:1/none", "mysql://root:segreta@h/d", "sqlite:///proc/none/x.db"] {
        let error = open(url);
        assert!(matches!(error, Error::Unavailable(_)), "{url}: {error:?}");
        assert!(!error.to_string().contains("segreta"), "{error}");
    }
}

#[test]
fn a_text_made_of_values_stays_a_value() {
    let value = Value::from("'; drop table person; --");
    assert!(matches!(&value, Value::Text(Some(text)) if text.contains("drop")));
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        let given: (String,) = q("select cast($1 as text)").bind("'; drop table person; --").one(&mut conn).await.unwrap();
        assert_eq!(given.0, "'; drop table person; --");
        assert_eq!(q("select count(*) from person").count(&mut conn).await.unwrap(), 0);
    });
}

#[test]
fn clones_of_a_pool_share_its_counter() {
    on_each_engine(async |house| {
        let shared = Arc::new(house.db.clone());
        let before = house.queries();
        q("select count(*) from person").count(&mut shared.reader().await.unwrap()).await.unwrap();
        assert_eq!(house.queries() - before, 1);
    });
}

#[test]
fn more_readers_than_there_are_wait_for_their_turn() {
    on_each_engine(async |house| {
        let mut asking = Vec::new();
        for _ in 0..40 {
            let db = house.db.clone();
            asking.push(tokio::spawn(async move {
                let mut conn = db.reader().await.unwrap();
                let provinces = q("select count(*) from ente where province = 'NA'").count(&mut conn).await.unwrap();
                tokio::task::yield_now().await;
                provinces
            }));
        }
        for asked in asking {
            assert_eq!(asked.await.unwrap(), 92);
        }
    });
}

#[test]
fn a_reader_dropped_in_the_middle_of_a_statement_serves_the_next() {
    on_each_engine(async |house| {
        for _ in 0..12 {
            let mut conn = house.db.reader().await.unwrap();
            let all = q("select ente_id from ente order by search").all::<(String,)>(&mut conn);
            let _given_up = tokio::time::timeout(std::time::Duration::from_micros(300), all).await;
            drop(conn);
            let mut conn = house.db.reader().await.unwrap();
            assert_eq!(q("select count(*) from ente where province = 'NA'").count(&mut conn).await.unwrap(), 92);
        }
    });
}

#[test]
fn readers_refuse_to_write_and_a_closed_database_lends_none() {
    on_each_engine(async |house| {
        let mut conn = house.db.reader().await.unwrap();
        let written = q("delete from job").run(&mut conn).await;
        assert_eq!(written.is_err(), house.engine == Engine::Sqlite);
        drop(conn);
        house.db.close().await;
        assert!(matches!(house.db.reader().await, Err(Error::Unavailable(_))));
    });
}
