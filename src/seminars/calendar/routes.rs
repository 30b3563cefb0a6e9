//! Routes: `/seminari/<id>.ics`, `/seminari/calendario.ics`, `/calendario/<token>.ics`, `/area/calendario`.

use rocket::request::FromParam;
use rocket::{Route, State, get, post};

use super::words::words;
use super::{Cut, pages, store};
use crate::access::{Actor, Person, Visitor};
use crate::domain::ids::{ClassDayId, Id};
use crate::domain::lang::Lang;
use crate::platform::config::Config;
use crate::platform::{Result, calendar};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub fn routes() -> Vec<Route> {
    rocket::routes![day, all, own, page, make, revoke]
}

pub const SITEMAP: &[Entry] = &[Entry::new(paths::OWN_CALENDAR, |lang| words(lang).title, Audience::SignedIn)];

/// What stands before `.ics`.
struct Ics<'a>(&'a str);

impl<'a> FromParam<'a> for Ics<'a> {
    type Error = &'a str;

    fn from_param(param: &'a str) -> std::result::Result<Self, &'a str> {
        param.strip_suffix(".ics").map(Ics).ok_or(param)
    }
}

/// The id of a giornata with `.ics` behind it.
struct DayFile(ClassDayId);

impl<'a> FromParam<'a> for DayFile {
    type Error = &'a str;

    fn from_param(param: &'a str) -> std::result::Result<Self, &'a str> {
        param.strip_suffix(".ics").and_then(ClassDayId::parse).map(DayFile).ok_or(param)
    }
}

#[get("/seminari/<file>", rank = 5)]
async fn day(actor: Actor<Visitor>, file: DayFile, frame: Frame<'_>, config: &State<Config>) -> Result<Reply> {
    let occasion = store::public_day(&actor, &file.0, frame.lang).await?;
    let body = calendar::feed(&occasion.title, std::slice::from_ref(&occasion), config);
    Ok(Reply::Calendar { name: "giornata", is_public: true, body })
}

#[get("/seminari/calendario.ics?<regione>&<tema>")]
async fn all(actor: Actor<Visitor>, regione: Option<&str>, tema: Option<&str>, config: &State<Config>) -> Result<Reply> {
    let cut = Cut { region: regione.unwrap_or_default(), theme: tema.unwrap_or_default() };
    let occasions = store::public(&actor, cut).await?;
    let name = [words(Lang::It).all, cut.region, cut.theme].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Ok(Reply::Calendar { name: "seminari", is_public: true, body: calendar::feed(&name, &occasions, config) })
}

#[get("/calendario/<token>")]
async fn own(actor: Actor<Visitor>, token: Ics<'_>, config: &State<Config>) -> Result<Reply> {
    let owner = store::owner(&actor, token.0).await?;
    let occasions = store::own(&actor, &owner).await?;
    Ok(Reply::Calendar { name: "calendario", is_public: false, body: calendar::feed(words(owner.lang).own, &occasions, config) })
}

#[get("/area/calendario?<esito>")]
async fn page(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let feed = store::feed(&actor).await?;
    Ok(Reply::Page(pages::calendar(&frame, feed, esito == Some("revocato"))))
}

/// Answers with the page itself: the address is shown this once.
#[post("/area/calendario")]
async fn make(actor: Actor<Person>, frame: Frame<'_>, config: &State<Config>) -> Result<Reply> {
    let token = store::make(&actor).await?;
    let address = format!("{}{}", config.server.public_url, paths::calendar_feed(&token));
    Ok(Reply::Private(pages::fresh(&frame, &address)))
}

#[post("/area/calendario/revoca")]
async fn revoke(actor: Actor<Person>) -> Result<Reply> {
    store::revoke(&actor).await?;
    Ok(Reply::Go(format!("{}?esito=revocato", paths::OWN_CALENDAR)))
}
