//! Routes: `/area/profilo/codici`.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::super::pages::{self, Faults, Own};
use super::super::words::{Words, words};
use super::super::{Offer, Refusal, store};
use crate::access::form::Fields;
use crate::access::roles::required;
use crate::access::throttle::{self, Attempt, Trying};
use crate::access::{Actor, Person};
use crate::domain::ids::Id;
use crate::domain::one_time_code::{Shared, Typed};
use crate::platform::config::Config;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![own, begin, remake, end]
}

/// What the pages of this file are made from.
struct Page<'a> {
    actor: &'a Actor<Person>,
    frame: Frame<'a>,
    config: &'a Config,
}

impl Page<'_> {
    async fn show(&self, offer: Option<Offer>, notice: Option<Notice>, faults: Faults) -> Result<maud::Markup> {
        let standing = store::standing(self.actor).await?;
        let offer = match (&standing, offer) {
            (None, None) => Some(store::offer(&store::username(self.actor).await?)),
            (_, offer) => offer,
        };
        let own = Own {
            standing: standing.as_ref(),
            required: store::is_required(self.actor, &required(&self.config.sign_in)).await?,
            demonstration: self.config.sign_in.demonstration,
            offer: offer.as_ref(),
            notice,
        };
        // Read again at this address, whatever the form was sent to.
        Ok(pages::own(&Frame { path: paths::FACTOR.to_owned(), ..self.frame.clone() }, &own, faults))
    }

    async fn again(&self, status: Status, offer: Option<Offer>, faults: Faults) -> Result<Reply> {
        Ok(Reply::PageWith(status, self.show(offer, None, faults).await?))
    }
}

#[get("/area/profilo/codici?<esito>")]
async fn own(actor: Actor<Person>, frame: Frame<'_>, config: &State<Config>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let has = store::standing(&actor).await?.is_some();
    let notice = match (esito, has) {
        (Some("disattivati"), false) => Some(Notice::done(words.ended)),
        (Some("serve"), false) => Some(Notice::care(words.needed_for_role)),
        (Some("serve"), true) => Some(Notice::care(words.sign_in_again)),
        _ => None,
    };
    Ok(Reply::Private(Page { actor: &actor, frame, config }.show(None, notice, Faults::default()).await?))
}

#[post("/area/profilo/codici", data = "<fields>")]
async fn begin(actor: Actor<Person>, frame: Frame<'_>, config: &State<Config>, fields: Fields) -> Result<Reply> {
    let words = words(frame.lang);
    let page = Page { actor: &actor, frame: frame.clone(), config };
    let wrong = |fault| Faults { code: Some(fault), ..Faults::default() };
    let Some(shared) = Shared::parse(fields.text("chiave")) else {
        return page.again(Status::UnprocessableEntity, None, wrong(words.unreadable_offer)).await;
    };
    let offer = Offer { shared: shared.clone(), account: store::username(&actor).await? };
    let typed = match Typed::read(fields.text("codice")) {
        Some(typed @ Typed::Code(_)) => typed,
        _ => return page.again(Status::UnprocessableEntity, Some(offer), wrong(words.need_code)).await,
    };
    match store::begin_own(&actor, &shared, &typed).await? {
        Ok(codes) => Ok(Reply::Private(pages::codes(&frame, &codes, paths::FACTOR, None))),
        Err(_) => page.again(Status::UnprocessableEntity, Some(offer), wrong(words.wrong_begin)).await,
    }
}

/// A code that may be judged, or the sentence and status that tell why not.
async fn admitted(actor: &Actor<Person>, typed: &str, words: &Words) -> Result<Result<(Typed, Attempt), (Status, &'static str)>> {
    let Some(code) = Typed::read(typed) else {
        return Ok(Err((Status::UnprocessableEntity, if typed.is_empty() { words.need_code } else { words.shape })));
    };
    match throttle::admit(actor, Trying::Code, actor.person().as_str()).await {
        Err(Error::TooMany(_)) => Ok(Err((Status::TooManyRequests, words.wait))),
        attempt => Ok(Ok((code, attempt?))),
    }
}

#[post("/area/profilo/codici/recupero", data = "<fields>")]
async fn remake(actor: Actor<Person>, frame: Frame<'_>, config: &State<Config>, fields: Fields) -> Result<Reply> {
    let words = words(frame.lang);
    let page = Page { actor: &actor, frame: frame.clone(), config };
    let wrong = |fault| Faults { code: Some(fault), ..Faults::default() };
    let (typed, attempt) = match admitted(&actor, fields.text("codice"), words).await? {
        Ok(admitted) => admitted,
        Err((status, fault)) => return page.again(status, None, wrong(fault)).await,
    };
    match store::remake(&actor, &typed).await? {
        Ok(codes) => {
            attempt.succeeded(&actor).await?;
            Ok(Reply::Private(pages::codes(&frame, &codes, paths::FACTOR, None)))
        }
        Err(_) => page.again(Status::UnprocessableEntity, None, wrong(words.wrong)).await,
    }
}

#[post("/area/profilo/codici/disattivazione", data = "<fields>")]
async fn end(actor: Actor<Person>, frame: Frame<'_>, config: &State<Config>, fields: Fields) -> Result<Reply> {
    let words = words(frame.lang);
    let page = Page { actor: &actor, frame: frame.clone(), config };
    let password = fields.get("password").unwrap_or_default();
    if password.is_empty() {
        let faults = Faults { password: Some(words.need_password), ..Faults::default() };
        return page.again(Status::UnprocessableEntity, None, faults).await;
    }
    let (typed, attempt) = match admitted(&actor, fields.text("codice-fine"), words).await? {
        Ok(admitted) => admitted,
        Err((status, fault)) => return page.again(status, None, Faults { end_code: Some(fault), ..Faults::default() }).await,
    };
    let faults = match store::end(&actor, &typed, password.to_owned(), &required(&config.sign_in)).await? {
        Ok(()) => {
            attempt.succeeded(&actor).await?;
            return Ok(Reply::Go(format!("{}?esito=disattivati", paths::FACTOR)));
        }
        Err(Refusal::Password) => Faults { password: Some(words.wrong_password), ..Faults::default() },
        Err(Refusal::Required) => Faults { end_code: Some(words.required_fault), ..Faults::default() },
        Err(Refusal::Wrong) => Faults { end_code: Some(words.wrong), ..Faults::default() },
    };
    page.again(Status::UnprocessableEntity, None, faults).await
}
