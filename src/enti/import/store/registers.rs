//! The registers as an import finds them, whole: a few statements whatever the size of the file.

use sqlx::FromRow;

use crate::domain::edition::{Edition, ParticipantField};
use crate::domain::ente::Kind;
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::import::cells::Role;
use crate::domain::import::facts::{Fact, Facts};
use crate::domain::import::people::{Account, Held, People};
use crate::domain::import::register::{Known, Register};
use crate::domain::moment::Day;
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};

const ENTI: &str = "\
    select ente_id, kind, name, province, region, istat_code, pec, ipa_code, mail_domain, mountain, residents, residents_year, ended_on \
    from ente order by ente_id";
const CODES: &str = "select istat_code, ente_id from ente_code order by ended_on";
const MEMBERS: &str = "select association_id, comune_id from ente_member order by association_id, comune_id";
const SUCCESSORS: &str = "select from_id, to_id from succession where to_id is not null order by succession_id";
const ACCOUNTS: &str = "\
    select person_id, username, name, email, \
           cast(case when erased_at is null and merged_into is null then 0 else 1 end as bigint) as gone from person order by person_id";
const HELD: &str = "\
    select appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on from appointment \
    where ente_id is not null and coalesce(ends_on, $1) >= $1 order by appointment_id";

const FACTS: &str = "select person_id, field, value from participant_fact where edition_id = $1";

#[derive(FromRow)]
struct EnteRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    istat_code: Option<String>,
    pec: Option<String>,
    ipa_code: Option<String>,
    mail_domain: Option<String>,
    mountain: Option<bool>,
    residents: Option<i64>,
    residents_year: Option<i64>,
    ended_on: Option<String>,
}

fn known(row: EnteRow) -> Option<Known> {
    Some(Known {
        id: row.ente_id,
        kind: Kind::parse(&row.kind)?,
        name: row.name,
        province: row.province,
        region: row.region,
        istat_code: row.istat_code,
        pec: row.pec,
        ipa_code: row.ipa_code,
        mail_domain: row.mail_domain,
        mountain: row.mountain,
        residents: row.residents,
        residents_year: row.residents_year,
        ended_on: match row.ended_on {
            Some(day) => Some(Day::parse(&day)?),
            None => None,
        },
    })
}

/// All enti, with their past codes, members and successors.
pub async fn enti(on: &mut impl AsConn) -> Result<Register> {
    let rows: Vec<EnteRow> = q(ENTI).all(on).await?;
    let enti = rows.into_iter().map(known).collect::<Option<Vec<_>>>().ok_or_else(|| Error::Bug("an ente that cannot be read".into()))?;
    let codes = q(CODES).all(on).await?;
    let members = q(MEMBERS).all(on).await?;
    Ok(Register::new(enti, codes, members, q(SUCCESSORS).all(on).await?))
}

#[derive(FromRow)]
struct AccountRow {
    person_id: PersonId,
    username: String,
    name: String,
    email: String,
    gone: i64,
}

#[derive(FromRow)]
struct HeldRow {
    appointment_id: AppointmentId,
    person_id: PersonId,
    ente_id: EnteId,
    role: String,
    qualifica: String,
    starts_on: String,
    ends_on: Option<String>,
}

/// All accounts, and the appointments at enti that are in force or to come on that day.
pub async fn people(on: &mut impl AsConn, today: Day) -> Result<People> {
    let accounts: Vec<AccountRow> = q(ACCOUNTS).all(on).await?;
    let held: Vec<HeldRow> = q(HELD).bind(today).all(on).await?;
    let accounts = accounts.into_iter().map(|row| Account {
        id: row.person_id,
        username: row.username,
        name: row.name,
        email: row.email,
        gone: row.gone == 1,
    });
    let held = held.into_iter().map(appointment).collect::<Option<Vec<_>>>();
    Ok(People::new(accounts.collect(), held.ok_or_else(|| Error::Bug("an appointment that cannot be read".into()))?))
}

/// What the edition asks, and what everybody has told for it; nothing where there is no edition.
pub async fn facts(on: &mut impl AsConn, edition: Option<&Edition>) -> Result<Facts> {
    let Some(edition) = edition else { return Ok(Facts::default()) };
    let rows: Vec<(PersonId, String, String)> = q(FACTS).bind(&edition.id).all(on).await?;
    let told = rows.into_iter().filter_map(|(person, field, value)| Some(Fact { person, field: ParticipantField::parse(&field)?, value }));
    Ok(Facts::new(edition.terms.funding.asked.clone(), told))
}

fn appointment(row: HeldRow) -> Option<Held> {
    Some(Held {
        id: row.appointment_id,
        person: row.person_id,
        ente: row.ente_id,
        role: Role::parse(&row.role)?,
        qualifica: row.qualifica,
        from: Day::parse(&row.starts_on)?,
        to: match row.ends_on {
            Some(day) => Some(Day::parse(&day)?),
            None => None,
        },
    })
}
