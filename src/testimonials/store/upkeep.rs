//! What the clock does: releases expire, electoral periods begin and end.

use sqlx::FromRow;

use super::releases::LAPSE;
use super::{about, sheet, sight, tell_ente, tell_preparer};
use crate::access::session::EnteName;
use crate::access::{Actor, Housekeeper};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, PersonId, TestimonialId};
use crate::domain::moment::{Day, Moment};
use crate::platform::Result;
use crate::platform::db::{AsConn, Db, Tx, q};
use crate::testimonials::letters;

/// Days before a release expires at which those who prepare are told.
const NOTICE: i32 = 30;
/// Public ones whose releases hold until `$1` at the latest and of which nobody was told, or that are over by `$2`.
const EXPIRING: &str = "\
    select t.testimonial_id, t.prepared_by, t.holds_until, v.sheet, e.ente_id, e.kind, e.name, e.province \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where t.holds_until < $2 or (t.holds_until <= $1 and (t.warned_for is null or t.warned_for <> t.holds_until)) \
    order by t.testimonial_id";
const WARN: &str = "\
    update testimonial set warned_for = holds_until \
    where testimonial_id = $1 and holds_until = $2 and (warned_for is null or warned_for <> holds_until)";
const HOLD: &str = "update testimonial set revision = revision where testimonial_id = $1";
/// What is public or can be found, and whether it may be seen today (`$1`).
const SIGHT: &str = "\
    select t.testimonial_id, t.entered_at, case when t.public_version is not null and (t.holds_until is null or t.holds_until >= $1) \
        and not exists (select 1 from testimonial_suspension s where s.removed_at is null and s.starts_on <= $1 and s.ends_on >= $1 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null) \
                or s.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = t.ente_id))) \
        then cast(1 as bigint) else cast(0 as bigint) end as seen \
    from testimonial t join ente e on e.ente_id = t.ente_id \
    where t.public_version is not null or t.entered_at is not null order by t.testimonial_id";

#[derive(FromRow)]
struct ExpiringRow {
    testimonial_id: TestimonialId,
    prepared_by: Option<PersonId>,
    holds_until: String,
    sheet: String,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
}

#[derive(FromRow)]
struct SightRow {
    testimonial_id: TestimonialId,
    entered_at: Option<Moment>,
    seen: i64,
}

/// Warns before a release expires, and takes what it held from readers when it has. How many were touched.
pub async fn expire(db: Db, now: Moment) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let today = now.day();
    let rows: Vec<ExpiringRow> = q(EXPIRING).bind(today.plus_days(NOTICE)).bind(today).all(&mut actor.reader().await?).await?;
    let mut touched = 0;
    for row in rows {
        touched += if row.holds_until < today.to_string() { lapse(&actor, &row).await? } else { warn(&actor, &row).await? };
    }
    Ok(touched)
}

impl ExpiringRow {
    fn ente(&self) -> EnteName {
        EnteName { id: self.ente_id.clone(), kind: self.kind.clone(), name: self.name.clone(), province: self.province.clone() }
    }

    fn last(&self) -> Result<Day> {
        super::day(&self.holds_until)
    }
}

async fn warn(actor: &Actor<Housekeeper>, row: &ExpiringRow) -> Result<u64> {
    let mut tx = actor.begin_on(HOLD, &row.testimonial_id).await?;
    if q(WARN).bind(&row.testimonial_id).bind(&row.holds_until).run(&mut tx).await? == 0 {
        return Ok(0);
    }
    let (about, last) = (about(&row.testimonial_id, &sheet(&row.sheet)?, &row.ente()), row.last()?);
    tell_preparer(&mut tx, actor.now(), row.prepared_by.as_ref(), |lang| letters::expiring(lang, &about, last)).await?;
    tx.commit().await?;
    Ok(1)
}

async fn lapse(actor: &Actor<Housekeeper>, row: &ExpiringRow) -> Result<u64> {
    let (id, now) = (&row.testimonial_id, actor.now());
    let mut tx = actor.begin_on(HOLD, id).await?;
    if q(LAPSE).bind(id).bind(now).run(&mut tx).await? == 0 {
        return Ok(0);
    }
    sight::settle(&mut tx, id, now).await?;
    let about = about(id, &sheet(&row.sheet)?, &row.ente());
    tell_preparer(&mut tx, now, row.prepared_by.as_ref(), |lang| letters::lapsed(lang, &about, true)).await?;
    tell_ente(&mut tx, now, &row.ente_id, |lang| letters::lapsed(lang, &about, false)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialLapsed).of(&row.ente_id).detail(&about.title)).await?;
    tx.commit().await?;
    Ok(1)
}

/// Lets be found what may be seen, and no more. How many changed.
pub async fn sight(db: Db, now: Moment) -> Result<u64> {
    // Nothing to do, as nearly always: nobody who writes has to wait.
    if astray(&mut db.reader().await?, now).await?.is_empty() {
        return Ok(0);
    }
    let mut tx = db.begin().await?;
    let changed = settle_all(&mut tx, now).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Those that can be found and may not be seen, or the other way round.
async fn astray(on: &mut impl AsConn, now: Moment) -> Result<Vec<TestimonialId>> {
    let rows: Vec<SightRow> = q(SIGHT).bind(now.day()).all(on).await?;
    Ok(rows.into_iter().filter(|row| (row.seen == 1) != row.entered_at.is_some()).map(|row| row.testimonial_id).collect())
}

/// The same within a transaction.
pub(super) async fn settle_all(tx: &mut Tx, now: Moment) -> Result<u64> {
    let astray = astray(tx, now).await?;
    for id in &astray {
        q(HOLD).bind(id).run(tx).await?;
        sight::settle(tx, id, now).await?;
    }
    Ok(astray.len() as u64)
}
