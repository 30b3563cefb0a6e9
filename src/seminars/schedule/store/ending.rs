//! A day that will not be: cancelled if people know of it, discarded if it never was more than a draft.

use sqlx::FromRow;

use super::{called, changing, sheet};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnrolmentStepId};
use crate::domain::seminar::State;
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Result, random};
use crate::seminars::schedule::{Refusal, letters};

const HOLD: &str = "update class_day set touched = touched + 1 where class_day_id = $1";
const CANCEL: &str = "\
    update class_day set cancelled_at = $2, cancelled_by = $3, cancelled_why = $4, sequence = touched, revision = revision + 1, \
        changed_at = $2, changed_by = $3 where class_day_id = $1";
const IN_OR_WAITING: &str = "select enrolment_id from enrolment where class_day_id = $1 and standing <> 'out' order by number";
const LET_GO: &str = "\
    update enrolment set standing = 'out', why = 'cancelled', since = $2, offer_until = null \
    where class_day_id = $1 and standing <> 'out'";
const ADD_STEP: &str = "\
    insert into enrolment_step (enrolment_step_id, enrolment_id, happened_at, done_by, standing, why, note) \
    values ($1, $2, $3, $4, 'out', 'cancelled', '')";
const DROP_SESSIONS: &str = "delete from class_session where class_day_id = $1";
const DROP_TRAINERS: &str = "delete from class_trainer where class_day_id = $1";
const DROP_RESERVED: &str = "delete from reserved_seat where class_day_id = $1";
const DROP: &str = "delete from class_day where class_day_id = $1 and published_at is null and cancelled_at is null";

/// Cancels a published day: those who count on it are told why, and nobody is on it any more. How many letters were written.
pub async fn cancel(actor: &Actor<Secretariat>, id: &ClassDayId, why: &str) -> Result<Result<usize, Refusal>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let before = sheet::day(&mut tx, id, actor.now()).await?;
    if before.day.state != State::Published {
        return Ok(Err(Refusal::Not(before.day.state)));
    }
    q(CANCEL).bind(id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await?;
    let concerned = changing::concerned(&mut tx, id).await?;
    for person in &concerned {
        tx.post(actor.now(), Recipient::Person(person), |lang| letters::cancelled(lang, &before, why)).await?;
    }
    let_go(actor, &mut tx, id).await?;
    actor.record(&mut tx, Deed::new(DeedKind::ClassDayCancelled).detail(format!("{}: {why}", called(&before)))).await?;
    tx.commit().await?;
    Ok(Ok(concerned.len()))
}

#[derive(FromRow)]
struct Gone {
    enrolment_id: EnrolmentId,
}

async fn let_go(actor: &Actor<Secretariat>, tx: &mut Tx, id: &ClassDayId) -> Result<()> {
    let gone: Vec<Gone> = q(IN_OR_WAITING).bind(id).all(tx).await?;
    q(LET_GO).bind(id).bind(actor.now()).run(tx).await?;
    for Gone { enrolment_id } in gone {
        let step: EnrolmentStepId = random::id(actor.now());
        q(ADD_STEP).bind(&step).bind(&enrolment_id).bind(actor.now()).bind(actor.person()).run(tx).await?;
    }
    Ok(())
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
