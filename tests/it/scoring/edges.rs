//! Edges of each rule of section 5 that the real questionnaire does not reach, or not alone.

use affianca::domain::points::Standing;
use affianca::domain::positioning::{Placement, Verdict};
use affianca::domain::questionnaire::Questionnaire;
use affianca::domain::scoring::score;
use serde_json::{Value, json};

use super::small::Small;
use super::{comparison, place, read, shipped, wire};

fn scored(questionnaire: &Questionnaire, given: &Value) -> Value {
    wire(&score(questionnaire, &read(questionnaire, given)))
}

const CHAIN: &str = r#"
[[question]]
id = "A"
kind = "yes-no"
text = "?"
[[question]]
id = "B"
kind = "yes-no"
text = "?"
visible = "A = s"
weight = 1
[[question]]
id = "C"
kind = "yes-no"
text = "?"
visible = "B = s"
weight = 1
[[question]]
id = "E"
kind = "yes-no"
text = "?"
visible = "not (B = s)"
weight = 1
"#;

#[test]
fn what_hangs_on_a_hidden_answer_is_hidden_with_it() {
    let questionnaire = Small::with_dimensions(&[("D1", 100.0)]).section("D1", CHAIN).read();
    let open = scored(&questionnaire, &json!({"A": "s", "B": "s", "C": "n", "E": "s"}));
    assert_eq!(open["ignored"], json!(["E"]));
    // B 100 and C 0: 50.
    assert_eq!(open["dimensions"]["D1"], json!({"score": 50.0, "coverage": 1.0}));
    let closed = scored(&questionnaire, &json!({"A": "n", "B": "s", "C": "n", "E": "s"}));
    assert_eq!(closed["ignored"], json!(["B", "C"]), "B is hidden by A, and C by B although B says yes");
    assert_eq!(closed["dimensions"]["D1"], json!({"score": 100.0, "coverage": 1.0}), "only E is left; not (…) inverts");
}

#[test]
fn a_survey_without_models_has_scores_and_coverage_and_nothing_else() {
    let survey = shipped("gradimento-giornata");
    let answers = json!({
        "G01": "a", "G02": 5.5, "G03": ["a", "b"],
        "G04": 4, "G05": 5, "G06": ["n", "a", "c", "NS"], "G07": "s", "G08": "Un registro",
        "G09": "NS", "G10": 3, "G11": ["a", "c"],
    });
    // C: 3 · 75 + 2 · 100 + 2 · (0 + 100) / 2 + 1 · 100 = 625; / 8 = 78.125. All four questions have points.
    // O: G09 unknown (2), G10 hidden: in the hall; G11 40 + 20 = 60 (1). Score 60 / 1, coverage 1 / 3.
    // Coverage: (60 · 1 + 40 · 1/3) / 100 = 0.7333….
    let expected = json!({
        "questionnaire": "gradimento-giornata", "version": "1", "coverage": (60.0 + 40.0 / 3.0) / 100.0,
        "reliability": null, "offices": null, "ignored": ["G10"],
        "dimensions": {"C": {"score": 78.125, "coverage": 1.0}, "O": {"score": 60.0, "coverage": 1.0 / 3.0}},
        "positioning": null, "target": null, "consolidation": null,
        "strengths": [], "gaps": [], "suggestions": [], "duties": [],
    });
    assert_eq!(scored(&survey, &answers), expected);
}

#[test]
fn a_questionnaire_of_which_nothing_applies_has_no_coverage() {
    let questionnaire =
        Small::with_dimensions(&[("D1", 100.0)]).measured_by("D1", "A").model("M1", "always", "{ D1 = 50 }").aiming_at("M1").read();
    let nothing = scored(&questionnaire, &json!({"A": "NA"}));
    assert_eq!(nothing["coverage"], Value::Null);
    assert_eq!(nothing["dimensions"]["D1"], json!({"score": null, "coverage": null}));
    assert_eq!((&nothing["reliability"], &nothing["positioning"]["verdict"]), (&json!("none"), &json!("insufficient")));
}

/// One dimension, models at 20 and 40 (and 90, never admissible): a distance is a difference.
fn ruler() -> Questionnaire {
    Small::with_dimensions(&[("D1", 100.0)])
        .measured_by("D1", "A")
        .model("M1", "always", "{ D1 = 20 }")
        .model("M2", "always", "{ D1 = 40 }")
        .model("M3", "not always", "{ D1 = 90 }")
        .aiming_at("M2")
        .suggestion("S1", "A", "condition = \"always\"\ntarget = 50\neffort = \"low\"\nimpact = \"medium\"")
        .read()
}

#[test]
fn every_threshold_of_the_verdict_belongs_to_the_better_side() {
    let ruler = ruler();
    // Between 20 and 40 the margin is |60 − 2·score|.
    for (points, first, verdict) in [
        (26.0, "M1", Verdict::Clear),     // 14 − 6 = 8
        (26.1, "M1", Verdict::Prevalent), // 13.9 − 6.1 = 7.8
        (28.5, "M1", Verdict::Prevalent), // 11.5 − 8.5 = 3
        (28.6, "M1", Verdict::Hybrid),    // 11.4 − 8.6 = 2.8
        (30.0, "M1", Verdict::Hybrid),    // equally near: the lesser id
        (31.4, "M2", Verdict::Hybrid),    // 11.4 − 8.6
        (34.0, "M2", Verdict::Clear),     // 14 − 6 = 8
        (70.0, "M2", Verdict::Clear),     // 30 away is not too far
        (70.1, "M2", Verdict::None),      // 30.1 is
    ] {
        let answers = read(&ruler, &json!({"A": points}));
        let scoring = score(&ruler, &answers);
        let place = place(&scoring);
        assert_eq!((place.first.unwrap().model.id.as_str(), place.verdict), (first, verdict), "{points}");
    }
}

#[test]
fn the_functioning_is_named_from_three_points_on() {
    let ruler = ruler();
    // Of 65, M2 is 25 away and M3 25; of 66.5, 26.5 and 23.5: three nearer.
    for (points, named) in [(65.0, None), (66.4, None), (66.5, Some("M3")), (90.0, Some("M3"))] {
        let answers = read(&ruler, &json!({"A": points}));
        let scoring = score(&ruler, &answers);
        assert_eq!(place(&scoring).functioning.map(|n| n.model.id.as_str()), named, "{points}");
    }
}

#[test]
fn gaps_of_ten_are_no_consolidation_and_gaps_of_five_are_fully_urgent() {
    let ruler = ruler();
    for (points, gap, consolidation, urgency) in [
        (30.0, Some(10.0), false, 1.0),
        (30.5, Some(9.5), true, 1.0),
        (35.0, Some(5.0), true, 1.0),
        (35.5, Some(4.5), true, 0.5),
        (45.0, None, true, 0.5),
    ] {
        let answers = read(&ruler, &json!({"A": points}));
        let scoring = score(&ruler, &answers);
        let direction = comparison(&scoring).direction.as_ref().unwrap();
        assert_eq!(direction.gaps.first().map(|g| g.gap), gap, "{points}");
        assert_eq!((direction.consolidation, direction.suggestions[0].urgency), (consolidation, urgency), "{points}");
        // 1 · (50 − points) · 1 · 1 · u
        assert_eq!(direction.suggestions[0].weight, (50.0 - points) * urgency, "{points}");
    }
}

#[test]
fn trials_turn_the_first_place_where_the_other_dimension_would_decide() {
    let pair = Small::with_dimensions(&[("D1", 50.0), ("D2", 50.0)])
        .measured_by("D1", "A")
        .measured_by("D2", "B")
        .model("M1", "always", "{ D1 = 0, D2 = 100 }")
        .model("M2", "always", "{ D1 = 100, D2 = 0 }")
        .aiming_at("M1")
        .read();
    // A 40, B 50. M1: 40², 50² → 1600 + 2500; M2: 60², 50² → 3600 + 2500. D2 never decides: all four hold.
    let clear = scored(&pair, &json!({"A": 40, "B": 50}));
    assert_eq!(clear["positioning"]["robustness"], json!({"held": 4, "of": 4}));
    // A 45, B 46. M1 45² + 54² = 4941; M2 55² + 46² = 5141. With w of D1 halved or D2 × 1.5, as D1 : D2 = 1 : 2 or 2 : 3:
    // M1 2025 + 2 · 2916 = 7857, M2 3025 + 2 · 2116 = 7257 → M2; 2 · 2025 + 3 · 2916 = 12798, 2 · 3025 + 3 · 2116 = 12398 → M2.
    // With D1 × 1.5 or D2 halved M1 stays: two of four.
    let torn = scored(&pair, &json!({"A": 45, "B": 46}));
    assert_eq!(torn["positioning"]["model"], "M1");
    assert_eq!(torn["positioning"]["robustness"], json!({"held": 2, "of": 4}));
    // D2 not applicable: its two trials hold, and D1 alone cannot turn anything.
    let alone = scored(&pair, &json!({"A": 45, "B": "NA"}));
    assert_eq!(alone["positioning"]["robustness"], json!({"held": 4, "of": 4}));
}

#[test]
fn the_lesser_id_is_the_lesser_number() {
    let dimensions = [("D10", 25.0), ("D9", 25.0), ("D2", 25.0), ("D1", 25.0)];
    let mut small = Small::with_dimensions(&dimensions);
    for (id, question) in [("D10", "K"), ("D9", "J"), ("D2", "B"), ("D1", "A")] {
        small = small.measured_by(id, question);
    }
    let questionnaire = small
        .model("M10", "always", "{ D10 = 90, D9 = 90, D2 = 90, D1 = 90 }")
        .model("M9", "always", "{ D10 = 90, D9 = 90, D2 = 90, D1 = 90 }")
        .aiming_at("M10")
        .read();
    let tied = scored(&questionnaire, &json!({"K": 60, "J": 60, "B": 60, "A": 60}));
    assert_eq!(tied["strengths"], json!(["D1", "D2", "D9"]));
    let gaps: Vec<&Value> = tied["gaps"].as_array().unwrap().iter().map(|g| &g["dimension"]).collect();
    assert_eq!(gaps, ["D1", "D2", "D9", "D10"]);
    assert_eq!((&tied["positioning"]["model"], &tied["positioning"]["second"]), (&json!("M9"), &json!("M10")));
    assert_eq!(tied["positioning"]["verdict"], "hybrid");
}

#[test]
fn of_equal_suggestions_the_easier_goes_first_and_then_the_lesser_id() {
    let mut small = Small::with_dimensions(&[("D1", 50.0), ("D2", 50.0)]).measured_by("D1", "A").measured_by("D2", "B");
    small = small.model("M1", "always", "{ D1 = 100, D2 = 100 }").aiming_at("M1");
    // 0.5 · 50 · 0.9 = 22.5 for S1, which asks more; 0.5 · 45 · 1 = 22.5 for the others.
    for (id, question, target, effort) in
        [("S1", "A", 50, "medium"), ("S10", "B", 45, "low"), ("S9", "A", 45, "low"), ("S8", "B", 50, "medium")]
    {
        let rest = format!("condition = \"always\"\ntarget = {target}\neffort = \"{effort}\"\nimpact = \"medium\"");
        small = small.suggestion(id, question, &rest);
    }
    let questionnaire = small.read();
    let ranked = scored(&questionnaire, &json!({"A": 0, "B": 0}));
    let ids: Vec<&Value> = ranked["suggestions"].as_array().unwrap().iter().map(|s| &s["id"]).collect();
    assert_eq!(ids, ["S9", "S10", "S1", "S8"]);
}

const ODD_KINDS: &str = r#"
[[question]]
id = "M"
kind = "multiple"
text = "?"
weight = 1
options = [
  { id = "a", text = "a", points = 70 },
  { id = "b", text = "b", points = 60 },
  { id = "x", text = "x", scored = false },
  { id = "z", text = "z", points = 0, exclusive = true },
]
[[question]]
id = "R"
kind = "matrix"
text = "?"
weight = 1
rows = [ { id = "p", text = "p" }, { id = "q", text = "q" } ]
columns = [ { id = "n", text = "n", scored = false }, { id = "a", text = "a", points = 30 } ]
[[question]]
id = "U"
kind = "matrix"
text = "?"
rows = [ { id = "p", text = "p" } ]
columns = [ { id = "a", text = "a" }, { id = "b", text = "b" } ]
[[question]]
id = "T"
kind = "text"
text = "?"
max_chars = 100
"#;

#[test]
fn each_kind_of_answer_stands_where_the_rules_put_it() {
    let questionnaire = Small::with_dimensions(&[("D1", 100.0)]).section("D1", ODD_KINDS).read();
    let standing = |question: &str, answer: Value| {
        let answers = read(&questionnaire, &json!({ question: answer }));
        score(&questionnaire, &answers).sheet.find(question).unwrap().standing
    };
    assert_eq!(standing("M", json!(["a", "b"])), Standing::Points(100.0), "130 stops at 100");
    assert_eq!(standing("M", json!(["b", "x"])), Standing::Points(60.0), "an excluded option adds nothing");
    assert_eq!(standing("M", json!(["x"])), Standing::OptionExcluded);
    assert_eq!(standing("M", json!(["z"])), Standing::Points(0.0));
    assert_eq!(standing("R", json!(["n", "n"])), Standing::AllRowsExcluded);
    assert_eq!(standing("R", json!(["n", "NS"])), Standing::DontKnow);
    assert_eq!(standing("R", json!({"p": "n"})), Standing::Unanswered, "the other row is blank, not excluded");
    assert_eq!(standing("R", json!({"p": "a"})), Standing::Points(30.0));
    assert_eq!(standing("R", json!(["a", "NS"])), Standing::Points(30.0), "an unknown row is no zero");
    assert_eq!(standing("U", json!(["b"])), Standing::Unscored);
    assert_eq!(standing("T", json!("parole")), Standing::Unscored);
}

#[test]
fn a_duty_asks_for_a_valid_answer_also_where_its_condition_would_hold_without() {
    let questionnaire = Small::with_dimensions(&[("D1", 100.0)])
        .section("D1", CHAIN)
        .suggestion("S2", "A", "condition = \"not (A = s)\"\neffort = \"low\"\nimpact = \"duty\"")
        .suggestion("S1", "B", "condition = \"B = n\"\ntarget = 100\neffort = \"low\"\nimpact = \"duty\"")
        .read();
    assert_eq!(scored(&questionnaire, &json!({}))["duties"], json!([]));
    assert_eq!(scored(&questionnaire, &json!({"A": "n"}))["duties"], json!(["S2"]));
    assert_eq!(scored(&questionnaire, &json!({"A": "s", "B": "n"}))["duties"], json!(["S1"]));
    assert_eq!(scored(&questionnaire, &json!({"A": "s", "B": "NS"}))["duties"], json!([]));
    assert_eq!(scored(&questionnaire, &json!({"A": "n", "B": "n"}))["duties"], json!(["S2"]), "B is hidden");
}

#[test]
fn answers_of_another_kind_than_their_question_count_as_not_given() {
    use affianca::domain::questionnaire::{Answer, Answers};
    let ruler = ruler();
    let answers = Answers::from([("A".to_owned(), Answer::Choice("a".into()))]);
    let scoring = score(&ruler, &answers);
    assert_eq!(scoring.sheet.find("A").unwrap().standing, Standing::Unanswered);
    assert!(matches!(comparison(&scoring).placement, Placement::Insufficient));
}

#[test]
fn where_no_model_is_admissible_none_describes_the_ente() {
    let questionnaire =
        Small::with_dimensions(&[("D1", 100.0)]).measured_by("D1", "A").model("M1", "value(A) > 50", "{ D1 = 50 }").aiming_at("M1").read();
    let low = scored(&questionnaire, &json!({"A": 50}));
    let expected = json!({
        "verdict": "none", "missing": [], "model": null, "distance": null, "second": null, "margin": null,
        "nearest_overall": "M1", "robustness": {"held": 0, "of": 0}, "distances": {"M1": 0.0}, "admissible": [],
    });
    assert_eq!(low["positioning"], expected);
    assert_eq!((&low["target"], &low["gaps"]), (&Value::Null, &json!([])));
}
