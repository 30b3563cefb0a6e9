//! Routes: `/area/dati` and what hangs on it, `/gestione/trattamenti`.

use rocket::http::{ContentType, Status};
use rocket::{Route, State, get, post};

use super::copy;
use super::pages::{self, Erasing};
use super::words::words;
use crate::access::form::Fields;
use crate::access::session::{self, Device};
use crate::access::{Actor, Administrator, Person, RoleName, Visitor};
use crate::domain::spreadsheet;
use crate::people::{self, ErasureRefusal};
use crate::platform::holdings::Holdings;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const MY_DATA: Entry = Entry::new(paths::MY_DATA, |lang| words(lang).my_data, Audience::SignedIn);
pub const PROCESSING: Entry = Entry::new(paths::PROCESSING, |lang| words(lang).processing, Audience::Only(RoleName::Administrator));

pub fn routes() -> Vec<Route> {
    rocket::routes![my_data, as_json, as_csv, before_erasing, erase, processing, processing_csv]
}

#[get("/area/dati")]
async fn my_data(actor: Actor<Person>, frame: Frame<'_>, holdings: &State<Holdings>) -> Result<Reply> {
    Ok(Reply::Page(pages::my_data(&frame, &people::held(&actor, holdings).await?)))
}

#[get("/area/dati/copia.json")]
async fn as_json(actor: Actor<Person>, holdings: &State<Holdings>) -> Result<Reply> {
    let document = copy::json(&people::held(&actor, holdings).await?, actor.now());
    let body = serde_json::to_vec_pretty(&document).map_err(|e| Error::Bug(format!("my data: {e}")))?;
    Ok(Reply::File { name: format!("i-miei-dati-{}.json", actor.now().day()), media: ContentType::JSON, body })
}

#[get("/area/dati/copia.csv")]
async fn as_csv(actor: Actor<Person>, frame: Frame<'_>, holdings: &State<Holdings>) -> Result<Reply> {
    let words = words(frame.lang);
    let held = people::held(&actor, holdings).await?;
    let body = copy::csv(&held, words.csv_heads, |key| words.of(key).title.to_owned()).map_err(|e| Error::Bug(format!("my data: {e}")))?;
    Ok(Reply::File { name: format!("i-miei-dati-{}.csv", actor.now().day()), media: ContentType::CSV, body })
}

#[get("/area/dati/cancellazione")]
async fn before_erasing(actor: Actor<Person>, frame: Frame<'_>, holdings: &State<Holdings>) -> Result<Reply> {
    Ok(Reply::Page(pages::erasure(&frame, &people::held(&actor, holdings).await?, &Erasing::default())))
}

#[post("/area/dati/cancellazione", data = "<fields>")]
async fn erase(
    actor: Actor<Person>,
    visitor: Actor<Visitor>,
    frame: Frame<'_>,
    device: Device<'_>,
    holdings: &State<Holdings>,
    fields: Fields,
) -> Result<Reply> {
    let words = words(frame.lang);
    let mut form = Erasing { sure: fields.get("conferma").is_some(), ..Erasing::default() };
    if !form.sure {
        form.sure_fault = Some(words.need_sure);
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::erasure(&frame, &people::held(&actor, holdings).await?, &form)));
    }
    let typed = fields.get("password").unwrap_or_default().to_owned();
    match people::erase(&actor, holdings, typed, words.nobody).await? {
        Ok(()) => {
            session::end(&visitor, &device).await?;
            Ok(Reply::Go(format!("{}?esito=cancellazione", paths::HOME)))
        }
        Err(refusal) => {
            match refusal {
                ErasureRefusal::NotTheirPassword => form.password_fault = Some(words.not_your_password),
                ErasureRefusal::LastAdministrator => form.sure_fault = Some(words.last_administrator),
            }
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::erasure(&frame, &people::held(&actor, holdings).await?, &form)))
        }
    }
}

#[get("/gestione/trattamenti")]
fn processing(_actor: Actor<Administrator>, frame: Frame<'_>, holdings: &State<Holdings>) -> Reply {
    Reply::Page(pages::processing(&frame, holdings))
}

#[get("/gestione/trattamenti.csv")]
fn processing_csv(actor: Actor<Administrator>, frame: Frame<'_>, holdings: &State<Holdings>) -> Result<Reply> {
    let heads = words(frame.lang).processing_heads;
    let body = spreadsheet::csv(&heads, pages::processing_rows(&frame, holdings).into_iter());
    let body = body.map_err(|e| Error::Bug(format!("register: {e}")))?;
    Ok(Reply::File { name: format!("registro-trattamenti-{}.csv", actor.now().day()), media: ContentType::CSV, body })
}
