//! What time does to lists: offers that lapse, seats that are released, days that begin; and the reminders.

use sqlx::FromRow;

use super::room::{self, Act, HOLD};
use crate::access::{Actor, Housekeeper};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnrolmentStepId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::{Db, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Result, random};
use crate::seminars::enrolment::letters;

/// Days of which something may be due. Some seats may be kept for others: the rule decides, this only saves it the others.
const DUE: &str = "\
    select distinct d.class_day_id from enrolment e join class_day d on d.class_day_id = e.class_day_id \
    where e.standing <> 'out' and d.published_at is not null and d.held_at is null and ( \
        d.cancelled_at is not null \
        or (e.standing in ('offered', 'waiting') and d.starts_at <= $1) \
        or (e.standing = 'offered' and coalesce(e.offer_until, 0) <= $1) \
        or (e.standing = 'waiting' and d.seats > (select count(*) from enrolment h \
            where h.class_day_id = d.class_day_id and h.standing in ('seated', 'offered')))) \
    order by d.class_day_id";
/// Taken off the list by the merging of two accounts, which knows nothing of lists: their history does not say it yet.
const MERGED: &str = "\
    select e.enrolment_id, e.class_day_id from enrolment e join person p on p.person_id = e.person_id \
    where p.merged_into is not null and e.standing = 'out' and e.why = 'removed' \
      and not exists (select 1 from enrolment_step t where t.enrolment_id = e.enrolment_id and t.standing = 'out' \
          and t.happened_at = (select max(l.happened_at) from enrolment_step l where l.enrolment_id = e.enrolment_id)) order by e.enrolment_id";
const STEP: &str = "\
    insert into enrolment_step (enrolment_step_id, enrolment_id, happened_at, done_by, standing, why, note) \
    select cast($1 as text), e.enrolment_id, cast($3 as bigint), cast(null as text), 'out', 'removed', '' from enrolment e \
    where e.enrolment_id = $2 and not exists (select 1 from enrolment_step t where t.enrolment_id = e.enrolment_id and t.standing = 'out' \
        and t.happened_at = (select max(l.happened_at) from enrolment_step l where l.enrolment_id = e.enrolment_id))";
/// Those who have a seat and were not reminded since the day came within `$1`–`$2`; whoever has it only since then knows.
const TO_REMIND: &str = "\
    select e.enrolment_id, e.person_id, e.class_day_id, d.starts_at from enrolment e join class_day d on d.class_day_id = e.class_day_id \
    where e.standing = 'seated' and d.published_at is not null and d.cancelled_at is null and d.held_at is null \
      and d.starts_at > $1 and d.starts_at <= $2 \
      and e.since < $3 + d.starts_at - $2 and coalesce(e.reminded_at, 0) < $3 + d.starts_at - $2 \
    order by e.class_day_id, e.number limit 500";
const REMIND: &str = "\
    update enrolment set reminded_at = $2, token_hash = $3 \
    where enrolment_id = $1 and standing = 'seated' and coalesce(reminded_at, 0) < $4";

/// Days of which something is due go on, each in a transaction of its own. Returns how many people are concerned.
pub async fn settle_due(db: Db, now: Moment) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let merged: Vec<(EnrolmentId, ClassDayId)> = q(MERGED).all(&mut actor.reader().await?).await?;
    for (id, day) in merged {
        let mut tx = actor.begin_on(HOLD, &day).await?;
        let line: EnrolmentStepId = random::id(now);
        q(STEP).bind(&line).bind(&id).bind(now).run(&mut tx).await?;
        tx.commit().await?;
    }
    let due: Vec<(ClassDayId,)> = q(DUE).bind(now).all(&mut actor.reader().await?).await?;
    let mut concerned = 0;
    for (day,) in due {
        let mut tx = actor.begin_on(HOLD, &day).await?;
        let mut kept = room::read(&mut tx, &day).await?;
        let steps = kept.room.settle(now);
        if !steps.is_empty() {
            kept.write(&mut tx, now, &steps, &Act::default()).await?;
            tx.commit().await?;
            concerned += steps.len() as u64;
        }
    }
    Ok(concerned)
}

#[derive(FromRow)]
struct ToRemind {
    enrolment_id: EnrolmentId,
    person_id: PersonId,
    class_day_id: ClassDayId,
    starts_at: Moment,
}

/// Days before a giornata at which those who have a seat are reminded.
const REMINDERS: [i64; 2] = [1, 7];

/// Reminders a week and a day before, each once. Returns how many were written.
pub async fn remind(db: Db, now: Moment) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let mut written = 0;
    let mut nearest = now;
    for days in REMINDERS {
        let within = now.plus_days(days);
        let due: Vec<ToRemind> = q(TO_REMIND).bind(nearest).bind(within).bind(now).all(&mut actor.reader().await?).await?;
        for one in due {
            written += write_reminder(&actor, &one, days).await?;
        }
        nearest = within;
    }
    Ok(written)
}

async fn write_reminder(actor: &Actor<Housekeeper>, one: &ToRemind, days: i64) -> Result<u64> {
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD, &one.class_day_id).await?;
    let token = random::token();
    let remind = q(REMIND).bind(&one.enrolment_id).bind(now).bind(random::fingerprint(&token)).bind(one.starts_at.plus_days(-days));
    // Another server was faster, or they have just withdrawn.
    if remind.run(&mut tx).await? == 0 {
        return Ok(0);
    }
    let kept = room::read(&mut tx, &one.class_day_id).await?;
    tx.post(now, Recipient::Person(&one.person_id), |lang| letters::reminder(lang, &kept.told, &token)).await?;
    tx.commit().await?;
    Ok(1)
}
