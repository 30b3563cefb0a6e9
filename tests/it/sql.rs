//! Every SQL text of the house is understood by both engines.

use crate::house::{Engine, on_each_engine};
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
