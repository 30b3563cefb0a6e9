//! People of a file, written row by row by statements prepared once. Nobody gets a password: none is hashed.

use crate::access::Actor;
use crate::access::password::NOT_CHOSEN;
use crate::access::roles::Doing;
use crate::domain::ids::ImportId;
use crate::domain::import::people::{Account, Held, PeopleWork};
use crate::people;
use crate::platform::Result;
use crate::platform::db::{Tx, q};

const ADD: &str = "\
    insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on, import_id) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const CHANGE: &str = "update appointment set qualifica = $2, ends_on = $3 where appointment_id = $1";

/// Whether all could be written; otherwise somebody took a username first, and nothing stands. `invite`: whether new people
/// are sent the letter to choose a password.
pub async fn write<R: Doing>(actor: &Actor<R>, tx: &mut Tx, (id, invite): (&ImportId, bool), work: &PeopleWork) -> Result<bool> {
    for Account { id, username, name, email, .. } in &work.created {
        let added = q(ADD).bind(id).bind(username).bind(name).bind(email).bind(NOT_CHOSEN).bind(actor.now()).run(tx).await?;
        if added == 0 {
            return Ok(false);
        }
    }
    for held in &work.appointed {
        appoint(tx, id, held).await?;
    }
    for Held { id, qualifica, to, .. } in &work.changed {
        q(CHANGE).bind(id).bind(qualifica).bind(*to).run(tx).await?;
    }
    if invite {
        for account in &work.created {
            people::invite_to_choose_password(actor, tx, &account.id).await?;
        }
    }
    Ok(true)
}

async fn appoint(tx: &mut Tx, import: &ImportId, held: &Held) -> Result<u64> {
    q(APPOINT)
        .bind(&held.id)
        .bind(&held.person)
        .bind(&held.ente)
        .bind(held.role.as_str())
        .bind(&held.qualifica)
        .bind(held.from)
        .bind(held.to)
        .bind(import)
        .run(tx)
        .await
}
