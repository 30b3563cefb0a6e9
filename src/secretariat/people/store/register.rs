//! The table of people in the database.

use sqlx::FromRow;

use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::platform::Result;
use crate::platform::db::q;
use crate::secretariat::people::{AWAY_DAYS, Line};
use crate::ui::listing::Listing;

/// One statement whatever is chosen. Names are compared without accents, word by word and in any order; appointments are
/// gathered for the rows of the page alone, as `role|kind|name|province` with `~` between.
///
/// `$1`–`$3` words, folded, without wildcards · `$4` ente, folded · `$5` role · `$6` region · `$7` verified · `$8` last
/// access · `$9` state · `$10` today · `$11` away since · `$12` order · `$13` `giu` from the last to the first · `$14`
/// rows before the first · `$15` the last row.
const FIND: &str = "\
    with told as materialized ( \
        select p.person_id, p.name, p.username, p.email, p.created_at, p.verified_at, p.seen_at, p.disabled_at, \
               replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace( \
                   lower(p.name || ' ' || p.username || ' ' || p.email), 'à', 'a'), 'è', 'e'), 'é', 'e'), 'ì', 'i'), 'ò', 'o'), 'ù', 'u'), \
                   'À', 'a'), 'È', 'e'), 'É', 'e'), 'Ì', 'i'), 'Ò', 'o'), 'Ù', 'u') as search \
        from person p where p.merged_into is null and p.erased_at is null), \
    placed as ( \
        select t.*, count(*) over () as total, row_number() over ( \
            order by case when $12 = 'accesso' and $13 = '' then coalesce(t.seen_at, 0) when $12 = 'creato' and $13 = '' then t.created_at end, \
                case when $12 = 'accesso' and $13 <> '' then coalesce(t.seen_at, 0) when $12 = 'creato' and $13 <> '' then t.created_at end desc, \
                case when $13 = '' then case $12 when 'utente' then t.username when 'indirizzo' then t.email else t.search end end, \
                case when $13 <> '' then case $12 when 'utente' then t.username when 'indirizzo' then t.email else t.search end end desc, \
                t.search, t.person_id) as place \
        from told t \
        where t.search like '%' || $1 || '%' and t.search like '%' || $2 || '%' and t.search like '%' || $3 || '%' \
          and ($4 = '' or exists (select a.appointment_id from appointment a join ente e on e.ente_id = a.ente_id \
               where a.person_id = t.person_id and a.starts_on <= $10 and coalesce(a.ends_on, $10) >= $10 \
                 and e.search like '%' || $4 || '%')) \
          and ($6 = '' or exists (select a.appointment_id from appointment a join ente e on e.ente_id = a.ente_id \
               where a.person_id = t.person_id and a.starts_on <= $10 and coalesce(a.ends_on, $10) >= $10 and e.region = $6)) \
          and ($5 = '' or ($5 <> 'nessuno' and exists (select a.appointment_id from appointment a \
               where a.person_id = t.person_id and a.role = $5 and a.starts_on <= $10 and coalesce(a.ends_on, $10) >= $10)) \
               or ($5 = 'nessuno' and not exists (select a.appointment_id from appointment a \
               where a.person_id = t.person_id and a.starts_on <= $10 and coalesce(a.ends_on, $10) >= $10))) \
          and ($7 = '' or ($7 = 'si' and t.verified_at is not null) or ($7 = 'no' and t.verified_at is null)) \
          and ($8 = '' or ($8 = 'mai' and t.seen_at is null) or ($8 = 'recente' and t.seen_at >= $11) or ($8 = 'lontano' and t.seen_at < $11)) \
          and ($9 = '' or ($9 = 'attivi' and t.disabled_at is null) or ($9 = 'disabilitati' and t.disabled_at is not null))) \
    select j.person_id, j.name, j.username, j.email, j.created_at, j.verified_at, j.seen_at, j.disabled_at, j.total, \
           (select string_agg(a.role || '|' || coalesce(e.kind, '') || '|' || coalesce(e.name, '') || '|' || coalesce(e.province, ''), '~') \
            from appointment a left join ente e on e.ente_id = a.ente_id \
            where a.person_id = j.person_id and a.starts_on <= $10 and coalesce(a.ends_on, $10) >= $10) as roles \
    from placed j where j.place > $14 and j.place <= $15 order by j.place";

#[derive(FromRow)]
struct Found {
    person_id: PersonId,
    name: String,
    username: String,
    email: String,
    created_at: i64,
    verified_at: Option<i64>,
    seen_at: Option<i64>,
    disabled_at: Option<i64>,
    roles: Option<String>,
    total: i64,
}

impl From<Found> for Line {
    fn from(row: Found) -> Line {
        Line {
            id: row.person_id,
            name: row.name,
            username: row.username,
            email: row.email,
            created_at: Moment::from_millis(row.created_at),
            verified: row.verified_at.is_some(),
            seen_at: row.seen_at.map(Moment::from_millis),
            disabled: row.disabled_at.is_some(),
            roles: row.roles.as_deref().map(roles).unwrap_or_default(),
        }
    }
}

/// Appointments as the statement gathers them, by ente.
fn roles(gathered: &str) -> Vec<(RoleName, Option<String>)> {
    let one = |text: &str| {
        let mut parts = text.split('|');
        let role = RoleName::parse(parts.next()?)?;
        let (kind, name, province) = (parts.next()?, parts.next()?, parts.next()?);
        let of = if kind == "comune" { "Comune di " } else { "" };
        Some((role, (!name.is_empty()).then(|| format!("{of}{name} ({province})"))))
    };
    let mut found: Vec<_> = gathered.split('~').filter_map(one).collect();
    found.sort_by(|a, b| (&a.1, a.0.as_str()).cmp(&(&b.1, b.0.as_str())));
    found.dedup();
    found
}

/// So many rows from the offset on, and how many there are in all; an offset beyond the last says 0.
pub async fn find(actor: &Actor<Secretariat>, listing: &Listing, (limit, offset): (i64, i64)) -> Result<(Vec<Line>, i64)> {
    let typed = fold(listing.get("cerca"));
    let mut words = typed.split(' ').map(str::to_owned);
    let mut word = || words.next().unwrap_or_default();
    let (order, today) = (listing.order(), actor.now().day());
    let rows: Vec<Found> = q(FIND)
        .bind(word())
        .bind(word())
        .bind(word())
        .bind(fold(listing.get("ente")))
        .bind(listing.get("ruolo"))
        .bind(listing.get("regione"))
        .bind(listing.get("verifica"))
        .bind(listing.get("accesso"))
        .bind(listing.get("stato"))
        .bind(today)
        .bind(actor.now().plus_days(-AWAY_DAYS))
        .bind(order.trim_start_matches('-'))
        .bind(if order.starts_with('-') { "giu" } else { "" })
        .bind(offset)
        .bind(offset.saturating_add(limit))
        .all(&mut actor.reader().await?)
        .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Line::from).collect(), total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appointments_are_read_as_they_were_gathered() {
        let found = roles("coordinator|comune|Livo|CO~secretariat|||~member|unione|Unione delle Colline|TO~strano|x|y|z");
        assert_eq!(
            found,
            [
                (RoleName::Secretariat, None),
                (RoleName::Coordinator, Some("Comune di Livo (CO)".to_owned())),
                (RoleName::Member, Some("Unione delle Colline (TO)".to_owned())),
            ]
        );
    }
}
