//! Route: `/gestione/codici`, where the gestore takes away the factor of who has lost telephone and recovery codes.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::super::words::words;
use super::super::{Removed, pages, store};
use crate::access::form::Fields;
use crate::access::{Actor, Administrator};
use crate::platform::Result;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![ask, reset]
}

#[get("/gestione/codici?<tolti>")]
fn ask(_actor: Actor<Administrator>, frame: Frame<'_>, tolti: Option<&str>) -> Reply {
    Reply::Page(pages::reset(&frame, "", None, tolti))
}

#[post("/gestione/codici", data = "<fields>")]
async fn reset(actor: Actor<Administrator>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let (words, username) = (words(frame.lang), fields.text("utente"));
    let again = |fault| Ok(Reply::PageWith(Status::UnprocessableEntity, pages::reset(&frame, username, Some(fault), None)));
    if username.is_empty() {
        return again(words.need_username);
    }
    match store::reset(&actor, username).await? {
        Removed::Done => Ok(Reply::Go(format!("{}?tolti={}", paths::FACTOR_RESET, paths::encoded(username)))),
        Removed::None => again(words.reset_none),
        Removed::Nobody => again(words.reset_nobody),
    }
}
