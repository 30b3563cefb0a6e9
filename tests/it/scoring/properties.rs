//! What holds for any answers whatever (section 5): thousands of random sets, on the questionnaire that is in use.

use affianca::domain::points::{DimensionScore, Sheet, Standing};
use affianca::domain::positioning::Placement;
use affianca::domain::questionnaire::answer::{answers_from_json, answers_to_json};
use affianca::domain::questionnaire::{Answer, Answers, Kind, Question};
use affianca::domain::scoring::score;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::random::{alternatives, any_answers, in_any_order, permuted};
use super::{PICCOLI_COMUNI, wire};

/// Questions on which no visibility depends: changing their answer changes no other question.
fn independent() -> Vec<&'static Question> {
    let looked_at: Vec<&str> = PICCOLI_COMUNI.questions().flat_map(|q| q.visible.questions()).collect();
    PICCOLI_COMUNI.questions().filter(|q| !looked_at.contains(&q.id.as_str())).collect()
}

fn with(answers: &Answers, question: &str, answer: Answer) -> Answers {
    let mut changed = answers.clone();
    changed.insert(question.to_owned(), answer);
    changed
}

/// Which questions count, and which rows of them: what must be the same before and after for scores to be comparable.
fn counted(sheet: &Sheet<'_>) -> Vec<(String, Vec<String>)> {
    let scored = sheet.questions.iter().filter(|q| q.points().is_some());
    scored.map(|q| (q.question.id.clone(), counted_rows(q.question, q.answer))).collect()
}

fn counted_rows(question: &Question, answer: Option<&Answer>) -> Vec<String> {
    let (Kind::Matrix { columns, .. }, Some(Answer::Rows(rows))) = (&question.kind, answer) else { return Vec::new() };
    let scored = |id: &String| columns.iter().any(|c| c.id == *id && c.points.is_some());
    rows.iter().filter(|(_, column)| scored(column)).map(|(row, _)| row.clone()).collect()
}

/// The mean once a question with so much weight and so many points is taken out; none when it was alone.
fn is_mean_without(score: Option<f64>, before: &DimensionScore<'_>, weight: f64, points: f64) -> bool {
    match (score, before.scored - weight) {
        (None, rest) => rest == 0.0,
        (Some(score), rest) => (score - (before.score.unwrap() * before.scored - weight * points) / rest).abs() < 1e-9,
    }
}

fn dimension_scores(sheet: &Sheet<'_>) -> Vec<Option<f64>> {
    sheet.dimensions.iter().map(|d| d.score).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_figure_ever_leaves_its_bounds(answers in any_answers()) {
        let scoring = score(&PICCOLI_COMUNI, &answers);
        for question in &scoring.sheet.questions {
            if let Some(points) = question.points() {
                prop_assert!((0.0..=100.0).contains(&points), "{}: {points}", question.question.id);
            }
        }
        for dimension in &scoring.sheet.dimensions {
            prop_assert!(dimension.score.is_none_or(|s| (0.0..=100.0).contains(&s)));
            prop_assert!(dimension.coverage.is_none_or(|c| (0.0..=1.0).contains(&c)));
        }
        prop_assert!(scoring.sheet.coverage.is_some_and(|c| (0.0..=1.0 + 1e-12).contains(&c)));
        let comparison = scoring.comparison.as_ref().unwrap();
        if let Placement::Placed(place) = &comparison.placement {
            for model in &place.models {
                prop_assert!(model.distance.is_some_and(|d| (0.0..=100.0).contains(&d)));
            }
            prop_assert!(place.robustness.held <= place.robustness.of && place.robustness.of == 16);
            prop_assert!(place.margin.is_none_or(|m| m >= -1e-9));
            prop_assert!(place.models.iter().any(|m| m.admissible && m.model.id == place.first.unwrap().model.id));
            let direction = comparison.direction.as_ref().expect("some rule of the target always holds");
            for dimension in &PICCOLI_COMUNI.dimensions {
                prop_assert!(direction.suggestions.iter().filter(|s| s.dimension.id == dimension.id).count() <= 2);
            }
            prop_assert!(direction.suggestions.iter().is_sorted_by(|a, b| a.weight >= b.weight - 1e-9));
            prop_assert!(direction.gaps.iter().all(|g| g.gap > 0.0 && g.gap <= 100.0));
        }
    }

    /// Any other answer to any question, wherever it is worth more and the same things count.
    #[test]
    fn more_points_never_lower_a_dimension(answers in any_answers(), which in any::<Index>(), other in any::<Index>()) {
        let before = Sheet::mark(&PICCOLI_COMUNI, &answers);
        let scored: Vec<_> = before.questions.iter().filter(|q| q.points().is_some()).collect();
        prop_assume!(!scored.is_empty());
        let chosen = scored[which.index(scored.len())];
        let others = alternatives(chosen.question, chosen.answer.unwrap());
        prop_assume!(!others.is_empty());
        let changed = with(&answers, &chosen.question.id, others[other.index(others.len())].clone());
        let after = Sheet::mark(&PICCOLI_COMUNI, &changed);
        prop_assume!(counted(&before) == counted(&after));
        let rise = after.find(&chosen.question.id).unwrap().points().unwrap() - chosen.points().unwrap();
        let own = chosen.section.dimension.unwrap();
        for (place, (old, new)) in dimension_scores(&before).into_iter().zip(dimension_scores(&after)).enumerate() {
            let change = new.unwrap_or(0.0) - old.unwrap_or(0.0);
            let follows = if rise == 0.0 { change == 0.0 } else { change * rise > 0.0 };
            prop_assert!(if place == own { follows } else { change == 0.0 }, "{} by {rise} moves D{} by {change}", chosen.question.id, place + 1);
        }
    }

    #[test]
    fn every_answer_said_to_be_worth_more_is_worth_what_is_said(answers in any_answers()) {
        let sheet = Sheet::mark(&PICCOLI_COMUNI, &answers);
        for question in &sheet.questions {
            let goals = [None, Some(35.0), Some(70.0), Some(75.0), Some(100.0)];
            for target in goals {
                let better = target.map_or_else(|| question.next_level(), |t| question.reaching(t));
                let Some(better) = better else { continue };
                let changed = with(&answers, &question.question.id, better.answer.clone());
                let given = answers_to_json(&changed);
                prop_assert_eq!(answers_from_json(&PICCOLI_COMUNI, &given), Ok(changed.clone()), "an answer one can give");
                let after = Sheet::mark(&PICCOLI_COMUNI, &changed);
                let points = after.find(&question.question.id).unwrap().points().unwrap();
                prop_assert!((points - better.points).abs() < 1e-9);
                prop_assert!(points > question.points().unwrap());
                prop_assert!(target.is_none_or(|t| points >= t - 1e-9));
            }
        }
    }

    /// The mean without the question: (S · W − w · p) / (W − w); its weight leaves coverage above and below.
    #[test]
    fn not_applicable_takes_the_question_out_of_both_sides(answers in any_answers()) {
        for question in independent().into_iter().filter(|q| q.not_applicable.is_some()) {
            let before = Sheet::mark(&PICCOLI_COMUNI, &answers);
            let (Some(points), Some(weight)) = (before.find(&question.id).unwrap().points(), question.weight) else { continue };
            let changed = with(&answers, &question.id, Answer::NotApplicable);
            let after = Sheet::mark(&PICCOLI_COMUNI, &changed);
            let place = before.find(&question.id).unwrap().section.dimension.unwrap();
            let (old, new) = (&before.dimensions[place], &after.dimensions[place]);
            prop_assert_eq!((new.scored, new.applicable), (old.scored - weight, old.applicable - weight));
            prop_assert!(is_mean_without(new.score, old, weight, points));
        }
    }

    #[test]
    fn dont_know_is_like_no_answer_and_only_lowers_the_coverage(answers in any_answers()) {
        for question in independent().into_iter().filter(|q| q.admits_dont_know()) {
            let before = Sheet::mark(&PICCOLI_COMUNI, &answers);
            let Some(points) = before.find(&question.id).unwrap().points() else { continue };
            let unknown = with(&answers, &question.id, Answer::DontKnow);
            let mut blank = answers.clone();
            blank.remove(&question.id);
            let (unknown, blank) = (Sheet::mark(&PICCOLI_COMUNI, &unknown), Sheet::mark(&PICCOLI_COMUNI, &blank));
            prop_assert_eq!(dimension_scores(&unknown), dimension_scores(&blank));
            prop_assert_eq!(unknown.coverage, blank.coverage);
            let place = before.find(&question.id).unwrap().section.dimension.unwrap();
            let (old, new) = (&before.dimensions[place], &unknown.dimensions[place]);
            let weight = question.weight.unwrap();
            prop_assert_eq!((new.scored, new.applicable), (old.scored - weight, old.applicable));
            prop_assert!(unknown.coverage < before.coverage);
            // Not a zero: the others keep their mean.
            prop_assert!(is_mean_without(new.score, old, weight, points));
        }
    }

    #[test]
    fn the_order_of_answers_and_of_the_options_chosen_is_irrelevant(
        (answers, shuffled) in any_answers().prop_flat_map(|a| (Just(a.clone()), in_any_order(&a))),
    ) {
        let again = answers_from_json(&PICCOLI_COMUNI, &shuffled).unwrap();
        prop_assert_eq!(wire(&score(&PICCOLI_COMUNI, &answers)).to_string(), wire(&score(&PICCOLI_COMUNI, &again)).to_string());
    }

    #[test]
    fn permuting_the_options_of_the_questionnaire_changes_nothing(
        answers in any_answers(),
        permuted in permuted(),
    ) {
        let again = answers_from_json(&permuted, &answers_to_json(&answers)).unwrap();
        prop_assert_eq!(wire(&score(&PICCOLI_COMUNI, &answers)).to_string(), wire(&score(&permuted, &again)).to_string());
    }

    #[test]
    fn a_hidden_answer_counts_in_nothing(answers in any_answers()) {
        let whole = score(&PICCOLI_COMUNI, &answers);
        let ignored: Vec<String> = whole.sheet.ignored().map(|q| q.question.id.clone()).collect();
        let mut visible = answers.clone();
        visible.retain(|id, _| !ignored.contains(id));
        let without = score(&PICCOLI_COMUNI, &visible);
        prop_assert!(without.sheet.ignored().next().is_none());
        let (mut with, without) = (wire(&whole), wire(&without));
        with["ignored"] = Value::Array(Vec::new());
        prop_assert_eq!(with.to_string(), without.to_string());
    }
}

/// The properties above would say nothing if random answers were never placed, never hidden, never at the top.
#[test]
fn random_answers_reach_every_corner() {
    let mut runner = TestRunner::deterministic();
    let strategy = any_answers();
    let (mut placed, mut hidden, mut excluded, mut rows) = (0, 0, 0, 0);
    for _ in 0..300 {
        let answers = strategy.new_tree(&mut runner).unwrap().current();
        let scoring = score(&PICCOLI_COMUNI, &answers);
        placed += usize::from(matches!(scoring.comparison.as_ref().unwrap().placement, Placement::Placed(_)));
        hidden += usize::from(scoring.sheet.ignored().next().is_some());
        excluded += usize::from(scoring.sheet.find("Q37").unwrap().standing == Standing::OptionExcluded);
        rows += usize::from(scoring.sheet.find("Q08").unwrap().points().is_some());
    }
    assert!(placed > 100 && hidden > 100 && excluded > 20 && rows > 100, "{placed} {hidden} {excluded} {rows}");
}
