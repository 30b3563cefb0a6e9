//! What each kind of question admits, and that JSON goes there and back.

use serde_json::json;

use super::*;
use crate::domain::questionnaire::{Choice, Condition, Kind, Number, Question, Row};

fn choice(id: &str) -> Choice {
    Choice { id: id.into(), text: String::new(), points: Some(10.0), exclusive: id == "z" }
}

fn question(kind: Kind, weight: Option<f64>) -> Question {
    let (text, help, office) = (String::new(), None, None);
    Question { id: "Q1".into(), text, kind, weight, visible: Condition::Always, not_applicable: None, help, office }
}

fn single() -> Question {
    question(Kind::Single { options: vec![choice("a"), choice("b")] }, Some(1.0))
}

fn multiple() -> Question {
    question(Kind::Multiple { options: vec![choice("b"), choice("a"), choice("z")] }, Some(1.0))
}

fn maturity() -> Question {
    question(Kind::Maturity { levels: ["1", "2", "3", "4", "5"].map(choice).to_vec() }, Some(1.0))
}

fn number() -> Question {
    let kind = Number {
        min: 0.0,
        max: 168.0,
        at_most: Some("Q0".into()),
        share_of: None,
        propose: None,
        decimals: false,
        unit: None,
        curve: Vec::new(),
    };
    question(Kind::Number(kind), None)
}

fn matrix() -> Question {
    let row = |id: &str| Row { id: id.into(), text: String::new() };
    question(Kind::Matrix { rows: vec![row("y"), row("x")], columns: vec![choice("n"), choice("c")] }, Some(1.0))
}

fn text() -> Question {
    question(Kind::Text { max_chars: 5 }, None)
}

/// Read and checked, beside `Q0 = 100`.
fn given(question: &Question, value: serde_json::Value) -> Result<Answer, AnswerProblem> {
    let all = Answers::from([("Q0".to_owned(), Answer::Number(100.0))]);
    let answer = answer_from_json(question, &value)?;
    check_answer(question, &answer, &all).map(|()| answer)
}

#[test]
fn every_kind_takes_the_shape_of_the_contract_and_gives_it_back() {
    let yes_no = question(Kind::YesNo { options: ["s", "n"].map(choice) }, Some(1.0));
    let cases = [
        (single(), json!("b"), json!("b")),
        (yes_no, json!("s"), json!("s")),
        (multiple(), json!(["a", "b"]), json!(["b", "a"])),
        (maturity(), json!(5), json!(5)),
        (number(), json!(12.0), json!(12)),
        (matrix(), json!(["c", "n"]), json!({"x": "n", "y": "c"})),
        (matrix(), json!({"x": "NS", "y": null}), json!({"x": "NS"})),
        (text(), json!("è NS"), json!("è NS")),
        (text(), json!("NS"), json!("NS")),
        (single(), json!("NS"), json!("NS")),
    ];
    for (question, value, expected) in cases {
        let answer = given(&question, value.clone()).expect("admitted");
        assert_eq!(answer.to_json(), expected, "{value}");
        assert_eq!(from_stored(&question, &answer.to_stored()), Ok(answer), "{value}");
    }
}

#[test]
fn what_a_question_does_not_admit_is_named() {
    use AnswerProblem as P;
    let option = |id: &str| P::UnknownOption { option: id.into() };
    let wrong = |expected| P::WrongType { expected };
    let cases = [
        (single(), json!("c"), option("c")),
        (single(), json!(["a"]), wrong(Expected::Option)),
        (single(), json!("NA"), P::NotApplicableNotAllowed),
        (number(), json!("NS"), P::DontKnowNotAllowed),
        (number(), json!("12"), wrong(Expected::Number)),
        (number(), json!(-1), P::OutOfBounds { min: 0.0, max: 168.0 }),
        (number(), json!(169), P::OutOfBounds { min: 0.0, max: 168.0 }),
        (number(), json!(1.5), P::NotWhole),
        (number(), json!(101), P::MoreThan { other: "Q0".into(), value: 100.0 }),
        (multiple(), json!([]), P::Empty),
        (multiple(), json!("a"), wrong(Expected::Options)),
        (multiple(), json!([1]), wrong(Expected::Options)),
        (multiple(), json!(["a", "a"]), P::Repeated { option: "a".into() }),
        (multiple(), json!(["z", "a"]), P::ExclusiveWithOthers { option: "z".into() }),
        (multiple(), json!(["a", "q"]), option("q")),
        (maturity(), json!(0), P::OutOfBounds { min: 1.0, max: 5.0 }),
        (maturity(), json!(6), P::OutOfBounds { min: 1.0, max: 5.0 }),
        (maturity(), json!(2.5), P::NotWhole),
        (maturity(), json!("3"), wrong(Expected::Level)),
        (matrix(), json!(["c"]), P::RowCount { rows: 2, given: 1 }),
        (matrix(), json!({"w": "c"}), P::UnknownRow { row: "w".into() }),
        (matrix(), json!({"x": "d"}), option("d")),
        (matrix(), json!({}), P::Empty),
        (matrix(), json!([null, null]), P::Empty),
        (matrix(), json!("c"), wrong(Expected::Rows)),
        (text(), json!("abcdef"), P::TooLong { max: 5 }),
        (text(), json!(" \n "), P::Empty),
        (text(), json!("a\u{0}b"), P::ControlCharacter),
    ];
    for (question, value, expected) in cases {
        assert_eq!(given(&question, value.clone()), Err(expected), "{value}");
    }
}

#[test]
fn a_number_that_is_none_is_out_of_bounds_also_when_it_comes_from_elsewhere() {
    for value in [f64::NAN, f64::INFINITY] {
        let problem = check_answer(&number(), &Answer::Number(value), &Answers::new());
        assert_eq!(problem, Err(AnswerProblem::OutOfBounds { min: 0.0, max: 168.0 }));
    }
}

#[test]
fn dont_know_is_for_a_row_only_where_there_are_points_to_lose() {
    let mut context = matrix();
    context.weight = None;
    assert_eq!(given(&context, json!({"x": "NS"})), Err(AnswerProblem::DontKnowNotAllowed));
}

#[test]
fn an_answer_of_another_kind_is_refused_by_the_check_too() {
    let problem = check_answer(&single(), &Answer::Level(3), &Answers::new());
    assert_eq!(problem, Err(AnswerProblem::WrongType { expected: Expected::Option }));
}

#[test]
fn stored_text_that_is_no_answer_is_a_problem_not_a_panic() {
    for text in ["", "{", "[1", "{\"x\":1}"] {
        assert!(from_stored(&matrix(), text).is_err(), "{text}");
    }
}
