//! A day is closed: held, on what its signed register says.

use sqlx::FromRow;

use crate::access::{Actor, Trainer};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::ClassDayId;
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Closing, Lacking};
use crate::platform::Result;
use crate::platform::db::q;
use crate::presence::store as registers;

/// Of a day that is online only, a log that was noted stands for the paper.
const FACTS: &str = "\
    select s.title, d.ends_at, \
        (select count(*) from register_scan r where r.class_day_id = d.class_day_id and r.replaced_at is null) \
            + (select count(*) from presence_log l where l.class_day_id = d.class_day_id and l.applied_at is not null \
                and d.region is null and d.online_link is not null) as scans, \
        (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing = 'seated') as people, \
        (select count(*) from class_session t where t.class_day_id = d.class_day_id) as sessions, \
        (select count(*) from presence_mark m join enrolment e on e.class_day_id = m.class_day_id and e.person_id = m.person_id \
            and e.standing = 'seated' where m.class_day_id = d.class_day_id and m.source = 'paper' and m.state <> 'cleared' \
            and m.number = (select max(o.number) from presence_mark o where o.class_session_id = m.class_session_id \
                and o.person_id = m.person_id and o.source = 'paper')) as read \
    from class_day d join seminar s on s.seminar_id = d.seminar_id where d.class_day_id = $1";
const CLOSE: &str = "\
    update class_day set held_at = $2, held_by = $3, touched = touched + 1 \
    where class_day_id = $1 and held_at is null and cancelled_at is null and published_at is not null";

#[derive(FromRow)]
struct Facts {
    title: String,
    ends_at: Moment,
    scans: i64,
    people: i64,
    sessions: i64,
    read: i64,
}

/// Closes a day, or says all that is lacking.
pub async fn close(actor: &Actor<Trainer>, day: &ClassDayId) -> Result<std::result::Result<(), Vec<Lacking>>> {
    let (mut tx, held) = registers::hold(actor, day).await?;
    let facts: Facts = q(FACTS).bind(day).one(&mut tx).await?;
    let whole = |n: i64| usize::try_from(n).unwrap_or(0);
    let closing = Closing {
        state: held.state,
        ends_at: facts.ends_at,
        scans: whole(facts.scans),
        people: whole(facts.people),
        unread: whole(facts.people * facts.sessions - facts.read),
    };
    let lacking = presence::lacking(&closing, actor.now());
    if !lacking.is_empty() {
        return Ok(Err(lacking));
    }
    if q(CLOSE).bind(day).bind(actor.now()).bind(actor.person()).run(&mut tx).await? != 1 {
        return Ok(Err(vec![Lacking::Held]));
    }
    actor.record(&mut tx, Deed::new(Kind::DayHeld).detail(facts.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
