//! The arrows of the house, held by a test: see ARCHITECTURE.md, which says why.

mod documents;
mod form;
mod houseplan;
mod invented;
mod letters;
mod markup;
mod migrations;
mod paths;
mod rules;
mod source;

pub use form::is_sql;
use houseplan::LONG_FILE;
use rules::check;
pub use source::{Kind, read, tokens};

/// What the plan speaks of: the product, its tests and its benches.
const TREE: [&str; 4] = ["src", "tests", "benches", "build.rs"];

#[test]
fn the_house_stands_as_planned() {
    let found = check(&read(&TREE));
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "\n{}\n\n{} arrows against the plan; ARCHITECTURE.md tells what goes where", told.join("\n"), found.len());
}

#[test]
fn long_files_are_named() {
    let long = |text: &str| Some(text.lines().count()).filter(|lines| *lines > LONG_FILE);
    for source in read(&TREE) {
        if let Some(lines) = long(&source.text) {
            println!("{}: {lines} lines, look again", source.path);
        }
    }
}
