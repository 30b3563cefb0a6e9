//! `affianca course check` as a person or a script meets it: sentences, JSON, exit status.

use std::ffi::OsString;
use std::fs;

use affianca::cli::answer;
use affianca::cli::terminal::Terminal;
use affianca::ui::words::Lang;
use serde_json::Value;

use super::base::*;

struct Said {
    status: u8,
    out: String,
    err: String,
}

fn affianca(lang: Lang, arguments: &[&str]) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let all = ["affianca", "course", "check"].iter().chain(arguments).map(OsString::from);
    let status = answer(all, &mut Terminal { out: &mut out, err: &mut err, lang });
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said { status, out: text(out), err: text(err) }
}

fn on_disk(files: &[(String, Vec<u8>)]) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().expect("a folder");
    let course = dir.path().join("prova");
    for folder in ["files", "quiz"] {
        fs::create_dir_all(course.join(folder)).expect("folders");
    }
    for (path, bytes) in files {
        fs::write(course.join(path), bytes).expect("a file");
    }
    let shown = course.display().to_string();
    (dir, shown)
}

#[test]
fn a_sound_course_is_summed_up_in_a_line() {
    let (dir, folder) = on_disk(&files());
    let said = affianca(Lang::It, &[&folder]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let start = format!("{folder}: nessun errore (lezioni: 2, minuti: 20, prova finale: 2 domande su 3; impronta ");
    assert!(said.out.starts_with(&start), "{}", said.out);
    let all = affianca(Lang::En, &[&dir.path().display().to_string()]);
    assert_eq!(all.status, 0);
    assert!(all.out.contains("no faults (lessons: 2"), "{}", all.out);
}

#[test]
fn a_mistake_names_file_line_and_remedy() {
    let (_dir, folder) = on_disk(&changed("01-prima.md", "![Due porte, una aperta]", "![]"));
    let said = affianca(Lang::It, &[&folder]);
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    let line = format!(
        "{folder}/01-prima.md:5:1: l'immagine «porte.svg» non ha il testo che la sostituisce: scrivetelo fra le parentesi quadre\n1 errore"
    );
    assert_eq!(said.err.trim_end(), line);
}

#[test]
fn a_script_reads_the_same_as_json() {
    let (_dir, folder) = on_disk(&changed("quiz/finale.toml", "draw = 1", "draw = 3"));
    let said = affianca(Lang::En, &[&folder, "--json"]);
    let json: Value = serde_json::from_str(&said.out).expect("JSON");
    let fault = &json["courses"][0]["faults"][0];
    assert_eq!(said.status, 1);
    assert_eq!((fault["kind"].as_str(), fault["line"].as_u64()), (Some("pool-too-small"), Some(9)));
    assert_eq!(fault["message"], "3 questions are drawn from pool “norme”, which has 2");
}

#[test]
fn a_folder_that_is_no_course_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let said = affianca(Lang::It, &[&dir.path().display().to_string()]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("qui non c'è un corso"), "{}", said.err);
}
