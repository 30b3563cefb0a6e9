//! Appointments for enti, given and ended by the segreteria. Roles of the programme are the gestore's to give.

use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::place_names::fold;
use crate::platform::db::q;
use crate::platform::{Error, Result, random};
use crate::secretariat::people::{Draft, QUALIFICA_MAX, Refusal};

/// Holds the person: of two appointments at once, the second sees the first.
const HOLD: &str = "\
    update person set created_at = created_at \
    where person_id = $1 and merged_into is null and erased_at is null";
const ENTI: &str = "\
    select ente_id from ente where search = $1 and ($2 = '' or province = $2) and (ended_on is null or ended_on > $3) order by ente_id limit 2";
const ALREADY: &str = "\
    select count(*) from appointment where person_id = $1 and ente_id = $2 and role = $3 and starts_on <= $4 and coalesce(ends_on, $4) >= $4";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) values ($1, $2, $3, $4, $5, $6)";
const OF_ENTE: &str = "\
    select role, ente_id from appointment \
    where appointment_id = $1 and person_id = $2 and ente_id is not null and coalesce(ends_on, $3) >= $3";
const END: &str = "update appointment set ends_on = $2 where appointment_id = $1 and coalesce(ends_on, $3) >= $3";

/// Gives an appointment of an ente from today on; the ente is named as typed: `Agliè`, or `Livo (CO)`.
pub async fn appoint(actor: &Actor<Secretariat>, person: &PersonId, draft: &Draft) -> Result<Result<AppointmentId, Refusal>> {
    let Some(role) = RoleName::parse(&draft.role).filter(|role| role.is_of_an_ente()) else { return Ok(Err(Refusal::NoRole)) };
    if draft.qualifica.chars().count() > QUALIFICA_MAX {
        return Ok(Err(Refusal::QualificaTooLong));
    }
    let today = actor.now().day();
    let mut tx = actor.begin_on(HOLD, person).await?;
    let (name, province) = draft.ente.strip_suffix(')').and_then(|n| n.rsplit_once('(')).unwrap_or((&draft.ente, ""));
    let plate = province.trim().to_uppercase();
    let found: Vec<(EnteId,)> = q(ENTI).bind(fold(without_kind(name))).bind(plate).bind(today).all(&mut tx).await?;
    let ente = match found.as_slice() {
        [] => return Ok(Err(Refusal::NoEnte)),
        [(ente,)] => ente,
        _ => return Ok(Err(Refusal::WhichEnte)),
    };
    if q(ALREADY).bind(person).bind(ente).bind(role.as_str()).bind(today).count(&mut tx).await? > 0 {
        return Ok(Err(Refusal::Already));
    }
    let id: AppointmentId = random::id(actor.now());
    q(APPOINT).bind(&id).bind(person).bind(ente).bind(role.as_str()).bind(&draft.qualifica).bind(today).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::RoleGranted).to(person).of(ente).detail(role.as_str())).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// "Comune di Agliè" is kept as "Agliè".
fn without_kind(name: &str) -> &str {
    let name = name.trim();
    let lower = name.to_lowercase();
    ["comune di ", "comune d’", "comune d'"]
        .iter()
        .find(|of| lower.starts_with(*of))
        .map_or(name, |of| name.get(of.len()..).unwrap_or(name))
}

/// Ends an appointment of an ente at once: yesterday was its last day. Ended already, it stays as it was.
pub async fn dismiss(actor: &Actor<Secretariat>, person: &PersonId, id: &AppointmentId) -> Result<()> {
    let today = actor.now().day();
    let mut tx = actor.begin_on(HOLD, person).await?;
    let found: Option<(String, EnteId)> = q(OF_ENTE).bind(id).bind(person).bind(today).optional(&mut tx).await?;
    let Some((role, ente)) = found else { return Err(Error::NotFound) };
    q(END).bind(id).bind(today.plus_days(-1)).bind(today).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::RoleWithdrawn).to(person).of(&ente).detail(role)).await?;
    tx.commit().await
}
