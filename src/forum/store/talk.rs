//! Interventi, interest and follows: what participants say of a quesito.

use sqlx::FromRow;

use super::threads::{question, sight_of};
use super::{HOLD_QUESTION, touch_day};
use crate::access::roles::Seated;
use crate::access::{Actor, Member, Moderator, Participant};
use crate::domain::forum_day::{Refusal, Writing, may_write};
use crate::domain::ids::{EditionId, ForumDayId, ForumPostId, ForumPostStepId, Id, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::{Seat, Sight, sight};
use crate::forum::{Followed, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::{Addressee, Recipient};
use crate::platform::{Error, Result, random};

const POST: &str = "\
    insert into forum_post (forum_post_id, question_id, ente_id, written_by, author_role, body, written_at, form_key) \
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (form_key) do nothing";
const SAME: &str = "select count(*) from forum_post where form_key = $1 and question_id = $2 and written_by = $3";
/// Who follows a quesito, and its asker; not whoever writes.
const LISTENERS: &str = "\
    select p.person_id, p.name, p.email, p.lang, p.letters from ( \
        select f.person_id from forum_follow f where f.kind = 'question' and f.about = $1 and f.person_id <> $2 \
        union select q.asked_by as person_id from question q where q.question_id = $1 and q.asked_by is not null and q.asked_by <> $2) l \
    join person p on p.person_id = l.person_id where p.erased_at is null";
const OF_POST: &str = "select question_id from forum_post where forum_post_id = $1";
const STEP: &str = "\
    insert into forum_post_step (forum_post_step_id, forum_post_id, happened_at, done_by, step, note) values ($1, $2, $3, $4, $5, $6)";
const HIDE: &str = "update forum_post set hidden_at = $2, hidden_by = $3, hidden_why = $4 where forum_post_id = $1 and hidden_at is null";
const RESTORE: &str =
    "update forum_post set hidden_at = null, hidden_by = null, hidden_why = null where forum_post_id = $1 and hidden_at is not null";
const AUTHOR: &str = "select written_by as person_id from forum_post where forum_post_id = $1 and written_by is not null";
const INTEREST: &str = "\
    insert into question_interest (question_id, ente_id, expressed_by, expressed_at) values ($1, $2, $3, $4) on conflict do nothing";
const NO_INTEREST: &str = "delete from question_interest where question_id = $1 and ente_id = $2";
const FOLLOW: &str = "\
    insert into forum_follow (person_id, edition_id, kind, about, ente_id, since) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
const UNFOLLOW: &str = "delete from forum_follow where person_id = $1 and edition_id = $2 and kind = $3 and about = $4";
const EDITION_OF_DAY: &str = "select edition_id from forum_day where forum_day_id = $1";
const FOLLOWS: &str =
    "select kind, about from forum_follow where person_id = $1 and edition_id = $2 and kind <> 'question' order by since, kind, about";

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

#[derive(FromRow)]
struct QuestionRow {
    question_id: QuestionId,
}

#[derive(FromRow)]
struct EditionRow {
    edition_id: EditionId,
}

#[derive(FromRow)]
struct FollowRow {
    kind: String,
    about: String,
}

/// Why an intervento is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritten {
    Hour(Refusal),
    /// Others do not see the quesito yet, or it waits for its day: nobody could read it.
    NotReleased,
}

/// An intervento with the key its form was made with.
pub struct Said<'a> {
    pub body: &'a str,
    /// How the author is styled.
    pub role: &'a str,
    pub key: &'a str,
}

/// Writes an intervento; a form sent twice makes one.
pub async fn post<R: Seated>(actor: &Actor<R>, id: &QuestionId, said: &Said<'_>) -> Result<Result<(), Unwritten>> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    if sight_of(&before, actor.role()) == Sight::Nothing {
        return Err(Error::NotFound);
    }
    let Some(day) = before.day.as_ref().filter(|_| before.released.is_some()) else {
        return was_sent(&mut tx, actor, (id, said), Unwritten::NotReleased).await;
    };
    if let Err(refusal) = may_write(Writing::Post, &day.hours, actor.now()) {
        return was_sent(&mut tx, actor, (id, said), Unwritten::Hour(refusal)).await;
    }
    let post: ForumPostId = random::id(actor.now());
    let statement = q(POST).bind(&post).bind(id).bind(actor.role().seat().ente()).bind(actor.person()).bind(said.role);
    if statement.bind(said.body).bind(actor.now()).bind(said.key).run(&mut tx).await? != 1 {
        return was_sent(&mut tx, actor, (id, said), Unwritten::NotReleased)
            .await?
            .map_err(|_| Error::BadRequest("the key of another form"))
            .map(Ok);
    }
    let listeners: Vec<Addressee> = q(LISTENERS).bind(id).bind(actor.person()).all(&mut tx).await?;
    for one in &listeners {
        tx.post(actor.now(), Recipient::Known(one), |lang| letters::commented(lang, &before)).await?;
    }
    touch_day(&mut tx, Some(&day.id)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Of a form that cannot be taken now: fine if it was before, else why not.
async fn was_sent<R: Seated>(
    tx: &mut Tx,
    actor: &Actor<R>,
    (id, said): (&QuestionId, &Said<'_>),
    why: Unwritten,
) -> Result<Result<(), Unwritten>> {
    let same = q(SAME).bind(said.key).bind(id).bind(actor.person()).count(tx).await?;
    Ok(if same == 1 { Ok(()) } else { Err(why) })
}

/// The quesito of an intervento, held, if it may be seen.
async fn hold_of<R: Seated>(actor: &Actor<R>, post: &ForumPostId) -> Result<(Tx, QuestionId)> {
    let row: QuestionRow = q(OF_POST).bind(post).one(&mut actor.reader().await?).await?;
    let mut tx = actor.begin_on(HOLD_QUESTION, &row.question_id).await?;
    let before = question(&mut tx, &row.question_id).await?;
    if sight_of(&before, actor.role()) == Sight::Nothing {
        return Err(Error::NotFound);
    }
    Ok((tx, row.question_id))
}

async fn step(tx: &mut Tx, now: Moment, post: &ForumPostId, (by, what, why): (&PersonId, &str, &str)) -> Result<()> {
    let id: ForumPostStepId = random::id(now);
    q(STEP).bind(&id).bind(post).bind(now).bind(by).bind(what).bind(why).run(tx).await?;
    Ok(())
}

/// Somebody asks that an intervento be looked at. Its quesito is given back.
pub async fn report(actor: &Actor<Participant>, post: &ForumPostId, why: &str) -> Result<QuestionId> {
    let (mut tx, question) = hold_of(actor, post).await?;
    step(&mut tx, actor.now(), post, (actor.person(), "reported", why)).await?;
    tx.commit().await?;
    Ok(question)
}

/// Hides an intervento with a reason, which its author is told; an empty reason shows it again. Its quesito is given back.
pub async fn hide(actor: &Actor<Moderator>, post: &ForumPostId, why: &str) -> Result<QuestionId> {
    let (mut tx, id) = hold_of(actor, post).await?;
    let changed = match why {
        "" => q(RESTORE).bind(post).run(&mut tx).await?,
        _ => q(HIDE).bind(post).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await?,
    };
    if changed == 1 {
        step(&mut tx, actor.now(), post, (actor.person(), if why.is_empty() { "restored" } else { "hidden" }, why)).await?;
        let author: Option<PersonRow> = q(AUTHOR).bind(post).optional(&mut tx).await?;
        if let Some(author) = author.filter(|author| !why.is_empty() && author.person_id != *actor.person()) {
            tx.post(actor.now(), Recipient::Person(&author.person_id), |lang| letters::hidden(lang, &id, why)).await?;
        }
        let before = question(&mut tx, &id).await?;
        touch_day(&mut tx, before.shown_day()).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// "Interessa anche a noi", or no more. The ente that asked is interested by itself.
pub async fn interest(actor: &Actor<Member>, id: &QuestionId, is_interested: bool) -> Result<()> {
    let mut tx = actor.begin_on(HOLD_QUESTION, id).await?;
    let before = question(&mut tx, id).await?;
    let shown = before.released.is_some() && before.declined.is_none();
    match sight(&Seat::Ente(actor.ente().clone()), &before.ente.id, shown) {
        Sight::Released => {}
        Sight::Whole => return Ok(()),
        Sight::Nothing => return Err(Error::NotFound),
    }
    let changed = if is_interested {
        q(INTEREST).bind(id).bind(actor.ente()).bind(actor.person()).bind(actor.now()).run(&mut tx).await?
    } else {
        q(NO_INTEREST).bind(id).bind(actor.ente()).run(&mut tx).await?
    };
    if changed == 1 {
        touch_day(&mut tx, before.shown_day()).await?;
    }
    tx.commit().await
}

/// What is to be followed: a quesito, a day, or a theme of an edition.
pub enum About<'a> {
    Question(&'a QuestionId),
    Day(&'a ForumDayId),
    Theme(&'a EditionId, &'a str),
}

/// Follows, or no more. What one may not see cannot be followed.
pub async fn follow(actor: &Actor<Participant>, about: &About<'_>, wants: bool) -> Result<()> {
    let mut tx = actor.begin().await?;
    let (edition, kind, text) = match about {
        About::Question(id) => {
            let before = question(&mut tx, id).await?;
            if sight_of(&before, actor.role()) == Sight::Nothing {
                return Err(Error::NotFound);
            }
            (before.edition, Followed::Question, id.as_str())
        }
        About::Day(id) => {
            let row: EditionRow = q(EDITION_OF_DAY).bind(*id).one(&mut tx).await?;
            (row.edition_id, Followed::Day, id.as_str())
        }
        About::Theme(edition, theme) => ((*edition).clone(), Followed::Theme, *theme),
    };
    let statement = if wants { q(FOLLOW) } else { q(UNFOLLOW) };
    let statement = statement.bind(actor.person()).bind(&edition).bind(kind.as_str()).bind(text);
    if wants {
        let ente = actor.role().seat().ente();
        statement.bind(ente).bind(actor.now()).run(&mut tx).await?;
    } else {
        statement.run(&mut tx).await?;
    }
    tx.commit().await
}

/// The days and themes of an edition that somebody follows. One statement.
pub async fn followed(actor: &Actor<Participant>, edition: &EditionId) -> Result<Vec<(Followed, String)>> {
    let rows: Vec<FollowRow> = q(FOLLOWS).bind(actor.person()).bind(edition).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().filter_map(|row| Some((Followed::parse(&row.kind)?, row.about))).collect())
}

/// The quesito that an intervento stands below.
pub async fn question_of(actor: &Actor<Moderator>, post: &ForumPostId) -> Result<QuestionId> {
    let row: QuestionRow = q(OF_POST).bind(post).one(&mut actor.reader().await?).await?;
    Ok(row.question_id)
}
