//! Closing a rilevazione, which freezes it, and reopening it, which leaves the closed version as it was.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::FromRow;
use std::collections::BTreeMap;

use super::answers::{HOLD, read};
use super::peers;
use crate::access::roles::OfEnte;
use crate::access::{Actor, Coordinator};
use crate::assessments::{Closing, Entries, Reopening};
use crate::domain::ids::AssessmentId;
use crate::domain::moment::Moment;
use crate::domain::peers::Standing;
use crate::domain::points::Sheet;
use crate::domain::questionnaire::{Answer, Questionnaire, answer};
use crate::domain::saving::{Entry, Kept};
use crate::platform::db::q;
use crate::platform::{Error, Result};

const CLOSE: &str = "update assessment set closed_at = $2 where assessment_id = $1 and closed_at is null";
const REOPEN: &str = "update assessment set closed_at = null where assessment_id = $1 and closed_at is not null";
const OTHER_OPEN: &str = "\
    select count(*) from assessment o join assessment a on a.ente_id = o.ente_id \
    where a.assessment_id = $1 and o.assessment_id <> $1 and o.closed_at is null";
const LAST: &str = "select cast(coalesce(max(number), 0) as bigint) from closing where assessment_id = $1";
const ADD: &str = "\
    insert into closing (assessment_id, number, closed_at, closed_by, signed_name, signed_office, authorised_by, act, answers) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const GIVE_REASON: &str = "\
    update closing set reopened_at = $3, reopened_by = $4, reopened_reason = $5 where assessment_id = $1 and number = $2";
const ALL: &str = "\
    select c.assessment_id, c.number, c.closed_at, c.signed_name, c.signed_office, c.authorised_by, c.act, c.reopened_at, c.reopened_reason, \
           p.name as reopened_by \
    from closing c join assessment a on a.assessment_id = c.assessment_id left join person p on p.person_id = c.reopened_by \
    where c.assessment_id = $1 and (a.ente_id = $2 or a.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $2)) \
    order by c.number";
const OF_ENTE: &str = "\
    select c.assessment_id, c.number, c.closed_at, c.signed_name, c.signed_office, c.authorised_by, c.act, c.reopened_at, \
           c.reopened_reason, p.name as reopened_by \
    from closing c join assessment a on a.assessment_id = c.assessment_id left join person p on p.person_id = c.reopened_by \
    where a.ente_id = $1 or a.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $1) \
    order by c.closed_at desc, c.number desc";
const ANSWERS: &str = "\
    select c.answers from closing c join assessment a on a.assessment_id = c.assessment_id \
    where c.assessment_id = $1 and c.number = $2 \
      and (a.ente_id = $3 or a.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $3))";

/// Who closes, as it will stand on the report.
#[derive(Debug, Clone)]
pub struct Signature {
    pub name: String,
    pub office: String,
    pub authorised_by: String,
    pub act: String,
}

#[derive(FromRow)]
struct ClosingRow {
    assessment_id: AssessmentId,
    number: i64,
    closed_at: i64,
    signed_name: String,
    signed_office: String,
    authorised_by: String,
    act: String,
    reopened_at: Option<i64>,
    reopened_reason: Option<String>,
    reopened_by: Option<String>,
}

/// One entry as frozen.
#[derive(Serialize, Deserialize)]
struct Frozen {
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Value>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    act: String,
}

/// Freezes the answers. Returns the number of the closing; none if somebody closed it first.
pub async fn close(actor: &Actor<Coordinator>, on: &Questionnaire, id: &AssessmentId, signature: &Signature) -> Result<Option<i64>> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    if q(CLOSE).bind(id).bind(actor.now()).run(&mut tx).await? == 0 {
        return Ok(None);
    }
    let entries = read(on, id, &mut tx).await?;
    let number = q(LAST).bind(id).count(&mut tx).await? + 1;
    q(ADD)
        .bind(id)
        .bind(number)
        .bind(actor.now())
        .bind(actor.person())
        .bind(&signature.name)
        .bind(&signature.office)
        .bind(&signature.authorised_by)
        .bind(&signature.act)
        .bind(freeze(&entries)?)
        .run(&mut tx)
        .await?;
    let standing = Standing::of(&Sheet::mark(on, &entries.answers()));
    peers::stand(&mut tx, actor.ente(), &on.id, actor.now(), &standing).await?;
    tx.commit().await?;
    Ok(Some(number))
}

fn freeze(entries: &Entries) -> Result<String> {
    let frozen: BTreeMap<&String, Frozen> = entries
        .kept
        .iter()
        .filter(|(_, kept)| !kept.entry.is_empty())
        .map(|(id, Kept { entry, .. })| {
            let answer = entry.answer.as_ref().map(Answer::to_json);
            (id, Frozen { answer, note: entry.note.clone(), act: entry.act.clone() })
        })
        .collect();
    serde_json::to_string(&frozen).map_err(|e| Error::Bug(e.to_string()))
}

/// What came of a reopening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reopened {
    Yes,
    /// It is open already.
    WasOpen,
    /// The ente has begun another rilevazione: one at a time.
    AnotherIsOpen,
}

/// Opens a closed rilevazione again, for a reason that stays with the closed version.
pub async fn reopen(actor: &Actor<Coordinator>, id: &AssessmentId, reason: &str) -> Result<Reopened> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    if q(OTHER_OPEN).bind(id).count(&mut tx).await? > 0 {
        return Ok(Reopened::AnotherIsOpen);
    }
    if q(REOPEN).bind(id).run(&mut tx).await? == 0 {
        return Ok(Reopened::WasOpen);
    }
    let last = q(LAST).bind(id).count(&mut tx).await?;
    q(GIVE_REASON).bind(id).bind(last).bind(actor.now()).bind(actor.person()).bind(reason).run(&mut tx).await?;
    tx.commit().await?;
    Ok(Reopened::Yes)
}

/// All closings of a rilevazione of the ente acted for or of a predecessor, the first first.
pub async fn closings<R: OfEnte>(actor: &Actor<R>, id: &AssessmentId) -> Result<Vec<Closing>> {
    let rows: Vec<ClosingRow> = q(ALL).bind(id).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(closing_of).collect())
}

/// All closings of the ente acted for and of its predecessors, the latest first.
pub async fn closings_of_ente<R: OfEnte>(actor: &Actor<R>) -> Result<Vec<(AssessmentId, Closing)>> {
    let rows: Vec<ClosingRow> = q(OF_ENTE).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| (row.assessment_id.clone(), closing_of(row))).collect())
}

fn closing_of(row: ClosingRow) -> Closing {
    let reopening = match (row.reopened_at, row.reopened_reason) {
        (Some(at), Some(reason)) => Some(Reopening { at: Moment::from_millis(at), by: row.reopened_by.unwrap_or_default(), reason }),
        _ => None,
    };
    Closing {
        number: row.number,
        closed_at: Moment::from_millis(row.closed_at),
        name: row.signed_name,
        office: row.signed_office,
        authorised_by: row.authorised_by,
        act: row.act,
        reopening,
    }
}

/// The entries as frozen by one closing.
pub async fn frozen<R: OfEnte>(actor: &Actor<R>, on: &Questionnaire, id: &AssessmentId, number: i64) -> Result<BTreeMap<String, Entry>> {
    let (text,): (String,) = q(ANSWERS).bind(id).bind(number).bind(actor.ente()).one(&mut actor.reader().await?).await?;
    thaw(on, &text).ok_or_else(|| Error::Bug(format!("closing {number} of rilevazione {id}")))
}

/// The entries in the text of a closing; none where it does not fit the questionnaire.
pub(super) fn thaw(on: &Questionnaire, text: &str) -> Option<BTreeMap<String, Entry>> {
    let frozen: BTreeMap<String, Frozen> = serde_json::from_str(text).ok()?;
    let mut entries = BTreeMap::new();
    for (question, Frozen { answer, note, act }) in frozen {
        let asked = on.question(&question)?;
        let answer = answer.map(|value| answer::from_stored(asked, &value.to_string())).transpose().ok()?;
        entries.insert(question, Entry { answer, note, act });
    }
    Some(entries)
}
