//! Routes: how somebody wants to be written to.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::domain::delivery::Rhythm;
use crate::domain::lang::Lang;
use crate::people::Letters;
use crate::people::account::pages::preferences as pages;
use crate::people::account::store::preferences as store;
use crate::people::store::profile;
use crate::platform::Result;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/profilo/messaggi")]
pub async fn choosing(actor: Actor<Person>, frame: Frame<'_>) -> Result<Reply> {
    let Letters { rhythm, lang } = profile(&actor).await?.letters;
    Ok(Reply::Page(pages::choosing(&frame, Some(rhythm), Some(lang), false)))
}

#[post("/area/profilo/messaggi", data = "<fields>")]
pub async fn chosen(actor: Actor<Person>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    match (Rhythm::parse(fields.text("quando")), Lang::parse(fields.text("lingua"))) {
        (Some(rhythm), Some(lang)) => {
            store::choose(&actor, Letters { rhythm, lang }).await?;
            Ok(Reply::Go(format!("{}?esito=messaggi", paths::PROFILE)))
        }
        (rhythm, lang) => Ok(Reply::PageWith(Status::UnprocessableEntity, pages::choosing(&frame, rhythm, lang, true))),
    }
}
