//! Routes of the list of the docente.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Arrivals, List};
use super::words::words;
use super::{Fault, Tap, store};
use crate::access::form::Fields;
use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, EnteId, Id, PersonId};
use crate::domain::seminar::State;
use crate::platform::{Error, Result};
use crate::presence::words::words as shared;
use crate::presence::{NotNoted, store as registers};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![list, day, tick, arrivals, enrol]
}

/// What the list of one's giornate is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

/// Days for which a giornata stays in the short list after it was over.
const RECENT: i64 = 30;

#[get("/area/docenza?<tutte>")]
async fn list(actor: Actor<Trainer>, frame: Frame<'_>, tutte: Option<&str>) -> Result<Reply> {
    let all = tutte == Some("1");
    let since = if all { actor.now().plus_days(-10 * 365) } else { actor.now().plus_days(-RECENT) };
    let days = registers::listed(&actor, since).await?;
    Ok(Reply::Page(pages::list(&frame, &days, all)))
}

#[get("/area/docenza/<id>?<esito>")]
async fn day(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let register = registers::read(&actor, &id).await?;
    let notice = match esito {
        Some("iscritto") => Some(Notice::done(words.added)),
        Some("chiusa") => Some(Notice::care(shared(frame.lang).closed)),
        _ => None,
    };
    let desk = actor.role().is_desk();
    Ok(Reply::Page(pages::day(&List { frame: &frame, register: &register, now: actor.now(), fault: None, notice, desk })))
}

#[post("/area/docenza/<id>/presenze", data = "<fields>")]
async fn tick(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let tap = Tap::read(&fields).ok_or(Error::BadRequest("no tap"))?;
    let fault = match tap.noting() {
        Err(fault) => fault,
        Ok(noting) => match registers::note(&actor, &id, &[noting]).await? {
            Ok(_) => return Ok(Reply::Go(paths::teaching_person(&id, &tap.person))),
            Err(NotNoted::Closed | NotNoted::Open) => return Ok(Reply::Go(format!("{}?esito=chiusa", paths::teaching_day(&id)))),
            Err(NotNoted::TooLong) => Fault::TooLong,
        },
    };
    let desk = actor.role().is_desk();
    let view = List { frame: &frame, register: &register, now: actor.now(), fault: Some((&tap, fault)), notice: None, desk };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::day(&view)))
}

#[get("/area/docenza/<id>/arrivi?<cerca>&<esito>")]
async fn arrivals(actor: Actor<Trainer>, frame: Frame<'_>, id: ClassDayId, cerca: Option<&str>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let register = registers::read(&actor, &id).await?;
    let typed = cerca.unwrap_or_default().trim();
    let found = match register.day.state {
        State::Published => store::find(&actor, &id, actor.now().day(), typed).await?,
        _ => Vec::new(),
    };
    let notice = match esito {
        Some("non-oggi") => Some(Notice::care(words.not_today)),
        Some("non-possibile") => Some(Notice::care(words.clashes)),
        _ => None,
    };
    Ok(Reply::Page(pages::arrivals(&Arrivals { frame: &frame, register: &register, typed, found: &found, notice })))
}

#[post("/area/docenza/<id>/arrivi", data = "<fields>")]
async fn enrol(actor: Actor<Trainer>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    // Whoever keeps no such register finds none.
    let register = registers::read(&actor, &id).await?;
    let person = PersonId::parse(fields.text("persona")).ok_or(Error::BadRequest("no person"))?;
    let has_come = register.day.starts_at().is_some_and(|at| at.day() <= actor.now().day());
    if register.day.state != State::Published || !has_come {
        return Ok(Reply::Go(format!("{}?esito=non-oggi", paths::walk_ins(&id))));
    }
    match store::walk_in(&actor, &id, &person, EnteId::parse(fields.text("ente")).as_ref()).await? {
        true => Ok(Reply::Go(format!("{}?esito=iscritto#p-{person}", paths::teaching_day(&id)))),
        false => Ok(Reply::Go(format!("{}?esito=non-possibile", paths::walk_ins(&id)))),
    }
}
