//! Asking the index: the best first, in an order that depends on nothing but the entries.

use std::collections::BTreeMap;

use super::{Kind, Readers};
use crate::domain::moment::Day;
use crate::domain::search::{ASKED, Piece, asked, marked, rarity, snippet};
use crate::platform::db::{AsConn, Query, q};
use crate::platform::{Error, Result};

/// Who asks, and what of.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    pub readers: Readers,
    /// Of one kind alone.
    pub kind: Option<Kind>,
    /// Of one theme alone.
    pub theme: Option<&'a str>,
}

impl Filter<'_> {
    pub const fn of(readers: Readers) -> Self {
        Filter { readers, kind: None, theme: None }
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    pub id: String,
    pub theme: String,
    pub day: Day,
    /// Only for comparison within one answer.
    pub score: i64,
    pub title: Vec<Piece>,
    pub snippet: Vec<Piece>,
}

/// One page of what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// On all pages.
    pub total: i64,
}

/// Hits on a page, and suggestions while typing.
pub const PAGE: i64 = 10;
const SUGGESTED: i64 = 5;
/// Of a whole quesito the words that tell most; one word in common is not yet similar.
const TELLING: usize = 6;
const IN_COMMON: i64 = 2;

const ALL: &str = "select count(*) from search_entry where readers <= $1";
const HOLDING: &str = "\
    select w.word, count(*) from search_word w join search_entry e on e.search_entry_id = w.search_entry_id \
    where w.word in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) and e.readers <= $13 group by w.word";
/// The more of the words asked for an entry has, the better; then what they tell; then the later one.
const BEST: &str = "\
    select e.search_entry_id, e.kind, e.theme, e.day, e.title, e.body, \
    cast(count(*) * sum(w.weight * case w.word when $1 then cast($13 as bigint) when $2 then cast($14 as bigint) when $3 then cast($15 as bigint) \
    when $4 then cast($16 as bigint) when $5 then cast($17 as bigint) when $6 then cast($18 as bigint) when $7 then cast($19 as bigint) \
    when $8 then cast($20 as bigint) when $9 then cast($21 as bigint) when $10 then cast($22 as bigint) when $11 then cast($23 as bigint) \
    when $12 then cast($24 as bigint) else cast(0 as bigint) end) as bigint) as score, cast(count(*) over () as bigint) as total \
    from search_word w join search_entry e on e.search_entry_id = w.search_entry_id \
    where w.word in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) and e.readers <= $25 \
    and (cast($26 as text) = '' or e.kind = $26) and (cast($27 as text) = '' or e.theme = $27) \
    group by e.search_entry_id, e.kind, e.theme, e.day, e.title, e.body having count(*) >= $28 \
    order by score desc, e.day desc, e.search_entry_id limit $29 offset $30";

type BestRow = (String, String, String, String, String, String, i64, i64);

/// What a query finds, ten a page from page 1 on. Three statements whatever is found, none if it says nothing.
pub async fn search(on: &mut impl AsConn, query: &str, filter: &Filter<'_>, page: i64) -> Result<Found> {
    let asked = asked(query);
    let rarities = rarities(on, &asked, filter.readers).await?;
    best(on, &rarities, filter, Page { least: 1, limit: PAGE, offset: (page.clamp(1, 10_000) - 1) * PAGE }).await
}

/// What somebody may be asking again while typing: at most five, each with at least two words in common (one, if the text has
/// no more than one or two).
pub async fn similar(on: &mut impl AsConn, text: &str, filter: &Filter<'_>) -> Result<Vec<Hit>> {
    let asked = asked(text);
    let mut rarities = rarities(on, &asked, filter.readers).await?;
    rarities.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rarities.truncate(TELLING);
    let least = if asked.len() <= 2 { 1 } else { IN_COMMON };
    Ok(best(on, &rarities, filter, Page { least, limit: SUGGESTED, offset: 0 }).await?.hits)
}

/// The stems that occur at all, each with what it tells, in the order asked.
async fn rarities(on: &mut impl AsConn, asked: &[String], readers: Readers) -> Result<Vec<(String, i64)>> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let all = q(ALL).bind(readers.level()).count(on).await?;
    let holding: Vec<(String, i64)> = words(q(HOLDING), asked).bind(readers.level()).all(on).await?;
    let holding: BTreeMap<String, i64> = holding.into_iter().collect();
    Ok(asked.iter().filter_map(|stem| Some((stem.clone(), rarity(all, *holding.get(stem)?)))).collect())
}

struct Page {
    /// Words in common.
    least: i64,
    limit: i64,
    offset: i64,
}

async fn best(on: &mut impl AsConn, rarities: &[(String, i64)], filter: &Filter<'_>, page: Page) -> Result<Found> {
    if rarities.is_empty() {
        return Ok(Found::default());
    }
    let stems: Vec<String> = rarities.iter().map(|(stem, _)| stem.clone()).collect();
    let mut query = words(q(BEST), &stems);
    for place in 0..ASKED {
        query = query.bind(rarities.get(place).map_or(0, |(_, rarity)| *rarity));
    }
    let rows: Vec<BestRow> = query
        .bind(filter.readers.level())
        .bind(filter.kind.map_or("", Kind::as_str))
        .bind(filter.theme.unwrap_or_default())
        .bind(page.least)
        .bind(page.limit)
        .bind(page.offset)
        .all(on)
        .await?;
    let total = rows.first().map_or(0, |row| row.7);
    Ok(Found { hits: rows.into_iter().map(|row| hit(row, &stems)).collect::<Result<_>>()?, total })
}

/// Twelve places; those that are left stay empty, and no word is.
fn words(query: Query, stems: &[String]) -> Query {
    (0..ASKED).fold(query, |query, place| query.bind(stems.get(place).map_or("", String::as_str)))
}

fn hit((id, kind, theme, day, title, body, score, _): BestRow, stems: &[String]) -> Result<Hit> {
    let kind = Kind::parse(&kind).ok_or_else(|| Error::Bug(format!("kind of entry: {kind}")))?;
    let day = Day::parse(&day).ok_or_else(|| Error::Bug(format!("day of entry: {day}")))?;
    Ok(Hit { kind, id, theme, day, score, title: marked(&title, stems), snippet: snippet(&body, stems) })
}
