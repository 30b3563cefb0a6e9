//! The proceedings of a day, for everybody once they are out.

use rocket::http::ContentType;
use rocket::{Route, State as Managed, get};

use crate::access::{Actor, Visitor};
use crate::domain::forum_day::State;
use crate::domain::ids::ForumDayId;
use crate::forum::Proceedings;
use crate::forum::pages;
use crate::forum::store::proceedings;
use crate::platform::config::Config;
use crate::platform::{Error, Result, documents};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![page, file]
}

/// Before the segreteria puts them out they do not exist.
async fn of(actor: &Actor<Visitor>, id: &ForumDayId) -> Result<Proceedings> {
    let of = proceedings::of(actor, id).await?;
    if of.day.state(actor.now()) == State::Published { Ok(of) } else { Err(Error::NotFound) }
}

#[get("/forum/<id>/atti")]
async fn page(actor: Actor<Visitor>, frame: Frame<'_>, config: &Managed<Config>, id: ForumDayId) -> Result<Reply> {
    let of = of(&actor, &id).await?;
    Ok(Reply::Page(pages::proceedings(&frame, &of, (&config.site.forum_footer, actor.now()))))
}

#[get("/forum/<id>/atti.pdf")]
async fn file(actor: Actor<Visitor>, config: &Managed<Config>, id: ForumDayId) -> Result<Reply> {
    let of = of(&actor, &id).await?;
    let edition = programme::one(&actor, &of.day.edition).await?.edition;
    let body = documents::pdf(pages::paper(config, &edition, &of)).await?;
    Ok(Reply::File { name: format!("atti-forum-{}.pdf", of.day.held_on()), media: ContentType::PDF, body })
}
