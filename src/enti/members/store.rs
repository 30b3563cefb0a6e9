//! Joining and leaving an association: who left is remembered.

use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::enti::succession::changed::Membership;
use crate::platform::Result;
use crate::platform::db::{Tx, q};

const JOIN: &str = "\
    insert into ente_member (association_id, comune_id, starts_on) \
    select $1, ente_id, $3 from ente where ente_id = $2 and kind = 'comune' and ended_on is null \
    on conflict do nothing";
/// Who joined and left on one day was never in it.
const REMEMBER: &str = "\
    insert into ente_member_past (association_id, comune_id, starts_on, ended_on) \
    select association_id, comune_id, starts_on, $3 from ente_member \
    where association_id = $1 and comune_id = $2 and coalesce(starts_on, '') < $3 on conflict do nothing";
const LEAVE: &str = "delete from ente_member where association_id = $1 and comune_id = $2";

/// A comune belongs to an association from this day on. Returns 0 if it did already, or is no comune that is still there.
pub async fn join(tx: &mut Tx, association: &EnteId, comune: &EnteId, on: Day) -> Result<u64> {
    q(JOIN).bind(association).bind(comune).bind(on).run(tx).await
}

/// A comune belongs to it no more from this day on.
pub async fn leave(tx: &mut Tx, association: &EnteId, comune: &EnteId, on: Day) -> Result<()> {
    q(REMEMBER).bind(association).bind(comune).bind(on).run(tx).await?;
    q(LEAVE).bind(association).bind(comune).run(tx).await?;
    Ok(())
}

const SINCE: &str = "select starts_on from ente_member where association_id = $1 and comune_id = $2";
const WAS: &str = "delete from ente_member_past where association_id = $1 and comune_id = $2 and ended_on = $3";
const REJOIN: &str = "insert into ente_member (association_id, comune_id, starts_on) values ($1, $2, $3) on conflict do nothing";

/// Since when a comune belongs to an association, where it is known.
pub async fn since(tx: &mut Tx, association: &EnteId, comune: &EnteId) -> Result<Option<String>> {
    let found: Option<(Option<String>,)> = q(SINCE).bind(association).bind(comune).optional(tx).await?;
    Ok(found.and_then(|(since,)| since))
}

/// A membership that ended by mistake stands again as if it had never ended. Returns 0 if somebody has entered it since.
pub async fn rejoin(tx: &mut Tx, was: &Membership, ended_on: &str) -> Result<u64> {
    q(WAS).bind(&was.association).bind(&was.comune).bind(ended_on).run(tx).await?;
    q(REJOIN).bind(&was.association).bind(&was.comune).bind(was.since.clone()).run(tx).await
}

/// A membership that began by mistake was never there. Returns 0 if somebody has ended it since.
pub async fn withdraw(tx: &mut Tx, begun: &Membership) -> Result<u64> {
    q(LEAVE).bind(&begun.association).bind(&begun.comune).run(tx).await
}
