//! Mailings as they stand: the past ones, one of them, and its enti.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EnteId, LetterId, MailingId};
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::q;
use crate::secretariat::mailings::{Line, Mailing, Outcome, Shown};

const PAST: &str = "\
    select g.mailing_id, g.made_at, p.name as made_by, d.name as edition_name, g.chosen, \
           coalesce(g.paragraph, '') as paragraph, g.ended_at, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and coalesce(m.outcome, 'sent') = 'sent') as invited, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and m.done_at is null) as waiting, \
           (select count(*) from mailing_ente m join letter l on l.letter_id = m.letter_id \
            where m.mailing_id = g.mailing_id and l.sent_at is not null) as sent, \
           (select count(*) from mailing_ente m join letter l on l.letter_id = m.letter_id \
            where m.mailing_id = g.mailing_id and l.sent_at is null and l.failed_at is not null) as failed, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and m.outcome <> 'sent') as left_out, \
           count(*) over () as total \
    from mailing g join person p on p.person_id = g.made_by join edition d on d.edition_id = g.edition_id order by g.made_at desc, g.mailing_id desc limit $1 offset $2";
const ONE: &str = "\
    select g.mailing_id, g.made_at, p.name as made_by, d.name as edition_name, g.chosen, \
           coalesce(g.paragraph, '') as paragraph, g.ended_at, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and coalesce(m.outcome, 'sent') = 'sent') as invited, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and m.done_at is null) as waiting, \
           (select count(*) from mailing_ente m join letter l on l.letter_id = m.letter_id \
            where m.mailing_id = g.mailing_id and l.sent_at is not null) as sent, \
           (select count(*) from mailing_ente m join letter l on l.letter_id = m.letter_id \
            where m.mailing_id = g.mailing_id and l.sent_at is null and l.failed_at is not null) as failed, \
           (select count(*) from mailing_ente m where m.mailing_id = g.mailing_id and m.outcome <> 'sent') as left_out, \
           cast(1 as bigint) as total \
    from mailing g join person p on p.person_id = g.made_by join edition d on d.edition_id = g.edition_id where g.mailing_id = $1";
/// `$2` outcome, `waiting`, `failed`, or nothing for all.
const LINES: &str = "\
    select e.ente_id, e.kind, e.name, e.province, m.outcome, m.letter_id, coalesce(l.address, e.pec, '') as address, l.sent_at, \
           l.failed_at, count(*) over () as total \
    from mailing_ente m join ente e on e.ente_id = m.ente_id left join letter l on l.letter_id = m.letter_id \
    where m.mailing_id = $1 and ($2 = '' or m.outcome = $2 or ($2 = 'waiting' and m.done_at is null) \
          or ($2 = 'failed' and l.sent_at is null and l.failed_at is not null)) \
    order by e.search, e.province, e.ente_id limit $3 offset $4";

#[derive(FromRow)]
struct Row {
    mailing_id: MailingId,
    made_at: Moment,
    made_by: String,
    edition_name: String,
    chosen: String,
    paragraph: String,
    ended_at: Option<i64>,
    invited: i64,
    waiting: i64,
    sent: i64,
    failed: i64,
    left_out: i64,
    total: i64,
}

impl From<Row> for Mailing {
    fn from(row: Row) -> Mailing {
        Mailing {
            id: row.mailing_id,
            made_at: row.made_at,
            made_by: row.made_by,
            edition_name: row.edition_name,
            chosen: row.chosen,
            paragraph: row.paragraph,
            ended_at: row.ended_at.map(Moment::from_millis),
            invited: row.invited,
            waiting: row.waiting,
            sent: row.sent,
            failed: row.failed,
            left_out: row.left_out,
        }
    }
}

/// So many mailings from the offset on, the latest first, and how many there are in all; an offset beyond the last says 0.
pub async fn past(actor: &Actor<Secretariat>, limit: i64, offset: i64) -> Result<(Vec<Mailing>, i64)> {
    let rows: Vec<Row> = q(PAST).bind(limit).bind(offset).all(&mut actor.reader().await?).await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Mailing::from).collect(), total))
}

pub async fn one(actor: &Actor<Secretariat>, id: &MailingId) -> Result<Mailing> {
    Ok(q(ONE).bind(id).one::<Row>(&mut actor.reader().await?).await?.into())
}

#[derive(FromRow)]
struct LineRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    outcome: Option<String>,
    letter_id: Option<LetterId>,
    address: String,
    sent_at: Option<i64>,
    failed_at: Option<i64>,
    total: i64,
}

impl From<LineRow> for Line {
    fn from(row: LineRow) -> Line {
        Line {
            ente: EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province },
            outcome: row.outcome.as_deref().and_then(Outcome::parse),
            letter: row.letter_id,
            address: row.address,
            sent_at: row.sent_at.map(Moment::from_millis),
            failed: row.sent_at.is_none() && row.failed_at.is_some(),
        }
    }
}

/// Enti of a mailing by name, and how many there are of those shown.
pub async fn lines(actor: &Actor<Secretariat>, id: &MailingId, shown: Shown, (limit, offset): (i64, i64)) -> Result<(Vec<Line>, i64)> {
    let rows: Vec<LineRow> = q(LINES).bind(id).bind(shown.as_str()).bind(limit).bind(offset).all(&mut actor.reader().await?).await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Line::from).collect(), total))
}
