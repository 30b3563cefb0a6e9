//! From the files of a folder to a course, or to everything that is wrong with them (`docs/course-format.md`).
//!
//! First each file is read for itself, then what the files say of one another is checked ([`check`]).

mod check;
mod files;
mod header;
mod quiz;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::markdown::{self, Reading};
use super::{Course, Fault, File, Lesson, Mistake, Quiz};
use crate::domain::moment::Day;
use crate::domain::questionnaire::parse::keys::Keys;
use crate::domain::questionnaire::parse::notes::{At, Notes, Spot};
use crate::domain::questionnaire::parse::{FaultKind, SourceFile, Top, table};

/// One file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderFile {
    /// Relative to the folder of the course, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A course as the others beside it see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub id: String,
    pub prerequisites: Vec<String>,
}

/// Where a course's files stand: the name of the folder is the course's id.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    pub folder: &'p str,
    /// The courses of the other folders.
    pub beside: &'p [Beside],
}

pub const MAIN: &str = "course.toml";
const QUIZZES: &str = "quiz/";
const FILES: &str = "files/";

/// The course that the files make; or all faults found, in order of place.
pub fn parse(files: &[FolderFile], place: Place<'_>) -> Result<Course, Vec<Fault>> {
    let mut files = files.to_vec();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let (sources, undecoded) = decoded(&files);
    let tables: Vec<_> = {
        let notes = Notes::new(&sources);
        let tables: Vec<_> =
            (0..sources.len()).map(|file| sources[file].path.ends_with(".toml").then(|| table(&notes, &sources, file))).collect();
        let faults = notes.into_faults();
        if !faults.is_empty() {
            let all = faults.into_iter().map(|f| Fault { file: f.file, line: f.line, column: f.column, kind: Mistake::Format(f.kind) });
            return Err(sorted(all.chain(undecoded).collect()));
        }
        tables.into_iter().map(Option::flatten).collect()
    };
    let bench = Bench::new(&sources, undecoded);
    let course = course(&bench, &tables, &files, place);
    let faults = bench.into_faults();
    match course {
        Some(course) if faults.is_empty() => Ok(course),
        _ => Err(faults),
    }
}

/// What a `course.toml` says of itself to others, as far as it can be read.
pub fn beside(text: &str) -> Option<Beside> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let table = table.get_ref();
    let id = table.get("id")?.get_ref().as_str()?.to_owned();
    let list = table.get("prerequisites").and_then(|list| list.get_ref().as_array());
    let prerequisites = list.into_iter().flat_map(|list| list.iter()).filter_map(|entry| entry.get_ref().as_str().map(str::to_owned));
    Some(Beside { id, prerequisites: prerequisites.collect() })
}

/// The files that are text, by their endings, and those that should be and are not.
fn decoded(files: &[FolderFile]) -> (Vec<SourceFile>, Vec<Fault>) {
    let (mut sources, mut faults) = (Vec::new(), Vec::new());
    let is_text = |path: &str| [".toml", ".md", ".svg", ".vtt"].iter().any(|ending| path.ends_with(ending));
    for file in files.iter().filter(|file| is_text(&file.path)) {
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => sources.push(SourceFile { path: file.path.clone(), text: text.to_owned() }),
            Err(_) => faults.push(Fault { file: file.path.clone(), line: 1, column: 1, kind: Mistake::NotUtf8 }),
        }
    }
    (sources, faults)
}

/// The files being read, and what was found wrong with them.
struct Bench<'a> {
    notes: Notes<'a>,
    sources: &'a [SourceFile],
    placed: RefCell<Vec<(Spot, Mistake)>>,
    /// Of whole files.
    whole: RefCell<Vec<Fault>>,
}

impl<'a> Bench<'a> {
    fn new(sources: &'a [SourceFile], whole: Vec<Fault>) -> Bench<'a> {
        Bench { notes: Notes::new(sources), sources, placed: RefCell::default(), whole: RefCell::new(whole) }
    }

    fn note(&self, spot: Spot, mistake: Mistake) {
        self.placed.borrow_mut().push((spot, mistake));
    }

    fn of_file(&self, path: &str, kind: Mistake) {
        self.whole.borrow_mut().push(Fault { file: path.to_owned(), line: 1, column: 1, kind });
    }

    fn position(&self, path: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.path == path)
    }

    fn keys<'t>(&'t self, tables: &'t [Option<Top<'t>>], file: usize) -> Option<Keys<'t>>
    where
        'a: 't,
    {
        let table = tables.get(file)?.as_ref()?;
        Some(Keys::new(&self.notes, file, 0..0, table.get_ref()))
    }

    fn into_faults(self) -> Vec<Fault> {
        let mut all = self.whole.take();
        for (spot, kind) in self.placed.take() {
            let (line, column) = self.notes.line_and_column(spot);
            all.push(Fault { file: self.sources[spot.file].path.clone(), line, column, kind });
        }
        let format = self.notes.into_faults().into_iter();
        all.extend(format.map(|f| Fault { file: f.file, line: f.line, column: f.column, kind: Mistake::Format(f.kind) }));
        sorted(all)
    }
}

fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    faults.dedup();
    faults
}

fn in_file(file: usize, range: &Range<usize>) -> Spot {
    Spot { file, from: range.start, to: range.end }
}

/// A lesson before the others are known.
struct LessonDraft {
    file: usize,
    listed: header::Listed,
    reading: Reading,
}

fn course<'a>(bench: &'a Bench<'a>, tables: &'a [Option<Top<'a>>], files: &[FolderFile], place: Place<'_>) -> Option<Course> {
    let Some(main) = bench.position(MAIN) else {
        bench.of_file(MAIN, Mistake::Format(FaultKind::MissingFile));
        return None;
    };
    let header = header::header(bench, bench.keys(tables, main)?);
    check::names(bench, &header, place);
    let shelf = files::shelf(bench, files);
    let quizzes = quizzes(bench, tables, &header.lang);
    let lessons = lessons(bench, &header);
    check::together(bench, check::All { header: &header, lessons: &lessons, quizzes: &quizzes, shelf: &shelf });
    assembled(header, lessons, quizzes, shelf, hash(files))
}

fn quizzes<'a>(bench: &'a Bench<'a>, tables: &'a [Option<Top<'a>>], lang: &str) -> BTreeMap<String, Quiz> {
    let mut all = BTreeMap::new();
    for (file, source) in bench.sources.iter().enumerate() {
        let Some(name) = source.path.strip_prefix(QUIZZES).and_then(|name| name.strip_suffix(".toml")) else { continue };
        if let Some(keys) = bench.keys(tables, file) {
            all.insert(name.to_owned(), quiz::quiz(bench, keys, name, lang));
        }
    }
    all
}

/// The lessons listed that are there.
fn lessons(bench: &Bench<'_>, header: &header::Header) -> Vec<LessonDraft> {
    let draft = |listed: &header::Listed| {
        let file = bench.position(&listed.path.value)?;
        Some(LessonDraft { file, listed: listed.clone(), reading: markdown::read(&bench.sources[file].text) })
    };
    header.lessons.iter().filter_map(draft).collect()
}

fn assembled(
    header: header::Header,
    lessons: Vec<LessonDraft>,
    mut quizzes: BTreeMap<String, Quiz>,
    files: Vec<File>,
    hash: String,
) -> Option<Course> {
    let test = quizzes.remove(&header.test.value)?;
    let lessons = lessons.into_iter().map(|draft| Lesson {
        id: draft.listed.id,
        title: draft.listed.title,
        minutes: draft.listed.minutes,
        blocks: draft.reading.blocks,
        quiz: draft.listed.quiz.and_then(|quiz| quizzes.remove(&quiz.value)),
    });
    Some(Course {
        id: header.id.value,
        version: header.version,
        title: header.title,
        description: header.description,
        lang: header.lang,
        theme: header.theme?,
        audience: header.audience,
        authors: header.authors,
        reviewed: header.reviewed?,
        prerequisites: header.prerequisites.into_iter().map(|p: At<String>| p.value).collect(),
        sources: header.sources,
        lessons: lessons.collect(),
        test,
        files,
        hash,
    })
}

/// SHA-256 over path, length and content of each file in order of path, in hex: as for questionnaires.
fn hash(files: &[FolderFile]) -> String {
    let mut sum = Sha256::new();
    for file in files {
        sum.update(file.path.as_bytes());
        sum.update([0]);
        sum.update((file.bytes.len() as u64).to_be_bytes());
        sum.update(&file.bytes);
    }
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn day(bench: &Bench<'_>, text: At<String>) -> Option<Day> {
    let day = Day::parse(&text.value);
    if day.is_none() && !text.value.is_empty() {
        bench.note(text.spot, Mistake::NotADay { text: text.value });
    }
    day
}
