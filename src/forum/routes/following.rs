//! What somebody follows, and the end of it: where letters lead who wants no more of them.

use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Participant};
use crate::domain::ids::{EditionId, Id};
use crate::forum::Followed;
use crate::forum::pages::{self, FollowingView};
use crate::forum::store::following;
use crate::forum::words::public::words;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![all, stop]
}

#[get("/forum/seguiti?<esito>")]
async fn all(actor: Actor<Participant>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let (follows, interests) = following::all(&actor).await?;
    let notice = (esito == Some("non-seguito")).then(|| Notice::done(words(frame.lang).not_following));
    Ok(Reply::Page(pages::following(&FollowingView { frame: &frame, follows: &follows, interests: &interests, notice })))
}

#[post("/forum/seguiti", data = "<fields>")]
async fn stop(actor: Actor<Participant>, fields: Fields) -> Result<Reply> {
    let kind = Followed::parse(fields.text("cosa")).ok_or(Error::BadRequest("nothing to stop"))?;
    let edition = EditionId::parse(fields.text("edizione")).ok_or(Error::NotFound)?;
    following::stop(&actor, (&edition, kind, fields.text("quale"))).await?;
    Ok(Reply::Go(format!("{}?esito=non-seguito", paths::FOLLOWING)))
}
