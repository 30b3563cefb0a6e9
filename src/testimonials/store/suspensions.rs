//! Electoral periods: entered by the segreteria, looked at by every statement that reads for others.

use sqlx::FromRow;

use super::{day, upkeep};
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, SuspensionId};
use crate::domain::moment::Day;
use crate::domain::testimonial::{Scope, Suspension};
use crate::platform::db::q;
use crate::platform::{Error, Result, random};
use crate::testimonials::Period;

const ALL: &str = "\
    select s.testimonial_suspension_id, s.ente_id, e.kind, e.name, e.province, s.region, s.starts_on, s.ends_on, s.reason \
    from testimonial_suspension s left join ente e on e.ente_id = s.ente_id where s.removed_at is null \
    order by s.ends_on desc, s.testimonial_suspension_id";
const ENTI: &str = "\
    select distinct e.ente_id, e.kind, e.name, e.province from testimonial t \
        join ente e on e.ente_id = t.ente_id or e.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = t.ente_id) \
    where e.ended_on is null or not exists (select 1 from ente_line l where l.ancestor_id = e.ente_id) order by e.name, e.ente_id";
const ADD: &str = "\
    insert into testimonial_suspension (testimonial_suspension_id, ente_id, region, starts_on, ends_on, reason, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const REMOVE: &str = "\
    update testimonial_suspension set removed_at = $2, removed_by = $3 where testimonial_suspension_id = $1 and removed_at is null";
const KNOWN: &str = "select count(*) from testimonial_suspension where testimonial_suspension_id = $1";

#[derive(FromRow)]
struct PeriodRow {
    testimonial_suspension_id: SuspensionId,
    ente_id: Option<EnteId>,
    kind: Option<String>,
    name: Option<String>,
    province: Option<String>,
    region: Option<String>,
    starts_on: String,
    ends_on: String,
    reason: String,
}

impl PeriodRow {
    fn period(self) -> Result<Period> {
        let ente = match (self.ente_id, self.kind, self.name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        let scope = match (ente, self.region) {
            (Some(ente), _) => Scope::Ente(ente),
            (None, Some(region)) => Scope::Region(region),
            (None, None) => Scope::Everybody,
        };
        let suspension = Suspension { scope, starts_on: day(&self.starts_on)?, ends_on: day(&self.ends_on)? };
        Ok(Period { id: self.testimonial_suspension_id, suspension, reason: self.reason })
    }
}

/// All, the last to end first. One statement.
pub async fn all(actor: &Actor<Secretariat>) -> Result<Vec<Period>> {
    let rows: Vec<PeriodRow> = q(ALL).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(PeriodRow::period).collect()
}

#[derive(FromRow)]
struct EnteRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
}

/// Enti of which there is a testimonial, or that go on with one; those that went on in another are not asked for. One statement.
pub async fn enti(actor: &Actor<Secretariat>) -> Result<Vec<EnteName>> {
    let rows: Vec<EnteRow> = q(ENTI).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province }).collect())
}

/// A period as it was typed, and found in order.
#[derive(Debug, Clone)]
pub struct NewPeriod {
    pub scope: Scope<EnteId>,
    pub starts_on: Day,
    pub ends_on: Day,
    pub reason: String,
}

/// Enters one; what it concerns goes at once.
pub async fn add(actor: &Actor<Secretariat>, new: &NewPeriod) -> Result<()> {
    let (ente, region) = match &new.scope {
        Scope::Everybody => (None, None),
        Scope::Region(region) => (None, Some(region.as_str())),
        Scope::Ente(ente) => (Some(ente), None),
    };
    let id: SuspensionId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    let row = q(ADD).bind(&id).bind(ente).bind(region).bind(new.starts_on).bind(new.ends_on).bind(&new.reason);
    row.bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    let mut deed = Deed::new(Kind::TestimonialsSuspended).detail(format!("{} – {}: {}", new.starts_on, new.ends_on, new.reason));
    deed.ente = ente.cloned();
    actor.record(&mut tx, deed).await?;
    upkeep::settle_all(&mut tx, actor.now()).await?;
    tx.commit().await
}

/// One entered by mistake: what it concerned is back at once. Twice does no harm.
pub async fn remove(actor: &Actor<Secretariat>, id: &SuspensionId) -> Result<()> {
    let mut tx = actor.begin().await?;
    if q(REMOVE).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await? == 0 {
        return if q(KNOWN).bind(id).count(&mut tx).await? > 0 { Ok(()) } else { Err(Error::NotFound) };
    }
    actor.record(&mut tx, Deed::new(Kind::SuspensionRemoved)).await?;
    upkeep::settle_all(&mut tx, actor.now()).await?;
    tx.commit().await
}
