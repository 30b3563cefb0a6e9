//! Answers that are out, and the quesiti they close.

use sqlx::FromRow;

use crate::domain::ids::{ExpertAnswerId, PersonId, QuestionId};
use crate::domain::moment::{Day, Moment};
use crate::forum::Answer;
use crate::platform::Result;
use crate::platform::db::{AsConn, q};

/// The last first: what holds stands above what it took the place of.
const PUBLISHED: &str = "\
    select a.expert_answer_id, a.theme, coalesce(p.name, '') as author, a.written_by, a.author_role, a.body, a.law, a.valid_until, \
        a.read_twice, r.name as reader, a.read_at, a.changed_at, a.published_at, a.superseded_by, a.superseded_at, a.revision \
    from answer_question x join expert_answer a on a.expert_answer_id = x.expert_answer_id \
        left join person p on p.person_id = a.written_by left join person r on r.person_id = a.second_reader \
    where x.question_id = $1 and a.published_at is not null order by a.published_at desc, a.expert_answer_id desc";
/// Quesiti that share the answer that holds: `$2` own ente · `$3` sees all.
const ALSO: &str = "\
    select distinct o.question_id, case when o.ente_id = $2 or $3 then o.title else coalesce(o.released_title, '') end as title \
    from answer_question x join expert_answer a on a.expert_answer_id = x.expert_answer_id \
        join answer_question y on y.expert_answer_id = a.expert_answer_id join question o on o.question_id = y.question_id \
    where x.question_id = $1 and y.question_id <> $1 and a.published_at is not null and a.superseded_at is null \
        and (o.ente_id = $2 or $3 or (o.released_at is not null and o.declined_at is null)) order by title, o.question_id";

#[derive(FromRow)]
pub(super) struct AnswerRow {
    expert_answer_id: ExpertAnswerId,
    theme: String,
    author: String,
    written_by: Option<PersonId>,
    author_role: String,
    body: String,
    law: String,
    valid_until: Option<String>,
    read_twice: bool,
    reader: Option<String>,
    read_at: Option<Moment>,
    changed_at: Moment,
    published_at: Option<Moment>,
    superseded_by: Option<ExpertAnswerId>,
    superseded_at: Option<Moment>,
    revision: i64,
}

impl AnswerRow {
    pub(super) fn answer(self) -> Answer {
        Answer {
            id: self.expert_answer_id,
            theme: self.theme,
            author: self.author,
            author_id: self.written_by,
            author_role: self.author_role,
            body: self.body,
            law: self.law,
            valid_until: self.valid_until.as_deref().and_then(Day::parse),
            read_twice: self.read_twice,
            reader: self.reader,
            read_at: self.read_at,
            changed_at: self.changed_at,
            published_at: self.published_at,
            superseded_by: self.superseded_by,
            superseded_at: self.superseded_at,
            revision: self.revision,
        }
    }
}

#[derive(FromRow)]
struct OtherRow {
    question_id: QuestionId,
    title: String,
}

/// The published answers of a quesito. One statement.
pub async fn published(on: &mut impl AsConn, question: &QuestionId) -> Result<Vec<Answer>> {
    let rows: Vec<AnswerRow> = q(PUBLISHED).bind(question).all(on).await?;
    Ok(rows.into_iter().map(AnswerRow::answer).collect())
}

/// Other quesiti that the answer closes, as far as they may be seen. One statement.
pub async fn also(on: &mut impl AsConn, question: &QuestionId, (own, all): (&str, bool)) -> Result<Vec<(QuestionId, String)>> {
    let rows: Vec<OtherRow> = q(ALSO).bind(question).bind(own).bind(all).all(on).await?;
    Ok(rows.into_iter().map(|row| (row.question_id, row.title)).collect())
}
