//! The domande frequenti that are public: by theme, one by one, and as a feed.

use rocket::{Route, State, get};

use crate::access::{Actor, Moderator, Visitor};
use crate::domain::ids::FaqId;
use crate::library::faq::{pages, store};
use crate::platform::Result;
use crate::platform::config::Config;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, one, feed]
}

/// Entries of the feed.
const FOLLOWED: i64 = 50;

#[get("/domande-frequenti?<tema>")]
async fn list(actor: Actor<Visitor>, frame: Frame<'_>, desk: Option<Actor<Moderator>>, tema: Option<&str>) -> Result<Reply> {
    let titles = store::titles(&actor).await?;
    let theme = tema.filter(|theme| titles.iter().any(|title| title.theme == *theme)).unwrap_or_default();
    let view = pages::List { frame: &frame, titles: &titles, theme, today: actor.now().day(), writes: desk.is_some() };
    Ok(Reply::Page(pages::list(&view)))
}

#[get("/domande-frequenti/<id>")]
async fn one(actor: Actor<Visitor>, frame: Frame<'_>, desk: Option<Actor<Moderator>>, id: FaqId) -> Result<Reply> {
    let faq = store::one(&actor, &id).await?;
    Ok(Reply::Page(pages::one(&frame, &faq, actor.now().day(), desk.is_some())))
}

#[get("/domande-frequenti.atom")]
async fn feed(actor: Actor<Visitor>, frame: Frame<'_>, config: &State<Config>) -> Result<Reply> {
    let latest = store::latest(&actor, FOLLOWED).await?;
    Ok(Reply::Feed(pages::feed(&frame, &latest, &config.server.public_url)))
}
