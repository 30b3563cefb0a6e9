//! Three months after a training day: what is in use. Short, anonymous, and answerable also by who uses nothing of it.

use affianca::domain::points::Sheet;
use affianca::domain::questionnaire::answer::answers_from_json;
use affianca::domain::questionnaire::{Kind, Questionnaire};
use serde_json::json;

use super::{load, texts};

fn uso() -> Questionnaire {
    load("uso-dopo-tre-mesi")
}

#[test]
fn it_is_short_and_measures_against_no_model() {
    let q = uso();
    assert_eq!((q.questions().count(), q.sections.len(), q.dimensions.len()), (7, 2, 1));
    assert!(q.models.is_empty() && q.suggestions.is_empty() && q.positioning.is_none());
    assert!(q.sections.iter().map(|section| section.minutes).sum::<u32>() <= 3);
    assert_eq!(q.question("U01").unwrap().text, "Nel suo lavoro usa quanto appreso nella giornata?");
    assert!(
        q.questions()
            .filter(|x| matches!(x.kind, Kind::Text { .. }))
            .all(|x| x.help.as_deref().is_some_and(|h| h.contains("Non scrivere nomi")))
    );
}

#[test]
fn whoever_uses_nothing_is_asked_why_and_whoever_uses_it_what() {
    let q = uso();
    let asked = |how: &str| {
        let given = json!({ "U01": how });
        let answers = answers_from_json(&q, given.as_object().unwrap()).unwrap();
        let sheet = Sheet::mark(&q, &answers);
        let visible = sheet.questions.iter().filter(|one| one.standing.is_visible()).map(|one| one.question.id.clone());
        visible.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(asked("a"), "U01 U02 U03 U04 U06 U07");
    assert_eq!(asked("c"), "U01 U02 U03 U04 U05 U06 U07");
    assert_eq!(asked("d"), "U01 U04 U05 U07");
}

#[test]
fn nothing_asks_who_answers() {
    let asked = ["cognome", "codice fiscale", "e-mail", "telefono", "indirizzo", "data di nascita", "qualifica", "quale ente"];
    for (place, text) in texts(&uso()) {
        assert!(!asked.iter().any(|word| text.to_lowercase().contains(word)), "{place}: {text}");
    }
}
