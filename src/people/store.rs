//! Accounts and appointments in the database.

use sqlx::FromRow;

use super::{Colleague, Held, Letters, NewAppointment, NewPerson, Place, Profile};
use crate::access::roles::{OfEnte, Signed};
use crate::access::session::EnteName;
use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Housekeeper, Person, RoleName, Visitor, password};
use crate::domain::delivery::Rhythm;
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::moment::{Day, Moment};
use crate::platform::audit::{AtTheDoor, Passage};
use crate::platform::db::{Conn, q};
use crate::platform::{Error, Result, random};

/// By username, or by address when it belongs to one account alone. The username of an account that was taken into another
/// opens that one, with its password.
const BY_LOGIN: &str = "\
    select coalesce(k.person_id, p.person_id) as person_id, coalesce(k.password_hash, p.password_hash) as password_hash, \
           case when k.person_id is null then p.disabled_at else k.disabled_at end as disabled_at \
    from person p left join person k on k.person_id = p.merged_into \
    where p.username = $1 or (p.email = $1 and p.merged_into is null \
        and (select count(*) from person o where o.email = $1 and o.merged_into is null) = 1) \
    order by case when p.username = $1 then 0 else 1 end limit 1";
const TAKEN: &str = "select count(*) from person where username = $1";
const ADD: &str = "insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) values ($1, $2, $3, $4, $5, $6)";
const COLLEAGUES: &str = "\
    select p.person_id, p.name, a.qualifica, a.role, \
           (select max(w.changed_at) from answer w join assessment s on s.assessment_id = w.assessment_id \
            where s.ente_id = a.ente_id and w.changed_by = p.person_id) as last_answer \
    from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.ente_id = $1 and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 \
    order by p.name, a.appointment_id";
const BY_USERNAME: &str = "select person_id from person where username = $1";

#[derive(FromRow)]
struct Login {
    person_id: PersonId,
    password_hash: String,
    disabled_at: Option<i64>,
}

/// The person behind a username (or an address that only one account has), if the password is theirs and the account
/// is not disabled. All three noes look the same from outside, and take the same statements and the same hashing.
pub async fn recognise(actor: &Actor<Visitor>, login: &str, typed: String) -> Result<Option<PersonId>> {
    let login = login.trim().to_lowercase();
    let attempt = throttle::admit(actor, Trying::SignIn, &login).await?;
    let found: Option<Login> = q(BY_LOGIN).bind(&login).optional(&mut actor.reader().await?).await?;
    let right = password::verify(typed, found.as_ref().map(|l| l.password_hash.clone())).await?;
    match found.filter(|l| right && l.disabled_at.is_none()) {
        Some(login) => {
            attempt.succeeded(actor).await?;
            Ok(Some(login.person_id))
        }
        None => {
            let mut tx = actor.begin().await?;
            attempt.failed(&mut tx, actor.now()).await?;
            tx.pass(actor.now(), AtTheDoor::Login(&login), Passage::Refused, actor.client()).await?;
            tx.commit().await?;
            Ok(None)
        }
    }
}

/// Why an account cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    UsernameTaken,
    UsernameShape,
    Password(password::Weakness),
    /// A role of an ente without the ente, or a role of the programme with one.
    EnteMismatch,
}

/// Creates an account with its appointments, all or nothing.
pub async fn create(actor: &Actor<Housekeeper>, new: NewPerson) -> Result<Result<PersonId, Refusal>> {
    if let Err(refusal) = admissible(&new) {
        return Ok(Err(refusal));
    }
    let hash = password::hash(new.password.clone()).await?;
    let id: PersonId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    if q(TAKEN).bind(&new.username).count(&mut tx).await? > 0 {
        return Ok(Err(Refusal::UsernameTaken));
    }
    q(ADD).bind(&id).bind(&new.username).bind(&new.name).bind(new.email.to_lowercase()).bind(hash).bind(actor.now()).run(&mut tx).await?;
    for NewAppointment { role, ente, qualifica } in &new.appointments {
        let appointment: AppointmentId = random::id(actor.now());
        q(APPOINT)
            .bind(&appointment)
            .bind(&id)
            .bind(ente.as_ref())
            .bind(role.as_str())
            .bind(qualifica)
            .bind(actor.now().day())
            .run(&mut tx)
            .await?;
    }
    tx.commit().await?;
    Ok(Ok(id))
}

fn admissible(new: &NewPerson) -> Result<(), Refusal> {
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    if new.username.len() < 3 || new.username.len() > 60 || !new.username.chars().all(shape) {
        return Err(Refusal::UsernameShape);
    }
    password::check(&new.password, &new.username).map_err(Refusal::Password)?;
    match new.appointments.iter().all(|a| a.role.is_of_an_ente() == a.ente.is_some()) {
        true => Ok(()),
        false => Err(Refusal::EnteMismatch),
    }
}

const PERSON: &str =
    "select username, name, email, coalesce(letters, 'each') as letters, coalesce(lang, 'it') as lang from person where person_id = $1";
const HELD: &str = "\
    select a.appointment_id, a.role, a.qualifica, a.starts_on, a.ends_on, e.ente_id, e.kind, e.name, e.province \
    from appointment a left join ente e on e.ente_id = a.ente_id where a.person_id = $1 \
    order by coalesce(a.ends_on, '9999-12-31') desc, e.name, e.province, a.appointment_id";
/// The appointment in force first.
const PLACE: &str = "\
    select a.appointment_id, e.kind, e.name, e.province, \
           cast(case when a.starts_on <= $3 and coalesce(a.ends_on, $3) >= $3 then 1 else 0 end as bigint) as in_force \
    from appointment a join ente e on e.ente_id = a.ente_id where a.person_id = $1 and a.ente_id = $2 \
    order by in_force desc, a.appointment_id limit 1";

#[derive(FromRow)]
struct PersonRow {
    username: String,
    name: String,
    email: String,
    letters: String,
    lang: String,
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

/// The account and all appointments of the person who asks.
pub async fn profile(actor: &Actor<Person>) -> Result<Profile> {
    let mut conn = actor.reader().await?;
    let person: PersonRow = q(PERSON).bind(actor.person()).one(&mut conn).await?;
    let appointments = held_by(&mut conn, actor.person()).await?;
    let letters =
        Letters { rhythm: Rhythm::parse(&person.letters).unwrap_or_default(), lang: Lang::parse(&person.lang).unwrap_or_default() };
    Ok(Profile { username: person.username, name: person.name, email: person.email, letters, appointments })
}

/// All appointments of a person: those without an end, then those that ended last.
pub async fn held_by(conn: &mut Conn, person: &PersonId) -> Result<Vec<Held>> {
    let rows: Vec<HeldRow> = q(HELD).bind(person).all(conn).await?;
    let defect = || Error::Bug("an appointment that cannot be read".into());
    rows.into_iter().map(|row| held(row).ok_or_else(defect)).collect()
}

fn held(row: HeldRow) -> Option<Held> {
    let ente = match (row.ente_id, row.kind, row.name, row.province) {
        (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
        _ => None,
    };
    let to = match row.ends_on {
        Some(day) => Some(Day::parse(&day)?),
        None => None,
    };
    Some(Held {
        id: row.appointment_id,
        role: RoleName::parse(&row.role)?,
        qualifica: row.qualifica,
        ente,
        from: Day::parse(&row.starts_on)?,
        to,
    })
}

#[derive(FromRow)]
struct PlaceRow {
    appointment_id: AppointmentId,
    kind: String,
    name: String,
    province: String,
    in_force: i64,
}

/// The person's own place at an ente; none if they never had one.
pub async fn place_at<R: Signed>(actor: &Actor<R>, ente: &EnteId) -> Result<Option<Place>> {
    let row: Option<PlaceRow> =
        q(PLACE).bind(actor.person()).bind(ente).bind(actor.now().day()).optional(&mut actor.reader().await?).await?;
    Ok(row.map(|row| Place {
        ente: EnteName { id: ente.clone(), kind: row.kind, name: row.name, province: row.province },
        appointment: (row.in_force == 1).then_some(row.appointment_id),
    }))
}

#[derive(FromRow)]
struct ColleagueRow {
    person_id: PersonId,
    name: String,
    qualifica: String,
    role: String,
    last_answer: Option<i64>,
}

/// The people of the ente acted for, by name, each once whatever appointments they have there.
pub async fn colleagues<R: OfEnte>(actor: &Actor<R>) -> Result<Vec<Colleague>> {
    let rows: Vec<ColleagueRow> = q(COLLEAGUES).bind(actor.ente()).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    let mut found: Vec<Colleague> = Vec::new();
    for row in rows {
        let coordinates = row.role == RoleName::Coordinator.as_str();
        match found.iter_mut().find(|colleague| colleague.id == row.person_id) {
            Some(colleague) => {
                colleague.coordinates |= coordinates;
                if colleague.qualifica.is_empty() {
                    colleague.qualifica = row.qualifica;
                }
            }
            None => found.push(Colleague {
                coordinates,
                id: row.person_id,
                name: row.name,
                qualifica: row.qualifica,
                last_answer: row.last_answer.map(Moment::from_millis),
            }),
        }
    }
    Ok(found)
}

/// The account of that username.
pub async fn by_username(actor: &Actor<Housekeeper>, username: &str) -> Result<PersonId> {
    let (id,): (PersonId,) = q(BY_USERNAME).bind(username).one(&mut actor.reader().await?).await?;
    Ok(id)
}

const APPOINTMENT_OF: &str = "select appointment_id from appointment where person_id = $1 and ente_id = $2 limit 1";

/// The appointment of a person for an ente.
pub async fn appointment_of(actor: &Actor<Housekeeper>, person: &PersonId, ente: &EnteId) -> Result<AppointmentId> {
    let (id,): (AppointmentId,) = q(APPOINTMENT_OF).bind(person).bind(ente).one(&mut actor.reader().await?).await?;
    Ok(id)
}
