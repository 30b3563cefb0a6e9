//! `affianca questionnaire check` as a person or a script meets it: sentences, JSON, exit status.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use affianca::cli::answer;
use affianca::cli::terminal::Terminal;
use affianca::ui::words::Lang;
use serde_json::{Value, json};

use super::base::*;

struct Said {
    status: u8,
    out: String,
    err: String,
}

fn affianca(lang: Lang, arguments: &[&str]) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let all = std::iter::once("affianca").chain(arguments.iter().copied()).map(OsString::from);
    let status = answer(all, &mut Terminal { out: &mut out, err: &mut err, lang });
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said { status, out: text(out), err: text(err) }
}

/// The base on the disk, as `prova/1`, with changes.
fn on_disk(changes: &[(&str, &str, &str)]) -> (tempfile::TempDir, String) {
    let mut files = files();
    for (file, from, to) in changes {
        changed(&mut files, file, from, to);
    }
    let dir = tempfile::tempdir().expect("a folder");
    let version = dir.path().join("prova/1");
    fs::create_dir_all(version.join("sections")).expect("folders");
    for file in files {
        fs::write(version.join(&file.path), &file.text).expect("a file");
    }
    let shown = version.display().to_string();
    (dir, shown)
}

#[test]
fn a_sound_questionnaire_is_summed_up_in_a_line() {
    let (_dir, folder) = on_disk(&[]);
    let said = affianca(Lang::It, &["questionnaire", "check", &folder]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let start = format!("{folder}: nessun errore (sezioni: 3, domande: 11, dimensioni: 2, modelli: 2, suggerimenti: 2; impronta ");
    assert!(said.out.starts_with(&start), "{}", said.out);
}

#[test]
fn the_folder_of_a_questionnaire_means_its_highest_published_version() {
    let (dir, folder) = on_disk(&[]);
    let said = affianca(Lang::En, &["questionnaire", "check", &dir.path().join("prova").display().to_string()]);
    assert_eq!(said.status, 0);
    assert!(said.out.starts_with(&format!("{folder}: no faults")), "{}", said.out);
}

#[test]
fn faults_are_told_with_file_line_and_column_in_both_languages() {
    let changes = [
        (FIRST_FILE, "points = 65", "points = 650"),
        (FIRST_FILE, "\"Q2 in {c,d} and associato\"", "\"Q2 in {c,k} and\""),
        (SUGGESTIONS_FILE, "\"Q2 = a and not associato\"", "\"Q2 = a and not asociato\""),
        (SUGGESTIONS_FILE, "effort = \"low\"", "effort = \"basso\""),
    ];
    let (_dir, folder) = on_disk(&changes);
    let it = affianca(Lang::It, &["questionnaire", "check", &folder]);
    let expected = [
        "sections/01-prima.toml:14:42: «points» deve stare tra 0 e 100, non 650",
        "sections/01-prima.toml:23:27: la condizione si interrompe: manca una condizione, come Q07 = d, o il suo nome",
        "suggestions.toml:5:29: «asociato» non è tra le condizioni con un nome ([conditions])",
        "suggestions.toml:7:10: «effort» non può essere «basso»: si scrive «low», «medium», «high»",
    ];
    let lines: String = expected.iter().map(|line| format!("{folder}/{line}\n")).collect();
    assert_eq!((it.status, it.out.as_str(), it.err), (1, "", format!("{lines}4 errori\n")));

    let en = affianca(Lang::En, &["questionnaire", "check", &folder]);
    let expected = [
        "sections/01-prima.toml:14:42: “points” must be between 0 and 100, not 650",
        "sections/01-prima.toml:23:27: the condition breaks off: a condition, such as Q07 = d, or its name should follow",
        "suggestions.toml:5:29: “asociato” is not among the named conditions ([conditions])",
        "suggestions.toml:7:10: “effort” cannot be “basso”: write one of “low”, “medium”, “high”",
    ];
    let lines: String = expected.iter().map(|line| format!("{folder}/{line}\n")).collect();
    assert_eq!(en.err, format!("{lines}4 faults\n"));
}

#[test]
fn json_says_the_same_to_a_program() {
    let (_dir, folder) = on_disk(&[(FIRST_FILE, "points = 65", "points = 650")]);
    let said = affianca(Lang::En, &["questionnaire", "check", &folder, "--json"]);
    assert_eq!(said.status, 1);
    let fault = json!({
        "file": format!("{folder}/sections/01-prima.toml"), "line": 14, "column": 42,
        "kind": "out-of-range", "message": "“points” must be between 0 and 100, not 650",
    });
    let result: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(result, json!({ "folder": folder, "faults": [fault], "warnings": [] }));
}

#[test]
fn a_warning_does_not_fail_the_check() {
    let (_dir, folder) = on_disk(&[(MODELS_FILE, "D2 = 70", "D2 = 28")]);
    let said = affianca(Lang::It, &["questionnaire", "check", &folder, "--json"]);
    assert_eq!(said.status, 0);
    let sentence = "i modelli M1 e M2 non si distinguono più: distano 8, e dovrebbero distare almeno 12";
    assert_eq!(said.err, format!("avviso: {folder}/models.toml:10:6: {sentence}\n"));
    let result: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(result["warnings"][0]["kind"], "models-too-near");
    assert_eq!(result["hash"].as_str().map(str::len), Some(64));
}

#[test]
fn a_folder_that_holds_nothing_fails_and_wrong_use_is_status_two() {
    let dir = tempfile::tempdir().expect("a folder");
    let empty = dir.path().display().to_string();
    let said = affianca(Lang::It, &["questionnaire", "check", &empty]);
    let sentence = "qui non c'è un questionario (né questionnaire.toml, né cartelle di versioni che lo contengano)";
    assert_eq!((said.status, said.err), (1, format!("{empty}: {sentence}\n")));
    let absent = dir.path().join("manca").display().to_string();
    assert_eq!(affianca(Lang::It, &["questionnaire", "check", &absent]).status, 1);
    assert_eq!(affianca(Lang::It, &["questionnaire", "check"]).status, 2);
    assert_eq!(affianca(Lang::It, &["questionnaire", "chek", &empty]).status, 2);
    assert_eq!(affianca(Lang::It, &["--help"]).status, 0);
}

#[test]
fn the_binary_is_the_same_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/piccoli-comuni/1");
    let run = |lang: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_affianca"));
        command.env_clear().env("LANG", lang).args(["questionnaire", "check"]).arg(&folder).output().expect("the binary runs")
    };
    let (it, en) = (run("it_IT.UTF-8"), run("en_GB.UTF-8"));
    assert!(it.status.success() && en.status.success());
    assert!(String::from_utf8_lossy(&it.stdout).contains("nessun errore (sezioni: 10, domande: 47"));
    assert!(String::from_utf8_lossy(&en.stdout).contains("no faults (sections: 10, questions: 47"));
}
