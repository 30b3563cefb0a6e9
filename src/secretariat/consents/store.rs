//! Consents in the database, and the only way in which the segreteria comes to read a report.

use sqlx::FromRow;

use super::{Consent, Reading};
use crate::access::roles::Reader;
use crate::access::{Actor, Coordinator, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{AssessmentId, EnteId, Id};
use crate::domain::moment::Moment;
use crate::platform::db::q;
use crate::platform::{Error, Result, random};

/// Holds a rilevazione of an ente: consents are given, taken back and used one after the other.
const HOLD: &str = "update assessment set touched = touched + 1 where assessment_id = $1 and ente_id = $2";
const OWN: &str = "select count(*) from assessment where assessment_id = $1 and ente_id = $2";
const ALL: &str = "\
    select r.given_at, g.name as given_by, r.revoked_at, v.name as revoked_by \
    from reading_consent r join person g on g.person_id = r.given_by left join person v on v.person_id = r.revoked_by \
    where r.assessment_id = $1 order by r.given_at desc, r.reading_consent_id desc";
const READINGS: &str = "\
    select d.happened_at, coalesce(p.name, '') from deed d left join person p on p.person_id = d.done_by \
    where d.kind = $1 and d.ente_id = $2 and d.detail = $3 order by d.happened_at desc limit 50";
const IN_FORCE: &str = "select count(*) from reading_consent where assessment_id = $1 and revoked_at is null";
const GIVE: &str = "insert into reading_consent (reading_consent_id, assessment_id, given_at, given_by) values ($1, $2, $3, $4)";
const REVOKE: &str = "update reading_consent set revoked_at = $2, revoked_by = $3 where assessment_id = $1 and revoked_at is null";

#[derive(FromRow)]
struct Row {
    given_at: i64,
    given_by: String,
    revoked_at: Option<i64>,
    revoked_by: Option<String>,
}

/// The consents of a rilevazione of the ente acted for, and what the segreteria read; another ente's does not exist.
pub async fn of(actor: &Actor<Coordinator>, id: &AssessmentId) -> Result<(Vec<Consent>, Vec<Reading>)> {
    let mut conn = actor.reader().await?;
    if q(OWN).bind(id).bind(actor.ente()).count(&mut conn).await? == 0 {
        return Err(Error::NotFound);
    }
    let rows: Vec<Row> = q(ALL).bind(id).all(&mut conn).await?;
    let consent = |row: Row| Consent {
        given_at: Moment::from_millis(row.given_at),
        given_by: row.given_by,
        revoked: row.revoked_at.map(|at| (Moment::from_millis(at), row.revoked_by.unwrap_or_default())),
    };
    let read: Vec<(i64, String)> = q(READINGS).bind(Kind::ReportRead.as_str()).bind(actor.ente()).bind(id).all(&mut conn).await?;
    let readings = read.into_iter().map(|(at, by)| Reading { at: Moment::from_millis(at), by }).collect();
    Ok((rows.into_iter().map(consent).collect(), readings))
}

/// Lets the segreteria read the report. Given already, it stays as it was.
pub async fn give(actor: &Actor<Coordinator>, id: &AssessmentId) -> Result<()> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    if q(IN_FORCE).bind(id).count(&mut tx).await? > 0 {
        return Ok(());
    }
    // Consents have no address: the id only keeps them in order.
    let consent: AssessmentId = random::id(actor.now());
    q(GIVE).bind(&consent).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::ReadingAllowed).of(actor.ente()).detail(id.as_str())).await?;
    tx.commit().await
}

/// Takes the consent back: from now on the segreteria reads nothing. Without one nothing happens.
pub async fn revoke(actor: &Actor<Coordinator>, id: &AssessmentId) -> Result<()> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    if q(REVOKE).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await? == 0 {
        return Ok(());
    }
    actor.record(&mut tx, Deed::new(Kind::ReadingRevoked).of(actor.ente()).detail(id.as_str())).await?;
    tx.commit().await
}

/// With the consent of the ente, an actor that reads its report and nothing else; the reading is noted before it happens.
/// Without consent the report does not exist.
pub async fn reader(actor: &Actor<Secretariat>, ente: &EnteId, id: &AssessmentId) -> Result<Actor<Reader>> {
    let mut tx = actor.begin().await?;
    let held = q(HOLD).bind(id).bind(ente).run(&mut tx).await?;
    if held == 0 || q(IN_FORCE).bind(id).count(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    actor.record(&mut tx, Deed::new(Kind::ReportRead).of(ente).detail(id.as_str())).await?;
    tx.commit().await?;
    Ok(actor.reading(ente.clone()))
}
