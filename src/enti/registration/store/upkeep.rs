//! What time does to requests and invitations: reminders, ends, and what was never confirmed is forgotten.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::domain::ids::{EnteId, PersonId, RegistrationId};
use crate::domain::moment::Moment;
use crate::domain::registration::REMINDER_DAYS;
use crate::enti::registration::letters;
use crate::platform::Result;
use crate::platform::db::{Db, q};
use crate::platform::outbox::Recipient;

use super::deciding::tell_approvers;

/// Waiting since so long, and not reminded of since so long.
const TO_REMIND: &str = "\
    select r.registration_id, r.name, r.person_id, e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province \
    from registration r join ente e on e.ente_id = r.ente_id \
    where r.kind = 'request' and r.outcome is null and r.arrived_at is not null and r.expires_at > $2 \
          and coalesce(r.reminded_at, r.arrived_at) <= $1";
/// Whoever changes the row reminds: a second run, or a second server, finds it reminded.
const REMIND: &str = "\
    update registration set reminded_at = $2 \
    where registration_id = $1 and outcome is null and coalesce(reminded_at, arrived_at) <= $3";
const TO_END: &str = "\
    select r.registration_id, r.name, r.person_id, e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province \
    from registration r join ente e on e.ente_id = r.ente_id \
    where r.kind = 'request' and r.outcome is null and r.arrived_at is not null and r.expires_at <= $1";
const EXPIRE: &str = "\
    update registration set outcome = 'expired', decided_at = $2 \
    where registration_id = $1 and outcome is null and arrived_at is not null and expires_at <= $2";
/// An address that was never confirmed is somebody's who may not even know: nothing of it is kept.
const FORGET: &str = "\
    delete from registration where kind = 'request' and arrived_at is null and outcome is null and expires_at <= $1";
/// An invitation is seen as expired for as long again, then it ends.
const LAPSE: &str = "\
    update registration set outcome = 'expired', decided_at = $1, token_hash = null \
    where kind = 'invitation' and outcome is null and expires_at <= $2";
/// Days for which the referente still sees that an invitation was not taken up.
const SEEN_DAYS: i64 = 30;

#[derive(FromRow)]
struct Row {
    registration_id: RegistrationId,
    name: String,
    person_id: PersonId,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
}

impl Row {
    fn ente(&self) -> EnteName {
        EnteName { id: self.ente_id.clone(), kind: self.ente_kind.clone(), name: self.ente_name.clone(), province: self.province.clone() }
    }
}

/// Reminds, ends and forgets. Twice does no harm. Returns how many rows it touched.
pub async fn look_after(db: Db, now: Moment) -> Result<u64> {
    Ok(remind(&db, now).await? + expire(&db, now).await? + forget(&db, now).await?)
}

async fn remind(db: &Db, now: Moment) -> Result<u64> {
    let since = now.plus_days(-REMINDER_DAYS);
    let due: Vec<Row> = q(TO_REMIND).bind(since).bind(now).all(&mut db.reader().await?).await?;
    let mut done = 0;
    for row in due {
        let mut tx = db.begin().await?;
        let mine = q(REMIND).bind(&row.registration_id).bind(now).bind(since).run(&mut tx).await?;
        if mine == 1 {
            let ente = row.ente();
            tell_approvers(&mut tx, now, &ente, |lang, own| letters::still_waits(lang, &row.name, &ente, own)).await?;
            tx.commit().await?;
        }
        done += mine;
    }
    Ok(done)
}

async fn expire(db: &Db, now: Moment) -> Result<u64> {
    let due: Vec<Row> = q(TO_END).bind(now).all(&mut db.reader().await?).await?;
    let mut done = 0;
    for row in due {
        let mut tx = db.begin().await?;
        let mine = q(EXPIRE).bind(&row.registration_id).bind(now).run(&mut tx).await?;
        if mine == 1 {
            let ente = row.ente();
            tx.post(now, Recipient::Person(&row.person_id), |lang| letters::expired(lang, &ente)).await?;
            tx.commit().await?;
        }
        done += mine;
    }
    Ok(done)
}

async fn forget(db: &Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let gone = q(FORGET).bind(now).run(&mut tx).await?;
    let lapsed = q(LAPSE).bind(now).bind(now.plus_days(-SEEN_DAYS)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone + lapsed)
}
