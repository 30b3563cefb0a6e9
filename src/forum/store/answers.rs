//! An expert takes a quesito, gives it on, and closes it with an answer.

use std::collections::BTreeSet;

use sqlx::FromRow;

use super::drafts::{HOLD_ANSWER, held};
use super::found::{enter, enter_day};
use super::threads::question;
use super::{HOLD_QUESTION, note, touch_day};
use crate::access::roles::Signed;
use crate::access::{Actor, Expert, Moderator};
use crate::domain::forum_day::{Refusal, Writing, may_write};
use crate::domain::ids::{ExpertAnswerId, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::forum::{Answer, Named, NotYours, Question, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result};

pub use super::drafts::draft;

const ASSIGN: &str = "update question set assigned_to = $2, assigned_at = $3 where question_id = $1";
const EXPERT: &str = "\
    select p.person_id, p.name from person p join appointment a on a.person_id = p.person_id \
    where p.person_id = $1 and a.role = 'expert' and (a.ends_on is null or a.ends_on >= $2) and p.disabled_at is null and p.erased_at is null \
    order by a.appointment_id limit 1";
const PUBLISH: &str = "\
    update expert_answer set published_at = $2, published_by = $3, revision = revision + 1 where expert_answer_id = $1 and published_at is null";
const CLOSE: &str = "update question set answered_at = coalesce(answered_at, $2), touched = touched + 1 where question_id = $1";
const QUESTIONS: &str = "select question_id from answer_question where expert_answer_id = $1 order by question_id";
/// Answers that this one takes the place of: those that hold for any of its quesiti.
const SUPERSEDED: &str = "\
    select distinct a.expert_answer_id from answer_question x join answer_question y on y.question_id = x.question_id \
        join expert_answer a on a.expert_answer_id = y.expert_answer_id \
    where x.expert_answer_id = $1 and a.expert_answer_id <> $1 and a.published_at is not null and a.superseded_at is null \
    order by a.expert_answer_id";
/// It holds for all that they were for.
const INHERIT: &str = "\
    insert into answer_question (expert_answer_id, question_id) \
    select $1, y.question_id from answer_question y where y.expert_answer_id = $2 on conflict do nothing";
const SUPERSEDE: &str = "update expert_answer set superseded_by = $2, superseded_at = $3 where expert_answer_id = $1";
/// Who wants to know that a released quesito has an answer: they follow it, its theme or its day, or its ente is interested.
const FOLLOWERS: &str = "\
    select f.person_id from question q join forum_follow f on f.edition_id = q.edition_id \
        and ((f.kind = 'question' and f.about = q.question_id) or (f.kind = 'theme' and f.about = q.theme) \
            or (f.kind = 'day' and f.about = q.forum_day_id)) \
    where q.question_id = $1 and q.released_at is not null and q.declined_at is null \
    union select i.expressed_by as person_id from question_interest i join question q on q.question_id = i.question_id \
    where i.question_id = $1 and i.expressed_by is not null and q.released_at is not null and q.declined_at is null";

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

#[derive(FromRow)]
struct NamedRow {
    person_id: PersonId,
    name: String,
}

#[derive(FromRow)]
struct QuestionRow {
    question_id: QuestionId,
}

#[derive(FromRow)]
struct AnswerIdRow {
    expert_answer_id: ExpertAnswerId,
}

/// Takes a quesito. Of two who do it at once, the later is told who was first; twice by the same person is once.
pub async fn take(actor: &Actor<Expert>, id: &QuestionId) -> Result<Result<(), NotYours>> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    match (&before.assigned_to, before.assigned_at) {
        (Some(by), _) if by.id == *actor.person() => return Ok(Ok(())),
        (Some(by), at) => return Ok(Err(NotYours::TakenBy(by.name.clone(), at.unwrap_or(before.asked_at)))),
        (None, _) if before.answered_at.is_some() || before.declined.is_some() => return Ok(Err(NotYours::Done)),
        (None, _) => {}
    }
    q(ASSIGN).bind(id).bind(actor.person()).bind(actor.now()).run(&mut tx).await?;
    note(&mut tx, actor.now(), id, (actor.person(), "taken", "")).await?;
    touch_day(&mut tx, before.shown_day()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Gives a quesito to another expert, or back into the queue: whoever has it, or the segreteria.
pub async fn hand(actor: &Actor<Moderator>, id: &QuestionId, to: Option<&PersonId>) -> Result<Result<(), NotYours>> {
    use crate::access::roles::Seated;
    use crate::domain::question::Seat;
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    let has_it = before.assigned_to.as_ref().is_some_and(|by| by.id == *actor.role().person());
    if before.answered_at.is_some() || before.declined.is_some() {
        return Ok(Err(NotYours::Done));
    }
    if !has_it && *actor.role().seat() != Seat::Desk {
        return Ok(Err(before.taken_by().unwrap_or(NotYours::NotTaken)));
    }
    let to = match to {
        None => None,
        Some(person) => {
            let found: Option<NamedRow> = q(EXPERT).bind(person).bind(actor.now().day()).optional(&mut tx).await?;
            let row = found.ok_or(Error::BadRequest("no expert"))?;
            Some(Named { id: row.person_id, name: row.name })
        }
    };
    q(ASSIGN).bind(id).bind(to.as_ref().map(|to| &to.id)).bind(to.as_ref().map(|_| actor.now())).run(&mut tx).await?;
    let step = if to.is_some() { "given" } else { "left" };
    note(&mut tx, actor.now(), id, (actor.person(), step, to.as_ref().map_or("", |to| &to.name))).await?;
    if let Some(to) = to.filter(|to| to.id != *actor.person()) {
        tx.post(actor.now(), Recipient::Person(&to.id), |lang| letters::handed(lang, &before)).await?;
    }
    touch_day(&mut tx, before.shown_day()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

impl Question {
    /// Who has it, if somebody does.
    fn taken_by(&self) -> Option<NotYours> {
        self.assigned_to.as_ref().map(|by| NotYours::TakenBy(by.name.clone(), self.assigned_at.unwrap_or(self.asked_at)))
    }
}

/// Why an answer is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// Somebody changed it since the form was opened, or it is out already.
    ChangedMeanwhile,
    Empty,
    /// A second expert has to read it first.
    Unread,
    /// Not at this hour.
    Hour(Refusal),
}

/// Publishes a draft: it closes all its quesiti, takes the place of what held before, and everybody concerned is told once.
pub async fn publish(actor: &Actor<Expert>, id: &ExpertAnswerId, seen: i64) -> Result<Result<(), Unpublished>> {
    let mut tx = actor.begin_on(HOLD_ANSWER, id).await?;
    let (answer, mine) = held(&mut tx, actor, id).await?;
    if !mine {
        return Err(Error::NotFound);
    }
    if answer.published_at.is_some() || answer.revision != seen {
        return Ok(Err(Unpublished::ChangedMeanwhile));
    }
    if answer.body.is_empty() {
        return Ok(Err(Unpublished::Empty));
    }
    if answer.read_twice && answer.read_at.is_none() {
        return Ok(Err(Unpublished::Unread));
    }
    supersede(&mut tx, actor.now(), id).await?;
    let questions = questions_of(&mut tx, id).await?;
    for one in &questions {
        if let Some(Err(refusal)) = one.day.as_ref().map(|day| may_write(Writing::Answer, &day.hours, actor.now())) {
            return Ok(Err(Unpublished::Hour(refusal)));
        }
    }
    q(PUBLISH).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    close(&mut tx, actor, &questions, &answer).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn supersede(tx: &mut Tx, now: Moment, id: &ExpertAnswerId) -> Result<()> {
    let rows: Vec<AnswerIdRow> = q(SUPERSEDED).bind(id).all(tx).await?;
    for row in rows {
        q(INHERIT).bind(id).bind(&row.expert_answer_id).run(tx).await?;
        q(SUPERSEDE).bind(&row.expert_answer_id).bind(id).bind(now).run(tx).await?;
    }
    Ok(())
}

async fn questions_of(tx: &mut Tx, id: &ExpertAnswerId) -> Result<Vec<Question>> {
    let rows: Vec<QuestionRow> = q(QUESTIONS).bind(id).all(tx).await?;
    let mut questions = Vec::new();
    for row in rows {
        questions.push(question(tx, &row.question_id).await?);
    }
    Ok(questions)
}

/// Closes the quesiti of an answer, in the order of their ids.
async fn close(tx: &mut Tx, actor: &Actor<Expert>, questions: &[Question], answer: &Answer) -> Result<()> {
    for one in questions {
        q(CLOSE).bind(&one.id).bind(actor.now()).run(tx).await?;
        note(tx, actor.now(), &one.id, (actor.person(), "answered", "")).await?;
        enter(tx, actor.now(), &one.id).await?;
    }
    // Days after all quesiti: whoever holds a quesito may be waiting for its day.
    let days: BTreeSet<_> = questions.iter().filter_map(Question::shown_day).collect();
    for day in days {
        touch_day(tx, Some(day)).await?;
        enter_day(tx, actor.now(), day).await?;
    }
    tell(tx, actor, questions, answer).await
}

/// Letters to askers and followers: one each.
async fn tell(tx: &mut Tx, actor: &Actor<Expert>, questions: &[Question], answer: &Answer) -> Result<()> {
    let mut told = BTreeSet::from([actor.person().clone()]);
    for one in questions {
        if let Some(asker) = one.asked_by.as_ref().filter(|asker| told.insert(asker.id.clone())) {
            let others = questions.len().saturating_sub(1);
            tx.post(actor.now(), Recipient::Person(&asker.id), |lang| letters::answered(lang, one, answer, others)).await?;
        }
    }
    for one in questions {
        let followers: Vec<PersonRow> = q(FOLLOWERS).bind(&one.id).all(tx).await?;
        for row in followers.into_iter().filter(|row| told.insert(row.person_id.clone())) {
            tx.post(actor.now(), Recipient::Person(&row.person_id), |lang| letters::followed(lang, one)).await?;
        }
    }
    Ok(())
}
