//! Routes: the password changed by its owner.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::session::Device;
use crate::access::{Actor, Person};
use crate::people::account::NotChanged;
use crate::people::account::pages::password as pages;
use crate::people::account::store::password as store;
use crate::people::account::words::words;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::{dates, paths};

#[get("/area/profilo/password")]
pub fn change(_actor: Actor<Person>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::change(&frame, None, None))
}

#[post("/area/profilo/password", data = "<fields>")]
pub async fn changed(actor: Actor<Person>, frame: Frame<'_>, device: Device<'_>, fields: Fields) -> Result<Reply> {
    let [present, chosen, repeated] = ["attuale", "nuova", "ripetuta"].map(|name| fields.get(name).unwrap_or_default().to_owned());
    let done = match chosen == repeated {
        true => store::change(&actor, present, chosen, &device).await,
        false => Ok(Err(NotChanged::Repeated)),
    };
    Ok(match done {
        Ok(Ok(())) => Reply::Go(format!("{}?esito=password", paths::PROFILE)),
        Ok(Err(why)) => Reply::PageWith(Status::UnprocessableEntity, pages::change(&frame, Some(why), None)),
        Err(Error::TooMany(until)) => {
            let hour = dates::hour(frame.lang, until.plus_minutes(1));
            let notice = Notice::care(&(words(frame.lang).too_many)(&hour));
            Reply::Later(actor.now().seconds_until(until), pages::change(&frame, None, Some(notice)))
        }
        Err(error) => return Err(error),
    })
}
