//! The segreteria plans days, extends and publishes them.

use sqlx::FromRow;

use super::days::{self, View};
use super::{found, to_json};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::forum_day::{NoExtension, State, may_extend};
use crate::domain::ids::{EditionId, ForumDayId, PersonId, SeminarId};
use crate::domain::moment::Moment;
use crate::forum::{DayDraft, DaySheet, Named, letters};
use crate::platform::db::{Query, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Result, random};

const CREATE: &str = "\
    insert into forum_day (forum_day_id, title, presentation, themes, read_twice, held_on, gathering_from, opens_at, closes_at, \
        changed_at, changed_by, created_at, created_by, edition_id, touched, revision) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11, $12, 0, 1)";
const HOLD: &str = "update forum_day set touched = touched + 1 where forum_day_id = $1";
const CHANGE: &str = "\
    update forum_day set title = $2, presentation = $3, themes = $4, read_twice = $5, held_on = $6, gathering_from = $7, opens_at = $8, \
        closes_at = $9, revision = revision + 1, changed_at = $10, changed_by = $11 where forum_day_id = $1";
const DROP_EXPERTS: &str = "delete from forum_expert where forum_day_id = $1";
const DROP_SEMINARS: &str = "delete from forum_day_seminar where forum_day_id = $1";
const ADD_EXPERT: &str = "insert into forum_expert (forum_day_id, person_id) values ($1, $2)";
const ADD_SEMINAR: &str = "insert into forum_day_seminar (forum_day_id, seminar_id) values ($1, $2)";
const EXTEND: &str = "\
    update forum_day set extended_to = $2, extended_why = $3, extended_at = $4, extended_by = $5, changed_at = $4, changed_by = $5 \
    where forum_day_id = $1";
const PUBLISH: &str = "\
    update forum_day set published_at = $2, published_by = $3, changed_at = $2, changed_by = $3 \
    where forum_day_id = $1 and published_at is null";
const DISCARD: &str = "delete from forum_day where forum_day_id = $1";
const ASKED: &str = "select count(*) from question where forum_day_id = $1";
const FOLLOWERS: &str = "select person_id from forum_follow where kind = 'day' and about = $1 order by person_id";
const EXPERTS: &str = "\
    select distinct p.person_id, p.name from appointment a join person p on p.person_id = a.person_id \
    where a.role = 'expert' and p.erased_at is null and p.disabled_at is null and (a.ends_on is null or a.ends_on >= $1) order by p.name, p.person_id";
const SEMINARS: &str = "select seminar_id, title from seminar where edition_id = $1 order by title, seminar_id";

#[derive(FromRow)]
struct NamedRow {
    person_id: PersonId,
    name: String,
}

#[derive(FromRow)]
struct SeminarRow {
    seminar_id: SeminarId,
    title: String,
}

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

/// Why a day is not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody changed it since the form was opened.
    ChangedMeanwhile,
    /// It has opened: its hours are a fact, and can only be extended.
    Opened,
}

/// Who may be on duty.
pub async fn experts<R>(actor: &Actor<R>) -> Result<Vec<Named>> {
    let rows: Vec<NamedRow> = q(EXPERTS).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| Named { id: row.person_id, name: row.name }).collect())
}

/// Seminars of an edition that a day may take up.
pub async fn seminars(actor: &Actor<Secretariat>, edition: &EditionId) -> Result<Vec<(SeminarId, String)>> {
    let rows: Vec<SeminarRow> = q(SEMINARS).bind(edition).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| (row.seminar_id, row.title)).collect())
}

/// Announces a day.
pub async fn create(actor: &Actor<Secretariat>, edition: &EditionId, draft: &DayDraft) -> Result<ForumDayId> {
    let id: ForumDayId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    drafted(CREATE, actor, (&id, draft))?.bind(edition).run(&mut tx).await?;
    add_parts(&mut tx, &id, draft).await?;
    actor.record(&mut tx, Deed::new(Kind::ForumDayAnnounced).detail(format!("{}, {}", draft.title, draft.opens_at.day()))).await?;
    tx.commit().await?;
    Ok(id)
}

/// A statement that writes what a form of the desk says: `$1` the day, `$2` to `$9` the draft, `$10` when and `$11` by whom.
fn drafted(sql: &'static str, actor: &Actor<Secretariat>, (id, draft): (&ForumDayId, &DayDraft)) -> Result<Query> {
    let texts = q(sql).bind(id).bind(&draft.title).bind(&draft.presentation);
    let lists = texts.bind(to_json(&draft.themes)?).bind(to_json(&draft.read_twice)?);
    let hours = lists.bind(draft.opens_at.day()).bind(draft.gathering_from).bind(draft.opens_at).bind(draft.closes_at);
    Ok(hours.bind(actor.now()).bind(actor.person()))
}

async fn add_parts(tx: &mut Tx, id: &ForumDayId, draft: &DayDraft) -> Result<()> {
    for expert in &draft.experts {
        q(ADD_EXPERT).bind(id).bind(expert).run(tx).await?;
    }
    for seminar in &draft.seminars {
        q(ADD_SEMINAR).bind(id).bind(seminar).run(tx).await?;
    }
    Ok(())
}

/// Changes a day. `seen` is the revision the form was opened on.
pub async fn change(actor: &Actor<Secretariat>, id: &ForumDayId, draft: &DayDraft, seen: i64) -> Result<Result<(), Refusal>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let day = days::one(&mut tx, id, View::PUBLIC).await?;
    if day.revision != seen {
        return Ok(Err(Refusal::ChangedMeanwhile));
    }
    let hours = (day.hours.gathering_from, day.hours.opens_at, day.hours.closes_at);
    let moved = hours != (draft.gathering_from, draft.opens_at, draft.closes_at);
    if moved && day.state(actor.now()) >= State::Open {
        return Ok(Err(Refusal::Opened));
    }
    drafted(CHANGE, actor, (id, draft))?.run(&mut tx).await?;
    q(DROP_EXPERTS).bind(id).run(&mut tx).await?;
    q(DROP_SEMINARS).bind(id).run(&mut tx).await?;
    add_parts(&mut tx, id, draft).await?;
    found::enter_day(&mut tx, actor.now(), id).await?;
    actor.record(&mut tx, Deed::new(Kind::ForumDayChanged).detail(format!("{}, {}", draft.title, draft.opens_at.day()))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Lets a day end later, and tells those who follow it.
pub async fn extend(actor: &Actor<Secretariat>, id: &ForumDayId, to: Moment, why: &str) -> Result<Result<(), NoExtension>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let day = days::one(&mut tx, id, View::PUBLIC).await?;
    if let Err(refusal) = may_extend(&day.hours, to, actor.now()) {
        return Ok(Err(refusal));
    }
    q(EXTEND).bind(id).bind(to).bind(why).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    for person in followers(&mut tx, id).await? {
        tx.post(actor.now(), Recipient::Person(&person), |lang| letters::extended(lang, &day, to, why)).await?;
    }
    actor.record(&mut tx, Deed::new(Kind::ForumDayExtended).detail(format!("{}: {why}", day.title))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn followers(tx: &mut Tx, id: &ForumDayId) -> Result<Vec<PersonId>> {
    let rows: Vec<PersonRow> = q(FOLLOWERS).bind(id).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Puts the proceedings of a day out, and tells those who follow it. False while it is not over, or if it was done before.
pub async fn publish(actor: &Actor<Secretariat>, id: &ForumDayId) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let day = days::one(&mut tx, id, View::PUBLIC).await?;
    if day.state(actor.now()) != State::Closing {
        return Ok(false);
    }
    q(PUBLISH).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    found::enter_day(&mut tx, actor.now(), id).await?;
    for person in followers(&mut tx, id).await? {
        tx.post(actor.now(), Recipient::Person(&person), |lang| letters::published(lang, &day)).await?;
    }
    actor.record(&mut tx, Deed::new(Kind::ForumDayPublished).detail(format!("{}, {}", day.title, day.held_on()))).await?;
    tx.commit().await?;
    Ok(true)
}

/// Forgets a day of which nobody has asked anything. False if somebody has.
pub async fn discard(actor: &Actor<Secretariat>, id: &ForumDayId) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let day = days::one(&mut tx, id, View::PUBLIC).await?;
    if q(ASKED).bind(id).count(&mut tx).await? > 0 {
        return Ok(false);
    }
    for statement in [DROP_EXPERTS, DROP_SEMINARS, DISCARD] {
        q(statement).bind(id).run(&mut tx).await?;
    }
    actor.record(&mut tx, Deed::new(Kind::ForumDayDiscarded).detail(format!("{}, {}", day.title, day.held_on()))).await?;
    tx.commit().await?;
    Ok(true)
}

/// A day as the desk sees it: with what is not released.
pub async fn sheet(actor: &Actor<Secretariat>, id: &ForumDayId) -> Result<DaySheet> {
    days::sheet(actor, id, View { own: "", all: true }).await
}
