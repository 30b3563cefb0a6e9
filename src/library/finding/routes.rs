//! Routes: the page of the search.

use rocket::{Route, get};

use super::words::words;
use super::{pages, store};
use crate::access::{Actor, Participant, Visitor};
use crate::platform::Result;
use crate::platform::search::Readers;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::SEARCH, |lang| words(lang).search, Audience::Everyone)];

pub fn routes() -> Vec<Route> {
    rocket::routes![find]
}

/// Longest query that is read, in characters.
const LONGEST: usize = 200;

/// What is for those in the forum is found by those who sit in it.
#[get("/cerca?<q>&<pagina>")]
async fn find(
    actor: Actor<Visitor>,
    frame: Frame<'_>,
    sits: Option<Actor<Participant>>,
    q: Option<String>,
    pagina: Option<&str>,
) -> Result<Reply> {
    let query: String = q.unwrap_or_default().replace('\0', "").trim().chars().take(LONGEST).collect();
    let page: i64 = pagina.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 10_000);
    let readers = if sits.is_some() { Readers::SignedIn } else { Readers::Everybody };
    let found = store::find(&actor, &query, readers, page).await?;
    // What was withdrawn is not found any more from that moment on.
    Ok(Reply::Fresh(pages::found(&frame, &query, &found, page)))
}
