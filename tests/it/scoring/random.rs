//! Random answers and permuted questionnaires, for the properties.

use std::collections::BTreeMap;

use affianca::domain::questionnaire::answer::answers_to_json;
use affianca::domain::questionnaire::{Answer, Answers, Choice, Kind, Number, Question, Questionnaire, Row};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::strategy::Union;
use serde_json::{Map, Value};

use super::PICCOLI_COMUNI;

/// A valid answer to one question, of any worth.
fn valid(question: &Question) -> BoxedStrategy<Answer> {
    match &question.kind {
        Kind::Single { options } => select(ids(options)).prop_map(Answer::Choice).boxed(),
        Kind::YesNo { options } => select(ids(options)).prop_map(Answer::Choice).boxed(),
        Kind::Maturity { levels } => (1..=levels.len() as u8).prop_map(Answer::Level).boxed(),
        Kind::Multiple { options } => multiple(options),
        Kind::Number(number) => numbers(number),
        Kind::Matrix { rows, columns } => matrix(rows, columns, question.admits_dont_know()),
        Kind::Text { .. } => Just(Answer::Text("parole".into())).boxed(),
    }
}

fn ids(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|c| c.id.clone()).collect()
}

fn multiple(options: &[Choice]) -> BoxedStrategy<Answer> {
    let (alone, together): (Vec<_>, Vec<_>) = options.iter().cloned().partition(|o| o.exclusive);
    let several = subsequence(ids(&together), 1..=together.len()).prop_map(Answer::Choices);
    if alone.is_empty() {
        return several.boxed();
    }
    prop_oneof![5 => several, 1 => select(ids(&alone)).prop_map(|id| Answer::Choices(vec![id]))].boxed()
}

/// Low numbers mostly: that is where the curves are.
fn numbers(number: &Number) -> BoxedStrategy<Answer> {
    let (min, max, decimals) = (number.min, number.max, number.decimals);
    let whole = move |value: f64| Answer::Number(if decimals { value } else { value.round() });
    prop_oneof![3 => min..=max.min(min + 20.0), 1 => min..=max].prop_map(whole).boxed()
}

fn matrix(rows: &[Row], columns: &[Choice], dont_know: bool) -> BoxedStrategy<Answer> {
    let mut cells = ids(columns);
    cells.extend(dont_know.then(|| "NS".to_owned()));
    let rows: Vec<String> = rows.iter().map(|r| r.id.clone()).collect();
    let given = prop::collection::vec(weighted(0.9, select(cells)), rows.len());
    let joined = move |cells: Vec<Option<String>>| {
        let rows = rows.iter().cloned().zip(cells).filter_map(|(row, cell)| Some((row, cell?)));
        Answer::Rows(rows.collect::<BTreeMap<_, _>>())
    };
    given.prop_map(joined).prop_filter("a matrix without rows is no answer", |a| !matches!(a, Answer::Rows(r) if r.is_empty())).boxed()
}

/// Any answer that the question admits, or none.
fn any_answer(question: &Question) -> BoxedStrategy<Option<Answer>> {
    let mut choices = vec![(8, valid(question).prop_map(Some).boxed()), (1, Just(None).boxed())];
    if question.not_applicable.is_some() {
        choices.push((1, Just(Some(Answer::NotApplicable)).boxed()));
    }
    if question.admits_dont_know() {
        choices.push((1, Just(Some(Answer::DontKnow)).boxed()));
    }
    Union::new_weighted(choices).boxed()
}

pub(super) fn any_answers() -> impl Strategy<Value = Answers> {
    let each: Vec<_> = PICCOLI_COMUNI.questions().map(any_answer).collect();
    each.prop_map(|given| {
        let ids = PICCOLI_COMUNI.questions().map(|q| q.id.clone());
        let mut answers: Answers = ids.zip(given).filter_map(|(id, answer)| Some((id, answer?))).collect();
        if let (Some(Answer::Number(all)), Some(Answer::Number(foreign))) = (answers.get("Q02").cloned(), answers.get_mut("Q03")) {
            *foreign = foreign.min(all);
        }
        answers
    })
}

/// Other valid answers to a question: every choice, every single change of rows or options, some numbers.
pub(super) fn alternatives(question: &Question, now: &Answer) -> Vec<Answer> {
    match (&question.kind, now) {
        (Kind::Maturity { levels }, _) => (1..=levels.len() as u8).map(Answer::Level).collect(),
        (Kind::Number(_), _) => [0.0, 1.0, 2.0, 3.5, 6.0, 8.0, 12.0, 16.0].map(Answer::Number).into(),
        (Kind::Multiple { options }, Answer::Choices(now)) => {
            let more = options.iter().filter(|o| !o.exclusive && !now.contains(&o.id));
            let kept = options.iter().filter(|o| !o.exclusive && now.contains(&o.id)).map(|o| o.id.clone());
            let kept: Vec<_> = kept.collect();
            more.map(|o| Answer::Choices([kept.clone(), vec![o.id.clone()]].concat())).collect()
        }
        (Kind::Matrix { columns, .. }, Answer::Rows(rows)) => {
            let cells = rows.keys().flat_map(|row| columns.iter().map(move |c| (row.clone(), c.id.clone())));
            cells.map(|(row, column)| Answer::Rows(rows.clone().into_iter().chain([(row, column)]).collect())).collect()
        }
        (kind, _) => kind.choices().iter().map(|c| Answer::Choice(c.id.clone())).collect(),
    }
}

/// The same answers as JSON, with keys, options and rows in another order.
pub(super) fn in_any_order(answers: &Answers) -> impl Strategy<Value = Map<String, Value>> + use<> {
    Just(answers_to_json(answers).into_iter().collect::<Vec<_>>()).prop_shuffle().prop_map(|entries| {
        let reversed = |value: Value| match value {
            Value::Array(items) => Value::Array(items.into_iter().rev().collect()),
            Value::Object(rows) => Value::Object(rows.into_iter().rev().collect()),
            other => other,
        };
        entries.into_iter().map(|(id, value)| (id, reversed(value))).collect()
    })
}

/// The questionnaire with the options and columns of every question in another order; levels are a scale and stay.
pub(super) fn permuted() -> impl Strategy<Value = Questionnaire> {
    let turns = prop::collection::vec((any::<Index>(), any::<bool>()), PICCOLI_COMUNI.questions().count());
    turns.prop_map(|turns| {
        let mut permuted = PICCOLI_COMUNI.clone();
        let questions = permuted.sections.iter_mut().flat_map(|s| &mut s.questions);
        for (question, (turn, reverse)) in questions.zip(turns) {
            let choices = match &mut question.kind {
                Kind::Single { options } | Kind::Multiple { options } => &mut options[..],
                Kind::YesNo { options } => &mut options[..],
                Kind::Matrix { columns, .. } => &mut columns[..],
                Kind::Maturity { .. } | Kind::Number(_) | Kind::Text { .. } => continue,
            };
            choices.rotate_left(turn.index(choices.len()));
            if reverse {
                choices.reverse();
            }
        }
        permuted
    })
}
