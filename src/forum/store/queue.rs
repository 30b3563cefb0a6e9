//! What waits for an answer, the oldest first.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, Moderator};
use crate::domain::ids::{EnteId, ExpertAnswerId, ForumDayId, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::forum::{Named, Queued};
use crate::platform::Result;
use crate::platform::db::q;

/// `$1` theme · `$2` assignee: empty for all, `nessuno`, or a person · `$3` `da-rilasciare`, or empty.
const QUEUE: &str = "\
    select q.question_id, q.title, q.theme, q.ente_id, e.kind, e.name as ente_name, e.province, q.asked_at, q.assigned_to, \
        x.name as expert, q.released_at, q.flags, q.forum_day_id, d.title as day_title, \
        (select count(*) from question_interest i where i.question_id = q.question_id) as interested \
    from question q join ente e on e.ente_id = q.ente_id left join person x on x.person_id = q.assigned_to \
        left join forum_day d on d.forum_day_id = q.forum_day_id \
    where q.declined_at is null and (($3 = '' and q.answered_at is null) or ($3 <> '' and q.released_at is null)) \
        and ($1 = '' or q.theme = $1) \
        and ($2 = '' or ($2 = 'nessuno' and q.assigned_to is null) or q.assigned_to = $2) \
    order by q.asked_at, q.question_id limit 200";
const THEMES: &str = "select distinct theme from question where answered_at is null and declined_at is null order by theme";
/// Drafts of others that a second expert has to read.
const TO_READ: &str = "\
    select a.expert_answer_id, a.theme, coalesce(p.name, '') as author from expert_answer a \
    left join person p on p.person_id = a.written_by \
    where a.published_at is null and a.read_twice and a.read_at is null and a.body <> '' and a.written_by <> $1 \
    order by a.changed_at, a.expert_answer_id limit 50";

#[derive(FromRow)]
struct Row {
    question_id: QuestionId,
    title: String,
    theme: String,
    ente_id: EnteId,
    kind: String,
    ente_name: String,
    province: String,
    asked_at: Moment,
    assigned_to: Option<PersonId>,
    expert: Option<String>,
    released_at: Option<Moment>,
    flags: String,
    forum_day_id: Option<ForumDayId>,
    day_title: Option<String>,
    interested: i64,
}

#[derive(FromRow)]
struct ThemeRow {
    theme: String,
}

#[derive(FromRow)]
struct DraftRow {
    expert_answer_id: ExpertAnswerId,
    theme: String,
    author: String,
}

/// A draft that waits for its second reader.
#[derive(Debug, Clone)]
pub struct ToRead {
    pub id: ExpertAnswerId,
    pub theme: String,
    pub author: String,
}

/// Which quesiti.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    pub theme: &'a str,
    pub assignee: &'a str,
    pub unreleased: bool,
}

/// The queue, its themes, and the drafts to be read. Three statements.
pub async fn queue(actor: &Actor<Moderator>, wanted: Wanted<'_>) -> Result<(Vec<Queued>, Vec<String>, Vec<ToRead>)> {
    let mut conn = actor.reader().await?;
    let statement = q(QUEUE).bind(wanted.theme).bind(wanted.assignee).bind(if wanted.unreleased { "da-rilasciare" } else { "" });
    let rows: Vec<Row> = statement.all(&mut conn).await?;
    let themes: Vec<ThemeRow> = q(THEMES).all(&mut conn).await?;
    let drafts: Vec<DraftRow> = q(TO_READ).bind(actor.person()).all(&mut conn).await?;
    let to_read = |row: DraftRow| ToRead { id: row.expert_answer_id, theme: row.theme, author: row.author };
    Ok((
        rows.into_iter().map(Row::queued).collect(),
        themes.into_iter().map(|row| row.theme).collect(),
        drafts.into_iter().map(to_read).collect(),
    ))
}

impl Row {
    fn queued(self) -> Queued {
        let expert = self.expert.unwrap_or_default();
        let day_title = self.day_title.unwrap_or_default();
        Queued {
            id: self.question_id,
            title: self.title,
            theme: self.theme,
            ente: EnteName { id: self.ente_id, kind: self.kind, name: self.ente_name, province: self.province },
            asked_at: self.asked_at,
            assigned_to: self.assigned_to.map(|id| Named { id, name: expert }),
            is_released: self.released_at.is_some(),
            is_flagged: self.flags != "[]",
            day: self.forum_day_id.map(|id| (id, day_title)),
            interested: self.interested,
        }
    }
}
