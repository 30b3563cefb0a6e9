//! Routes: `/area/informativa`.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages;
use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::people;
use crate::platform::Result;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::web::addresses::Addresses;

pub fn routes() -> Vec<Route> {
    rocket::routes![read, declare]
}

#[get("/area/informativa?<ritorno>")]
fn read(_actor: Actor<Person>, frame: Frame<'_>, ritorno: Option<&str>, addresses: Addresses<'_>) -> Reply {
    let back = people::way_back(ritorno, &addresses);
    match frame.owes_the_notice() {
        true => Reply::Page(pages::reading(&frame, back, false)),
        false => Reply::Go(back.to_owned()),
    }
}

#[post("/area/informativa", data = "<fields>")]
async fn declare(actor: Actor<Person>, frame: Frame<'_>, fields: Fields, addresses: Addresses<'_>) -> Result<Reply> {
    let back = people::way_back(fields.get("ritorno"), &addresses);
    if !fields.has("informativa") {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::reading(&frame, back, true)));
    }
    people::note_notice_read(&actor, actor.person(), &frame.site.notice_version).await?;
    Ok(Reply::Go(back.to_owned()))
}
