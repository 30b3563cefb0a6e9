//! What remains of the days: domande frequenti made of answers, proceedings told to who follows them, the hours of experts.

use sqlx::FromRow;

use super::{settled, threads};
use crate::access::{Actor, Moderator, Secretariat, Visitor};
use crate::domain::ids::{EditionId, FaqId, ForumDayId, Id, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::forum::{Duty, Named, Told};
use crate::library::{self, Proposal};
use crate::platform::Result;
use crate::platform::db::q;

/// Proceedings that the feed tells.
const DAYS: &str = "\
    select forum_day_id, title, presentation, published_at from forum_day where published_at is not null \
    order by published_at desc, forum_day_id limit 20";
const QUESTIONS: &str = "\
    select q.forum_day_id, q.question_id, coalesce(q.released_title, '') as title from question q \
    where q.released_at is not null and q.declined_at is null and q.forum_day_id in \
        (select forum_day_id from forum_day where published_at is not null order by published_at desc, forum_day_id limit 20) \
    order by q.asked_at, q.question_id";
/// Who was on duty on a day that is over, and who wrote or read an answer of it all the same: `$1` edition, `$2` now.
const DUTIES: &str = "\
    select d.forum_day_id, d.title, d.opens_at, d.closes_at, d.extended_to, p.person_id, p.name, \
        (select count(*) from forum_expert x where x.forum_day_id = d.forum_day_id and x.person_id = p.person_id) as on_duty, \
        (select count(distinct a.expert_answer_id) from question q join answer_question y on y.question_id = q.question_id \
            join expert_answer a on a.expert_answer_id = y.expert_answer_id \
            where q.forum_day_id = d.forum_day_id and a.written_by = p.person_id and a.published_at is not null) as answers, \
        (select count(distinct q.question_id) from question q join answer_question y on y.question_id = q.question_id \
            join expert_answer a on a.expert_answer_id = y.expert_answer_id \
            where q.forum_day_id = d.forum_day_id and a.written_by = p.person_id and a.published_at is not null) as questions, \
        (select count(distinct a.expert_answer_id) from question q join answer_question y on y.question_id = q.question_id \
            join expert_answer a on a.expert_answer_id = y.expert_answer_id \
            where q.forum_day_id = d.forum_day_id and a.second_reader = p.person_id and a.read_at is not null) as readings, \
        (select count(*) from question q join question_message m on m.question_id = q.question_id \
            where q.forum_day_id = d.forum_day_id and m.written_by = p.person_id and m.side = 'expert') as messages \
    from forum_day d join ( \
        select forum_day_id, person_id from forum_expert \
        union select q.forum_day_id, a.written_by from question q join answer_question y on y.question_id = q.question_id \
            join expert_answer a on a.expert_answer_id = y.expert_answer_id where a.published_at is not null \
        union select q.forum_day_id, a.second_reader from question q join answer_question y on y.question_id = q.question_id \
            join expert_answer a on a.expert_answer_id = y.expert_answer_id where a.read_at is not null \
        ) w on w.forum_day_id = d.forum_day_id join person p on p.person_id = w.person_id \
    where d.edition_id = $1 and coalesce(d.extended_to, d.closes_at) <= $2 order by d.opens_at, d.forum_day_id, p.name, p.person_id";

#[derive(FromRow)]
struct DayRow {
    forum_day_id: ForumDayId,
    title: String,
    presentation: String,
    published_at: Moment,
}

#[derive(FromRow)]
struct QuestionRow {
    forum_day_id: ForumDayId,
    question_id: QuestionId,
    title: String,
}

#[derive(FromRow)]
struct DutyRow {
    forum_day_id: ForumDayId,
    title: String,
    opens_at: Moment,
    closes_at: Moment,
    extended_to: Option<Moment>,
    person_id: PersonId,
    name: String,
    on_duty: i64,
    answers: i64,
    questions: i64,
    readings: i64,
    messages: i64,
}

impl DutyRow {
    fn duty(self) -> Duty {
        let minutes = self.extended_to.unwrap_or(self.closes_at).minutes_since(self.opens_at);
        Duty {
            day: self.forum_day_id,
            title: self.title,
            held_on: self.opens_at.day(),
            expert: Named { id: self.person_id, name: self.name },
            minutes: if self.on_duty > 0 { minutes } else { 0 },
            answers: self.answers,
            questions: self.questions,
            readings: self.readings,
            messages: self.messages,
        }
    }
}

/// Makes a draft of a domanda frequente of the answer that holds and the text that others see; asked twice, it is the same draft.
/// None where there is no such answer, or nobody else sees the quesito: what is not released leads nowhere.
pub async fn propose(actor: &Actor<Moderator>, id: &QuestionId) -> Result<Option<FaqId>> {
    let mut conn = actor.reader().await?;
    let question = threads::question(&mut conn, id).await?;
    let answers = settled::published(&mut conn, id).await?;
    drop(conn);
    let shown = question.released.filter(|_| question.declined.is_none());
    let answer = answers.iter().find(|answer| answer.superseded_at.is_none());
    let (Some(text), Some(answer)) = (shown, answer) else { return Ok(None) };
    let proposal = Proposal {
        from: answer.id.as_str(),
        theme: &question.theme,
        question: &text.title,
        answer: &answer.body,
        law: &answer.law,
        author: &answer.author,
        author_role: &answer.author_role,
        answered_on: answer.published_at.unwrap_or(actor.now()).day(),
        valid_until: answer.valid_until,
        owner: answer.author_id.as_ref(),
    };
    library::propose(actor, &proposal).await.map(Some)
}

/// The latest proceedings, the last first. Two statements.
pub async fn told(actor: &Actor<Visitor>) -> Result<Vec<Told>> {
    let mut conn = actor.reader().await?;
    let days: Vec<DayRow> = q(DAYS).all(&mut conn).await?;
    let questions: Vec<QuestionRow> = q(QUESTIONS).all(&mut conn).await?;
    let of = |day: &ForumDayId| {
        let own = questions.iter().filter(|row| row.forum_day_id == *day);
        own.map(|row| (row.question_id.clone(), row.title.clone())).collect()
    };
    Ok(days
        .into_iter()
        .map(|row| {
            let questions = of(&row.forum_day_id);
            Told { day: row.forum_day_id, title: row.title, presentation: row.presentation, published_at: row.published_at, questions }
        })
        .collect())
}

/// Who did what on the days of an edition that are over: by day, then by name. One statement.
pub async fn duties(actor: &Actor<Secretariat>, edition: &EditionId) -> Result<Vec<Duty>> {
    let rows: Vec<DutyRow> = q(DUTIES).bind(edition).bind(actor.now()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(DutyRow::duty).collect())
}
