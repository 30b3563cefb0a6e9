//! Routes: the front page of the desk.

use rocket::{Route, State, get};

use super::words::words;
use super::{Waiting, pages, store};
use crate::access::{Actor, Librarian, RoleName, Secretariat};
use crate::assessments::Catalogue;
use crate::library::{self, Linked};
use crate::platform::Result;
use crate::programme;
use crate::secretariat::{enti, reporting};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry, Sitemap};

pub const SITEMAP: &[Entry] = &[Entry::new(paths::DESK, |lang| words(lang).desk, Audience::Only(RoleName::Secretariat))];

pub fn routes() -> Vec<Route> {
    rocket::routes![front]
}

#[get("/segreteria")]
async fn front(
    actor: Actor<Secretariat>,
    librarian: Actor<Librarian>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    linked: &State<Linked>,
    map: &State<Sitemap>,
) -> Result<Reply> {
    let edition = programme::current(&actor).await?;
    let questionnaire = catalogue.asked(edition.as_ref());
    let id = edition.as_ref().map(|edition| &edition.id);
    let listing = enti::listing("?sollecito=si");
    let (_, due) = enti::store::find(&actor, &enti::store::Chosen { listing: &listing, questionnaire, edition: id }, (1, 0)).await?;
    let lacking = match &edition {
        Some(edition) if !edition.terms.funding.asked.is_empty() => {
            reporting::store::find(&actor, edition, &reporting::listing(""), (1, 0)).await?.people
        }
        _ => 0,
    };
    let links = i64::try_from(library::links_to_do(&librarian, linked).await?).unwrap_or(i64::MAX);
    let waiting = Waiting { due, lacking, links, ..store::waiting(&actor, id, questionnaire).await? };
    let tools = map.menu(Some(RoleName::Secretariat), frame.lang);
    let tools: Vec<_> = tools.into_iter().filter(|tool| tool.href.starts_with("/segreteria/")).collect();
    Ok(Reply::Page(pages::front(&frame, edition.as_ref().map(|e| e.name.as_str()), &waiting, &tools)))
}
