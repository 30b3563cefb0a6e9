//! Routes: a forgotten password, and links by letter.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Visitor};
use crate::people::account::pages::recovery as pages;
use crate::people::account::store::{links, password};
use crate::people::account::words::words;
use crate::people::account::{Link, NotChanged};
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::{dates, paths};

#[get("/entra/recupero?<esito>")]
pub fn ask(_actor: Actor<Visitor>, frame: Frame<'_>, esito: Option<&str>) -> Reply {
    Reply::Page(match esito {
        Some("inviata") => pages::asked(&frame),
        _ => pages::ask(&frame, "", None, None),
    })
}

#[post("/entra/recupero", data = "<fields>")]
pub async fn asked(actor: Actor<Visitor>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let (login, words) = (fields.text("chi"), words(frame.lang));
    if login.is_empty() {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::ask(&frame, "", Some(words.need_login), None)));
    }
    match links::ask(&actor, login).await {
        Ok(()) => Ok(Reply::Go(format!("{}?esito=inviata", paths::RESET))),
        Err(Error::TooMany(until)) => {
            let hour = dates::hour(frame.lang, until.plus_minutes(1));
            let notice = Some(Notice::care(&(words.too_many)(&hour)));
            Ok(Reply::Later(actor.now().seconds_until(until), pages::ask(&frame, login, None, notice)))
        }
        Err(error) => Err(error),
    }
}

#[get("/entra/password/<token>")]
pub async fn choose(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    Ok(match opened(&actor, token).await? {
        Some(link) => Reply::Private(pages::choose(&frame, &link, token, None)),
        None => dead(&frame),
    })
}

#[post("/entra/password/<token>", data = "<fields>")]
pub async fn chosen(actor: Actor<Visitor>, frame: Frame<'_>, token: &str, fields: Fields) -> Result<Reply> {
    let Some(link) = opened(&actor, token).await? else { return Ok(dead(&frame)) };
    let chosen = fields.get("nuova").unwrap_or_default();
    let done = match fields.get("ripetuta") == Some(chosen) {
        true => password::choose(&actor, token, chosen.to_owned()).await,
        false => Ok(Err(NotChanged::Repeated)),
    };
    Ok(match done {
        Ok(Ok(())) => Reply::Go(format!("{}?esito=password", paths::SIGN_IN)),
        Ok(Err(why)) => Reply::PageWith(Status::UnprocessableEntity, pages::choose(&frame, &link, token, Some(why))),
        // Used in another window between the page and here.
        Err(Error::NotFound) => dead(&frame),
        Err(error) => return Err(error),
    })
}

async fn opened(actor: &Actor<Visitor>, token: &str) -> Result<Option<Link>> {
    match links::opened_by(actor, token).await {
        Ok(link) => Ok(Some(link)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn dead(frame: &Frame<'_>) -> Reply {
    Reply::PageWith(Status::NotFound, pages::dead(frame))
}
