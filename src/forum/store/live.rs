//! How far a day or a thread has come, in one number: what pages ask every half minute.

use sqlx::FromRow;

use super::hours::HoursRow;
use crate::access::Actor;
use crate::access::roles::Seated;
use crate::domain::forum_day::{Hours, State};
use crate::domain::ids::{EnteId, ForumDayId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::{Sight, sight};
use crate::forum::{ForumDay, Question};
use crate::platform::db::q;
use crate::platform::{Error, Result};

const DAY: &str = "\
    select touched, gathering_from, opens_at, closes_at, extended_to, published_at from forum_day where forum_day_id = $1";
const QUESTION: &str = "\
    select q.touched, q.ente_id, q.released_at, q.declined_at, \
        d.gathering_from, d.opens_at, d.closes_at, d.extended_to, d.published_at \
    from question q left join forum_day d on d.forum_day_id = q.forum_day_id where q.question_id = $1";

#[derive(FromRow)]
struct Row {
    touched: i64,
    #[sqlx(flatten)]
    hours: HoursRow,
}

#[derive(FromRow)]
struct QuestionRow {
    ente_id: EnteId,
    released_at: Option<Moment>,
    declined_at: Option<Moment>,
    #[sqlx(flatten)]
    row: Row,
}

/// What changes when readers should look again: the count of changes, the state of the day, and the minutes left in steps of five.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub touched: i64,
    pub state: Option<State>,
    pub steps: i64,
}

impl Row {
    fn mark(self, now: Moment) -> Mark {
        match self.hours.if_any() {
            Some(hours) => Mark::of(self.touched, &hours, now),
            None => Mark { touched: self.touched, state: None, steps: 0 },
        }
    }
}

impl Mark {
    /// Of something on a day with these hours that changed so often.
    fn of(touched: i64, hours: &Hours, now: Moment) -> Mark {
        let steps = hours.next_change(now).map_or(0, |at| at.minutes_since(now) / 5);
        Mark { touched, state: Some(hours.state(now)), steps }
    }

    /// Of a day that was read already.
    pub fn of_day(day: &ForumDay, now: Moment) -> Mark {
        Mark::of(day.touched, &day.hours, now)
    }

    /// Of a quesito that was read already.
    pub fn of_question(question: &Question, now: Moment) -> Mark {
        match &question.day {
            Some(day) => Mark::of(question.touched, &day.hours, now),
            None => Mark { touched: question.touched, state: None, steps: 0 },
        }
    }
}

/// One statement.
pub async fn day<R>(actor: &Actor<R>, id: &ForumDayId) -> Result<Mark> {
    let row: Row = q(DAY).bind(id).one(&mut actor.reader().await?).await?;
    Ok(row.mark(actor.now()))
}

/// Whoever sees nothing of a quesito learns nothing of it here either. One statement, the same for all who ask.
pub async fn question<R: Seated>(actor: &Actor<R>, id: &QuestionId) -> Result<Mark> {
    let found: QuestionRow = q(QUESTION).bind(id).one(&mut actor.reader().await?).await?;
    match sight(actor.role().seat(), &found.ente_id, found.released_at.is_some() && found.declined_at.is_none()) {
        Sight::Nothing => Err(Error::NotFound),
        Sight::Released | Sight::Whole => Ok(found.row.mark(actor.now())),
    }
}
