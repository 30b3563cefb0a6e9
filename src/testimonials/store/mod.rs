//! Testimonials in the database: what everybody reads; and, in rooms of their own, what is prepared, answered, released.

pub mod answers;
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

/// What everybody may see today (`$1`): published, every release holds, no electoral period.
const LIST: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, v.sheet, cast('' as text) as captions, t.published_at, \
        t.first_published_at, cast(null as text) as until \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where (t.holds_until is null or t.holds_until >= $1) and not exists (select 1 from testimonial_suspension s \
        where s.removed_at is null and s.starts_on <= $1 and s.ends_on >= $1 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null))) \
    order by t.first_published_at desc, t.testimonial_id";
/// One of those, or one of an electoral period with the last day of it.
const ONE: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, v.sheet, v.captions, t.published_at, t.first_published_at, \
        (select max(s.ends_on) from testimonial_suspension s where s.removed_at is null and s.starts_on <= $2 and s.ends_on >= $2 \
            and (s.ente_id = t.ente_id or s.region = e.region or (s.ente_id is null and s.region is null))) as until \
    from testimonial t join ente e on e.ente_id = t.ente_id \
        join testimonial_version v on v.testimonial_id = t.testimonial_id and v.version = t.public_version \
    where t.testimonial_id = $1 and (t.holds_until is null or t.holds_until >= $2)";
/// Those who coordinate for an ente on a day.
const COORDINATORS: &str = "\
    select distinct a.person_id from appointment a \
    where a.ente_id = $1 and a.role = 'coordinator' and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 order by a.person_id";

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
            published_at: self.published_at,
            first_published_at: self.first_published_at,
        })
    }
}

/// All that everybody may see today, the latest first; without their captions. One statement.
pub async fn list<R>(actor: &Actor<R>) -> Result<Vec<Told>> {
    let rows: Vec<ToldRow> = q(LIST).bind(actor.now().day()).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(ToldRow::told).collect()
}

/// What stands at a public address. Drafts, and what was withdrawn or has lapsed, do not exist. One statement.
pub async fn public<R>(actor: &Actor<R>, id: &TestimonialId) -> Result<Found> {
    found(&mut actor.reader().await?, id, actor.now().day()).await?.ok_or(Error::NotFound)
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
