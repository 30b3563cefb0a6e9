//! `affianca course check DIR`: the files of a course, or of all courses in a folder.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::questionnaire::failed;
use super::terminal::Terminal;
use super::{Outcome, course_words as words};
use crate::domain::course::{Course, Fault};
use crate::platform::courseware::{self, CourseFolder};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the files of a course: every fault with file, line and column.
    Check(Check),
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let Command::Check(check) = self;
        check.run(terminal)
    }
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// The folder of a course (courses/iscrizione-anagrafica), or a folder of courses: all of them.
    dir: PathBuf,
    /// Write the result as JSON on standard output.
    #[arg(long)]
    json: bool,
}

impl Check {
    fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let folders = match courseware::courses(&self.dir) {
            Ok(folders) => folders,
            Err(why) => {
                failed(&words::unreadable(&why, terminal.lang), self.json, terminal);
                return Outcome::Failed;
            }
        };
        let checked: Vec<_> = folders.iter().map(|folder| (folder, folder.parse())).collect();
        for (folder, result) in &checked {
            match result {
                Ok(course) if !self.json => terminal.say(&words::sound(&folder.shown, course, terminal.lang)),
                Ok(_) => {}
                Err(faults) => faulty(folder, faults, terminal),
            }
        }
        if self.json {
            let all: Vec<Value> = checked.iter().map(|(folder, result)| told(folder, result, terminal)).collect();
            terminal.say(&json!({ "courses": all }).to_string());
        }
        if checked.iter().all(|(_, result)| result.is_ok()) { Outcome::Done } else { Outcome::Failed }
    }
}

/// As compilers write, so that editors jump to the place.
fn faulty(folder: &CourseFolder, faults: &[Fault], terminal: &mut Terminal<'_>) {
    for Fault { file, line, column, kind } in faults {
        let sentence = words::mistake(kind, terminal.lang);
        terminal.complain(&format!("{}/{file}:{line}:{column}: {sentence}", folder.shown));
    }
    terminal.complain(&words::fault_count(faults.len(), terminal.lang));
}

fn told(folder: &CourseFolder, result: &Result<Course, Vec<Fault>>, terminal: &Terminal<'_>) -> Value {
    let fault = |f: &Fault| {
        let file = format!("{}/{}", folder.shown, f.file);
        let message = words::mistake(&f.kind, terminal.lang);
        json!({ "file": file, "line": f.line, "column": f.column, "kind": f.kind.code(), "message": message })
    };
    match result {
        Ok(course) => json!({
            "folder": folder.shown, "course": course.id, "version": course.version, "lessons": course.lessons.len(),
            "hash": course.hash, "faults": [],
        }),
        Err(faults) => json!({ "folder": folder.shown, "faults": faults.iter().map(fault).collect::<Vec<_>>() }),
    }
}
