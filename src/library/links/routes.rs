//! The links of those who publish: what is to do, one asked for again, one that somebody has looked at.

use rocket::{Route, State, get, post};

use super::words::words;
use super::{Line, Linked, listing, pages, store};
use crate::access::form::Fields;
use crate::access::{Actor, Librarian, RoleName};
use crate::domain::ids::WebLinkId;
use crate::platform::asking::Asker;
use crate::platform::config::Config;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::LINKS, |lang| words(lang).title, Audience::Only(RoleName::Trainer)),
    Entry::new(paths::LINKS, |lang| words(lang).title, Audience::Only(RoleName::Expert)),
    Entry::new(paths::LINKS, |lang| words(lang).title, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    rocket::routes![list, again, fine]
}

fn notice(frame: &Frame<'_>, outcome: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    match outcome {
        Some("risponde") => Some(Notice::done(words.answers)),
        Some("spostato") => Some(Notice::care(words.moved_now)),
        Some("non-risponde") => Some(Notice::care(words.answers_not)),
        Some("visto") => Some(Notice::done(words.seen_now)),
        _ => None,
    }
}

#[get("/area/documenti/collegamenti?<esito>")]
async fn list(
    actor: Actor<Librarian>,
    frame: Frame<'_>,
    linked: &State<Linked>,
    config: &State<Config>,
    esito: Option<&str>,
) -> Result<Reply> {
    let all = store::lines(&actor, &linked.0).await?;
    let listing = listing(&frame.path);
    let found = super::found(&all, &listing);
    let last = listing.last(i64::try_from(found.len()).unwrap_or(i64::MAX));
    if listing.page() > last {
        return Ok(Reply::Go(listing.at_page(last)));
    }
    let view = pages::List {
        frame: &frame,
        all: &all,
        found: &found,
        listing: &listing,
        keeps_all: actor.role().keeps_all(),
        checks: config.links.check,
        notice: notice(&frame, esito),
    };
    Ok(Reply::Page(pages::list(&view)))
}

/// One of those that the actor looks after.
async fn own(actor: &Actor<Librarian>, linked: &Linked, id: &WebLinkId) -> Result<Line> {
    store::lines(actor, &linked.0).await?.into_iter().find(|line| line.link.id == *id).ok_or(Error::NotFound)
}

/// Back to the list as it was asked for.
fn back(fields: &Fields, outcome: &str) -> Reply {
    let listing = listing(fields.text("elenco"));
    let address = listing.at_page(listing.page());
    let joint = if address.contains('?') { '&' } else { '?' };
    Reply::Go(format!("{address}{joint}esito={outcome}"))
}

#[post("/area/documenti/collegamenti/<id>/verifica", data = "<fields>")]
async fn again(actor: Actor<Librarian>, linked: &State<Linked>, config: &State<Config>, id: WebLinkId, fields: Fields) -> Result<Reply> {
    let line = own(&actor, linked, &id).await?;
    let heard = Asker::new(&config.links)?.ask(&line.link.address).await;
    let standing = store::note_as(&actor, (&line.link.address, heard)).await?;
    let outcome = match () {
        () if standing.has_moved() => "spostato",
        () if standing.failures == 0 => "risponde",
        () => "non-risponde",
    };
    Ok(back(&fields, outcome))
}

#[post("/area/documenti/collegamenti/<id>/visto", data = "<fields>")]
async fn fine(actor: Actor<Librarian>, linked: &State<Linked>, id: WebLinkId, fields: Fields) -> Result<Reply> {
    let line = own(&actor, linked, &id).await?;
    store::fine(&actor, &line.link).await?;
    Ok(back(&fields, "visto"))
}
