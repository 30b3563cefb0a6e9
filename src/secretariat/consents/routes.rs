//! Routes: the referente says who may read; the segreteria reads where it may.

use rocket::{Route, State, get, post};

use super::pages::{self, Asking};
use super::store;
use super::words::words;
use crate::access::form::Fields;
use crate::access::{Actor, Coordinator, Secretariat};
use crate::assessments::{self, Catalogue, ReportAsked};
use crate::domain::ids::{AssessmentId, EnteId, Id};
use crate::enti;
use crate::platform::{Error, Result};
use crate::ui::page::{self, Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub fn routes() -> Vec<Route> {
    rocket::routes![asking, give, revoke, read]
}

#[get("/area/autodiagnosi/<id>/consenso?<esito>")]
async fn asking(actor: Actor<Coordinator>, frame: Frame<'_>, id: AssessmentId, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let (consents, readings) = store::of(&actor, &id).await?;
    let notice = match esito {
        Some("dato") => Some(Notice::done(words.given)),
        Some("tolto") => Some(Notice::done(words.revoked)),
        _ => None,
    };
    let view = Asking { frame: &frame, id: &id, ente: actor.ente(), consents: &consents, readings: &readings, notice };
    Ok(Reply::Page(pages::asking(&view)))
}

/// A form made while acting for another ente does nothing.
fn same_ente(actor: &Actor<Coordinator>, fields: &Fields) -> Result<()> {
    match fields.get("ente") {
        Some(made_for) if made_for != actor.ente().as_str() => Err(Error::Stale),
        _ => Ok(()),
    }
}

#[post("/area/autodiagnosi/<id>/consenso", data = "<fields>")]
async fn give(actor: Actor<Coordinator>, id: AssessmentId, fields: Fields) -> Result<Reply> {
    same_ente(&actor, &fields)?;
    store::give(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=dato", paths::reading_consent(&id))))
}

#[post("/area/autodiagnosi/<id>/consenso/revoca", data = "<fields>")]
async fn revoke(actor: Actor<Coordinator>, id: AssessmentId, fields: Fields) -> Result<Reply> {
    same_ente(&actor, &fields)?;
    store::revoke(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=tolto", paths::reading_consent(&id))))
}

#[get("/segreteria/enti/<id>/rilevazioni/<assessment>/rapporto/<number>")]
async fn read(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: EnteId,
    assessment: AssessmentId,
    number: i64,
) -> Result<Reply> {
    let reader = store::reader(&actor, &id, &assessment).await?;
    let (ente, _) = enti::one(&actor, &id).await?;
    let name = page::ente(&ente.named());
    let asked = ReportAsked { id: &assessment, number, exports: false };
    let shown = assessments::report_body(&reader, &frame, catalogue, &asked).await?;
    Ok(Reply::Page(pages::read(&frame, &id, &name, &shown.body)))
}
