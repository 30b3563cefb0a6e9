//! The pages that everybody may read.

use rocket::{State, get};

use crate::access::{Actor, Visitor};
use crate::area::pages::{self, Farewell, Home, Statistics};
use crate::area::store;
use crate::assessments::{self, Catalogue};
use crate::domain::forum_day::State as Standing;
use crate::domain::moment::Moment;
use crate::forum::{self, Announced};
use crate::library;
use crate::platform::Result;
use crate::seminars;
use crate::testimonials;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::ui::sitemap::Sitemap;

/// Documents named on the first page.
const DOCUMENTS: i64 = 3;
/// Opinions of a page below which nothing is said of it.
const LEAST: i64 = 5;

#[get("/?<esito>")]
pub async fn home(actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>, esito: Option<&str>) -> Result<Reply> {
    let edition = frame.edition.as_deref();
    // The front door stays open even while the questionnaire of the edition is missing.
    let questionnaire = catalogue.offered(edition).unwrap_or(catalogue.current());
    let regions = assessments::by_region(&actor, catalogue.asked(edition)).await?;
    let minutes = questionnaire.sections.iter().map(|section| section.minutes).sum();
    let farewell = match (esito, &frame.person) {
        (Some("uscita"), None) => Some(Farewell::SignedOut),
        (Some("cancellazione"), None) => Some(Farewell::Erased),
        _ => None,
    };
    let questions = questionnaire.questions().count();
    let seminar = seminars::next(&actor).await?;
    let (testimonial, documents) = (testimonials::latest(&actor).await?, library::latest_documents(&actor, DOCUMENTS).await?);
    let (forum, now) = (at_the_door(forum::announced(&actor).await?, actor.now()), actor.now());
    let view = Home { frame: &frame, questions, minutes, regions, farewell, seminar, forum, now, testimonial, documents };
    // The latest testimonial may be taken back.
    Ok(Reply::Fresh(pages::home(&view)))
}

/// The day that counts for who comes by: the one that is open, else the next that gathers, else the next to come; when none is ahead,
/// the last that was, whose proceedings are awaited or out. They come by their opening.
fn at_the_door(days: Vec<Announced>, now: Moment) -> Option<Announced> {
    let state = |day: &Announced| day.hours.state(now);
    let (over, ahead): (Vec<Announced>, Vec<Announced>) = days.into_iter().rev().partition(|day| state(day) >= Standing::Closing);
    // From the last to the first: of equals, `max` takes the one that opens first and `min` the one that opened last.
    ahead.into_iter().max_by_key(state).or_else(|| over.into_iter().min_by_key(state))
}

#[get("/statistiche")]
pub async fn statistics(actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>, map: &State<Sitemap>) -> Result<Reply> {
    let regions = assessments::by_region(&actor, catalogue.asked(frame.edition.as_deref())).await?;
    let rated = store::rated(&actor, LEAST).await?;
    Ok(Reply::Page(pages::statistics(&Statistics { frame: &frame, regions, rated, map })))
}

#[get("/assistenza")]
pub fn assistance(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::assistance(&frame))
}

#[get("/accessibilita")]
pub fn accessibility(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::accessibility(&frame))
}

#[get("/privacy")]
pub fn privacy(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::privacy(&frame))
}

#[get("/note-legali")]
pub fn legal_notes(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::legal_notes(&frame))
}

#[get("/mappa")]
pub fn site_map(_actor: Actor<Visitor>, frame: Frame<'_>, map: &State<Sitemap>) -> Reply {
    Reply::Page(pages::site_map(&frame, map))
}
