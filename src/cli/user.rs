//! `affianca user …`: accounts from the shell, the first administrator among them.

pub(super) mod roles;

use std::io::{IsTerminal, Read};

use clap::{Args, Subcommand};
use serde_json::json;

use super::installation::{self, Obstacle};
use super::terminal::Terminal;
use super::{Outcome, server_words as words};
use crate::access::{Actor, Housekeeper, RoleName};
use crate::domain::fiscal_number::FiscalNumber;
use crate::domain::ids::{EnteId, PersonId};
use crate::platform::{Clock, Error};
use crate::{enti, people};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Create an account with one appointment. The password is read from standard input.
    Create(Create),
    /// One-time codes of somebody.
    #[command(subcommand)]
    Factor(Factor),
    /// Note the fiscal number of somebody: an identity provider that vouches for it opens the account.
    FiscalNumber {
        username: String,
        /// Sixteen characters, as in RSSMRA85T10A562S.
        #[arg(value_parser = fiscal_number)]
        number: FiscalNumber,
    },
    /// Grant a role, or withdraw one. The person is told by letter.
    Role(roles::Role),
    /// Disable an account: its sessions end at once. The person is told by letter.
    Disable(roles::State),
    /// Enable a disabled account again. The person is told by letter.
    Enable(roles::State),
}

#[derive(Debug, Subcommand)]
pub(super) enum Factor {
    /// Take the codes away from who has lost telephone and recovery codes. The person gets a letter.
    Reset { username: String },
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// 3–60 lower-case letters, digits, `.`, `-`, `_`.
    username: String,
    /// Name and surname.
    #[arg(long)]
    name: String,
    #[arg(long)]
    email: String,
    /// member, coordinator, expert, trainer, secretariat, observer or administrator.
    #[arg(long, value_parser = role)]
    role: RoleName,
    /// For member and coordinator: the ente, as in "Agliè (TO)".
    #[arg(long)]
    ente: Option<String>,
    /// How the person is styled, as in "Istruttrice amministrativa".
    #[arg(long, default_value = "")]
    qualifica: String,
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

fn fiscal_number(text: &str) -> Result<FiscalNumber, String> {
    FiscalNumber::parse(text).ok_or_else(|| "not a fiscal number: sixteen characters, the last of which checks the others".into())
}

pub(super) fn role(text: &str) -> Result<RoleName, String> {
    let names: Vec<_> = RoleName::ALL.iter().map(|role| role.as_str()).collect();
    RoleName::parse(text).ok_or_else(|| names.join(", "))
}

/// Why no account was made.
#[derive(Debug)]
pub(super) enum NotCreated {
    /// No ente of that name, or several: their number.
    Ente(usize),
    Refused(people::Refusal),
}

impl Command {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        match self {
            Command::Create(create) => create.run(terminal),
            Command::Factor(Factor::Reset { username }) => {
                let done = with_people(async |actor| Ok(people::reset_factor(&actor, &username).await?));
                told(done, |done| words::factor_reset(*done, &username), |done| *done == people::FactorRemoved::Done, terminal)
            }
            Command::FiscalNumber { username, number } => {
                let done = with_people(async |actor| match people::by_username(&actor, &username).await {
                    Ok(person) => Ok(Some(people::give_fiscal_number(&actor, &person, &number).await?)),
                    Err(Error::NotFound) => Ok(None),
                    Err(error) => Err(error.into()),
                });
                let is_done = |done: &Option<_>| *done == Some(people::FiscalNumberGiven::Done);
                told(done, |done| words::fiscal_number(*done, &username), is_done, terminal)
            }
            Command::Role(role) => role.run(terminal),
            Command::Disable(state) => state.run(false, terminal),
            Command::Enable(state) => state.run(true, terminal),
        }
    }
}

/// Something done to the accounts of this installation.
fn with_people<T>(work: impl AsyncFnOnce(Actor<Housekeeper>) -> Result<T, Obstacle>) -> Result<T, Obstacle> {
    let config = installation::settings()?;
    installation::block_on(async {
        let (db, _) = installation::prepare(&config.database, &Clock::System).await?;
        let done = work(Actor::housekeeper(db.clone(), Clock::System.now())).await;
        db.close().await;
        done
    })
}

/// Says what came of it: on standard output if it was done, else as a complaint.
fn told<T>(
    done: Result<T, Obstacle>,
    sentence: impl Fn(&T) -> (String, String),
    is_done: impl Fn(&T) -> bool,
    terminal: &mut Terminal<'_>,
) -> Outcome {
    match done {
        Err(obstacle) => words::outcome(Err(obstacle), terminal),
        Ok(done) => {
            let sentence = words::choose(sentence(&done), terminal.lang);
            if is_done(&done) {
                terminal.say(&sentence);
                return Outcome::Done;
            }
            terminal.complain(&sentence);
            Outcome::Failed
        }
    }
}

impl Create {
    fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        if std::io::stdin().is_terminal() {
            terminal.complain(words::password_prompt(terminal.lang));
        }
        let mut password = String::new();
        if std::io::stdin().read_to_string(&mut password).is_err() {
            return Outcome::Failed;
        }
        let password = password.trim_end_matches(['\r', '\n']).to_owned();
        let as_json = self.json;
        match self.create(password) {
            Err(obstacle) => words::outcome(Err(obstacle), terminal),
            Ok(Err(refusal)) => {
                terminal.complain(&words::not_created(&refusal, terminal.lang));
                Outcome::Failed
            }
            Ok(Ok((person, username))) => {
                match as_json {
                    true => terminal.say(&json!({ "person": person.to_string(), "username": username }).to_string()),
                    false => terminal.say(&words::created(&username, terminal.lang)),
                }
                Outcome::Done
            }
        }
    }

    fn create(self, password: String) -> Result<Result<(PersonId, String), NotCreated>, Obstacle> {
        let config = installation::settings()?;
        installation::block_on(async {
            let (db, _) = installation::prepare(&config.database, &Clock::System).await?;
            let actor = Actor::housekeeper(db.clone(), Clock::System.now());
            let ente = match &self.ente {
                None => None,
                Some(name) => match found(&actor, name).await? {
                    Ok(ente) => Some(ente),
                    Err(refusal) => return Ok(Err(refusal)),
                },
            };
            let username = self.username.clone();
            let appointment = people::NewAppointment { role: self.role, ente, qualifica: self.qualifica };
            let person = people::NewPerson {
                username: self.username,
                name: self.name,
                email: self.email,
                password,
                appointments: vec![appointment],
            };
            let created = people::create(&actor, person).await?;
            db.close().await;
            Ok(created.map(|id| (id, username)).map_err(NotCreated::Refused))
        })
    }
}

/// The one ente called so, with the province in brackets or without.
pub(super) async fn found(actor: &Actor<Housekeeper>, name: &str) -> Result<Result<EnteId, NotCreated>, Obstacle> {
    let (name, province) = match name.trim_end_matches(')').rsplit_once('(') {
        Some((name, province)) => (name.trim(), province.trim()),
        None => (name.trim(), ""),
    };
    let mut enti = enti::named(actor, name, &province.to_uppercase()).await?;
    Ok(match (enti.pop(), enti.len()) {
        (Some(ente), 0) => Ok(ente),
        (Some(_), more) => Err(NotCreated::Ente(more + 1)),
        (None, _) => Err(NotCreated::Ente(0)),
    })
}
