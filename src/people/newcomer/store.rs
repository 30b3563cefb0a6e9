//! Accounts and appointments made in the transaction of whoever lets a person in.

use sqlx::FromRow;

use super::{Newcomer, Post, Sharer};
use crate::access::{Actor, RoleName};
use crate::domain::ids::{AppointmentId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Result, random};

const ENTER: &str = "\
    insert into person (person_id, username, name, email, password_hash, created_at, lang, verified_at, notice_read_at, notice_version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $6, $9) on conflict do nothing";
const TAKEN: &str = "select count(*) from person where username = $1";
const SHARING: &str = "\
    select username, name from person where email = $1 and disabled_at is null and erased_at is null order by username";
/// What somebody has at an ente from that day on, begun or not.
const IN_FORCE: &str = "\
    select appointment_id, role, starts_on from appointment \
    where person_id = $1 and ente_id = $2 and coalesce(ends_on, $3) >= $3 order by role, starts_on limit 1";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) values ($1, $2, $3, $4, $5, $6)";
const END: &str = "update appointment set ends_on = $2 where appointment_id = $1";
const CHANGE: &str = "update appointment set role = $2 where appointment_id = $1";
/// Whoever acts by the former appointment goes on by the new one.
const MOVE_SESSIONS: &str = "update session set appointment_id = $2 where appointment_id = $1";
/// Whoever is signed in and waits for nothing else goes on by what they were given.
const USE: &str = "update session set appointment_id = $2 where person_id = $1 and appointment_id is null";

/// Makes the account; none if somebody else has the username.
pub async fn enter(tx: &mut Tx, now: Moment, new: &Newcomer<'_>) -> Result<Option<PersonId>> {
    let id: PersonId = random::id(now);
    let made = q(ENTER)
        .bind(&id)
        .bind(new.username)
        .bind(new.name)
        .bind(new.email)
        .bind(&new.password_hash)
        .bind(now)
        .bind(new.lang.as_str())
        .bind(new.verified_at)
        .bind(new.notice)
        .run(tx)
        .await?;
    Ok((made == 1).then_some(id))
}

/// The first usernames of a list that nobody has, at most `most`.
pub async fn free_usernames<R>(actor: &Actor<R>, wanted: &[String], most: usize) -> Result<Vec<String>> {
    let mut conn = actor.reader().await?;
    let mut free = Vec::new();
    for username in wanted {
        if free.len() < most && q(TAKEN).bind(username).count(&mut conn).await? == 0 {
            free.push(username.clone());
        }
    }
    Ok(free)
}

/// The accounts behind a mailbox.
pub async fn sharing(on: &mut impl AsConn, email: &str) -> Result<Vec<Sharer>> {
    let rows: Vec<(String, String)> = q(SHARING).bind(email).all(on).await?;
    Ok(rows.into_iter().map(|(username, name)| Sharer { username, name }).collect())
}

#[derive(FromRow)]
struct Now {
    appointment_id: AppointmentId,
    role: String,
    starts_on: String,
}

/// Appoints a person from today on. Somebody who acts for the ente already keeps what they have; a member who becomes its
/// referente ends the one appointment and begins the other. None where there was nothing to do.
///
/// The caller holds the ente's row, or another that both of two callers would hold.
pub async fn appoint(tx: &mut Tx, now: Moment, post: Post<'_>) -> Result<Option<AppointmentId>> {
    let today = now.day();
    // By role, so that `coordinator` comes before `member`.
    let former: Option<Now> = q(IN_FORCE).bind(post.person).bind(post.ente).bind(today).optional(tx).await?;
    let Some(former) = former else { return Ok(Some(begin(tx, now, post).await?)) };
    if former.role == post.role.as_str() || former.role == RoleName::Coordinator.as_str() {
        return Ok(None);
    }
    // It was never in force on a day gone by: there is no history to keep.
    if Day::parse(&former.starts_on).is_some_and(|day| day >= today) {
        q(CHANGE).bind(&former.appointment_id).bind(post.role.as_str()).run(tx).await?;
        return Ok(Some(former.appointment_id));
    }
    q(END).bind(&former.appointment_id).bind(today.plus_days(-1)).run(tx).await?;
    let id = begin(tx, now, post).await?;
    q(MOVE_SESSIONS).bind(&former.appointment_id).bind(&id).run(tx).await?;
    Ok(Some(id))
}

async fn begin(tx: &mut Tx, now: Moment, post: Post<'_>) -> Result<AppointmentId> {
    let id: AppointmentId = random::id(now);
    q(APPOINT).bind(&id).bind(post.person).bind(post.ente).bind(post.role.as_str()).bind(post.qualifica).bind(now.day()).run(tx).await?;
    q(USE).bind(post.person).bind(&id).run(tx).await?;
    Ok(id)
}
