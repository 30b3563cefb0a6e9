//! Preparing: begun, written step by step, sent to the ente, published, withdrawn.

use sqlx::FromRow;

use super::reading::drafted;
use super::{about, sight, tell_ente, written};
use crate::access::{Actor, Trainer};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, TestimonialId};
use crate::domain::moment::Day;
use crate::domain::mp4::Layout;
use crate::domain::testimonial::{Member, Missing, Part, Release, Sheet, Video, holds_until, unsaid};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result, random};
use crate::testimonials::{ChangedMeanwhile, Side, letters};
use crate::web::uploads;

const ENTE: &str = "select count(*) from ente where ente_id = $1 and ended_on is null";
const MEMBERS: &str = "\
    select c.name, c.province, c.residents, c.residents_year from ente c where c.kind = 'comune' and (c.ente_id = $1 or exists \
        (select 1 from ente_member m where m.association_id = $1 and m.comune_id = c.ente_id)) order by c.search, c.province";
const BEGIN: &str = "\
    insert into testimonial (testimonial_id, ente_id, prepared_by, sheet, captions, revision, created_at, created_by, changed_at, changed_by) \
    values ($1, $2, $3, $4, '', 1, $5, $3, $5, $3)";
/// `$3` is 1 for the segreteria.
const HOLD: &str = "update testimonial set revision = revision where testimonial_id = $1 and ($3 = 1 or prepared_by = $2)";
const REVISION: &str = "select revision from testimonial where testimonial_id = $1";
const SAVE: &str = "\
    update testimonial set sheet = $2, captions = $3, revision = revision + 1, changed_at = $4, changed_by = $5 where testimonial_id = $1";
const SEND: &str = "\
    insert into testimonial_version (testimonial_id, version, sheet, captions, sent_at, sent_by, note, answer_text, signed_name) \
    values ($1, $2, $3, $4, $5, $6, $7, '', '')";
const PUBLISH: &str = "\
    update testimonial set public_version = $2, published_at = $3, published_by = $4, first_published_at = coalesce(first_published_at, $3), \
        withdrawn_at = null, withdrawn_by = null, withdrawn_side = null, withdrawn_why = null, lapsed_at = null, holds_until = $5 \
    where testimonial_id = $1";
pub(super) const WITHDRAW: &str = "\
    update testimonial set public_version = null, withdrawn_at = $2, withdrawn_by = $3, withdrawn_side = $4, withdrawn_why = $5 \
    where testimonial_id = $1";

/// A testimonial to begin.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// The ente that speaks.
    pub ente: &'a EnteId,
    pub title: &'a str,
    /// Of the questionnaire whose models and suggestions it may illustrate.
    pub questionnaire: &'a str,
}

#[derive(FromRow)]
struct MemberRow {
    name: String,
    province: String,
    residents: Option<i64>,
    residents_year: Option<i64>,
}

async fn members(on: &mut impl AsConn, ente: &EnteId) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = q(MEMBERS).bind(ente).all(on).await?;
    let member = |row: MemberRow| Member { name: row.name, province: row.province, residents: row.residents, year: row.residents_year };
    Ok(rows.into_iter().map(member).collect())
}

/// Begins one, with the comuni of the ente as the register has them today. No such ente: `NotFound`.
pub async fn begin(actor: &Actor<Trainer>, start: &Start<'_>) -> Result<TestimonialId> {
    let mut tx = actor.begin().await?;
    if q(ENTE).bind(start.ente).count(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let id: TestimonialId = random::id(actor.now());
    let sheet = Sheet {
        title: start.title.to_owned(),
        questionnaire: start.questionnaire.to_owned(),
        members: members(&mut tx, start.ente).await?,
        members_on: actor.now().day().to_string(),
        ..Sheet::default()
    };
    let row = q(BEGIN).bind(&id).bind(start.ente).bind(actor.person()).bind(written(&sheet)?).bind(actor.now());
    row.run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialBegun).of(start.ente).detail(start.title)).await?;
    tx.commit().await?;
    Ok(id)
}

pub(super) async fn hold(actor: &Actor<Trainer>, id: &TestimonialId) -> Result<Tx> {
    let mut tx = actor.begin().await?;
    match q(HOLD).bind(id).bind(actor.person()).bind(i64::from(actor.role().is_desk())).run(&mut tx).await? {
        1 => Ok(tx),
        _ => Err(Error::NotFound),
    }
}

async fn save(actor: &Actor<Trainer>, tx: &mut Tx, id: &TestimonialId, (sheet, captions): (&Sheet, &str)) -> Result<()> {
    q(SAVE).bind(id).bind(written(sheet)?).bind(captions).bind(actor.now()).bind(actor.person()).run(tx).await.map(drop)
}

/// Saves the sheet as it now reads; with `anew`, its comuni as the register has them today. `seen` is the revision that the
/// form was opened on.
pub async fn keep_sheet(
    actor: &Actor<Trainer>,
    id: &TestimonialId,
    sheet: &Sheet,
    (seen, anew): (i64, bool),
) -> Result<std::result::Result<(), ChangedMeanwhile>> {
    let mut tx = hold(actor, id).await?;
    if q(REVISION).bind(id).count(&mut tx).await? != seen {
        return Ok(Err(ChangedMeanwhile));
    }
    let stands = drafted(actor, &mut tx, id).await?.told;
    let mut sheet = sheet.clone();
    if anew {
        sheet.members = members(&mut tx, &stands.ente.id).await?;
        sheet.members_on = actor.now().day().to_string();
    }
    if sheet != stands.sheet {
        save(actor, &mut tx, id, (&sheet, &stands.captions)).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}

/// A video that was brought, with its length in seconds; false if the file was used meanwhile.
pub async fn bring_video(
    actor: &Actor<Trainer>,
    id: &TestimonialId,
    (file, seconds, layout): (&uploads::Kept, i64, Option<Layout>),
) -> Result<bool> {
    let mut tx = hold(actor, id).await?;
    if !uploads::take(&mut tx, actor, file).await? {
        return Ok(false);
    }
    let video = Video { sha256: file.sha256.clone(), media: file.kind.media().to_owned(), bytes: file.bytes, seconds, layout };
    put_video(actor, &mut tx, id, Some(video)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Another video, or none: captions of the former go with it, and chapters beyond its end.
pub async fn keep_video(actor: &Actor<Trainer>, id: &TestimonialId, video: Option<Video>) -> Result<()> {
    let mut tx = hold(actor, id).await?;
    put_video(actor, &mut tx, id, video).await?;
    tx.commit().await
}

async fn put_video(actor: &Actor<Trainer>, tx: &mut Tx, id: &TestimonialId, video: Option<Video>) -> Result<()> {
    let stands = drafted(actor, tx, id).await?.told;
    let mut sheet = Sheet { video, ..stands.sheet.clone() };
    let seconds = sheet.video.as_ref().map_or(0, |video| video.seconds);
    sheet.chapters.retain(|chapter| chapter.second < seconds);
    let captions = if sheet.shows_the_same(&stands.sheet) { stands.captions.as_str() } else { "" };
    save(actor, tx, id, (&sheet, captions)).await
}

/// Captions that were read and found in order.
pub async fn keep_captions(actor: &Actor<Trainer>, id: &TestimonialId, captions: &str) -> Result<()> {
    let mut tx = hold(actor, id).await?;
    let stands = drafted(actor, &mut tx, id).await?.told;
    save(actor, &mut tx, id, (&stands.sheet, captions)).await?;
    tx.commit().await
}

/// Sends the draft as it stands to the ente; what is still to be written keeps it here.
pub async fn send(actor: &Actor<Trainer>, id: &TestimonialId, note: &str) -> Result<std::result::Result<i64, Vec<Part>>> {
    let mut tx = hold(actor, id).await?;
    let draft = drafted(actor, &mut tx, id).await?;
    let (told, missing) = (&draft.told, unsaid(&draft.told.sheet, &draft.told.captions));
    if !missing.is_empty() {
        return Ok(Err(missing));
    }
    let number = draft.versions.first().map_or(1, |last| last.number + 1);
    let row = q(SEND).bind(id).bind(number).bind(written(&told.sheet)?).bind(&told.captions);
    row.bind(actor.now()).bind(actor.person()).bind(note).run(&mut tx).await?;
    let about = about(id, &told.sheet, &told.ente);
    tell_ente(&mut tx, actor.now(), &told.ente.id, |lang| letters::sent(lang, &about, note)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialSent).of(&told.ente.id).detail(&about.title)).await?;
    tx.commit().await?;
    Ok(Ok(number))
}

/// Publishes the version that the ente approved, if it is what stands now and nothing is missing.
pub async fn publish(actor: &Actor<Trainer>, id: &TestimonialId) -> Result<std::result::Result<(), Vec<Missing>>> {
    let mut tx = hold(actor, id).await?;
    let draft = drafted(actor, &mut tx, id).await?;
    let Some(last) = draft.versions.first().filter(|_| draft.missing.is_empty()) else { return Ok(Err(draft.missing)) };
    let until: Option<Day> = holds_until(&draft.releases.iter().map(|kept| kept.release.clone()).collect::<Vec<Release>>());
    q(PUBLISH).bind(id).bind(last.number).bind(actor.now()).bind(actor.person()).bind(until).run(&mut tx).await?;
    sight::settle(&mut tx, id, actor.now()).await?;
    let about = about(id, &draft.told.sheet, &draft.told.ente);
    tell_ente(&mut tx, actor.now(), &draft.told.ente.id, |lang| letters::published(lang, &about)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialPublished).of(&draft.told.ente.id).detail(&about.title)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes it from its readers, with a reason that the ente is told. Whether it was public.
pub async fn withdraw(actor: &Actor<Trainer>, id: &TestimonialId, why: &str) -> Result<bool> {
    let mut tx = hold(actor, id).await?;
    let draft = drafted(actor, &mut tx, id).await?;
    if !draft.state.is_public() {
        return Ok(false);
    }
    let row = q(WITHDRAW).bind(id).bind(actor.now()).bind(actor.person()).bind(Side::Programme.as_str());
    row.bind(why).run(&mut tx).await?;
    sight::settle(&mut tx, id, actor.now()).await?;
    let about = about(id, &draft.told.sheet, &draft.told.ente);
    tell_ente(&mut tx, actor.now(), &draft.told.ente.id, |lang| letters::withdrawn(lang, &about, why)).await?;
    actor.record(&mut tx, Deed::new(Kind::TestimonialWithdrawn).of(&draft.told.ente.id).detail(format!("{}: {why}", about.title))).await?;
    tx.commit().await?;
    Ok(true)
}
