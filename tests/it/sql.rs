//! Every SQL text of the house is understood by both engines.

use std::collections::{BTreeSet, HashMap};

use affianca::platform::db::{Db, Written, words};
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};

use crate::house::{Engine, on_each_engine, on_each_engine_on_bare};
use crate::plan::{Kind, is_sql, read, tokens};

/// A statement as it stands in the source.
struct Statement {
    place: String,
    text: &'static str,
}

/// All string literals of `src/` that are statements; statements are static texts, never put together.
fn statements() -> Vec<Statement> {
    let mut found = Vec::new();
    for source in read(&["src"]) {
        for token in tokens(&source.text) {
            if let Kind::Text(text) = token.kind
                && is_sql(&text)
            {
                found.push(Statement { place: format!("{}:{}", source.path, token.line), text: Box::leak(text.into_boxed_str()) });
            }
        }
    }
    found
}

#[test]
fn both_engines_understand_every_statement() {
    let statements = statements();
    on_each_engine(async |house| {
        let mut refused = Vec::new();
        for statement in &statements {
            if let Err(error) = house.db.understands(statement.text).await {
                refused.push(format!("{}: {error}\n    {}", statement.place, statement.text));
            }
        }
        assert!(refused.is_empty(), "\n{}", refused.join("\n"));
    });
}

#[test]
fn the_statements_are_found_where_they_are() {
    let statements = statements();
    assert!(statements.len() >= 50, "only {} statements: has their form changed?", statements.len());
    for source in read(&["src"]) {
        let runs = tokens(&source.text).windows(2).any(|pair| pair[0].is_word("q") && pair[1].is_sign('('));
        let mentions = statements.iter().any(|s| s.place.starts_with(&format!("{}:", source.path)));
        let is_facade = source.path.starts_with("src/platform/db/");
        // The check of files runs the statements that slices declare beside their tables.
        let is_handed = source.path == "src/platform/media/rows.rs";
        // The door runs the statements that stores hand it.
        assert!(!runs || mentions || is_facade || is_handed, "{} runs statements that are not found", source.path);
    }
}

#[test]
fn nonsense_is_refused() {
    on_each_engine(async |house| {
        for nonsense in ["select nothing from nowhere", "update person set nickname = $1", "insert into job (name) values ($1, $2)"] {
            assert!(house.db.understands(nonsense).await.is_err(), "{nonsense}");
        }
        for (sql, sound) in [("select 1", false), ("select sum(residents) from ente", false), ("select count(*) from ente", true)] {
            assert_eq!(house.db.understands(sql).await.is_ok(), sound || house.engine == Engine::Sqlite, "{sql}");
        }
    });
}

/// The tables that the program of a statement opens, by SQLite's own account: to read, and to write.
async fn opened(conn: &mut SqliteConnection, sql: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let roots = sqlx::query("select rootpage, tbl_name from sqlite_schema where rootpage > 0").fetch_all(&mut *conn).await.unwrap();
    let tables: HashMap<i64, String> = roots.iter().map(|row| (row.get(0), row.get(1))).collect();
    let (mut read, mut written) = (BTreeSet::new(), BTreeSet::new());
    for step in sqlx::query(AssertSqlSafe(format!("explain {sql}"))).fetch_all(conn).await.unwrap() {
        let (name, root, database): (String, i64, i64) = (step.get("opcode"), step.get("p2"), step.get("p3"));
        let into = match name.as_str() {
            "OpenRead" | "ReopenIdx" => &mut read,
            "OpenWrite" => &mut written,
            _ => continue,
        };
        if database == 0 {
            into.insert(tables[&root].clone());
        }
    }
    (read, written)
}

/// What the memory of the database forgets, and when, rests on it (docs/decisions/0023).
#[test]
fn a_statement_names_the_tables_that_it_reads_and_writes() {
    let statements = statements();
    on_each_engine_on_bare(async |url| {
        let Some(path) = url.strip_prefix("sqlite://") else { return };
        let db = Db::open(url).await.unwrap();
        db.migrate().await.unwrap();
        let mut conn = SqliteConnection::connect(path).await.unwrap();
        let (mut silent, mut found) = (Vec::new(), 0);
        for statement in &statements {
            let (read, wrote) = opened(&mut conn, statement.text).await;
            let (named, mut written) = (words(statement.text).collect::<BTreeSet<_>>(), Written::default());
            written.note(statement.text);
            let unnamed = read.iter().filter(|table| wrote.is_empty() && !named.contains(table.as_str()));
            let unwritten = wrote.iter().filter(|table| !written.tables.contains(&table.as_str()));
            silent.extend(unnamed.chain(unwritten).map(|table| format!("{}: {table}\n    {}", statement.place, statement.text)));
            found += read.len() + wrote.len();
        }
        assert!(silent.is_empty(), "\n{}", silent.join("\n"));
        assert!(found > statements.len(), "{found} tables in {} statements: has the way SQLite explains changed?", statements.len());
        conn.close().await.unwrap();
        db.close().await;
    });
}
