//! A day that will not be: cancelled if people know of it, discarded if it never was more than a draft.

use super::{called, sheet};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::ClassDayId;
use crate::domain::seminar::State;
use crate::platform::Result;
use crate::platform::db::q;
use crate::platform::outbox::Recipient;
use crate::seminars::enrolment::settle;
use crate::seminars::schedule::{Refusal, letters};

const HOLD: &str = "update class_day set touched = touched + 1 where class_day_id = $1";
const CANCEL: &str = "\
    update class_day set cancelled_at = $2, cancelled_by = $3, cancelled_why = $4, sequence = touched, revision = revision + 1, \
        changed_at = $2, changed_by = $3 where class_day_id = $1";
const DROP_SESSIONS: &str = "delete from class_session where class_day_id = $1";
const DROP_TRAINERS: &str = "delete from class_trainer where class_day_id = $1";
const DROP_RESERVED: &str = "delete from reserved_seat where class_day_id = $1";
const DROP: &str = "delete from class_day where class_day_id = $1 and published_at is null and cancelled_at is null";

/// Cancels a published day: those who count on it are told why, and nobody is on it any more. How many were on the list.
pub async fn cancel(actor: &Actor<Secretariat>, id: &ClassDayId, why: &str) -> Result<Result<u64, Refusal>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let before = sheet::day(&mut tx, id, actor.now()).await?;
    if before.day.state != State::Published {
        return Ok(Err(Refusal::Not(before.day.state)));
    }
    q(CANCEL).bind(id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await?;
    // Those on the list, each told what became of their seat; docenti are on no list.
    let out = settle(&mut tx, actor.now(), id).await?;
    for trainer in &before.day.trainers {
        tx.post(actor.now(), Recipient::Person(trainer), |lang| letters::cancelled(lang, &before, why)).await?;
    }
    actor.record(&mut tx, Deed::new(DeedKind::ClassDayCancelled).detail(format!("{}: {why}", called(&before)))).await?;
    tx.commit().await?;
    Ok(Ok(out))
}

/// Forgets a draft. False if it is none any more.
pub async fn discard(actor: &Actor<Secretariat>, id: &ClassDayId) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    if sheet::day(&mut tx, id, actor.now()).await?.day.state != State::Draft {
        return Ok(false);
    }
    for statement in [DROP_SESSIONS, DROP_TRAINERS, DROP_RESERVED, DROP] {
        q(statement).bind(id).run(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(true)
}
