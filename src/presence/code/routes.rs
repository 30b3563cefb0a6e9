//! Routes of the code on the projector.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::pages::{self, CheckIn};
use super::words::{refusal, words};
use super::{Outcome, Projected, Refusal, store};
use crate::access::form::Fields;
use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Person, Trainer};
use crate::domain::ids::{ClassDayId, Id};
use crate::domain::presence_code;
use crate::platform::config::Config;
use crate::platform::{Error, Result};
use crate::presence::store as registers;
use crate::ui::page::{Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

/// Seconds after which a projector that waits for a session looks again.
const LOOK_AGAIN: i64 = 60;

pub fn routes() -> Vec<Route> {
    rocket::routes![projector, begin, page, enter]
}

/// What the page of who takes part is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).check_in
}

#[get("/area/docenza/<id>/codice")]
async fn projector(actor: Actor<Trainer>, frame: Frame<'_>, config: &State<Config>, id: ClassDayId) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let projected = store::projected(&actor, &register).await?;
    let page = pages::projector(&frame, &register, &projected, actor.now(), &config.server.public_url);
    Ok(match projected {
        Projected::Shown { .. } => Reply::Renewed(presence_code::renewed_in(actor.now()), page),
        Projected::Between(Some(_)) => Reply::Renewed(LOOK_AGAIN, page),
        _ => Reply::Page(page),
    })
}

#[post("/area/docenza/<id>/codice")]
async fn begin(actor: Actor<Trainer>, id: ClassDayId) -> Result<Reply> {
    store::begin(&actor, &id).await?;
    Ok(Reply::Go(paths::presence_code(&id)))
}

#[get("/presenza?<codice>&<esito>")]
async fn page(actor: Actor<Person>, frame: Frame<'_>, codice: Option<&str>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("presente") => Some(Notice::done(words.done)),
        Some("gia") => Some(Notice::info(words.already)),
        _ => None,
    };
    // Opening a link does nothing: it fills the field in, and one button is left.
    let typed = codice.and_then(presence_code::typed).unwrap_or_default();
    let own = store::own(&actor).await?;
    Ok(Reply::Private(pages::check_in(&CheckIn { frame: &frame, typed: &typed, own, fault: None, notice })))
}

#[post("/presenza", data = "<fields>")]
async fn enter(actor: Actor<Person>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let typed = fields.text("codice");
    let outcome = match presence_code::typed(typed) {
        None => Outcome::Refused(Refusal::Malformed),
        Some(code) => {
            let attempt = match throttle::admit(&actor, Trying::Presence, actor.person().as_str()).await {
                Err(Error::TooMany(until)) => return too_many(&actor, &frame, until).await,
                other => other?,
            };
            let outcome = store::enter(&actor, &code).await?;
            // Only what was guessed counts against who typed it.
            if !matches!(outcome, Outcome::Refused(Refusal::Wrong | Refusal::NotToday)) {
                attempt.succeeded(&actor).await?;
            }
            outcome
        }
    };
    let why = match outcome {
        Outcome::Entered => return Ok(Reply::Go(format!("{}?esito=presente", paths::CHECK_IN))),
        Outcome::Already(_) => return Ok(Reply::Go(format!("{}?esito=gia", paths::CHECK_IN))),
        Outcome::Refused(why) => why,
    };
    let own = store::own(&actor).await?;
    let view = CheckIn { frame: &frame, typed, own, fault: Some(refusal(frame.lang, &why)), notice: None };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::check_in(&view)))
}

async fn too_many(actor: &Actor<Person>, frame: &Frame<'_>, until: crate::domain::moment::Moment) -> Result<Reply> {
    let text = (words(frame.lang).too_many)(&dates::hour(frame.lang, until));
    let own = store::own(actor).await?;
    let view = CheckIn { frame, typed: "", own, fault: Some(text), notice: None };
    Ok(Reply::Later(actor.now().seconds_until(until), pages::check_in(&view)))
}
