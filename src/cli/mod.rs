//! The command line: one file per command, exit status 0 / 1 failed / 2 wrong use.

mod check;
mod course;
pub mod course_words;
mod demo;
mod demo_words;
mod import;
mod import_words;
mod installation;
mod jobs;
mod migrate;
mod questionnaire;
mod score;
mod score_text;
mod serve;
mod server_words;
pub mod terminal;
mod user;
pub mod words;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::terminal::{Terminal, language};

/// Self-assessment and training of small Italian comuni on the reception and integration of foreign citizens.
#[derive(Debug, Parser)]
#[command(name = "affianca", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The server (default): settings in Affianca.toml and AFFIANCA_… variables.
    Serve(serve::Serve),
    /// The server on demonstration data.
    Demo(demo::Demo),
    /// Settings, questionnaires and database: a line each.
    Check(check::Check),
    /// Bring the schema of the database up to date.
    Migrate(migrate::Migrate),
    /// Accounts from the shell.
    #[command(subcommand)]
    User(user::Command),
    /// Bring in what an office holds already, from CSV files.
    #[command(subcommand)]
    Import(import::Command),
    /// Background jobs.
    #[command(subcommand)]
    Jobs(jobs::Command),
    /// Validate questionnaires, and score answers.
    #[command(subcommand)]
    Questionnaire(questionnaire::Command),
    /// Validate courses.
    #[command(subcommand)]
    Course(course::Command),
}

/// How a command ended; wrong use is told by the parser of the arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Failed,
}

/// Runs the program: arguments (the first is its name), streams and language of the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut terminal = Terminal { out: &mut io::stdout(), err: &mut io::stderr(), lang: language() };
    ExitCode::from(answer(arguments, &mut terminal))
}

/// The same on any streams: the exit status.
pub fn answer(arguments: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> u8 {
    let outcome = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli.command.unwrap_or(Command::Serve(serve::Serve::default())).run(terminal),
        Err(error) => {
            // Help and version are asked for, and end well; they too are "errors" to the parser.
            let status = u8::try_from(error.exit_code()).unwrap_or(WRONG_USE);
            let text = error.render().to_string();
            if status == 0 {
                terminal.say(text.trim_end())
            } else {
                terminal.complain(text.trim_end())
            }
            return status;
        }
    };
    match outcome {
        Outcome::Done => 0,
        Outcome::Failed => 1,
    }
}

const WRONG_USE: u8 = 2;

impl Command {
    fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        match self {
            Command::Serve(command) => command.run(terminal),
            Command::Demo(command) => command.run(terminal),
            Command::Check(command) => command.run(terminal),
            Command::Migrate(command) => command.run(terminal),
            Command::User(command) => command.run(terminal),
            Command::Import(command) => command.run(terminal),
            Command::Jobs(command) => command.run(terminal),
            Command::Questionnaire(command) => command.run(terminal),
            Command::Course(command) => command.run(terminal),
        }
    }
}
