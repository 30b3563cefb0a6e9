//! The documents that are public: with filters, one by one, their files, and as a feed.

use rocket::{Route, State, get};

use crate::access::{Actor, Librarian, Visitor};
use crate::domain::ids::DocumentId;
use crate::domain::material;
use crate::library::documents::{Content, Document, Version, found, listing, pages, store};
use crate::library::links;
use crate::platform::config::Config;
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::web::serving::{Asked, File, Served};

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
    Ok(Reply::Feed(pages::feed(&frame, &latest, &config.server.public_url)))
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
    let standing = match &document.latest.content {
        Content::Address(address) => links::store::standing(&actor, address).await?,
        Content::File { .. } => None,
    };
    let keeps = desk.is_some_and(|desk| desk.role().keeps_all() || *desk.person() == document.created_by);
    Ok(Reply::Page(pages::one(&pages::One {
        frame: &frame,
        document: &document,
        versions: &versions,
        keeps,
        away: standing.and_then(|standing| links::words::told_readers(frame.lang, &standing)),
        offered: keeps && esito == Some("offerto"),
    })))
}

/// A file of ours, or the way to where it lies.
#[derive(rocket::Responder)]
enum Handed {
    Here(Served),
    Elsewhere(Reply),
}

/// The latest version, at an address that stays: whoever links to it always links to what stands.
#[get("/documenti/<id>/file")]
async fn file(actor: Actor<Visitor>, media: &State<Media>, asked: Asked, id: DocumentId) -> Result<Handed> {
    let document = store::one(&actor, &id).await?;
    handed_out(&actor, media, &asked, (&document, &document.latest)).await
}

#[get("/documenti/<id>/versioni/<number>")]
async fn version(actor: Actor<Visitor>, media: &State<Media>, asked: Asked, id: DocumentId, number: i64) -> Result<Handed> {
    let document = store::one(&actor, &id).await?;
    let versions = store::versions(&actor, &id).await?;
    let version = versions.iter().find(|version| version.number == number).ok_or(Error::NotFound)?;
    handed_out(&actor, media, &asked, (&document, version)).await
}

/// Counted once for each who begins to read it.
async fn handed_out(actor: &Actor<Visitor>, media: &Media, asked: &Asked, (document, version): (&Document, &Version)) -> Result<Handed> {
    let handed = match &version.content {
        Content::Address(address) => Handed::Elsewhere(Reply::Away(address.clone())),
        Content::File { kind, sha256, bytes, .. } => {
            let file = File::to_keep(&material::file_name(&document.sheet.title, *kind), kind.media());
            Handed::Here(Served::kept(asked, media, &store::named(sha256, *bytes), file).await?)
        }
    };
    if asked.begins() {
        store::count(actor, &document.id).await?;
    }
    Ok(handed)
}
