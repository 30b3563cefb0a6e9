//! What the ente answers to the version it was sent: corrections, "visto, si pubblichi", and its word taken back.

use sqlx::FromRow;

use super::preparing::WITHDRAW;
use super::reading::{side, versions};
use super::{about, heirs, sight, tell_preparer};
use crate::access::session::EnteName;
use crate::access::{Actor, Coordinator};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, PersonId, TestimonialId};
use crate::domain::moment::Moment;
use crate::domain::testimonial::{Part, changes};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result};
use crate::testimonials::{Answer, ChangedMeanwhile, Own, Side, Version, letters};

/// Those of the ente acted for, and of the enti it goes on with, of which a version was sent.
const IDS: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, t.prepared_by, t.public_version, t.withdrawn_at, \
        t.withdrawn_side, t.withdrawn_why \
    from testimonial t join ente e on e.ente_id = t.ente_id where (t.ente_id = $1 or t.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $1)) \
        and ($2 = '' or t.testimonial_id = $2) \
        and exists (select 1 from testimonial_version v where v.testimonial_id = t.testimonial_id) \
    order by t.created_at desc, t.testimonial_id";
const HOLD: &str = "\
    update testimonial set revision = revision where testimonial_id = $1 \
        and (ente_id = $2 or ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $2))";
const ANSWER: &str = "\
    update testimonial_version set answer = $3, answer_text = $4, signed_name = $5, answered_at = $6, answered_by = $7 \
    where testimonial_id = $1 and version = $2 and answer is null \
        and version = (select max(w.version) from testimonial_version w where w.testimonial_id = $1)";

const WAITING: &str = "\
    select count(*) from testimonial t join testimonial_version v on v.testimonial_id = t.testimonial_id \
        and v.version = (select max(w.version) from testimonial_version w where w.testimonial_id = t.testimonial_id) \
    where (t.ente_id = $1 or t.ente_id in (select l.ancestor_id from ente_line l where l.ente_id = $1)) and v.answer is null \
        and (t.withdrawn_at is null or t.withdrawn_at < v.sent_at)";

#[derive(FromRow)]
struct OwnRow {
    testimonial_id: TestimonialId,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    prepared_by: Option<PersonId>,
    public_version: Option<i64>,
    withdrawn_at: Option<Moment>,
    withdrawn_side: Option<String>,
    withdrawn_why: Option<String>,
}

impl OwnRow {
    fn own(self, versions: Vec<Version>) -> Result<Own> {
        let mut versions = versions.into_iter();
        let version = versions.next().ok_or(Error::NotFound)?;
        let changed: Option<Vec<Part>> =
            versions.next().map(|before| changes((&before.sheet, &before.captions), (&version.sheet, &version.captions)));
        let withdrawn =
            self.withdrawn_at.map(|at| (at, side(self.withdrawn_side.as_deref()), self.withdrawn_why.clone().unwrap_or_default()));
        Ok(Own {
            id: self.testimonial_id,
            ente: EnteName { id: self.ente_id, kind: self.kind, name: self.name, province: self.province },
            region: self.region,
            today: Vec::new(),
            version,
            changed,
            is_public: self.public_version.is_some(),
            public_version: self.public_version,
            withdrawn,
        })
    }
}

/// How many wait for the answer of the ente acted for. One statement.
pub async fn waiting(actor: &Actor<Coordinator>) -> Result<i64> {
    q(WAITING).bind(actor.ente()).count(&mut actor.reader().await?).await
}

/// All of the ente acted for. A statement for each, and two: an ente has one or two.
pub async fn own(actor: &Actor<Coordinator>) -> Result<Vec<Own>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<OwnRow> = q(IDS).bind(actor.ente()).bind("").all(&mut conn).await?;
    let heirs = heirs::all(&mut conn).await?;
    let mut own = Vec::new();
    for row in rows {
        let versions = versions(&mut conn, &row.testimonial_id).await?;
        own.push(row.own(versions)?.with(&heirs));
    }
    Ok(own)
}

/// One of the ente acted for, of which a version was sent. Three statements.
pub async fn one(actor: &Actor<Coordinator>, id: &TestimonialId) -> Result<Own> {
    let mut conn = actor.reader().await?;
    let (own, _) = read(actor, &mut conn, id).await?;
    Ok(own.with(&heirs::all(&mut conn).await?))
}

async fn read(actor: &Actor<Coordinator>, on: &mut impl AsConn, id: &TestimonialId) -> Result<(Own, Option<PersonId>)> {
    let row: OwnRow = q(IDS).bind(actor.ente()).bind(id.to_string()).optional(on).await?.ok_or(Error::NotFound)?;
    let (preparer, versions) = (row.prepared_by.clone(), versions(on, id).await?);
    Ok((row.own(versions)?, preparer))
}

/// What is written under a version.
struct Answered<'a> {
    version: i64,
    answer: &'static str,
    text: &'a str,
    name: &'a str,
}

async fn answer(actor: &Actor<Coordinator>, tx: &mut Tx, id: &TestimonialId, with: &Answered<'_>) -> Result<bool> {
    let row = q(ANSWER).bind(id).bind(with.version).bind(with.answer).bind(with.text).bind(with.name);
    Ok(row.bind(actor.now()).bind(actor.person()).run(tx).await? == 1)
}

/// Asks for corrections to the version that was read; another was sent meanwhile, or it was answered: told so.
pub async fn ask_corrections(
    actor: &Actor<Coordinator>,
    id: &TestimonialId,
    (version, text): (i64, &str),
) -> Result<std::result::Result<(), ChangedMeanwhile>> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    let (own, preparer) = read(actor, &mut tx, id).await?;
    if !answer(actor, &mut tx, id, &Answered { version, answer: "corrections", text, name: "" }).await? {
        return Ok(Err(ChangedMeanwhile));
    }
    let about = about(id, &own.version.sheet, &own.ente);
    tell_preparer(&mut tx, actor.now(), preparer.as_ref(), |lang| letters::corrections(lang, &about, text)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialCorrected).of(actor.ente()).detail(&about.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Who approves which version.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    pub version: i64,
    pub name: &'a str,
}

/// "Visto, si pubblichi": of the version that was read, and of no other.
pub async fn approve(
    actor: &Actor<Coordinator>,
    id: &TestimonialId,
    signed: Signed<'_>,
) -> Result<std::result::Result<(), ChangedMeanwhile>> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    let (own, preparer) = read(actor, &mut tx, id).await?;
    if !answer(actor, &mut tx, id, &Answered { version: signed.version, answer: "approved", text: "", name: signed.name }).await? {
        return Ok(Err(ChangedMeanwhile));
    }
    let about = about(id, &own.version.sheet, &own.ente);
    tell_preparer(&mut tx, actor.now(), preparer.as_ref(), |lang| letters::approved(lang, &about, signed.name)).await?;
    let detail = format!("{}, {}: {}", about.title, signed.version, signed.name);
    actor.record(&mut tx, Deed::new(Kind::TestimonialApproved).of(actor.ente()).detail(detail)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The ente takes its word back: readers see it no more, and it needs a new approval. Whether there was something to take back.
pub async fn take_back(actor: &Actor<Coordinator>, id: &TestimonialId, why: &str) -> Result<bool> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    let (own, preparer) = read(actor, &mut tx, id).await?;
    let approved =
        matches!(&own.version.answer, Some(Answer::Approved(_, at)) if own.withdrawn.as_ref().is_none_or(|(then, ..)| then < at));
    if !own.is_public && !approved {
        return Ok(false);
    }
    let row = q(WITHDRAW).bind(id).bind(actor.now()).bind(actor.person()).bind(Side::Ente.as_str());
    row.bind(why).run(&mut tx).await?;
    sight::settle(&mut tx, id, actor.now()).await?;
    let about = about(id, &own.version.sheet, &own.ente);
    tell_preparer(&mut tx, actor.now(), preparer.as_ref(), |lang| letters::taken_back(lang, &about, why)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialWithdrawn).of(actor.ente()).detail(format!("{}: {why}", about.title))).await?;
    tx.commit().await?;
    Ok(true)
}
