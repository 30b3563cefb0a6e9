//! Routes: `/entra/esterno`, `/area/profilo/identita`.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::super::factor::routes::{Entrant, Threshold};
use super::super::routes::way_back;
use super::{Found, Trouble, pages, store};
use crate::access::errand::{Errand, Errands};
use crate::access::form::Fields;
use crate::access::{Actor, Person};
use crate::domain::ids::{Id, IdentityId};
use crate::platform::federation::{Federation, Refusal};
use crate::platform::{Clock, Error, Result, random};
use crate::ui::failure::Code;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::addresses::Addresses;

pub fn routes() -> Vec<Route> {
    rocket::routes![leave, come_back, offer, link, identities, unlink]
}

/// The provider of the settings; without one these addresses do not exist.
type Provider = State<Option<Federation>>;

fn provider(set: &Provider) -> Result<&Federation> {
    set.inner().as_ref().ok_or(Error::NotFound)
}

/// The page of a trouble; what really happened goes to the log, under the code that the page shows.
fn refused(frame: &Frame<'_>, trouble: Trouble, code: &Code, cause: &dyn std::fmt::Debug) -> Reply {
    let status = match trouble {
        Trouble::Down => Status::ServiceUnavailable,
        Trouble::Disabled | Trouble::Taken => Status::Conflict,
        Trouble::Cancelled => Status::Ok,
        _ => Status::BadRequest,
    };
    tracing::warn!(code = code.as_str(), ?trouble, ?cause, "sign-in through the provider refused");
    // Not the address asked for: it has codes in it that work once.
    let frame = Frame { path: paths::SIGN_IN.to_owned(), ..frame.clone() };
    let page = pages::trouble(&frame, trouble, code.as_str());
    if status == Status::Ok { Reply::Private(page) } else { Reply::PageWith(status, page) }
}

fn trouble(refusal: &Refusal) -> Trouble {
    match refusal {
        Refusal::Unreachable(_) => Trouble::Down,
        Refusal::Issuer(_) => Trouble::Issuer,
        Refusal::Expired(_) => Trouble::Expired,
        Refusal::Nonce(_) | Refusal::Signature(_) | Refusal::Audience(_) | Refusal::Malformed(_) => Trouble::Unsound,
        Refusal::Denied(_) => Trouble::Denied,
    }
}

#[get("/entra/esterno?<ritorno>")]
async fn leave(threshold: Threshold<'_>, set: &Provider, ritorno: Option<&str>, addresses: Addresses<'_>, code: &Code) -> Result<Reply> {
    let federation = provider(set)?;
    let back = way_back(ritorno, &addresses);
    if threshold.frame.person.is_some() {
        return Ok(Reply::Go(back.to_owned()));
    }
    let departure = match federation.depart(threshold.actor.now()).await {
        Ok(departure) => departure,
        Err(refusal) => return Ok(refused(&threshold.frame, trouble(&refusal), code, &refusal)),
    };
    let browser = random::token();
    store::leave(&threshold.actor, &departure, &browser, back).await?;
    threshold.errands.begin(Errand::Provider, browser);
    Ok(Reply::Away(departure.address))
}

/// What the provider sends people back with (RFC 6749, section 4.1.2; RFC 9207).
#[derive(rocket::FromForm)]
struct Return<'r> {
    state: Option<&'r str>,
    code: Option<&'r str>,
    iss: Option<&'r str>,
    error: Option<&'r str>,
}

#[get("/entra/esterno/ritorno?<with..>")]
async fn come_back(threshold: Threshold<'_>, set: &Provider, clock: &State<Clock>, with: Return<'_>, code: &Code) -> Result<Reply> {
    let federation = provider(set)?;
    let browser = threshold.errands.token(Errand::Provider);
    let no = |trouble, cause: &dyn std::fmt::Debug| Ok(refused(&threshold.frame, trouble, code, cause));
    let Some(left) = store::come_back(&threshold.actor, with.state.unwrap_or_default(), browser.as_deref()).await? else {
        return no(Trouble::Replayed, &"state unknown, used, too old, or of another browser");
    };
    threshold.errands.end(Errand::Provider);
    if let Some(issuer) = with.iss.filter(|issuer| *issuer != federation.provider().issuer) {
        return no(Trouble::Issuer, &issuer);
    }
    let granted = match (with.error, with.code) {
        (Some("access_denied"), _) => return no(Trouble::Cancelled, &"access_denied"),
        (Some(error), _) => return no(Trouble::Denied, &error),
        (None, None) => return no(Trouble::Unsound, &"neither code nor error"),
        (None, Some(granted)) => granted,
    };
    let identity = match federation.arrive(clock, granted, &left.nonce, &left.verifier).await {
        Ok(identity) => identity,
        Err(refusal) => return no(trouble(&refusal), &refusal),
    };
    match store::open_by(&threshold.actor, &identity, federation.provider().link_by_address).await? {
        Found::Account(person) => {
            let entrant = Entrant { person: &person, carried: None, back: &left.back, proven: identity.is_strong };
            threshold.cross(&entrant).await
        }
        Found::Disabled => no(Trouble::Disabled, &"disabled"),
        Found::Nobody => {
            threshold.errands.begin(Errand::Identity, store::offer(&threshold.actor, &identity).await?);
            Ok(Reply::Private(pages::nobody(&threshold.at(paths::SIGN_IN))))
        }
    }
}

#[get("/entra/esterno/collegamento")]
async fn offer(actor: Actor<Person>, frame: Frame<'_>, set: &Provider, errands: Errands<'_>) -> Result<Reply> {
    provider(set)?;
    let issuer = match errands.token(Errand::Identity) {
        Some(token) => store::offered(&actor, &token).await?,
        None => None,
    };
    Ok(match issuer {
        Some(issuer) => Reply::Page(pages::link(&frame, &issuer)),
        // Nothing to link, or too late.
        None => Reply::Go(paths::AREA.to_owned()),
    })
}

#[post("/entra/esterno/collegamento")]
async fn link(actor: Actor<Person>, frame: Frame<'_>, set: &Provider, errands: Errands<'_>, code: &Code) -> Result<Reply> {
    provider(set)?;
    let token = errands.token(Errand::Identity).ok_or(Error::NotFound)?;
    let linked = store::link(&actor, &token).await?;
    errands.end(Errand::Identity);
    match linked {
        true => Ok(Reply::Go(format!("{}?esito=collegata", paths::IDENTITIES))),
        false => Ok(refused(&frame, Trouble::Taken, code, &"linked already")),
    }
}

#[get("/area/profilo/identita?<esito>")]
async fn identities(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let linked = store::identities(&actor).await?;
    Ok(Reply::Page(pages::identities(&frame, &linked, pages::told(&frame, esito))))
}

#[post("/area/profilo/identita", data = "<fields>")]
async fn unlink(actor: Actor<Person>, fields: Fields) -> Result<Reply> {
    let id = IdentityId::parse(fields.text("identita")).ok_or(Error::NotFound)?;
    store::unlink(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=scollegata", paths::IDENTITIES)))
}
