//! `/area/incarichi`: what the person has asked for.

use rocket::{get, post};

use crate::access::{Actor, Person};
use crate::domain::ids::RegistrationId;
use crate::enti::registration::words::{entered, words};
use crate::enti::registration::{Entered, pages, store};
use crate::platform::Result;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/incarichi?<esito>")]
pub async fn own_requests(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let requests = store::own_requests(&actor).await?;
    let notice = match esito {
        Some("incaricato") => Some(Notice::done(entered(frame.lang, Entered::Appointed))),
        Some("attesa") => Some(Notice::done(entered(frame.lang, Entered::Waits))),
        Some("gia") => Some(Notice::info(entered(frame.lang, Entered::Already))),
        Some("ritirata") => Some(Notice::done(words(frame.lang).withdrawn_done)),
        _ => None,
    };
    Ok(Reply::Page(pages::own_requests(&frame, &requests, actor.now(), notice)))
}

#[post("/area/incarichi/<id>/ritiro")]
pub async fn withdraw(actor: Actor<Person>, id: RegistrationId) -> Result<Reply> {
    store::withdraw_own(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=ritirata", paths::OWN_REQUESTS)))
}
