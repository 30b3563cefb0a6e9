//! Whom the form of a day may name: docenti, and enti for which seats are kept.

use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::place_names::fold;
use crate::platform::Result;
use crate::platform::db::q;
use crate::seminars::schedule::Teacher;

/// Those who are docenti today.
const TEACHERS: &str = "\
    select p.person_id, p.name from person p where p.disabled_at is null and p.erased_at is null and p.merged_into is null and exists ( \
        select a.appointment_id from appointment a where a.person_id = p.person_id and a.role = 'trainer' and a.starts_on <= $1 \
          and coalesce(a.ends_on, $1) >= $1) \
    order by p.name, p.person_id";
/// Enti that exist today, by folded name.
const NAMED: &str = "\
    select e.ente_id, e.kind, e.name, e.province from ente e \
    where e.search in ($1, $2, $3, $4) and (e.ended_on is null or e.ended_on > $5) order by e.province, e.ente_id";

/// Those who may be chosen to teach, by name.
pub async fn teachers(actor: &Actor<Secretariat>) -> Result<Vec<Teacher>> {
    let rows: Vec<(PersonId, String)> = q(TEACHERS).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id, name)| Teacher { id, name }).collect())
}

/// The enti of exactly these names, whatever their accents; empty names find none. One statement.
pub async fn enti_named(actor: &Actor<Secretariat>, names: [&str; 4]) -> Result<Vec<EnteName>> {
    let [a, b, c, d] = names.map(fold);
    let today = actor.now().day();
    let rows: Vec<(EnteId, String, String, String)> =
        q(NAMED).bind(a).bind(b).bind(c).bind(d).bind(today).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id, kind, name, province)| EnteName { id, kind, name, province }).collect())
}
