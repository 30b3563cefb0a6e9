//! What the funder asks of those who take part: told once, kept by edition; by themselves, or to the segreteria on the telephone.

use std::collections::BTreeMap;

use crate::access::roles::Signed;
use crate::access::{Actor, Person, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::edition::ParticipantField;
use crate::domain::ids::{EditionId, PersonId};
use crate::domain::moment::Moment;
use crate::enti::registration::{Participant, Told, letters};
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
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

const PARTICIPANT: &str = "\
    select p.name, (select count(*) from appointment a where a.person_id = p.person_id and a.ente_id is not null and a.qualifica = '') \
    from person p where p.person_id = $1 and p.disabled_at is null and p.merged_into is null and p.erased_at is null";
const HOLD_PARTICIPANT: &str = "\
    update person set created_at = created_at \
    where person_id = $1 and disabled_at is null and merged_into is null and erased_at is null";
/// Also appointments that ended while the edition ran: nobody else could say it any more.
const STYLE_ALL: &str = "update appointment set qualifica = $2 where person_id = $1 and qualifica = '' and ente_id is not null";

/// What a person has told for an edition, for the segreteria; [`crate::platform::Error::NotFound`] if the account is closed.
pub async fn facts_of(actor: &Actor<Secretariat>, person: &PersonId, edition: &EditionId) -> Result<Participant> {
    let mut conn = actor.reader().await?;
    let (name, unstyled): (String, i64) = q(PARTICIPANT).bind(person).one(&mut conn).await?;
    let rows: Vec<(String, String)> = q(TOLD).bind(person).bind(edition).all(&mut conn).await?;
    Ok(Participant { id: person.clone(), name, told: rows.into_iter().collect(), unstyled: unstyled > 0 })
}

/// Notes what a person told on the telephone, and writes it to them: what was misheard can be put right.
pub async fn note_for(actor: &Actor<Secretariat>, person: &PersonId, told: &Told, qualifica: &str) -> Result<()> {
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD_PARTICIPANT, person).await?;
    keep(&mut tx, now, person, told).await?;
    if !qualifica.is_empty() {
        q(STYLE_ALL).bind(person).bind(qualifica).run(&mut tx).await?;
    }
    let styled = (!qualifica.is_empty()).then_some((ParticipantField::Qualifica, qualifica));
    let facts = told.answers.iter().filter_map(|(field, value)| Some((ParticipantField::parse(field)?, value.as_str())));
    let noted: Vec<(ParticipantField, &str)> = styled.into_iter().chain(facts).collect();
    let detail = noted.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>().join(", ");
    actor.record(&mut tx, Deed::new(Kind::FactsNoted).to(person).detail(detail)).await?;
    tx.post(now, Recipient::Person(person), |lang| letters::facts_noted(lang, &noted)).await?;
    tx.commit().await
}
