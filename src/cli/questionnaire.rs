//! `affianca questionnaire check DIR`, and the reading of the folder that its sister commands share.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::score::Score;
use super::terminal::Terminal;
use super::{Outcome, words};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::{Fault, Warning};
use crate::platform::content::{self, VersionFolder};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the files of a questionnaire: every fault with file, line and column.
    Check(Check),
    /// Score one set of answers, without server or database.
    Score(Score),
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        match self {
            Command::Check(check) => check.run(terminal),
            Command::Score(score) => score.run(terminal),
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// A version folder (questionnaires/piccoli-comuni/1), or a questionnaire folder: its highest published version.
    dir: PathBuf,
    /// Write the result as JSON on standard output.
    #[arg(long)]
    json: bool,
}

impl Check {
    fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        match read(&self.dir, self.json, terminal) {
            Some((folder, questionnaire, warnings)) => self.sound(&folder, &questionnaire, &warnings, terminal),
            None => Outcome::Failed,
        }
    }

    fn sound(&self, folder: &VersionFolder, questionnaire: &Questionnaire, warnings: &[Warning], terminal: &mut Terminal<'_>) -> Outcome {
        let lang = terminal.lang;
        let warnings: Vec<Remark> = warnings.iter().map(|w| Remark::of_warning(folder, w, terminal)).collect();
        for warning in &warnings {
            terminal.complain(&words::warning_line(&warning.line(), lang));
        }
        if self.json {
            let result = json!({
                "folder": folder.shown, "questionnaire": questionnaire.id, "version": questionnaire.version,
                "hash": questionnaire.hash, "faults": [], "warnings": json_of(&warnings),
            });
            terminal.say(&result.to_string());
        } else {
            terminal.say(&words::sound(&folder.shown, questionnaire, lang));
        }
        Outcome::Done
    }
}

/// The questionnaire in a folder; or nothing, when everything that is wrong with it has been told.
pub(super) fn read(dir: &Path, json: bool, terminal: &mut Terminal<'_>) -> Option<(VersionFolder, Questionnaire, Vec<Warning>)> {
    let folder = match content::questionnaire(dir) {
        Ok(folder) => folder,
        Err(why) => {
            failed(&words::unreadable(&why, terminal.lang), json, terminal);
            return None;
        }
    };
    match folder.parse() {
        Ok((questionnaire, warnings)) => Some((folder, questionnaire, warnings)),
        Err(faults) => {
            faulty(&folder, &faults, json, terminal);
            None
        }
    }
}

/// A fault that has no place of its own in the JSON.
pub(super) fn failed(sentence: &str, json: bool, terminal: &mut Terminal<'_>) {
    if json {
        terminal.say(&json!({ "error": sentence }).to_string());
    }
    terminal.complain(sentence);
}

fn faulty(folder: &VersionFolder, faults: &[Fault], json: bool, terminal: &mut Terminal<'_>) {
    let remarks: Vec<Remark> = faults.iter().map(|f| Remark::of_fault(folder, f, terminal)).collect();
    for remark in &remarks {
        terminal.complain(&remark.line());
    }
    terminal.complain(&words::fault_count(remarks.len(), terminal.lang));
    if json {
        let result = json!({ "folder": folder.shown, "faults": json_of(&remarks), "warnings": [] });
        terminal.say(&result.to_string());
    }
}

/// A fault or a warning as it is shown.
struct Remark {
    file: String,
    line: usize,
    column: usize,
    kind: &'static str,
    sentence: String,
}

impl Remark {
    fn of_fault(folder: &VersionFolder, fault: &Fault, terminal: &Terminal<'_>) -> Remark {
        let Fault { file, line, column, kind } = fault;
        let file = format!("{}/{file}", folder.shown);
        Remark { file, line: *line, column: *column, kind: kind.code(), sentence: words::fault(kind, terminal.lang) }
    }

    fn of_warning(folder: &VersionFolder, warning: &Warning, terminal: &Terminal<'_>) -> Remark {
        let Warning { file, line, column, kind } = warning;
        let file = format!("{}/{file}", folder.shown);
        Remark { file, line: *line, column: *column, kind: kind.code(), sentence: words::warning(kind, terminal.lang) }
    }

    /// As compilers write, so that editors jump to the place.
    fn line(&self) -> String {
        format!("{}:{}:{}: {}", self.file, self.line, self.column, self.sentence)
    }
}

fn json_of(remarks: &[Remark]) -> Vec<Value> {
    let json = |r: &Remark| json!({ "file": r.file, "line": r.line, "column": r.column, "kind": r.kind, "message": r.sentence });
    remarks.iter().map(json).collect()
}
