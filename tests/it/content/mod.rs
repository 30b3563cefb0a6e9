//! The content that ships with the product is guarded like code: a slip of the pen in a questionnaire fails here.

mod gradimento;
mod letter;
mod piccoli_comuni;
mod tables;
mod typography;
mod uso;

use std::path::Path;

use affianca::domain::questionnaire::{Kind, Question, Questionnaire};
use affianca::platform::content;

/// Version 1 of a shipped questionnaire, without a fault and without a warning.
fn load(questionnaire: &str) -> Questionnaire {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires").join(questionnaire).join("1");
    let files = content::questionnaire(&folder).unwrap();
    let (questionnaire, warnings) = files.parse().unwrap();
    assert!(warnings.is_empty(), "{warnings:#?}");
    questionnaire
}

/// Every text of a questionnaire that somebody reads, with the place to look for it.
fn texts(q: &Questionnaire) -> Vec<(String, &str)> {
    let mut all = vec![("title".to_owned(), q.title.as_str())];
    all.extend(q.about.iter().map(|p| ("about".to_owned(), p.as_str())));
    all.extend(q.themes.iter().map(|t| (format!("theme {}", t.id), t.name.as_str())));
    for d in &q.dimensions {
        all.extend([&d.name, &d.short, &d.why].map(|t| (d.id.clone(), t.as_str())));
    }
    for m in &q.models {
        all.extend([&m.name, &m.description, &m.suits].map(|t| (m.id.clone(), t.as_str())));
    }
    for s in &q.sections {
        all.push((s.id.clone(), &s.title));
        all.extend(s.intro.iter().map(|t| (s.id.clone(), t.as_str())));
    }
    for question in q.questions() {
        all.extend(of_question(question).into_iter().map(|t| (question.id.clone(), t)));
    }
    for s in &q.suggestions {
        let words = [&s.title, &s.effect].into_iter().chain(&s.steps).chain(&s.testimonials);
        all.extend(words.map(|t| (s.id.clone(), t.as_str())));
    }
    let classes = q.positioning.iter().filter_map(|p| p.peers.as_ref()).flat_map(|p| &p.classes);
    all.extend(classes.map(|c| (c.id.clone(), c.name.as_str())));
    all
}

fn of_question(question: &Question) -> Vec<&str> {
    let mut all = vec![question.text.as_str()];
    all.extend([&question.help, &question.office, &question.not_applicable].into_iter().flatten().map(String::as_str));
    all.extend(question.kind.choices().iter().map(|c| c.text.as_str()));
    match &question.kind {
        Kind::Matrix { rows, .. } => all.extend(rows.iter().map(|r| r.text.as_str())),
        Kind::Number(number) => all.extend(number.unit.iter().map(String::as_str)),
        _ => {}
    }
    all
}
