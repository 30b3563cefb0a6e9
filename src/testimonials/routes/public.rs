//! What everybody reads: the list, a testimonial, its captions, the latest.

use rocket::{Route, State, get};

use super::shown;
use crate::access::{Actor, Trainer, Visitor};
use crate::assessments::Catalogue;
use crate::domain::ids::TestimonialId;
use crate::domain::testimonial::SizeClass;
use crate::platform::config::Config;
use crate::platform::{Error, Result};
use crate::testimonials::{Found, pages, store};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, one, captions, feed]
}

/// Entries of the feed.
const FOLLOWED: usize = 50;

/// What the list is narrowed by.
#[derive(rocket::FromForm)]
struct Filters<'r> {
    modello: Option<&'r str>,
    regione: Option<String>,
    abitanti: Option<&'r str>,
    tema: Option<String>,
}

#[get("/testimonial?<filters..>")]
async fn list(
    actor: Actor<Visitor>,
    frame: Frame<'_>,
    prepares: Option<Actor<Trainer>>,
    catalogue: &State<Catalogue>,
    filters: Filters<'_>,
) -> Result<Reply> {
    let all = store::list(&actor).await?;
    let models: Vec<(String, String)> =
        catalogue.published().flat_map(|one| one.models.iter()).map(|model| (model.id.clone(), model.name.clone())).collect();
    let view = pages::List {
        frame: &frame,
        all: &all,
        model: filters.modello.unwrap_or_default(),
        region: filters.regione.as_deref().unwrap_or_default(),
        size: filters.abitanti.and_then(SizeClass::parse),
        theme: filters.tema.as_deref().unwrap_or_default(),
        models: &models,
        prepares: prepares.is_some(),
    };
    Ok(Reply::Fresh(pages::list(&view)))
}

#[get("/testimonial/<id>")]
async fn one(actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>, id: TestimonialId) -> Result<Reply> {
    match store::public(&actor, &id).await? {
        Found::Suspended(until) => Ok(Reply::Fresh(pages::suspended(&frame, until))),
        Found::Told(told) => Ok(Reply::Fresh(shown(&frame, catalogue, (&told, paths::testimonial(&id)), |page| pages::one(&page)))),
    }
}

#[get("/testimonial/<id>/sottotitoli.vtt")]
async fn captions(actor: Actor<Visitor>, id: TestimonialId) -> Result<Reply> {
    captions_of(store::seen(&actor, &id).await?.captions)
}

/// The file of captions; none: no such address.
pub(super) fn captions_of(captions: String) -> Result<Reply> {
    if captions.is_empty() { Err(Error::NotFound) } else { Ok(Reply::Captions(captions)) }
}

#[get("/testimonial.atom")]
async fn feed(actor: Actor<Visitor>, frame: Frame<'_>, config: &State<Config>) -> Result<Reply> {
    let mut latest = store::list(&actor).await?;
    latest.truncate(FOLLOWED);
    Ok(Reply::Feed(pages::feed(&frame, &latest, &config.server.public_url)))
}
