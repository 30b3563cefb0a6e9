//! Routes: `/entra/codice`, `/entra/attivazione`.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::super::super::Carried;
use super::super::words::words;
use super::super::{Needed, Offer, Pending, pages, store};
use super::threshold::{Entrant, Threshold};
use crate::access::errand::Errand;
use crate::access::form::Carrying;
use crate::access::throttle::{self, Trying};
use crate::domain::ids::Id;
use crate::domain::one_time_code::{Shared, Typed};
use crate::platform::{Error, Result};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![step, pass, beginning, begin]
}

/// Somebody who has nothing to do here: signed in already, never began, or too late.
fn nobody_waits(threshold: &Threshold<'_>) -> Reply {
    match threshold.errands.token(Errand::Code) {
        Some(_) => Reply::PageWith(Status::Gone, pages::too_late(&threshold.frame)),
        None => Reply::Go(paths::SIGN_IN.to_owned()),
    }
}

#[get("/entra/codice")]
async fn step(threshold: Threshold<'_>) -> Result<Reply> {
    Ok(match threshold.pending().await? {
        Some(Pending { needed: Needed::Code, .. }) => Reply::Private(pages::step(&threshold.frame, None, None)),
        Some(_) => Reply::Go(paths::SIGN_IN_BEGIN.to_owned()),
        None => nobody_waits(&threshold),
    })
}

#[post("/entra/codice", data = "<fields>")]
async fn pass(threshold: Threshold<'_>, fields: Carrying) -> Result<Reply> {
    let Carrying(fields) = fields;
    let carried = Carried::unpack(&fields)?;
    let (Some(token), Some(pending)) = (threshold.errands.token(Errand::Code), threshold.pending().await?) else {
        return Ok(nobody_waits(&threshold));
    };
    if pending.needed != Needed::Code {
        return Ok(Reply::Go(paths::SIGN_IN_BEGIN.to_owned()));
    }
    let words = words(threshold.frame.lang);
    let again = |status, fault| Ok(Reply::PageWith(status, pages::step(&threshold.at(paths::SIGN_IN_CODE), Some(fault), carried.as_ref())));
    let Some(typed) = Typed::read(fields.text("codice")) else {
        let fault = if fields.text("codice").is_empty() { words.need_code } else { words.shape };
        return again(Status::UnprocessableEntity, fault);
    };
    let attempt = match throttle::admit(&threshold.actor, Trying::Code, pending.person.as_str()).await {
        Err(Error::TooMany(_)) => return again(Status::TooManyRequests, words.wait),
        admitted => admitted?,
    };
    match store::pass(&threshold.actor, &token, &pending.person, &typed).await? {
        Err(_) => again(Status::UnprocessableEntity, words.wrong),
        Ok(()) => {
            attempt.succeeded(&threshold.actor).await?;
            let entrant = Entrant { person: &pending.person, carried: carried.as_ref(), back: &pending.back, proven: true };
            threshold.cross(&entrant).await
        }
    }
}

#[get("/entra/attivazione")]
async fn beginning(threshold: Threshold<'_>) -> Result<Reply> {
    Ok(match threshold.pending().await? {
        Some(Pending { needed: Needed::Code, .. }) => Reply::Go(paths::SIGN_IN_CODE.to_owned()),
        Some(pending) => Reply::Private(pages::begin_waiting(&threshold.frame, &store::offer(&pending.username), None, None)),
        None => nobody_waits(&threshold),
    })
}

#[post("/entra/attivazione", data = "<fields>")]
async fn begin(threshold: Threshold<'_>, fields: Carrying) -> Result<Reply> {
    let Carrying(fields) = fields;
    let carried = Carried::unpack(&fields)?;
    let (Some(token), Some(pending)) = (threshold.errands.token(Errand::Code), threshold.pending().await?) else {
        return Ok(nobody_waits(&threshold));
    };
    if pending.needed == Needed::Code {
        return Ok(Reply::Go(paths::SIGN_IN_CODE.to_owned()));
    }
    let words = words(threshold.frame.lang);
    let again = |offer: Offer, fault| {
        let page = pages::begin_waiting(&threshold.at(paths::SIGN_IN_BEGIN), &offer, Some(fault), carried.as_ref());
        Ok(Reply::PageWith(Status::UnprocessableEntity, page))
    };
    let Some(shared) = Shared::parse(fields.text("chiave")) else {
        return again(store::offer(&pending.username), words.unreadable_offer);
    };
    let offer = Offer { shared: shared.clone(), account: pending.username.clone() };
    let typed = match Typed::read(fields.text("codice")) {
        Some(typed @ Typed::Code(_)) => typed,
        _ => return again(offer, words.need_code),
    };
    let codes = match store::begin_waiting(&threshold.actor, &token, &pending.person, (&shared, &typed)).await? {
        Ok(codes) => codes,
        Err(_) => return again(offer, words.wrong_begin),
    };
    let identity = threshold.open(&pending.person, pending.prefer.as_ref(), true).await?;
    // Somebody else's form is not kept.
    let own = carried.as_ref().filter(|carried| carried.is_of(&pending.person));
    let path = own.map_or(paths::AREA, |carried| carried.action.as_str());
    let next = threshold.onward(&identity, &pending.back);
    Ok(Reply::Private(pages::codes(&threshold.inside(&identity, path), &codes, &next, own)))
}
