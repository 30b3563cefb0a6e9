//! What of the forum the search finds: released quesiti with the answers that hold, by those who sit in it, and published
//! proceedings, by everybody. Entered and taken out in the transaction that changes them.

use sqlx::FromRow;

use super::settled::published;
use crate::domain::ids::{ForumDayId, Id, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::prose::Prose;
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::search::{Entry, Kind, Readers};

const QUESTION: &str = "\
    select q.theme, q.asked_at, q.released_title as title, q.released_body as body, q.released_law as law from question q \
    where q.question_id = $1 and q.released_at is not null and q.declined_at is null";
const DAY: &str = "select title, presentation, published_at from forum_day where forum_day_id = $1 and published_at is not null";
const OF_DAY: &str = "\
    select q.theme, q.asked_at, q.released_title as title, q.released_body as body, q.released_law as law from question q \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null order by q.asked_at, q.question_id";
const ANSWERS: &str = "\
    select distinct a.expert_answer_id, a.body, a.law from question q join answer_question x on x.question_id = q.question_id \
        join expert_answer a on a.expert_answer_id = x.expert_answer_id \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null and a.published_at is not null \
        and a.superseded_at is null order by a.expert_answer_id";

#[derive(FromRow)]
struct QuestionRow {
    theme: String,
    asked_at: Moment,
    title: Option<String>,
    body: Option<String>,
    law: Option<String>,
}

#[derive(FromRow)]
struct DayRow {
    title: String,
    presentation: String,
    published_at: Option<Moment>,
}

#[derive(FromRow)]
struct AnswerRow {
    body: String,
    law: String,
}

/// As it stands now: in, or out. The caller holds the quesito.
pub(super) async fn enter(tx: &mut Tx, now: Moment, id: &QuestionId) -> Result<()> {
    let Some(row) = q(QUESTION).bind(id).optional::<QuestionRow>(tx).await? else { return tx.unindex(id.as_str()).await };
    let answers = published(tx, id).await?;
    let mut text = row.text();
    for answer in answers.iter().filter(|answer| answer.superseded_at.is_none()) {
        add(&mut text, [&Prose::kept(&answer.body).plain(), &answer.law]);
    }
    let title = row.title.unwrap_or_default();
    let (theme, day, readers) = (row.theme.as_str(), row.asked_at.day(), Readers::SignedIn);
    tx.index(now, &Entry { kind: Kind::Question, id: id.as_str(), readers, theme, day, title: &title, text: &text }).await
}

/// The proceedings of a day, once they are out. The caller holds the day.
pub(super) async fn enter_day(tx: &mut Tx, now: Moment, id: &ForumDayId) -> Result<()> {
    let Some(day) = q(DAY).bind(id).optional::<DayRow>(tx).await? else { return Ok(()) };
    let questions: Vec<QuestionRow> = q(OF_DAY).bind(id).all(tx).await?;
    let answers: Vec<AnswerRow> = q(ANSWERS).bind(id).all(tx).await?;
    let mut text = Prose::kept(&day.presentation).plain();
    for row in &questions {
        add(&mut text, [row.title.as_deref().unwrap_or_default(), &row.text()]);
    }
    for row in &answers {
        add(&mut text, [&Prose::kept(&row.body).plain(), &row.law]);
    }
    let (readers, day_of) = (Readers::Everybody, day.published_at.unwrap_or(now).day());
    tx.index(now, &Entry { kind: Kind::Proceedings, id: id.as_str(), readers, theme: "", day: day_of, title: &day.title, text: &text })
        .await
}

impl QuestionRow {
    fn text(&self) -> String {
        let mut text = Prose::kept(self.body.as_deref().unwrap_or_default()).plain();
        add(&mut text, [self.law.as_deref().unwrap_or_default()]);
        text
    }
}

fn add<const N: usize>(text: &mut String, more: [&str; N]) {
    for one in more.into_iter().filter(|one| !one.is_empty()) {
        text.push_str("\n\n");
        text.push_str(one);
    }
}
