//! Releases of those who can be recognised: noted, taken off; what is public follows.

use super::preparing::hold;
use super::reading::drafted;
use super::{found, sight};
use crate::access::{Actor, Trainer};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{ReleaseId, TestimonialId};
use crate::domain::moment::Day;
use crate::domain::testimonial::{Approval, Asked, Missing, Release, holds_until, lacking};
use crate::platform::db::{Tx, q};
use crate::platform::{Result, random};
use crate::testimonials::{Draft, Found};

const ADD: &str = "\
    insert into testimonial_release (testimonial_release_id, testimonial_id, name, reference, signed_on, expires_on, added_at, added_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const REMOVE: &str = "\
    update testimonial_release set removed_at = $3, removed_by = $4 \
    where testimonial_release_id = $2 and testimonial_id = $1 and removed_at is null";
const HOLDS: &str = "update testimonial set holds_until = $2 where testimonial_id = $1";
pub(super) const LAPSE: &str =
    "update testimonial set public_version = null, lapsed_at = $2 where testimonial_id = $1 and public_version is not null";

/// The word of somebody, as it is noted.
#[derive(Debug, Clone)]
pub struct NewRelease {
    pub name: String,
    /// Where the paper is: its protocollo, or a folder.
    pub reference: String,
    pub signed_on: Day,
    pub expires_on: Option<Day>,
}

/// Notes a release.
pub async fn add(actor: &Actor<Trainer>, id: &TestimonialId, new: &NewRelease) -> Result<()> {
    let mut tx = hold(actor, id).await?;
    let release: ReleaseId = random::id(actor.now());
    let row = q(ADD).bind(&release).bind(id).bind(&new.name).bind(&new.reference).bind(new.signed_on).bind(new.expires_on);
    row.bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    let draft = drafted(actor, &mut tx, id).await?;
    follow(actor, &mut tx, &draft).await?;
    let detail = format!("{}: {}", draft.told.sheet.title, new.name);
    actor.record(&mut tx, Deed::new(Kind::ReleaseNoted).of(&draft.told.ente.id).detail(detail)).await?;
    tx.commit().await
}

/// A release counts no longer. Twice does no harm.
pub async fn remove(actor: &Actor<Trainer>, id: &TestimonialId, release: &ReleaseId) -> Result<()> {
    let mut tx = hold(actor, id).await?;
    if q(REMOVE).bind(id).bind(release).bind(actor.now()).bind(actor.person()).run(&mut tx).await? == 0 {
        return Ok(());
    }
    let draft = drafted(actor, &mut tx, id).await?;
    follow(actor, &mut tx, &draft).await?;
    actor.record(&mut tx, Deed::new(Kind::ReleaseRemoved).of(&draft.told.ente.id).detail(&draft.told.sheet.title)).await?;
    tx.commit().await
}

/// What is public holds until everybody's word does; without somebody's it is public no more.
async fn follow(actor: &Actor<Trainer>, tx: &mut Tx, draft: &Draft) -> Result<()> {
    let (id, now) = (&draft.told.id, actor.now());
    let releases: Vec<Release> = draft.releases.iter().map(|kept| kept.release.clone()).collect();
    q(HOLDS).bind(id).bind(holds_until(&releases)).run(tx).await?;
    if let Some(Found::Told(told)) = found(tx, id, now.day()).await? {
        // The public version, which may name others than the draft.
        let asked = Asked { approval: Approval::Waiting, changed: Vec::new(), withdrawn_by_ente: None };
        let missing = lacking(&told.sheet, &told.captions, &asked, (&releases, now.day()));
        if missing.iter().any(|one| matches!(one, Missing::NoRelease(_) | Missing::ReleaseExpired(_))) {
            q(LAPSE).bind(id).bind(now).run(tx).await?;
        }
    }
    sight::settle(tx, id, now).await
}
