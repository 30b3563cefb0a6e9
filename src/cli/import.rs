//! `affianca import enti|people|successions FILE`: what an office holds already, all or nothing.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, import_words as words, server_words};
use crate::access::Actor;
use crate::domain::import::fault::Fault;
use crate::domain::import::sheet::LARGEST;
use crate::domain::import::{self, Counts, FileKind, NotATable};
use crate::enti::{self, CarriedOut, Upload};
use crate::platform::Clock;
use crate::ui::imports;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Comuni and associations: new ones, and new data of those that are there.
    Enti(Import),
    /// People with their appointments. They get an account without a password.
    People(Import),
    /// Fusions, incorporations, splits, dissolutions, new ISTAT codes.
    Successions(Import),
}

#[derive(Debug, Args)]
pub(super) struct Import {
    /// A CSV file; `-` is standard input. The format is in docs/import-format.md.
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Tell what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write an example file instead of reading one.
    #[arg(long, conflicts_with_all = ["file", "dry_run", "json"])]
    template: bool,
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

/// What came of a file.
enum Told {
    NotATable(NotATable),
    Faulty(Vec<Fault>),
    /// Not done: only shown.
    Would(Counts, Vec<String>),
    Done(Counts, Vec<String>),
    /// Somebody changed the registers in the same moment.
    Differs,
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let (kind, import) = match self {
            Command::Enti(import) => (FileKind::Enti, import),
            Command::People(import) => (FileKind::People, import),
            Command::Successions(import) => (FileKind::Successions, import),
        };
        let Some(file) = &import.file else {
            terminal.say(kind.template().trim_end());
            return Outcome::Done;
        };
        let bytes = match read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                terminal.complain(&words::unreadable(terminal.lang, file, &error));
                return Outcome::Failed;
            }
        };
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let upload = Upload { kind, name: &name, bytes: &bytes };
        match import.bring_in(&upload) {
            Err(obstacle) => server_words::outcome(Err(obstacle), terminal),
            Ok(told) => told.tell(import.json, terminal),
        }
    }
}

/// At most one byte more than is allowed: more is not looked at.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    if file == Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

impl Import {
    fn bring_in(&self, upload: &Upload<'_>) -> Result<Told, Obstacle> {
        let (encoding, text) = match import::sheet::decode(upload.bytes) {
            Ok(read) => read,
            Err(why) => return Ok(Told::NotATable(NotATable::Unreadable(why))),
        };
        let config = installation::settings()?;
        installation::block_on(async {
            let (db, _) = installation::prepare(&config.database, &Clock::System).await?;
            let actor = Actor::housekeeper(db.clone(), Clock::System.now());
            let reading = match enti::judge_import(&actor, upload.kind, &text).await? {
                Ok(reading) => reading,
                Err(fault) => return Ok(Told::NotATable(fault)),
            };
            let (faults, counts) = (reading.judged.faults(), reading.judged.counts());
            let unknown = reading.table.layout.unknown.clone();
            if !faults.is_empty() {
                return Ok(Told::Faulty(faults.to_vec()));
            }
            if self.dry_run {
                return Ok(Told::Would(counts, unknown));
            }
            let id = enti::keep_import(&actor, upload, encoding, &text, reading.table.sheet.rows.len()).await?;
            let done = enti::carry_out_import(&actor, &id, &reading.judged.fingerprint(), false).await?;
            db.close().await;
            Ok(match done {
                CarriedOut::Done(counts) => Told::Done(counts, unknown),
                CarriedOut::Differs | CarriedOut::Gone => Told::Differs,
            })
        })
    }
}

impl Told {
    fn tell(&self, as_json: bool, terminal: &mut Terminal<'_>) -> Outcome {
        if as_json {
            terminal.say(&self.json(terminal).to_string());
        }
        let lang = terminal.lang;
        match self {
            Told::NotATable(fault) => terminal.complain(&imports::words::not_a_table(lang, fault)),
            Told::Faulty(faults) => {
                for fault in faults {
                    terminal.complain(&imports::words::line(lang, fault));
                }
                terminal.complain(&words::nothing_written(lang, faults));
            }
            Told::Differs => terminal.complain(words::differs(lang)),
            Told::Would(counts, unknown) | Told::Done(counts, unknown) => {
                if !unknown.is_empty() {
                    terminal.complain(&words::unknown_columns(lang, unknown));
                }
                if !as_json {
                    terminal.say(&words::counts(lang, *counts, matches!(self, Told::Done(..))));
                }
                return Outcome::Done;
            }
        }
        Outcome::Failed
    }

    fn json(&self, terminal: &Terminal<'_>) -> Value {
        let lang = terminal.lang;
        let fault = |f: &Fault| {
            let message = imports::words::problem(lang, &f.problem);
            json!({ "row": f.row, "column": f.column, "found": f.found, "message": message })
        };
        let done = |counts: &Counts, unknown: &[String], written: bool| {
            json!({
                "written": written, "created": counts.created, "changed": counts.changed, "unchanged": counts.same,
                "ignored_columns": unknown, "faults": [],
            })
        };
        match self {
            Told::NotATable(fault) => json!({ "written": false, "error": imports::words::not_a_table(lang, fault), "faults": [] }),
            Told::Faulty(faults) => json!({ "written": false, "faults": faults.iter().map(fault).collect::<Vec<_>>() }),
            Told::Differs => json!({ "written": false, "error": words::differs(lang), "faults": [] }),
            Told::Would(counts, unknown) => done(counts, unknown, false),
            Told::Done(counts, unknown) => done(counts, unknown, true),
        }
    }
}
