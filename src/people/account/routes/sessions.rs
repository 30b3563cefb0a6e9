//! Routes: sessions ended by their owner.

use rocket::post;

use crate::access::{Actor, Person, sessions};
use crate::domain::ids::SessionId;
use crate::platform::Result;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[post("/area/profilo/sessioni/<id>/fine")]
pub async fn end_one(actor: Actor<Person>, id: SessionId) -> Result<Reply> {
    sessions::end_one(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=sessione", paths::PROFILE)))
}

#[post("/area/profilo/sessioni/fine")]
pub async fn end_others(actor: Actor<Person>) -> Result<Reply> {
    let mut tx = actor.begin().await?;
    sessions::end_others(&actor, &mut tx).await?;
    tx.commit().await?;
    Ok(Reply::Go(format!("{}?esito=sessioni", paths::PROFILE)))
}
