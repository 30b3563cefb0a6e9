//! Testimonials as those read them who prepare them.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{day, heirs, sheet};
use crate::access::session::EnteName;
use crate::access::{Actor, Trainer};
use crate::domain::ids::{EnteId, ReleaseId, TestimonialId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::testimonial::{Approval, Asked, Happened, Release, Sheet, State, changes, lacking};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};
use crate::testimonials::{Answer, Draft, Kept, Line, Side, Told, Version};

/// `$2` is 1 for the segreteria, to which all are open; `$3` narrows to one, or is empty.
const DRAFTS: &str = "\
    select t.testimonial_id, e.ente_id, e.kind, e.name, e.province, e.region, t.sheet, t.captions, t.revision, t.changed_at, \
        p.name as prepared_by, t.public_version, t.published_at, t.first_published_at, t.withdrawn_at, t.withdrawn_side, t.withdrawn_why, \
        t.lapsed_at, v.version, v.sheet as sent_sheet, v.captions as sent_captions, v.sent_at, v.answer, v.answered_at \
    from testimonial t join ente e on e.ente_id = t.ente_id left join person p on p.person_id = t.prepared_by \
        left join testimonial_version v on v.testimonial_id = t.testimonial_id \
            and v.version = (select max(w.version) from testimonial_version w where w.testimonial_id = t.testimonial_id) \
    where ($2 = 1 or t.prepared_by = $1) and ($3 = '' or t.testimonial_id = $3) order by t.changed_at desc, t.testimonial_id";
/// Of the same.
const RELEASES: &str = "\
    select r.testimonial_id, r.testimonial_release_id, r.name, r.reference, r.signed_on, r.expires_on \
    from testimonial_release r join testimonial t on t.testimonial_id = r.testimonial_id \
    where r.removed_at is null and ($2 = 1 or t.prepared_by = $1) and ($3 = '' or t.testimonial_id = $3) \
    order by r.added_at, r.testimonial_release_id";
const VERSIONS: &str = "\
    select version, sheet, captions, sent_at, note, answer, answer_text, answered_at, signed_name from testimonial_version \
    where testimonial_id = $1 order by version desc";

/// Enti by part of a name, those that begin with it first.
const ENTI: &str = "\
    select e.ente_id, e.kind, e.name, e.province from ente e where e.ended_on is null and e.search like '%' || $1 || '%' \
    order by case when e.search = $1 then 0 when e.search like $1 || '%' then 1 else 2 end, e.kind desc, e.search, e.province, e.ente_id limit $2";
/// Enti offered at most.
const OFFERED: i64 = 20;

#[derive(FromRow)]
struct DraftRow {
    testimonial_id: TestimonialId,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    sheet: String,
    captions: String,
    revision: i64,
    changed_at: Moment,
    prepared_by: Option<String>,
    public_version: Option<i64>,
    published_at: Option<Moment>,
    first_published_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
    withdrawn_side: Option<String>,
    withdrawn_why: Option<String>,
    lapsed_at: Option<Moment>,
    version: Option<i64>,
    sent_sheet: Option<String>,
    sent_captions: Option<String>,
    sent_at: Option<Moment>,
    answer: Option<String>,
    answered_at: Option<Moment>,
}

impl DraftRow {
    /// What the ente was asked last, against what stands now.
    fn asked(&self, now: &Sheet) -> Result<Asked> {
        let withdrawn_by_ente = self.withdrawn_at.filter(|_| self.withdrawn_side.as_deref() == Some(Side::Ente.as_str()));
        let (Some(sent), Some(captions)) = (&self.sent_sheet, &self.sent_captions) else {
            return Ok(Asked { approval: Approval::NeverAsked, changed: Vec::new(), withdrawn_by_ente });
        };
        let approval = match (self.answer.as_deref(), self.answered_at) {
            (Some("approved"), Some(at)) => Approval::Approved(at),
            (Some(_), _) => Approval::Corrections,
            (None, _) => Approval::Waiting,
        };
        Ok(Asked { approval, changed: changes((&sheet(sent)?, captions), (now, &self.captions)), withdrawn_by_ente })
    }

    fn state(&self, asked: &Asked) -> State {
        State::of(&Happened {
            is_public: self.public_version.is_some(),
            shows_the_last: self.public_version == self.version,
            sent_at: self.sent_at,
            withdrawn_at: self.withdrawn_at,
            lapsed_at: self.lapsed_at,
            asked,
        })
    }

    fn ente(&self) -> EnteName {
        EnteName { id: self.ente_id.clone(), kind: self.kind.clone(), name: self.name.clone(), province: self.province.clone() }
    }

    fn draft(self, (releases, versions): (Vec<Kept>, Vec<Version>), now: Moment) -> Result<Draft> {
        let own = sheet(&self.sheet)?;
        let asked = self.asked(&own)?;
        let words: Vec<Release> = releases.iter().map(|kept| kept.release.clone()).collect();
        let withdrawn =
            self.withdrawn_at.map(|at| (at, side(self.withdrawn_side.as_deref()), self.withdrawn_why.clone().unwrap_or_default()));
        Ok(Draft {
            revision: self.revision,
            state: self.state(&asked),
            missing: lacking(&own, &self.captions, &asked, (&words, now.day())),
            asked,
            prepared_by: self.prepared_by.clone(),
            versions,
            releases,
            withdrawn,
            lapsed_at: self.lapsed_at,
            told: Told {
                ente: self.ente(),
                id: self.testimonial_id,
                region: self.region,
                sheet: own,
                captions: self.captions,
                today: Vec::new(),
                published_at: self.published_at,
                first_published_at: self.first_published_at,
            },
        })
    }
}

pub(super) fn side(text: Option<&str>) -> Side {
    if text == Some(Side::Ente.as_str()) { Side::Ente } else { Side::Programme }
}

#[derive(FromRow)]
struct ReleaseRow {
    testimonial_id: TestimonialId,
    testimonial_release_id: ReleaseId,
    name: String,
    reference: String,
    signed_on: String,
    expires_on: Option<String>,
}

impl ReleaseRow {
    fn kept(self) -> Result<Kept> {
        let expires_on = self.expires_on.as_deref().map(day).transpose()?;
        let release = Release { name: self.name, expires_on };
        Ok(Kept { id: self.testimonial_release_id, release, reference: self.reference, signed_on: day(&self.signed_on)? })
    }
}

#[derive(FromRow)]
struct VersionRow {
    version: i64,
    sheet: String,
    captions: String,
    sent_at: Moment,
    note: String,
    answer: Option<String>,
    answer_text: String,
    answered_at: Option<Moment>,
    signed_name: String,
}

impl VersionRow {
    fn version(self) -> Result<Version> {
        let answer = match (self.answer.as_deref(), self.answered_at) {
            (Some("approved"), Some(at)) => Some(Answer::Approved(self.signed_name, at)),
            (Some(_), Some(at)) => Some(Answer::Corrections(self.answer_text, at)),
            _ => None,
        };
        let (number, captions, sent_at, note) = (self.version, self.captions, self.sent_at, self.note);
        Ok(Version { number, sheet: sheet(&self.sheet)?, captions, sent_at, note, answer })
    }
}

/// Every version that was sent, the last first.
pub(super) async fn versions(on: &mut impl AsConn, id: &TestimonialId) -> Result<Vec<Version>> {
    let rows: Vec<VersionRow> = q(VERSIONS).bind(id).all(on).await?;
    rows.into_iter().map(VersionRow::version).collect()
}

/// Rows and their releases: those that somebody prepares, or all for the segreteria.
async fn rows(actor: &Actor<Trainer>, on: &mut impl AsConn, only: &str) -> Result<Vec<(DraftRow, Vec<Kept>)>> {
    let all = i64::from(actor.role().is_desk());
    let rows: Vec<DraftRow> = q(DRAFTS).bind(actor.person()).bind(all).bind(only).all(on).await?;
    let found: Vec<ReleaseRow> = q(RELEASES).bind(actor.person()).bind(all).bind(only).all(on).await?;
    let mut releases: BTreeMap<TestimonialId, Vec<Kept>> = BTreeMap::new();
    for row in found {
        releases.entry(row.testimonial_id.clone()).or_default().push(row.kept()?);
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = releases.remove(&row.testimonial_id).unwrap_or_default();
            (row, own)
        })
        .collect())
}

/// All that somebody prepares, or all for the segreteria, the last changed first. Two statements.
pub async fn lines(actor: &Actor<Trainer>) -> Result<Vec<Line>> {
    let rows = rows(actor, &mut actor.reader().await?, "").await?;
    let line = |(row, releases): (DraftRow, Vec<Kept>)| {
        let changed_at = row.changed_at;
        let draft = row.draft((releases, Vec::new()), actor.now())?;
        Ok(Line {
            id: draft.told.id,
            ente: draft.told.ente,
            title: draft.told.sheet.title,
            state: draft.state,
            missing: draft.missing,
            prepared_by: draft.prepared_by,
            changed_at,
        })
    };
    rows.into_iter().map(line).collect()
}

/// One of them, with all there is to know. Four statements.
pub async fn draft(actor: &Actor<Trainer>, id: &TestimonialId) -> Result<Draft> {
    let mut conn = actor.reader().await?;
    let draft = drafted(actor, &mut conn, id).await?;
    let told = draft.told.with(&heirs::all(&mut conn).await?);
    Ok(Draft { told, ..draft })
}

pub(super) async fn drafted(actor: &Actor<Trainer>, on: &mut impl AsConn, id: &TestimonialId) -> Result<Draft> {
    let (row, releases) = rows(actor, on, &id.to_string()).await?.into_iter().next().ok_or(Error::NotFound)?;
    let versions = versions(on, id).await?;
    row.draft((releases, versions), actor.now())
}

#[derive(FromRow)]
struct EnteRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
}

/// Enti that may speak, by part of their name; nothing typed: none.
pub async fn enti(actor: &Actor<Trainer>, name: &str) -> Result<Vec<EnteName>> {
    let name = fold(name);
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<EnteRow> = q(ENTI).bind(&name).bind(OFFERED).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province }).collect())
}
