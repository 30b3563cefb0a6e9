//! Judging a file against the registers, and carrying it out in one transaction against the registers as they are then.

use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::edition::Edition;
use crate::domain::ids::ImportId;
use crate::domain::import::facts::Facts;
use crate::domain::import::register::Register;
use crate::domain::import::{Counts, FileKind, Judged, Table, enti, people, successions};
use crate::domain::moment::Moment;
use crate::enti::import::{ABANDONED_AFTER, CarriedOut, MayImport, Read, Reading};
use crate::enti::succession::store::{HOLD_REGISTER, change_code, history, succeed};
use crate::platform::db::{AsConn, Query, Tx, q};
use crate::platform::{Error, Result, random};
use crate::programme;

use super::{enti as enti_store, people as people_store, registers};

const START: &str = "\
    update import set started_at = $2 \
    where import_id = $1 and done_at is null and content is not null and coalesce(started_at, 0) < $3";
const STOP: &str = "update import set started_at = null where import_id = $1 and done_at is null";
/// Of two who confirm the same file, one finds it.
const HOLD: &str = "\
    update import set done_at = $2, done_by = $3, invited = $4 where import_id = $1 and done_at is null and content is not null";
const CONTENT: &str = "select kind, file_name, content from import where import_id = $1";
const FINISH: &str = "update import set content = null, created = $2, changed = $3, unchanged = $4 where import_id = $1";

/// What a file would do to the registers as they stand.
pub async fn judge<R: MayImport>(actor: &Actor<R>, kind: FileKind, text: &str) -> Result<Read<Reading>> {
    match Table::read(kind, text) {
        Ok(mut table) => {
            let edition = programme::current(actor).await?;
            let judged = judged(&mut table, (actor.now(), edition.as_ref()), &mut actor.reader().await?).await?;
            Ok(Ok(Reading { table, judged }))
        }
        Err(fault) => Ok(Err(fault)),
    }
}

/// All enti, for whoever writes the name of one.
pub async fn register(actor: &Actor<Secretariat>) -> Result<Register> {
    registers::enti(&mut actor.reader().await?).await
}

async fn judged(table: &mut Table, (now, edition): (Moment, Option<&Edition>), on: &mut impl AsConn) -> Result<Judged> {
    let today = now.day();
    let mut register = registers::enti(on).await?;
    let facts = if table.kind == FileKind::People { registers::facts(on, edition).await? } else { Facts::default() };
    if table.kind == FileKind::People {
        table.layout.pass_over(facts.unasked());
    }
    let (sheet, layout) = (&table.sheet, &table.layout);
    Ok(match table.kind {
        FileKind::Enti => Judged::Enti(enti::plan(sheet, layout, &mut register, enti::Ground { today, fresh: &mut || random::id(now) })),
        FileKind::People => {
            let people = registers::people(on, today).await?;
            let fresh = &mut || (random::id(now), random::id(now));
            Judged::People(people::plan(sheet, layout, &register, people, people::Ground { today, facts, fresh }))
        }
        FileKind::Successions => Judged::Successions(successions::plan(sheet, layout, &mut register, history(on).await?, today)),
    })
}

/// Notes that a file is being carried out, for those who look meanwhile; false if it is already, or is no more.
pub async fn start<R: MayImport>(actor: &Actor<R>, id: &ImportId) -> Result<bool> {
    let mut tx = actor.begin().await?;
    let before = actor.now().plus_minutes(-ABANDONED_AFTER);
    let started = q(START).bind(id).bind(actor.now()).bind(before).run(&mut tx).await?;
    tx.commit().await?;
    Ok(started == 1)
}

/// Carries a file out, all or nothing, if it still does what was shown (`shown` is [`Judged::fingerprint`]).
pub async fn carry_out<R: MayImport>(actor: &Actor<R>, id: &ImportId, shown: &str, invite: bool) -> Result<CarriedOut> {
    let done = attempt(actor, id, shown, invite).await;
    if !matches!(done, Ok(CarriedOut::Done(_))) {
        let mut tx = actor.begin().await?;
        q(STOP).bind(id).run(&mut tx).await?;
        tx.commit().await?;
    }
    done
}

async fn attempt<R: MayImport>(actor: &Actor<R>, id: &ImportId, shown: &str, invite: bool) -> Result<CarriedOut> {
    let edition = programme::current(actor).await?;
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(id).bind(actor.now()).bind(actor.role().doer()).bind(invite).run(&mut tx).await? == 0 {
        return Ok(CarriedOut::Gone);
    }
    q(HOLD_REGISTER).run(&mut tx).await?;
    let (kind, name, content): (String, String, String) = q(CONTENT).bind(id).one(&mut tx).await?;
    let defect = || Error::Bug(format!("import {id}"));
    let mut table = Table::read(FileKind::parse(&kind).ok_or_else(defect)?, &content).map_err(|_| defect())?;
    let judged = judged(&mut table, (actor.now(), edition.as_ref()), &mut tx).await?;
    if !judged.faults().is_empty()
        || judged.fingerprint() != shown
        || !write(actor, &mut tx, &Carried { id, invite, edition: edition.as_ref() }, &judged).await?
    {
        return Ok(CarriedOut::Differs);
    }
    let counts = judged.counts();
    q(FINISH).bind(id).bind(number(counts.created)).bind(number(counts.changed)).bind(number(counts.same)).run(&mut tx).await?;
    let Counts { created, changed, same } = counts;
    let detail = format!("{kind} {name}: +{created} ~{changed} ={same}");
    actor.record(&mut tx, Deed::new(DeedKind::ImportCarriedOut).detail(detail)).await?;
    tx.commit().await?;
    Ok(CarriedOut::Done(counts))
}

/// The import that is carried out.
pub(super) struct Carried<'a> {
    pub(super) id: &'a ImportId,
    /// Whether new people are sent the letter to choose a password.
    pub(super) invite: bool,
    /// The edition for which things are told of people.
    pub(super) edition: Option<&'a Edition>,
}

/// Rows of a statement: one row a statement costs a journey to PostgreSQL each.
pub(super) const AT_ONCE: usize = 20;

/// Writes rows by a statement for [`AT_ONCE`] of them, and one for a single row. False if one of them was there already.
pub(super) async fn insert<T>(
    tx: &mut Tx,
    (many, one): (&'static str, &'static str),
    rows: &[T],
    values: impl Fn(Query, &T) -> Query,
) -> Result<bool> {
    let whole = rows.len() - rows.len() % AT_ONCE;
    for some in rows[..whole].chunks(AT_ONCE).chain(rows[whole..].chunks(1)) {
        let statement = if some.len() == AT_ONCE { many } else { one };
        let written = some.iter().fold(q(statement), &values).run(tx).await?;
        if written != some.len() as u64 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

async fn write<R: MayImport>(actor: &Actor<R>, tx: &mut Tx, import: &Carried<'_>, judged: &Judged) -> Result<bool> {
    match judged {
        Judged::Enti(plan) => enti_store::write(actor, tx, &plan.work).await,
        Judged::People(plan) => people_store::write(actor, tx, import, &plan.work).await,
        Judged::Successions(plan) => {
            for meant in &plan.work.successions {
                succeed(actor, tx, meant).await?;
            }
            for code in &plan.work.codes {
                change_code(actor, tx, code).await?;
            }
            Ok(true)
        }
    }
}
