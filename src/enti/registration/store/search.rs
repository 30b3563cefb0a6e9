//! Finding the ente one works for.

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::place_names::fold;
use crate::enti::registration::Candidate;
use crate::platform::Result;
use crate::platform::db::{AsConn, q};

/// Enti shown at most; one more is asked for, to know whether there are more.
pub const SHOWN: usize = 20;

/// `$1` is folded text, which holds no wildcard. The whole name first, then what begins with it, then what has it at the
/// beginning of a word, then the rest.
const FIND: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.mail_domain \
    from ente e where e.search like '%' || $1 || '%' and (e.ended_on is null or e.ended_on > $2) \
    order by case when e.search = $1 then 0 when e.search like $1 || '%' then 1 when e.search like '% ' || $1 || '%' then 2 else 3 end, \
             e.search, e.province, e.ente_id \
    limit $3";
const ONE: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.mail_domain \
    from ente e where e.ente_id = $1 and (e.ended_on is null or e.ended_on > $2)";

#[derive(FromRow)]
struct Row {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    mail_domain: Option<String>,
}

impl From<Row> for Candidate {
    fn from(row: Row) -> Candidate {
        Candidate {
            ente: EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province },
            region: row.region,
            mail_domain: row.mail_domain,
        }
    }
}

/// Enti that exist today and whose name contains what was typed, at most [`SHOWN`], and whether there are more. "Comune di"
/// before the name does no harm.
pub async fn find<R>(actor: &Actor<R>, typed: &str) -> Result<(Vec<Candidate>, bool)> {
    let folded = fold(typed);
    let name = folded.strip_prefix("comune di ").unwrap_or(&folded);
    if name.is_empty() {
        return Ok((Vec::new(), false));
    }
    let most = SHOWN as i64 + 1;
    let mut rows: Vec<Row> = q(FIND).bind(name).bind(actor.now().day()).bind(most).all(&mut actor.reader().await?).await?;
    let more = rows.len() > SHOWN;
    rows.truncate(SHOWN);
    Ok((rows.into_iter().map(Candidate::from).collect(), more))
}

/// One ente that exists today.
pub async fn candidate<R>(actor: &Actor<R>, id: &EnteId) -> Result<Candidate> {
    candidate_on(&mut actor.reader().await?, id, actor.now().day()).await
}

/// The same where a transaction is open already.
pub(super) async fn candidate_on(on: &mut impl AsConn, id: &EnteId, today: Day) -> Result<Candidate> {
    Ok(q(ONE).bind(id).bind(today).one::<Row>(on).await?.into())
}
