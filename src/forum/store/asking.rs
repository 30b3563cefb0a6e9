//! A quesito is asked: once, however often the button is pressed.

use sqlx::FromRow;

use super::hours::HoursRow;
use super::{files, to_json};
use crate::access::{Actor, Member};
use crate::domain::forum_day::{Writing, may_write};
use crate::domain::ids::{EditionId, ForumDayId, PersonId, QuestionId};
use crate::enti;
use crate::forum::asking::flags;
use crate::forum::{NotAsked, QuestionDraft, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::search::{self, Filter, Hit, Readers};
use crate::platform::{Error, Result, random};
use crate::web::uploads::Kept;

/// Holds the person who asks: two forms of one person come one after the other.
const HOLD: &str = "update person set created_at = created_at where person_id = $1";
/// Holds the day without a trace: others must not notice that somebody asked.
const HOLD_DAY: &str = "update forum_day set touched = touched where forum_day_id = $1 and edition_id = $2";
const HOURS: &str = "\
    select gathering_from, opens_at, closes_at, extended_to, published_at from forum_day where forum_day_id = $1";
const ASK: &str = "\
    insert into question (question_id, edition_id, forum_day_id, theme, ente_id, asked_by, asked_at, title, body, law, flags, \
        form_key, touched) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0) on conflict (form_key) do nothing";
const SAME: &str = "select question_id from question where form_key = $1 and asked_by = $2";
const DUTY: &str = "select person_id from forum_expert where forum_day_id = $1 order by person_id";

#[derive(FromRow)]
struct IdRow {
    question_id: QuestionId,
}

#[derive(FromRow)]
struct PersonRow {
    person_id: PersonId,
}

/// A quesito on its way in, with the key that its form was made with, and a file that has its place.
pub struct Asked<'a> {
    pub draft: &'a QuestionDraft,
    pub edition: &'a EditionId,
    /// None: the queue of the edition.
    pub day: Option<&'a ForumDayId>,
    pub key: &'a str,
    pub file: Option<&'a Kept>,
}

/// What may answer it already, of all that whoever asks may read.
pub async fn similar(actor: &Actor<Member>, text: &str) -> Result<Vec<Hit>> {
    search::similar(&mut actor.reader().await?, text, &Filter::of(Readers::SignedIn)).await
}

/// The quesito that this form was taken as, if it was.
pub async fn taken(actor: &Actor<Member>, key: &str) -> Result<Option<QuestionId>> {
    let found: Option<IdRow> = q(SAME).bind(key).bind(actor.person()).optional(&mut actor.reader().await?).await?;
    Ok(found.map(|row| row.question_id))
}

/// Asks. The same form sent twice gives the same quesito; a day that takes none now says so, and nothing is written.
pub async fn ask(actor: &Actor<Member>, asked: &Asked<'_>) -> Result<Result<QuestionId, NotAsked>> {
    if let Some(absence) = enti::absence(actor, asked.edition, actor.ente()).await? {
        return Ok(Err(NotAsked::Absent(absence)));
    }
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    // What was taken before stays taken, whatever the clock says by now.
    if let Some(same) = same(&mut tx, actor, asked.key).await? {
        return Ok(Ok(same));
    }
    if let Some(day) = asked.day {
        // The row that owns the rule: whoever extends or publishes the day waits.
        if q(HOLD_DAY).bind(day).bind(asked.edition).run(&mut tx).await? != 1 {
            return Err(Error::NotFound);
        }
        let row: HoursRow = q(HOURS).bind(day).one(&mut tx).await?;
        if let Err(refusal) = may_write(Writing::Question, &row.hours()?, actor.now()) {
            return Ok(Err(NotAsked::Hour(refusal)));
        }
    }
    let id = write(&mut tx, actor, asked).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

async fn same(tx: &mut Tx, actor: &Actor<Member>, key: &str) -> Result<Option<QuestionId>> {
    let found: Option<IdRow> = q(SAME).bind(key).bind(actor.person()).optional(tx).await?;
    Ok(found.map(|row| row.question_id))
}

async fn write(tx: &mut Tx, actor: &Actor<Member>, asked: &Asked<'_>) -> Result<QuestionId> {
    let (id, draft): (QuestionId, _) = (random::id(actor.now()), asked.draft);
    let written = q(ASK)
        .bind(&id)
        .bind(asked.edition)
        .bind(asked.day)
        .bind(&draft.theme)
        .bind(actor.ente())
        .bind(actor.person())
        .bind(actor.now())
        .bind(&draft.title)
        .bind(&draft.body)
        .bind(&draft.law)
        .bind(to_json(&flags(draft))?)
        .bind(asked.key)
        .run(tx)
        .await?;
    if written != 1 {
        // The key of somebody else's form: nobody has it by chance.
        return Err(Error::BadRequest("the key of another form"));
    }
    if let Some(file) = asked.file {
        files::add(tx, actor, (&id, None), file).await?;
    }
    if let Some(day) = asked.day {
        let duty: Vec<PersonRow> = q(DUTY).bind(day).all(tx).await?;
        for row in duty {
            tx.post(actor.now(), Recipient::Person(&row.person_id), |lang| letters::asked(lang, &draft.theme, &id)).await?;
        }
    }
    Ok(id)
}
