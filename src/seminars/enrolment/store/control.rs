//! Whether rows are as the rules want them: what is compared, and what was found.

use super::room;
use crate::access::{Actor, Secretariat};
use crate::domain::enrolment::{How, Room, Standing, Why};
use crate::domain::ids::{ClassDayId, EnrolmentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::platform::Result;
use crate::platform::db::q;
use crate::seminars::enrolment::{Broken, Violation};

/// Minutes within which the jobs do what time has brought: before that nothing is amiss.
const GRACE: i64 = 5;
/// Days that ended longer ago are an archive.
const LOOKED_AT: i64 = 60;
/// The last of the history of an enrolment says how it stands; every enrolment has one. Of several steps in one instant, one does.
const HISTORY: &str = "\
    select e.enrolment_id from enrolment e join class_day d on d.class_day_id = e.class_day_id \
    where d.ends_at > $1 and not exists (select 1 from enrolment_step t where t.enrolment_id = e.enrolment_id and t.standing = e.standing \
        and t.happened_at = (select max(l.happened_at) from enrolment_step l where l.enrolment_id = e.enrolment_id)) \
    order by e.enrolment_id";
/// Two days at once.
const CLASHES: &str = "\
    select distinct e.class_day_id, e.enrolment_id, e.person_id from enrolment e \
    join class_day d on d.class_day_id = e.class_day_id and d.cancelled_at is null \
    join class_session s on s.class_day_id = e.class_day_id \
    join enrolment o on o.person_id = e.person_id and o.class_day_id <> e.class_day_id and o.standing <> 'out' \
    join class_day od on od.class_day_id = o.class_day_id and od.cancelled_at is null \
    join class_session os on os.class_day_id = o.class_day_id and os.starts_at < s.ends_at and s.starts_at < os.ends_at \
    where e.standing <> 'out' and d.ends_at > $1 order by e.class_day_id, e.enrolment_id";

/// Everything that is not as it should be with the days of the last two months and those to come. Five statements.
pub async fn violations(actor: &Actor<Secretariat>) -> Result<Vec<Violation>> {
    let since = actor.now().plus_days(-LOOKED_AT);
    let mut conn = actor.reader().await?;
    let days = room::read_all(&mut conn, since).await?;
    let unlike: Vec<(EnrolmentId,)> = q(HISTORY).bind(since).all(&mut conn).await?;
    let twice: Vec<(ClassDayId, EnrolmentId, PersonId)> = q(CLASHES).bind(since).all(&mut conn).await?;
    let mut found = Vec::new();
    for kept in &days {
        let mut broken = of_room(&kept.room, actor.now());
        broken.extend(passed_over(kept));
        let here = |id: &EnrolmentId| kept.listed.contains_key(id);
        broken.extend(unlike.iter().filter(|(id,)| here(id)).map(|(id,)| (Broken::History, Some(id.clone()))));
        broken.extend(twice.iter().filter(|(day, ..)| *day == kept.told.day).map(|(_, id, _)| (Broken::TwoDaysAtOnce, Some(id.clone()))));
        found.extend(broken.into_iter().map(|(broken, id)| Violation {
            told: kept.told.clone(),
            broken,
            name: id.and_then(|id| kept.listed.get(&id)).map(|listed| listed.name.clone()),
        }));
    }
    Ok(found)
}

type Found = Vec<(Broken, Option<EnrolmentId>)>;

fn of_room(room: &Room, now: Moment) -> Found {
    let mut found: Found = Vec::new();
    for pair in room.entries.windows(2) {
        if let [one, other] = pair
            && one.number == other.number
        {
            found.push((Broken::SameNumber, Some(other.id.clone())));
        }
    }
    for entry in &room.entries {
        let offer = entry.standing == Standing::Offered;
        let consistent = offer == entry.offer_until.is_some() && (entry.standing == Standing::Out) == entry.why.is_some();
        if !consistent {
            found.push((Broken::Inconsistent, Some(entry.id.clone())));
        }
    }
    // What should have happened minutes ago has not.
    let mut later = room.clone();
    if room.state != State::Held {
        let due = later.settle(now.plus_minutes(-GRACE));
        found.extend(due.into_iter().filter(|step| step.why != Some(Why::Begun) || room.starts_at < now).map(|step| {
            let broken = if step.standing == Standing::Out { Broken::Overdue } else { Broken::SeatIdle };
            (broken, Some(step.id))
        }));
    }
    found
}

/// More seats given than there are; and those who were seated before somebody with a lower number, without a reason.
fn passed_over(kept: &room::Kept) -> Found {
    let room = &kept.room;
    let how = |id: &EnrolmentId| kept.listed.get(id).map(|listed| listed.how);
    let in_line = |id: &EnrolmentId| !matches!(how(id), Some(How::WalkIn | How::Substitute));
    let taken = room.entries.iter().filter(|entry| entry.standing.holds_a_seat() && how(&entry.id) != Some(How::WalkIn)).count();
    let mut found: Found = Vec::new();
    if i64::try_from(taken).unwrap_or(i64::MAX) > room.seats {
        found.push((Broken::Oversold, None));
    }
    let Some(first) = room.queue().next() else { return found };
    let passing = room.entries.iter().filter(|entry| entry.standing.holds_a_seat() && entry.number > first.number && in_line(&entry.id));
    let without_reason = passing.filter(|entry| !room.reserves.iter().any(|reserve| reserve.keeper.keeps_for(&entry.who)));
    found.extend(without_reason.map(|entry| (Broken::PassedOver, Some(entry.id.clone()))));
    found
}
