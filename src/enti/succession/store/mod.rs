//! Successions in the database: all of them, recording them, undoing them, and what a sheet tells of them.

mod lineage;
mod recording;
mod undoing;

use std::collections::HashMap;

use sqlx::FromRow;

use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::succession::{History, Kind, Succession};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};

pub use lineage::lineage;
pub use recording::{change_code, enter, succeed, take_effect_due};
pub use undoing::{recorded, undo};

/// Holds the whole register by its first row: circles could be closed by two who each see half of it. Changes nothing.
pub const HOLD_REGISTER: &str = "update ente set created_at = created_at where ente_id = (select min(ente_id) from ente)";
const ENDED: &str = "select ente_id, ended_on from ente where ended_on is not null";
const ALL: &str = "select from_id, to_id, kind, happened_on, effective_at from succession order by happened_on, succession_id";

#[derive(FromRow)]
struct Arrow {
    from_id: EnteId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
    effective_at: Option<i64>,
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| Error::Bug(format!("day {text}")))
}

fn kind(text: &str) -> Result<Kind> {
    Kind::parse(text).ok_or_else(|| Error::Bug(format!("succession {text}")))
}

/// All successions, and all enti that ended or are to end by what is announced.
pub async fn history(on: &mut impl AsConn) -> Result<History> {
    let ended: Vec<(EnteId, String)> = q(ENDED).all(on).await?;
    let mut ended: HashMap<EnteId, Day> = ended.into_iter().map(|(id, on)| Ok((id, day(&on)?))).collect::<Result<_>>()?;
    let arrows: Vec<Arrow> = q(ALL).all(on).await?;
    let mut known = Vec::new();
    for arrow in arrows {
        let on = day(&arrow.happened_on)?;
        if arrow.effective_at.is_none() {
            ended.insert(arrow.from_id.clone(), on);
        }
        known.push(Succession { from: arrow.from_id, to: arrow.to_id, kind: kind(&arrow.kind)?, on });
    }
    Ok(History::new(ended, known))
}
