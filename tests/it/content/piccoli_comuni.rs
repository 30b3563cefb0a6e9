//! The self-assessment of small Comuni: counts, numbers and rules are those of its first version.

use affianca::domain::questionnaire::{Choice, Factors, Impact, Kind, Levels, Model, Proposal, Question, Questionnaire, Suggestion};

use super::load;
use super::tables::{POINTS, PROFILES, SUGGESTIONS};

fn piccoli_comuni() -> Questionnaire {
    load("piccoli-comuni")
}

#[test]
fn counts_are_those_of_the_first_version() {
    let q = piccoli_comuni();
    assert_eq!((q.id.as_str(), q.version.as_str(), q.lang.as_str(), q.draft), ("piccoli-comuni", "1", "it", false));
    assert_eq!((q.models.len(), q.dimensions.len(), q.questions().count(), q.suggestions.len()), (6, 8, 47, 46));
    let scored = q.questions().filter(|x| x.weight.is_some()).count();
    assert_eq!((q.sections[0].questions.len(), scored), (5, 41));
    assert_eq!(q.sections.last().map(|s| s.questions.len()), Some(1), "one duty without points");
    assert!(q.question("Q04").is_none(), "numbers are names, and this one was never given");
}

#[test]
fn sections_follow_the_dimensions_between_context_and_duty() {
    let q = piccoli_comuni();
    let slugs: Vec<_> = q.sections.iter().map(|s| s.id.as_str()).collect();
    let expected = ["contesto", "assetto", "regia", "demografici", "accesso", "competenze", "rete", "inclusione", "dati", "adempimento"];
    assert_eq!(slugs, expected);
    let dimensions: Vec<_> = q.sections.iter().map(|s| s.dimension).collect();
    let expected: Vec<_> = std::iter::once(None).chain((0..8).map(Some)).chain([None]).collect();
    assert_eq!(dimensions, expected);
    for section in q.sections.iter().filter(|s| s.dimension.is_some()) {
        assert_eq!(section.title, q.dimensions[section.dimension.unwrap()].name);
        assert!(section.questions.iter().all(|x| x.weight.is_some()), "{}", section.id);
    }
}

#[test]
fn the_minutes_add_up_to_what_is_promised() {
    let minutes: u32 = piccoli_comuni().sections.iter().map(|s| s.minutes).sum();
    assert!((35..=45).contains(&minutes), "{minutes}");
}

#[test]
fn every_weight_and_every_point_is_the_written_one() {
    let q = piccoli_comuni();
    let scored: Vec<_> = q.questions().filter(|x| x.weight.is_some()).collect();
    assert_eq!(scored.len(), POINTS.len());
    for (question, (id, weight, na, points)) in scored.iter().zip(POINTS) {
        let found = (question.id.as_str(), question.weight, question.not_applicable.is_some(), worth(question));
        assert_eq!(found, (id, Some(weight), na, points.to_owned()));
    }
    let weights: Vec<_> = q.dimensions.iter().map(|d| d.weight).collect();
    assert_eq!(weights, [18.0, 13.0, 14.0, 14.0, 11.0, 12.0, 12.0, 6.0]);
    assert_eq!(weights.iter().sum::<f64>(), 100.0);
}

fn worth(question: &Question) -> String {
    let all: Vec<_> = match &question.kind {
        Kind::Number(number) => number.curve.iter().map(|(value, points)| format!("{value}:{points}")).collect(),
        kind => kind.choices().iter().map(|c| c.points.map_or("-".to_owned(), |p| p.to_string())).collect(),
    };
    all.join(" ")
}

#[test]
fn only_z_stands_alone() {
    let q = piccoli_comuni();
    for question in q.questions() {
        let exclusive: Vec<_> = question.kind.choices().iter().filter(|c| c.exclusive).map(|c| c.id.as_str()).collect();
        let expected: &[&str] = if matches!(question.kind, Kind::Multiple { .. }) && question.id != "Q06" { &["z"] } else { &[] };
        assert_eq!(exclusive, expected, "{}", question.id);
    }
}

#[test]
fn numbers_have_the_written_bounds() {
    let q = piccoli_comuni();
    let bounds = |id: &str| match &q.question(id).unwrap().kind {
        Kind::Number(n) => Some((n.min, n.max, n.decimals, n.at_most.clone())),
        _ => None,
    };
    assert_eq!(bounds("Q02"), Some((1.0, 400_000.0, false, None)));
    assert_eq!(bounds("Q03"), Some((0.0, 400_000.0, false, Some("Q02".to_owned()))));
    assert_eq!(bounds("Q24"), Some((0.0, 168.0, true, None)));
    assert_eq!(bounds("Q28"), Some((0.0, 500.0, true, None)));
}

#[test]
fn residents_are_proposed_and_the_foreign_ones_are_a_share_of_them() {
    let q = piccoli_comuni();
    let beside = |id: &str| match &q.question(id).unwrap().kind {
        Kind::Number(n) => (n.propose, n.share_of.clone()),
        _ => panic!("{id} is no number"),
    };
    assert_eq!(beside("Q02"), (Some(Proposal::Residents), None));
    assert_eq!(beside("Q03"), (None, Some("Q02".to_owned())));
    assert_eq!((beside("Q24"), beside("Q28")), ((None, None), (None, None)));
}

#[test]
fn four_questions_depend_on_others_and_two_say_for_whom_they_do_not_apply() {
    let q = piccoli_comuni();
    let hidden: Vec<_> = q.questions().map(|x| (x.id.as_str(), x.visible.to_string())).filter(|(_, v)| v != "always").collect();
    let expected = [("Q05", "Q01 = a"), ("Q09", "Q07 in {c,d,e}"), ("Q10", "Q07 in {d,e}"), ("Q11", "Q05 != z or Q01 != a")];
    assert_eq!(hidden, expected.map(|(id, when)| (id, when.to_owned())));
    let cases: Vec<_> = q.questions().filter_map(|x| Some((x.id.as_str(), x.not_applicable.as_deref()?))).collect();
    let expected = [("Q08", ""), ("Q11", ""), ("Q18", "nessun residente non UE"), ("Q33", ""), ("Q48", "nessun caso")];
    assert_eq!(cases, expected);
}

#[test]
fn profiles_and_admissibility_are_the_written_ones() {
    let q = piccoli_comuni();
    for (model, (id, profile)) in q.models.iter().zip(PROFILES) {
        assert_eq!((model.id.as_str(), model.profile.iter().map(|p| p.score).collect()), (id, profile.to_vec()));
        let indifferent: Vec<_> = model.profile.iter().map(|p| p.indifferent).collect();
        let mut expected = [false; 8];
        expected[0] = id == "M6";
        assert_eq!(indifferent, expected, "{id}: only D1 of M6");
    }
    let admissible: Vec<_> = q.models.iter().map(|m| m.admissible.to_string()).collect();
    let expected = [
        "always",
        "Q23 in {c,e} and Q07 in {a,b,c}",
        "Q07 = c or Q30 in {d,e}",
        "Q07 = d or rows(Q08,c,1..4) >= 2",
        "Q07 = e",
        "(Q37 in {d,e} and Q41 in {c,d}) or (Q37 = c and Q41 = d)",
    ];
    assert_eq!(admissible, expected);
}

#[test]
fn models_are_as_far_apart_as_section_3_says() {
    let q = piccoli_comuni();
    let mut all: Vec<_> = q
        .models
        .iter()
        .flat_map(|from| q.models.iter().map(move |to| (from, to)))
        .filter(|(from, to)| from.id != to.id)
        .map(|(from, to)| (format!("{:.1}", apart(&q, from, to)), from.id.as_str(), to.id.as_str()))
        .collect();
    all.sort_by(|a, b| a.0.parse::<f64>().unwrap().total_cmp(&b.0.parse::<f64>().unwrap()));
    assert_eq!(all[0], ("18.7".to_owned(), "M6", "M4"));
    let farthest = all.last().unwrap();
    assert_eq!(farthest.0, "57.8");
    assert!(matches!((farthest.1, farthest.2), ("M1", "M5") | ("M5", "M1")), "{farthest:?}");
}

/// Weighted distance of one profile from a model, its indifferent dimensions left out (section 5, point 3).
fn apart(q: &Questionnaire, from: &Model, to: &Model) -> f64 {
    let counted = q.dimensions.iter().zip(&from.profile).zip(&to.profile).filter(|(_, to)| !to.indifferent);
    let (sum, weights) =
        counted.fold((0.0, 0.0), |(sum, weights), ((d, from), to)| (sum + d.weight * (from.score - to.score).powi(2), weights + d.weight));
    (sum / weights).sqrt()
}

#[test]
fn the_target_and_the_peers_follow_section_5() {
    let q = piccoli_comuni();
    let positioning = q.positioning.as_ref().unwrap();
    assert_eq!(positioning.required, ["Q07", "Q23", "Q37", "Q41"]);
    let offices = positioning.offices.as_ref().unwrap();
    assert_eq!((offices.question.as_str(), offices.counted.join(""), offices.only_one.as_deref()), ("Q06", "abcdef".into(), Some("h")));
    let rules: Vec<_> =
        positioning.targets.iter().map(|t| (t.from.as_deref().unwrap_or("any"), t.when.to_string(), t.propose.as_str())).collect();
    let expected = [
        ("M6", "always", "M6"),
        ("any", "Q07 = e", "M5"),
        ("M5", "always", "M5"),
        ("any", "Q07 = d and (Q01 != a or Q05 has {a,c})", "M5"),
        ("any", "Q07 = d", "M4"),
        ("M4", "always", "M4"),
        ("M3", "associato", "M4"),
        ("M3", "always", "M3"),
        ("M2", "associato or Q05 has {d}", "M4"),
        ("M2", "always", "M3"),
        ("M1", "associato", "M4"),
        ("M1", "always", "M3"),
    ];
    assert_eq!(rules, expected.map(|(from, when, propose)| (from, when.to_owned(), propose)));
    let near: Vec<_> = positioning.targets.iter().filter_map(|t| t.near.clone()).collect();
    assert_eq!(near, [("M4".to_owned(), 10.0)]);
}

#[test]
fn peers_are_comuni_of_a_size_or_associated_forms() {
    let q = piccoli_comuni();
    let peers = q.positioning.as_ref().unwrap().peers.as_ref().unwrap();
    let classes: Vec<_> = peers.classes.iter().map(|c| (c.id.as_str(), c.when.to_string())).collect();
    let expected = [
        ("fino-1000", "Q01 = a and value(Q02) <= 1000"),
        ("fino-3000", "Q01 = a and value(Q02) <= 3000"),
        ("fino-5000", "Q01 = a and value(Q02) <= 5000"),
        ("oltre-5000", "Q01 = a and value(Q02) > 5000"),
        ("forme-associate", "Q01 in {b,c,d}"),
    ];
    assert_eq!(classes, expected.map(|(id, when)| (id, when.to_owned())));
    assert_eq!(peers.least, 5);
}

#[test]
fn thresholds_are_the_written_ones() {
    let q = piccoli_comuni();
    let t = &q.positioning.as_ref().unwrap().thresholds;
    assert_eq!((t.coverage_full, t.coverage_least, t.distance_most), (80.0, 60.0, 30.0));
    assert_eq!((t.margin_clear, t.margin_prevalent, t.functioning_nearer), (8.0, 3.0, 3.0));
    assert_eq!((t.robust_share, t.consolidation, t.strength_least), (75.0, 10.0, 50.0));
    assert_eq!((t.gap_full, t.models_apart), (5.0, 12.0));
    let factors = Factors {
        effort: Levels { low: 1.0, medium: 0.9, high: 0.75 },
        impact: Levels { low: 0.6, medium: 1.0, high: 1.5 },
        near_target: 0.5,
    };
    assert_eq!(q.positioning.as_ref().map(|p| &p.factors), Some(&factors));
}

#[test]
fn every_suggestion_is_the_written_one() {
    let q = piccoli_comuni();
    assert_eq!(q.suggestions.len(), SUGGESTIONS.len());
    for (s, expected) in q.suggestions.iter().zip(SUGGESTIONS) {
        let condition = s.condition.to_string();
        assert_eq!((s.id.as_str(), s.question.as_str(), s.target, s.effort, s.impact, condition.as_str()), expected);
    }
}

#[test]
fn every_suggestion_says_what_to_do_and_to_what_effect() {
    let q = piccoli_comuni();
    for s in &q.suggestions {
        assert!(q.question(&s.question).is_some(), "{} is about {}", s.id, s.question);
        assert!((3..=4).contains(&s.steps.len()), "{} has {} steps", s.id, s.steps.len());
        assert!(!s.effect.is_empty(), "{}", s.id);
        assert!(!s.themes.is_empty() || s.forum || s.impact == Impact::Duty, "{} leads nowhere", s.id);
    }
    let duties: Vec<_> = q.suggestions.iter().filter(|s| s.impact == Impact::Duty).map(|s| s.id.as_str()).collect();
    assert_eq!(duties, ["S14", "S45", "S46"]);
}

#[test]
fn suggestions_lead_to_the_written_themes_and_examples() {
    let q = piccoli_comuni();
    let which =
        |is: &dyn Fn(&Suggestion) -> bool| q.suggestions.iter().filter(|s| is(s)).map(|s| s.id.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!(which(&|s| s.themes == ["2"]), "S13 S14 S15 S16 S17 S18 S27 S28 S32");
    assert_eq!(which(&|s| s.themes == ["1", "2"]), "S25");
    assert_eq!(which(&|s| s.themes.is_empty()), "S29 S45 S46");
    assert_eq!(which(&|s| s.forum), "S18 S27 S28 S29");
    assert_eq!(which(&|s| s.testimonials.iter().any(|t| t == "Romagna Faentina")), "S02 S20");
    assert_eq!(which(&|s| s.testimonials.iter().any(|t| t == "Unione Valdera")), "S03 S07 S20");
    assert_eq!(which(&|s| s.testimonials.iter().any(|t| t.contains("Comunità accogliente"))), "S34 S36");
}

#[test]
fn a_scale_of_five_levels_serves_all_maturity_questions() {
    let q = piccoli_comuni();
    let ids: Vec<_> = q.questions().filter(|x| matches!(x.kind, Kind::Maturity { .. })).map(|x| x.id.as_str()).collect();
    assert_eq!(ids, ["Q09", "Q12", "Q17", "Q31", "Q43"]);
    let levels = |id: &str| q.question(id).unwrap().kind.choices().iter().map(|c: &Choice| c.text.clone()).collect::<Vec<_>>();
    assert_eq!(levels("Q09")[1], "Occasionale, legato alla singola persona");
    assert_eq!(levels("Q09")[4], "Applicato, verificato almeno una volta l'anno e corretto");
    assert!(ids.iter().all(|id| levels(id) == levels("Q09")));
}

#[test]
fn whoever_hesitates_finds_help_and_knows_whom_to_ask() {
    let q = piccoli_comuni();
    assert!(q.questions().filter(|x| x.help.is_some()).count() >= 30);
    let alone: Vec<_> = q.questions().filter(|x| x.office.is_none()).map(|x| &x.id).collect();
    assert!(alone.is_empty(), "no suggested office: {alone:?}");
}
