//! A small questionnaire with nothing wrong in it, and the one change that each test makes to it.

use affianca::domain::questionnaire::Questionnaire;
use affianca::domain::questionnaire::parse::{Fault, FaultKind, SourceFile, Warning, parse};

pub const HEADER: &str = r#"id = "prova"
version = "1"
title = "Prova"
lang = "it"
maturity = [
  { text = "uno", points = 0 },
  { text = "due", points = 25 },
  { text = "tre", points = 50 },
  { text = "quattro", points = 75 },
  { text = "cinque", points = 100 },
]

[conditions]
associato = "Q1 = b or Q3 has {a}"

[[theme]]
id = "1"
name = "Tema"

[[dimension]]
id = "D1"
name = "Prima"
short = "Prima"
weight = 60
why = "Perché sì."

[[dimension]]
id = "D2"
name = "Seconda"
short = "Seconda"
weight = 40
why = "Perché no."

[positioning]
required = ["Q2"]
offices = { question = "Q3", counted = ["a"], only_one = "b" }

[positioning.thresholds]
coverage_full = 80
coverage_least = 60
distance_most = 30
margin_clear = 8
margin_prevalent = 3
functioning_nearer = 3
robust_share = 75
consolidation = 10
strength_least = 50
gap_full = 5
models_apart = 12

[positioning.factors]
effort = { low = 1, medium = 0.9, high = 0.75 }
impact = { high = 1.5, medium = 1, low = 0.6 }
near_target = 0.5

[[positioning.target]]
from = "M1"
when = "associato"
near = { model = "M2", within = 10 }
propose = "M2"

[[positioning.target]]
propose = "M1"

[positioning.peers]
least = 5

[[positioning.peers.class]]
id = "piccoli"
name = "Piccoli"
when = "value(Q4) <= 1000"
"#;

pub const MODELS: &str = r#"[[model]]
id = "M1"
name = "Uno"
description = "Il primo."
suits = "Quando serve."
admissible = "always"
profile = { D1 = 10, D2 = 20 }

[[model]]
id = "M2"
name = "Due"
description = "Il secondo."
suits = "Quando serve."
admissible = "Q2 = d"
profile = { D1 = 55, D2 = 70 }
indifferent = ["D1"]
"#;

pub const CONTEXT: &str = r#"id = "contesto"
title = "Contesto"
minutes = 2

[[question]]
id = "Q1"
kind = "single"
text = "Chi compila?"
options = [
  { id = "a", text = "Comune" },
  { id = "b", text = "Unione" },
]

[[question]]
id = "Q3"
kind = "multiple"
text = "Chi ha partecipato?"
visible = "Q1 = a"
options = [
  { id = "a", text = "Sindaco" },
  { id = "b", text = "Un solo ufficio" },
  { id = "z", text = "Nessuno", exclusive = true },
]

[[question]]
id = "Q4"
kind = "number"
text = "Residenti"
min = 1
max = 400000
propose = "residents"

[[question]]
id = "Q5"
kind = "number"
text = "Residenti stranieri"
min = 0
max = 400000
at_most = "Q4"
share_of = "Q4"

[[question]]
id = "Q6"
kind = "text"
text = "Altro?"
na = "nessuna osservazione"
"#;

pub const FIRST: &str = r#"id = "prima"
title = "Prima"
dimension = "D1"
minutes = 3

[[question]]
id = "Q2"
kind = "single"
text = "Come è gestita?"
weight = 3
options = [
  { id = "a", text = "Da soli", points = 0 },
  { id = "c", text = "In rete", points = 35 },
  { id = "d", text = "Insieme", points = 65 },
  { id = "x", text = "Non serve", scored = false },
]

[[question]]
id = "Q7"
kind = "maturity"
text = "C'è un atto?"
weight = 2
visible = "Q2 in {c,d} and associato"

[[question]]
id = "Q8"
kind = "matrix"
text = "Chi gestisce?"
weight = 2
na = true
rows = [
  { id = "sportello", text = "Sportello" },
  { id = "italiano", text = "Italiano" },
]
columns = [
  { id = "n", text = "Non attivo", scored = false },
  { id = "a", text = "Da soli", points = 0 },
  { id = "c", text = "Insieme", points = 70 },
]
"#;

pub const SECOND: &str = r#"id = "seconda"
title = "Seconda"
dimension = "D2"
minutes = 3

[[question]]
id = "Q9"
kind = "number"
text = "Ore?"
weight = 2
min = 0
max = 168
decimals = true
curve = [[0, 0], [2, 40], [12, 100]]

[[question]]
id = "Q10"
kind = "multiple"
text = "Quali canali?"
weight = 1
options = [
  { id = "a", text = "Telefono", points = 60 },
  { id = "b", text = "Posta", points = 25 },
  { id = "z", text = "Nessuno", points = 0, exclusive = true },
]

[[question]]
id = "Q11"
kind = "yes-no"
text = "C'è il registro?"
visible = "rows(Q8,c,1..2) >= 1 or level(Q7) <= 3"
"#;

pub const SUGGESTIONS: &str = r#"[[suggestion]]
id = "S1"
title = "Aderire alla rete"
question = "Q2"
condition = "Q2 = a and not associato"
target = 35
effort = "low"
impact = "high"
themes = ["1"]
steps = ["Chiedere", "Aderire"]
effect = "Prassi comuni."

[[suggestion]]
id = "S2"
title = "Tenere il registro"
question = "Q11"
condition = "Q11 = n"
effort = "medium"
impact = "duty"
steps = ["Scriverlo"]
effect = "Conformità."
"#;

pub const HEADER_FILE: &str = "questionnaire.toml";
pub const MODELS_FILE: &str = "models.toml";
pub const CONTEXT_FILE: &str = "sections/00-contesto.toml";
pub const FIRST_FILE: &str = "sections/01-prima.toml";
pub const SECOND_FILE: &str = "sections/02-seconda.toml";
pub const SUGGESTIONS_FILE: &str = "suggestions.toml";

pub fn files() -> Vec<SourceFile> {
    let files = [
        (HEADER_FILE, HEADER),
        (MODELS_FILE, MODELS),
        (CONTEXT_FILE, CONTEXT),
        (FIRST_FILE, FIRST),
        (SECOND_FILE, SECOND),
        (SUGGESTIONS_FILE, SUGGESTIONS),
    ];
    files.map(|(path, text)| SourceFile { path: path.to_owned(), text: text.to_owned() }).to_vec()
}

/// The base with one stretch of one file written otherwise; it must stand there exactly once.
pub fn changed(files: &mut [SourceFile], file: &str, from: &str, to: &str) {
    let source = files.iter_mut().find(|f| f.path == file).unwrap_or_else(|| unreachable!("no file {file}"));
    assert_eq!(source.text.matches(from).count(), 1, "{from:?} in {file}");
    source.text = source.text.replacen(from, to, 1);
}

pub fn parsed(files: &[SourceFile]) -> Result<(Questionnaire, Vec<Warning>), Vec<Fault>> {
    parse(files)
}

/// The base changed in one stretch has exactly one fault: of this kind, at the sign `▸` of the new text.
#[track_caller]
pub fn one_fault(file: &str, from: &str, to: &str, kind: FaultKind) {
    let mut files = files();
    changed(&mut files, file, from, to);
    let (line, column) = take_sign(&mut files, file);
    let expected = Fault { file: file.to_owned(), line, column, kind };
    assert_eq!(parsed(&files).err(), Some(vec![expected]));
}

/// Takes the sign out of the file and says where it stood.
#[track_caller]
fn take_sign(files: &mut [SourceFile], file: &str) -> (usize, usize) {
    let source = files.iter_mut().find(|f| f.path == file).unwrap_or_else(|| unreachable!("no file {file}"));
    let found = source.text.lines().enumerate().find_map(|(line, text)| Some((line + 1, text.chars().position(|c| c == '▸')? + 1)));
    source.text = source.text.replacen('▸', "", 1);
    found.unwrap_or_else(|| unreachable!("no sign in {file}"))
}
