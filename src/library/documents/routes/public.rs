//! The documents that are public: with filters, one by one, their files, and as a feed.

use rocket::http::ContentType;
use rocket::{Route, State, get};

use crate::access::{Actor, Librarian, Visitor};
use crate::domain::ids::DocumentId;
use crate::domain::material;
use crate::library::documents::{Content, Document, Version, found, listing, pages, store};
use crate::platform::config::Config;
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, feed, one, file, version]
}

/// Entries of the feed.
const FOLLOWED: usize = 50;

#[get("/documenti")]
async fn list(actor: Actor<Visitor>, frame: Frame<'_>, desk: Option<Actor<Librarian>>) -> Result<Reply> {
    let all = store::all(&actor).await?;
    let listing = listing(&frame.path);
    let found = found(&all, &listing, frame.today);
    let last = listing.last(i64::try_from(found.len()).unwrap_or(i64::MAX));
    if listing.page() > last {
        return Ok(Reply::Go(listing.at_page(last)));
    }
    let view = pages::List { frame: &frame, all: &all, found: &found, listing: &listing, publishes: desk.is_some() };
    Ok(Reply::Page(pages::list(&view)))
}

#[get("/documenti.atom")]
async fn feed(actor: Actor<Visitor>, frame: Frame<'_>, config: &State<Config>) -> Result<Reply> {
    let all = store::all(&actor).await?;
    let latest: Vec<&Document> = all.iter().take(FOLLOWED).collect();
    Ok(Reply::Feed(pages::feed(&frame, &latest, &config.server.public_url).into_string()))
}

#[get("/documenti/<id>?<esito>")]
async fn one(
    actor: Actor<Visitor>,
    frame: Frame<'_>,
    desk: Option<Actor<Librarian>>,
    id: DocumentId,
    esito: Option<&str>,
) -> Result<Reply> {
    let document = store::one(&actor, &id).await?;
    let versions = store::versions(&actor, &id).await?;
    let keeps = desk.is_some_and(|desk| desk.role().keeps_all() || *desk.person() == document.created_by);
    Ok(Reply::Page(pages::one(&pages::One {
        frame: &frame,
        document: &document,
        versions: &versions,
        keeps,
        offered: keeps && esito == Some("offerto"),
    })))
}

/// The latest version, at an address that stays: whoever links to it always links to what stands.
#[get("/documenti/<id>/file")]
async fn file(actor: Actor<Visitor>, media: &State<Media>, id: DocumentId) -> Result<Reply> {
    let document = store::one(&actor, &id).await?;
    handed_out(&actor, media, (&document, &document.latest)).await
}

#[get("/documenti/<id>/versioni/<number>")]
async fn version(actor: Actor<Visitor>, media: &State<Media>, id: DocumentId, number: i64) -> Result<Reply> {
    let document = store::one(&actor, &id).await?;
    let versions = store::versions(&actor, &id).await?;
    let version = versions.iter().find(|version| version.number == number).ok_or(Error::NotFound)?;
    handed_out(&actor, media, (&document, version)).await
}

/// The file, or the way to where it lies; counted.
async fn handed_out(actor: &Actor<Visitor>, media: &Media, (document, version): (&Document, &Version)) -> Result<Reply> {
    let reply = match &version.content {
        Content::Address(address) => Reply::Away(address.clone()),
        Content::File { kind, sha256, .. } => {
            let (top, sub) = kind.media().split_once('/').unwrap_or_default();
            let body = store::bytes(media, sha256).await?;
            Reply::File { name: material::file_name(&document.sheet.title, *kind), media: ContentType::new(top, sub), body }
        }
    };
    store::count(actor, &document.id).await?;
    Ok(reply)
}
