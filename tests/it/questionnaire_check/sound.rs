//! What becomes of files without faults.

use std::path::Path;

use affianca::domain::questionnaire::{Kind, Questionnaire};
use affianca::platform::content;

use super::base::*;

fn sound() -> Questionnaire {
    let (questionnaire, warnings) = parsed(&files()).expect("the base has no faults");
    assert_eq!(warnings, []);
    questionnaire
}

#[test]
fn the_base_of_these_tests_is_without_faults() {
    let questionnaire = sound();
    let sections: Vec<_> = questionnaire.sections.iter().map(|s| (s.id.as_str(), s.dimension, s.questions.len())).collect();
    assert_eq!(sections, [("contesto", None, 5), ("prima", Some(0), 3), ("seconda", Some(1), 3)]);
    assert!(!questionnaire.draft);
}

#[test]
fn names_are_replaced_by_what_they_stand_for_and_keep_their_name() {
    let questionnaire = sound();
    let visible = &questionnaire.question("Q7").expect("Q7").visible;
    assert_eq!(visible.to_string(), "Q2 in {c,d} and associato");
    assert_eq!(visible.questions(), ["Q2", "Q1", "Q3"]);
}

#[test]
fn levels_come_from_the_common_scale_and_lose_their_points_where_nothing_counts() {
    let questionnaire = sound();
    let levels =
        |q: &Questionnaire| q.question("Q7").expect("Q7").kind.choices().iter().map(|c| (c.id.clone(), c.points)).collect::<Vec<_>>();
    let expected: Vec<_> = [0.0, 25.0, 50.0, 75.0, 100.0].iter().zip(1..).map(|(p, n)| (n.to_string(), Some(*p))).collect();
    assert_eq!(levels(&questionnaire), expected);
    let mut files = files();
    changed(
        &mut files,
        FIRST_FILE,
        "kind = \"maturity\"\ntext = \"C'è un atto?\"\nweight = 2",
        "kind = \"maturity\"\ntext = \"C'è un atto?\"",
    );
    let (unscored, _) = parsed(&files).expect("no faults");
    assert!(levels(&unscored).iter().all(|(_, points)| points.is_none()));
}

#[test]
fn yes_and_no_have_words_of_their_own_language_and_points_by_default() {
    let points_of = |files: &[_]| {
        let (questionnaire, _) = parsed(files).expect("no faults");
        let Kind::YesNo { options } = &questionnaire.question("Q11").expect("Q11").kind else { unreachable!("yes or no") };
        options.each_ref().map(|o| (o.text.clone(), o.points))
    };
    let mut files = files();
    let said = |s: &str, n: &str, points: [Option<f64>; 2]| [(s.to_owned(), points[0]), (n.to_owned(), points[1])];
    assert_eq!(points_of(&files), said("Sì", "No", [None, None]));
    changed(&mut files, SECOND_FILE, "text = \"C'è il registro?\"", "text = \"C'è il registro?\"\nweight = 1");
    changed(&mut files, SUGGESTIONS_FILE, "condition = \"Q11 = n\"", "condition = \"Q11 = n\"\ntarget = 100");
    assert_eq!(points_of(&files), said("Sì", "No", [Some(100.0), Some(0.0)]));
    changed(&mut files, SECOND_FILE, "weight = 1\nvisible", "weight = 1\npoints = { n = 20 }\nvisible");
    changed(&mut files, HEADER_FILE, "lang = \"it\"", "lang = \"de-AT\"");
    assert_eq!(points_of(&files), said("Ja", "Nein", [Some(100.0), Some(20.0)]));
}

#[test]
fn the_hash_follows_content_and_path_and_nothing_else() {
    let hash = |files: &[_]| parsed(files).expect("no faults").0.hash;
    let original = hash(&files());
    assert_eq!(original.len(), 64);

    let mut reversed = files();
    reversed.reverse();
    assert_eq!(hash(&reversed), original);

    let mut comment = files();
    comment[0].text.push_str("# a comment\n");
    assert_ne!(hash(&comment), original);

    let mut renamed = files();
    changed(&mut renamed, SECOND_FILE, "id = \"seconda\"", "id = \"seconda\"");
    renamed.iter_mut().filter(|f| f.path == SECOND_FILE).for_each(|f| f.path = "sections/03-seconda.toml".into());
    assert_ne!(hash(&renamed), original);
}

#[test]
fn windows_line_ends_change_neither_sense_nor_place() {
    let mut files = files();
    for file in &mut files {
        file.text = file.text.replace('\n', "\r\n");
    }
    assert!(parsed(&files).is_ok());
    changed(&mut files, FIRST_FILE, "points = 65", "points = 650");
    let faults = parsed(&files).expect_err("a fault");
    assert_eq!((faults[0].line, faults[0].column), (14, 42));
}

#[test]
fn all_faults_are_told_at_once_in_order_of_place() {
    let mut files = files();
    changed(&mut files, SUGGESTIONS_FILE, "themes = [\"1\"]", "themes = [\"9\"]");
    changed(&mut files, FIRST_FILE, "points = 65", "points = 650");
    changed(&mut files, FIRST_FILE, "weight = 3", "weight = -3");
    changed(&mut files, HEADER_FILE, "required = [\"Q2\"]", "required = [\"Q22\"]");
    changed(&mut files, MODELS_FILE, "\"Q2 = d\"", "\"Q2 = \"");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.kind.code())).collect();
    let at = |file: &str, line, code| (file.to_owned(), line, code);
    let expected = [
        at(MODELS_FILE, 14, "condition"),
        at(HEADER_FILE, 35, "unknown"),
        at(FIRST_FILE, 10, "not-positive"),
        at(FIRST_FILE, 14, "out-of-range"),
        at(SUGGESTIONS_FILE, 9, "unknown"),
    ];
    assert_eq!(told, expected);
}

/// Each version in the folder, so that one that is added is checked without a line here.
#[test]
fn every_questionnaire_of_the_project_is_without_faults_and_warnings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    let mut seen = 0;
    for entry in root.read_dir().expect("the folder of questionnaires") {
        for version in content::versions(&entry.expect("an entry").path()).expect("readable") {
            assert_eq!(version.parse().map(|(_, warnings)| warnings), Ok(vec![]), "{}", version.shown);
            seen += 1;
        }
    }
    assert!(seen >= 2, "only {seen}");
}

#[test]
fn the_models_of_piccoli_comuni_are_as_far_apart_as_the_autodiagnosi_says() {
    let shipped = content::shipped().into_iter().find(|f| f.questionnaire == "piccoli-comuni" && f.version == "1").expect("shipped");
    let (questionnaire, _) = shipped.parse().expect("no faults");
    let models = &questionnaire.models;
    let pairs = models.iter().enumerate().flat_map(|(i, second)| models[..i].iter().map(move |first| (first, second)));
    let distances: Vec<f64> = pairs.map(|(first, second)| questionnaire.apart(first, second)).collect();
    let (least, most) = distances.iter().fold((f64::MAX, 0.0f64), |(least, most), d| (least.min(*d), most.max(*d)));
    // Section 3: least 18.7 (M6 against M4), most 57.8 (M1 and M5).
    assert_eq!((format!("{least:.1}"), format!("{most:.1}")), ("18.7".into(), "57.8".into()));
    assert!((questionnaire.apart(&models[5], &models[3]) - least).abs() < 1e-9);
    assert!((questionnaire.apart(&models[0], &models[4]) - most).abs() < 1e-9);
}
