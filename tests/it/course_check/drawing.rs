//! What is drawn, and what is right: functions of the quiz, a seed and the answers.

use affianca::domain::course::Quiz;
use affianca::domain::course::draw::draw;
use affianca::domain::course::quiz::{Outcome, mark};
use affianca::domain::questionnaire::{Answer, Answers};

use super::base::*;

fn test() -> Quiz {
    check(&files(), &[]).expect("no faults").test
}

#[test]
fn the_same_seed_draws_the_same_and_others_differ() {
    let quiz = test();
    let papers: Vec<_> = (0..40).map(|seed| draw(&quiz, seed)).collect();
    for (seed, paper) in papers.iter().enumerate() {
        assert_eq!(*paper, draw(&quiz, seed as u64));
        assert_eq!(paper.questions.len(), quiz.asked());
        let ids: Vec<_> = paper.questions.iter().map(|drawn| drawn.id.as_str()).collect();
        assert!(ids.contains(&"Q3"), "always asked: {ids:?}");
        assert!(ids.contains(&"Q1") != ids.contains(&"Q2"), "one of the pool: {ids:?}");
        let items = paper.items(&quiz).expect("all are there");
        assert_eq!(items.len(), 2);
    }
    let differ = |part: fn(&affianca::domain::course::draw::Paper) -> String| {
        let mut all: Vec<_> = papers.iter().map(part).collect();
        all.sort();
        all.dedup();
        all.len()
    };
    assert!(differ(|paper| format!("{:?}", paper.questions.iter().map(|drawn| &drawn.id).collect::<Vec<_>>())) >= 3);
    assert!(differ(|paper| format!("{:?}", paper.questions.iter().find(|drawn| drawn.id == "Q3").map(|drawn| &drawn.options))) >= 3);
}

#[test]
fn without_shuffle_the_order_is_that_of_the_file() {
    let quiz = check(&files(), &[]).expect("no faults").lessons[0].quiz.clone().expect("a quiz");
    for seed in 0..5 {
        let ids: Vec<_> = draw(&quiz, seed).questions.into_iter().map(|drawn| (drawn.id, drawn.options.concat())).collect();
        assert_eq!(ids, [("Q1".to_owned(), "ab".to_owned()), ("Q2".to_owned(), "xy".to_owned())]);
    }
}

#[test]
fn a_question_is_right_whole_or_not_at_all() {
    let quiz = test();
    let choices = |ids: &[&str]| Answer::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
    let cases = [
        ("Q1", Answer::Choice("s".into()), true),
        ("Q1", Answer::Choice("n".into()), false),
        ("Q2", Answer::Number(60.0), true),
        ("Q2", Answer::Number(61.0), false),
        ("Q3", choices(&["a", "b"]), true),
        ("Q3", choices(&["a"]), false),
        ("Q3", choices(&["a", "b", "c"]), false),
        ("Q3", Answer::Choice("a".into()), false),
    ];
    for (id, answer, right) in cases {
        let item = quiz.item(id).expect("a question");
        assert_eq!(item.is_right(&answer), right, "{id} {answer:?}");
    }
    let said =
        quiz.item("Q3").expect("a question").said(&choices(&["a", "c"])).iter().map(|said| (said.part, said.right)).collect::<Vec<_>>();
    assert_eq!(said, [(Some("Uno"), true), (Some("Due"), false), (Some("Tre"), false)], "what was left out is told as well");
}

#[test]
fn the_pass_mark_is_reached_not_rounded() {
    let quiz = test();
    let all: Vec<_> = quiz.items.iter().collect();
    let answers = |ids: &[&str]| -> Answers {
        let right =
            [("Q1", Answer::Choice("s".into())), ("Q2", Answer::Number(60.0)), ("Q3", Answer::Choices(vec!["a".into(), "b".into()]))];
        right.into_iter().filter(|(id, _)| ids.contains(id)).map(|(id, answer)| (id.to_owned(), answer)).collect()
    };
    let outcome = |ids: &[&str], pass| mark(all.iter().copied(), &answers(ids), pass);
    assert_eq!(outcome(&["Q1", "Q2"], 66), Outcome { right: 2, of: 3, passed: true });
    assert_eq!(outcome(&["Q1", "Q2"], 67), Outcome { right: 2, of: 3, passed: false });
    assert_eq!(outcome(&[], 1), Outcome { right: 0, of: 3, passed: false });
    assert_eq!(outcome(&["Q1", "Q2", "Q3"], 100), Outcome { right: 3, of: 3, passed: true });
}
