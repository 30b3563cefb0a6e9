//! `/registrazione`: the ente, then the form; the same for a stranger and for somebody who has an account already.

use rocket::http::Status;
use rocket::{get, post};
use serde_json::json;

use crate::access::errand::{Errand, Errands};
use crate::access::form::Fields;
use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Person, Visitor};
use crate::domain::edition::{Edition, Outside, may_take_part};
use crate::domain::ids::EnteId;
use crate::enti::registration::form::{Form, Parts};
use crate::enti::registration::pages::{self, FormPage, SearchPage};
use crate::enti::registration::words::words;
use crate::enti::registration::{Candidate, Entered, Wish, store};
use crate::people::{self, Vouched};
use crate::platform::Result;
use crate::programme;
use crate::ui::page::{Frame, ente};
use crate::ui::paths;
use crate::ui::reply::Reply;

/// Longest name looked for, in characters.
const LONGEST: usize = 100;

/// What a stranger fills in, and what somebody does whom the service knows.
const OF_STRANGERS: Parts = Parts { name: true, email: true, qualifica: true, facts: true, account: false, notice: true };
const OF_KNOWN: Parts = Parts { name: false, email: false, qualifica: true, facts: true, account: false, notice: false };

fn typed(nome: Option<&str>) -> String {
    nome.unwrap_or_default().trim().chars().take(LONGEST).collect()
}

#[get("/registrazione?<nome>")]
pub async fn search(actor: Actor<Visitor>, frame: Frame<'_>, nome: Option<&str>) -> Result<Reply> {
    let typed = typed(nome);
    let (found, more) = store::find(&actor, &typed).await?;
    Ok(Reply::Page(pages::search(&SearchPage { frame: &frame, typed: &typed, found: &found, more })))
}

/// The same list for the page's script: what it says above, and a line for each ente.
#[get("/registrazione/enti?<nome>")]
pub async fn suggestions(actor: Actor<Visitor>, frame: Frame<'_>, nome: Option<&str>) -> Result<Reply> {
    let typed = typed(nome);
    let (found, more) = store::find(&actor, &typed).await?;
    let told = pages::told(&SearchPage { frame: &frame, typed: &typed, found: &found, more }, words(frame.lang));
    let line = |one: &Candidate| json!({ "name": ente(&one.ente), "about": one.region, "href": paths::registration(&one.ente.id) });
    Ok(Reply::Json(Status::Ok, json!({ "told": told, "enti": found.iter().map(line).collect::<Vec<_>>() })))
}

/// The edition that counts, and whether the ente is outside its rule.
async fn standing<R>(actor: &Actor<R>, id: &EnteId) -> Result<(Option<Edition>, Option<Outside>)> {
    let Some(edition) = programme::current(actor).await? else { return Ok((None, None)) };
    let facts = programme::facts_of(actor, &edition.id, id).await?;
    let outside = may_take_part(&edition.terms, &facts, actor.now().day()).err();
    Ok((Some(edition), outside))
}

#[get("/registrazione/<id>")]
pub async fn form(
    actor: Actor<Visitor>,
    person: Option<Actor<Person>>,
    frame: Frame<'_>,
    id: EnteId,
    errands: Errands<'_>,
) -> Result<Reply> {
    let ente = store::candidate(&actor, &id).await?;
    let (edition, outside) = standing(&actor, &id).await?;
    if let (Some(edition), Some(why)) = (&edition, &outside) {
        return Ok(Reply::Page(pages::outside(&frame, &ente, edition, why)));
    }
    let facts = match (&person, &edition) {
        (Some(person), Some(edition)) => store::told(person, &edition.id).await?,
        _ => Default::default(),
    };
    let vouched = match errands.token(Errand::Identity).filter(|_| person.is_none()) {
        Some(token) => people::vouched_for(&actor, &token).await?,
        None => None,
    };
    let Vouched { name, address: email } = vouched.clone().unwrap_or_default();
    let form = Form { facts, name, email, ..Form::default() };
    let page = pages::form(&FormPage { frame: &frame, ente: &ente, edition: edition.as_ref(), form: &form });
    // What somebody is called stands on no page that is kept on the way.
    Ok(if vouched.is_some() { Reply::Private(page) } else { Reply::Page(page) })
}

#[post("/registrazione/<id>", data = "<fields>")]
pub async fn ask(actor: Actor<Visitor>, person: Option<Actor<Person>>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let ente = store::candidate(&actor, &id).await?;
    let (edition, outside) = standing(&actor, &id).await?;
    if let (Some(edition), Some(why)) = (&edition, &outside) {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::outside(&frame, &ente, edition, why)));
    }
    let parts = if person.is_some() { OF_KNOWN } else { OF_STRANGERS };
    let form = Form::read(&fields, parts, edition.as_ref());
    if !form.faults.is_empty() {
        let page = FormPage { frame: &frame, ente: &ente, edition: edition.as_ref(), form: &form };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&page)));
    }
    let (address, told) = (form.address(), form.told(edition.as_ref()));
    let notice = person.is_none().then_some(frame.site.notice_version.as_str());
    let wish = Wish { ente: &ente, name: &form.name, email: &address, qualifica: &form.qualifica, told: &told, notice };
    match person {
        Some(person) => {
            let entered = store::ask_as(&person, &wish, frame.lang).await?;
            Ok(Reply::Go(format!("{}?esito={}", paths::OWN_REQUESTS, outcome(entered))))
        }
        None => {
            // Every letter counts, whoever has the address.
            drop(throttle::admit(&actor, Trying::Registration, &address).await?);
            store::ask(&actor, &wish, frame.lang).await?;
            Ok(Reply::Go(paths::REGISTRATION_SENT.to_owned()))
        }
    }
}

/// As the address of the next page says it.
pub(super) fn outcome(entered: Entered) -> &'static str {
    match entered {
        Entered::Appointed => "incaricato",
        Entered::Waits => "attesa",
        Entered::Already => "gia",
    }
}

#[get("/registrazione/inviata")]
pub fn sent(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::sent(&frame))
}
