//! A quesito becomes visible to others, or no more: always by a person who has read it.

use sqlx::FromRow;

use super::found::{enter, enter_day};
use super::threads::{is_own, question, sight_of};
use super::{HOLD_QUESTION, note, touch_day};
use crate::access::roles::Seated;
use crate::access::{Actor, Moderator, Participant};
use crate::domain::ids::{PersonId, QuestionAttachmentId, QuestionId, QuestionMessageId};
use crate::domain::moment::Moment;
use crate::domain::question::{Seat, Sight};
use crate::forum::{NotYours, Question, Text, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const RELEASE: &str = "\
    update question set released_title = $2, released_body = $3, released_law = $4, released_at = $5, released_by = $6 where question_id = $1";
const WITHDRAW: &str = "update question set released_at = null, released_by = null where question_id = $1 and released_at is not null";
const CLOSE_FILES: &str = "update question_attachment set released_at = null, released_by = null where question_id = $1";
const RELEASE_FILE: &str = "\
    update question_attachment set released_at = $3, released_by = $4 where question_attachment_id = $1 and question_id = $2";
/// Who follows the theme or the day of a quesito, except its own asker: `$1` quesito.
const FOLLOWERS: &str = "\
    select distinct f.person_id from question q join forum_follow f on f.edition_id = q.edition_id \
        and ((f.kind = 'theme' and f.about = q.theme) or (f.kind = 'day' and f.about = q.forum_day_id)) \
    where q.question_id = $1 and (q.asked_by is null or f.person_id <> q.asked_by) order by f.person_id";
const DECLINE: &str = "update question set declined_at = $2, declined_by = $3, declined_why = $4 where question_id = $1";
const RESUME: &str = "update question set declined_at = null, declined_by = null, declined_why = null where question_id = $1";
const WRITE: &str = "\
    insert into question_message (question_message_id, question_id, side, body, written_at, written_by, form_key) \
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (form_key) do nothing";

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

/// Shows a quesito to others, in this text and with these files. Those who follow its theme or day are told at the first time.
pub async fn release(actor: &Actor<Moderator>, id: &QuestionId, text: &Text, files: &[QuestionAttachmentId]) -> Result<()> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    q(RELEASE).bind(id).bind(&text.title).bind(&text.body).bind(&text.law).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    q(CLOSE_FILES).bind(id).run(&mut tx).await?;
    for file in files {
        q(RELEASE_FILE).bind(file).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    }
    note(&mut tx, actor.now(), id, (actor.person(), "released", "")).await?;
    seen_anew(&mut tx, actor.now(), &before).await?;
    if before.released.is_none() {
        told_of(&mut tx, actor, &before, text).await?;
    }
    tx.commit().await
}

async fn told_of(tx: &mut Tx, actor: &Actor<Moderator>, before: &Question, text: &Text) -> Result<()> {
    if let Some(asker) = &before.asked_by {
        tx.post(actor.now(), Recipient::Person(&asker.id), |lang| letters::released(lang, &before.id, text)).await?;
    }
    let followers: Vec<PersonRow> = q(FOLLOWERS).bind(&before.id).all(tx).await?;
    for row in followers {
        tx.post(actor.now(), Recipient::Person(&row.person_id), |lang| letters::new_question(lang, &before.id, &before.theme, text))
            .await?;
    }
    Ok(())
}

/// Takes a quesito back from others: somebody was recognisable after all.
pub async fn withdraw(actor: &Actor<Moderator>, id: &QuestionId) -> Result<()> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    if q(WITHDRAW).bind(id).run(&mut tx).await? == 1 {
        q(CLOSE_FILES).bind(id).run(&mut tx).await?;
        note(&mut tx, actor.now(), id, (actor.person(), "unreleased", "")).await?;
        seen_anew(&mut tx, actor.now(), &before).await?;
    }
    tx.commit().await
}

/// Lays a quesito aside with a reason, which the asker is told; an empty reason takes it up again.
pub async fn decline(actor: &Actor<Moderator>, id: &QuestionId, why: &str) -> Result<Result<(), NotYours>> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    if before.answered_at.is_some() {
        return Ok(Err(NotYours::Done));
    }
    if why.is_empty() {
        q(RESUME).bind(id).run(&mut tx).await?;
    } else {
        q(DECLINE).bind(id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await?;
        if let Some(asker) = &before.asked_by {
            tx.post(actor.now(), Recipient::Person(&asker.id), |lang| letters::declined(lang, &before, why)).await?;
        }
    }
    note(&mut tx, actor.now(), id, (actor.person(), if why.is_empty() { "resumed" } else { "declined" }, why)).await?;
    if before.released.is_some() {
        seen_anew(&mut tx, actor.now(), &before).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// What others see of a quesito has changed: on its day, in the search, in proceedings that are out.
async fn seen_anew(tx: &mut Tx, now: Moment, before: &Question) -> Result<()> {
    let day = before.day.as_ref().map(|day| &day.id);
    touch_day(tx, day).await?;
    enter(tx, now, &before.id).await?;
    match day {
        Some(day) => enter_day(tx, now, day).await,
        None => Ok(()),
    }
}

/// A line of the private thread; the other side is told. Twice the same form is one line.
pub async fn message(actor: &Actor<Participant>, id: &QuestionId, body: &str, key: &str) -> Result<()> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    let expert = *actor.role().seat() == Seat::Expert;
    // The segreteria sees it, and has nothing to ask in it.
    if sight_of(&before, actor.role()) != Sight::Whole || !(expert || is_own(actor, &before)) {
        return Err(Error::NotFound);
    }
    let message: QuestionMessageId = random::id(actor.now());
    let statement = q(WRITE).bind(&message).bind(id).bind(if expert { "expert" } else { "ente" }).bind(body);
    if statement.bind(actor.now()).bind(actor.person()).bind(key).run(&mut tx).await? == 1 {
        let other = if expert { &before.asked_by } else { &before.assigned_to };
        if let Some(other) = other.as_ref().filter(|other| other.id != *actor.person()) {
            tx.post(actor.now(), Recipient::Person(&other.id), |lang| letters::clarification(lang, &before, expert)).await?;
        }
    }
    tx.commit().await
}
