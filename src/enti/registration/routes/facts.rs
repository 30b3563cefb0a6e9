//! `/area/dati-richiesti` and `/segreteria/persone/<id>/dati-richiesti`: what the funder asks of a person.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Person, Secretariat};
use crate::domain::edition::Edition;
use crate::domain::ids::PersonId;
use crate::enti::registration::form::{Form, Parts};
use crate::enti::registration::{Fault, pages, store};
use crate::platform::{Error, Result};
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

/// The edition that counts; where its funder asks nothing there is nothing to note.
async fn asking(actor: &Actor<Secretariat>) -> Result<Edition> {
    programme::current(actor).await?.filter(|edition| !edition.terms.funding.asked.is_empty()).ok_or(Error::NotFound)
}

#[get("/segreteria/persone/<id>/dati-richiesti")]
pub async fn facts_of(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    let edition = asking(&actor).await?;
    let participant = store::facts_of(&actor, &id, &edition.id).await?;
    let form = Form { facts: participant.told.clone(), ..Form::default() };
    Ok(Reply::Page(pages::facts_of(&frame, &edition, &participant, &form)))
}

#[post("/segreteria/persone/<id>/dati-richiesti", data = "<fields>")]
pub async fn note_for(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let edition = asking(&actor).await?;
    let mut form = Form::read(&fields, Parts { facts: true, qualifica: true, ..Parts::default() }, Some(&edition));
    let told = form.told(Some(&edition));
    if !(told.answers.is_empty() && form.qualifica.is_empty()) {
        // Whoever is on the telephone may know a part alone: what is left empty lacks as before.
        form.faults.retain(|fault| match fault {
            Fault::NoFact(field) => told.answers.contains_key(field.as_str()),
            Fault::NoQualifica => false,
            _ => true,
        });
    }
    if !form.faults.is_empty() {
        let participant = store::facts_of(&actor, &id, &edition.id).await?;
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::facts_of(&frame, &edition, &participant, &form)));
    }
    store::note_for(&actor, &id, &told, &form.qualifica).await?;
    Ok(Reply::Go(format!("{}?esito=annotati", paths::REPORTING)))
}
