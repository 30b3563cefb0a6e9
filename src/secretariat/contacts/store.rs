//! Contacts in the database: noted once, never changed.

use sqlx::FromRow;

use super::{Channel, Contact, Noted, Subject};
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{ContactId, EnteId, PersonId};
use crate::domain::moment::Day;
use crate::platform::db::q;
use crate::platform::{Error, Result, random};

const OF: &str = "\
    select c.channel, c.happened_on, c.outcome, c.next_on, n.name as noted_by, p.person_id, p.name as person_name, \
           e.ente_id, e.name as ente_name, e.province \
    from contact c join person n on n.person_id = c.noted_by left join person p on p.person_id = c.person_id \
         left join ente e on e.ente_id = c.ente_id \
    where c.ente_id = $1 or c.person_id = $2 order by c.happened_on desc, c.contact_id desc limit $3";
/// Holds whom it is noted of; who is not there cannot be noted of.
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
const HOLD_PERSON: &str = "update person set created_at = created_at where person_id = $1 and erased_at is null";
/// Of a person at an ente only where the two belong together.
const ADD: &str = "\
    insert into contact (contact_id, ente_id, person_id, channel, happened_on, outcome, next_on, noted_at, noted_by) \
    values ($1, (select e.ente_id from ente e where e.ente_id = $2 and ($10 = 'ente' or exists \
                   (select a.appointment_id from appointment a where a.ente_id = e.ente_id and a.person_id = $3))), \
            (select p.person_id from person p where p.person_id = $3 and ($10 = 'person' or exists \
                   (select a.appointment_id from appointment a where a.ente_id = $2 and a.person_id = p.person_id))), \
            $4, $5, $6, $7, $8, $9)";

#[derive(FromRow)]
struct Row {
    channel: String,
    happened_on: String,
    outcome: String,
    next_on: Option<String>,
    noted_by: String,
    person_id: Option<PersonId>,
    person_name: Option<String>,
    ente_id: Option<EnteId>,
    ente_name: Option<String>,
    province: Option<String>,
}

fn contact_of(row: Row) -> Option<Contact> {
    let ente = match (row.ente_id, row.ente_name, row.province) {
        (Some(id), Some(name), Some(province)) => Some((id, format!("{name} ({province})"))),
        _ => None,
    };
    Some(Contact {
        channel: Channel::parse(&row.channel)?,
        happened_on: Day::parse(&row.happened_on)?,
        outcome: row.outcome,
        next_on: row.next_on.as_deref().and_then(Day::parse),
        noted_by: row.noted_by,
        person: row.person_id.zip(row.person_name),
        ente,
    })
}

/// The latest contacts of an ente or of a person, at most so many.
pub async fn of(actor: &Actor<Secretariat>, subject: &Subject, limit: i64) -> Result<Vec<Contact>> {
    let (ente, person) = match subject {
        Subject::Ente(ente) => (Some(ente), None),
        Subject::Person(person) => (None, Some(person)),
    };
    let rows: Vec<Row> = q(OF).bind(ente).bind(person).bind(limit).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(|row| contact_of(row).ok_or_else(|| Error::Bug("a contact that cannot be read".into()))).collect()
}

/// Notes a contact. `with` is what the form adds to its subject; what does not belong to it is left out.
pub async fn note(actor: &Actor<Secretariat>, subject: &Subject, noted: &Noted, with: &str) -> Result<()> {
    let mut tx = match subject {
        Subject::Ente(ente) => actor.begin_on(HOLD_ENTE, ente).await?,
        Subject::Person(person) => actor.begin_on(HOLD_PERSON, person).await?,
    };
    let (ente, person) = subject.paired(with);
    let id: ContactId = random::id(actor.now());
    q(ADD)
        .bind(&id)
        .bind(ente.as_ref())
        .bind(person.as_ref())
        .bind(noted.channel.as_str())
        .bind(noted.happened_on)
        .bind(&noted.outcome)
        .bind(noted.next_on)
        .bind(actor.now())
        .bind(actor.person())
        .bind(if matches!(subject, Subject::Ente(_)) { "ente" } else { "person" })
        .run(&mut tx)
        .await?;
    tx.commit().await
}
