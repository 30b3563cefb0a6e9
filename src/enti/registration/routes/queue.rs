//! `/segreteria/richieste`: requests that wait anywhere.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::RegistrationId;
use crate::domain::registration::Outcome;
use crate::enti::registration::pages::{self, QueuePage, Verdicts};
use crate::enti::registration::store::{self, Sought};
use crate::enti::registration::words::{refusal, words};
use crate::enti::registration::{Refusal, Verdict};
use crate::platform::Result;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

/// Requests on a page.
const PAGE: usize = 25;

/// What is looked at.
#[derive(Default)]
struct View<'a> {
    name: &'a str,
    without_referente: bool,
    page: usize,
    notice: Option<Notice>,
    wrong: Option<(&'a RegistrationId, &'a str, &'static str)>,
}

#[get("/segreteria/richieste?<cerca>&<senza>&<pagina>&<esito>")]
pub async fn queue(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    cerca: Option<&str>,
    senza: Option<&str>,
    pagina: Option<usize>,
    esito: Option<&str>,
) -> Result<Reply> {
    let notice = match esito {
        Some("approvata") => Some(Notice::done(words(frame.lang).approved_done)),
        Some("rifiutata") => Some(Notice::done(words(frame.lang).refused_done)),
        _ => None,
    };
    let name = cerca.unwrap_or_default().trim();
    let view = View { name, without_referente: senza == Some("referente"), page: pagina.unwrap_or(1), notice, wrong: None };
    show(&actor, &frame, view, Status::Ok).await
}

async fn show(actor: &Actor<Secretariat>, frame: &Frame<'_>, view: View<'_>, status: Status) -> Result<Reply> {
    let page = view.page.clamp(1, 1_000_000);
    let (name, without_referente) = (view.name, view.without_referente);
    let sought = Sought { name, without_referente, limit: PAGE as i64, offset: ((page - 1) * PAGE) as i64 };
    let (waiting, total) = store::waiting(actor, &sought).await?;
    let last = usize::try_from(total).unwrap_or(0).div_ceil(PAGE).max(1);
    if page > last {
        return Ok(Reply::Go(paths::requests(name, without_referente, last)));
    }
    let verdicts = Verdicts { frame, ente: None, action: paths::request, wrong: view.wrong, now: actor.now() };
    let queue = QueuePage { verdicts, name, without_referente, waiting: &waiting, total, page, last, notice: view.notice };
    Ok(Reply::PageWith(status, pages::queue(&queue)))
}

#[post("/segreteria/richieste/<id>", data = "<fields>")]
pub async fn decide(actor: Actor<Secretariat>, frame: Frame<'_>, id: RegistrationId, fields: Fields) -> Result<Reply> {
    let name = pages::reason_name(&id);
    let reason = fields.text(&name);
    let verdict = match fields.text("azione") {
        "rifiuta" => Verdict::Refuse(reason),
        "referente" => Verdict::Approve(RoleName::Coordinator),
        _ => Verdict::Approve(RoleName::Member),
    };
    let why = match store::decide(&actor, &id, verdict).await? {
        Ok(Outcome::Refused) => return Ok(Reply::Go(format!("{}?esito=rifiutata", paths::REQUESTS))),
        Ok(_) => return Ok(Reply::Go(format!("{}?esito=approvata", paths::REQUESTS))),
        Err(why) => why,
    };
    let told = refusal(frame.lang, why);
    let frame = Frame { path: paths::REQUESTS.to_owned(), ..frame };
    match why {
        Refusal::ReasonMissing | Refusal::ReasonTooLong => {
            let view = View { wrong: Some((&id, reason, told)), ..View::default() };
            show(&actor, &frame, view, Status::UnprocessableEntity).await
        }
        _ => show(&actor, &frame, View { notice: Some(Notice::care(told)), ..View::default() }, Status::Conflict).await,
    }
}
