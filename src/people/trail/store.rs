//! The trail and the access log, read. They are written by `platform/audit.rs`, and only ever added to.

use sqlx::FromRow;

use super::{Line, Pass, Slice, Wanted};
use crate::access::session::EnteName;
use crate::access::{Actor, Administrator};
use crate::domain::deed::Kind;
use crate::domain::ids::EnteId;
use crate::domain::moment::{Day, Moment};
use crate::platform::Result;
use crate::platform::audit::Passage;
use crate::platform::db::{Query, q};

/// `$1` text in lower case without wildcards, `$2` kind, `$3` and `$4` instants.
const DEEDS: &str = "\
    select d.happened_at, b.name as by_name, b.username as by_username, d.role, d.kind, p.name, p.username, \
           e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province as ente_province, d.detail, d.client \
    from deed d left join person b on b.person_id = d.done_by left join person p on p.person_id = d.person_id \
         left join ente e on e.ente_id = d.ente_id \
    where ($1 = '' or lower(b.name) like '%' || $1 || '%' or b.username like '%' || $1 || '%' or b.email like '%' || $1 || '%' \
           or lower(p.name) like '%' || $1 || '%' or p.username like '%' || $1 || '%' or p.email like '%' || $1 || '%') \
          and ($2 = '' or d.kind = $2) and d.happened_at >= $3 and d.happened_at < $4 \
    order by d.happened_at desc, d.deed_id desc limit $5 offset $6";
const HOW_MANY_DEEDS: &str = "\
    select count(*) from deed d left join person b on b.person_id = d.done_by left join person p on p.person_id = d.person_id \
    where ($1 = '' or lower(b.name) like '%' || $1 || '%' or b.username like '%' || $1 || '%' or b.email like '%' || $1 || '%' \
           or lower(p.name) like '%' || $1 || '%' or p.username like '%' || $1 || '%' or p.email like '%' || $1 || '%') \
          and ($2 = '' or d.kind = $2) and d.happened_at >= $3 and d.happened_at < $4";
const PASSES: &str = "\
    select a.happened_at, p.name, a.username, a.kind, a.client from system_access a left join person p on p.person_id = a.person_id \
    where ($1 = '' or lower(p.name) like '%' || $1 || '%' or a.username like '%' || $1 || '%') and ($2 = '' or a.kind = $2) \
          and a.happened_at >= $3 and a.happened_at < $4 \
    order by a.happened_at desc, a.system_access_id desc limit $5 offset $6";
const HOW_MANY_PASSES: &str = "\
    select count(*) from system_access a left join person p on p.person_id = a.person_id \
    where ($1 = '' or lower(p.name) like '%' || $1 || '%' or a.username like '%' || $1 || '%') and ($2 = '' or a.kind = $2) \
          and a.happened_at >= $3 and a.happened_at < $4";

#[derive(FromRow)]
struct DeedRow {
    happened_at: i64,
    by_name: Option<String>,
    by_username: Option<String>,
    role: String,
    kind: String,
    name: Option<String>,
    username: Option<String>,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    ente_province: Option<String>,
    detail: String,
    client: Option<String>,
}

#[derive(FromRow)]
struct PassRow {
    happened_at: i64,
    name: Option<String>,
    username: String,
    kind: String,
    client: Option<String>,
}

impl From<DeedRow> for Line {
    fn from(row: DeedRow) -> Line {
        let ente = match (row.ente_id, row.ente_kind, row.ente_name, row.ente_province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Line {
            at: Moment::from_millis(row.happened_at),
            by: row.by_name.zip(row.by_username),
            role: row.role,
            kind: row.kind,
            person: row.name.zip(row.username),
            ente,
            detail: row.detail,
            client: row.client,
        }
    }
}

impl From<PassRow> for Pass {
    fn from(row: PassRow) -> Pass {
        Pass {
            at: Moment::from_millis(row.happened_at),
            name: row.name,
            username: row.username,
            passage: Passage::parse(&row.kind),
            client: row.client,
        }
    }
}

/// Midnight in Italy before a day, or the edge of time.
fn begins(day: Option<Day>, edge: i64) -> Moment {
    day.and_then(|day| Moment::at(day, 0, 0)).unwrap_or(Moment::from_millis(edge))
}

fn asked(sql: &'static str, wanted: &Wanted<'_>, kind: &str) -> Query {
    let text = wanted.text.trim().to_lowercase().replace(['%', '_', '\\'], "");
    let after = wanted.to.map(|day| day.plus_days(1));
    q(sql).bind(text).bind(kind).bind(begins(wanted.from, 0)).bind(begins(after, i64::MAX))
}

/// Deeds, the latest first, and how many there are in all.
pub async fn deeds(actor: &Actor<Administrator>, wanted: &Wanted<'_>, slice: Slice) -> Result<(Vec<Line>, i64)> {
    let (mut conn, kind) = (actor.reader().await?, wanted.kind.map_or("", Kind::as_str));
    let rows: Vec<DeedRow> = asked(DEEDS, wanted, kind).bind(slice.limit).bind(slice.offset).all(&mut conn).await?;
    let total = asked(HOW_MANY_DEEDS, wanted, kind).count(&mut conn).await?;
    Ok((rows.into_iter().map(Line::from).collect(), total))
}

/// Sign-ins, refusals and sign-outs of system administrators, the latest first, and how many there are in all.
pub async fn passes(actor: &Actor<Administrator>, wanted: &Wanted<'_>, passage: Option<Passage>, slice: Slice) -> Result<(Vec<Pass>, i64)> {
    let (mut conn, kind) = (actor.reader().await?, passage.map_or("", Passage::as_str));
    let rows: Vec<PassRow> = asked(PASSES, wanted, kind).bind(slice.limit).bind(slice.offset).all(&mut conn).await?;
    let total = asked(HOW_MANY_PASSES, wanted, kind).count(&mut conn).await?;
    Ok((rows.into_iter().map(Pass::from).collect(), total))
}
