//! One person at the desk, with appointments and letters.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, RoleName, Secretariat, password};
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::secretariat::correspondence::Posted;
use crate::secretariat::people::{Account, Held};

const ONE: &str = "\
    select p.person_id, p.name, p.username, p.email, p.created_at, p.verified_at, p.seen_at, p.disabled_at, p.disabled_reason, \
           case when p.password_hash = $2 then false else true end as has_password, p.merged_into, m.name as merged_name, p.erased_at \
    from person p left join person m on m.person_id = p.merged_into where p.person_id = $1";
const HELD: &str = "\
    select a.appointment_id, a.role, a.qualifica, a.starts_on, a.ends_on, e.ente_id, e.kind, e.name, e.province \
    from appointment a left join ente e on e.ente_id = a.ente_id where a.person_id = $1 \
    order by coalesce(a.ends_on, '9999-12-31') desc, e.name, e.province, a.appointment_id";
const TAKEN_IN: &str = "select name, username from person where merged_into = $1 order by name, username";
const LETTERS: &str = "\
    select l.subject, l.name, l.address, l.posted_at, l.sent_at, l.failed_at from letter l \
    where l.person_id = $1 order by l.posted_at desc, l.letter_id desc limit $2";

#[derive(FromRow)]
struct AccountRow {
    person_id: PersonId,
    name: String,
    username: String,
    email: String,
    created_at: i64,
    verified_at: Option<i64>,
    seen_at: Option<i64>,
    disabled_at: Option<i64>,
    disabled_reason: Option<String>,
    has_password: bool,
    merged_into: Option<PersonId>,
    merged_name: Option<String>,
    erased_at: Option<i64>,
}

impl From<AccountRow> for Account {
    fn from(row: AccountRow) -> Account {
        Account {
            id: row.person_id,
            name: row.name,
            username: row.username,
            email: row.email,
            created_at: Moment::from_millis(row.created_at),
            verified_at: row.verified_at.map(Moment::from_millis),
            seen_at: row.seen_at.map(Moment::from_millis),
            disabled_at: row.disabled_at.map(Moment::from_millis),
            disabled_reason: row.disabled_reason,
            has_password: row.has_password,
            merged_into: row.merged_into.zip(row.merged_name),
            erased: row.erased_at.is_some(),
        }
    }
}

pub async fn one(actor: &Actor<Secretariat>, id: &PersonId) -> Result<Account> {
    let row: AccountRow = q(ONE).bind(id).bind(password::NOT_CHOSEN).one(&mut actor.reader().await?).await?;
    Ok(row.into())
}

/// Accounts that were taken into this one, name and username, by name.
pub async fn taken_in(actor: &Actor<Secretariat>, id: &PersonId) -> Result<Vec<(String, String)>> {
    q(TAKEN_IN).bind(id).all(&mut actor.reader().await?).await
}

#[derive(FromRow)]
struct HeldRow {
    appointment_id: AppointmentId,
    role: String,
    qualifica: String,
    starts_on: String,
    ends_on: Option<String>,
    ente_id: Option<EnteId>,
    kind: Option<String>,
    name: Option<String>,
    province: Option<String>,
}

fn held(row: HeldRow) -> Option<Held> {
    let ente = match (row.ente_id, row.kind, row.name, row.province) {
        (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
        _ => None,
    };
    Some(Held {
        id: row.appointment_id,
        role: RoleName::parse(&row.role)?,
        qualifica: row.qualifica,
        ente,
        from: Day::parse(&row.starts_on)?,
        to: row.ends_on.as_deref().and_then(Day::parse),
    })
}

/// All appointments, those without an end first.
pub async fn appointments(actor: &Actor<Secretariat>, id: &PersonId) -> Result<Vec<Held>> {
    let rows: Vec<HeldRow> = q(HELD).bind(id).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(|row| held(row).ok_or_else(|| Error::Bug("an appointment that cannot be read".into()))).collect()
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

/// The latest letters to somebody, at most so many.
pub async fn letters(actor: &Actor<Secretariat>, id: &PersonId, limit: i64) -> Result<Vec<Posted>> {
    let rows: Vec<LetterRow> = q(LETTERS).bind(id).bind(limit).all(&mut actor.reader().await?).await?;
    let posted = |row: LetterRow| Posted {
        subject: row.subject,
        to: row.name,
        address: row.address,
        posted_at: Moment::from_millis(row.posted_at),
        sent_at: row.sent_at.map(Moment::from_millis),
        failed: row.failed_at.is_some(),
    };
    Ok(rows.into_iter().map(posted).collect())
}
