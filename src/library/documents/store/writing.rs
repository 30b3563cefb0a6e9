//! Documents published, replaced, changed, withdrawn. What is public can be found, in one transaction.

use super::super::{Content, Document, Handed, NotPublished, Offer, Sheet};
use super::{FOLDER, find, own};
use crate::access::roles::{Doing, Signed};
use crate::access::upload::Chosen;
use crate::access::{Actor, Librarian};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::document::{LANGUAGES, LINE, Licence};
use crate::domain::ids::{DocumentId, Id};
use crate::domain::material::{self, Kind, Refusal};
use crate::platform::db::{Tx, q};
use crate::platform::media::Media;
use crate::platform::search::{self, Entry, Readers};
use crate::platform::{Error, Result, random};
use crate::web::uploads::{self, Kept};

const ADD: &str = "\
    insert into document (document_id, title, theme, description, language, licence, publisher, dated_on, valid_until, from_id, \
        published_at, revision, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $11, $12) on conflict (from_id) do nothing";
const ADD_VERSION: &str = "\
    insert into document_version (document_id, number, url, name, media, bytes, sha256, note, added_at, added_by) \
    select cast($1 as text), coalesce(max(number), 0) + 1, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as bigint), \
        cast($6 as text), cast($7 as text), cast($8 as bigint), cast($9 as text) \
    from document_version where document_id = $1";
/// `$2`: who published it, empty for whoever keeps all.
const HOLD: &str = "update document set revision = revision + 1 where document_id = $1 and ($2 = '' or created_by = $2)";
const CHANGE: &str = "\
    update document set title = $2, theme = $3, description = $4, language = $5, licence = $6, publisher = $7, dated_on = $8, valid_until = $9, \
        withdrawn_at = null, withdrawn_by = null, withdrawn_why = null where document_id = $1";
const WITHDRAW: &str =
    "update document set withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4 where document_id = $1 and withdrawn_at is null";
const PUT_BACK: &str = "\
    update document set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null where document_id = $1 and withdrawn_at is not null";
const FROM: &str = "select document_id from document where from_id = $1";
const HOLD_FROM: &str = "update document set revision = revision + 1 where from_id = $1";

/// Judged and in the store, before any row names it.
async fn stored(media: &Media, handed: Handed) -> Result<std::result::Result<Content, NotPublished>> {
    let file = match handed {
        Handed::Address(address) => return Ok(Ok(Content::Address(address))),
        Handed::Brought(kept) => return Ok(brought(kept).ok_or(NotPublished::File(Refusal::Unknown))),
        Handed::File(file) => file,
    };
    let kind: Kind = match material::judge(&file.bytes) {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(NotPublished::File(refusal))),
    };
    let Chosen { name, bytes } = file;
    let (name, length) = (name.chars().filter(|c| !c.is_control()).take(LINE).collect(), i64::try_from(bytes.len()).unwrap_or(i64::MAX));
    let sha256 = media.keep(FOLDER, bytes).await?;
    Ok(Ok(Content::File { name, kind, bytes: length, sha256 }))
}

/// What was brought as a document is one of the kinds of documents.
fn brought(kept: Kept) -> Option<Content> {
    let kind = Kind::parse(kept.kind.media())?;
    Some(Content::File { name: kept.name, kind, bytes: kept.bytes, sha256: kept.sha256 })
}

fn kept(handed: &Handed) -> Option<Kept> {
    match handed {
        Handed::Brought(kept) => Some(kept.clone()),
        Handed::File(_) | Handed::Address(_) => None,
    }
}

/// Takes what was brought, in the transaction that names it; false if somebody else did.
async fn take<R: Signed>(actor: &Actor<R>, tx: &mut Tx, brought: Option<&Kept>) -> Result<bool> {
    match brought {
        Some(kept) => uploads::take(tx, actor, kept).await,
        None => Ok(true),
    }
}

/// A new document, public at once.
pub async fn publish(
    actor: &Actor<Librarian>,
    media: &Media,
    (sheet, handed): (&Sheet, Handed),
) -> Result<std::result::Result<DocumentId, NotPublished>> {
    let kept = kept(&handed);
    let content = match stored(media, handed).await? {
        Ok(content) => content,
        Err(why) => return Ok(Err(why)),
    };
    let mut tx = actor.begin().await?;
    if !take(actor, &mut tx, kept.as_ref()).await? {
        return Ok(Err(NotPublished::Gone));
    }
    let id = add(actor, &mut tx, sheet, None).await?.ok_or_else(|| Error::Bug("document: made twice".into()))?;
    write(actor, &mut tx, (&id, &content, "")).await?;
    enter(actor, &mut tx, &id).await?;
    actor.record(&mut tx, Deed::new(DeedKind::DocumentPublished).detail(&sheet.title)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// None: there is one already of the same origin.
async fn add<R: Signed>(actor: &Actor<R>, tx: &mut Tx, sheet: &Sheet, from: Option<&str>) -> Result<Option<DocumentId>> {
    let id: DocumentId = random::id(actor.now());
    let row = q(ADD).bind(&id).bind(&sheet.title).bind(&sheet.theme).bind(&sheet.description).bind(&sheet.language);
    let row = row.bind(sheet.licence.as_str()).bind(&sheet.publisher).bind(sheet.dated_on);
    let row = row.bind(sheet.valid_until.map(|day| day.to_string())).bind(from).bind(actor.now()).bind(actor.person());
    Ok((row.run(tx).await? == 1).then_some(id))
}

async fn write<R: Signed>(actor: &Actor<R>, tx: &mut Tx, (id, content, note): (&DocumentId, &Content, &str)) -> Result<()> {
    let (address, file) = match content {
        Content::Address(address) => (Some(address.as_str()), None),
        Content::File { name, kind, bytes, sha256 } => (None, Some((name.as_str(), kind.media(), *bytes, sha256.as_str()))),
    };
    let row = q(ADD_VERSION).bind(id).bind(address).bind(file.map(|file| file.0)).bind(file.map(|file| file.1));
    let row = row.bind(file.map(|file| file.2)).bind(file.map(|file| file.3)).bind(note);
    row.bind(actor.now()).bind(actor.person()).run(tx).await.map(drop)
}

/// Makes what is public findable as it now stands.
async fn enter<R>(actor: &Actor<R>, tx: &mut Tx, id: &DocumentId) -> Result<()> {
    let Some(one) = find(tx, id.as_str(), "", false).await?.pop() else { return Ok(()) };
    let text = format!("{}\n\n{}", one.sheet.description, one.sheet.publisher);
    let entry = Entry {
        kind: search::Kind::Document,
        id: id.as_str(),
        readers: Readers::Everybody,
        theme: &one.sheet.theme,
        day: one.sheet.dated_on,
        title: &one.sheet.title,
        text: text.trim(),
    };
    tx.index(actor.now(), &entry).await
}

/// Held, and as it stands.
async fn hold(actor: &Actor<Librarian>, id: &DocumentId) -> Result<(Tx, Document)> {
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(id).bind(own(actor)).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    let found = find(&mut tx, id.as_str(), "", true).await?.pop().ok_or(Error::NotFound)?;
    Ok((tx, found))
}

fn is_same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Address(one), Content::Address(other)) => one == other,
        (Content::File { sha256: one, .. }, Content::File { sha256: other, .. }) => one == other,
        _ => false,
    }
}

/// Another content under the same address; what stood stays to be had as it was.
pub async fn add_version(
    actor: &Actor<Librarian>,
    media: &Media,
    id: &DocumentId,
    (handed, note): (Handed, &str),
) -> Result<std::result::Result<(), NotPublished>> {
    // Whoever may not publish does not fill the store either.
    super::kept_one(actor, id).await?;
    let kept = kept(&handed);
    let content = match stored(media, handed).await? {
        Ok(content) => content,
        Err(why) => return Ok(Err(why)),
    };
    let (mut tx, found) = hold(actor, id).await?;
    if is_same(&found.latest.content, &content) {
        return Ok(Err(NotPublished::Same));
    }
    if !take(actor, &mut tx, kept.as_ref()).await? {
        return Ok(Err(NotPublished::Gone));
    }
    write(actor, &mut tx, (id, &content, note)).await?;
    actor.record(&mut tx, Deed::new(DeedKind::DocumentReplaced).detail(&found.sheet.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// What is said of it; one that was withdrawn is public again. Of two changes at once, the later is told.
pub async fn change(actor: &Actor<Librarian>, id: &DocumentId, sheet: &Sheet, seen: i64) -> Result<std::result::Result<(), NotPublished>> {
    let (mut tx, found) = hold(actor, id).await?;
    if found.revision != seen + 1 {
        return Ok(Err(NotPublished::ChangedMeanwhile));
    }
    let row = q(CHANGE).bind(id).bind(&sheet.title).bind(&sheet.theme).bind(&sheet.description).bind(&sheet.language);
    let row = row.bind(sheet.licence.as_str()).bind(&sheet.publisher).bind(sheet.dated_on);
    row.bind(sheet.valid_until.map(|day| day.to_string())).run(&mut tx).await?;
    enter(actor, &mut tx, id).await?;
    actor.record(&mut tx, Deed::new(DeedKind::DocumentChanged).detail(&sheet.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes it away from readers and from the search; its versions stay. Twice does no harm.
pub async fn withdraw(actor: &Actor<Librarian>, id: &DocumentId, why: &str) -> Result<()> {
    let (mut tx, found) = hold(actor, id).await?;
    if q(WITHDRAW).bind(id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await? == 1 {
        tx.unindex(id.as_str()).await?;
        actor.record(&mut tx, Deed::new(DeedKind::DocumentWithdrawn).detail(format!("{}: {why}", found.sheet.title))).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// A file of another slice, public at once; offered again, it is the same document, with a version more if the file is
/// another, and public if it was withdrawn.
pub async fn offer<R: Signed + Doing>(
    actor: &Actor<R>,
    media: &Media,
    offer: Offer<'_>,
) -> Result<std::result::Result<DocumentId, NotPublished>> {
    let content = match stored(media, Handed::File(offer.file)).await? {
        Ok(content) => content,
        Err(why) => return Ok(Err(why)),
    };
    let copy = |text: &str| text.chars().take(LINE).collect::<String>();
    let sheet = Sheet {
        title: copy(offer.title),
        theme: copy(offer.theme),
        description: String::new(),
        language: LANGUAGES[0].into(),
        licence: Licence::Reading,
        publisher: copy(offer.publisher),
        dated_on: actor.now().day(),
        valid_until: None,
    };
    let mut tx = actor.begin().await?;
    q(HOLD_FROM).bind(offer.from).run(&mut tx).await?;
    let id = match add(actor, &mut tx, &sheet, Some(offer.from)).await? {
        Some(id) => id,
        None => q(FROM).bind(offer.from).one::<(DocumentId,)>(&mut tx).await?.0,
    };
    let stands = find(&mut tx, id.as_str(), "", true).await?.pop();
    let back = q(PUT_BACK).bind(&id).run(&mut tx).await? == 1;
    let known = stands.is_some_and(|one| is_same(&one.latest.content, &content));
    if known && !back {
        return Ok(Ok(id));
    }
    if !known {
        write(actor, &mut tx, (&id, &content, "")).await?;
    }
    enter(actor, &mut tx, &id).await?;
    actor.record(&mut tx, Deed::new(DeedKind::DocumentPublished).detail(&sheet.title)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}
