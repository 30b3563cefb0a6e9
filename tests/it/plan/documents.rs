//! A document that nothing checks rots: what it names must be there.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The documents of the project, with their paths from its root.
fn documents() -> Vec<(PathBuf, String)> {
    let mut waiting = vec![root().join("docs"), root().join("migrations")];
    let at_root = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    waiting.extend(at_root);
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|e| e == "md") {
            found.push((path.strip_prefix(root()).unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// Where the links of a document lead inside the project, and the paths it names between backticks.
fn names(at: &Path, text: &str) -> Vec<PathBuf> {
    let folders = ["src/", "tests/", "docs/", "migrations/", "static/", "benches/", "questionnaires/", ".ci/"];
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|link| !link.contains("://") && !link.starts_with('#') && !link.starts_with("mailto:"));
    let beside = at.parent().unwrap();
    let linked = links.filter_map(|link| link.split('#').next()).map(|link| root().join(beside).join(link));
    let quoted = text.split('`').skip(1).step_by(2);
    // `<slice>` stands for any; `static/vendor` is built.
    let plain = |path: &&str| !path.contains(['<', '*', ' ', '{', '…']) && !path.starts_with("static/vendor");
    let named = quoted.filter(|path| folders.iter().any(|folder| path.starts_with(folder))).filter(plain).map(|path| root().join(path));
    linked.chain(named).collect()
}

#[test]
fn what_documents_name_is_there() {
    let mut seen = 0;
    let mut gone = Vec::new();
    for (path, text) in documents() {
        for named in names(&path, &text) {
            seen += 1;
            if !named.exists() {
                gone.push(format!("{}: {}", path.display(), named.strip_prefix(root()).unwrap_or(&named).display()));
            }
        }
    }
    assert!(gone.is_empty(), "\n{}", gone.join("\n"));
    assert!(seen >= 50, "only {seen} names: has their form changed?");
}

#[test]
fn decisions_have_numbers_of_their_own() {
    let mut numbers: Vec<String> = std::fs::read_dir(root().join("docs/decisions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().chars().take(4).collect())
        .collect();
    numbers.sort();
    assert!(numbers.iter().all(|number| number.chars().all(|c| c.is_ascii_digit())), "{numbers:?}");
    assert!(numbers.windows(2).all(|pair| pair[0] != pair[1]), "{numbers:?}");
}

#[test]
fn every_setting_is_in_the_operations_page() {
    let page = std::fs::read_to_string(root().join("docs/operations.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    let first = |row: &&str| row.split('|').nth(1).unwrap_or_default().to_owned();
    let names: Vec<String> = rows.iter().map(first).collect();
    let missing: Vec<_> = affianca::platform::config::SETTINGS
        .iter()
        .filter(|setting| !names.iter().any(|cell| cell.contains(&format!("`{setting}`"))))
        .collect();
    assert!(missing.is_empty(), "settings that docs/operations.md does not explain: {missing:?}");
}

#[test]
fn every_job_is_in_the_operations_page() {
    let page = std::fs::read_to_string(root().join("docs/operations.md")).unwrap();
    let missing: Vec<_> = affianca::jobs().iter().map(|job| job.name).filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "jobs that docs/operations.md does not explain: {missing:?}");
}

/// A rule left open swallows all that follow: browsers nest them, and nothing else tells.
#[test]
fn every_rule_of_the_style_sheet_is_closed() {
    let sheet = std::fs::read_to_string(root().join("static/affianca.css")).unwrap();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (number, line) in (1..).zip(sheet.lines()) {
        if line.trim_end().ends_with('{') {
            let inside = open.last().is_some_and(|(_, outer)| !outer.starts_with('@'));
            assert!(!inside, "static/affianca.css:{number}: «{line}» stands inside the rule of line {}", open.last().unwrap().0);
            open.push((number, line.trim_start()));
        } else if line.trim() == "}" {
            assert!(open.pop().is_some(), "static/affianca.css:{number}: closes nothing");
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}
