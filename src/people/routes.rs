//! Routes: `/entra`, `/esci`, `/area/incarico`, `/area/profilo`.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::factor::routes::{Entrant, Threshold};
use super::pages::{self, Own, SignIn};
use super::words::words;
use super::{Carried, account, roles, store, trail};
use crate::access::form::{Carrying, Fields};
use crate::access::roles::Signed;
use crate::access::session::{self, Device, Identity};
use crate::access::{Actor, Person, RoleName, Visitor, local_path, sessions};
use crate::domain::ids::{AppointmentId, Id, PersonId};
use crate::platform::{Error, Result};
use crate::ui::page::{Acting, Frame, Notice};
use crate::ui::reply::Reply;
use crate::ui::sitemap::{Audience, Entry, Sitemap};
use crate::ui::{dates, paths};
use crate::web::addresses::Addresses;

pub fn routes() -> Vec<Route> {
    rocket::routes![sign_in, enter, sign_out, leave, switch, profile]
}

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::SIGN_IN, |lang| words(lang).sign_in, Audience::Everyone),
    Entry::new(paths::RESET, |lang| account::words::words(lang).reset, Audience::Everyone),
    Entry::new(paths::PROFILE, |lang| words(lang).profile, Audience::SignedIn),
    Entry::new(paths::ACCOUNTS, |lang| roles::words::words(lang).people, Audience::Only(RoleName::Administrator)),
    Entry::new(paths::TRAIL, |lang| trail::words::words(lang).trail, Audience::Only(RoleName::Administrator)),
    Entry::new(paths::ACCESSES, |lang| trail::words::words(lang).log, Audience::Only(RoleName::Administrator)),
    Entry::new(paths::FACTOR_RESET, |lang| super::factor::words::words(lang).reset, Audience::Only(RoleName::Administrator)),
];

/// For a form that came when nobody was signed in any more: the sign-in page with the form inside. To be answered with 401.
pub fn sign_in_again(frame: &Frame<'_>, carried: &Carried) -> Markup {
    let frame = Frame { path: paths::sign_in(&carried.action), ..frame.clone() };
    pages::sign_in(&frame, &SignIn { carried: Some(carried), ..SignIn::default() })
}

/// For a form made while acting for another ente: offers to act for that one again, and keeps what was typed. To be
/// answered with 409.
pub async fn stale<R: Signed>(actor: &Actor<R>, frame: &Frame<'_>, carried: &Carried) -> Result<Markup> {
    let place = match carried.ente() {
        Some(ente) => store::place_at(actor, &ente).await?,
        None => None,
    };
    // The address is that of the form, which may be read as a page.
    Ok(pages::stale(&Frame { path: carried.action.clone(), ..frame.clone() }, carried, place.as_ref()))
}

/// Where to go after signing in or changing ente: a page of ours, or the personal area.
pub fn way_back<'a>(asked: Option<&'a str>, addresses: &Addresses<'_>) -> &'a str {
    let page = asked.and_then(local_path).filter(|path| {
        // What belongs to signing in works once; linking an identity alone is waited for on the other side of it.
        let is_of_signing_in = |template: &str| template.starts_with(paths::SIGN_IN) && template != paths::FEDERATED_LINK;
        let ends = |template: &str| matches!(template, paths::SIGN_OUT | paths::HOME);
        addresses.template(path).is_some_and(|template| !is_of_signing_in(template) && !ends(template))
    });
    page.unwrap_or(paths::AREA)
}

/// The frame of a page shown in the same breath in which the session changed.
pub fn as_now<'a>(frame: &Frame<'a>, identity: &Identity, map: &Sitemap, path: &str) -> Frame<'a> {
    Frame { person: Some(Acting::of(identity, frame.lang, map)), path: path.to_owned(), ..frame.clone() }
}

#[get("/entra?<ritorno>&<esito>")]
fn sign_in(threshold: Threshold<'_>, ritorno: Option<&str>, esito: Option<&str>, addresses: Addresses<'_>) -> Reply {
    let frame = &threshold.frame;
    let notice = (esito == Some("password")).then(|| Notice::done(words(frame.lang).chosen));
    let back = way_back(ritorno, &addresses);
    match frame.person {
        Some(_) => Reply::Go(back.to_owned()),
        None => Reply::Page(pages::sign_in(frame, &SignIn { back, notice, provider: threshold.provider(), ..SignIn::default() })),
    }
}

#[post("/entra", data = "<fields>")]
async fn enter(threshold: Threshold<'_>, inside: Option<Actor<Person>>, addresses: Addresses<'_>, fields: Carrying) -> Result<Reply> {
    let Carrying(fields) = fields;
    let carried = Carried::unpack(&fields)?;
    if let (Some(inside), Some(carried), true) = (&inside, &carried, fields.has(pages::INSIDE)) {
        // Signed in meanwhile in another tab: the password is not asked for again.
        return Ok(on_with(&threshold.at(&carried.action), carried, inside.person()));
    }
    let back = way_back(fields.get("ritorno"), &addresses);
    let provider = threshold.provider();
    let form = SignIn { username: fields.text("utente"), back, carried: carried.as_ref(), provider, ..SignIn::default() };
    match recognise(&threshold.actor, &threshold.frame, &fields, form).await? {
        Ok(person) => threshold.cross(&Entrant { person: &person, carried: carried.as_ref(), back, proven: false }).await,
        Err(came_back) => Ok(came_back),
    }
}

/// The person behind what was typed, or the form with what to correct.
async fn recognise(actor: &Actor<Visitor>, frame: &Frame<'_>, fields: &Fields, form: SignIn<'_>) -> Result<Result<PersonId, Reply>> {
    let words = words(frame.lang);
    // Not trimmed: a password may begin or end with a space.
    let password = fields.get("password").unwrap_or_default();
    let came_back = |form: &SignIn<'_>| Ok(Err(Reply::PageWith(Status::UnprocessableEntity, pages::sign_in(frame, form))));
    if form.username.is_empty() || password.is_empty() {
        let username_fault = form.username.is_empty().then_some(words.need_username);
        let password_fault = password.is_empty().then_some(words.need_password);
        return came_back(&SignIn { username_fault, password_fault, ..form });
    }
    match store::recognise(actor, form.username, password.to_owned()).await {
        Ok(Some(person)) => Ok(Ok(person)),
        Ok(None) => came_back(&SignIn { username_fault: Some(words.not_recognised), ..form }),
        Err(Error::TooMany(until)) => {
            let hour = dates::hour(frame.lang, until.plus_minutes(1));
            let form = SignIn { notice: Some(Notice::care(&(words.too_many)(&hour))), ..form };
            Ok(Err(Reply::Later(actor.now().seconds_until(until), pages::sign_in(frame, &form))))
        }
        Err(error) => Err(error),
    }
}

/// The form carried can go on, if it is of the person who is inside now.
pub fn on_with(frame: &Frame<'_>, carried: &Carried, person: &PersonId) -> Reply {
    match carried.is_of(person) {
        true => Reply::Page(pages::resume(frame, carried)),
        // Not even where it was going: the address names a rilevazione.
        false => Reply::Page(pages::not_yours(&Frame { path: paths::AREA.to_owned(), ..frame.clone() })),
    }
}

#[get("/esci")]
fn sign_out(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    match frame.person {
        Some(_) => Reply::Page(pages::sign_out(&frame)),
        None => Reply::Go(paths::HOME.to_owned()),
    }
}

#[post("/esci")]
async fn leave(actor: Actor<Visitor>, device: Device<'_>) -> Result<Reply> {
    session::end(&actor, &device).await?;
    Ok(Reply::Go(format!("{}?esito=uscita", paths::HOME)))
}

/// With a form inside when its page was of another ente; the session may have expired meanwhile, too.
#[post("/area/incarico", data = "<fields>")]
async fn switch(
    actor: Result<Actor<Person>, Error>,
    frame: Frame<'_>,
    addresses: Addresses<'_>,
    device: Device<'_>,
    map: &State<Sitemap>,
    fields: Carrying,
) -> Result<Reply> {
    let Carrying(fields) = fields;
    let carried = Carried::unpack(&fields)?;
    let actor = match (actor, &carried) {
        (Err(Error::Unsigned), Some(carried)) => {
            return Ok(Reply::PageWith(Status::Unauthorized, sign_in_again(&frame, carried)));
        }
        (actor, _) => actor?,
    };
    let to = AppointmentId::parse(fields.text("incarico")).ok_or(Error::NotFound)?;
    let Some(identity) = session::switch(&actor, &to, &device).await? else {
        return Ok(Reply::Go(format!("{}?esito=serve", paths::FACTOR)));
    };
    Ok(match carried {
        Some(carried) => on_with(&as_now(&frame, &identity, map, &carried.action), &carried, actor.person()),
        None => Reply::Go(way_back(fields.get("ritorno"), &addresses).to_owned()),
    })
}

#[get("/area/profilo?<esito>")]
async fn profile(actor: Actor<Person>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let (words, account) = (words(frame.lang), account::words::words(frame.lang));
    let notice = match esito {
        Some("cambiato") => Some(Notice::done(words.switched)),
        Some("password") => Some(Notice::done(account.password_changed)),
        Some("indirizzo") => Some(Notice::done(account.address_asked)),
        Some("indirizzo-fermo") => Some(Notice::done(account.address_stopped)),
        Some("messaggi") => Some(Notice::done(account.letters_chosen)),
        Some("sessione") => Some(Notice::done(account.session_ended)),
        Some("sessioni") => Some(Notice::done(account.others_ended)),
        _ => None,
    };
    let profile = store::profile(&actor).await?;
    let (_, pending) = account::store::address::stands(&actor).await?;
    let sessions = sessions::of(&actor).await?;
    let active = actor.role().appointment();
    Ok(Reply::Page(pages::profile(&Own { frame: &frame, profile, active, sessions, pending, now: actor.now(), notice })))
}
