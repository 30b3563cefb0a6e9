//! What the funder asks of those who take part: told once, kept by edition; and who has not told it yet.

use std::collections::BTreeMap;

use sqlx::FromRow;

use crate::access::roles::Signed;
use crate::access::session::EnteName;
use crate::access::{Actor, Person, Secretariat};
use crate::domain::edition::{Edition, ParticipantField};
use crate::domain::ids::{EditionId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::enti::registration::{Lacking, Told};
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::programme;

const KEEP: &str = "\
    insert into participant_fact (person_id, edition_id, field, value, told_at) values ($1, $2, $3, $4, $5) \
    on conflict (person_id, edition_id, field) do update set value = excluded.value, told_at = excluded.told_at";
const HOLD_PERSON: &str = "update person set created_at = created_at where person_id = $1";
const STYLE: &str = "\
    update appointment set qualifica = $2 \
    where person_id = $1 and qualifica = '' and ente_id is not null and coalesce(ends_on, $3) >= $3";
const TOLD: &str = "select field, value from participant_fact where person_id = $1 and edition_id = $2";
/// The least that is said of somebody where they act for an ente; none where they act for none.
const STYLED: &str = "\
    select min(qualifica) from appointment \
    where person_id = $1 and ente_id is not null and starts_on <= $2 and coalesce(ends_on, $2) >= $2";
/// Those who act for an ente while the edition runs. `$4` to `$7` are 1 for what is asked: gender, age class, settore,
/// qualifica. One row per person and ente.
const LACKING: &str = "\
    select * from ( \
        select p.person_id, p.name, p.email, e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, e.search, a.appointment_id, \
               cast(case when $4 = 1 and (select count(*) from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'gender') = 0 then 1 else 0 end as bigint) as no_gender, \
               cast(case when $5 = 1 and (select count(*) from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'age-class') = 0 then 1 else 0 end as bigint) as no_age_class, \
               cast(case when $6 = 1 and (select count(*) from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'settore') = 0 then 1 else 0 end as bigint) as no_settore, \
               cast(case when $7 = 1 and a.qualifica = '' then 1 else 0 end as bigint) as no_qualifica \
        from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null and p.erased_at is null \
             join ente e on e.ente_id = a.ente_id \
        where a.starts_on <= $3 and coalesce(a.ends_on, $2) >= $2) w \
    where w.no_gender + w.no_age_class + w.no_settore + w.no_qualifica > 0 \
    order by w.search, w.province, w.name, w.appointment_id limit $8 offset $9";

/// Keeps what was told, in place of what was told before.
pub(super) async fn keep(tx: &mut Tx, now: Moment, person: &PersonId, told: &Told) -> Result<()> {
    let Some(edition) = &told.edition else { return Ok(()) };
    for (field, value) in &told.answers {
        q(KEEP).bind(person).bind(edition).bind(field).bind(value).bind(now).run(tx).await?;
    }
    Ok(())
}

/// Tells what was missing; `qualifica` goes to the appointments that had none.
pub async fn tell(actor: &Actor<Person>, told: &Told, qualifica: &str) -> Result<()> {
    let mut tx = actor.begin_on(HOLD_PERSON, actor.person()).await?;
    keep(&mut tx, actor.now(), actor.person(), told).await?;
    if !qualifica.is_empty() {
        q(STYLE).bind(actor.person()).bind(qualifica).bind(actor.now().day()).run(&mut tx).await?;
    }
    tx.commit().await
}

/// What a person has told for an edition, by the name of the field.
pub async fn told<R: Signed>(actor: &Actor<R>, edition: &EditionId) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = q(TOLD).bind(actor.person()).bind(edition).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().collect())
}

/// How somebody is styled where they act for an ente; empty where an appointment has nothing to say of it.
pub async fn styled(actor: &Actor<Person>) -> Result<String> {
    let statement = q(STYLED).bind(actor.person()).bind(actor.now().day());
    let (qualifica,): (Option<String>,) = statement.one(&mut actor.reader().await?).await?;
    Ok(qualifica.unwrap_or_default())
}

/// Whether a person still has something to tell for the edition that counts: nothing has whoever acts for no ente. One
/// statement where nothing is asked, else three.
pub async fn lacks_facts<R: Signed>(actor: &Actor<R>) -> Result<bool> {
    let Some(edition) = programme::current(actor).await? else { return Ok(false) };
    let asked = &edition.terms.funding.asked;
    if asked.is_empty() {
        return Ok(false);
    }
    let statement = q(STYLED).bind(actor.person()).bind(actor.now().day());
    let (styled,): (Option<String>,) = statement.one(&mut actor.reader().await?).await?;
    let told = told(actor, &edition.id).await?;
    Ok(styled.is_some_and(|qualifica| {
        asked.iter().any(|asked| match asked.field {
            ParticipantField::Qualifica => qualifica.is_empty(),
            ParticipantField::EnteKind => false,
            other => !told.contains_key(other.as_str()),
        })
    }))
}

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    name: String,
    email: String,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    no_gender: i64,
    no_age_class: i64,
    no_settore: i64,
    no_qualifica: i64,
}

/// A part of a long list.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    pub limit: i64,
    pub offset: i64,
}

/// "Manca per la rendicontazione": who lacks what an edition's funder asks, by ente and name; one row for each ente that
/// somebody acts for while the edition runs. One statement.
pub async fn lacking(actor: &Actor<Secretariat>, edition: &Edition, slice: Slice) -> Result<Vec<Lacking>> {
    use ParticipantField::{AgeClass, Gender, Qualifica, Settore};
    let asks = |field| i64::from(edition.terms.funding.asks(field).is_some());
    let statement = q(LACKING).bind(&edition.id).bind(edition.starts_on).bind(edition.ends_on);
    let statement = [Gender, AgeClass, Settore, Qualifica].into_iter().fold(statement, |statement, field| statement.bind(asks(field)));
    let rows: Vec<Row> = statement.bind(slice.limit).bind(slice.offset).all(&mut actor.reader().await?).await?;
    let one = |row: Row| {
        let flags = [(row.no_gender, Gender), (row.no_age_class, AgeClass), (row.no_settore, Settore), (row.no_qualifica, Qualifica)];
        Lacking {
            person: row.person_id,
            name: row.name,
            email: row.email,
            ente: EnteName { id: row.ente_id, kind: row.ente_kind, name: row.ente_name, province: row.province },
            fields: flags.into_iter().filter(|(flag, _)| *flag == 1).map(|(_, field)| field).collect(),
        }
    };
    Ok(rows.into_iter().map(one).collect())
}
