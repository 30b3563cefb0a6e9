//! Requests that wait, for those who approve; one's own, for whoever asked.

use sqlx::FromRow;

use crate::access::roles::Signed;
use crate::access::session::EnteName;
use crate::access::{Actor, Coordinator, Secretariat};
use crate::domain::ids::{EnteId, RegistrationId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::registration::Outcome;
use crate::enti::registration::{OwnRequest, Waiting};
use crate::platform::Result;
use crate::platform::db::q;

/// Those that wait at the ente, the oldest first.
const HERE: &str = "\
    select r.registration_id, r.name, r.email, r.qualifica, r.arrived_at, r.reminded_at, \
           e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, cast(1 as bigint) as referenti \
    from registration r join ente e on e.ente_id = r.ente_id \
    where r.ente_id = $1 and r.kind = 'request' and r.arrived_at is not null and r.outcome is null and r.expires_at > $2 \
    order by r.arrived_at, r.registration_id";
/// `$1` is folded text; `$3` is 1 for enti without a referente alone.
const ALL: &str = "\
    select * from ( \
        select r.registration_id, r.name, r.email, r.qualifica, r.arrived_at, r.reminded_at, \
               e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, \
               (select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
                where a.ente_id = e.ente_id and a.role = 'coordinator' and a.starts_on <= $4 and coalesce(a.ends_on, $4) >= $4) as referenti \
        from registration r join ente e on e.ente_id = r.ente_id \
        where r.kind = 'request' and r.arrived_at is not null and r.outcome is null and r.expires_at > $2 \
              and e.search like '%' || $1 || '%') w \
    where $3 = 0 or w.referenti = 0 order by w.arrived_at, w.registration_id limit $5 offset $6";
const HOW_MANY: &str = "\
    select count(*) from ( \
        select r.registration_id, \
               (select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
                where a.ente_id = e.ente_id and a.role = 'coordinator' and a.starts_on <= $4 and coalesce(a.ends_on, $4) >= $4) as referenti \
        from registration r join ente e on e.ente_id = r.ente_id \
        where r.kind = 'request' and r.arrived_at is not null and r.outcome is null and r.expires_at > $2 \
              and e.search like '%' || $1 || '%') w \
    where $3 = 0 or w.referenti = 0";
const OWN: &str = "\
    select r.registration_id, r.arrived_at, r.reminded_at, r.expires_at, r.outcome, r.decided_at, r.reason, \
           e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, \
           (select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
            where a.ente_id = e.ente_id and a.role = 'coordinator' and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2) as referenti \
    from registration r join ente e on e.ente_id = r.ente_id \
    where r.person_id = $1 and r.kind = 'request' and r.arrived_at is not null \
    order by r.arrived_at desc, r.registration_id";

#[derive(FromRow)]
struct Row {
    registration_id: RegistrationId,
    name: String,
    email: String,
    qualifica: String,
    arrived_at: i64,
    reminded_at: Option<i64>,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    referenti: i64,
}

impl From<Row> for Waiting {
    fn from(row: Row) -> Waiting {
        Waiting {
            id: row.registration_id,
            ente: EnteName { id: row.ente_id, kind: row.ente_kind, name: row.ente_name, province: row.province },
            name: row.name,
            email: row.email,
            qualifica: row.qualifica,
            arrived_at: Moment::from_millis(row.arrived_at),
            reminded_at: row.reminded_at.map(Moment::from_millis),
            has_referente: row.referenti > 0,
        }
    }
}

/// Requests that wait at the ente acted for.
pub async fn waiting_here(actor: &Actor<Coordinator>) -> Result<Vec<Waiting>> {
    let rows: Vec<Row> = q(HERE).bind(actor.ente()).bind(actor.now()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(Waiting::from).collect())
}

/// What the segreteria looks for among the requests that wait.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Part of the name of an ente, as typed.
    pub name: &'a str,
    /// Only enti that have nobody else to approve.
    pub without_referente: bool,
    pub limit: i64,
    pub offset: i64,
}

/// Requests that wait anywhere, the oldest first, and how many there are in all.
pub async fn waiting(actor: &Actor<Secretariat>, sought: &Sought<'_>) -> Result<(Vec<Waiting>, i64)> {
    let mut conn = actor.reader().await?;
    let (name, today) = (fold(sought.name), actor.now().day());
    let all = |sql| q(sql).bind(&name).bind(actor.now()).bind(i64::from(sought.without_referente)).bind(today);
    let rows: Vec<Row> = all(ALL).bind(sought.limit).bind(sought.offset).all(&mut conn).await?;
    let total = all(HOW_MANY).count(&mut conn).await?;
    Ok((rows.into_iter().map(Waiting::from).collect(), total))
}

#[derive(FromRow)]
struct OwnRow {
    registration_id: RegistrationId,
    arrived_at: i64,
    reminded_at: Option<i64>,
    expires_at: i64,
    outcome: Option<String>,
    decided_at: Option<i64>,
    reason: Option<String>,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    referenti: i64,
}

/// What the person has asked for, the newest first.
pub async fn own_requests<R: Signed>(actor: &Actor<R>) -> Result<Vec<OwnRequest>> {
    let rows: Vec<OwnRow> = q(OWN).bind(actor.person()).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    let own = |row: OwnRow| OwnRequest {
        id: row.registration_id,
        ente: EnteName { id: row.ente_id, kind: row.ente_kind, name: row.ente_name, province: row.province },
        arrived_at: Moment::from_millis(row.arrived_at),
        reminded_at: row.reminded_at.map(Moment::from_millis),
        expires_at: Moment::from_millis(row.expires_at),
        outcome: row.outcome.as_deref().and_then(Outcome::parse),
        decided_at: row.decided_at.map(Moment::from_millis),
        reason: row.reason.unwrap_or_default(),
        has_referente: row.referenti > 0,
    };
    Ok(rows.into_iter().map(own).collect())
}
