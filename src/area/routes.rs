//! The addresses of home, personal area and the pages every public site has.

use rocket::http::Status;
use rocket::{Route, State, get, post, routes};

use super::pages::{self, AreaPage, Statistics, Task};
use super::store::{self, Rating};
use crate::access::form::Fields;
use crate::access::{Actor, Member, Person, RoleName, Visitor, local_path};
use crate::assessments::Catalogue;
use crate::platform::Result;
use crate::ui::feedback::DETAILS_MAX;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::ui::sitemap::Sitemap;
use crate::{assessments, people};

pub fn routes() -> Vec<Route> {
    routes![home, area, assistance, accessibility, privacy, legal, statistics, map, rate]
}

#[get("/")]
async fn home(actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    let questionnaire = catalogue.current()?;
    let regions = assessments::by_region(&actor, &questionnaire.id).await?;
    Ok(Reply::Page(pages::home(&frame, questionnaire, &regions)))
}

/// One road for all who are signed in: what comes first depends on the appointment in use.
#[get("/area")]
async fn area(actor: Actor<Person>, member: Option<Actor<Member>>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    let (task, colleagues) = match (&member, frame.person.as_ref().and_then(|p| p.role)) {
        (Some(member), _) => (Task::Assessment(assessments::next_step(member, catalogue).await?), people::colleagues(member).await?),
        (None, Some(RoleName::Secretariat)) => (Task::Enti, Vec::new()),
        (None, Some(_)) => (Task::Nothing, Vec::new()),
        (None, None) => (Task::Nobody, Vec::new()),
    };
    Ok(Reply::Page(pages::area(&AreaPage { frame: &frame, task, colleagues, person: actor.person().to_string(), now: actor.now() })))
}

#[get("/assistenza")]
async fn assistance(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::assistance(&frame))
}

#[get("/accessibilita")]
async fn accessibility(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::accessibility(&frame))
}

#[get("/privacy")]
async fn privacy(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::privacy(&frame))
}

#[get("/note-legali")]
async fn legal(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::legal(&frame))
}

#[get("/statistiche")]
async fn statistics(actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    let regions = assessments::by_region(&actor, &catalogue.current()?.id).await?;
    let (opinions, pages) = store::opinions(&actor).await?;
    Ok(Reply::Page(pages::statistics(&frame, &Statistics { regions, opinions, pages })))
}

#[get("/mappa")]
async fn map(_actor: Actor<Visitor>, frame: Frame<'_>, sitemap: &State<Sitemap>) -> Reply {
    let signed_in = frame.person.is_some();
    let role = frame.person.as_ref().and_then(|p| p.role);
    let reserved = sitemap.reserved(role).filter(|_| signed_in);
    Reply::Page(pages::map(&frame, sitemap.public(), reserved))
}

/// An opinion on a page; without a rate the visitor is told, and nothing is kept.
#[post("/valutazione", data = "<fields>")]
async fn rate(actor: Actor<Visitor>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let page = local_path(fields.text("pagina")).unwrap_or_default();
    let stars = fields.text("voto").parse::<i64>().ok().filter(|stars| (1..=5).contains(stars));
    let Some(stars) = stars else {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::thanks(&frame, page, false)));
    };
    let kind = if stars >= 4 { "piace" } else { "manca" };
    let chosen = fields.text(kind).parse::<u8>().ok().filter(|n| (1..=5).contains(n));
    let answer = chosen.map(|n| format!("{kind}-{n}")).unwrap_or_default();
    let detail: String = fields.text("dettagli").chars().filter(|c| !c.is_control()).take(DETAILS_MAX).collect();
    // Ids in an address would say whose page it was.
    let about = without_ids(page.split('?').next().unwrap_or_default());
    store::rate(&actor, &Rating { page: &about, stars, answer: &answer, detail: &detail }).await?;
    Ok(Reply::Page(pages::thanks(&frame, page, true)))
}

/// The path with `…` in place of ids.
fn without_ids(path: &str) -> String {
    let part = |part: &str| if part.len() == 36 && part.contains('-') { "…".to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
