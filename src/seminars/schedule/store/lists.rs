//! Giornate in lists: the calendar that everybody reads, and the table of the desk.

use sqlx::FromRow;

use crate::access::{Actor, Secretariat};
use crate::domain::class_plan::Occupancy;
use crate::domain::ids::{ClassDayId, SeminarId};
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::{Place, State};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::seminars::schedule::{Card, Filters};
use crate::ui::listing::Listing;

/// What everybody may see, one statement whatever is chosen: an empty value asks for nothing.
///
/// `$1` now · `$2` last instant after · `$3` first instant before · `$4` region · `$5` theme · `$6` `liberi` for those with free
/// seats · `$7` `giu` from the last to the first · `$8`, `$9` first and last row · `$10` seminar · `$11` day left out · `$12` over by.
const PUBLIC: &str = "\
    with seen as ( \
        select d.class_day_id, d.seminar_id, s.title, s.theme, d.starts_at, d.ends_at, d.region, d.place, d.online_link, d.seats, \
               d.enrol_by, d.published_at, d.cancelled_at, d.held_at, \
               (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing in ('seated', 'offered')) as taken, \
               (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing = 'waiting') as waiting, \
               coalesce((select cast(sum(case when k.seats > k.used then k.seats - k.used else 0 end) as bigint) from ( \
                   select r.seats, (select count(*) from enrolment e left join ente n on n.ente_id = e.ente_id \
                       where e.class_day_id = r.class_day_id and e.standing in ('seated', 'offered') \
                         and (e.ente_id = r.ente_id or n.province = r.province)) as used \
                   from reserved_seat r where r.class_day_id = d.class_day_id and r.release_at > $1) k), 0) as kept \
        from class_day d join seminar s on s.seminar_id = d.seminar_id \
        where d.published_at is not null and d.ends_at > $2 and d.starts_at < $3 and d.ends_at <= $12 and ($4 = '' or d.region = $4) \
          and ($5 = '' or s.theme = $5) and ($10 = '' or d.seminar_id = $10) and d.class_day_id <> $11), \
    placed as ( \
        select v.*, count(*) over () as total, row_number() over ( \
            order by case when $7 = '' then v.starts_at end, case when $7 <> '' then v.starts_at end desc, v.class_day_id) as place_no \
        from seen v \
        where $6 = '' or (v.seats > v.taken + v.kept and v.waiting = 0 and v.enrol_by > $1 and v.cancelled_at is null and v.held_at is null)) \
    select p.* from placed p where p.place_no > $8 and p.place_no <= $9 order by p.place_no";

/// The table of the desk, in whatever state.
///
/// `$1` now · `$2` edition · `$3` seminar · `$4` region · `$5` theme · `$6` state · `$7` from · `$8` before · `$9` order · `$10` `giu`
/// from the last to the first · `$11`, `$12` first and last row. Without an order: those to come first, then those that were.
const FIND: &str = "\
    with seen as ( \
        select d.class_day_id, d.seminar_id, s.title, s.theme, d.starts_at, d.ends_at, d.region, d.place, d.online_link, d.seats, \
               d.enrol_by, d.published_at, d.cancelled_at, d.held_at, \
               case when d.cancelled_at is not null then 'cancelled' when d.held_at is not null then 'held' \
                    when d.published_at is not null then 'published' else 'draft' end as state, \
               (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing in ('seated', 'offered')) as taken, \
               (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing = 'waiting') as waiting, \
               coalesce((select cast(sum(case when k.seats > k.used then k.seats - k.used else 0 end) as bigint) from ( \
                   select r.seats, (select count(*) from enrolment e left join ente n on n.ente_id = e.ente_id \
                       where e.class_day_id = r.class_day_id and e.standing in ('seated', 'offered') \
                         and (e.ente_id = r.ente_id or n.province = r.province)) as used \
                   from reserved_seat r where r.class_day_id = d.class_day_id and r.release_at > $1) k), 0) as kept \
        from class_day d join seminar s on s.seminar_id = d.seminar_id \
        where ($2 = '' or s.edition_id = $2) and ($3 = '' or s.seminar_id = $3) and ($4 = '' or d.region = $4) \
          and ($5 = '' or s.theme = $5) and d.starts_at >= $7 and d.starts_at < $8), \
    placed as ( \
        select v.*, count(*) over () as total, row_number() over ( \
            order by case when $9 <> '' or v.ends_at >= $1 then 0 else 1 end, \
                case when $10 = '' then case $9 when 'seminario' then v.title when 'regione' then coalesce(v.region, '') end end, \
                case when $10 <> '' then case $9 when 'seminario' then v.title when 'regione' then coalesce(v.region, '') end end desc, \
                case when $10 = '' then case $9 when 'posti' then v.seats when 'iscritti' then v.taken when 'attesa' then v.waiting \
                    when 'termine' then v.enrol_by when 'giorno' then v.starts_at end end, \
                case when $10 <> '' then case $9 when 'posti' then v.seats when 'iscritti' then v.taken when 'attesa' then v.waiting \
                    when 'termine' then v.enrol_by when 'giorno' then v.starts_at end end desc, \
                case when $9 <> '' or v.ends_at >= $1 then v.starts_at end, v.starts_at desc, v.class_day_id) as place_no \
        from seen v where $6 = '' or v.state = $6) \
    select p.* from placed p where p.place_no > $11 and p.place_no <= $12 order by p.place_no";

/// Regions and themes of the giornate that everybody may see.
const FILTERS: &str = "\
    select distinct 'region' as what, d.region as value from class_day d where d.published_at is not null and d.region is not null \
    union all \
    select distinct 'theme' as what, s.theme as value from seminar s join class_day d on d.seminar_id = s.seminar_id \
    where d.published_at is not null order by 1, 2";

const DESK_FILTERS: &str = "\
    select distinct 'region' as what, d.region as value from class_day d where d.region is not null \
    union all select distinct 'theme' as what, s.theme as value from seminar s order by 1, 2";

const SEMINARS: &str = "select s.seminar_id, s.title from seminar s order by s.title, s.seminar_id";

#[derive(FromRow)]
struct CardRow {
    class_day_id: ClassDayId,
    seminar_id: SeminarId,
    title: String,
    theme: String,
    starts_at: Moment,
    ends_at: Moment,
    region: Option<String>,
    place: String,
    online_link: Option<String>,
    seats: i64,
    enrol_by: Moment,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    taken: i64,
    waiting: i64,
    kept: i64,
    total: i64,
}

impl CardRow {
    fn card(self) -> Result<Card> {
        let place: Place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {}: {e}", self.class_day_id)))?;
        Ok(Card {
            id: self.class_day_id,
            seminar: self.seminar_id,
            title: self.title,
            theme: self.theme,
            state: State::of(self.published_at, self.cancelled_at, self.held_at),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            region: self.region,
            place,
            is_online: self.online_link.is_some(),
            enrol_by: self.enrol_by,
            seats: Occupancy { seats: self.seats, taken: self.taken, waiting: self.waiting, kept: self.kept },
        })
    }
}

fn cards(rows: Vec<CardRow>) -> Result<(Vec<Card>, i64)> {
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(CardRow::card).collect::<Result<_>>()?, total))
}

/// Which of the days that everybody may see.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Those that end after.
    pub after: Moment,
    /// Those that begin before.
    pub before: Moment,
    /// Those that are over by then.
    pub ended_by: Moment,
    /// As the register of enti spells it; empty: everywhere.
    pub region: &'a str,
    pub theme: &'a str,
    pub free: bool,
    pub last_first: bool,
    /// Of one seminar, without the day of this id.
    pub beside: Option<(&'a SeminarId, &'a ClassDayId)>,
    /// Rows to take, and how many to pass over.
    pub window: (i64, i64),
}

/// The ends of time, as far as a calendar goes.
pub const EVER: (Moment, Moment) = (Moment::from_millis(i64::MIN), Moment::from_millis(i64::MAX));

impl Wanted<'_> {
    /// All of them, the first first.
    pub const ALL: Wanted<'static> = Wanted {
        after: EVER.0,
        before: EVER.1,
        ended_by: EVER.1,
        region: "",
        theme: "",
        free: false,
        last_first: false,
        beside: None,
        window: (10_000, 0),
    };
}

/// Published days, cancelled and held ones among them, and how many there are; a window beyond the last says 0. One statement.
pub async fn public<R>(actor: &Actor<R>, wanted: &Wanted<'_>) -> Result<(Vec<Card>, i64)> {
    use crate::domain::ids::Id;
    let (limit, offset) = wanted.window;
    let rows: Vec<CardRow> = q(PUBLIC)
        .bind(actor.now())
        .bind(wanted.after)
        .bind(wanted.before)
        .bind(wanted.region)
        .bind(wanted.theme)
        .bind(if wanted.free { "liberi" } else { "" })
        .bind(if wanted.last_first { "giu" } else { "" })
        .bind(offset)
        .bind(offset.saturating_add(limit))
        .bind(wanted.beside.map_or("", |(seminar, _)| seminar.as_str()))
        .bind(wanted.beside.map_or("", |(_, day)| day.as_str()))
        .bind(wanted.ended_by)
        .all(&mut actor.reader().await?)
        .await?;
    cards(rows)
}

/// The next day that is not cancelled. One statement.
pub async fn next<R>(actor: &Actor<R>) -> Result<Option<Card>> {
    let (cards, _) = public(actor, &Wanted { after: actor.now(), window: (10, 0), ..Wanted::ALL }).await?;
    Ok(cards.into_iter().find(|card| card.state == State::Published && card.starts_at > actor.now()))
}

/// So many rows of the table of the desk, and how many there are in all; an offset beyond the last says 0. One statement.
pub async fn find(actor: &Actor<Secretariat>, listing: &Listing, (limit, offset): (i64, i64)) -> Result<(Vec<Card>, i64)> {
    let midnight = |day: Day| Moment::at(day, 0, 0);
    let from = Day::parse(listing.get("dal")).and_then(midnight).unwrap_or(EVER.0);
    let before = Day::parse(listing.get("al")).and_then(|day| midnight(day.plus_days(1))).unwrap_or(EVER.1);
    let order = listing.order();
    let rows: Vec<CardRow> = q(FIND)
        .bind(actor.now())
        .bind(listing.get("edizione"))
        .bind(listing.get("seminario"))
        .bind(listing.get("regione"))
        .bind(listing.get("tema"))
        .bind(listing.get("stato"))
        .bind(from)
        .bind(before)
        .bind(order.trim_start_matches('-'))
        .bind(if order.starts_with('-') { "giu" } else { "" })
        .bind(offset)
        .bind(offset.saturating_add(limit))
        .all(&mut actor.reader().await?)
        .await?;
    cards(rows)
}

fn filters_of(rows: Vec<(String, String)>) -> Filters {
    let of = |what: &str| rows.iter().filter(|(w, _)| w == what).map(|(_, value)| value.clone()).collect();
    Filters { regions: of("region"), themes: of("theme") }
}

/// What the public calendar can be filtered by.
pub async fn filters<R>(actor: &Actor<R>) -> Result<Filters> {
    Ok(filters_of(q(FILTERS).all(&mut actor.reader().await?).await?))
}

/// What the table of the desk can be filtered by, and the seminars by title. Two statements.
pub async fn desk_filters(actor: &Actor<Secretariat>) -> Result<(Filters, Vec<(SeminarId, String)>)> {
    let mut conn = actor.reader().await?;
    let filters = filters_of(q(DESK_FILTERS).all(&mut conn).await?);
    Ok((filters, q(SEMINARS).all(&mut conn).await?))
}
