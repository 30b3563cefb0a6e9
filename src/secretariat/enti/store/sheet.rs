//! What the page of one ente shows: its people, how far its rilevazioni are, letters to its people.

use sqlx::FromRow;

use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::{AssessmentId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::secretariat::correspondence::Posted;
use crate::secretariat::enti::{Here, Known};

const PEOPLE: &str = "\
    select p.person_id, p.name, p.username, p.email, a.role, a.qualifica, a.starts_on, a.ends_on, p.verified_at, p.seen_at, p.disabled_at \
    from appointment a join person p on p.person_id = a.person_id where a.ente_id = $1 \
    order by case when coalesce(a.ends_on, $2) >= $2 then 0 else 1 end, a.role, p.name, a.appointment_id";
/// Neither answers nor notes nor who wrote them.
const RILEVAZIONI: &str = "\
    select s.assessment_id, s.version, s.opened_at, s.closed_at, \
           (select count(*) from closing c where c.assessment_id = s.assessment_id) as closings, \
           (select count(*) from reading_consent r where r.assessment_id = s.assessment_id and r.revoked_at is null) as consents \
    from assessment s where s.ente_id = $1 order by s.opened_at desc, s.assessment_id desc";
const LETTERS: &str = "\
    select l.subject, l.name, l.address, l.posted_at, l.sent_at, l.failed_at from letter l \
    where l.person_id in (select a.person_id from appointment a where a.ente_id = $1) \
       or l.letter_id in (select m.letter_id from mailing_ente m where m.ente_id = $1) \
    order by l.posted_at desc, l.letter_id desc limit $2";

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
    name: String,
    username: String,
    email: String,
    role: String,
    qualifica: String,
    starts_on: String,
    ends_on: Option<String>,
    verified_at: Option<i64>,
    seen_at: Option<i64>,
    disabled_at: Option<i64>,
}

fn here(row: PersonRow) -> Option<Here> {
    Some(Here {
        id: row.person_id,
        name: row.name,
        username: row.username,
        email: row.email,
        role: RoleName::parse(&row.role)?,
        qualifica: row.qualifica,
        from: Day::parse(&row.starts_on)?,
        to: row.ends_on.as_deref().and_then(Day::parse),
        verified: row.verified_at.is_some(),
        seen_at: row.seen_at.map(Moment::from_millis),
        disabled: row.disabled_at.is_some(),
    })
}

/// Those who act for the ente first, then those who did.
pub async fn people(actor: &Actor<Secretariat>, ente: &EnteId) -> Result<Vec<Here>> {
    let rows: Vec<PersonRow> = q(PEOPLE).bind(ente).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(|row| here(row).ok_or_else(|| Error::Bug("an appointment that cannot be read".into()))).collect()
}

#[derive(FromRow)]
struct KnownRow {
    assessment_id: AssessmentId,
    version: String,
    opened_at: i64,
    closed_at: Option<i64>,
    closings: i64,
    consents: i64,
}

/// That there are rilevazioni, and how far they are; the latest first.
pub async fn rilevazioni(actor: &Actor<Secretariat>, ente: &EnteId) -> Result<Vec<Known>> {
    let rows: Vec<KnownRow> = q(RILEVAZIONI).bind(ente).all(&mut actor.reader().await?).await?;
    let known = |row: KnownRow| Known {
        version: row.version,
        opened_at: Moment::from_millis(row.opened_at),
        closed_at: row.closed_at.map(Moment::from_millis),
        closings: row.closings,
        readable: row.consents > 0 && row.closings > 0,
        id: row.assessment_id,
    };
    Ok(rows.into_iter().map(known).collect())
}

#[derive(FromRow)]
struct LetterRow {
    subject: String,
    name: String,
    address: String,
    posted_at: i64,
    sent_at: Option<i64>,
    failed_at: Option<i64>,
}

impl From<LetterRow> for Posted {
    fn from(row: LetterRow) -> Posted {
        Posted {
            subject: row.subject,
            to: row.name,
            address: row.address,
            posted_at: Moment::from_millis(row.posted_at),
            sent_at: row.sent_at.map(Moment::from_millis),
            failed: row.failed_at.is_some(),
        }
    }
}

/// The latest letters to people of the ente, at most so many.
pub async fn letters(actor: &Actor<Secretariat>, ente: &EnteId, limit: i64) -> Result<Vec<Posted>> {
    let rows: Vec<LetterRow> = q(LETTERS).bind(ente).bind(limit).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(Posted::from).collect())
}
