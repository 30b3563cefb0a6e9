//! A small course with nothing wrong in it, and the changes that each test makes to it.

use affianca::domain::course::parse::{Beside, FolderFile, Place, parse};
use affianca::domain::course::{Course, Fault};

pub const MAIN: &str = r#"id = "prova"
version = 1
title = "Prova"
description = "Si impara a provare."
lang = "it"
theme = "registry"
audience = "Chi prova."
authors = ["Redazione"]
reviewed = "2026-11-22"
prerequisites = []
test = "finale"

[[source]]
text = "D.P.R. 30 maggio 1989, n. 223"
url = "https://www.normattiva.it/"

[[lesson]]
file = "01-prima.md"
title = "Prima"
minutes = 5
quiz = "prima"

[[lesson]]
file = "02-seconda.md"
title = "Seconda"
minutes = 5
"#;

pub const FIRST: &str = r#"Si comincia dalla [seconda](02-seconda.md#la-tabella), con la [scheda](files/scheda.txt).

# Una figura

![Due porte, una aperta](files/porte.svg "Le due porte")

![Intervista alla sindaca](files/sindaca.mp4)

## Sotto

- [ ] uno
- [ ] due
"#;

pub const SECOND: &str = r#"# La tabella

| Chi | Quando |
|---|---|
| Anna | [Sopra](#la-tabella) |
"#;

pub const QUIZ: &str = r#"title = "Per ripassare"
pass = 50

[[question]]
id = "Q1"
kind = "single"
text = "Quale?"
options = [
  { id = "a", text = "Questa", right = true, feedback = "Sì." },
  { id = "b", text = "Quella", feedback = "No." },
]

[[question]]
id = "Q2"
kind = "matrix"
text = "Chi?"
columns = [{ id = "x", text = "Ics" }, { id = "y", text = "Ipsilon" }]
rows = [
  { id = "r1", text = "Prima", right = "x", feedback = "Ics." },
  { id = "r2", text = "Seconda", right = "y", feedback = "Ipsilon." },
]
"#;

pub const TEST: &str = r#"title = "Prova finale"
minutes = 10
pass = 60
attempts = 3
pause_days = 1
shuffle = true

[[pool]]
id = "norme"
draw = 1

[[question]]
id = "Q1"
kind = "yes-no"
pool = "norme"
text = "Vero?"
right = "s"
feedback = { s = "Sì.", n = "No." }

[[question]]
id = "Q2"
kind = "number"
pool = "norme"
text = "Quanti giorni?"
min = 0
max = 365
right = 60
feedback = { right = "Sessanta.", wrong = "Sono sessanta." }

[[question]]
id = "Q3"
kind = "multiple"
text = "Quali?"
options = [
  { id = "a", text = "Uno", right = true, feedback = "Sì." },
  { id = "b", text = "Due", right = true, feedback = "Anche." },
  { id = "c", text = "Tre", feedback = "No." },
]
"#;

pub const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="5"/></svg>"#;
pub const VTT: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\nBuongiorno.\n";

/// Path and text of each file of the base.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let text = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    vec![
        text("01-prima.md", FIRST),
        text("02-seconda.md", SECOND),
        text("course.toml", MAIN),
        text("files/porte.svg", SVG),
        text("files/scheda.txt", "Una scheda.\n"),
        text("files/sindaca.mp4", "film"),
        text("files/sindaca.vtt", VTT),
        text("quiz/finale.toml", TEST),
        text("quiz/prima.toml", QUIZ),
    ]
}

pub fn check(files: &[(String, Vec<u8>)], beside: &[Beside]) -> Result<Course, Vec<Fault>> {
    let files: Vec<_> = files.iter().map(|(path, bytes)| FolderFile { path: path.clone(), bytes: bytes.clone() }).collect();
    parse(&files, Place { folder: "prova", beside })
}

/// The base with one text replaced; it must be there.
pub fn changed(file: &str, from: &str, to: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = files();
    let (_, bytes) = files.iter_mut().find(|(path, _)| path == file).expect("a file of the base");
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(text.contains(from), "{file} lacks {from:?}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    files
}

/// Place and code of each fault: `course.toml:3 missing-key`.
pub fn places(result: Result<Course, Vec<Fault>>) -> Vec<String> {
    let faults = result.err().unwrap_or_default();
    faults.iter().map(|f| format!("{}:{} {}", f.file, f.line, f.kind.code())).collect()
}
