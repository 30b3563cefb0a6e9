//! Faults of models, positioning and suggestions; and the warning about models that look alike.

use affianca::domain::questionnaire::parse::{FaultKind as F, Thing, Warning, WarningKind};

use super::base::*;

#[test]
fn a_profile_that_lacks_a_dimension() {
    one_fault(MODELS_FILE, "{ D1 = 10, D2 = 20 }", "▸{ D1 = 10 }", F::ProfileLacks { dimension: "D2".into() });
}

#[test]
fn a_profile_with_an_unknown_dimension() {
    let kind = F::Unknown { thing: Thing::Dimension, id: "D3".into() };
    one_fault(MODELS_FILE, "D2 = 20", "D2 = 20, ▸D3 = 30", kind.clone());
    one_fault(MODELS_FILE, "indifferent = [\"D1\"]", "indifferent = [\"D1\", ▸\"D3\"]", kind);
}

#[test]
fn a_model_to_which_everything_is_indifferent() {
    let mut files = files();
    changed(&mut files, MODELS_FILE, "indifferent = [\"D1\"]", "indifferent = [\"D1\", \"D2\"]");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(MODELS_FILE.into(), 10, 6, F::AllIndifferent { model: "M2".into() })]);
}

#[test]
fn models_without_positioning_and_the_other_way_round() {
    let mut without = files();
    let start = HEADER.find("[positioning]").expect("positioning");
    changed(&mut without, HEADER_FILE, &HEADER[start..], "");
    let told: Vec<_> = parsed(&without).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(MODELS_FILE.into(), 2, 6, F::ModelsWithoutPositioning)]);

    let mut without = files();
    without.retain(|f| f.path != MODELS_FILE);
    let faults = parsed(&without).expect_err("faults");
    let alone = faults.iter().find(|f| f.kind == F::PositioningWithoutModels).expect("the fault");
    assert_eq!((alone.file.as_str(), alone.line, alone.column), (HEADER_FILE, 34, 1));
}

#[test]
fn unknown_models_in_the_rules_of_the_target() {
    let unknown = |id: &str| F::Unknown { thing: Thing::Model, id: id.into() };
    one_fault(HEADER_FILE, "from = \"M1\"", "from = ▸\"M7\"", unknown("M7"));
    one_fault(HEADER_FILE, "model = \"M2\"", "model = ▸\"M8\"", unknown("M8"));
    one_fault(HEADER_FILE, "propose = \"M2\"", "propose = ▸\"M9\"", unknown("M9"));
}

#[test]
fn rules_of_the_target_that_may_not_end() {
    let open = |model: &str| F::TargetRulesOpen { model: model.into() };
    one_fault(
        HEADER_FILE,
        "[[positioning.target]]\npropose = \"M1\"",
        "▸[[positioning.target]]\nfrom = \"M1\"\npropose = \"M1\"",
        open("M2"),
    );
    one_fault(
        HEADER_FILE,
        "[[positioning.target]]\npropose = \"M1\"",
        "[[positioning.target]]\nfrom = \"M1\"\npropose = \"M1\"\n\n▸[[positioning.target]]\nwhen = \"Q2 = d and Q1 = a\"\npropose = \"M2\"",
        open("M2"),
    );
}

#[test]
fn a_rule_is_sure_to_apply_where_it_asks_no_more_than_the_model_does() {
    let mut files = files();
    let by_admissibility = "[[positioning.target]]\nfrom = \"M1\"\npropose = \"M1\"\n\n[[positioning.target]]\nwhen = \"Q2 in {c} or Q2 = d\"\npropose = \"M2\"";
    changed(&mut files, HEADER_FILE, "[[positioning.target]]\npropose = \"M1\"", by_admissibility);
    assert!(parsed(&files).is_ok());
}

#[test]
fn a_target_is_near_only_perhaps() {
    let near = "▸[[positioning.target]]\nnear = { model = \"M1\", within = 99 }\npropose = \"M1\"";
    let mut files = files();
    changed(&mut files, HEADER_FILE, "[[positioning.target]]\npropose = \"M1\"", &near.replace('▸', ""));
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.line, f.column, f.kind)).collect();
    let open = |model: &str| F::TargetRulesOpen { model: model.into() };
    assert_eq!(told, [(62, 1, open("M1")), (62, 1, open("M2"))]);
}

#[test]
fn offices_counted_in_a_single_choice() {
    one_fault(HEADER_FILE, "question = \"Q3\"", "question = ▸\"Q1\"", F::OfficesNotMultiple { question: "Q1".into() });
}

#[test]
fn a_suggestion_that_does_not_say_where_it_leads() {
    let kind = F::TargetMissing { question: "Q2".into() };
    let mut files = files();
    changed(&mut files, SUGGESTIONS_FILE, "target = 35\n", "");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(SUGGESTIONS_FILE.into(), 2, 6, kind)]);
}

#[test]
fn a_target_on_a_question_without_points() {
    let kind = F::TargetWithoutPoints { question: "Q11".into() };
    one_fault(SUGGESTIONS_FILE, "condition = \"Q11 = n\"", "condition = \"Q11 = n\"\ntarget = ▸100", kind);
}

#[test]
fn a_target_that_no_answer_reaches() {
    let beyond = |question: &str, best| F::TargetUnreachable { question: question.into(), best };
    one_fault(SUGGESTIONS_FILE, "target = 35", "target = ▸66", beyond("Q2", 65.0));
    one_fault(
        SUGGESTIONS_FILE,
        "question = \"Q2\"\ncondition = \"Q2 = a and not associato\"\ntarget = 35",
        "question = \"Q10\"\ncondition = \"always\"\ntarget = ▸86",
        beyond("Q10", 85.0),
    );
}

#[test]
fn an_unknown_theme() {
    let kind = F::Unknown { thing: Thing::Theme, id: "3".into() };
    one_fault(SUGGESTIONS_FILE, "themes = [\"1\"]", "themes = [\"1\", ▸\"3\"]", kind);
}

#[test]
fn models_that_look_alike_are_a_warning_at_the_later_one() {
    let mut files = files();
    // From M2, which is indifferent to D1, the distance is 8 on D2 alone; from M1 it is larger.
    changed(&mut files, MODELS_FILE, "D2 = 70", "D2 = 28");
    let (_, warnings) = parsed(&files).expect("a questionnaire");
    let kind = WarningKind::ModelsTooNear { first: "M1".into(), second: "M2".into(), distance: 8.0, least: 12.0 };
    assert_eq!(warnings, [Warning { file: MODELS_FILE.into(), line: 10, column: 6, kind }]);
}
