//! `/area/dati-richiesti`: what the funder asks of the person.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::enti::registration::form::{Form, Parts};
use crate::enti::registration::{pages, store};
use crate::platform::Result;
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/dati-richiesti?<esito>")]
pub async fn facts(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let edition = programme::current(&actor).await?;
    let facts = match &edition {
        Some(edition) => store::told(&actor, &edition.id).await?,
        None => Default::default(),
    };
    let qualifica = store::styled(&actor).await?;
    let form = Form { facts, qualifica, ..Form::default() };
    Ok(Reply::Page(pages::facts(&frame, edition.as_ref(), &form, esito == Some("salvati"))))
}

#[post("/area/dati-richiesti", data = "<fields>")]
pub async fn tell(actor: Actor<Person>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let edition = programme::current(&actor).await?;
    let form = Form::read(&fields, Parts { facts: true, qualifica: fields.has("qualifica"), ..Parts::default() }, edition.as_ref());
    if !form.faults.is_empty() {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::facts(&frame, edition.as_ref(), &form, false)));
    }
    store::tell(&actor, &form.told(edition.as_ref()), &form.qualifica).await?;
    Ok(Reply::Go(format!("{}?esito=salvati", paths::FACTS)))
}
