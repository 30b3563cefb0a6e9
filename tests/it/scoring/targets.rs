//! The rules of the target (section 5.8) and of admissibility (section 3), row by row: a case with a few answers changed.

use affianca::domain::scoring::score;
use serde_json::{Value, json};

use super::{PICCOLI_COMUNI, case_file, comparison, json as file, place, read};

/// Present model, admissible models and target of a case after the changes; `null` takes an answer away.
fn outcome(case: &str, changes: &Value) -> (String, String, String) {
    let mut given = file(&case_file(&format!("{case}.json")));
    for (question, answer) in changes.as_object().unwrap() {
        given[question] = answer.clone();
    }
    let answers = read(&PICCOLI_COMUNI, &given);
    let scoring = score(&PICCOLI_COMUNI, &answers);
    let place = place(&scoring);
    let admissible: Vec<&str> = place.models.iter().filter(|m| m.admissible).map(|m| m.model.id.as_str()).collect();
    let target = &comparison(&scoring).direction.as_ref().expect("the last rule of each model holds always").target.id;
    (place.first.unwrap().model.id.clone(), admissible.join(" "), target.clone())
}

fn every(table: &[(&str, Value, &str, &str, &str)]) {
    for (case, changes, model, admissible, target) in table {
        let expected = ((*model).to_owned(), (*admissible).to_owned(), (*target).to_owned());
        assert_eq!(outcome(case, changes), expected, "{case} with {changes}");
    }
}

const PRESIDIO: &str = "01-presidio-essenziale";
const SPORTELLO: &str = "02-sportello-proprio";
const RETE: &str = "03-rete-secondo-livello";
const CONVENZIONE: &str = "04-convenzione-matura";
const UNIONE: &str = "06-unione";
const ACCOGLIENTE: &str = "07-comunita-accogliente";
const RIGHE: &str = "11-righe-prevalente";

#[test]
fn whoever_is_associated_is_shown_the_convention_and_whoever_is_not_the_network() {
    every(&[
        (PRESIDIO, json!({}), "M1", "M1", "M3"),
        (PRESIDIO, json!({"Q05": ["a"]}), "M1", "M1", "M4"),
        (PRESIDIO, json!({"Q05": ["c", "d"]}), "M1", "M1", "M4"),
        // A social district alone does not make an associated ente, except for M2.
        (PRESIDIO, json!({"Q05": ["d"]}), "M1", "M1", "M3"),
        (PRESIDIO, json!({"Q05": null}), "M1", "M1", "M3"),
        // An associated form: Q05 is hidden, whatever it says.
        (PRESIDIO, json!({"Q01": "c"}), "M1", "M1", "M4"),
        (SPORTELLO, json!({}), "M2", "M1 M2", "M4"),
        (SPORTELLO, json!({"Q05": ["b"]}), "M2", "M1 M2", "M4"),
        (SPORTELLO, json!({"Q05": ["z"]}), "M2", "M1 M2", "M3"),
        (SPORTELLO, json!({"Q05": null}), "M2", "M1 M2", "M3"),
        (RETE, json!({}), "M3", "M1 M2 M3", "M4"),
        (RETE, json!({"Q05": ["d"]}), "M3", "M1 M2 M3", "M3"),
        (RETE, json!({"Q05": ["z"]}), "M3", "M1 M2 M3", "M3"),
    ]);
}

#[test]
fn a_convention_is_shown_the_unione_only_when_it_works_and_one_is_at_hand() {
    every(&[
        (CONVENZIONE, json!({}), "M4", "M1 M4", "M5"),
        (CONVENZIONE, json!({"Q05": ["c"]}), "M4", "M1 M4", "M5"),
        // Conventions alone are no body to confer a function to.
        (CONVENZIONE, json!({"Q05": ["b"]}), "M4", "M1 M4", "M4"),
        (CONVENZIONE, json!({"Q05": null}), "M4", "M1 M4", "M4"),
        (CONVENZIONE, json!({"Q01": "b"}), "M4", "M1 M4", "M5"),
        // One hour a week: D4 = (195 + 2 · 20 + 75 + 65 + 70) / 8 = 55.625, a gap of 14.375 from M4.
        (CONVENZIONE, json!({"Q24": 1}), "M4", "M1 M4", "M4"),
        (RIGHE, json!({}), "M4", "M1 M3 M4", "M4"),
        (RIGHE, json!({"Q05": ["z"]}), "M4", "M1 M3 M4", "M4"),
        (UNIONE, json!({}), "M5", "M1 M3 M5", "M5"),
        (UNIONE, json!({"Q01": "a", "Q05": ["z"]}), "M5", "M1 M3 M5", "M5"),
    ]);
}

#[test]
fn a_welcoming_community_stays_its_own_target_whatever_else_it_is() {
    every(&[
        (ACCOGLIENTE, json!({}), "M6", "M1 M2 M6", "M6"),
        (ACCOGLIENTE, json!({"Q07": "d"}), "M6", "M1 M4 M6", "M6"),
        (ACCOGLIENTE, json!({"Q07": "e"}), "M6", "M1 M5 M6", "M6"),
        // Partner of a project, with a contract; agreement with the Prefettura, with co-planning.
        (ACCOGLIENTE, json!({"Q37": "d", "Q41": "c"}), "M6", "M1 M2 M6", "M6"),
        (ACCOGLIENTE, json!({"Q37": "c"}), "M6", "M1 M2 M6", "M6"),
        // Neither is enough by itself.
        (ACCOGLIENTE, json!({"Q37": "c", "Q41": "c"}), "M2", "M1 M2", "M3"),
        (ACCOGLIENTE, json!({"Q41": "b"}), "M2", "M1 M2", "M3"),
        (ACCOGLIENTE, json!({"Q37": "a"}), "M2", "M1 M2", "M3"),
        // M6 is admissible and M5 nearer: conferring the function decides.
        (UNIONE, json!({"Q37": "e", "Q41": "d"}), "M5", "M1 M3 M5 M6", "M5"),
    ]);
}

#[test]
fn rows_count_from_the_first_to_the_fourth_and_only_with_an_agreement() {
    let rows = |columns: &str| json!({"Q08": columns.split(' ').collect::<Vec<_>>()});
    let admissible = |columns: &str| outcome(RIGHE, &rows(columns)).1;
    assert_eq!(admissible("c c a a a a"), "M1 M3 M4");
    assert_eq!(admissible("a a c c NS n"), "M1 M3 M4");
    assert_eq!(admissible("c a a a c c"), "M1 M3", "the fifth and sixth row do not count");
    assert_eq!(admissible("c d d d a a"), "M1 M3", "another letter does not count");
    assert_eq!(admissible("n n n n n n"), "M1 M3", "all excluded: not applicable, no condition is true");
}

#[test]
fn without_an_answer_about_second_level_advice_only_its_condition_is_false() {
    assert_eq!(outcome(RIGHE, &json!({"Q30": "NS"})).1, "M1 M4");
    assert_eq!(outcome(RIGHE, &json!({"Q30": null})).1, "M1 M4");
}
