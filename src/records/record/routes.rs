//! Routes of the record.

use rocket::{Route, State, get};

use super::pages::{self, Record};
use super::words::words;
use super::{courses_of, of_person};
use crate::access::{Actor, Person};
use crate::courses::Shelf;
use crate::platform::Result;
use crate::records::certificates;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

/// What somebody did on a day of the forum, for whatever page tells it.
pub use super::words::contribution;

pub fn routes() -> Vec<Route> {
    rocket::routes![own]
}

/// What the page of a person is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).title
}

#[get("/area/percorso")]
async fn own(actor: Actor<Person>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let editions = of_person(&actor, actor.person()).await?;
    let certificates = certificates::store::of_person(&actor, actor.person()).await?;
    let courses = courses_of(&actor, shelf, actor.person()).await?;
    let view = Record { frame: &frame, editions: &editions, certificates: &certificates, courses: &courses, shelf, now: actor.now() };
    Ok(Reply::Page(pages::record(&view)))
}
