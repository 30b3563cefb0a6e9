//! Routes: registering somebody who is on the telephone, another letter to choose a password, another address.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Moving};
use super::words::words;
use super::{Draft, store};
use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::{EnteId, Id, PersonId};
use crate::people::{self, NotMoved};
use crate::platform::Result;
use crate::secretariat::people as desk;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::NEW_PERSON, |lang| words(lang).title, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![new, create, invite, moving, change_address]
}

#[get("/segreteria/persone/nuova?<ente>")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>, ente: Option<&str>) -> Result<Reply> {
    let ente = match ente.and_then(EnteId::parse) {
        Some(id) => {
            let (ente, _) = crate::enti::one(&actor, &id).await?;
            format!("{} ({})", ente.name, ente.province)
        }
        None => String::new(),
    };
    let draft = Draft { ente, role: RoleName::Member.as_str().to_owned(), ..Draft::default() };
    Ok(Reply::Page(pages::form(&frame, &draft, &[])))
}

#[post("/segreteria/persone/nuova", data = "<fields>")]
async fn create(actor: Actor<Secretariat>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let draft = Draft::read(&fields);
    match store::register(&actor, &draft, words(frame.lang).outcome).await? {
        Ok(person) => Ok(Reply::Go(format!("{}?esito=registrata", paths::person(&person)))),
        Err(faults) => Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&frame, &draft, &faults))),
    }
}

#[post("/segreteria/persone/<id>/password")]
async fn invite(actor: Actor<Secretariat>, id: PersonId) -> Result<Reply> {
    store::invite_again(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=invitata", paths::person(&id))))
}

#[get("/segreteria/persone/<id>/indirizzo")]
async fn moving(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    store::may_correct(&actor, &id).await?;
    let account = desk::store::one(&actor, &id).await?;
    let view = Moving { frame: &frame, id: &id, name: &account.name, address: "", reason: "", address_fault: None, reason_fault: None };
    Ok(Reply::Page(pages::moving(&view)))
}

#[post("/segreteria/persone/<id>/indirizzo", data = "<fields>")]
async fn change_address(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let words = words(frame.lang);
    store::may_correct(&actor, &id).await?;
    let (address, reason) = (fields.text("indirizzo"), fields.text("motivo"));
    let reason_fault = reason.is_empty().then_some(words.no_reason);
    let moved = match reason_fault {
        None => people::correct_address(&actor, &id, address, reason).await?.err(),
        Some(_) => None,
    };
    if reason_fault.is_none() && moved.is_none() {
        return Ok(Reply::Go(format!("{}?esito=indirizzo", paths::person(&id))));
    }
    let address_fault = moved.map(|why| if why == NotMoved::Same { words.same } else { words.bad_address });
    let account = desk::store::one(&actor, &id).await?;
    let view = Moving { frame: &frame, id: &id, name: &account.name, address, reason, address_fault, reason_fault };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::moving(&view)))
}
