//! The satisfaction with a training day: a questionnaire that shares nothing with the self-assessment but its format.

use affianca::domain::questionnaire::{Kind, Questionnaire};

use super::{load, texts};

fn gradimento() -> Questionnaire {
    load("gradimento-giornata")
}

#[test]
fn twelve_questions_without_models() {
    let q = gradimento();
    assert_eq!((q.questions().count(), q.sections.len(), q.dimensions.len()), (12, 4, 2));
    assert!(q.models.is_empty() && q.suggestions.is_empty() && q.positioning.is_none());
    assert_eq!(q.dimensions.iter().map(|d| d.weight).sum::<f64>(), 100.0);
}

#[test]
fn every_kind_of_question_is_there() {
    let q = gradimento();
    let count = |is: fn(&Kind) -> bool| q.questions().filter(|x| is(&x.kind)).count();
    assert_eq!(count(|k| matches!(k, Kind::Single { .. })), 1);
    assert_eq!(count(|k| matches!(k, Kind::Multiple { .. })), 2);
    assert_eq!(count(|k| matches!(k, Kind::YesNo { .. })), 1);
    assert_eq!(count(|k| matches!(k, Kind::Maturity { .. })), 4);
    assert_eq!(count(|k| matches!(k, Kind::Number(_))), 1);
    assert_eq!(count(|k| matches!(k, Kind::Matrix { .. })), 1);
    assert_eq!(count(|k| matches!(k, Kind::Text { .. })), 2);
}

#[test]
fn what_is_asked_depends_on_how_the_day_was_followed() {
    let q = gradimento();
    let visible = |id: &str| q.question(id).unwrap().visible.to_string();
    assert_eq!([visible("G08"), visible("G09"), visible("G10")], ["G07 = s", "in_aula", "a_distanza"]);
}

#[test]
fn its_scale_is_agreement() {
    let q = gradimento();
    let levels: Vec<_> = q.question("G04").unwrap().kind.choices().iter().map(|c| (c.text.as_str(), c.points)).collect();
    assert_eq!(levels[0], ("Per niente d'accordo", Some(0.0)));
    assert_eq!(levels[4], ("Del tutto d'accordo", Some(100.0)));
    assert_eq!(q.question("G04").unwrap().text, "La giornata è utile per il mio lavoro.");
}

#[test]
fn nothing_asks_who_answers() {
    let asked = ["cognome", "codice fiscale", "e-mail", "telefono", "indirizzo", "data di nascita", "qualifica", "quale ente"];
    for (place, text) in texts(&gradimento()) {
        assert!(!asked.iter().any(|word| text.to_lowercase().contains(word)), "{place}: {text}");
    }
}
