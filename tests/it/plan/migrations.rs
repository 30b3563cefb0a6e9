//! Migrations speak the vocabulary that both engines share (`migrations/README.md`).

use super::form::sql_clock;

/// The types of columns.
const TYPES: [&str; 5] = ["text", "bigint", "double precision", "boolean", "bytea"];

/// Name and statements of each migration, comments left out, in order.
fn migrations() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "sql"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let statements: Vec<&str> = text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
            (path.file_name().unwrap().to_string_lossy().into_owned(), statements.join("\n"))
        })
        .collect();
    found.sort();
    assert!(found.len() >= 2, "the migrations are elsewhere");
    found
}

/// The columns that a `create table` declares, or an `alter table … add column`: name and the rest.
fn columns(statements: &str) -> Vec<(&str, &str)> {
    let declares =
        |line: &&str| !["create ", "alter ", "primary key", "unique (", "check (", ")"].iter().any(|start| line.starts_with(start));
    let added = statements.split("add column ").skip(1).map(|rest| rest.split(';').next().unwrap_or_default());
    let tables = statements.split("create table ").skip(1).flat_map(|table| table.split(';').next().unwrap_or_default().lines().skip(1));
    tables.map(str::trim).filter(|line| !line.is_empty()).filter(declares).chain(added).filter_map(|line| line.split_once(' ')).collect()
}

#[test]
fn columns_have_portable_types_and_keys_without_nulls() {
    let mut seen = 0;
    for (file, statements) in migrations() {
        for (name, rest) in columns(&statements) {
            assert!(TYPES.iter().any(|t| rest.starts_with(t)), "{file}: {name} {rest}");
            // SQLite alone takes a null into a key of one column.
            assert!(!rest.contains("primary key") || rest.contains("not null"), "{file}: {name} {rest}");
            seen += 1;
        }
    }
    assert!(seen >= 50, "only {seen} columns: has their form changed?");
}

#[test]
fn statements_are_in_lower_case_and_ask_no_clock() {
    for (file, statements) in migrations() {
        assert_eq!(sql_clock(&statements), None, "{file}");
        assert!(!statements.contains(char::is_uppercase), "{file}");
        for word in ["autoincrement", "serial", "default", "integer", "varchar", "timestamp", "jsonb"] {
            assert!(!statements.contains(word), "{file}: {word}");
        }
    }
}

#[test]
fn every_file_has_a_number_of_its_own() {
    let all = migrations();
    for (file, _) in &all {
        let (number, name) = file.split_once('_').unwrap_or_default();
        assert!(number.len() == 4 && number.parse::<u16>().is_ok() && name.contains('_'), "{file}");
        assert_eq!(all.iter().filter(|(other, _)| other.starts_with(number)).count(), 1, "{file}");
    }
}
