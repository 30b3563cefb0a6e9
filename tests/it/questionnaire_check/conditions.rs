//! Faults inside conditions: each points at the word in the text.

use affianca::domain::questionnaire::condition::{Expected, Syntax};
use affianca::domain::questionnaire::parse::{AtomForm, FaultKind as F, KindName, Thing};

use super::base::*;

/// The condition of the first suggestion: free to look at every question.
#[track_caller]
fn in_condition(text: &str, kind: F) {
    one_fault(SUGGESTIONS_FILE, "\"Q2 = a and not associato\"", &format!("\"{text}\""), kind);
}

/// The condition under which Q7 is visible.
#[track_caller]
fn in_visibility(text: &str, kind: F) {
    one_fault(FIRST_FILE, "\"Q2 in {c,d} and associato\"", &format!("\"{text}\""), kind);
}

#[test]
fn a_condition_that_breaks_off() {
    let kind = F::Condition(Syntax::Expected { expected: Expected::Condition, found: String::new() });
    in_condition("Q2 = a and ▸", kind);
}

#[test]
fn a_word_where_another_should_be() {
    let kind = F::Condition(Syntax::Expected { expected: Expected::Operator, found: "is".into() });
    in_condition("Q2 = a and (Q3 ▸is b)", kind);
}

#[test]
fn a_sign_from_paper() {
    in_condition("Q2 = a or level(Q7) ▸≤ 3", F::Condition(Syntax::Character('≤')));
}

#[test]
fn a_condition_over_several_lines_counts_its_own() {
    let text = "\"\"\"\nQ2 = a\nand Q3 ▸is b\"\"\"";
    let kind = F::Condition(Syntax::Expected { expected: Expected::Operator, found: "is".into() });
    one_fault(SUGGESTIONS_FILE, "\"Q2 = a and not associato\"", text, kind);
}

#[test]
fn a_condition_with_escapes_is_pointed_at_as_a_whole() {
    let kind = F::Condition(Syntax::Expected { expected: Expected::Operator, found: "is".into() });
    one_fault(SUGGESTIONS_FILE, "\"Q2 = a and not associato\"", "▸\"Q2 = a and \\u0051\\u0033 is b\"", kind);
}

#[test]
fn an_unknown_question_in_each_place_that_may_name_one() {
    let unknown = |id: &str| F::Unknown { thing: Thing::Question, id: id.into() };
    in_condition("Q2 = a or ▸Q99 = b", unknown("Q99"));
    in_condition("points(▸Q99) < 10", unknown("Q99"));
    in_visibility("▸Q99 = a", unknown("Q99"));
    one_fault(HEADER_FILE, "\"Q1 = b or Q3 has {a}\"", "\"Q1 = b or ▸Q98 has {a}\"", unknown("Q98"));
    one_fault(HEADER_FILE, "required = [\"Q2\"]", "required = [\"Q2\", ▸\"Q97\"]", unknown("Q97"));
    one_fault(HEADER_FILE, "question = \"Q3\"", "question = ▸\"Q96\"", unknown("Q96"));
    one_fault(HEADER_FILE, "value(Q4)", "value(▸Q95)", unknown("Q95"));
    one_fault(CONTEXT_FILE, "at_most = \"Q4\"", "at_most = ▸\"Q94\"", unknown("Q94"));
    one_fault(MODELS_FILE, "\"Q2 = d\"", "\"▸Q93 = d\"", unknown("Q93"));
    one_fault(SUGGESTIONS_FILE, "question = \"Q2\"", "question = ▸\"Q92\"", unknown("Q92"));
}

#[test]
fn an_unknown_option_in_each_place_that_may_name_one() {
    let unknown = |question: &str, option: &str| F::UnknownOption { question: question.into(), option: option.into() };
    in_condition("Q2 = ▸b", unknown("Q2", "b"));
    in_condition("Q2 in {a,▸b,c}", unknown("Q2", "b"));
    in_condition("Q3 has {▸q}", unknown("Q3", "q"));
    in_condition("Q3 != ▸q", unknown("Q3", "q"));
    in_condition("Q11 = ▸no", unknown("Q11", "no"));
    in_condition("rows(Q8,▸z,1..2) >= 1", unknown("Q8", "z"));
    one_fault(HEADER_FILE, "counted = [\"a\"]", "counted = [\"a\", ▸\"w\"]", unknown("Q3", "w"));
    one_fault(HEADER_FILE, "only_one = \"b\"", "only_one = ▸\"w\"", unknown("Q3", "w"));
}

#[test]
fn an_atom_that_does_not_fit_the_kind_of_its_question() {
    let unfit = |atom, question: &str, kind| F::UnfitAtom { atom, question: question.into(), kind };
    in_condition("▸level(Q2) <= 3", unfit(AtomForm::Level, "Q2", KindName::Single));
    in_condition("▸value(Q7) <= 3", unfit(AtomForm::Value, "Q7", KindName::Maturity));
    in_condition("▸Q3 = a", unfit(AtomForm::Is, "Q3", KindName::Multiple));
    in_condition("▸Q3 in {a}", unfit(AtomForm::In, "Q3", KindName::Multiple));
    in_condition("▸Q2 has {a}", unfit(AtomForm::Has, "Q2", KindName::Single));
    in_condition("▸Q7 != 1", unfit(AtomForm::IsNot, "Q7", KindName::Maturity));
    in_condition("▸points(Q6) < 3", unfit(AtomForm::Points, "Q6", KindName::Text));
    in_condition("▸rows(Q10,a,1..2) > 1", unfit(AtomForm::Rows, "Q10", KindName::Multiple));
}

#[test]
fn points_of_a_question_that_gives_none() {
    in_condition("▸points(Q1) < 50", F::PointsOfUnscored { question: "Q1".into() });
}

#[test]
fn rows_that_are_not_there() {
    let kind = || F::RowsOutOfRange { question: "Q8".into(), rows: 2 };
    in_condition("▸rows(Q8,c,1..3) >= 2", kind());
    in_condition("▸rows(Q8,c,0..2) >= 2", kind());
    in_condition("▸rows(Q8,c,2..1) >= 2", kind());
}

#[test]
fn visibility_that_looks_forward() {
    in_visibility("Q2 = c or points(▸Q9) > 0", F::LaterQuestion { question: "Q9".into() });
}

#[test]
fn visibility_on_the_question_itself() {
    in_visibility("level(▸Q7) > 3", F::OwnQuestion { question: "Q7".into() });
}

#[test]
fn visibility_that_looks_forward_through_a_name() {
    let mut files = files();
    changed(&mut files, HEADER_FILE, "\"Q1 = b or Q3 has {a}\"", "\"Q3 has {a}\"");
    changed(&mut files, CONTEXT_FILE, "text = \"Chi compila?\"", "text = \"Chi compila?\"\nvisible = \"not associato\"");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(CONTEXT_FILE.into(), 9, 16, F::LaterQuestion { question: "Q3".into() })]);
}

#[test]
fn a_name_that_nobody_defined() {
    in_condition("Q2 = a and not ▸asociato", F::UnknownName { name: "asociato".into() });
    one_fault(HEADER_FILE, "associato = \"Q1", "altro = \"▸ignoto\"\nassociato = \"Q1", F::UnknownName { name: "ignoto".into() });
}

#[test]
fn names_that_lead_back_to_themselves() {
    let recursive = |name: &str| F::RecursiveName { name: name.into() };
    one_fault(HEADER_FILE, "\"Q1 = b or Q3 has {a}\"", "\"Q1 = b or ▸associato\"", recursive("associato"));
    let circle = "uno = \"due or Q1 = a\"\ndue = \"not tre\"\ntre = \"▸uno\"\nassociato = \"Q1";
    one_fault(HEADER_FILE, "associato = \"Q1", circle, recursive("uno"));
}

#[test]
fn a_faulty_definition_is_told_once_however_often_it_is_used() {
    let kind = F::Unknown { thing: Thing::Question, id: "Q98".into() };
    // Used by the visibility of Q7, by a target and by a suggestion.
    one_fault(HEADER_FILE, "\"Q1 = b or Q3 has {a}\"", "\"▸Q98 = b\"", kind);
}
