//! Routes: noting a contact of an ente or of a person.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Form};
use super::words::words;
use super::{Channel, Draft, Fault, Noted, Subject, store, unanswered};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EnteId, PersonId};
use crate::platform::Result;
use crate::secretariat::{enti, people};
use crate::ui::page::{self, Frame};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![of_ente, note_ente, unanswered_ente, of_person, note_person]
}

#[get("/segreteria/enti/<id>/contatti")]
async fn of_ente(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    fresh(&actor, &frame, &Subject::Ente(id)).await
}

#[post("/segreteria/enti/<id>/contatti", data = "<fields>")]
async fn note_ente(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    note(&actor, &frame, &Subject::Ente(id), &fields).await
}

#[get("/segreteria/persone/<id>/contatti")]
async fn of_person(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId) -> Result<Reply> {
    fresh(&actor, &frame, &Subject::Person(id)).await
}

#[post("/segreteria/persone/<id>/contatti", data = "<fields>")]
async fn note_person(actor: Actor<Secretariat>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    note(&actor, &frame, &Subject::Person(id), &fields).await
}

async fn fresh(actor: &Actor<Secretariat>, frame: &Frame<'_>, subject: &Subject) -> Result<Reply> {
    let draft = Draft::fresh(frame.today);
    Ok(Reply::Page(pages::form(&form(actor, frame, subject, (draft, Vec::new())).await?)))
}

async fn note(actor: &Actor<Secretariat>, frame: &Frame<'_>, subject: &Subject, fields: &Fields) -> Result<Reply> {
    let draft = Draft::read(fields);
    match draft.check(actor.now().day()) {
        Err(faults) => {
            let form = form(actor, frame, subject, (draft, faults)).await?;
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&form)))
        }
        Ok(noted) => {
            store::note(actor, subject, &noted, &draft.with).await?;
            let back = match subject {
                Subject::Ente(id) => paths::ente(id),
                Subject::Person(id) => paths::person(id),
            };
            Ok(Reply::Go(format!("{back}?esito=annotato")))
        }
    }
}

/// One click from the list of those to be reminded.
#[post("/segreteria/enti/<id>/contatti/senza-risposta")]
async fn unanswered_ente(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    let today = actor.now().day();
    let outcome = words(frame.lang).no_answer.to_owned();
    let noted = Noted { channel: Channel::Telephone, happened_on: today, outcome, next_on: Some(unanswered(today)) };
    store::note(&actor, &Subject::Ente(id), &noted, "").await?;
    Ok(Reply::Go(format!("{}?esito=annotato", paths::REMINDERS)))
}

/// The form of a contact, as it is to be shown.
async fn form<'a>(actor: &Actor<Secretariat>, frame: &'a Frame<'a>, subject: &Subject, shown: (Draft, Vec<Fault>)) -> Result<Form<'a>> {
    match subject {
        Subject::Ente(id) => ente_form(actor, frame, id, shown).await,
        Subject::Person(id) => person_form(actor, frame, id, shown).await,
    }
}

async fn ente_form<'a>(
    actor: &Actor<Secretariat>,
    frame: &'a Frame<'a>,
    id: &EnteId,
    (draft, faults): (Draft, Vec<Fault>),
) -> Result<Form<'a>> {
    let (ente, _) = crate::enti::one(actor, id).await?;
    let people = enti::store::people(actor, id).await?;
    let with = people.into_iter().map(|person| (person.id.to_string(), person.name)).collect();
    let (back, action) = (paths::ente(id), paths::ente_contacts(id));
    Ok(Form { frame, action, back, name: page::ente(&ente.named()), with, of_ente: true, draft, faults })
}

async fn person_form<'a>(
    actor: &Actor<Secretariat>,
    frame: &'a Frame<'a>,
    id: &PersonId,
    (draft, faults): (Draft, Vec<Fault>),
) -> Result<Form<'a>> {
    let person = people::store::one(actor, id).await?;
    let enti = people::store::appointments(actor, id).await?.into_iter().filter_map(|held| held.ente);
    let with = enti.map(|ente| (ente.id.to_string(), page::ente(&ente))).collect();
    let (back, action) = (paths::person(id), paths::person_contacts(id));
    Ok(Form { frame, action, back, name: person.name, with, of_ente: false, draft, faults })
}
