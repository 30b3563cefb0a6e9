//! How far a day or a thread has come, in one number: what pages ask every half minute.

use sqlx::FromRow;

use super::own_ente;
use crate::access::Actor;
use crate::access::roles::Seated;
use crate::domain::forum_day::{Hours, State};
use crate::domain::ids::{ForumDayId, QuestionId};
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::q;

const DAY: &str = "\
    select touched, gathering_from, opens_at, closes_at, extended_to, published_at from forum_day where forum_day_id = $1";
/// Whoever sees nothing of a quesito learns nothing of it here either: `$2` own ente · `$3` sees all.
const QUESTION: &str = "\
    select q.touched, d.gathering_from, d.opens_at, d.closes_at, d.extended_to, d.published_at \
    from question q left join forum_day d on d.forum_day_id = q.forum_day_id \
    where q.question_id = $1 and (q.ente_id = $2 or $3 or (q.released_at is not null and q.declined_at is null))";

#[derive(FromRow)]
struct Row {
    touched: i64,
    gathering_from: Option<Moment>,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
    extended_to: Option<Moment>,
    published_at: Option<Moment>,
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
        let (Some(gathering_from), Some(opens_at), Some(closes_at)) = (self.gathering_from, self.opens_at, self.closes_at) else {
            return Mark { touched: self.touched, state: None, steps: 0 };
        };
        let hours = Hours { gathering_from, opens_at, closes_at, extended_to: self.extended_to, published_at: self.published_at };
        let steps = hours.next_change(now).map_or(0, |at| at.minutes_since(now) / 5);
        Mark { touched: self.touched, state: Some(hours.state(now)), steps }
    }
}

/// One statement.
pub async fn day<R>(actor: &Actor<R>, id: &ForumDayId) -> Result<Mark> {
    let row: Row = q(DAY).bind(id).one(&mut actor.reader().await?).await?;
    Ok(row.mark(actor.now()))
}

/// One statement.
pub async fn question<R: Seated>(actor: &Actor<R>, id: &QuestionId) -> Result<Mark> {
    let statement = q(QUESTION).bind(id).bind(own_ente(actor.role())).bind(actor.role().seat().sees_all());
    let row: Row = statement.one(&mut actor.reader().await?).await?;
    Ok(row.mark(actor.now()))
}
