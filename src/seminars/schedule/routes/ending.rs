//! A day that will not be: cancelled with its reason, or a draft that is forgotten.

use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::ClassDayId;
use crate::domain::seminar::State;
use crate::platform::Result;
use crate::seminars::schedule::pages::{self, Cancelling, WHY_MAX};
use crate::seminars::schedule::store;
use crate::seminars::schedule::words::planning::words;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![cancelling, cancel, discard]
}

fn closed(id: &ClassDayId) -> Reply {
    Reply::Go(format!("{}?esito=chiusa", paths::desk_day(id)))
}

#[get("/segreteria/giornate/<id>/annullamento")]
async fn cancelling(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    if sheet.day.state != State::Published {
        return Ok(closed(&id));
    }
    Ok(Reply::Page(pages::cancelling(&frame, &sheet, Cancelling { why: "", faults: &[] })))
}

#[post("/segreteria/giornate/<id>/annullamento", data = "<fields>")]
async fn cancel(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    let (words, why) = (words(frame.lang), fields.text("motivo"));
    let mut faults = Vec::new();
    match why.chars().count() {
        0 => faults.push(("motivo", words.no_why)),
        length if length > WHY_MAX => faults.push(("motivo", words.long_why)),
        _ => {}
    }
    if !fields.has("confermo") {
        faults.push(("confermo", words.no_confirm));
    }
    if !faults.is_empty() {
        let sheet = store::day_of(&actor, &id).await?;
        let page = pages::cancelling(&frame, &sheet, Cancelling { why, faults: &faults });
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
    }
    Ok(match store::cancel(&actor, &id, why).await? {
        Ok(_) => Reply::Go(format!("{}?esito=annullata", paths::desk_day(&id))),
        Err(_) => closed(&id),
    })
}

#[post("/segreteria/giornate/<id>/eliminazione")]
async fn discard(actor: Actor<Secretariat>, id: ClassDayId) -> Result<Reply> {
    let done = store::discard(&actor, &id).await?;
    Ok(if done { Reply::Go(format!("{}?esito=eliminata", paths::PLANNING)) } else { closed(&id) })
}
