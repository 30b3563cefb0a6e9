//! What came before an ente and what after it, as its sheet tells it.

use sqlx::FromRow;

use super::{day, kind};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::domain::ids::{EnteId, Id};
use crate::domain::import::placed;
use crate::enti::succession::{Dissolved, Lineage, Step, Stranded};
use crate::platform::Result;
use crate::platform::db::q;

const AROUND: &str = "\
    select s.from_id, s.to_id, s.kind, s.happened_on, s.act, s.effective_at, e.name, e.province \
    from succession s left join ente e on e.ente_id = case when s.from_id = $1 then s.to_id else s.from_id end \
    where s.from_id = $1 or s.to_id = $1 order by s.happened_on, s.succession_id";
const CODES: &str = "select istat_code, ended_on from ente_code where ente_id = $1 order by ended_on, istat_code";
const LEFT: &str = "\
    select e.ente_id, e.name, e.province, p.ended_on from ente_member_past p \
    join ente e on e.ente_id = case when p.association_id = $1 then p.comune_id else p.association_id end \
    where p.association_id = $1 or p.comune_id = $1 order by p.ended_on, e.name";
/// Their last appointment ended the day before the ente did, and they have none at any that followed.
const STRANDED: &str = "\
    select p.name, a.qualifica, a.ends_on, e.ended_on from appointment a join ente e on e.ente_id = a.ente_id \
    join person p on p.person_id = a.person_id and p.disabled_at is null and p.erased_at is null \
    where a.ente_id = $1 and e.ended_on is not null and a.ends_on is not null \
      and exists (select 1 from succession s where s.from_id = $1 and not s.carried) \
      and not exists (select 1 from appointment n join ente_line l on l.ente_id = n.ente_id and l.ancestor_id = $1 \
                      where n.person_id = a.person_id) \
    order by p.name, a.appointment_id";

#[derive(FromRow)]
struct Around {
    from_id: EnteId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
    act: String,
    effective_at: Option<i64>,
    name: Option<String>,
    province: Option<String>,
}

#[derive(FromRow)]
struct LeftRow {
    ente_id: EnteId,
    name: String,
    province: String,
    ended_on: String,
}

#[derive(FromRow)]
struct StrandedRow {
    name: String,
    qualifica: String,
    ends_on: String,
    ended_on: String,
}

/// What came before an ente, and what after it.
pub async fn lineage<R: Signed>(actor: &Actor<R>, of: &EnteId) -> Result<Lineage> {
    let mut conn = actor.reader().await?;
    let mut lineage = Lineage::default();
    for row in q(AROUND).bind(of).all::<Around>(&mut conn).await? {
        let on = day(&row.happened_on)?;
        let (kind, announced) = (kind(&row.kind)?, row.effective_at.is_none());
        let forward = row.from_id.as_str() == of.as_str();
        let ente = if forward { row.to_id } else { Some(row.from_id) };
        match (ente, row.name, row.province) {
            (Some(ente), Some(name), Some(province)) => {
                let step = Step { ente, name: placed(&name, &province), kind, on, act: row.act, announced };
                if forward { lineage.after.push(step) } else { lineage.before.push(step) }
            }
            _ => lineage.dissolved = Some(Dissolved { on, act: row.act, announced }),
        }
    }
    let codes: Vec<(String, String)> = q(CODES).bind(of).all(&mut conn).await?;
    lineage.codes = codes.into_iter().map(|(code, on)| Ok((code, day(&on)?))).collect::<Result<_>>()?;
    let left: Vec<LeftRow> = q(LEFT).bind(of).all(&mut conn).await?;
    lineage.left =
        left.into_iter().map(|row| Ok((row.ente_id, placed(&row.name, &row.province), day(&row.ended_on)?))).collect::<Result<_>>()?;
    for row in q(STRANDED).bind(of).all::<StrandedRow>(&mut conn).await? {
        if day(&row.ends_on)? == day(&row.ended_on)?.plus_days(-1) {
            lineage.stranded.push(Stranded { name: row.name, qualifica: row.qualifica });
        }
    }
    Ok(lineage)
}
