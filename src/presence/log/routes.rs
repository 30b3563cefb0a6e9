//! Routes of logs of online sessions.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Looked};
use super::words::{not_a_log, words};
use super::{guests, notings, store};
use crate::access::form::Fields;
use crate::access::upload::{Chosen, Upload};
use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, Id, PersonId, PresenceLogId};
use crate::domain::import::sheet;
use crate::domain::presence_log::{self, Log, NotALog};
use crate::platform::{Error, Result};
use crate::presence::{Register, store as registers};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![list, upload, one, say, confirm]
}

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

#[get("/area/docenza/<id>/collegamenti")]
async fn list(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let logs = store::logs(&actor, &id).await?;
    Ok(Reply::Page(pages::list(&frame, &register, &logs, None, actor.now())))
}

/// The text of a file that is a log of this day.
fn judged(file: &Chosen, register: &Register) -> std::result::Result<String, NotALog> {
    let (_, text) = sheet::decode(&file.bytes).map_err(NotALog::Unreadable)?;
    read(&text, register)?;
    Ok(text)
}

fn read(text: &str, register: &Register) -> std::result::Result<Log, NotALog> {
    match register.day.starts_at() {
        Some(at) => presence_log::read(text, at.day()),
        None => Ok(Log::default()),
    }
}

#[post("/area/docenza/<id>/collegamenti", data = "<form>")]
async fn upload(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, form: Upload) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let wrong = match &form.file {
        None => words(frame.lang).no_file.to_owned(),
        Some(file) => match judged(file, &register) {
            Ok(text) => {
                let name: String = file.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
                let kept = store::keep(&actor, &id, &name, &text).await?;
                return Ok(Reply::Go(paths::log(&id, &kept)));
            }
            Err(why) => not_a_log(frame.lang, &why),
        },
    };
    let logs = store::logs(&actor, &id).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::list(&frame, &register, &logs, Some(&wrong), actor.now())))
}

#[get("/area/docenza/<id>/collegamenti/<log>?<esito>")]
async fn one(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, log: PresenceLogId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let register = registers::read(&actor, &id).await?;
    let (name, text, by_hand) = store::content(&actor, &id, &log).await?;
    let read = read(&text, &register).map_err(|why| Error::Bug(format!("log {log}: {why:?}")))?;
    let notice = match esito {
        Some("salvato") => Some(Notice::done(words.saved)),
        Some("importato") => Some(Notice::done(words.done)),
        _ => None,
    };
    let guests = guests(&read, &register, &by_hand);
    let view = Looked { frame: &frame, register: &register, id: &log, name: &name, log: &read, guests: &guests, notice };
    Ok(Reply::Page(pages::one(&view)))
}

#[post("/area/docenza/<id>/collegamenti/<log>", data = "<fields>")]
async fn say(actor: Actor<Trainer>, id: ClassDayId, log: PresenceLogId, fields: Fields) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let (_, text, by_hand) = store::content(&actor, &id, &log).await?;
    let read = read(&text, &register).map_err(|why| Error::Bug(format!("log {log}: {why:?}")))?;
    let guests = guests(&read, &register, &by_hand);
    let mut said = Vec::new();
    for n in 0..guests.len() {
        let Some(guest) = guests.iter().find(|guest| guest.identity == fields.text(&format!("chi-{n}"))) else { continue };
        let chosen = PersonId::parse(fields.text(&format!("persona-{n}"))).filter(|person| register.attendee(person).is_some());
        // What was found without help needs no help.
        if guest.attendee.map(|found| &found.person) != chosen.as_ref() {
            said.push((guest.identity.clone(), chosen));
        }
    }
    store::say(&actor, &id, &log, &said).await?;
    Ok(Reply::Go(format!("{}?esito=salvato", paths::log(&id, &log))))
}

#[post("/area/docenza/<id>/collegamenti/<log>/conferma")]
async fn confirm(actor: Actor<Trainer>, id: ClassDayId, log: PresenceLogId) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let (_, text, by_hand) = store::content(&actor, &id, &log).await?;
    let read = read(&text, &register).map_err(|why| Error::Bug(format!("log {log}: {why:?}")))?;
    let notings = notings(&guests(&read, &register, &by_hand), &register);
    match registers::note(&actor, &id, &notings).await? {
        Ok(_) => {
            store::apply(&actor, &id, &log).await?;
            Ok(Reply::Go(format!("{}?esito=importato", paths::log(&id, &log))))
        }
        Err(_) => Ok(Reply::Go(format!("{}?esito=chiusa", paths::teaching_day(&id)))),
    }
}
