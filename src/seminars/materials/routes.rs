//! Materials over HTTP: `/seminari/<day>/materiali` for those enrolled, `/area/docenza/<day>/materiali` for who attaches them.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::pages::{self, Desk, Replacing};
use super::words::words;
use super::{Attached, Draft, NotAttached, store};
use crate::access::form::Fields;
use crate::access::upload::{Chosen, Upload};
use crate::access::{Actor, Person, Trainer};
use crate::domain::ids::{ClassDayId, Id, MaterialId};
use crate::domain::material::{self, Shown};
use crate::library;
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::serving::{Asked, File, Served};

pub fn routes() -> Vec<Route> {
    rocket::routes![of_day, file, desk, attach, replacing, replace, withdraw, offer, to_desk]
}

/// Where letters lead: the materials on the page of the day, once the reader is somebody.
#[get("/seminari/<day>/materiali")]
async fn of_day(actor: Actor<Person>, keeper: Option<Actor<Trainer>>, day: ClassDayId) -> Result<Reply> {
    if !(store::is_seated(&actor, &day).await? || teaches(keeper.as_ref(), &day).await?) {
        return Err(Error::NotFound);
    }
    Ok(Reply::Go(format!("{}#materiali", paths::class_day(&day))))
}

async fn teaches(keeper: Option<&Actor<Trainer>>, day: &ClassDayId) -> Result<bool> {
    let Some(keeper) = keeper else { return Ok(false) };
    match store::teaching(keeper, day).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

#[get("/seminari/<day>/materiali/<id>")]
async fn file(
    actor: Actor<Person>,
    keeper: Option<Actor<Trainer>>,
    media: &State<Media>,
    asked: Asked,
    day: ClassDayId,
    id: MaterialId,
) -> Result<Served> {
    let found = match keeper {
        // A docente may be enrolled on the day of a colleague.
        Some(keeper) => match store::attached(&keeper, &day).await {
            Ok(all) => all.into_iter().filter(|one| one.withdrawn.is_none()).map(|one| one.material).collect(),
            Err(Error::NotFound) => store::seen(&actor, Some(&day)).await?,
            Err(error) => return Err(error),
        },
        None => store::seen(&actor, Some(&day)).await?,
    };
    let found = found.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    let file = File::to_keep(&material::file_name(&found.title, found.kind), found.kind.media());
    Served::kept(&asked, media, &store::named(&found), file).await
}

#[get("/area/docenza/<day>/materiali?<esito>")]
async fn desk(actor: Actor<Trainer>, frame: Frame<'_>, day: ClassDayId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("caricato") => Some(Notice::done(words.done_attached)),
        Some("sostituito") => Some(Notice::done(words.done_replaced)),
        Some("ritirato") => Some(Notice::done(words.done_withdrawn)),
        _ => None,
    };
    shown(&actor, &frame, &day, (None, notice)).await.map(Reply::Page)
}

async fn shown(
    actor: &Actor<Trainer>,
    frame: &Frame<'_>,
    day: &ClassDayId,
    (back, notice): (Option<(&Fields, NotAttached)>, Option<Notice>),
) -> Result<maud::Markup> {
    let teaching = store::teaching(actor, day).await?;
    let attached = store::attached(actor, day).await?;
    Ok(pages::desk(&Desk { frame, day: &teaching, attached: &attached, now: actor.now(), back, notice }))
}

fn done(day: &ClassDayId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::materials(day)))
}

#[post("/area/docenza/<day>/materiali", data = "<form>")]
async fn attach(actor: Actor<Trainer>, frame: Frame<'_>, media: &State<Media>, day: ClassDayId, form: Upload) -> Result<Reply> {
    let fields = &form.fields;
    let draft = Draft {
        title: fields.text("titolo").to_owned(),
        shown: Shown::parse(fields.text("visibile")).unwrap_or(Shown::AtOnce),
        of_seminar: fields.text("per") == "seminario",
    };
    match store::attach(&actor, media, (&day, &draft), form.file).await? {
        Ok(()) => Ok(done(&day, "caricato")),
        Err(why) => {
            let page = shown(&actor, &frame, &day, (Some((fields, why)), None)).await?;
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
    }
}

/// One of this day that was not withdrawn.
async fn found(actor: &Actor<Trainer>, day: &ClassDayId, id: &MaterialId) -> Result<Attached> {
    let all = store::attached(actor, day).await?;
    all.into_iter().find(|one| one.material.id == *id && one.withdrawn.is_none()).ok_or(Error::NotFound)
}

/// Whoever cuts an address short lands on the page of all of them.
#[get("/area/docenza/<day>/materiali/<id>")]
async fn to_desk(actor: Actor<Trainer>, day: ClassDayId, id: MaterialId) -> Result<Reply> {
    found(&actor, &day, &id).await?;
    Ok(Reply::Go(paths::materials(&day)))
}

#[get("/area/docenza/<day>/materiali/<id>/versione")]
async fn replacing(actor: Actor<Trainer>, frame: Frame<'_>, day: ClassDayId, id: MaterialId) -> Result<Reply> {
    let (teaching, one) = (store::teaching(&actor, &day).await?, found(&actor, &day, &id).await?);
    Ok(Reply::Page(pages::replacing(&Replacing { frame: &frame, day: &teaching, one: &one, back: None })))
}

#[post("/area/docenza/<day>/materiali/<id>/versione", data = "<form>")]
async fn replace(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    media: &State<Media>,
    day: ClassDayId,
    id: MaterialId,
    form: Upload,
) -> Result<Reply> {
    let one = found(&actor, &day, &id).await?;
    let tell = form.fields.has("avvisa");
    match store::replace(&actor, media, (&day, &id, tell), form.file).await? {
        Ok(()) => Ok(done(&day, "sostituito")),
        Err(why) => {
            let teaching = store::teaching(&actor, &day).await?;
            let view = Replacing { frame: &frame, day: &teaching, one: &one, back: Some((tell, why)) };
            Ok(Reply::PageWith(Status::UnprocessableEntity, pages::replacing(&view)))
        }
    }
}

/// Twice does no harm.
#[post("/area/docenza/<day>/materiali/<id>/ritiro")]
async fn withdraw(actor: Actor<Trainer>, day: ClassDayId, id: MaterialId) -> Result<Reply> {
    store::withdraw(&actor, &day, &id).await?;
    Ok(done(&day, "ritirato"))
}

/// The same file for everybody, in the library; offered again, it is the same document.
#[post("/area/docenza/<day>/materiali/<id>/biblioteca")]
async fn offer(actor: Actor<Trainer>, frame: Frame<'_>, media: &State<Media>, day: ClassDayId, id: MaterialId) -> Result<Reply> {
    let one = found(&actor, &day, &id).await?.material;
    let (teaching, bytes) = (store::teaching(&actor, &day).await?, store::bytes(media, &one).await?);
    let file = Chosen { name: material::file_name(&one.title, one.kind), bytes };
    let publisher = frame.person.as_ref().map_or("", |person| person.name.as_str());
    let offer = library::Offer { from: id.as_str(), title: &one.title, theme: &teaching.theme, publisher, file };
    match library::offer_document(&actor, media, offer).await? {
        Ok(document) => Ok(Reply::Go(format!("{}?esito=offerto", paths::document(&document)))),
        // What is attached was judged by the same rule.
        Err(why) => Err(Error::Bug(format!("material {id}: {why:?}"))),
    }
}
