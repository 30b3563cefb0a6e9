//! Pages that ask before something is done: who does not come, who goes instead, which colleagues take part.

use rocket::http::Status;
use rocket::{get, post};

use super::own::{go, refused, stale};
use crate::access::form::Fields;
use crate::access::{Actor, Coordinator, Member, Person};
use crate::domain::enrolment::Refusal;
use crate::domain::ids::{ClassDayId, EnrolmentId, Id, PersonId};
use crate::platform::{Error, Result};
use crate::seminars::enrolment::pages::{self, ColleaguesPage};
use crate::seminars::enrolment::store::{self, Hand};
use crate::seminars::enrolment::words::words;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/seminari/<id>/rinuncia")]
pub async fn withdrawal(person: Actor<Person>, referente: Option<Actor<Coordinator>>, frame: Frame<'_>, id: EnrolmentId) -> Result<Reply> {
    let (day, name) = store::one(&Hand::of(&person, referente.as_ref()), &person, &id).await?;
    let is_own = store::own(&person).await?.iter().any(|own| own.own.id == id);
    Ok(Reply::Page(pages::withdrawal(&frame, &day, (!is_own).then_some(&name))))
}

#[post("/area/seminari/<id>/rinuncia")]
pub async fn withdraw(person: Actor<Person>, referente: Option<Actor<Coordinator>>, frame: Frame<'_>, id: EnrolmentId) -> Result<Reply> {
    match store::withdraw(&Hand::of(&person, referente.as_ref()), &id).await? {
        Ok(()) => Ok(go("rinuncia")),
        Err(why) => refused(&person, &frame, &why).await,
    }
}

#[get("/area/seminari/<id>/collega")]
pub async fn substitution(
    person: Actor<Person>,
    member: Actor<Member>,
    referente: Option<Actor<Coordinator>>,
    frame: Frame<'_>,
    id: EnrolmentId,
) -> Result<Reply> {
    let page = substitution_page((&person, &member, referente.as_ref()), &frame, &id, None).await?;
    Ok(Reply::Page(page))
}

type Hands<'a> = (&'a Actor<Person>, &'a Actor<Member>, Option<&'a Actor<Coordinator>>);

async fn substitution_page(
    (person, member, referente): Hands<'_>,
    frame: &Frame<'_>,
    id: &EnrolmentId,
    wrong: Option<&str>,
) -> Result<maud::Markup> {
    let (day, name) = store::one(&Hand::of(person, referente), person, id).await?;
    // Somebody with several enti sends a colleague of the one for which they are enrolled.
    if day.ente.as_ref().is_none_or(|ente| ente.id != *member.ente()) {
        return Err(Error::NotFound);
    }
    let choices = store::substitutes(member, &day.told.day).await?;
    let frame = Frame { path: paths::enrolment_substitution(id), ..frame.clone() };
    Ok(pages::substitution(&frame, (&day, &name), &choices, wrong))
}

#[post("/area/seminari/<id>/collega", data = "<fields>")]
pub async fn substitute(
    person: Actor<Person>,
    member: Actor<Member>,
    referente: Option<Actor<Coordinator>>,
    frame: Frame<'_>,
    id: EnrolmentId,
    fields: Fields,
) -> Result<Reply> {
    let hand = Hand::of(&person, referente.as_ref());
    let why = match PersonId::parse(fields.text("persona")) {
        None => {
            // Of an enrolment that is not theirs, not even a missing choice is told.
            hand.reaches(&id).await?;
            words(frame.lang).choose_one.to_owned()
        }
        Some(colleague) => match store::substitute(&hand, &id, &colleague).await? {
            Ok(()) => return Ok(go("collega")),
            Err(why @ (Refusal::Begun | Refusal::Cancelled | Refusal::Held | Refusal::NotIn | Refusal::NotSeated)) => {
                return refused(&person, &frame, &why).await;
            }
            Err(why) => pages::refusal(&frame, &why),
        },
    };
    let page = substitution_page((&person, &member, referente.as_ref()), &frame, &id, Some(&why)).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, page))
}

#[get("/area/seminari/giornate/<day>/colleghi")]
pub async fn colleagues(actor: Actor<Coordinator>, frame: Frame<'_>, day: ClassDayId) -> Result<Reply> {
    Ok(Reply::Page(colleagues_page(&actor, &frame, &day, None).await?))
}

async fn colleagues_page(actor: &Actor<Coordinator>, frame: &Frame<'_>, day: &ClassDayId, wrong: Option<&str>) -> Result<maud::Markup> {
    let (told, choices) = store::colleagues(actor, day).await?;
    let frame = Frame { path: paths::colleagues_enrolment(day), ..frame.clone() };
    Ok(pages::colleagues(&ColleaguesPage { frame: &frame, ente: actor.ente(), told: &told, choices: &choices, wrong }))
}

#[post("/area/seminari/giornate/<day>/colleghi", data = "<fields>")]
pub async fn enrol_colleagues(
    actor: Actor<Coordinator>,
    member: Actor<Member>,
    frame: Frame<'_>,
    day: ClassDayId,
    fields: Fields,
) -> Result<Reply> {
    if let Some(stale) = stale(&member, &frame, paths::colleagues_enrolment(&day), &fields).await? {
        return Ok(stale);
    }
    let people: Vec<PersonId> = fields.all("persona").filter_map(PersonId::parse).collect();
    if people.is_empty() {
        let page = colleagues_page(&actor, &frame, &day, Some(words(frame.lang).choose_one)).await?;
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
    }
    let wrong = match store::ask_for(&actor, &day, &people).await? {
        Ok(outcomes) => {
            let (told, _) = store::colleagues(&actor, &day).await?;
            return Ok(Reply::Page(pages::outcomes(&frame, &told, &outcomes)));
        }
        Err(why) => pages::refusal(&frame, &why),
    };
    let page = colleagues_page(&actor, &frame, &day, Some(&wrong)).await?;
    Ok(Reply::PageWith(Status::Conflict, page))
}
