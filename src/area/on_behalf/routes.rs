//! Routes: `/segreteria/persone/<id>/copia`, `/segreteria/persone/<id>/cancellazione`.

use rocket::http::{ContentType, Status};
use rocket::{Route, State, get, post};

use super::Draft;
use super::pages::{self, Page};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::area::my_data::copy;
use crate::area::my_data::words::words as my_data;
use crate::domain::ids::PersonId;
use crate::people::{self, HeldData};
use crate::platform::holdings::Holdings;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![asking_copy, hand_over, asking_erasure, erase]
}

#[get("/segreteria/persone/<id>/copia")]
async fn asking_copy(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    let subject = people::subject(&actor, &id).await?;
    Ok(Reply::Page(pages::copy(&Page { frame: &frame, subject: &subject, draft: Draft::default(), faults: Vec::new() })))
}

#[post("/segreteria/persone/<id>/copia", data = "<fields>")]
async fn hand_over(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, holdings: &State<Holdings>, fields: Fields) -> Result<Reply> {
    let draft = Draft::read(&fields);
    match draft.check(frame.today, false) {
        Ok(asking) => {
            let held = people::hand_over(&actor, holdings, &id, &asking).await?.ok_or(Error::NotFound)?;
            file(&actor, &frame, &held, fields.text("formato"))
        }
        Err(faults) => {
            let subject = people::subject(&actor, &id).await?;
            let page = Page { frame: &frame, subject: &subject, draft, faults };
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::copy(&page)))
        }
    }
}

/// The same files that people download of themselves.
fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>, held: &[HeldData], format: &str) -> Result<Reply> {
    let words = my_data(frame.lang);
    let bug = |e: &dyn std::fmt::Display| Error::Bug(format!("data of a person: {e}"));
    let (ending, media, body) = match format {
        "json" => ("json", ContentType::JSON, serde_json::to_vec_pretty(&copy::json(held, actor.now())).map_err(|e| bug(&e))?),
        _ => {
            let body = copy::csv(held, words.csv_heads, |key| words.of(key).title.to_owned()).map_err(|e| bug(&e))?;
            ("csv", ContentType::CSV, body)
        }
    };
    Ok(Reply::File { name: format!("dati-personali-{}.{ending}", actor.now().day()), media, body })
}

#[get("/segreteria/persone/<id>/cancellazione")]
async fn asking_erasure(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, holdings: &State<Holdings>) -> Result<Reply> {
    let subject = people::subject(&actor, &id).await?;
    let page = Page { frame: &frame, subject: &subject, draft: Draft::default(), faults: Vec::new() };
    Ok(Reply::Page(pages::erasure(&page, holdings)))
}

#[post("/segreteria/persone/<id>/cancellazione", data = "<fields>")]
async fn erase(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, holdings: &State<Holdings>, fields: Fields) -> Result<Reply> {
    let draft = Draft::read(&fields);
    match draft.check(frame.today, true) {
        Ok(asking) => match people::erase_for(&actor, (holdings, my_data(frame.lang).nobody), &id, &asking).await? {
            true => Ok(Reply::Go(format!("{}?esito=cancellata", paths::person(&id)))),
            false => Err(Error::NotFound),
        },
        Err(faults) => {
            let subject = people::subject(&actor, &id).await?;
            let page = Page { frame: &frame, subject: &subject, draft, faults };
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::erasure(&page, holdings)))
        }
    }
}
