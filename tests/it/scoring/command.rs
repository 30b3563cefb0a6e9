//! `affianca questionnaire score` as a person or a script meets it: JSON, sentences, exit status.

use std::ffi::OsString;
use std::fs;

use affianca::cli::answer;
use affianca::cli::terminal::Terminal;
use affianca::ui::words::Lang;
use serde_json::{Value, json};

use super::{case_file, compare, json as file};

const QUESTIONNAIRE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires/piccoli-comuni");

struct Said {
    status: u8,
    out: String,
    err: String,
}

fn affianca(lang: Lang, arguments: &[&str]) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let all = std::iter::once("affianca").chain(arguments.iter().copied()).map(OsString::from);
    let status = answer(all, &mut Terminal { out: &mut out, err: &mut err, lang });
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { status, out: text(out), err: text(err) }
}

fn score(lang: Lang, folder: &str, answers: &str, json: bool) -> Said {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("answers.json");
    fs::write(&path, answers).unwrap();
    let mut arguments = vec!["questionnaire", "score", folder, "--answers", path.to_str().unwrap()];
    arguments.extend(json.then_some("--json"));
    affianca(lang, &arguments)
}

fn case_text(case: &str) -> String {
    fs::read_to_string(case_file(&format!("{case}.json"))).unwrap()
}

#[test]
fn the_json_is_the_one_of_the_contract_key_by_key() {
    for (case, folder) in [("03-rete-secondo-livello", QUESTIONNAIRE.to_owned()), ("08-mancante", format!("{QUESTIONNAIRE}/1"))] {
        let said = score(Lang::It, &folder, &case_text(case), true);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "a verdict is no failure");
        let here: Value = serde_json::from_str(&said.out).unwrap();
        let mut differences = Vec::new();
        compare("", &file(&case_file(&format!("{case}.expected.json"))), &here, &mut differences);
        assert!(differences.is_empty(), "{differences:?}");
    }
    // Keys and their order are part of what scripts see.
    let said = score(Lang::It, QUESTIONNAIRE, &case_text("09-insufficiente"), true);
    let whole: Value = serde_json::from_str(&said.out).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        keys(&whole),
        "questionnaire version coverage reliability offices ignored dimensions positioning target consolidation strengths gaps \
         suggestions duties"
    );
    assert_eq!(keys(&whole["positioning"]), "verdict missing model distance second margin nearest_overall robustness distances admissible");
}

#[test]
fn every_answer_at_fault_is_told_with_its_question() {
    let answers = json!({
        "Q01": "x", "Q02": 0, "Q03": "tre", "Q05": ["z", "a"], "Q06": "NS", "Q07": "NA", "Q08": ["a", "b"], "Q09": 6, "Q11": "forse",
        "Q24": 168.5, "Q33": {"sindaco": "a"}, "Q40": [], "Q42": ["a", "a"], "Q99": "a", "Q12": 4,
    });
    let said = score(Lang::It, QUESTIONNAIRE, &answers.to_string(), true);
    assert_eq!(said.status, 1);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(
        lines,
        [
            "Q01: «x» non è tra le risposte previste",
            "Q02: il numero deve stare tra 1 e 400.000",
            "Q03: la risposta deve essere un numero",
            "Q05: «z» esclude le altre risposte: va da sola",
            "Q06: qui non si può rispondere «NS» (non so)",
            "Q07: qui non si può rispondere «NA» (non applicabile)",
            "Q08: le righe della domanda sono 6, le risposte date 2",
            "Q09: il numero deve stare tra 1 e 5",
            "Q11: «forse» non è tra le risposte previste",
            "Q24: il numero deve stare tra 0 e 168",
            "Q33: «sindaco» non è una riga della domanda",
            "Q40: la risposta è vuota: se manca, si toglie la domanda",
            "Q42: «a» compare più di una volta",
            "Q99: la domanda non esiste in questo questionario",
        ]
    );
    let errors: Value = serde_json::from_str(&said.out).unwrap();
    let told: Vec<String> = errors["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| format!("{}: {}", e["question"].as_str().unwrap(), e["problem"].as_str().unwrap()))
        .collect();
    assert_eq!(told, lines);
    assert_eq!(errors.as_object().unwrap().len(), 1);
}

#[test]
fn without_json_faults_go_to_standard_error_only() {
    let said = score(Lang::En, QUESTIONNAIRE, r#"{"Q02": 10.5, "Q03": 12, "Q10": "e"}"#, false);
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    assert_eq!(
        said.err,
        "Q02: the number must be a whole one\nQ03: it may not exceed the answer to Q02, which is 10.5\nQ10: “e” is not among the answers offered\n",
        "an answer at fault is told also where its question is hidden"
    );
}

#[test]
fn a_file_that_holds_no_answers_is_said_to_hold_none() {
    let broken = score(Lang::It, QUESTIONNAIRE, "{\n  \"Q07\": d\n}", false);
    assert_eq!(broken.status, 1);
    assert!(broken.err.ends_with("answers.json:2:10: il file non è JSON valido\n"), "{}", broken.err);
    let list = score(Lang::En, QUESTIONNAIRE, "[]", true);
    assert_eq!(list.status, 1);
    assert!(list.err.contains("a JSON object with an answer per question is needed"));
    assert_eq!(serde_json::from_str::<Value>(&list.out).unwrap()["error"], list.err.trim_end());
    let absent = affianca(Lang::It, &["questionnaire", "score", QUESTIONNAIRE, "--answers", "/nessun/posto.json"]);
    assert_eq!(absent.status, 1);
    assert!(absent.err.starts_with("/nessun/posto.json: non si riesce a leggere"), "{}", absent.err);
    let nowhere = score(Lang::It, "/nessun/questionario", "{}", true);
    assert_eq!(nowhere.status, 1);
    assert!(serde_json::from_str::<Value>(&nowhere.out).unwrap()["error"].is_string());
}

#[test]
fn a_byte_order_mark_is_no_fault_and_no_answers_are_few_answers() {
    let said = score(Lang::It, QUESTIONNAIRE, "\u{feff}{}", true);
    assert_eq!(said.status, 0);
    let whole: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&whole["coverage"], &whole["offices"]), (&json!(0.0), &json!(0)));
    assert_eq!(whole["positioning"]["missing"], json!(["Q07", "Q23", "Q37", "Q41"]));
}

#[test]
fn wrong_use_is_told_apart_from_a_failure() {
    assert_eq!(affianca(Lang::It, &["questionnaire", "score", QUESTIONNAIRE]).status, 2);
    assert_eq!(affianca(Lang::It, &["questionnaire", "score", "--help"]).status, 0);
}

#[test]
fn a_scoring_reads_well_in_a_terminal() {
    let said = score(Lang::It, QUESTIONNAIRE, &case_text("14-ottanta-per-cento"), false);
    assert_eq!(said.status, 0);
    insta::assert_snapshot!(said.out);
    let english = score(Lang::En, QUESTIONNAIRE, &case_text("09-insufficiente"), false);
    assert!(english.out.contains("Positioning: not calculated: there are too few answers"), "{}", english.out);
    assert!(english.out.contains("Offices involved: 1 · filled in by one office"));
}
