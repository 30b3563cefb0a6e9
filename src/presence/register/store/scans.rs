//! Files of signed registers: added, replaced with a reason, never removed.

use sqlx::FromRow;

use super::FOLDER;
use crate::access::Actor;
use crate::access::Trainer;
use crate::access::roles::Registrar;
use crate::access::upload::Chosen;
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{ClassDayId, RegisterScanId};
use crate::domain::moment::Moment;
use crate::domain::scan::{self, Kind, Refusal};
use crate::domain::seminar::State;
use crate::platform::db::{Tx, q};
use crate::platform::media::{Media, Named};
use crate::platform::{Error, Result, random};
use crate::presence::register::{NotAttached, Replaced, Scan};
use crate::presence::store as registers;

const SCANS: &str = "\
    select r.register_scan_id, r.name, r.media, r.sha256, r.added_at, a.name as added_by, \
        r.replaced_at, b.name as replaced_by, r.replaced_why \
    from register_scan r join person a on a.person_id = r.added_by left join person b on b.person_id = r.replaced_by \
    where r.class_day_id = $1 order by r.added_at, r.register_scan_id";
const ADD: &str = "\
    insert into register_scan (register_scan_id, class_day_id, name, media, bytes, sha256, added_at, added_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const SAME: &str = "select count(*) from register_scan where class_day_id = $1 and sha256 = $2 and replaced_at is null";
const REPLACE: &str = "\
    update register_scan set replaced_at = $3, replaced_by = $4, replaced_why = $5 \
    where register_scan_id = $1 and class_day_id = $2 and replaced_at is null";

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

#[derive(FromRow)]
struct Row {
    register_scan_id: RegisterScanId,
    name: String,
    media: String,
    sha256: String,
    added_at: Moment,
    added_by: String,
    replaced_at: Option<Moment>,
    replaced_by: Option<String>,
    replaced_why: Option<String>,
}

/// All files of a day, from the first on; whoever asks has looked whether they may. One statement.
pub async fn scans<R: Registrar>(actor: &Actor<R>, day: &ClassDayId) -> Result<Vec<Scan>> {
    let rows: Vec<Row> = q(SCANS).bind(day).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(Row::scan).collect()
}

impl Row {
    fn scan(self) -> Result<Scan> {
        let kind = Kind::parse(&self.media).ok_or_else(|| Error::Bug(format!("scan {}: {}", self.register_scan_id, self.media)))?;
        let replaced = match (self.replaced_at, self.replaced_by, self.replaced_why) {
            (Some(at), Some(by), Some(why)) => Some(Replaced { at, by, why }),
            _ => None,
        };
        let (id, name, sha256) = (self.register_scan_id, self.name, self.sha256);
        Ok(Scan { id, name, kind, sha256, added_at: self.added_at, added_by: self.added_by, replaced })
    }
}

/// Where its content lies.
pub fn named(scan: &Scan) -> Named {
    Named::new(FOLDER, &scan.sha256)
}

/// A file, as it is to be kept.
struct Kept {
    name: String,
    kind: Kind,
    bytes: i64,
    sha256: String,
}

/// Judges and stores a file: it lies there before any row names it.
async fn keep(media: &Media, file: Option<Chosen>) -> Result<std::result::Result<Kept, Refusal>> {
    let Some(file) = file else { return Ok(Err(Refusal::Missing)) };
    let kind = match scan::judge(&file.bytes) {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let name = file.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let sha256 = media.keep(FOLDER, file.bytes).await?;
    Ok(Ok(Kept { name, kind, bytes, sha256 }))
}

async fn add(tx: &mut Tx, actor: &Actor<Trainer>, day: &ClassDayId, kept: &Kept) -> Result<std::result::Result<(), NotAttached>> {
    if q(SAME).bind(day).bind(&kept.sha256).count(tx).await? > 0 {
        return Ok(Err(NotAttached::File(Refusal::Twice)));
    }
    let id: RegisterScanId = random::id(actor.now());
    let statement = q(ADD).bind(&id).bind(day).bind(&kept.name).bind(kept.kind.media()).bind(kept.bytes).bind(&kept.sha256);
    statement.bind(actor.now()).bind(actor.person()).run(tx).await?;
    Ok(Ok(()))
}

/// One more file of a register that is open.
pub async fn attach(
    actor: &Actor<Trainer>,
    media: &Media,
    day: &ClassDayId,
    file: Option<Chosen>,
) -> Result<std::result::Result<(), NotAttached>> {
    // Whoever keeps no such register does not fill the store either.
    drop(registers::hold(actor, day).await?);
    let kept = match keep(media, file).await? {
        Ok(kept) => kept,
        Err(refusal) => return Ok(Err(NotAttached::File(refusal))),
    };
    let (mut tx, held) = registers::hold(actor, day).await?;
    if held.state != State::Published {
        return Ok(Err(NotAttached::Closed));
    }
    let added = add(&mut tx, actor, day, &kept).await?;
    if added.is_ok() {
        tx.commit().await?;
    }
    Ok(added)
}

/// A file that takes the place of another.
pub struct Replacement<'a> {
    pub day: &'a ClassDayId,
    pub scan: &'a RegisterScanId,
    pub file: Option<Chosen>,
    pub why: &'a str,
}

/// The other stays, with the reason. Of a day that is closed only the segreteria replaces.
pub async fn replace(actor: &Actor<Trainer>, media: &Media, one: Replacement<'_>) -> Result<std::result::Result<(), NotAttached>> {
    drop(registers::hold(actor, one.day).await?);
    let kept = match keep(media, one.file).await? {
        Ok(kept) => kept,
        Err(refusal) => return Ok(Err(NotAttached::File(refusal))),
    };
    let (mut tx, held) = registers::hold(actor, one.day).await?;
    if !(held.state == State::Published || held.state == State::Held && actor.role().is_desk()) {
        return Ok(Err(NotAttached::Closed));
    }
    let statement = q(REPLACE).bind(one.scan).bind(one.day).bind(actor.now()).bind(actor.person()).bind(one.why);
    if statement.run(&mut tx).await? != 1 {
        return Ok(Err(NotAttached::Gone));
    }
    let added = add(&mut tx, actor, one.day, &kept).await?;
    if added.is_ok() {
        actor.record(&mut tx, Deed::new(DeedKind::ScanReplaced).detail(one.why)).await?;
        tx.commit().await?;
    }
    Ok(added)
}
