//! Opening a rilevazione, and finding those of an ente.

use sqlx::FromRow;

use crate::access::roles::OfEnte;
use crate::access::session::EnteName;
use crate::access::{Actor, Coordinator, Visitor};
use crate::assessments::Assessment;
use crate::domain::ids::{AssessmentId, EnteId};
use crate::domain::moment::{Day, Moment};
use crate::domain::questionnaire::Questionnaire;
use crate::platform::db::q;
use crate::platform::{Result, random};

/// Writes nothing new: it holds the ente, so that two referenti do not open two rilevazioni.
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
/// On whatever questionnaire: an edition may bring another, and an ente finishes what it has begun.
const IS_OPEN: &str = "select count(*) from assessment where ente_id = $1 and closed_at is null";
const OPEN: &str = "\
    insert into assessment (assessment_id, ente_id, questionnaire, version, content_hash, opened_at, opened_by, touched) \
    values ($1, $2, $3, $4, $5, $6, $7, 0)";
/// The ente's own, and those that its predecessors closed: to be read, by whoever goes on for them.
const OF_ENTE: &str = "\
    select a.assessment_id, a.questionnaire, a.version, a.content_hash, a.opened_at, a.closed_at, p.name as opened_by, \
           (select count(*) from closing c where c.assessment_id = a.assessment_id) as closings, \
           e.ente_id, e.kind, e.name, e.province, case when a.ente_id = $1 then null else e.ended_on end as ended_on \
    from assessment a join person p on p.person_id = a.opened_by join ente e on e.ente_id = a.ente_id \
    where a.ente_id = $1 or (a.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $1) \
                             and exists (select 1 from closing c where c.assessment_id = a.assessment_id)) \
    order by a.opened_at desc, a.assessment_id desc";
const ONE: &str = "\
    select a.assessment_id, a.questionnaire, a.version, a.content_hash, a.opened_at, a.closed_at, p.name as opened_by, \
           (select count(*) from closing c where c.assessment_id = a.assessment_id) as closings, \
           e.ente_id, e.kind, e.name, e.province, cast(null as text) as ended_on \
    from assessment a join person p on p.person_id = a.opened_by join ente e on e.ente_id = a.ente_id \
    where a.assessment_id = $1 and a.ente_id = $2";
const BY_REGION: &str = "\
    select e.region, count(distinct e.ente_id) as enti from closing c \
    join assessment a on a.assessment_id = c.assessment_id join ente e on e.ente_id = a.ente_id \
    where a.questionnaire = $1 group by e.region order by e.region";

#[derive(FromRow)]
pub(super) struct Found {
    assessment_id: AssessmentId,
    questionnaire: String,
    version: String,
    content_hash: String,
    opened_at: i64,
    closed_at: Option<i64>,
    opened_by: String,
    closings: i64,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    ended_on: Option<String>,
}

impl From<Found> for Assessment {
    fn from(row: Found) -> Assessment {
        Assessment {
            id: row.assessment_id,
            questionnaire: row.questionnaire,
            version: row.version,
            content_hash: row.content_hash,
            opened_at: Moment::from_millis(row.opened_at),
            opened_by: row.opened_by,
            closed_at: row.closed_at.map(Moment::from_millis),
            closings: row.closings,
            ente: EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province },
            inherited: row.ended_on.as_deref().and_then(Day::parse),
        }
    }
}

/// Opens a rilevazione on a questionnaire; none if one is open already.
pub async fn open(actor: &Actor<Coordinator>, questionnaire: &Questionnaire) -> Result<Option<AssessmentId>> {
    let mut tx = actor.begin_on(HOLD_ENTE, actor.ente()).await?;
    if q(IS_OPEN).bind(actor.ente()).count(&mut tx).await? > 0 {
        return Ok(None);
    }
    let id: AssessmentId = random::id(actor.now());
    q(OPEN)
        .bind(&id)
        .bind(actor.ente())
        .bind(&questionnaire.id)
        .bind(&questionnaire.version)
        .bind(&questionnaire.hash)
        .bind(actor.now())
        .bind(actor.person())
        .run(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// All rilevazioni of the ente acted for, the latest first; among them those that its predecessors closed.
pub async fn of_ente<R: OfEnte>(actor: &Actor<R>) -> Result<Vec<Assessment>> {
    let rows: Vec<Found> = q(OF_ENTE).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(Assessment::from).collect())
}

/// A rilevazione of the ente acted for, to be written in; another ente's does not exist, be it a predecessor's.
pub async fn one<R: OfEnte>(actor: &Actor<R>, id: &AssessmentId) -> Result<Assessment> {
    let row: Found = q(ONE).bind(id).bind(actor.ente()).one(&mut actor.reader().await?).await?;
    Ok(row.into())
}

/// How many enti of each region have closed a rilevazione at least once: for the public home.
pub async fn by_region(actor: &Actor<Visitor>, questionnaire: &str) -> Result<Vec<(String, i64)>> {
    q(BY_REGION).bind(questionnaire).all(&mut actor.reader().await?).await
}
