//! `affianca user role`, `disable`, `enable`: what a gestore does on the page, from the shell.

use clap::Args;
use serde_json::json;

use super::{NotCreated, found, role, with_people};
use crate::access::{Actor, Housekeeper, RoleName};
use crate::cli::installation::Obstacle;
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, server_words as words};
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::Day;
use crate::people::{self, Grant};
use crate::platform::Error;

#[derive(Debug, Args)]
pub(in crate::cli) struct Role {
    username: String,
    /// member, coordinator, expert, trainer, secretariat, observer or administrator.
    #[arg(value_parser = role)]
    role: RoleName,
    /// For member and coordinator: the ente, as in "Agliè (TO)".
    #[arg(long)]
    ente: Option<String>,
    /// How the person is styled, as in "Istruttrice amministrativa".
    #[arg(long, default_value = "")]
    qualifica: String,
    /// First day, YYYY-MM-DD; today if absent.
    #[arg(long, value_parser = day)]
    from: Option<Day>,
    /// Last day, YYYY-MM-DD.
    #[arg(long, value_parser = day)]
    to: Option<Day>,
    /// Withdraw the role instead, from today on, for this reason.
    #[arg(long, value_name = "REASON", conflicts_with_all = ["qualifica", "from", "to"])]
    withdraw: Option<String>,
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct State {
    username: String,
    /// Kept in the audit trail, and told to the person.
    #[arg(long)]
    reason: String,
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "YYYY-MM-DD".to_owned())
}

/// Why nothing was changed.
#[derive(Debug)]
pub(in crate::cli) enum NotDone {
    NoSuchPerson,
    Ente(NotCreated),
    NotGranted(people::NotGranted),
    /// The person has no such role, or is in that state already.
    Already,
    NoReason,
}

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Done {
    Granted,
    Withdrawn,
    Disabled,
    Enabled,
}

impl Done {
    const fn as_str(self) -> &'static str {
        match self {
            Done::Granted => "granted",
            Done::Withdrawn => "withdrawn",
            Done::Disabled => "disabled",
            Done::Enabled => "enabled",
        }
    }
}

type Changed = Result<Result<(PersonId, Done), NotDone>, Obstacle>;

fn told(changed: Changed, username: &str, as_json: bool, terminal: &mut Terminal<'_>) -> Outcome {
    match changed {
        Err(obstacle) => words::outcome(Err(obstacle), terminal),
        Ok(Err(why)) => {
            terminal.complain(&words::not_done(&why, terminal.lang));
            Outcome::Failed
        }
        Ok(Ok((person, done))) => {
            match as_json {
                true => terminal.say(&json!({ "person": person.to_string(), "username": username, "done": done.as_str() }).to_string()),
                false => terminal.say(&words::done(done, username, terminal.lang)),
            }
            Outcome::Done
        }
    }
}

/// Runs with an actor on the installation's database.
fn with_actor(work: impl AsyncFnOnce(&Actor<Housekeeper>) -> Result<Result<(PersonId, Done), NotDone>, Obstacle>) -> Changed {
    with_people(async |actor| work(&actor).await)
}

async fn called(actor: &Actor<Housekeeper>, username: &str) -> Result<Option<PersonId>, Obstacle> {
    match people::by_username(actor, username).await {
        Ok(person) => Ok(Some(person)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

impl Role {
    pub(in crate::cli) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let (username, as_json) = (self.username.clone(), self.json);
        let changed = with_actor(async move |actor| {
            let Some(person) = called(actor, &self.username).await? else { return Ok(Err(NotDone::NoSuchPerson)) };
            let ente = match &self.ente {
                None => None,
                Some(name) => match found(actor, name).await? {
                    Ok(ente) => Some(ente),
                    Err(why) => return Ok(Err(NotDone::Ente(why))),
                },
            };
            match &self.withdraw {
                Some(reason) => withdraw(actor, person, (self.role, ente.as_ref()), reason).await,
                None => self.grant(actor, person, ente).await,
            }
        });
        told(changed, &username, as_json, terminal)
    }

    async fn grant(&self, actor: &Actor<Housekeeper>, person: PersonId, ente: Option<EnteId>) -> Changed {
        let from = self.from.unwrap_or_else(|| actor.now().day());
        let grant = Grant { role: self.role, ente, qualifica: self.qualifica.clone(), from, to: self.to };
        let granted = people::grant(actor, &person, &grant).await?;
        Ok(granted.map(|_| (person, Done::Granted)).map_err(NotDone::NotGranted))
    }
}

async fn withdraw(actor: &Actor<Housekeeper>, person: PersonId, (role, ente): (RoleName, Option<&EnteId>), reason: &str) -> Changed {
    let held = people::held_as(actor, &person, role, ente).await?;
    if held.is_empty() {
        return Ok(Err(NotDone::Already));
    }
    for appointment in held {
        if let Err(kept) = people::withdraw(actor, &person, &appointment, reason.trim()).await? {
            return Ok(Err(NotDone::from(kept)));
        }
    }
    Ok(Ok((person, Done::Withdrawn)))
}

impl From<people::Kept> for NotDone {
    fn from(kept: people::Kept) -> NotDone {
        match kept {
            people::Kept::NoReason => NotDone::NoReason,
            // The other two are for people: whoever holds the machine may.
            people::Kept::Already | people::Kept::Own | people::Kept::LastAdministrator => NotDone::Already,
        }
    }
}

impl State {
    pub(in crate::cli) fn run(self, enable: bool, terminal: &mut Terminal<'_>) -> Outcome {
        let (username, as_json) = (self.username.clone(), self.json);
        let changed = with_actor(async move |actor| {
            let Some(person) = called(actor, &self.username).await? else { return Ok(Err(NotDone::NoSuchPerson)) };
            let reason = self.reason.trim();
            let (changed, done) = match enable {
                true => (people::enable(actor, &person, reason).await?, Done::Enabled),
                false => (people::disable(actor, &person, reason).await?, Done::Disabled),
            };
            Ok(changed.map(|()| (person, done)).map_err(NotDone::from))
        });
        told(changed, &username, as_json, terminal)
    }
}
