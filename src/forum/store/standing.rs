//! Where the forum stands, for pages of others: which days there are, what waits.

use sqlx::FromRow;

use super::hours::HoursRow;
use crate::access::{Actor, Moderator};
use crate::domain::ids::ForumDayId;
use crate::domain::moment::Moment;
use crate::forum::{Announced, Waiting};
use crate::platform::Result;
use crate::platform::db::q;

/// Those whose proceedings are not out, and the last whose are.
const ANNOUNCED: &str = "\
    select d.forum_day_id, d.title, d.gathering_from, d.opens_at, d.closes_at, d.extended_to, d.published_at from forum_day d \
    where d.published_at is null or d.opens_at = (select max(x.opens_at) from forum_day x where x.published_at is not null) \
    order by d.opens_at, d.forum_day_id";
const WAITING: &str = "\
    select w.unanswered, w.oldest, w.own, \
        (select count(*) from question q where q.released_at is null and q.declined_at is null) as unreleased, \
        (select count(*) from expert_answer a where a.published_at is null and a.read_twice and a.read_at is null and a.body <> '' \
            and a.written_by <> $1) as to_read \
    from (select count(*) as unanswered, min(q.asked_at) as oldest, \
              coalesce(cast(sum(case when q.assigned_to = $1 then 1 else 0 end) as bigint), 0) as own \
          from question q where q.answered_at is null and q.declined_at is null) w";

#[derive(FromRow)]
struct AnnouncedRow {
    forum_day_id: ForumDayId,
    title: String,
    #[sqlx(flatten)]
    hours: HoursRow,
}

#[derive(FromRow)]
struct WaitingRow {
    unanswered: i64,
    oldest: Option<i64>,
    own: i64,
    unreleased: i64,
    to_read: i64,
}

/// The days that are not over and the last that is, by their opening. One statement.
pub async fn announced<R>(actor: &Actor<R>) -> Result<Vec<Announced>> {
    let rows: Vec<AnnouncedRow> = q(ANNOUNCED).all(&mut actor.reader().await?).await?;
    let announced = |row: AnnouncedRow| Ok(Announced { id: row.forum_day_id, hours: row.hours.hours()?, title: row.title });
    rows.into_iter().map(announced).collect()
}

/// What waits in the queue. One statement.
pub async fn waiting(actor: &Actor<Moderator>) -> Result<Waiting> {
    let row: WaitingRow = q(WAITING).bind(actor.person()).one(&mut actor.reader().await?).await?;
    let oldest = row.oldest.map(Moment::from_millis);
    Ok(Waiting { unanswered: row.unanswered, oldest, own: row.own, unreleased: row.unreleased, to_read: row.to_read })
}
