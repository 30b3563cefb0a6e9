//! Electoral periods: entered and taken off by the segreteria.

use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EnteId, Id, SuspensionId};
use crate::domain::moment::Day;
use crate::domain::testimonial::Scope;
use crate::platform::Result;
use crate::programme;
use crate::testimonials::form::{LINE, one_line};
use crate::testimonials::store::suspensions::{self, NewPeriod};
use crate::testimonials::words::desk::words;
use crate::testimonials::{Fault, What, pages};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![all, add, remove]
}

#[get("/segreteria/sospensioni?<esito>")]
async fn all(actor: Actor<Secretariat>, frame: Frame<'_>, esito: Option<&str>) -> Result<Reply> {
    let words = words(frame.lang);
    let notice = match esito {
        Some("inserita") => Some(Notice::done(words.done_suspended)),
        Some("tolta") => Some(Notice::done(words.done_unsuspended)),
        _ => None,
    };
    page(&actor, &frame, (Status::Ok, &Fields::default(), &[], notice)).await
}

async fn page(
    actor: &Actor<Secretariat>,
    frame: &Frame<'_>,
    (status, typed, faults, notice): (Status, &Fields, &[Fault], Option<Notice>),
) -> Result<Reply> {
    let (periods, enti) = (suspensions::all(actor).await?, suspensions::enti(actor).await?);
    let regions = programme::regions(actor).await?;
    let view = pages::Suspensions { frame, periods: &periods, enti: &enti, regions: &regions, typed, faults, notice };
    Ok(Reply::PageWith(status, pages::suspensions(&view)))
}

/// What was typed, or all that is wrong with it.
fn read(fields: &Fields, enti: &[EnteName], regions: &[String]) -> std::result::Result<NewPeriod, Vec<Fault>> {
    let scope = match fields.text("riguarda").split_once(':') {
        None if fields.text("riguarda") == "tutti" => Some(Scope::Everybody),
        Some(("regione", region)) if regions.iter().any(|one| one == region) => Some(Scope::Region(region.to_owned())),
        Some(("ente", id)) => EnteId::parse(id).filter(|id| enti.iter().any(|one| one.id == *id)).map(Scope::Ente),
        _ => None,
    };
    let (from, to, reason) = (Day::parse(fields.text("dal")), Day::parse(fields.text("al")), one_line(fields.text("consultazione")));
    let mut faults: Vec<Fault> = scope.is_none().then(|| Fault::new("riguarda", What::Unknown)).into_iter().collect();
    faults.extend(from.is_none().then(|| Fault::new("dal", What::NoDay)));
    faults.extend(to.is_none().then(|| Fault::new("al", What::NoDay)));
    faults.extend(from.zip(to).filter(|(from, to)| to < from).map(|_| Fault::new("al", What::EndsBefore)));
    let is_line = !reason.is_empty() && reason.chars().count() <= LINE;
    faults.extend((!is_line).then(|| Fault::new("consultazione", What::NoReason)));
    match (scope, from, to) {
        (Some(scope), Some(starts_on), Some(ends_on)) if faults.is_empty() => Ok(NewPeriod { scope, starts_on, ends_on, reason }),
        _ => Err(faults),
    }
}

#[post("/segreteria/sospensioni", data = "<fields>")]
async fn add(actor: Actor<Secretariat>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let (enti, regions) = (suspensions::enti(&actor).await?, programme::regions(&actor).await?);
    match read(&fields, &enti, &regions) {
        Ok(new) => {
            suspensions::add(&actor, &new).await?;
            Ok(Reply::Go(format!("{}?esito=inserita", paths::SUSPENSIONS)))
        }
        Err(faults) => page(&actor, &frame, (Status::UnprocessableEntity, &fields, &faults, None)).await,
    }
}

#[post("/segreteria/sospensioni/<id>/fine")]
async fn remove(actor: Actor<Secretariat>, id: SuspensionId) -> Result<Reply> {
    suspensions::remove(&actor, &id).await?;
    Ok(Reply::Go(format!("{}?esito=tolta", paths::SUSPENSIONS)))
}
