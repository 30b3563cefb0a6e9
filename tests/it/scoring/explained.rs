//! Every figure says what it is made of, and every answer what would be worth more (section 5.1 and 5.10).

use affianca::domain::points::{Better, QuestionScore, Standing, Step, Why};
use affianca::domain::questionnaire::Answer;
use affianca::domain::scoring::{Scoring, score};

use super::{PICCOLI_COMUNI, answers, comparison};

fn with<T>(case: &str, look: impl FnOnce(&Scoring<'_>) -> T) -> T {
    let answers = answers(case);
    look(&score(&PICCOLI_COMUNI, &answers))
}

fn question<'s, 'a>(scoring: &'s Scoring<'a>, id: &str) -> &'s QuestionScore<'a> {
    scoring.sheet.find(id).unwrap()
}

/// What changes, in letters: `+c +d`, `c`, `7`, `sportello=c`.
fn step(better: Option<Better<'_>>) -> Option<(String, f64)> {
    better.map(|better| {
        let text = match &better.step {
            Step::To(choice) => choice.id.clone(),
            Step::Add(options) => options.iter().map(|o| format!("+{}", o.id)).collect::<Vec<_>>().join(" "),
            Step::Value(value) => value.to_string(),
            Step::Rows(rows) => rows.iter().map(|(row, c)| format!("{}={}", row.id, c.id)).collect::<Vec<_>>().join(" "),
        };
        (text, better.points)
    })
}

fn to(text: &str, points: f64) -> Option<(String, f64)> {
    Some((text.to_owned(), points))
}

#[test]
fn each_kind_of_question_says_why_it_has_its_points() {
    with("13-sessanta-per-cento", |s| {
        assert!(matches!(question(s, "Q23").why(), Some(Why::Chosen(c)) if c.id == "b"));
        assert!(matches!(question(s, "Q31").why(), Some(Why::Chosen(c)) if c.points == Some(0.0)));
        assert!(matches!(question(s, "Q47").why(), Some(Why::Chosen(c)) if c.id == "n"));
        assert!(matches!(question(s, "Q25").why(), Some(Why::Sum { options, sum: 40.0 }) if options.len() == 2));
        let between = Why::Between { value: 2.5, lower: (2.0, 40.0), upper: (6.0, 70.0) };
        assert_eq!(question(s, "Q24").why(), Some(between));
        assert_eq!(question(s, "Q33").why(), None, "the standing is the reason");
    });
    with("10-nessun-modello", |s| {
        assert_eq!(question(s, "Q24").why(), Some(Why::Knot { value: 168.0, knot: (12.0, 100.0) }));
        assert_eq!(question(s, "Q28").why(), Some(Why::Knot { value: 16.0, knot: (16.0, 100.0) }));
    });
    with("14-ottanta-per-cento", |s| {
        let Some(Why::Mean { counted, excluded, unknown, blank }) = question(s, "Q08").why() else { panic!() };
        let letters: Vec<&str> = counted.iter().map(|(_, column)| column.id.as_str()).collect();
        assert_eq!(letters, ["c", "c", "c"]);
        let ids = |rows: &[&affianca::domain::questionnaire::Row]| rows.iter().map(|r| r.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&excluded), ["italiano", "accoglienza"]);
        assert_eq!(ids(&unknown), ["idoneita-alloggiativa"]);
        assert!(blank.is_empty());
    });
}

#[test]
fn a_question_without_points_says_why_it_has_none() {
    let standings = |case: &str, ids: &[&str]| with(case, |s| ids.iter().map(|id| question(s, id).standing).collect::<Vec<_>>());
    assert_eq!(
        standings("13-sessanta-per-cento", &["Q08", "Q09", "Q12", "Q17", "Q33", "Q37", "Q02", "Q48"]),
        [
            Standing::NotApplicable,
            Standing::Hidden,
            Standing::DontKnow,
            Standing::Unanswered,
            Standing::DontKnow,
            Standing::OptionExcluded,
            Standing::Unscored,
            Standing::NotApplicable,
        ]
    );
}

#[test]
fn the_next_level_is_the_least_that_brings_more() {
    with("01-presidio-essenziale", |s| {
        let next = |id| step(question(s, id).next_level());
        assert_eq!(next("Q07"), to("b", 15.0));
        assert_eq!(next("Q12"), to("2", 25.0));
        assert_eq!(next("Q16"), to("s", 100.0));
        // 30 today; d adds 20, b and c 25 each.
        assert_eq!(next("Q19"), to("+d", 50.0));
        // "Nothing" goes away by itself; b adds 30, a and c 35.
        assert_eq!(next("Q26"), to("+b", 30.0));
        // The next knots of the curves.
        assert_eq!(next("Q24"), to("2", 40.0));
        assert_eq!(next("Q28"), to("4", 40.0));
        // Of two rows that count (c 70, a 0), from 0 to 35 is 35 more, from 70 to 100 is 30 more: (100 + 0) / 2.
        assert_eq!(next("Q08"), to("servizio-sociale=d", 50.0));
        assert_eq!(next("Q37"), None, "an option excluded from scoring has no next level");
        assert_eq!(next("Q48"), None, "no points, no levels");
    });
    with("10-nessun-modello", |s| {
        for id in ["Q12", "Q19", "Q24", "Q33", "Q36"] {
            assert_eq!(step(question(s, id).next_level()), None, "{id} is at the top");
        }
        assert_eq!(step(question(s, "Q30").next_level()), None, "nobody knows where it stands");
    });
}

#[test]
fn the_answer_that_an_action_leads_to_is_the_least_that_reaches_the_target() {
    let goal = |case: &str, id: &str| {
        let suggestion = PICCOLI_COMUNI.suggestions.iter().find(|s| s.id == id).unwrap();
        with(case, |s| step(s.goal(suggestion)))
    };
    let small = "01-presidio-essenziale";
    assert_eq!(goal(small, "S01"), to("c", 35.0));
    assert_eq!(goal(small, "S08"), to("4", 75.0));
    assert_eq!(goal(small, "S12"), to("s", 100.0));
    assert_eq!(goal(small, "S14"), to("c", 70.0));
    // 80 of Q19 from 30: 50 more by b and c; 45 (b and d) is not enough, 70 is too much.
    assert_eq!(goal(small, "S15"), to("+b +c", 80.0));
    // 60 of Q25 from 35 (a, b): e adds 25; c or d only 20.
    assert_eq!(goal(small, "S22"), to("+e", 60.0));
    // 70 of Q26 from nothing: a and c make 70 exactly.
    assert_eq!(goal(small, "S23"), to("+a +c", 70.0));
    // 85 of Q23 from 45: nothing between e 80 and f 100.
    assert_eq!(goal("03-rete-secondo-livello", "S20"), to("f", 100.0));
    // 70 of Q24 is 6 hours; of Q28, 8 hours.
    assert_eq!(goal(small, "S21"), to("6", 70.0));
    assert_eq!(goal(small, "S25"), to("8", 70.0));
    // 75 of Q33 from (30 + 30 + 30 + 60 + 0 + 30) / 6: 450 − 180 = 270 more, and 270 it can be.
    let (rows, points) = goal(small, "S30").unwrap();
    assert_eq!(points, 75.0);
    assert!(rows.split(' ').count() == 4, "fewest rows: three rises of 70 at most and one of 100 make 270 with four: {rows}");
    assert_eq!(goal("13-sessanta-per-cento", "S30"), None, "no row counts today");
    assert_eq!(goal(small, "S46"), None, "Q48 gives no points");
}

#[test]
fn the_whole_answer_after_an_action_is_one_that_the_question_admits() {
    with("05-righe-in-convenzione", |s| {
        // Mean of c 70, c 70, d 100, a 0 = 60; to 70, the row at 0 rises by 40 at least: b 35 is short, c makes 310 / 4.
        // Raising sportello or mediazione to d (30) leaves 270 / 4 = 67.5; both make 300 / 4 = 75, which is less.
        let better = question(s, "Q08").reaching(70.0).unwrap();
        assert_eq!(better.points, 75.0);
        let Answer::Rows(rows) = &better.answer else { panic!() };
        assert_eq!(rows["sportello"], "d");
        assert_eq!(rows["mediazione"], "d");
        assert_eq!((rows["italiano"].as_str(), rows["accoglienza"].as_str()), ("NS", "n"), "rows out of the mean stay out");
        let added = question(s, "Q26").next_level().unwrap();
        assert_eq!(added.answer, Answer::Choices(vec!["a".into(), "b".into(), "c".into()]));
        let first = question(s, "Q40").next_level().unwrap();
        assert_eq!(first.answer, Answer::Choices(vec!["a".into()]), "\"nothing\" goes when something comes");
    });
}

#[test]
fn a_weight_of_a_suggestion_is_the_product_of_its_factors() {
    with("13-sessanta-per-cento", |s| {
        let direction = comparison(s).direction.as_ref().unwrap();
        for r in &direction.suggestions {
            let product = r.dimension.weight / 100.0 * r.delta * r.effort * r.impact * r.urgency;
            assert!((r.weight - product).abs() < 1e-12, "{}", r.suggestion.id);
        }
        let first = &direction.suggestions[0];
        // S02: 0.18 · 50 · 0.9 · 1.5 · 1 = 12.15.
        assert_eq!((first.delta, first.effort, first.impact, first.urgency), (50.0, 0.9, 1.5, 1.0));
    });
}

#[test]
fn another_target_than_the_one_proposed_has_its_own_gaps() {
    with("01-presidio-essenziale", |s| {
        let rules = PICCOLI_COMUNI.positioning.as_ref().unwrap();
        let target = PICCOLI_COMUNI.model("M1").unwrap();
        let direction = affianca::domain::scoring::Direction::towards(target, &s.sheet, rules);
        let gaps: Vec<_> = direction.gaps.iter().map(|g| (g.dimension.id.as_str(), g.gap)).collect();
        // Weight · gap: D3 14 · 28.5 = 399; D8 6 · 20 = 120; D4 14 · 8.125 = 113.75; D5 11 · 10 = 110;
        // D2 13 · 7.5 = 97.5; D7 12 · 2.857143 = 34.29.
        let order: Vec<&str> = gaps.iter().map(|(id, _)| *id).collect();
        assert_eq!(order, ["D3", "D8", "D4", "D5", "D2", "D7"]);
        assert!(!direction.consolidation);
    });
}
