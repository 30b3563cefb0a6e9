//! Who lacks what the funder asks, in one statement; and the letters that ask for it.

use sqlx::FromRow;

use super::{Asked, FIELDS, Found, Line, QUIET_DAYS, letters};
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::edition::{self, Edition, ParticipantField};
use crate::domain::ids::{EnteId, Id, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::platform::Result;
use crate::platform::db::{AsConn, Query, q};
use crate::platform::outbox::Recipient;
use crate::ui::listing::Listing;

/// One row for each person and ente; of enti that withdrew nobody is asked. Names are compared as in the table of people.
///
/// `$1` edition · `$2`, `$3` its first and last day · `$4`–`$7` 1 for what is asked: gender, age class, settore, qualifica ·
/// `$8`–`$10` words, folded · `$11` ente, folded · `$12` region · `$13` field that lacks · `$14` letter · `$15` asked since ·
/// `$16` order · `$17` `giu` from the last to the first · `$18` one person, or all · `$19` rows before the first · `$20` the
/// last row.
const FIND: &str = "\
    with acting as ( \
        select a.person_id, a.ente_id, max(case when a.qualifica = '' then 1 else 0 end) as unstyled \
        from appointment a \
        where a.ente_id is not null and a.starts_on <= $3 and coalesce(a.ends_on, $2) >= $2 and ($18 = '' or a.person_id = $18) \
        group by a.person_id, a.ente_id), \
    told as ( \
        select p.person_id, p.name, p.email, e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, e.region, e.search, \
               replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace( \
                   lower(p.name || ' ' || p.username || ' ' || p.email), 'à', 'a'), 'è', 'e'), 'é', 'e'), 'ì', 'i'), 'ò', 'o'), 'ù', 'u'), \
                   'À', 'a'), 'È', 'e'), 'É', 'e'), 'Ì', 'i'), 'Ò', 'o'), 'Ù', 'u') as person_search, \
               case when $4 = 1 and not exists (select f.field from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'gender') then 1 else 0 end as no_gender, \
               case when $5 = 1 and not exists (select f.field from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'age-class') then 1 else 0 end as no_age_class, \
               case when $6 = 1 and not exists (select f.field from participant_fact f where f.person_id = p.person_id \
                    and f.edition_id = $1 and f.field = 'settore') then 1 else 0 end as no_settore, \
               case when $7 = 1 and t.unstyled = 1 then 1 else 0 end as no_qualifica, \
               (select max(l.posted_at) from letter l where l.person_id = p.person_id and l.kind = 'facts-asked') as asked_at \
        from acting t join person p on p.person_id = t.person_id and p.disabled_at is null and p.erased_at is null \
             join ente e on e.ente_id = t.ente_id \
        where not exists (select d.ente_id from adhesion d \
            where d.edition_id = $1 and d.ente_id = t.ente_id and d.state = 'withdrawn')), \
    placed as ( \
        select t.*, count(*) over () as total, row_number() over ( \
            order by case when $16 = 'lettera' and $17 = '' then coalesce(t.asked_at, 0) end, \
                case when $16 = 'lettera' and $17 <> '' then coalesce(t.asked_at, 0) end desc, \
                case when $16 = 'nome' and $17 = '' then t.person_search end, \
                case when $16 = 'nome' and $17 <> '' then t.person_search end desc, \
                case when $16 = 'ente' and $17 <> '' then t.search end desc, \
                t.search, t.province, t.ente_id, t.person_search, t.person_id) as place \
        from told t \
        where t.no_gender + t.no_age_class + t.no_settore + t.no_qualifica > 0 \
          and t.person_search like '%' || $8 || '%' and t.person_search like '%' || $9 || '%' and t.person_search like '%' || $10 || '%' \
          and t.search like '%' || $11 || '%' and ($12 = '' or t.region = $12) \
          and ($13 = '' or ($13 = 'gender' and t.no_gender = 1) or ($13 = 'age-class' and t.no_age_class = 1) \
               or ($13 = 'settore' and t.no_settore = 1) or ($13 = 'qualifica' and t.no_qualifica = 1)) \
          and ($14 = '' or ($14 = 'mai' and t.asked_at is null) or ($14 = 'recente' and t.asked_at > $15) \
               or ($14 = 'da-chiedere' and coalesce(t.asked_at, 0) <= $15))) \
    select j.person_id, j.name, j.email, j.ente_id, j.ente_kind, j.ente_name, j.province, j.region, j.asked_at, j.total, \
           cast(j.no_gender as bigint) as no_gender, cast(j.no_age_class as bigint) as no_age_class, \
           cast(j.no_settore as bigint) as no_settore, cast(j.no_qualifica as bigint) as no_qualifica, \
           (select count(distinct o.person_id) from placed o) as people \
    from placed j where j.place > $19 and j.place <= $20 order by j.place";
/// Of two letters to one person at once, the second finds the first.
const HOLD: &str = "update person set created_at = created_at where person_id = $1 and disabled_at is null and erased_at is null";
const LATELY: &str = "select count(*) from letter where person_id = $1 and kind = 'facts-asked' and posted_at > $2";

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    name: String,
    email: String,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    region: String,
    asked_at: Option<i64>,
    total: i64,
    no_gender: i64,
    no_age_class: i64,
    no_settore: i64,
    no_qualifica: i64,
    people: i64,
}

impl From<Row> for Line {
    fn from(row: Row) -> Line {
        let flags = [row.no_gender, row.no_age_class, row.no_settore, row.no_qualifica];
        Line {
            person: row.person_id,
            name: row.name,
            email: row.email,
            ente: EnteName { id: row.ente_id, kind: row.ente_kind, name: row.ente_name, province: row.province },
            region: row.region,
            fields: FIELDS.into_iter().zip(flags).filter(|(_, flag)| *flag == 1).map(|(field, _)| field).collect(),
            asked_at: row.asked_at.map(Moment::from_millis),
        }
    }
}

/// Which rows.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    edition: &'a Edition,
    listing: &'a Listing,
    /// Empty for everybody.
    person: &'a str,
    now: Moment,
}

fn statement(wanted: Wanted<'_>, (limit, offset): (i64, i64)) -> Query {
    let Wanted { edition, listing, person, now } = wanted;
    let asks = |field| i64::from(edition.terms.funding.asks(field).is_some());
    let typed = fold(listing.get("cerca"));
    let mut words = typed.split(' ').map(str::to_owned);
    let mut word = || words.next().unwrap_or_default();
    let first = q(FIND).bind(&edition.id).bind(edition.starts_on).bind(edition.ends_on);
    let flagged = FIELDS.into_iter().fold(first, |statement, field| statement.bind(asks(field)));
    let order = listing.order();
    flagged
        .bind(word())
        .bind(word())
        .bind(word())
        .bind(fold(listing.get("ente")))
        .bind(listing.get("regione"))
        .bind(listing.get("manca"))
        .bind(listing.get("lettera"))
        .bind(now.plus_days(-QUIET_DAYS))
        .bind(order.trim_start_matches('-'))
        .bind(if order.starts_with('-') { "giu" } else { "" })
        .bind(person)
        .bind(offset)
        .bind(offset.saturating_add(limit))
}

async fn rows(on: &mut impl AsConn, wanted: Wanted<'_>, window: (i64, i64)) -> Result<Found> {
    let rows: Vec<Row> = statement(wanted, window).all(on).await?;
    let (total, people) = rows.first().map_or((0, 0), |row| (row.total, row.people));
    Ok(Found { lines: rows.into_iter().map(Line::from).collect(), total, people })
}

/// So many rows from the offset on, and how many there are in all; an offset beyond the last says 0.
pub async fn find(actor: &Actor<Secretariat>, edition: &Edition, listing: &Listing, window: (i64, i64)) -> Result<Found> {
    rows(&mut actor.reader().await?, Wanted { edition, listing, person: "", now: actor.now() }, window).await
}

/// Asks one person by letter for what lacks, not more often than once in [`QUIET_DAYS`]. Of somebody who is not there, or
/// whose account is closed: [`crate::platform::Error::NotFound`].
pub async fn ask(actor: &Actor<Secretariat>, edition: &Edition, person: &PersonId) -> Result<Asked> {
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD, person).await?;
    if q(LATELY).bind(person).bind(now.plus_days(-QUIET_DAYS)).count(&mut tx).await? > 0 {
        return Ok(Asked::Lately);
    }
    let (every, who) = (super::listing(""), person.to_string());
    let found = rows(&mut tx, Wanted { edition, listing: &every, person: &who, now }, ALL).await?;
    let lacks = |field: ParticipantField| found.lines.iter().any(|line| line.fields.contains(&field));
    let asked: Vec<&edition::Asked> = edition.terms.funding.asked.iter().filter(|asked| lacks(asked.field)).collect();
    if asked.is_empty() {
        return Ok(Asked::NothingLacking);
    }
    tx.post(now, Recipient::Person(person), |lang| letters::asking(lang, &edition.name, &asked)).await?;
    tx.commit().await?;
    Ok(Asked::Sent)
}

/// More rows than there are.
pub const ALL: (i64, i64) = (10_000_000, 0);

/// The people behind the rows that filters leave who may be written to now, each once, in the order of the rows.
pub async fn to_ask(actor: &Actor<Secretariat>, edition: &Edition, listing: &Listing) -> Result<Vec<PersonId>> {
    let found = find(actor, edition, listing, ALL).await?;
    let mut people: Vec<PersonId> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for line in found.lines.into_iter().filter(|line| line.may_be_asked(actor.now())) {
        if seen.insert(line.person.as_str().to_owned()) {
            people.push(line.person);
        }
    }
    Ok(people)
}
