//! Changing a seminar and a day: of two who do it at once, the later is told.

use sqlx::FromRow;

use super::clashes::clashes;
use super::{add_people, add_session, called, sheet};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{ClassDayId, PersonId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result};
use crate::seminars::enrolment::settle;
use crate::seminars::schedule::{DaySheet, NotChanged, Part, Refusal, Seen, letters};
use crate::seminars::{DayDraft, SeminarDraft};

const HOLD_SEMINAR: &str = "update seminar set revision = revision where seminar_id = $1";
const CHANGE_SEMINAR: &str = "\
    update seminar set theme = $2, title = $3, description = $4, audience = $5, prerequisites = $6, revision = revision + 1, \
        changed_at = $7, changed_by = $8 where seminar_id = $1";
const HOLD: &str = "update class_day set touched = touched + 1 where class_day_id = $1";
const CHANGE: &str = "\
    update class_day set starts_at = $2, ends_at = $3, region = $4, place = $5, online_link = $6, seats = $7, enrol_by = $8, \
        offer_hours = $9, revision = revision + 1, changed_at = $10, changed_by = $11 where class_day_id = $1";
const MOVE: &str = "update class_day set sequence = touched where class_day_id = $1";
const CHANGE_SESSION: &str = "update class_session set starts_at = $2, ends_at = $3, topic = $4 where class_session_id = $1";
const DROP_SESSION: &str = "delete from class_session where class_session_id = $1";
const DROP_TRAINERS: &str = "delete from class_trainer where class_day_id = $1";
const DROP_RESERVED: &str = "delete from reserved_seat where class_day_id = $1";
/// Whoever counts on the day: those who are in or wait, and its docenti.
const CONCERNED: &str = "\
    select e.person_id from enrolment e where e.class_day_id = $1 and e.standing <> 'out' \
    union select t.person_id from class_trainer t where t.class_day_id = $1 order by 1";

/// Changes a seminar. `seen` is the revision the form was opened on.
pub async fn change(actor: &Actor<Secretariat>, id: &SeminarId, draft: &SeminarDraft, seen: i64) -> Result<Result<(), Refusal>> {
    let mut tx = actor.begin_on(HOLD_SEMINAR, id).await?;
    if sheet::seminar(&mut tx, id).await?.revision != seen {
        return Ok(Err(Refusal::ChangedMeanwhile));
    }
    q(CHANGE_SEMINAR)
        .bind(id)
        .bind(&draft.theme)
        .bind(&draft.title)
        .bind(&draft.description)
        .bind(&draft.audience)
        .bind(&draft.prerequisites)
        .bind(actor.now())
        .bind(actor.person())
        .run(&mut tx)
        .await?;
    actor.record(&mut tx, Deed::new(DeedKind::SeminarChanged).detail(&draft.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Changes a day, and tells those who count on it when its hours or its place are others. What differs is given back.
///
/// Seats are counted while the row is held: nobody can enrol in between.
pub async fn change_day(
    actor: &Actor<Secretariat>,
    id: &ClassDayId,
    draft: &DayDraft,
    seen: Seen,
) -> Result<Result<Vec<Part>, NotChanged>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let before = sheet::day(&mut tx, id, actor.now()).await?;
    let parts = differing(&before, draft);
    if let Some(refusal) = refused(&before, (draft, &parts), seen.revision, actor.now()) {
        return Ok(Err(NotChanged::Refused(refusal)));
    }
    let shown = before.day.state == State::Published;
    if shown && parts.contains(&Part::Hours) {
        let clashing = clashes(&mut tx, id, &draft.sessions).await?;
        if !clashing.is_empty() && seen.clashing != Some(clashing.len()) {
            return Ok(Err(NotChanged::Clashes(clashing)));
        }
    }
    write(actor, &mut tx, &before, draft).await?;
    if shown && parts.iter().any(|part| part.moves()) {
        q(MOVE).bind(id).run(&mut tx).await?;
        let after = sheet::day(&mut tx, id, actor.now()).await?;
        tell(actor, &mut tx, &before, &after).await?;
    }
    if shown {
        // More seats, or seats that are kept no more, are for those who wait.
        settle(&mut tx, actor.now(), id).await?;
    }
    if shown && !parts.is_empty() {
        let what: Vec<_> = parts.iter().map(|part| part.as_str()).collect();
        let detail = format!("{}: {}", called(&before), what.join(", "));
        actor.record(&mut tx, Deed::new(DeedKind::ClassDayChanged).detail(detail)).await?;
    }
    tx.commit().await?;
    Ok(Ok(parts))
}

fn refused(before: &DaySheet, (draft, parts): (&DayDraft, &[Part]), seen: i64, now: Moment) -> Option<Refusal> {
    match before.day.state {
        state @ (State::Cancelled | State::Held) => Some(Refusal::Not(state)),
        _ if before.revision != seen => Some(Refusal::ChangedMeanwhile),
        State::Published if parts.contains(&Part::Hours) && before.starts_at() <= now => Some(Refusal::Begun),
        _ if draft.seats < before.seats.taken => Some(Refusal::Below(before.seats.taken)),
        _ => None,
    }
}

/// What the draft has otherwise than the day.
fn differing(before: &DaySheet, draft: &DayDraft) -> Vec<Part> {
    let day = &before.day;
    let hours: Vec<_> = day.sessions.iter().map(|s| (s.starts_at, s.ends_at)).collect();
    let topics: Vec<_> = day.sessions.iter().map(|s| s.topic.as_str()).collect();
    let reserved: Vec<_> = before.reserved.iter().map(|r| (r.keeper.clone(), r.seats, r.release_at)).collect();
    let wanted: Vec<_> = draft.reserved.iter().map(|r| (r.keeper.clone(), r.seats, r.release_at)).collect();
    let sorted = |people: &[PersonId]| {
        let mut people = people.to_vec();
        people.sort();
        people
    };
    [
        (Part::Hours, hours != draft.sessions.iter().map(|s| (s.starts_at, s.ends_at)).collect::<Vec<_>>()),
        (Part::Place, day.place != draft.place),
        (Part::Online, day.online_link != draft.online_link),
        (Part::Topics, topics != draft.sessions.iter().map(|s| s.topic.as_str()).collect::<Vec<_>>()),
        (Part::Seats, day.seats != draft.seats),
        (Part::Term, day.enrol_by != draft.enrol_by),
        (Part::Offer, day.offer_hours != draft.offer_hours),
        (Part::Trainers, sorted(&day.trainers) != sorted(&draft.trainers)),
        (Part::Reserved, reserved != wanted),
    ]
    .into_iter()
    .filter_map(|(part, differs)| differs.then_some(part))
    .collect()
}

/// The sessions of a draft are in the order of the clock: see `form`.
async fn write(actor: &Actor<Secretariat>, tx: &mut Tx, before: &DaySheet, draft: &DayDraft) -> Result<()> {
    let id = &before.day.id;
    let (Some(first), Some(last)) = (draft.sessions.iter().map(|s| s.starts_at).min(), draft.sessions.iter().map(|s| s.ends_at).max())
    else {
        return Err(Error::Bug("a giornata without sessions".to_owned()));
    };
    let place = serde_json::to_string(&draft.place).map_err(|e| Error::Bug(e.to_string()))?;
    q(CHANGE)
        .bind(id)
        .bind(first)
        .bind(last)
        .bind(draft.region.as_deref())
        .bind(place)
        .bind(draft.online_link.as_deref())
        .bind(draft.seats)
        .bind(draft.enrol_by)
        .bind(draft.offer_hours)
        .bind(actor.now())
        .bind(actor.person())
        .run(tx)
        .await?;
    write_sessions(tx, actor.now(), before, draft).await?;
    q(DROP_TRAINERS).bind(id).run(tx).await?;
    q(DROP_RESERVED).bind(id).run(tx).await?;
    add_people(tx, actor.now(), id, draft).await
}

/// A session stays itself when its hours change: other tables point to it.
async fn write_sessions(tx: &mut Tx, now: Moment, before: &DaySheet, draft: &DayDraft) -> Result<()> {
    let stand = &before.day.sessions;
    for (session, wanted) in stand.iter().zip(&draft.sessions) {
        q(CHANGE_SESSION).bind(&session.id).bind(wanted.starts_at).bind(wanted.ends_at).bind(&wanted.topic).run(tx).await?;
    }
    for gone in stand.iter().skip(draft.sessions.len()) {
        q(DROP_SESSION).bind(&gone.id).run(tx).await?;
    }
    for added in draft.sessions.iter().skip(stand.len()) {
        add_session(tx, now, &before.day.id, added).await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Concerned {
    person_id: PersonId,
}

/// Whoever counts on a day, where a transaction holds it.
async fn concerned(tx: &mut Tx, id: &ClassDayId) -> Result<Vec<PersonId>> {
    let rows: Vec<Concerned> = q(CONCERNED).bind(id).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

async fn tell(actor: &Actor<Secretariat>, tx: &mut Tx, before: &DaySheet, after: &DaySheet) -> Result<()> {
    for person in concerned(tx, &after.day.id).await? {
        tx.post(actor.now(), Recipient::Person(&person), |lang| letters::changed(lang, before, after)).await?;
    }
    Ok(())
}
