//! `affianca questionnaire check DIR`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::terminal::Terminal;
use super::{Outcome, words};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::{Fault, Warning};
use crate::platform::content::{self, VersionFolder};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the files of a questionnaire: every fault with file, line and column.
    Check(Check),
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        match self {
            Command::Check(check) => check.run(terminal),
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
        let folder = match content::questionnaire(&self.dir) {
            Ok(folder) => folder,
            Err(why) => {
                let sentence = words::unreadable(&why, terminal.lang);
                if self.json {
                    terminal.say(&json!({ "error": sentence }).to_string());
                }
                terminal.complain(&sentence);
                return Outcome::Failed;
            }
        };
        match folder.parse() {
            Ok((questionnaire, warnings)) => self.sound(&folder, &questionnaire, &warnings, terminal),
            Err(faults) => self.faulty(&folder, &faults, terminal),
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

    fn faulty(&self, folder: &VersionFolder, faults: &[Fault], terminal: &mut Terminal<'_>) -> Outcome {
        let remarks: Vec<Remark> = faults.iter().map(|f| Remark::of_fault(folder, f, terminal)).collect();
        for remark in &remarks {
            terminal.complain(&remark.line());
        }
        terminal.complain(&words::fault_count(remarks.len(), terminal.lang));
        if self.json {
            let result = json!({ "folder": folder.shown, "faults": json_of(&remarks), "warnings": [] });
            terminal.say(&result.to_string());
        }
        Outcome::Failed
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
