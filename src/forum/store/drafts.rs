//! Drafts of answers: kept, read by a second expert, changed until they are published.

use sqlx::FromRow;

use super::settled::AnswerRow;
use super::threads::question;
use super::{HOLD_QUESTION, list};
use crate::access::{Actor, Expert};
use crate::domain::ids::{EditionId, ExpertAnswerId, PersonId, QuestionId};
use crate::forum::{Answer, AnswerDraft, NotYours, letters};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

pub(super) const HOLD_ANSWER: &str = "update expert_answer set revision = revision where expert_answer_id = $1";
const ONE: &str = "\
    select a.expert_answer_id, a.theme, coalesce(p.name, '') as author, a.written_by, a.author_role, a.body, a.law, a.valid_until, \
        a.read_twice, r.name as reader, a.read_at, a.changed_at, a.published_at, a.superseded_by, a.superseded_at, a.revision \
    from expert_answer a left join person p on p.person_id = a.written_by left join person r on r.person_id = a.second_reader \
    where a.expert_answer_id = $1";
/// The draft of somebody for a quesito.
const OPEN: &str = "\
    select a.expert_answer_id, a.theme, coalesce(p.name, '') as author, a.written_by, a.author_role, a.body, a.law, a.valid_until, \
        a.read_twice, r.name as reader, a.read_at, a.changed_at, a.published_at, a.superseded_by, a.superseded_at, a.revision \
    from answer_question x join expert_answer a on a.expert_answer_id = x.expert_answer_id \
        left join person p on p.person_id = a.written_by left join person r on r.person_id = a.second_reader \
    where x.question_id = $1 and a.written_by = $2 and a.published_at is null order by a.expert_answer_id limit 1";
const CREATE: &str = "\
    insert into expert_answer (expert_answer_id, edition_id, theme, written_by, author_role, body, law, valid_until, read_twice, \
        created_at, changed_at, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 1)";
/// What a second expert has read is no more what is there.
const CHANGE: &str = "\
    update expert_answer set author_role = $2, body = $3, law = $4, valid_until = $5, read_twice = $6, second_reader = null, \
        read_at = null, changed_at = $7, revision = revision + 1 where expert_answer_id = $1";
const UNLINK: &str = "delete from answer_question where expert_answer_id = $1";
const LINK: &str = "insert into answer_question (expert_answer_id, question_id) values ($1, $2)";
const LINKED: &str = "select question_id from answer_question where expert_answer_id = $1 order by question_id";
/// Quesiti that the same expert has taken, which the same answer may close: of the same edition, not answered yet.
const TAKEN: &str = "\
    select q.question_id, q.title, q.theme from question q \
    where q.assigned_to = $1 and q.edition_id = $2 and q.question_id <> $3 and q.answered_at is null and q.declined_at is null \
    order by case when q.theme = $4 then 0 else 1 end, q.asked_at, q.question_id limit 100";
const READ_TWICE: &str = "\
    select coalesce(d.read_twice, '[]') as read_twice from question q left join forum_day d on d.forum_day_id = q.forum_day_id \
    where q.question_id = $1";
const READ: &str = "\
    update expert_answer set second_reader = $2, read_at = $3, revision = revision + 1 \
    where expert_answer_id = $1 and read_at is null and published_at is null and written_by <> $2 and revision = $4";

#[derive(FromRow)]
struct OtherRow {
    question_id: QuestionId,
    title: String,
    theme: String,
}

#[derive(FromRow)]
struct LinkRow {
    question_id: QuestionId,
}

#[derive(FromRow)]
struct TwiceRow {
    read_twice: String,
}

/// An answer where a transaction holds it, and whether whoever asks wrote it.
pub(super) async fn held(on: &mut impl AsConn, actor: &Actor<Expert>, id: &ExpertAnswerId) -> Result<(Answer, bool)> {
    let row: AnswerRow = q(ONE).bind(id).one(on).await?;
    let answer = row.answer();
    let mine = answer.author_id.as_ref() == Some(actor.person());
    Ok((answer, mine))
}

/// What somebody has of an answer to a quesito, and the quesiti it is for.
pub async fn of(actor: &Actor<Expert>, id: &QuestionId) -> Result<Option<(Answer, Vec<QuestionId>)>> {
    let mut conn = actor.reader().await?;
    let row: Option<AnswerRow> = q(OPEN).bind(id).bind(actor.person()).optional(&mut conn).await?;
    let Some(row) = row else { return Ok(None) };
    let answer = row.answer();
    let linked: Vec<LinkRow> = q(LINKED).bind(&answer.id).all(&mut conn).await?;
    Ok(Some((answer, linked.into_iter().map(|row| row.question_id).collect())))
}

/// Other quesiti that the same expert has taken: id, title, theme; those of the same theme first.
pub async fn others(
    actor: &Actor<Expert>,
    (edition, id): (&EditionId, &QuestionId),
    theme: &str,
) -> Result<Vec<(QuestionId, String, String)>> {
    let rows: Vec<OtherRow> = q(TAKEN).bind(actor.person()).bind(edition).bind(id).bind(theme).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| (row.question_id, row.title, row.theme)).collect())
}

/// A draft as its second reader sees it; its author, too. Published ones are read where they stand.
pub async fn to_read(actor: &Actor<Expert>, id: &ExpertAnswerId) -> Result<(Answer, Vec<(QuestionId, String)>)> {
    let mut conn = actor.reader().await?;
    let (answer, _) = held(&mut conn, actor, id).await?;
    if answer.published_at.is_some() {
        return Err(Error::NotFound);
    }
    let linked: Vec<LinkRow> = q(LINKED).bind(id).all(&mut conn).await?;
    let mut questions = Vec::new();
    for row in linked {
        let question = question(&mut conn, &row.question_id).await?;
        questions.push((question.id, question.original.title));
    }
    Ok((answer, questions))
}

/// Keeps a draft for a quesito that one has taken; `seen` is the revision the form was opened on, 0 for a new one.
pub async fn draft(
    actor: &Actor<Expert>,
    id: &QuestionId,
    draft: &AnswerDraft,
    seen: i64,
) -> Result<Result<(ExpertAnswerId, i64), NotYours>> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    match &before.assigned_to {
        Some(by) if by.id == *actor.person() => {}
        Some(by) => return Ok(Err(NotYours::TakenBy(by.name.clone(), before.assigned_at.unwrap_or(before.asked_at)))),
        None => return Ok(Err(NotYours::NotTaken)),
    }
    let open: Option<AnswerRow> = q(OPEN).bind(id).bind(actor.person()).optional(&mut tx).await?;
    let open = open.map(AnswerRow::answer);
    if open.as_ref().map_or(0, |answer| answer.revision) != seen {
        return Err(Error::Stale);
    }
    let questions = linked(&mut tx, actor, (id, &before.edition, &before.theme), draft).await?;
    let read_twice = is_read_twice(&mut tx, &questions, &before.theme).await?;
    let (answer, revision) = match open {
        Some(answer) => {
            let statement = q(CHANGE).bind(&answer.id).bind(&draft.author_role).bind(&draft.body).bind(&draft.law).bind(draft.valid_until);
            statement.bind(read_twice).bind(actor.now()).run(&mut tx).await?;
            q(UNLINK).bind(&answer.id).run(&mut tx).await?;
            (answer.id, answer.revision + 1)
        }
        None => (create(&mut tx, actor, (&before.edition, &before.theme, read_twice), draft).await?, 1),
    };
    for one in &questions {
        q(LINK).bind(&answer).bind(one).run(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(Ok((answer, revision)))
}

async fn create(
    tx: &mut Tx,
    actor: &Actor<Expert>,
    (edition, theme, read_twice): (&EditionId, &str, bool),
    draft: &AnswerDraft,
) -> Result<ExpertAnswerId> {
    let id: ExpertAnswerId = random::id(actor.now());
    q(CREATE)
        .bind(&id)
        .bind(edition)
        .bind(theme)
        .bind(actor.person())
        .bind(&draft.author_role)
        .bind(&draft.body)
        .bind(&draft.law)
        .bind(draft.valid_until)
        .bind(read_twice)
        .bind(actor.now())
        .run(tx)
        .await?;
    Ok(id)
}

/// The quesito itself and those of the others that the same expert has taken, in order.
async fn linked(
    tx: &mut Tx,
    actor: &Actor<Expert>,
    (id, edition, theme): (&QuestionId, &EditionId, &str),
    draft: &AnswerDraft,
) -> Result<Vec<QuestionId>> {
    let rows: Vec<OtherRow> = q(TAKEN).bind(actor.person()).bind(edition).bind(id).bind(theme).all(tx).await?;
    let mut questions = vec![id.clone()];
    questions.extend(rows.into_iter().map(|row| row.question_id).filter(|one| draft.questions.contains(one)));
    questions.sort();
    Ok(questions)
}

/// Whether the day of any of them has its answers on this theme read twice.
async fn is_read_twice(tx: &mut Tx, questions: &[QuestionId], theme: &str) -> Result<bool> {
    for one in questions {
        let row: TwiceRow = q(READ_TWICE).bind(one).one(tx).await?;
        if list(&row.read_twice)?.iter().any(|wanted| wanted == theme) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A second expert has read a draft. False if it was changed since, or is their own.
pub async fn read(actor: &Actor<Expert>, id: &ExpertAnswerId, seen: i64) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD_ANSWER, id).await?;
    let (answer, _) = held(&mut tx, actor, id).await?;
    if q(READ).bind(id).bind(actor.person()).bind(actor.now()).bind(seen).run(&mut tx).await? != 1 {
        return Ok(false);
    }
    if let Some(author) = &answer.author_id {
        let linked: Vec<LinkRow> = q(LINKED).bind(id).all(&mut tx).await?;
        if let Some(first) = linked.first() {
            let question: QuestionId = first.question_id.clone();
            let author: PersonId = author.clone();
            tx.post(actor.now(), Recipient::Person(&author), |lang| letters::read(lang, &question, &answer.theme)).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}
