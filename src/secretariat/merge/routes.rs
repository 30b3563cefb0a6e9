//! Routes: possible duplicates, two accounts side by side, and what becomes of them.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Wronged};
use super::store;
use super::words::words;
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::{Id, PersonId};
use crate::platform::Result;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::DUPLICATES, |lang| words(lang).duplicates, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![candidates, compare, merge, tell_apart]
}

#[get("/segreteria/doppioni?<esito>")]
async fn candidates(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let (pairs, total) = store::candidates(&actor).await?;
    let notice = (esito == Some("distinti")).then(|| Notice::done(words(frame.lang).told_apart));
    Ok(Reply::Page(pages::candidates(&frame, (&pairs, total), notice)))
}

#[get("/segreteria/persone/<id>/unione/<other>")]
async fn compare(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, other: PersonId) -> Result<Reply> {
    let pair = store::pair(&actor, &id, &other).await?;
    Ok(Reply::Page(pages::comparison(&frame, &pair, None)))
}

#[post("/segreteria/persone/<id>/unione/<other>", data = "<fields>")]
async fn merge(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, other: PersonId, fields: Fields) -> Result<Reply> {
    let stays = PersonId::parse(fields.text("resta")).filter(|stays| *stays == id || *stays == other);
    let wrong = match &stays {
        None => Wronged::NothingChosen,
        Some(stays) => {
            let goes = if *stays == id { &other } else { &id };
            match store::merge(&actor, stays, goes).await? {
                Ok(()) => return Ok(Reply::Go(format!("{}?esito=uniti", paths::person(stays)))),
                Err(why) => Wronged::Refused(why),
            }
        }
    };
    let pair = store::pair(&actor, &id, &other).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::comparison(&frame, &pair, Some(&wrong))))
}

#[post("/segreteria/persone/<id>/omonimia/<other>")]
async fn tell_apart(actor: Actor<Secretariat>, id: PersonId, other: PersonId) -> Result<Reply> {
    store::tell_apart(&actor, &id, &other).await?;
    Ok(Reply::Go(format!("{}?esito=distinti", paths::DUPLICATES)))
}
