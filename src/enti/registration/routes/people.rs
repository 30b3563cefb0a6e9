//! `/area/persone`: the people of the ente acted for. Every form carries the ente, against tabs left open for another.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Coordinator, RoleName};
use crate::domain::ids::{AppointmentId, RegistrationId};
use crate::domain::mail_address;
use crate::domain::moment::Day;
use crate::domain::registration::{INVITED_AT_ONCE, Outcome};
use crate::enti::registration::pages::{self, InviteForm, PeoplePage, Verdicts};
use crate::enti::registration::store::{self, Changed};
use crate::enti::registration::words::{no_end, refusal, words};
use crate::enti::registration::{Refusal, Verdict};
use crate::people::{self, Carried};
use crate::platform::Result;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/persone?<esito>")]
pub async fn show(actor: Actor<Coordinator>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let notice = notice(&frame, esito);
    Ok(Reply::Page(page(&actor, &frame, Back { notice, ..Back::default() }).await?))
}

fn notice(frame: &Frame<'_>, esito: Option<&str>) -> Option<Notice> {
    let words = words(frame.lang);
    let done = match esito? {
        "invitato" => (words.invitations_sent)("1"),
        "invitati" => (words.invitations_sent)("2"),
        "invito-ritirato" => words.taken_back,
        "approvata" => words.approved_done,
        "rifiutata" => words.refused_done,
        "conclusa" => words.ended_done,
        "referente" => words.referente_done,
        _ => return None,
    };
    Some(Notice::done(done))
}

/// What a form that came back leaves on the page.
#[derive(Default)]
struct Back<'a> {
    notice: Option<Notice>,
    wrong: Option<(&'a RegistrationId, &'a str, &'static str)>,
    invite: InviteForm<'a>,
}

async fn page(actor: &Actor<Coordinator>, frame: &Frame<'_>, back: Back<'_>) -> Result<maud::Markup> {
    let (waiting, holders, invited) = (store::waiting_here(actor).await?, store::holders(actor).await?, store::invited(actor).await?);
    // The address of the page, whatever form came back.
    let frame = Frame { path: paths::OWN_PEOPLE.to_owned(), ..frame.clone() };
    let verdicts =
        Verdicts { frame: &frame, ente: Some(actor.ente()), action: paths::own_people_request, wrong: back.wrong, now: actor.now() };
    Ok(pages::people(&PeoplePage {
        verdicts,
        person: actor.person(),
        ente: actor.ente(),
        waiting: &waiting,
        holders: &holders,
        invited: &invited,
        invite: back.invite,
        notice: back.notice,
    }))
}

fn go(outcome: &str) -> Reply {
    Reply::Go(format!("{}?esito={outcome}", paths::OWN_PEOPLE))
}

/// The page that says that the tab was of another ente, if it was.
async fn stale(actor: &Actor<Coordinator>, frame: &Frame<'_>, action: String, fields: &Fields) -> Result<Option<Reply>> {
    if fields.get("ente").is_none_or(|ente| ente == actor.ente().to_string()) {
        return Ok(None);
    }
    let carried = Carried { action, fields: fields.pairs().to_vec() };
    let page = people::stale(actor, &Frame { path: paths::OWN_PEOPLE.to_owned(), ..frame.clone() }, &carried).await?;
    Ok(Some(Reply::PageWith(Status::Conflict, page)))
}

#[post("/area/persone/inviti", data = "<fields>")]
pub async fn invite(actor: Actor<Coordinator>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&actor, &frame, paths::OWN_INVITATIONS.to_owned(), &fields).await? {
        return Ok(stale);
    }
    let words = words(frame.lang);
    let typed = fields.text("indirizzi");
    let referente = fields.text("ruolo") == "referente";
    let (addresses, wrong) = mail_address::several(typed);
    let fault = match () {
        () if !wrong.is_empty() => Some((words.wrong_addresses)(&wrong.join(", "))),
        () if addresses.is_empty() => Some(words.no_addresses.to_owned()),
        () if addresses.len() > INVITED_AT_ONCE => Some((words.too_many_addresses)(INVITED_AT_ONCE)),
        () => None,
    };
    if fault.is_some() {
        let invite = InviteForm { addresses: typed, referente, fault };
        let page = page(&actor, &frame, Back { invite, ..Back::default() }).await?;
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
    }
    let role = if referente { RoleName::Coordinator } else { RoleName::Member };
    let sent = store::invite(&actor, actor.ente(), role, &addresses).await?;
    Ok(go(if sent == 1 { "invitato" } else { "invitati" }))
}

#[post("/area/persone/inviti/<id>/ritiro", data = "<fields>")]
pub async fn withdraw_invitation(actor: Actor<Coordinator>, frame: Frame<'_>, id: RegistrationId, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&actor, &frame, paths::invitation_withdrawal(&id), &fields).await? {
        return Ok(stale);
    }
    store::withdraw_invitation(&actor, &id).await?;
    Ok(go("invito-ritirato"))
}

#[post("/area/persone/richieste/<id>", data = "<fields>")]
pub async fn decide(actor: Actor<Coordinator>, frame: Frame<'_>, id: RegistrationId, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&actor, &frame, paths::own_people_request(&id), &fields).await? {
        return Ok(stale);
    }
    let name = pages::reason_name(&id);
    let reason = fields.text(&name);
    let verdict = if fields.text("azione") == "rifiuta" { Verdict::Refuse(reason) } else { Verdict::Approve(RoleName::Member) };
    let why = match store::decide(&actor, &id, verdict).await? {
        Ok(Outcome::Refused) => return Ok(go("rifiutata")),
        Ok(_) => return Ok(go("approvata")),
        Err(why) => why,
    };
    let told = refusal(frame.lang, why);
    let (status, back) = match why {
        Refusal::ReasonMissing | Refusal::ReasonTooLong => {
            (Status::UnprocessableEntity, Back { wrong: Some((&id, reason, told)), ..Back::default() })
        }
        _ => (Status::Conflict, Back { notice: Some(Notice::care(told)), ..Back::default() }),
    };
    Ok(Reply::PageWith(status, page(&actor, &frame, back).await?))
}

#[post("/area/persone/incarichi/<id>/fine", data = "<fields>")]
pub async fn end(actor: Actor<Coordinator>, frame: Frame<'_>, id: AppointmentId, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&actor, &frame, paths::colleague_end(&id), &fields).await? {
        return Ok(stale);
    }
    let last = Day::parse(fields.text(&format!("fine-{id}")));
    match store::end(&actor, &id, last).await? {
        // Whoever ends the own appointment today is not there any more tomorrow, and today still.
        Changed::Done => Ok(go("conclusa")),
        Changed::NothingToDo => Ok(Reply::Go(paths::OWN_PEOPLE.to_owned())),
        Changed::NoEnd(no) => {
            let notice = Some(Notice::care(no_end(frame.lang, no)));
            Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, Back { notice, ..Back::default() }).await?))
        }
    }
}

#[post("/area/persone/incarichi/<id>/referente", data = "<fields>")]
pub async fn name_referente(actor: Actor<Coordinator>, frame: Frame<'_>, id: AppointmentId, fields: Fields) -> Result<Reply> {
    if let Some(stale) = stale(&actor, &frame, paths::colleague_referente(&id), &fields).await? {
        return Ok(stale);
    }
    Ok(match store::name_referente(&actor, &id).await? {
        Changed::Done => go("referente"),
        _ => Reply::Go(paths::OWN_PEOPLE.to_owned()),
    })
}
