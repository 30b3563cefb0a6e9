//! What the clock does: quesiti in the queue join a day that gathers; at the end of a day its followers are told what came of it.

use sqlx::FromRow;

use super::{days, list};
use crate::domain::forum_day::{Hours, State};
use crate::domain::ids::{EditionId, ForumDayId, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::forum::letters;
use crate::platform::Result;
use crate::platform::db::{Db, q};
use crate::platform::outbox::Recipient;

/// Days that gather or are open, the next to end first.
const GATHERING: &str = "\
    select forum_day_id, edition_id, themes, gathering_from, opens_at, closes_at, extended_to, published_at from forum_day \
    where published_at is null and gathering_from <= $1 and (closes_at > $1 or extended_to > $1) order by closes_at, forum_day_id";
const JOIN: &str = "\
    update question set forum_day_id = $1, touched = touched + 1 \
    where forum_day_id is null and edition_id = $2 and theme = $3 and answered_at is null and declined_at is null";
/// Days that are over and whose followers were not told.
const OVER: &str = "\
    select forum_day_id, edition_id, themes, gathering_from, opens_at, closes_at, extended_to, published_at from forum_day \
    where digest_at is null and closes_at <= $1 order by closes_at, forum_day_id";
const TOLD: &str = "update forum_day set digest_at = $2 where forum_day_id = $1 and digest_at is null";
const ANSWERED: &str = "\
    select q.question_id, coalesce(q.released_title, '') as title from question q \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null and q.answered_at is not null \
    order by q.theme, q.asked_at, q.question_id limit 40";
const FOLLOWERS: &str = "select person_id from forum_follow where kind = 'day' and about = $1 order by person_id";

#[derive(FromRow)]
struct DayRow {
    forum_day_id: ForumDayId,
    edition_id: EditionId,
    themes: String,
    gathering_from: Moment,
    opens_at: Moment,
    closes_at: Moment,
    extended_to: Option<Moment>,
    published_at: Option<Moment>,
}

impl DayRow {
    fn state(&self, now: Moment) -> State {
        let (gathering_from, opens_at, closes_at) = (self.gathering_from, self.opens_at, self.closes_at);
        Hours { gathering_from, opens_at, closes_at, extended_to: self.extended_to, published_at: self.published_at }.state(now)
    }
}

#[derive(FromRow)]
struct TitleRow {
    question_id: QuestionId,
    title: String,
}

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

/// Quesiti that waited join the first day that takes their theme. How many did.
pub async fn gather(db: Db, now: Moment) -> Result<u64> {
    let rows: Vec<DayRow> = q(GATHERING).bind(now).all(&mut db.reader().await?).await?;
    let mut joined = 0;
    for row in rows.iter().filter(|row| matches!(row.state(now), State::Gathering | State::Open)) {
        let mut tx = db.begin().await?;
        let mut here = 0;
        for theme in list(&row.themes)? {
            here += q(JOIN).bind(&row.forum_day_id).bind(&row.edition_id).bind(&theme).run(&mut tx).await?;
        }
        if here > 0 {
            tx.commit().await?;
        }
        joined += here;
    }
    Ok(joined)
}

/// Tells the followers of a day that is over which quesiti were answered: once. How many letters were written.
pub async fn digest(db: Db, now: Moment) -> Result<u64> {
    let rows: Vec<DayRow> = q(OVER).bind(now).all(&mut db.reader().await?).await?;
    let mut written = 0;
    for row in rows.iter().filter(|row| row.state(now) >= State::Closing) {
        let mut tx = db.begin().await?;
        if q(TOLD).bind(&row.forum_day_id).bind(now).run(&mut tx).await? != 1 {
            continue;
        }
        let day = days::one(&mut tx, &row.forum_day_id, days::View::PUBLIC).await?;
        let answered: Vec<TitleRow> = q(ANSWERED).bind(&row.forum_day_id).all(&mut tx).await?;
        let answered: Vec<(QuestionId, String)> = answered.into_iter().map(|one| (one.question_id, one.title)).collect();
        let followers: Vec<PersonRow> = q(FOLLOWERS).bind(&row.forum_day_id).all(&mut tx).await?;
        for follower in followers {
            tx.post(now, Recipient::Person(&follower.person_id), |lang| letters::over(lang, &day, &answered)).await?;
            written += 1;
        }
        tx.commit().await?;
    }
    Ok(written)
}
