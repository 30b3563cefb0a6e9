//! Routes: `/gestione/persone`, for the gestore alone.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Fault, Form, Granting, People, Sheet};
use super::words::words;
use super::{Account, Grant, Kept, LONGEST, PAGE, State, Wanted, store};
use crate::access::form::Fields;
use crate::access::{Actor, Administrator, RoleName};
use crate::domain::ids::{AppointmentId, EnteId, Id, PersonId};
use crate::domain::moment::Day;
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![people, sheet, grant, withdraw, disable, enable]
}

#[get("/gestione/persone?<cerca>&<ruolo>&<stato>&<pagina>")]
async fn people(
    actor: Actor<Administrator>,
    frame: Frame<'_>,
    cerca: Option<&str>,
    ruolo: Option<&str>,
    stato: Option<&str>,
    pagina: Option<usize>,
) -> Result<Reply> {
    let text = cerca.unwrap_or_default().trim();
    let role = ruolo.and_then(RoleName::parse);
    let state = State::parse(stato.unwrap_or_default());
    let page = pagina.unwrap_or(1).clamp(1, 1_000_000);
    let (people, total) = store::list(&actor, &Wanted { text, role, state, page }).await?;
    let last = usize::try_from(total).unwrap_or(0).div_ceil(PAGE).max(1);
    if page > last {
        return Ok(Reply::Go(paths::accounts(text, role.map_or("", RoleName::as_str), state.as_str(), last)));
    }
    Ok(Reply::Page(pages::people(&People { frame: &frame, text, role, state, people, total, page, last, now: actor.now() })))
}

/// What a sheet shows beside the account: the form that came back, and what was done.
#[derive(Default)]
struct Shown {
    granting: Granting,
    kept: Option<(Form, Kept, String)>,
    notice: Option<Notice>,
}

async fn shown(actor: &Actor<Administrator>, frame: &Frame<'_>, id: &PersonId, shown: Shown) -> Result<maud::Markup> {
    let account: Account = store::one(actor, id).await?;
    let own = account.id == *actor.person();
    let Shown { granting, kept, notice } = shown;
    Ok(pages::sheet(&Sheet { frame, account: &account, own, now: actor.now(), notice, granting, kept }))
}

#[get("/gestione/persone/<id>?<esito>")]
async fn sheet(actor: Actor<Administrator>, frame: Frame<'_>, id: PersonId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("dato") => Some(Notice::done(words.done_granted)),
        Some("tolto") => Some(Notice::done(words.done_withdrawn)),
        Some("disabilitato") => Some(Notice::done(words.done_disabled)),
        Some("riabilitato") => Some(Notice::done(words.done_enabled)),
        _ => None,
    };
    Ok(Reply::Page(shown(&actor, &frame, &id, Shown { notice, ..Shown::default() }).await?))
}

fn done(id: &PersonId, outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::account(id)))
}

#[post("/gestione/persone/<id>/incarichi", data = "<fields>")]
async fn grant(actor: Actor<Administrator>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let mut granting = Granting {
        role: RoleName::parse(fields.text("ruolo")),
        ente: fields.text("ente").to_owned(),
        qualifica: fields.text("qualifica").split_whitespace().collect::<Vec<_>>().join(" "),
        from: fields.text("dal").to_owned(),
        to: fields.text("al").to_owned(),
        ..Granting::default()
    };
    let fault = match read(&actor, &mut granting, EnteId::parse(fields.text("scelto"))).await? {
        Ok(grant) => match store::grant(&actor, &id, &grant).await? {
            Ok(_) => return Ok(done(&id, "dato")),
            Err(why) => Fault::Refused(why),
        },
        Err(fault) => fault,
    };
    granting.fault = Some(fault);
    let page = shown(&actor, &frame, &id, Shown { granting, ..Shown::default() }).await?;
    Ok(Reply::PageWith(Status::UnprocessableEntity, page))
}

/// The role as it was typed, or what is to be corrected. A name that several enti have is asked again with their list.
async fn read(actor: &Actor<Administrator>, form: &mut Granting, chosen: Option<EnteId>) -> Result<Result<Grant, Fault>> {
    let Some(role) = form.role else { return Ok(Err(Fault::NoRole)) };
    if form.qualifica.chars().count() > LONGEST {
        return Ok(Err(Fault::LongQualifica));
    }
    let from = match form.from.as_str() {
        "" => actor.now().day(),
        typed => match Day::parse(typed) {
            Some(day) => day,
            None => return Ok(Err(Fault::From)),
        },
    };
    let to = match form.to.as_str() {
        "" => None,
        typed => match Day::parse(typed) {
            Some(day) => Some(day),
            None => return Ok(Err(Fault::To)),
        },
    };
    let ente = match the_ente(actor, form, chosen).await? {
        Ok(ente) => ente,
        Err(fault) => return Ok(Err(fault)),
    };
    Ok(Ok(Grant { role, ente, qualifica: form.qualifica.clone(), from, to }))
}

async fn the_ente(actor: &Actor<Administrator>, form: &mut Granting, chosen: Option<EnteId>) -> Result<Result<Option<EnteId>, Fault>> {
    if form.ente.is_empty() {
        return Ok(Ok(None));
    }
    let found = store::enti(actor, &form.ente).await?;
    Ok(match (found.as_slice(), chosen) {
        ([], _) => Err(Fault::NoSuchEnte),
        ([one], _) => Ok(Some(one.id.clone())),
        (several, Some(chosen)) if several.iter().any(|ente| ente.id == chosen) => Ok(Some(chosen)),
        _ => {
            form.matches = found;
            Err(Fault::WhichEnte)
        }
    })
}

#[post("/gestione/persone/<id>/revoca", data = "<fields>")]
async fn withdraw(actor: Actor<Administrator>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let reason = reason(&fields, "motivo-revoca");
    // A sheet that is not there is 404 whatever else is missing.
    store::one(&actor, &id).await?;
    let appointment = AppointmentId::parse(fields.text("incarico")).ok_or(Error::BadRequest("no appointment"))?;
    let outcome = store::withdraw(&actor, &id, &appointment, &reason).await?;
    answer(&actor, &frame, &id, (Form::Withdraw, outcome, reason, "tolto")).await
}

#[post("/gestione/persone/<id>/disabilitazione", data = "<fields>")]
async fn disable(actor: Actor<Administrator>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let reason = reason(&fields, "motivo");
    let outcome = store::disable(&actor, &id, &reason).await?;
    answer(&actor, &frame, &id, (Form::Disable, outcome, reason, "disabilitato")).await
}

#[post("/gestione/persone/<id>/riabilitazione", data = "<fields>")]
async fn enable(actor: Actor<Administrator>, frame: Frame<'_>, id: PersonId, fields: Fields) -> Result<Reply> {
    let reason = reason(&fields, "motivo");
    let outcome = store::enable(&actor, &id, &reason).await?;
    answer(&actor, &frame, &id, (Form::Enable, outcome, reason, "riabilitato")).await
}

/// One line, no longer than a reason may be.
fn reason(fields: &Fields, name: &str) -> String {
    let line = fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

type Outcome<'a> = (Form, std::result::Result<(), Kept>, String, &'a str);

async fn answer(actor: &Actor<Administrator>, frame: &Frame<'_>, id: &PersonId, outcome: Outcome<'_>) -> Result<Reply> {
    let (form, outcome, typed, told) = outcome;
    match outcome {
        Ok(()) => Ok(done(id, told)),
        Err(why) => {
            let kept = Some((form, why, typed));
            let page = shown(actor, frame, id, Shown { kept, ..Shown::default() }).await?;
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
    }
}
