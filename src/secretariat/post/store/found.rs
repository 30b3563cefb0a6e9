//! Messages as they are found by the filters, and one with what it says.

use sqlx::FromRow;

use crate::access::{Actor, Secretariat};
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::platform::db::q;
use crate::platform::mail::Fault;
use crate::platform::{Error, Result};
use crate::secretariat::post::{Line, Told};
use crate::ui::listing::Listing;

/// One statement whatever is chosen. Words are compared without accents and in any order. What was made anonymous, and what
/// time has emptied, is nobody's message any more.
///
/// `$1`–`$3` words, folded, without wildcards · `$4` state · `$5` kind of fault · `$6`, `$7` posted from and before · `$8`
/// order · `$9` `giu` from the last to the first · `$10` rows before the first · `$11` the last row.
const FIND: &str = "\
    with told as materialized ( \
        select l.letter_id, l.person_id, l.name, l.address, l.kind, l.subject, l.secret, l.posted_at, l.due_at, l.attempts, \
               l.sent_at, l.failed_at, l.fault, l.digest_id, case when l.content is null then false else true end as kept, \
               case when l.sent_at is not null then 'spediti' when l.failed_at is not null then 'non-consegnati' else 'in-attesa' end as state, \
               replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace( \
                   lower(l.name || ' ' || l.address || ' ' || l.subject), 'à', 'a'), 'è', 'e'), 'é', 'e'), 'ì', 'i'), 'ò', 'o'), 'ù', 'u'), \
                   'À', 'a'), 'È', 'e'), 'É', 'e'), 'Ì', 'i'), 'Ò', 'o'), 'Ù', 'u') as search \
        from letter l where l.address <> '' and l.posted_at >= $6 and l.posted_at < $7), \
    placed as ( \
        select t.*, count(*) over () as total, row_number() over ( \
            order by case when $8 = 'giorno' and $9 = '' then t.posted_at end, \
                case when $9 = '' then case $8 when 'oggetto' then t.subject when 'destinatario' then t.name || t.address \
                    when 'stato' then t.state end end, \
                case when $9 <> '' then case $8 when 'oggetto' then t.subject when 'destinatario' then t.name || t.address \
                    when 'stato' then t.state end end desc, \
                t.posted_at desc, t.letter_id desc) as place \
        from told t \
        where t.search like '%' || $1 || '%' and t.search like '%' || $2 || '%' and t.search like '%' || $3 || '%' \
          and ($4 = '' or t.state = $4) and ($5 = '' or (t.sent_at is null and t.fault like $5 || ':%'))) \
    select j.letter_id, j.person_id, j.name, j.address, j.kind, j.subject, j.secret, j.kept, j.posted_at, j.due_at, j.attempts, \
           j.sent_at, j.failed_at, j.fault, j.digest_id, j.total, \
           case when p.email <> j.address then true else false end as moved \
    from placed j left join person p on p.person_id = j.person_id and p.erased_at is null \
    where j.place > $10 and j.place <= $11 order by j.place";
const ONE: &str = "\
    select l.letter_id, l.person_id, l.name, l.address, l.kind, l.subject, l.secret, \
           case when l.content is null then false else true end as kept, l.posted_at, l.due_at, l.attempts, \
           l.sent_at, l.failed_at, l.fault, l.digest_id, cast(1 as bigint) as total, \
           case when p.email <> l.address then true else false end as moved \
    from letter l left join person p on p.person_id = l.person_id and p.erased_at is null \
    where l.letter_id = $1 and l.address <> ''";
/// What a secret one says is read by its reader alone.
const CONTENT: &str = "select content from letter where letter_id = $1 and secret = false and content is not null";

#[derive(FromRow)]
struct Row {
    letter_id: LetterId,
    person_id: Option<PersonId>,
    name: String,
    address: String,
    kind: String,
    subject: String,
    secret: bool,
    kept: bool,
    posted_at: Moment,
    due_at: Moment,
    attempts: i64,
    sent_at: Option<i64>,
    failed_at: Option<i64>,
    fault: Option<String>,
    digest_id: Option<LetterId>,
    total: i64,
    moved: bool,
}

impl From<Row> for Line {
    fn from(row: Row) -> Line {
        Line {
            id: row.letter_id,
            person: row.person_id,
            name: row.name,
            address: row.address,
            kind: row.kind,
            subject: row.subject,
            secret: row.secret,
            kept: row.kept,
            posted_at: row.posted_at,
            due_at: row.due_at,
            attempts: row.attempts,
            sent_at: row.sent_at.map(Moment::from_millis),
            failed_at: row.failed_at.map(Moment::from_millis),
            fault: row.fault.as_deref().and_then(Fault::parse),
            digest: row.digest_id,
            moved: row.moved,
        }
    }
}

/// The instant at which a day begins, so many days later.
fn begins(day: &str, later: i32) -> Option<i64> {
    Moment::at(Day::parse(day)?.plus_days(later), 0, 0).map(Moment::millis)
}

/// So many rows from the offset on, and how many there are in all; an offset beyond the last says 0.
pub async fn find(actor: &Actor<Secretariat>, listing: &Listing, (limit, offset): (i64, i64)) -> Result<(Vec<Line>, i64)> {
    let typed = fold(listing.get("cerca"));
    let mut words = typed.split(' ').map(str::to_owned);
    let mut word = || words.next().unwrap_or_default();
    let order = listing.order();
    let rows: Vec<Row> = q(FIND)
        .bind(word())
        .bind(word())
        .bind(word())
        .bind(listing.get("stato"))
        .bind(listing.get("motivo"))
        .bind(begins(listing.get("dal"), 0).unwrap_or(0))
        .bind(begins(listing.get("al"), 1).unwrap_or(i64::MAX))
        .bind(order.trim_start_matches('-'))
        .bind(if order.starts_with('-') { "giu" } else { "" })
        .bind(offset)
        .bind(offset.saturating_add(limit))
        .all(&mut actor.reader().await?)
        .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Line::from).collect(), total))
}

/// One message; two statements.
pub async fn one(actor: &Actor<Secretariat>, id: &LetterId) -> Result<Told> {
    let mut conn = actor.reader().await?;
    let row: Row = q(ONE).bind(id).one(&mut conn).await?;
    let content: Option<(String,)> = q(CONTENT).bind(id).optional(&mut conn).await?;
    let unreadable = |e: serde_json::Error| Error::Bug(format!("letter {id}: {e}"));
    let letter = content.map(|(text,)| serde_json::from_str(&text)).transpose().map_err(unreadable)?;
    Ok(Told { line: row.into(), letter })
}
