//! Logs of online sessions in the database.

use std::collections::BTreeMap;

use sqlx::FromRow;

use crate::access::roles::Registrar;
use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, PersonId, PresenceLogId};
use crate::domain::moment::Moment;
use crate::platform::db::q;
use crate::platform::{Result, random};
use crate::presence::log::Kept;
use crate::presence::store as registers;

const KEEP: &str = "\
    insert into presence_log (presence_log_id, class_day_id, name, content, kept_at, kept_by) values ($1, $2, $3, $4, $5, $6)";
const LOGS: &str = "\
    select l.presence_log_id, l.name, l.kept_at, p.name as kept_by, l.applied_at from presence_log l \
    join person p on p.person_id = l.kept_by where l.class_day_id = $1 order by l.kept_at, l.presence_log_id";
const CONTENT: &str = "select name, content from presence_log where presence_log_id = $1 and class_day_id = $2";
const MATCHES: &str = "select identity, person_id from presence_log_match where presence_log_id = $1 order by identity";
const SAY: &str = "\
    insert into presence_log_match (presence_log_id, identity, person_id) values ($1, $2, $3) \
    on conflict (presence_log_id, identity) do update set person_id = excluded.person_id";
const TAKE_BACK: &str = "delete from presence_log_match where presence_log_id = $1 and identity = $2";
const APPLY: &str = "update presence_log set applied_at = $3, applied_by = $4 where presence_log_id = $1 and class_day_id = $2";
const APPLIED: &str = "select count(*) from presence_log where class_day_id = $1 and applied_at is not null";

/// Keeps a file, to be looked at.
pub async fn keep(actor: &Actor<Trainer>, day: &ClassDayId, name: &str, content: &str) -> Result<PresenceLogId> {
    let (mut tx, _) = registers::hold(actor, day).await?;
    let id: PresenceLogId = random::id(actor.now());
    q(KEEP).bind(&id).bind(day).bind(name).bind(content).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
struct Row {
    presence_log_id: PresenceLogId,
    name: String,
    kept_at: Moment,
    kept_by: String,
    applied_at: Option<Moment>,
}

/// The files of a day; whoever asks has looked whether they may.
pub async fn logs<R: Registrar>(actor: &Actor<R>, day: &ClassDayId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = q(LOGS).bind(day).all(&mut actor.reader().await?).await?;
    let kept =
        |row: Row| Kept { id: row.presence_log_id, name: row.name, kept_at: row.kept_at, kept_by: row.kept_by, applied_at: row.applied_at };
    Ok(rows.into_iter().map(kept).collect())
}

/// Name and content of a file of this day, and whom somebody found in it by hand.
pub async fn content<R: Registrar>(
    actor: &Actor<R>,
    day: &ClassDayId,
    id: &PresenceLogId,
) -> Result<(String, String, BTreeMap<String, PersonId>)> {
    let mut conn = actor.reader().await?;
    let (name, content): (String, String) = q(CONTENT).bind(id).bind(day).one(&mut conn).await?;
    let matches: Vec<(String, PersonId)> = q(MATCHES).bind(id).all(&mut conn).await?;
    Ok((name, content, matches.into_iter().collect()))
}

/// Says whom a name or an address stands for; none: for nobody any more.
pub async fn say(actor: &Actor<Trainer>, day: &ClassDayId, id: &PresenceLogId, said: &[(String, Option<PersonId>)]) -> Result<()> {
    let (mut tx, _) = registers::hold(actor, day).await?;
    for (identity, person) in said {
        match person {
            Some(person) => q(SAY).bind(id).bind(identity).bind(person).run(&mut tx).await?,
            None => q(TAKE_BACK).bind(id).bind(identity).run(&mut tx).await?,
        };
    }
    tx.commit().await
}

/// What a file says was noted.
pub async fn apply(actor: &Actor<Trainer>, day: &ClassDayId, id: &PresenceLogId) -> Result<()> {
    let (mut tx, _) = registers::hold(actor, day).await?;
    q(APPLY).bind(id).bind(day).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    tx.commit().await
}

/// How many files of a day were noted.
pub async fn applied<R: Registrar>(actor: &Actor<R>, day: &ClassDayId) -> Result<usize> {
    let count = q(APPLIED).bind(day).count(&mut actor.reader().await?).await?;
    Ok(usize::try_from(count).unwrap_or(0))
}
