//! Joining and leaving an association: who left is remembered.

use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
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
