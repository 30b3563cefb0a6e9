//! `course.toml`: what the course is, its lessons in order, its test, its sources.

use super::{Bench, day};
use crate::domain::course::{Mistake, Source, Theme, lesson_id};
use crate::domain::moment::Day;
use crate::domain::questionnaire::condition::is_option;
use crate::domain::questionnaire::parse::keys::Keys;
use crate::domain::questionnaire::parse::notes::{At, Spot};
use crate::domain::questionnaire::parse::{FaultKind, Thing};

pub(super) struct Header {
    pub id: At<String>,
    pub version: u32,
    pub title: String,
    pub description: String,
    pub lang: String,
    pub theme: Option<Theme>,
    pub audience: String,
    pub authors: Vec<String>,
    pub reviewed: Option<Day>,
    pub prerequisites: Vec<At<String>>,
    pub sources: Vec<Source>,
    pub test: At<String>,
    pub lessons: Vec<Listed>,
    pub spot: Spot,
}

/// A lesson as the course lists it.
#[derive(Clone)]
pub(super) struct Listed {
    pub path: At<String>,
    pub id: String,
    pub title: String,
    pub minutes: u32,
    pub quiz: Option<At<String>>,
}

pub(super) fn header(bench: &Bench<'_>, keys: Keys<'_>) -> Header {
    let id = keys.required_text("id");
    if !id.value.is_empty() && !is_option(&id.value) {
        bench.notes.fault(id.spot, FaultKind::BadId { thing: Thing::Section, id: id.value.clone() });
    }
    let header = Header {
        id,
        version: keys.required("version", |keys, key| keys.whole(key, 1)).map_or(0, |n| n.value),
        title: keys.required_text("title").value,
        description: keys.required_text("description").value,
        lang: keys.required_text("lang").value,
        theme: keys.required("theme", |keys, key| keys.word(key, &Theme::WORDS)).and_then(|word| Theme::ALL.get(word.value).copied()),
        audience: keys.required_text("audience").value,
        authors: listed(&keys, "authors").into_iter().map(|author| author.value).collect(),
        reviewed: day(bench, keys.required_text("reviewed")),
        prerequisites: keys.texts("prerequisites"),
        sources: sources(&keys),
        test: keys.required_text("test"),
        lessons: lessons(bench, &keys),
        spot: keys.spot,
    };
    keys.finish();
    header
}

/// A list that has at least one entry.
fn listed(keys: &Keys<'_>, key: &'static str) -> Vec<At<String>> {
    let entries = keys.required(key, |keys, key| Some(keys.texts(key))).unwrap_or_default();
    if keys.has(key) && keys.length(key) == 0 {
        keys.notes.fault(keys.spot_of_key(key), FaultKind::TooFew { key, least: 1, found: 0 });
    }
    entries
}

fn sources(keys: &Keys<'_>) -> Vec<Source> {
    let entries = keys.required("source", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    let source = |entry: Keys<'_>| {
        let source = Source { text: entry.required_text("text").value, url: entry.text("url").map(|url| url.value) };
        entry.finish();
        source
    };
    entries.into_iter().map(source).collect()
}

fn lessons(bench: &Bench<'_>, keys: &Keys<'_>) -> Vec<Listed> {
    let entries = keys.required("lesson", |keys, key| Some(keys.tables(key))).unwrap_or_default();
    let mut all: Vec<Listed> = entries.into_iter().map(|entry| lesson(bench, entry)).collect();
    all.retain(|lesson| !lesson.path.value.is_empty());
    for (i, lesson) in all.iter().enumerate() {
        if all[..i].iter().any(|before| before.id == lesson.id) {
            bench.notes.fault(lesson.path.spot, FaultKind::Duplicate { thing: Thing::Section, id: lesson.id.clone() });
        } else if all[..i].last().is_some_and(|before| before.path.value > lesson.path.value) {
            bench.note(lesson.path.spot, Mistake::LessonsOutOfOrder { path: lesson.path.value.clone() });
        }
    }
    all
}

fn lesson(bench: &Bench<'_>, keys: Keys<'_>) -> Listed {
    let path = keys.required_text("file");
    let id = path.value.strip_suffix(".md").and_then(lesson_id);
    if id.is_none() && !path.value.is_empty() {
        bench.note(path.spot, Mistake::LessonName { path: path.value.clone() });
    }
    let listed = Listed {
        id: id.unwrap_or(&path.value).to_owned(),
        title: keys.required_text("title").value,
        minutes: keys.required("minutes", |keys, key| keys.whole(key, 1)).map_or(0, |n| n.value),
        quiz: keys.text("quiz"),
        path,
    };
    keys.finish();
    listed
}
