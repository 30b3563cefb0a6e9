//! What an office program finds in tables of ours: LibreOffice, set to Italian, reads them back (`tests/tools/open-in-office`).

use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::house::in_integration;

/// By file name, `{title, rows}`; each row a list of `[type, value, shown]`. None: there is no LibreOffice here.
pub fn open(files: &[(&str, &[u8])]) -> Option<Value> {
    let missing = Command::new("soffice").arg("--version").output().is_err();
    if missing {
        assert!(!in_integration(), "CI=true, and LibreOffice is missing: tests/tools/install installs it");
        std::io::stderr().write_all(b"tables are not opened in an office program: run tests/tools/install\n").unwrap();
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/open-in-office");
    let run = Command::new(tool).args(&paths).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

/// A row of what was found: what a cell is, and how it is shown.
pub fn cells(row: &Value) -> Vec<(&str, &str)> {
    let cells = row.as_array().unwrap();
    cells.iter().map(|cell| (cell[0].as_str().unwrap(), cell[2].as_str().unwrap())).collect()
}
