//! What the files say of one another: links, files shown, quizzes used, and courses that ask for courses.

use std::collections::BTreeMap;

use super::header::Header;
use super::{Bench, Beside, FILES, LessonDraft, MAIN, Place, QUIZZES, in_file};
use crate::domain::course::text::{Block, Target, words};
use crate::domain::course::{File, Mistake, Quiz};
use crate::domain::questionnaire::parse::{FaultKind, Thing};

/// All that was read.
#[derive(Clone, Copy)]
pub(super) struct All<'a> {
    pub header: &'a Header,
    pub lessons: &'a [LessonDraft],
    pub quizzes: &'a BTreeMap<String, Quiz>,
    pub shelf: &'a [File],
}

/// The id is the folder's name; prerequisites exist, and lead nowhere back.
pub(super) fn names(bench: &Bench<'_>, header: &Header, place: Place<'_>) {
    let id = &header.id;
    if !id.value.is_empty() && id.value != place.folder {
        let (thing, folder) = (Thing::Section, place.folder.to_owned());
        bench.notes.fault(id.spot, FaultKind::NotTheFolder { thing, id: id.value.clone(), folder });
    }
    for asked in &header.prerequisites {
        if asked.value != id.value && !place.beside.iter().any(|course| course.id == asked.value) {
            bench.note(asked.spot, Mistake::UnknownPrerequisite { course: asked.value.clone() });
        } else if let Some(way) = way_back(&id.value, &asked.value, place.beside, vec![id.value.clone()]) {
            bench.note(asked.spot, Mistake::PrerequisiteCircle { way });
        }
    }
}

/// From a course over those it asks for back to the first, if there is such a way.
fn way_back(first: &str, at: &str, beside: &[Beside], mut way: Vec<String>) -> Option<Vec<String>> {
    if way.iter().skip(1).any(|seen| seen == at) {
        return None;
    }
    way.push(at.to_owned());
    if at == first {
        return Some(way);
    }
    let asked = &beside.iter().find(|course| course.id == at)?.prerequisites;
    asked.iter().find_map(|next| way_back(first, next, beside, way.clone()))
}

pub(super) fn together(bench: &Bench<'_>, all: All<'_>) {
    listed(bench, all);
    for lesson in all.lessons {
        of_lesson(bench, lesson, all);
    }
    unused(bench, all);
}

/// Every file listed is there, every lesson and quiz there is listed, and nothing else lies about.
fn listed(bench: &Bench<'_>, all: All<'_>) {
    let header = all.header;
    if header.lessons.is_empty() {
        bench.notes.fault(header.spot, FaultKind::TooFew { key: "lesson", least: 1, found: 0 });
    }
    for lesson in &header.lessons {
        if bench.position(&lesson.path.value).is_none() {
            bench.note(lesson.path.spot, Mistake::NotInFolder { path: lesson.path.value.clone() });
        }
    }
    let named = header.lessons.iter().filter_map(|lesson| lesson.quiz.as_ref()).chain([&header.test]);
    for quiz in named.clone().filter(|quiz| !quiz.value.is_empty()) {
        if !all.quizzes.contains_key(&quiz.value) {
            bench.note(quiz.spot, Mistake::NotInFolder { path: format!("{QUIZZES}{}.toml", quiz.value) });
        }
    }
    for source in bench.sources {
        let path = source.path.as_str();
        let quiz = path.strip_prefix(QUIZZES).and_then(|name| name.strip_suffix(".toml"));
        if path == MAIN || path.starts_with(FILES) {
            continue;
        } else if let Some(quiz) = quiz {
            if !named.clone().any(|used| used.value == quiz) {
                bench.of_file(path, Mistake::QuizNotUsed);
            }
        } else if path.ends_with(".md") && !path.contains('/') {
            if !header.lessons.iter().any(|lesson| lesson.path.value == path) {
                bench.of_file(path, Mistake::LessonNotListed);
            }
        } else {
            bench.of_file(path, Mistake::UnexpectedFile);
        }
    }
}

fn of_lesson(bench: &Bench<'_>, lesson: &LessonDraft, all: All<'_>) {
    if words(&lesson.reading.blocks).trim().is_empty() {
        bench.of_file(&lesson.listed.path.value, Mistake::EmptyLesson);
    }
    for (at, mistake) in &lesson.reading.remarks {
        bench.note(in_file(lesson.file, at), mistake.clone());
    }
    let on_shelf = |name: &str| all.shelf.iter().any(|file| file.name == name);
    let missing = |name: &str| Mistake::NotInFolder { path: format!("{FILES}{name}") };
    for (at, name) in &lesson.reading.shown {
        if !on_shelf(name) {
            bench.note(in_file(lesson.file, at), missing(name));
        }
        let video = name.rsplit_once('.').filter(|(_, ending)| ["mp4", "webm"].contains(ending));
        if let Some((stem, _)) = video
            && !on_shelf(&format!("{stem}.vtt"))
        {
            bench.note(in_file(lesson.file, at), Mistake::MissingCaptions { path: format!("{FILES}{stem}.vtt") });
        }
    }
    for (at, target) in &lesson.reading.targets {
        let mistake = match target {
            Target::File(name) if !on_shelf(name) => Some(missing(name)),
            Target::Here(heading) => no_heading(lesson, heading),
            Target::Lesson { lesson: id, heading } => match all.lessons.iter().find(|other| other.listed.id == *id) {
                None => Some(Mistake::NoSuchLesson { lesson: id.clone() }),
                Some(other) => heading.as_ref().and_then(|heading| no_heading(other, heading)),
            },
            _ => None,
        };
        if let Some(mistake) = mistake {
            bench.note(in_file(lesson.file, at), mistake);
        }
    }
}

fn no_heading(lesson: &LessonDraft, heading: &str) -> Option<Mistake> {
    let there = lesson.reading.headings.iter().any(|id| id == heading);
    (!there).then(|| Mistake::NoSuchHeading { heading: heading.to_owned() })
}

/// Files that nobody would ever meet.
fn unused(bench: &Bench<'_>, all: All<'_>) {
    let mut met: Vec<String> = Vec::new();
    for lesson in all.lessons {
        met.extend(lesson.reading.shown.iter().map(|(_, name)| name.clone()));
        met.extend(lesson.reading.targets.iter().filter_map(|(_, target)| match target {
            Target::File(name) => Some(name.clone()),
            _ => None,
        }));
        crate::domain::course::text::each(&lesson.reading.blocks, &mut |block| {
            if let Block::Video { captions, .. } = block {
                met.push(captions.clone());
            }
        });
    }
    for file in all.shelf.iter().filter(|file| !met.contains(&file.name)) {
        bench.of_file(&format!("{FILES}{}", file.name), Mistake::FileNotUsed);
    }
}
