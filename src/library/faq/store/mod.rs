//! Domande frequenti in the database: what readers see, and what those see who look after them.

mod review;
mod writing;

use sqlx::FromRow;

use super::{Draft, Kept, Line, Owner, Published, State, Title, Version};
use crate::access::{Actor, Moderator};
use crate::domain::ids::{FaqId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};

pub use review::tell_expired;
pub use writing::{create, propose, publish, save, withdraw, write};

const TITLES: &str = "\
    select f.faq_id, f.theme, v.question, f.review_on from faq f join faq_version v on v.faq_id = f.faq_id and v.version = f.version";
const ONE: &str = "\
    select f.faq_id, f.theme, v.question, v.answer, v.law, v.author, v.author_role, v.answered_on, f.review_on, f.published_at, \
           f.first_published_at \
    from faq f join faq_version v on v.faq_id = f.faq_id and v.version = f.version where f.faq_id = $1";
const LATEST: &str = "\
    select f.faq_id, f.theme, v.question, v.answer, v.law, v.author, v.author_role, v.answered_on, f.review_on, f.published_at, \
           f.first_published_at \
    from faq f join faq_version v on v.faq_id = f.faq_id and v.version = f.version order by f.published_at desc, f.faq_id limit $1";
const LINES: &str = "\
    select f.faq_id, f.theme, v.question, f.review_on, f.version, v.version as latest, f.withdrawn_at, p.name as owner \
    from faq f join faq_version v on v.faq_id = f.faq_id and v.version = (select max(w.version) from faq_version w where w.faq_id = f.faq_id) \
    left join person p on p.person_id = f.owner_id";
const KEPT: &str = "select theme, owner_id, review_on, version, withdrawn_at, withdrawn_why, revision from faq where faq_id = $1";
const VERSIONS: &str = "\
    select v.version, v.question, v.answer, v.law, v.author, v.author_role, v.answered_on, v.saved_at, p.name as saved_by \
    from faq_version v left join person p on p.person_id = v.saved_by where v.faq_id = $1 order by v.version desc";
const OWNERS: &str = "\
    select p.person_id, p.name from person p where p.disabled_at is null and p.erased_at is null and p.merged_into is null and exists ( \
        select a.appointment_id from appointment a where a.person_id = p.person_id and a.role in ('expert', 'secretariat') \
          and a.starts_on <= $1 and coalesce(a.ends_on, $1) >= $1) \
    order by p.name, p.person_id";

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| Error::Bug(format!("faq: day {text}")))
}

#[derive(FromRow)]
struct TitleRow {
    faq_id: FaqId,
    theme: String,
    question: String,
    review_on: String,
}

/// All that are public, by theme and question: one order on both engines.
pub async fn titles<R>(actor: &Actor<R>) -> Result<Vec<Title>> {
    let rows: Vec<TitleRow> = q(TITLES).all(&mut actor.reader().await?).await?;
    let title = |row: TitleRow| Ok(Title { review_on: day(&row.review_on)?, id: row.faq_id, theme: row.theme, question: row.question });
    let mut titles: Vec<Title> = rows.into_iter().map(title).collect::<Result<_>>()?;
    titles.sort_by_cached_key(|title| (title.theme.to_lowercase(), title.question.to_lowercase(), title.id.clone()));
    Ok(titles)
}

#[derive(FromRow)]
struct PublishedRow {
    faq_id: FaqId,
    theme: String,
    question: String,
    answer: String,
    law: String,
    author: String,
    author_role: String,
    answered_on: String,
    review_on: String,
    published_at: Moment,
    first_published_at: Moment,
}

impl PublishedRow {
    fn published(self) -> Result<Published> {
        Ok(Published {
            answered_on: day(&self.answered_on)?,
            review_on: day(&self.review_on)?,
            id: self.faq_id,
            theme: self.theme,
            question: self.question,
            answer: self.answer,
            law: self.law,
            author: self.author,
            author_role: self.author_role,
            published_at: self.published_at,
            first_published_at: self.first_published_at,
        })
    }
}

/// One that is public. Drafts and those that were withdrawn do not exist.
pub async fn one<R>(actor: &Actor<R>, id: &FaqId) -> Result<Published> {
    public(&mut actor.reader().await?, id).await?.ok_or(Error::NotFound)
}

async fn public(on: &mut impl AsConn, id: &FaqId) -> Result<Option<Published>> {
    let row: Option<PublishedRow> = q(ONE).bind(id).optional(on).await?;
    row.map(PublishedRow::published).transpose()
}

/// The latest to be published, the last first.
pub async fn latest<R>(actor: &Actor<R>, count: i64) -> Result<Vec<Published>> {
    let rows: Vec<PublishedRow> = q(LATEST).bind(count).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(PublishedRow::published).collect()
}

#[derive(FromRow)]
struct LineRow {
    faq_id: FaqId,
    theme: String,
    question: String,
    review_on: String,
    version: Option<i64>,
    latest: i64,
    withdrawn_at: Option<Moment>,
    owner: Option<String>,
}

fn state(public: Option<i64>, latest: i64, is_withdrawn: bool) -> State {
    match public {
        Some(version) if version == latest => State::Public,
        Some(_) => State::Ahead,
        None if is_withdrawn => State::Withdrawn,
        None => State::Draft,
    }
}

/// All there are, those first whose day comes first.
pub async fn lines(actor: &Actor<Moderator>) -> Result<Vec<Line>> {
    let rows: Vec<LineRow> = q(LINES).all(&mut actor.reader().await?).await?;
    let line = |row: LineRow| {
        let state = state(row.version, row.latest, row.withdrawn_at.is_some());
        Ok(Line { id: row.faq_id, theme: row.theme, question: row.question, review_on: day(&row.review_on)?, state, owner: row.owner })
    };
    let mut lines: Vec<Line> = rows.into_iter().map(line).collect::<Result<_>>()?;
    lines.sort_by_cached_key(|line| (line.state == State::Withdrawn, line.review_on, line.id.clone()));
    Ok(lines)
}

#[derive(FromRow)]
struct KeptRow {
    theme: String,
    owner_id: Option<PersonId>,
    review_on: String,
    version: Option<i64>,
    withdrawn_at: Option<Moment>,
    withdrawn_why: Option<String>,
    revision: i64,
}

#[derive(FromRow)]
struct VersionRow {
    version: i64,
    question: String,
    answer: String,
    law: String,
    author: String,
    author_role: String,
    answered_on: String,
    saved_at: Moment,
    saved_by: Option<String>,
}

/// One with all its texts. Two statements.
pub async fn kept(actor: &Actor<Moderator>, id: &FaqId) -> Result<Kept> {
    let mut reader = actor.reader().await?;
    let row: KeptRow = q(KEPT).bind(id).one(&mut reader).await?;
    let versions: Vec<VersionRow> = q(VERSIONS).bind(id).all(&mut reader).await?;
    let last = versions.first().ok_or_else(|| Error::Bug(format!("faq {id} without a text")))?;
    let draft = Draft {
        theme: row.theme,
        question: last.question.clone(),
        answer: last.answer.clone(),
        law: last.law.clone(),
        author: last.author.clone(),
        author_role: last.author_role.clone(),
        answered_on: day(&last.answered_on)?,
        review_on: day(&row.review_on)?,
        owner: row.owner_id,
    };
    let state = state(row.version, last.version, row.withdrawn_at.is_some());
    let version =
        |v: VersionRow| Version { number: v.version, question: v.question, answer: v.answer, saved_at: v.saved_at, saved_by: v.saved_by };
    Ok(Kept {
        id: id.clone(),
        draft,
        state,
        revision: row.revision,
        withdrawn: row.withdrawn_at.map(|at| (at, row.withdrawn_why.unwrap_or_default())),
        versions: versions.into_iter().map(version).collect(),
        public: row.version,
    })
}

/// Experts and the segreteria of today, by name.
pub async fn owners(actor: &Actor<Moderator>) -> Result<Vec<Owner>> {
    let rows: Vec<(PersonId, String)> = q(OWNERS).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id, name)| Owner { id, name }).collect())
}
