//! Routes: a new address, asked for by its owner and confirmed by both mailboxes.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Person, Visitor};
use crate::people::account::pages::address::{self as pages, Asking};
use crate::people::account::pages::recovery;
use crate::people::account::store::address as store;
use crate::people::account::words::words;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::{dates, paths};

#[get("/area/profilo/indirizzo")]
pub async fn asking(actor: Actor<Person>, frame: Frame<'_>) -> Result<Reply> {
    let (present, pending) = store::stands(&actor).await?;
    Ok(Reply::Page(pages::asking(Asking { frame: &frame, present: &present, address: "", fault: None, pending, notice: None })))
}

#[post("/area/profilo/indirizzo", data = "<fields>")]
pub async fn asked(actor: Actor<Person>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let address = fields.text("indirizzo").to_lowercase();
    let done = store::ask(&actor, &address, fields.get("attuale").unwrap_or_default().to_owned()).await;
    let (fault, until) = match done {
        Ok(Ok(())) => return Ok(Reply::Go(format!("{}?esito=indirizzo", paths::PROFILE))),
        Ok(Err(why)) => (Some(why), None),
        Err(Error::TooMany(until)) => (None, Some(until)),
        Err(error) => return Err(error),
    };
    let (present, pending) = store::stands(&actor).await?;
    let told = |until: crate::domain::moment::Moment| (words(frame.lang).too_many)(&dates::hour(frame.lang, until.plus_minutes(1)));
    let notice = until.map(|until| Notice::care(&told(until)));
    let page = pages::asking(Asking { frame: &frame, present: &present, address: &address, fault, pending, notice });
    Ok(match until {
        Some(until) => Reply::Later(actor.now().seconds_until(until), page),
        None => Reply::PageWith(Status::UnprocessableEntity, page),
    })
}

#[post("/area/profilo/indirizzo/fine")]
pub async fn stop(actor: Actor<Person>) -> Result<Reply> {
    store::call_off(&actor).await?;
    Ok(Reply::Go(format!("{}?esito=indirizzo-fermo", paths::PROFILE)))
}

#[get("/entra/indirizzo/<token>")]
pub async fn question(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    Ok(match store::asked_of(&actor, token).await {
        Ok((pending, mailbox, username)) => Reply::Private(pages::question(&frame, &pending, mailbox, &username, token)),
        Err(Error::NotFound) => dead(&frame),
        Err(error) => return Err(error),
    })
}

#[post("/entra/indirizzo/<token>", data = "<fields>")]
pub async fn answer(actor: Actor<Visitor>, frame: Frame<'_>, token: &str, fields: Fields) -> Result<Reply> {
    let done = match fields.text("azione") {
        "conferma" => store::confirm(&actor, token).await.map(Some),
        "ferma" => store::stop(&actor, token).await.map(|()| None),
        _ => return Err(Error::BadRequest("neither confirmed nor stopped")),
    };
    Ok(match done {
        Ok(Some((mailbox, confirmed))) => Reply::Private(pages::answered(&frame, mailbox, confirmed)),
        Ok(None) => Reply::Private(pages::stopped(&frame)),
        Err(Error::NotFound) => dead(&frame),
        Err(error) => return Err(error),
    })
}

fn dead(frame: &Frame<'_>) -> Reply {
    Reply::PageWith(Status::NotFound, recovery::dead(frame))
}
