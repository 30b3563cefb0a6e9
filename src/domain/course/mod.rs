//! A course is data: lessons in Markdown, quizzes with their right answers, files; and one plain rule for having completed it.
//!
//! A folder per course; [`parse`] turns its files into a [`Course`], or into faults with file and line. Nothing here knows
//! one particular course.

pub mod draw;
pub mod fault;
pub mod markdown;
pub mod parse;
pub mod progress;
pub mod quiz;
pub mod text;

pub use fault::{Fault, Mistake};
pub use quiz::{Item, Key, Pool, Quiz};

use self::text::Block;
use crate::domain::moment::Day;

/// A course, checked: every lesson, file and question it mentions exists.
#[derive(Debug, Clone)]
pub struct Course {
    /// Name of the folder, part of addresses.
    pub id: String,
    /// A whole number, raised whenever a learner would notice the difference.
    pub version: u32,
    pub title: String,
    /// What one can do afterwards, in a few sentences.
    pub description: String,
    /// Language of the content (BCP 47).
    pub lang: String,
    pub theme: Theme,
    /// For whom it is written.
    pub audience: String,
    pub authors: Vec<String>,
    /// The day on which somebody last held the content against its sources.
    pub reviewed: Day,
    /// Ids of courses that must be completed before.
    pub prerequisites: Vec<String>,
    /// Acts and documents that the content rests on.
    pub sources: Vec<Source>,
    pub lessons: Vec<Lesson>,
    /// The final test.
    pub test: Quiz,
    pub files: Vec<File>,
    /// SHA-256 of all files in name order, in hex.
    pub hash: String,
}

impl Course {
    /// Of all lessons and the test together.
    pub fn minutes(&self) -> u32 {
        self.lessons.iter().map(|lesson| lesson.minutes).sum::<u32>() + self.test.minutes
    }

    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == id)
    }

    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The final test, or that of a lesson, by the id that attempts carry.
    pub fn quiz(&self, id: &str) -> Option<&Quiz> {
        let of_lessons = self.lessons.iter().filter_map(|lesson| lesson.quiz.as_ref());
        of_lessons.chain([&self.test]).find(|quiz| quiz.id == id)
    }
}

/// The two themes of the Plan's seminars, and a third for what serves both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// Organisational models for small comuni and aggregations.
    Models,
    /// Demographic services.
    Registry,
    /// Whatever belongs to both.
    Common,
}

impl Theme {
    /// As written in the files, in the order of [`Theme::ALL`].
    pub const WORDS: [&'static str; 3] = ["models", "registry", "common"];
    pub const ALL: [Theme; 3] = [Theme::Models, Theme::Registry, Theme::Common];

    pub fn as_str(self) -> &'static str {
        match self {
            Theme::Models => "models",
            Theme::Registry => "registry",
            Theme::Common => "common",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub text: String,
    pub url: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Lesson {
    /// `02-dimora-abituale.md` is the lesson `dimora-abituale`.
    pub id: String,
    pub title: String,
    /// Time to read it, its quiz included.
    pub minutes: u32,
    pub blocks: Vec<Block>,
    /// For practice: it does not count for completing the course.
    pub quiz: Option<Quiz>,
}

/// A picture, a video, captions, or something to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub kind: FileKind,
    /// In bytes.
    pub size: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Picture,
    Video,
    Captions,
    Download,
}

impl File {
    /// By the ending of its name; none for files that a course does not carry.
    pub fn of(name: &str, size: usize) -> Option<File> {
        let kind = match ending(name) {
            "svg" | "png" | "jpg" | "jpeg" | "webp" => FileKind::Picture,
            "mp4" | "webm" => FileKind::Video,
            "vtt" => FileKind::Captions,
            "pdf" | "odt" | "ods" | "docx" | "xlsx" | "csv" | "txt" => FileKind::Download,
            _ => return None,
        };
        Some(File { name: name.to_owned(), kind, size })
    }

    /// As a server calls it.
    pub fn media_type(&self) -> &'static str {
        match ending(&self.name) {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "mp4" => "video/mp4",
            "webm" => "video/webm",
            "vtt" => "text/vtt; charset=utf-8",
            "pdf" => "application/pdf",
            "odt" => "application/vnd.oasis.opendocument.text",
            "ods" => "application/vnd.oasis.opendocument.spreadsheet",
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv" => "text/csv; charset=utf-8",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    /// What the format is called by who looks for it: `PDF`.
    pub fn format(&self) -> String {
        ending(&self.name).to_uppercase()
    }
}

impl FileKind {
    /// In bytes. The files travel inside the program, and to people with slow lines.
    pub fn most(self) -> usize {
        const MIB: usize = 1024 * 1024;
        match self {
            FileKind::Picture | FileKind::Captions => MIB / 2,
            FileKind::Video => 40 * MIB,
            FileKind::Download => 5 * MIB,
        }
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Names in addresses of a course that are pages of their own, hence no lessons.
pub const RESERVED: [&str; 4] = ["file", "prova", "lettura", "iscrizione"];

/// `02-dimora-abituale` → `dimora-abituale`.
pub fn lesson_id(stem: &str) -> Option<&str> {
    let (number, id) = stem.split_once('-')?;
    let fits = number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit());
    let fits = fits && !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (fits && !RESERVED.contains(&id)).then_some(id)
}
