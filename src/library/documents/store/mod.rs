//! Documents in the database: what readers see, and what those see who publish them.

mod writing;

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{Content, Document, Sheet, Version};
use crate::access::{Actor, Librarian};
use crate::domain::document::Licence;
use crate::domain::ids::{DocumentId, Id, PersonId};
use crate::domain::material::Kind;
use crate::domain::moment::{Day, Moment};
use crate::platform::db::{AsConn, q};
use crate::platform::media::Named;
use crate::platform::{Error, Result};

pub use writing::{add_version, change, offer, publish, withdraw};

/// Folder of the files in the store.
const FOLDER: &str = "documenti";

/// `$1` id, `$2` who published it: empty for any; `$3`: 1 also those that were withdrawn.
const FIND: &str = "\
    select d.document_id, d.title, d.theme, d.description, d.language, d.licence, d.publisher, d.dated_on, d.valid_until, d.published_at, \
        d.withdrawn_at, d.withdrawn_why, d.revision, d.created_by, v.number, v.url, v.name, v.media, v.bytes, v.sha256, v.note, v.added_at \
    from document d join document_version v on v.document_id = d.document_id \
        and v.number = (select max(w.number) from document_version w where w.document_id = d.document_id) \
    where ($1 = '' or d.document_id = $1) and ($2 = '' or d.created_by = $2) and ($3 = 1 or d.withdrawn_at is null) \
    order by v.added_at desc, d.document_id desc";
const LATEST: &str = "\
    select document_id, title, language from document where withdrawn_at is null order by published_at desc, document_id desc limit $1";
const VERSIONS: &str = "\
    select number, url, name, media, bytes, sha256, note, added_at from document_version where document_id = $1 order by number desc";
const COUNT: &str = "\
    insert into document_download (document_id, day, downloads) values ($1, $2, 1) \
    on conflict (document_id, day) do update set downloads = document_download.downloads + 1";
const DOWNLOADS: &str = "select document_id, cast(sum(downloads) as bigint) from document_download group by document_id";

#[derive(FromRow)]
struct VersionRow {
    number: i64,
    url: Option<String>,
    name: Option<String>,
    media: Option<String>,
    bytes: Option<i64>,
    sha256: Option<String>,
    note: String,
    added_at: Moment,
}

impl VersionRow {
    fn version(self, id: &DocumentId) -> Result<Version> {
        let kind = self.media.as_deref().and_then(Kind::parse);
        let content = match (self.url, self.name, kind, self.bytes, self.sha256) {
            (Some(address), ..) => Content::Address(address),
            (None, Some(name), Some(kind), Some(bytes), Some(sha256)) => Content::File { name, kind, bytes, sha256 },
            _ => return Err(Error::Bug(format!("document {id}, version {}: neither file nor address", self.number))),
        };
        Ok(Version { number: self.number, content, note: self.note, added_at: self.added_at })
    }
}

#[derive(FromRow)]
struct Row {
    document_id: DocumentId,
    title: String,
    theme: String,
    description: String,
    language: String,
    licence: String,
    publisher: String,
    dated_on: String,
    valid_until: Option<String>,
    published_at: Moment,
    withdrawn_at: Option<Moment>,
    withdrawn_why: Option<String>,
    revision: i64,
    created_by: PersonId,
    #[sqlx(flatten)]
    version: VersionRow,
}

impl Row {
    fn document(self) -> Result<Document> {
        let wrong = |what: &str| Error::Bug(format!("document: {what}"));
        let sheet = Sheet {
            title: self.title,
            theme: self.theme,
            description: self.description,
            language: self.language,
            licence: Licence::parse(&self.licence).ok_or_else(|| wrong(&self.licence))?,
            publisher: self.publisher,
            dated_on: Day::parse(&self.dated_on).ok_or_else(|| wrong(&self.dated_on))?,
            valid_until: self.valid_until.as_deref().map(|day| Day::parse(day).ok_or_else(|| wrong(day))).transpose()?,
        };
        Ok(Document {
            latest: self.version.version(&self.document_id)?,
            id: self.document_id,
            sheet,
            published_at: self.published_at,
            withdrawn: self.withdrawn_at.map(|at| (at, self.withdrawn_why.unwrap_or_default())),
            revision: self.revision,
            created_by: self.created_by,
        })
    }
}

async fn find(on: &mut impl AsConn, id: &str, by: &str, withdrawn: bool) -> Result<Vec<Document>> {
    let rows: Vec<Row> = q(FIND).bind(id).bind(by).bind(i64::from(withdrawn)).all(on).await?;
    rows.into_iter().map(Row::document).collect()
}

/// All that are public, the newest first. One statement.
pub async fn all<R>(actor: &Actor<R>) -> Result<Vec<Document>> {
    find(&mut actor.reader().await?, "", "", false).await
}

/// Ids, titles and languages of the latest that are public, for pages that lead to them. One statement.
pub async fn latest<R>(actor: &Actor<R>, count: i64) -> Result<Vec<(DocumentId, String, String)>> {
    q(LATEST).bind(count).all(&mut actor.reader().await?).await
}

/// One that is public; what was withdrawn does not exist. One statement.
pub async fn one<R>(actor: &Actor<R>, id: &DocumentId) -> Result<Document> {
    find(&mut actor.reader().await?, id.as_str(), "", false).await?.pop().ok_or(Error::NotFound)
}

/// Who may change a document: the segreteria all of them, the others their own.
fn own(actor: &Actor<Librarian>) -> String {
    if actor.role().keeps_all() { String::new() } else { actor.person().to_string() }
}

/// All that somebody looks after, withdrawn ones too, with how often each was downloaded. Two statements.
pub async fn kept(actor: &Actor<Librarian>) -> Result<Vec<(Document, i64)>> {
    let mut conn = actor.reader().await?;
    let documents = find(&mut conn, "", &own(actor), true).await?;
    let counted: Vec<(DocumentId, i64)> = q(DOWNLOADS).all(&mut conn).await?;
    let mut counted: BTreeMap<DocumentId, i64> = counted.into_iter().collect();
    Ok(documents.into_iter().map(|one| (counted.remove(&one.id).unwrap_or(0), one)).map(|(n, one)| (one, n)).collect())
}

/// One that somebody looks after. One statement.
pub async fn kept_one(actor: &Actor<Librarian>, id: &DocumentId) -> Result<Document> {
    find(&mut actor.reader().await?, id.as_str(), &own(actor), true).await?.pop().ok_or(Error::NotFound)
}

/// All versions of one, the latest first. The caller has looked whether it may be seen. One statement.
pub async fn versions<R>(actor: &Actor<R>, id: &DocumentId) -> Result<Vec<Version>> {
    let rows: Vec<VersionRow> = q(VERSIONS).bind(id).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(|row| row.version(id)).collect()
}

/// One more download on this day: a number, and nothing of whoever it was.
pub async fn count<R>(actor: &Actor<R>, id: &DocumentId) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(COUNT).bind(id).bind(actor.now().day()).run(&mut tx).await?;
    tx.commit().await
}

/// A file as the media store knows it.
pub fn named(sha256: &str, bytes: i64) -> Named {
    Named::new(FOLDER, sha256).long(bytes)
}
