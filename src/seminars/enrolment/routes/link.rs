//! `/iscrizioni/<token>`: the link of a reminder. It shows a page with one button, since mail programs open links by themselves.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::{Actor, Visitor};
use crate::domain::enrolment::{Refusal, Room, Standing};
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::platform::Result;
use crate::seminars::enrolment::pages::{self, LinkPage};
use crate::seminars::enrolment::store;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/iscrizioni/<token>?<esito>")]
pub async fn show(actor: Actor<Visitor>, frame: Frame<'_>, token: &str, esito: Option<&str>) -> Result<Reply> {
    let Some((kept, id)) = store::linked(&actor, token).await? else {
        return Ok(Reply::PageWith(Status::NotFound, pages::unknown_link(&frame)));
    };
    let standing = kept.room.entry(&id).map_or(Standing::Out, |entry| entry.standing);
    let name = kept.listed.get(&id).map(|listed| listed.name.clone()).unwrap_or_default();
    let done = esito == Some("rinuncia") && standing == Standing::Out;
    let over = over(&kept.room, actor.now()).filter(|_| !done);
    Ok(Reply::Private(pages::linked(&LinkPage { frame: &frame, told: &kept.told, name: &name, standing, token, over, done })))
}

fn over(room: &Room, now: Moment) -> Option<Refusal> {
    match room.state {
        State::Cancelled => Some(Refusal::Cancelled),
        State::Held => Some(Refusal::Held),
        _ if now >= room.starts_at => Some(Refusal::Begun),
        _ => None,
    }
}

#[post("/iscrizioni/<token>")]
pub async fn withdraw(actor: Actor<Visitor>, token: &str) -> Result<Reply> {
    // Whatever came of it stands on the page; whoever presses twice is told the same.
    let _outcome = store::withdraw_by_link(&actor, token).await?;
    Ok(Reply::Go(format!("{}?esito=rinuncia", paths::cannot_come(token))))
}
