//! Faults that one file has by itself: TOML, keys, types, ids.

use affianca::domain::questionnaire::parse::{Fault, FaultKind as F, FolderNames, KindName, SourceFile, Thing, Type, parse_folder};

use super::base::*;

#[test]
fn toml_that_does_not_close_its_quotes() {
    let detail = "invalid basic string, expected `\"`".to_owned();
    one_fault(HEADER_FILE, "title = \"Prova\"", "title = \"Prova▸", F::Toml { detail });
}

#[test]
fn toml_with_a_key_twice() {
    let detail = "duplicate key".to_owned();
    one_fault(HEADER_FILE, "lang = \"it\"", "lang = \"it\"\n▸lang = \"en\"", F::Toml { detail });
}

#[test]
fn each_line_of_broken_toml_is_told_once_and_other_files_are_still_read() {
    let mut files = files();
    changed(&mut files, HEADER_FILE, "title = \"Prova\"\nlang = \"it\"", "title = Prova di testo\nlang = \"it");
    changed(&mut files, MODELS_FILE, "suits = \"Quando serve.\"\nadmissible = \"always\"", "admissible = \"always\"");
    let faults = parsed(&files).expect_err("faults");
    let told: Vec<_> = faults.iter().map(|f| (f.file.as_str(), f.line, f.kind.code())).collect();
    assert_eq!(told, [(MODELS_FILE, 1, "missing-key"), (HEADER_FILE, 3, "toml"), (HEADER_FILE, 4, "toml")]);
}

#[test]
fn a_folder_without_its_main_file_or_without_sections() {
    let missing = |file: &str| Fault { file: file.to_owned(), line: 1, column: 1, kind: F::MissingFile };
    assert_eq!(parsed(&[]).err(), Some(vec![missing(HEADER_FILE)]));
    let only_models: Vec<SourceFile> = files().into_iter().filter(|f| !f.path.starts_with("sections/")).collect();
    assert_eq!(parsed(&only_models).expect_err("faults")[0], missing("sections/*.toml"));
}

#[test]
fn a_file_that_nothing_reads() {
    let mut files = files();
    files.push(SourceFile { path: "modelli.toml".into(), text: String::new() });
    let fault = Fault { file: "modelli.toml".into(), line: 1, column: 1, kind: F::UnexpectedFile };
    assert_eq!(parsed(&files).err(), Some(vec![fault]));
}

#[test]
fn a_key_is_missing_at_the_top_of_the_file() {
    one_fault(
        HEADER_FILE,
        "id = \"prova\"\nversion = \"1\"\ntitle = \"Prova\"",
        "▸id = \"prova\"\nversion = \"1\"",
        F::MissingKey { key: "title" },
    );
}

#[test]
fn a_key_is_missing_in_a_table() {
    one_fault(
        CONTEXT_FILE,
        "[[question]]\nid = \"Q4\"\nkind = \"number\"\ntext = \"Residenti\"",
        "▸[[question]]\nid = \"Q4\"\nkind = \"number\"",
        F::MissingKey { key: "text" },
    );
}

#[test]
fn a_threshold_is_missing() {
    one_fault(
        HEADER_FILE,
        "[positioning.thresholds]\ncoverage_full = 80",
        "▸[positioning.thresholds]",
        F::MissingKey { key: "coverage_full" },
    );
}

#[test]
fn a_factor_is_missing_or_unknown_or_nothing() {
    let effort = "effort = { low = 1, medium = 0.9, high = 0.75 }";
    one_fault(HEADER_FILE, effort, "effort = ▸{ low = 1, medium = 0.9 }", F::MissingKey { key: "high" });
    one_fault(HEADER_FILE, "near_target = 0.5", "near_target = 0.5\n▸far = 2", F::UnknownKey { key: "far".into() });
    one_fault(HEADER_FILE, "near_target = 0.5", "near_target = ▸0", F::NotPositive { key: "near_target".into(), value: 0.0 });
}

#[test]
fn an_unknown_key_at_the_top() {
    one_fault(HEADER_FILE, "lang = \"it\"", "lang = \"it\"\n▸author = \"ANCI\"", F::UnknownKey { key: "author".into() });
}

#[test]
fn an_unknown_key_of_a_question_after_letters_of_more_than_one_byte() {
    one_fault(
        CONTEXT_FILE,
        "{ id = \"a\", text = \"Comune\" }",
        "{ id = \"a\", text = \"è così\", ▸piu = 1 }",
        F::UnknownKey { key: "piu".into() },
    );
}

#[test]
fn a_key_of_another_kind_of_question() {
    let kind = F::KeyNotForKind { key: "options".into(), kind: KindName::YesNo };
    one_fault(SECOND_FILE, "text = \"C'è il registro?\"", "text = \"C'è il registro?\"\n▸options = []", kind);
}

#[test]
fn a_weight_on_a_free_text() {
    let kind = F::KeyNotForKind { key: "weight".into(), kind: KindName::Text };
    one_fault(CONTEXT_FILE, "text = \"Altro?\"", "text = \"Altro?\"\n▸weight = 1", kind);
}

#[test]
fn a_text_where_a_number_goes() {
    let kind = F::WrongType { key: "weight".into(), expected: Type::Number, found: Type::Text };
    one_fault(FIRST_FILE, "weight = 3", "weight = ▸\"tre\"", kind);
}

#[test]
fn a_number_that_does_not_end() {
    let kind = F::WrongType { key: "max".into(), expected: Type::Number, found: Type::NotFinite };
    one_fault(SECOND_FILE, "max = 168", "max = ▸inf", kind);
}

#[test]
fn a_table_where_a_list_goes() {
    let kind = F::WrongType { key: "question".into(), expected: Type::List, found: Type::Table };
    let mut files = files();
    files.retain(|f| f.path != SECOND_FILE);
    files.push(SourceFile {
        path: SECOND_FILE.into(),
        text: "id = \"seconda\"\ntitle = \"Seconda\"\ndimension = \"D2\"\nminutes = 3\n[question]\n".into(),
    });
    let faults = parsed(&files).expect_err("faults");
    assert!(faults.contains(&Fault { file: SECOND_FILE.into(), line: 5, column: 1, kind }), "{faults:#?}");
}

#[test]
fn na_is_true_or_a_text() {
    let kind = F::WrongType { key: "na".into(), expected: Type::FlagOrText, found: Type::Whole };
    one_fault(FIRST_FILE, "na = true", "na = ▸1", kind);
}

#[test]
fn an_empty_text() {
    one_fault(SUGGESTIONS_FILE, "title = \"Aderire alla rete\"", "title = ▸\"  \"", F::Empty { key: "title".into() });
}

#[test]
fn a_kind_that_does_not_exist() {
    let kind = F::UnknownWord { key: "kind", word: "single-choice".into(), known: &KindName::WORDS };
    one_fault(FIRST_FILE, "kind = \"single\"", "kind = ▸\"single-choice\"", kind);
}

#[test]
fn an_effort_that_does_not_exist() {
    let kind = F::UnknownWord { key: "effort", word: "basso".into(), known: &["low", "medium", "high"] };
    one_fault(SUGGESTIONS_FILE, "effort = \"low\"", "effort = ▸\"basso\"", kind);
}

#[test]
fn an_id_without_the_shape_of_its_thing() {
    let bad = |thing, id: &str| F::BadId { thing, id: id.into() };
    one_fault(HEADER_FILE, "id = \"prova\"", "id = ▸\"Prova\"", bad(Thing::Questionnaire, "Prova"));
    one_fault(HEADER_FILE, "version = \"1\"", "version = ▸\"1.0\"", bad(Thing::Version, "1.0"));
    one_fault(HEADER_FILE, "version = \"1\"", "version = ▸\"01\"", bad(Thing::Version, "01"));
    one_fault(HEADER_FILE, "lang = \"it\"", "lang = ▸\"italiano vero\"", bad(Thing::Language, "italiano vero"));
    one_fault(CONTEXT_FILE, "id = \"Q6\"", "id = ▸\"q6\"", bad(Thing::Question, "q6"));
    one_fault(CONTEXT_FILE, "id = \"z\"", "id = ▸\"z.1\"", bad(Thing::Option, "z.1"));
    one_fault(FIRST_FILE, "id = \"italiano\"", "id = ▸\"italiano[]\"", bad(Thing::Row, "italiano[]"));
    one_fault(HEADER_FILE, "associato = \"Q1", "▸Rete = \"always\"\nassociato = \"Q1", bad(Thing::Condition, "Rete"));
    one_fault(HEADER_FILE, "associato = \"Q1", "▸level = \"always\"\nassociato = \"Q1", bad(Thing::Condition, "level"));
}

#[test]
fn too_few_options() {
    let kind = F::TooFew { key: "options", least: 2, found: 1 };
    one_fault(CONTEXT_FILE, "options = [\n  { id = \"a\", text = \"Comune\" },\n", "options = ▸[\n", kind.clone());
    let mut files = files();
    changed(&mut files, CONTEXT_FILE, "  { id = \"a\", text = \"Comune\" },\n", "");
    assert!(parsed(&files).expect_err("faults").iter().any(|f| f.kind == kind));
}

#[test]
fn a_percentage_outside_its_range() {
    let out = |key: &str, value| F::OutOfRange { key: key.into(), value, min: 0.0, max: 100.0 };
    one_fault(FIRST_FILE, "points = 65", "points = ▸165", out("points", 165.0));
    one_fault(FIRST_FILE, "points = 35", "points = ▸-35", out("points", -35.0));
    one_fault(SECOND_FILE, "[2, 40]", "[2, ▸400]", out("curve", 400.0));
    one_fault(MODELS_FILE, "D2 = 20", "D2 = ▸100.5", out("D2", 100.5));
    one_fault(SUGGESTIONS_FILE, "target = 35", "target = ▸350", out("target", 350.0));
    one_fault(HEADER_FILE, "robust_share = 75", "robust_share = ▸750", out("robust_share", 750.0));
}

#[test]
fn minutes_are_at_least_one() {
    let kind = F::OutOfRange { key: "minutes".into(), value: 0.0, min: 1.0, max: 1_000_000.0 };
    one_fault(CONTEXT_FILE, "minutes = 2", "minutes = ▸0", kind);
}

#[test]
fn a_weight_that_weighs_nothing() {
    one_fault(FIRST_FILE, "weight = 3", "weight = ▸0", F::NotPositive { key: "weight".into(), value: 0.0 });
}

#[test]
fn bounds_and_thresholds_the_wrong_way_round() {
    one_fault(SECOND_FILE, "min = 0\nmax = 168", "min = ▸169\nmax = 168", F::Inverted { low: "min", high: "max" });
    let coverage = F::Inverted { low: "coverage_least", high: "coverage_full" };
    one_fault(HEADER_FILE, "coverage_least = 60", "coverage_least = ▸81", coverage);
    let margin = F::Inverted { low: "margin_prevalent", high: "margin_clear" };
    one_fault(HEADER_FILE, "margin_prevalent = 3", "margin_prevalent = ▸9", margin);
}

#[test]
fn folders_called_otherwise() {
    let names = FolderNames { questionnaire: "altro", version: "2" };
    let fault = |line, column, thing, id: &str, folder: &str| {
        let kind = F::NotTheFolder { thing, id: id.into(), folder: folder.into() };
        Fault { file: HEADER_FILE.into(), line, column, kind }
    };
    let expected = vec![fault(1, 6, Thing::Questionnaire, "prova", "altro"), fault(2, 11, Thing::Version, "1", "2")];
    assert_eq!(parse_folder(&files(), Some(names)).err(), Some(expected));
}
