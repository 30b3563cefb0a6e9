//! `/area/seminari`: one's own giornate; a seat asked for, a seat accepted.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Member, Person};
use crate::domain::enrolment::Standing;
use crate::domain::ids::{ClassDayId, EnrolmentId};
use crate::people::{self, Carried};
use crate::platform::Result;
use crate::seminars::enrolment::words::words;
use crate::seminars::enrolment::{pages, store};
use crate::seminars::materials;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/seminari?<esito>")]
pub async fn show(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    page(&actor, &frame, esito.and_then(|outcome| done(&frame, outcome))).await.map(Reply::Page)
}

async fn page(actor: &Actor<Person>, frame: &Frame<'_>, notice: Option<Notice>) -> Result<maud::Markup> {
    let days = store::own(actor).await?;
    let materials = materials::store::seen(actor, None).await?;
    let frame = Frame { path: paths::OWN_SEMINARS.to_owned(), ..frame.clone() };
    Ok(pages::own(&pages::OwnDays { frame: &frame, days: &days, materials: &materials, now: actor.now(), notice }))
}

/// What a redirect says was done.
fn done(frame: &Frame<'_>, outcome: &str) -> Option<Notice> {
    let words = words(frame.lang);
    let text = match outcome {
        "iscritto" => words.done_seated,
        "in-attesa" => words.done_waiting,
        "rinuncia" => words.done_withdrawn,
        "accettato" => words.done_accepted,
        "collega" => words.done_substituted,
        _ => return None,
    };
    Some(Notice::done(text))
}

pub(super) fn go(outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::OWN_SEMINARS))
}

/// The rule said no: one's own days, with the reason above them.
pub(super) async fn refused(actor: &Actor<Person>, frame: &Frame<'_>, why: &crate::domain::enrolment::Refusal) -> Result<Reply> {
    let notice = Notice::care(&pages::refusal(frame, why));
    Ok(Reply::PageWith(Status::Conflict, page(actor, frame, Some(notice)).await?))
}

/// The page that says that the form was made while acting for another ente, if it was.
pub(super) async fn stale(actor: &Actor<Member>, frame: &Frame<'_>, action: String, fields: &Fields) -> Result<Option<Reply>> {
    if fields.get("ente").is_none_or(|ente| ente == actor.ente().to_string()) {
        return Ok(None);
    }
    let carried = Carried { action, fields: fields.pairs().to_vec() };
    let page = people::stale(actor, &Frame { path: paths::OWN_SEMINARS.to_owned(), ..frame.clone() }, &carried).await?;
    Ok(Some(Reply::PageWith(Status::Conflict, page)))
}

#[post("/area/seminari/giornate/<day>/iscrizione", data = "<fields>")]
pub async fn ask(member: Actor<Member>, person: Actor<Person>, frame: Frame<'_>, day: ClassDayId, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&member, &frame, paths::enrolment(&day), &fields).await? {
        return Ok(stale);
    }
    match store::ask(&member, &day).await? {
        Ok(Standing::Waiting) => Ok(go("in-attesa")),
        Ok(_) => Ok(go("iscritto")),
        Err(why) => refused(&person, &frame, &why).await,
    }
}

#[post("/area/seminari/<id>/conferma")]
pub async fn accept(person: Actor<Person>, frame: Frame<'_>, id: EnrolmentId) -> Result<Reply> {
    match store::accept(&person, &id).await? {
        Ok(()) => Ok(go("accettato")),
        Err(why) => refused(&person, &frame, &why).await,
    }
}
