//! Testimonials in the database: what everybody reads; and, in rooms of their own, what is prepared, answered, released.

pub mod answers;
pub mod heirs;
pub mod preparing;
pub mod reading;
pub mod releases;
pub mod sight;
pub mod suspensions;
pub mod upkeep;

use sqlx::FromRow;

use super::{About, Found, Told};
use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::ids::{EnteId, PersonId, TestimonialId};
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::domain::testimonial::Sheet;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result};
use crate::ui::page;
use crate::ui::words::Lang;

/// What everybody may see today (`$1`): published, every release holds, no electoral period of the ente or of one that goes on
/// with it.
const LIST: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, v.sheet, cast('' as text) as captions, t.published_at, \
        t.first_published_at, cast(null as text) as until \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where (t.holds_until is null or t.holds_until >= $1) and not exists (select 1 from testimonial_suspension s \
        where s.removed_at is null and s.starts_on <= $1 and s.ends_on >= $1 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null) \
                or s.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = t.ente_id))) \
    order by t.first_published_at desc, t.testimonial_id";
/// The first of them.
const LATEST: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, v.sheet, cast('' as text) as captions, t.published_at, \
        t.first_published_at, cast(null as text) as until \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where (t.holds_until is null or t.holds_until >= $1) and not exists (select 1 from testimonial_suspension s \
        where s.removed_at is null and s.starts_on <= $1 and s.ends_on >= $1 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null) \
                or s.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = t.ente_id))) \
    order by t.first_published_at desc, t.testimonial_id limit 1";
/// One of those, or one of an electoral period with the last day of it.
const ONE: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, v.sheet, v.captions, t.published_at, t.first_published_at, \
        (select max(s.ends_on) from testimonial_suspension s where s.removed_at is null and s.starts_on <= $2 and s.ends_on >= $2 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null) \
                or s.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = t.ente_id))) as until \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where t.testimonial_id = $1 and (t.holds_until is null or t.holds_until >= $2)";
/// Those who coordinate on a day for an ente, or for one that goes on with it.
const COORDINATORS: &str = "\
    select distinct a.person_id from appointment a \
    where (a.ente_id = $1 or a.ente_id in (select l.ente_id from ente_line l where l.ancestor_id = $1)) and a.role = 'coordinator' and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 order by a.person_id";

#[derive(FromRow)]
struct ToldRow {
    testimonial_id: TestimonialId,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    sheet: String,
    captions: String,
    published_at: Option<Moment>,
    first_published_at: Option<Moment>,
    until: Option<String>,
}

impl ToldRow {
    fn told(self) -> Result<Told> {
        Ok(Told {
            sheet: sheet(&self.sheet)?,
            id: self.testimonial_id,
            ente: EnteName { id: self.ente_id, kind: self.kind, name: self.name, province: self.province },
            region: self.region,
            captions: self.captions,
            today: Vec::new(),
            published_at: self.published_at,
            first_published_at: self.first_published_at,
        })
    }
}

/// All that everybody may see today, the latest first; without their captions. Two statements.
pub async fn list<R>(actor: &Actor<R>) -> Result<Vec<Told>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<ToldRow> = q(LIST).bind(actor.now().day()).all(&mut conn).await?;
    let heirs = heirs::all(&mut conn).await?;
    rows.into_iter().map(|row| Ok(row.told()?.with(&heirs))).collect()
}

/// The latest that everybody may see today, for pages that lead to it. One statement.
pub async fn latest<R>(actor: &Actor<R>) -> Result<Option<Told>> {
    let row: Option<ToldRow> = q(LATEST).bind(actor.now().day()).optional(&mut actor.reader().await?).await?;
    row.map(ToldRow::told).transpose()
}

/// What stands at a public address. Drafts, and what was withdrawn or has lapsed, do not exist. Two statements.
pub async fn public<R>(actor: &Actor<R>, id: &TestimonialId) -> Result<Found> {
    let mut conn = actor.reader().await?;
    let found = found(&mut conn, id, actor.now().day()).await?.ok_or(Error::NotFound)?;
    let Found::Told(told) = found else { return Ok(found) };
    let heirs = heirs::all(&mut conn).await?;
    Ok(Found::Told(Box::new(told.with(&heirs))))
}

async fn found(on: &mut impl AsConn, id: &TestimonialId, today: Day) -> Result<Option<Found>> {
    let row: Option<ToldRow> = q(ONE).bind(id).bind(today).optional(on).await?;
    let Some(row) = row else { return Ok(None) };
    match row.until.as_deref() {
        Some(until) => Ok(Some(Found::Suspended(day(until)?))),
        None => Ok(Some(Found::Told(Box::new(row.told()?)))),
    }
}

/// What may be seen now and not in an electoral period: for files, which have no notice in their place.
pub async fn seen<R>(actor: &Actor<R>, id: &TestimonialId) -> Result<Told> {
    match public(actor, id).await? {
        Found::Told(told) => Ok(*told),
        Found::Suspended(_) => Err(Error::NotFound),
    }
}

fn sheet(text: &str) -> Result<Sheet> {
    serde_json::from_str(text).map_err(|error| Error::Bug(format!("sheet of a testimonial: {error}")))
}

fn written(sheet: &Sheet) -> Result<String> {
    serde_json::to_string(sheet).map_err(|error| Error::Bug(error.to_string()))
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| Error::Bug(format!("testimonial: day {text}")))
}

fn about(id: &TestimonialId, sheet: &Sheet, ente: &EnteName) -> About {
    About { id: id.clone(), title: sheet.title.clone(), ente: page::ente(ente) }
}

/// To those who coordinate for the ente.
async fn tell_ente(tx: &mut Tx, now: Moment, ente: &EnteId, letter: impl Fn(Lang) -> Letter) -> Result<()> {
    let people: Vec<(PersonId,)> = q(COORDINATORS).bind(ente).bind(now.day()).all(tx).await?;
    for (person,) in people {
        tx.post(now, Recipient::Person(&person), &letter).await?;
    }
    Ok(())
}

/// To whoever prepares it, if somebody still does.
async fn tell_preparer(tx: &mut Tx, now: Moment, person: Option<&PersonId>, letter: impl Fn(Lang) -> Letter) -> Result<()> {
    match person {
        Some(person) => tx.post(now, Recipient::Person(person), letter).await.map(drop),
        None => Ok(()),
    }
}
