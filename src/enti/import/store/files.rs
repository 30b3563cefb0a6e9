//! Files uploaded: kept from the first look to the confirmation, then only what came of them.

use sha2::{Digest, Sha256};
use sqlx::FromRow;

use crate::access::roles::Doing;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::ImportId;
use crate::domain::import::sheet::Encoding;
use crate::domain::import::{Counts, FileKind};
use crate::domain::moment::Moment;
use crate::enti::import::{ABANDONED_AFTER, Import, KEPT_DAYS, MayImport, State, Upload};
use crate::platform::db::{Db, q};
use crate::platform::{Error, Result, random};

const ADD: &str = "\
    insert into import (import_id, kind, file_name, content_hash, encoding, content, rows_read, uploaded_at, uploaded_by, invited) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const ONE: &str = "\
    select i.import_id, i.kind, i.file_name, i.encoding, i.rows_read, i.uploaded_at, u.name as uploaded_by, i.started_at, i.done_at, \
           d.name as done_by, i.invited, i.created, i.changed, i.unchanged, \
           cast(case when i.content is null then 0 else 1 end as bigint) as has_content \
    from import i left join person u on u.person_id = i.uploaded_by left join person d on d.person_id = i.done_by where i.import_id = $1";
const RECENT: &str = "\
    select i.import_id, i.kind, i.file_name, i.encoding, i.rows_read, i.uploaded_at, u.name as uploaded_by, i.started_at, i.done_at, \
           d.name as done_by, i.invited, i.created, i.changed, i.unchanged, \
           cast(case when i.content is null then 0 else 1 end as bigint) as has_content \
    from import i left join person u on u.person_id = i.uploaded_by left join person d on d.person_id = i.done_by \
    order by i.uploaded_at desc, i.import_id desc limit $1 offset $2";
const HOW_MANY: &str = "select count(*) from import";
const CONTENT: &str = "select content from import where import_id = $1 and content is not null and done_at is null";
const FORGET: &str = "update import set content = null where import_id = $1 and done_at is null and content is not null";
const PURGE: &str = "update import set content = null where content is not null and done_at is null and uploaded_at < $1";

#[derive(FromRow)]
struct Row {
    import_id: ImportId,
    kind: String,
    file_name: String,
    encoding: String,
    rows_read: i64,
    uploaded_at: i64,
    uploaded_by: Option<String>,
    started_at: Option<i64>,
    done_at: Option<i64>,
    done_by: Option<String>,
    invited: bool,
    created: Option<i64>,
    changed: Option<i64>,
    unchanged: Option<i64>,
    has_content: i64,
}

impl Row {
    fn import(self, now: Moment) -> Option<Import> {
        let count = |n: Option<i64>| usize::try_from(n.unwrap_or(0)).unwrap_or(0);
        let counts = Counts { created: count(self.created), changed: count(self.changed), same: count(self.unchanged) };
        let started = self.started_at.map(Moment::from_millis).filter(|at| now.minutes_since(*at) < ABANDONED_AFTER);
        let state = match (self.done_at, started) {
            (Some(at), _) => State::Done { at: Moment::from_millis(at), by: self.done_by, counts },
            (None, _) if self.has_content == 0 => State::Forgotten,
            (None, Some(at)) => State::Running(at),
            (None, None) => State::Waiting,
        };
        Some(Import {
            id: self.import_id,
            kind: FileKind::parse(&self.kind)?,
            file_name: self.file_name,
            encoding: Encoding::parse(&self.encoding)?,
            rows: self.rows_read,
            uploaded_at: Moment::from_millis(self.uploaded_at),
            uploaded_by: self.uploaded_by,
            state,
            invited: self.invited,
        })
    }
}

/// Keeps a file that is a table: `text` is what was read of it, and what will be carried out.
pub async fn keep<R: MayImport>(actor: &Actor<R>, upload: &Upload<'_>, encoding: Encoding, text: &str, rows: usize) -> Result<ImportId> {
    let id: ImportId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(ADD)
        .bind(&id)
        .bind(upload.kind.as_str())
        .bind(upload.name)
        .bind(random::hex(&Sha256::digest(upload.bytes)))
        .bind(encoding.as_str())
        .bind(text)
        .bind(i64::try_from(rows).unwrap_or(i64::MAX))
        .bind(actor.now())
        .bind(actor.role().doer())
        .bind(false)
        .run(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(id)
}

pub async fn one(actor: &Actor<Secretariat>, id: &ImportId) -> Result<Import> {
    let row: Row = q(ONE).bind(id).one(&mut actor.reader().await?).await?;
    row.import(actor.now()).ok_or_else(|| Error::Bug(format!("import {id}")))
}

/// Imports, the latest first, and how many there are.
pub async fn recent(actor: &Actor<Secretariat>, limit: i64, offset: i64) -> Result<(Vec<Import>, i64)> {
    let mut conn = actor.reader().await?;
    let rows: Vec<Row> = q(RECENT).bind(limit).bind(offset).all(&mut conn).await?;
    let total = q(HOW_MANY).count(&mut conn).await?;
    Ok((rows.into_iter().filter_map(|row| row.import(actor.now())).collect(), total))
}

/// What was read of a file that waits; none when it is done or forgotten.
pub async fn content<R: Doing>(actor: &Actor<R>, id: &ImportId) -> Result<Option<String>> {
    let found: Option<(String,)> = q(CONTENT).bind(id).optional(&mut actor.reader().await?).await?;
    Ok(found.map(|(content,)| content))
}

/// Gives a file up: its content is forgotten, that it was there is not.
pub async fn forget(actor: &Actor<Secretariat>, id: &ImportId) -> Result<bool> {
    let mut tx = actor.begin().await?;
    let forgotten = q(FORGET).bind(id).run(&mut tx).await?;
    tx.commit().await?;
    Ok(forgotten == 1)
}

/// Forgets the content of files that nobody carried out: a job.
pub async fn purge(db: Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let forgotten = q(PURGE).bind(now.plus_days(-KEPT_DAYS)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(forgotten)
}
