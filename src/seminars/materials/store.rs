//! Materials in the database: attached, replaced, withdrawn, seen, told of.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{Attached, Draft, Material, NotAttached, Teaching, letters};
use crate::access::roles::Registrar;
use crate::access::upload::Chosen;
use crate::access::{Actor, Housekeeper, Person, Trainer};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{ClassDayId, MaterialId, MaterialVersionId, PersonId, SeminarId};
use crate::domain::material::{self, Kind, QUIET, Shown};
use crate::domain::moment::Moment;
use crate::platform::db::{Db, Tx, q};
use crate::platform::media::{self, Media, Named};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

/// `$3` is 1 for the segreteria, to whom all giornate are open.
const TEACHING: &str = "\
    select s.title, s.theme, d.starts_at from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where d.class_day_id = $1 and d.cancelled_at is null \
        and ($3 = 1 or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $2))";
/// The row of the seminar owns its materials.
const HOLD: &str = "\
    update seminar set revision = revision where seminar_id = (select d.seminar_id from class_day d \
        where d.class_day_id = $1 and d.cancelled_at is null \
            and ($3 = 1 or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $2)))";
const ATTACHED: &str = "\
    select m.material_id, m.class_day_id, m.title, m.shown, m.withdrawn_at, w.name as withdrawn_by, v.number, v.media, v.bytes, v.sha256, \
        v.added_at, a.name as added_by \
    from class_day d join material m on m.seminar_id = d.seminar_id and (m.class_day_id is null or m.class_day_id = d.class_day_id) \
        join material_version v on v.material_id = m.material_id \
            and v.number = (select max(o.number) from material_version o where o.material_id = m.material_id) \
        join person a on a.person_id = v.added_by left join person w on w.person_id = m.withdrawn_by \
    where d.class_day_id = $1 order by m.material_id";
/// What somebody enrolled sees by now; `$3` narrows to one giornata, or is empty.
const SEEN: &str = "\
    select e.class_day_id, m.material_id, m.title, m.shown, d.ends_at, v.number, v.media, v.bytes, v.sha256, v.added_at \
    from enrolment e join class_day d on d.class_day_id = e.class_day_id \
        join material m on m.seminar_id = d.seminar_id and (m.class_day_id is null or m.class_day_id = d.class_day_id) \
        join material_version v on v.material_id = m.material_id \
            and v.number = (select max(o.number) from material_version o where o.material_id = m.material_id) \
    where e.person_id = $1 and e.standing = 'seated' and m.withdrawn_at is null and d.published_at is not null and d.cancelled_at is null \
        and ($2 = '' or e.class_day_id = $2) \
    order by e.class_day_id, m.material_id";
const SEATED: &str = "select count(*) from enrolment where class_day_id = $1 and person_id = $2 and standing = 'seated'";
const SAME: &str = "\
    select count(*) from class_day d join material m on m.seminar_id = d.seminar_id \
            and (m.class_day_id is null or m.class_day_id = d.class_day_id) \
        join material_version v on v.material_id = m.material_id \
            and v.number = (select max(o.number) from material_version o where o.material_id = m.material_id) \
    where d.class_day_id = $1 and v.sha256 = $2 and m.withdrawn_at is null";
const ADD: &str = "\
    insert into material (material_id, seminar_id, class_day_id, title, shown, tell_since) \
    select cast($1 as text), d.seminar_id, cast($3 as text), cast($4 as text), cast($5 as text), cast($6 as bigint) \
    from class_day d where d.class_day_id = $2";
const ADD_VERSION: &str = "\
    insert into material_version (material_version_id, material_id, number, name, media, bytes, sha256, added_at, added_by) \
    select cast($1 as text), cast($2 as text), coalesce((select max(o.number) from material_version o where o.material_id = $2), 0) + 1, \
        cast($3 as text), cast($4 as text), cast($5 as bigint), cast($6 as text), cast($7 as bigint), cast($8 as text)";
/// One of the giornata, or of its seminar, that was not withdrawn.
const STANDS: &str = "\
    select m.title from class_day d join material m on m.seminar_id = d.seminar_id and (m.class_day_id is null or m.class_day_id = d.class_day_id) \
    where d.class_day_id = $1 and m.material_id = $2 and m.withdrawn_at is null";
const TELL_AGAIN: &str = "update material set tell_since = $2, told_at = null where material_id = $1";
const WITHDRAW: &str = "update material set withdrawn_at = $2, withdrawn_by = $3 where material_id = $1 and withdrawn_at is null";
/// Seminars to whose materials nobody has added since `$1`.
const DUE: &str = "\
    select seminar_id from material where tell_since is not null and told_at is null and withdrawn_at is null \
    group by seminar_id having max(tell_since) <= $1 order by seminar_id";
const HOLD_SEMINAR: &str = "update seminar set revision = revision where seminar_id = $1";
const TO_TELL: &str = "\
    select material_id, class_day_id, title, tell_since from material \
    where seminar_id = $1 and tell_since is not null and told_at is null and withdrawn_at is null order by material_id";
/// Those who had a seat on a giornata that is over.
const READERS: &str = "\
    select e.person_id, d.class_day_id, s.title, s.theme, d.starts_at, d.ends_at from enrolment e join class_day d on d.class_day_id = e.class_day_id \
        join seminar s on s.seminar_id = d.seminar_id \
    where d.seminar_id = $1 and e.standing = 'seated' and d.published_at is not null and d.cancelled_at is null and d.ends_at <= $2 \
    order by d.starts_at desc, d.class_day_id, e.number";
const TOLD: &str =
    "update material set told_at = $2 where seminar_id = $1 and tell_since is not null and told_at is null and withdrawn_at is null";

/// Folder of the files in the store.
const FOLDER: &str = "materiali";
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

#[derive(FromRow)]
struct TeachingRow {
    title: String,
    theme: String,
    starts_at: Moment,
}

/// A giornata that one teaches, or any for the segreteria: else `NotFound`. One statement.
pub async fn teaching(actor: &Actor<Trainer>, day: &ClassDayId) -> Result<Teaching> {
    let statement = q(TEACHING).bind(day).bind(actor.person()).bind(i64::from(actor.role().keeps_all()));
    let row: TeachingRow = statement.optional(&mut actor.reader().await?).await?.ok_or(Error::NotFound)?;
    Ok(Teaching { day: day.clone(), title: row.title, theme: row.theme, starts_at: row.starts_at })
}

#[derive(FromRow)]
struct AttachedRow {
    material_id: MaterialId,
    class_day_id: Option<ClassDayId>,
    title: String,
    shown: String,
    withdrawn_at: Option<Moment>,
    withdrawn_by: Option<String>,
    number: i64,
    media: String,
    bytes: i64,
    sha256: String,
    added_at: Moment,
    added_by: String,
}

impl AttachedRow {
    fn attached(self, day: &ClassDayId) -> Result<Attached> {
        let (shown, kind) = parsed(&self.material_id, &self.shown, &self.media)?;
        let material = Material {
            id: self.material_id,
            day: day.clone(),
            title: self.title,
            kind,
            bytes: self.bytes,
            number: self.number,
            added_at: self.added_at,
            sha256: self.sha256,
        };
        let withdrawn = self.withdrawn_at.map(|at| (at, self.withdrawn_by.unwrap_or_default()));
        Ok(Attached { material, shown, of_seminar: self.class_day_id.is_none(), added_by: self.added_by, withdrawn })
    }
}

fn parsed(id: &MaterialId, shown: &str, media: &str) -> Result<(Shown, Kind)> {
    let found = Shown::parse(shown).zip(Kind::parse(media));
    found.ok_or_else(|| Error::Bug(format!("material {id}: {shown}, {media}")))
}

/// All of a giornata, also what was withdrawn, for who attaches them. Two statements.
pub async fn attached(actor: &Actor<Trainer>, day: &ClassDayId) -> Result<Vec<Attached>> {
    teaching(actor, day).await?;
    let rows: Vec<AttachedRow> = q(ATTACHED).bind(day).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(|row| row.attached(day)).collect()
}

#[derive(FromRow)]
struct SeenRow {
    class_day_id: ClassDayId,
    material_id: MaterialId,
    title: String,
    shown: String,
    ends_at: Moment,
    number: i64,
    media: String,
    bytes: i64,
    sha256: String,
    added_at: Moment,
}

/// What a person sees of the giornate they are enrolled on: of one, or of all. One statement.
pub async fn seen(actor: &Actor<Person>, day: Option<&ClassDayId>) -> Result<Vec<Material>> {
    let day = day.map_or_else(String::new, ToString::to_string);
    let rows: Vec<SeenRow> = q(SEEN).bind(actor.person()).bind(day).all(&mut actor.reader().await?).await?;
    let mut seen = Vec::new();
    for row in rows {
        let (shown, kind) = parsed(&row.material_id, &row.shown, &row.media)?;
        if shown.is_seen(row.ends_at, actor.now()) {
            let (id, day, title) = (row.material_id, row.class_day_id, row.title);
            seen.push(Material { id, day, title, kind, bytes: row.bytes, number: row.number, added_at: row.added_at, sha256: row.sha256 });
        }
    }
    Ok(seen)
}

/// Whether somebody is enrolled on a giornata.
pub async fn is_seated(actor: &Actor<Person>, day: &ClassDayId) -> Result<bool> {
    Ok(q(SEATED).bind(day).bind(actor.person()).count(&mut actor.reader().await?).await? > 0)
}

/// Where its content lies.
pub fn named(one: &Material) -> Named {
    Named::new(FOLDER, &one.sha256).long(one.bytes)
}

/// The content of a file, whole: for the library, which keeps one of its own.
pub async fn bytes(media: &Media, one: &Material) -> Result<Vec<u8>> {
    media.read(FOLDER, &one.sha256).await
}

async fn hold(actor: &Actor<Trainer>, day: &ClassDayId) -> Result<Tx> {
    let mut tx = actor.begin().await?;
    match q(HOLD).bind(day).bind(actor.person()).bind(i64::from(actor.role().keeps_all())).run(&mut tx).await? {
        1 => Ok(tx),
        _ => Err(Error::NotFound),
    }
}

/// A file that lies in the store, and that no row names yet.
struct Kept {
    name: String,
    kind: Kind,
    bytes: i64,
    sha256: String,
}

async fn keep(media: &Media, file: Chosen) -> Result<std::result::Result<Kept, NotAttached>> {
    let kind = match material::judge(&file.bytes) {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(NotAttached::File(refusal))),
    };
    let name = file.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let sha256 = media.keep(FOLDER, file.bytes).await?;
    Ok(Ok(Kept { name, kind, bytes, sha256 }))
}

/// Judged before it is stored, and not stored twice for one giornata.
async fn taken(
    actor: &Actor<Trainer>,
    media: &Media,
    day: &ClassDayId,
    file: Option<Chosen>,
) -> Result<std::result::Result<Kept, NotAttached>> {
    // Whoever teaches no such giornata does not fill the store either.
    teaching(actor, day).await?;
    let Some(file) = file else { return Ok(Err(NotAttached::File(material::Refusal::Missing))) };
    let same = q(SAME).bind(day).bind(media::fingerprint(&file.bytes)).count(&mut actor.reader().await?).await?;
    if same > 0 { Ok(Err(NotAttached::Twice)) } else { keep(media, file).await }
}

async fn add_version(tx: &mut Tx, actor: &Actor<Trainer>, id: &MaterialId, kept: &Kept) -> Result<()> {
    let version: MaterialVersionId = random::id(actor.now());
    let statement = q(ADD_VERSION).bind(&version).bind(id).bind(&kept.name).bind(kept.kind.media()).bind(kept.bytes).bind(&kept.sha256);
    statement.bind(actor.now()).bind(actor.person()).run(tx).await?;
    Ok(())
}

/// One more file of a giornata, or of its seminar.
pub async fn attach(
    actor: &Actor<Trainer>,
    media: &Media,
    (day, draft): (&ClassDayId, &Draft),
    file: Option<Chosen>,
) -> Result<std::result::Result<(), NotAttached>> {
    if draft.title.chars().count() > material::LONGEST_TITLE {
        return Ok(Err(NotAttached::LongTitle));
    }
    let kept = match taken(actor, media, day, file).await? {
        Ok(kept) => kept,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut tx = hold(actor, day).await?;
    if q(SAME).bind(day).bind(&kept.sha256).count(&mut tx).await? > 0 {
        return Ok(Err(NotAttached::Twice));
    }
    let id: MaterialId = random::id(actor.now());
    let title = [draft.title.clone(), material::title_of(&kept.name), material::file_name("", kept.kind)];
    let title = title.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
    let only = (!draft.of_seminar).then_some(day);
    q(ADD).bind(&id).bind(day).bind(only).bind(&title).bind(draft.shown.as_str()).bind(actor.now()).run(&mut tx).await?;
    add_version(&mut tx, actor, &id, &kept).await?;
    actor.record(&mut tx, Deed::new(DeedKind::MaterialAttached).detail(&title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Another file under the same title; `tell` has those written to whose giornata is over.
pub async fn replace(
    actor: &Actor<Trainer>,
    media: &Media,
    (day, id, tell): (&ClassDayId, &MaterialId, bool),
    file: Option<Chosen>,
) -> Result<std::result::Result<(), NotAttached>> {
    let kept = match taken(actor, media, day, file).await? {
        Ok(kept) => kept,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut tx = hold(actor, day).await?;
    let Some((title,)) = q(STANDS).bind(day).bind(id).optional::<(String,)>(&mut tx).await? else { return Ok(Err(NotAttached::Gone)) };
    add_version(&mut tx, actor, id, &kept).await?;
    if tell {
        q(TELL_AGAIN).bind(id).bind(actor.now()).run(&mut tx).await?;
    }
    actor.record(&mut tx, Deed::new(DeedKind::MaterialReplaced).detail(&title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Nobody enrolled sees it any more. One that is not there: `NotFound`; one withdrawn already stays so.
pub async fn withdraw(actor: &Actor<Trainer>, day: &ClassDayId, id: &MaterialId) -> Result<()> {
    let mut tx = hold(actor, day).await?;
    let Some((title,)) = q(STANDS).bind(day).bind(id).optional::<(String,)>(&mut tx).await? else {
        drop(tx);
        let all = attached(actor, day).await?;
        return if all.iter().any(|one| one.material.id == *id) { Ok(()) } else { Err(Error::NotFound) };
    };
    if q(WITHDRAW).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await? == 1 {
        actor.record(&mut tx, Deed::new(DeedKind::MaterialWithdrawn).detail(&title)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Writes to those whose giornata is over of what has arrived since: one letter each for what was attached together.
/// Returns how many were written.
pub async fn tell(db: Db, now: Moment) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let due: Vec<(SeminarId,)> = q(DUE).bind(now.plus_minutes(-QUIET)).all(&mut actor.reader().await?).await?;
    let mut written = 0;
    for (seminar,) in due {
        written += tell_of(&actor, &seminar).await?;
    }
    Ok(written)
}

#[derive(FromRow)]
struct ToTell {
    class_day_id: Option<ClassDayId>,
    title: String,
    tell_since: Moment,
}

#[derive(FromRow)]
struct ReaderRow {
    person_id: PersonId,
    class_day_id: ClassDayId,
    title: String,
    theme: String,
    starts_at: Moment,
    ends_at: Moment,
}

async fn tell_of(actor: &Actor<Housekeeper>, seminar: &SeminarId) -> Result<u64> {
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD_SEMINAR, seminar).await?;
    // Another server may have been faster, or another file come.
    let arrived: Vec<ToTell> = q(TO_TELL).bind(seminar).all(&mut tx).await?;
    if arrived.iter().any(|one| one.tell_since > now.plus_minutes(-QUIET)) {
        return Ok(0);
    }
    let rows: Vec<ReaderRow> = q(READERS).bind(seminar).bind(now).all(&mut tx).await?;
    // Somebody who was on several giornate is told once, of the last.
    let mut readers: BTreeMap<PersonId, (Teaching, Vec<String>)> = BTreeMap::new();
    for row in rows {
        let is_new = |one: &&ToTell| one.tell_since >= row.ends_at && one.class_day_id.as_ref().is_none_or(|day| *day == row.class_day_id);
        let titles = arrived.iter().filter(is_new).map(|one| one.title.clone()).collect::<Vec<_>>();
        if !titles.is_empty() {
            let day = Teaching { day: row.class_day_id, title: row.title, theme: row.theme, starts_at: row.starts_at };
            let (_, told) = readers.entry(row.person_id).or_insert((day, Vec::new()));
            told.extend(titles.into_iter().filter(|title| !told.contains(title)).collect::<Vec<_>>());
        }
    }
    for (person, (day, titles)) in &readers {
        tx.post(now, Recipient::Person(person), |lang| letters::arrived(lang, day, titles)).await?;
    }
    q(TOLD).bind(seminar).bind(now).run(&mut tx).await?;
    tx.commit().await?;
    Ok(readers.len() as u64)
}
