//! What calendars read in the database, and the secret addresses of people's own.

use std::collections::HashMap;

use sqlx::FromRow;

use super::letters::occasion;
use super::{Cut, Entry, Feed, Owner, PAST, Part};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::domain::ids::{CalendarFeedId, ClassDayId, PersonId};
use crate::domain::invitation::Occasion;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result, random};

const ONE: &str = "\
    select d.class_day_id, s.title, d.starts_at, d.ends_at, d.place, d.online_link, d.published_at, d.cancelled_at, d.held_at, \
           d.sequence, d.touched, d.changed_at \
    from class_day d join seminar s on s.seminar_id = d.seminar_id where d.class_day_id = $1";
const SESSIONS: &str = "select class_day_id, starts_at, ends_at, topic from class_session where class_day_id = $1 order by starts_at";

const PUBLIC: &str = "\
    select d.class_day_id, s.title, d.starts_at, d.ends_at, d.place, d.online_link, d.published_at, d.cancelled_at, d.held_at, \
           d.sequence, d.touched, d.changed_at \
    from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where d.published_at is not null and d.ends_at >= $1 and ($2 = '' or d.region = $2) and ($3 = '' or s.theme = $3) \
    order by d.starts_at, d.class_day_id";
const PUBLIC_SESSIONS: &str = "\
    select c.class_day_id, c.starts_at, c.ends_at, c.topic from class_session c \
    join class_day d on d.class_day_id = c.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where d.published_at is not null and d.ends_at >= $1 and ($2 = '' or d.region = $2) and ($3 = '' or s.theme = $3) \
    order by c.starts_at";
const OWN: &str = "\
    select d.class_day_id, s.title, d.starts_at, d.ends_at, d.place, d.online_link, d.published_at, d.cancelled_at, d.held_at, \
           d.sequence, d.touched, d.changed_at \
    from class_day d join seminar s on s.seminar_id = d.seminar_id \
    where d.published_at is not null and d.ends_at >= $2 and ( \
        exists (select 1 from enrolment e where e.class_day_id = d.class_day_id and e.person_id = $1 and e.standing = 'seated') \
        or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $1)) \
    order by d.starts_at, d.class_day_id";
const OWN_SESSIONS: &str = "\
    select c.class_day_id, c.starts_at, c.ends_at, c.topic from class_session c join class_day d on d.class_day_id = c.class_day_id \
    where d.published_at is not null and d.ends_at >= $2 and ( \
        exists (select 1 from enrolment e where e.class_day_id = d.class_day_id and e.person_id = $1 and e.standing = 'seated') \
        or exists (select 1 from class_trainer t where t.class_day_id = d.class_day_id and t.person_id = $1)) \
    order by c.starts_at";

const FEED: &str = "select made_at, read_at from calendar_feed where person_id = $1 and revoked_at is null order by made_at desc";
const HOLD: &str = "update person set created_at = created_at where person_id = $1 and erased_at is null";
const REVOKE: &str = "update calendar_feed set revoked_at = $2 where person_id = $1 and revoked_at is null";
const ADD: &str = "insert into calendar_feed (calendar_feed_id, person_id, token_hash, made_at) values ($1, $2, $3, $4)";
const OWNER: &str = "\
    select f.person_id, coalesce(p.lang, 'it'), coalesce(f.read_at, 0) from calendar_feed f join person p on p.person_id = f.person_id \
    where f.token_hash = $1 and f.revoked_at is null and p.disabled_at is null and p.erased_at is null";
/// Once an hour is enough to know that it is used.
const READ: &str = "update calendar_feed set read_at = $2 where token_hash = $1 and coalesce(read_at, 0) < $3";

#[derive(FromRow)]
struct EntryRow {
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    ends_at: Moment,
    place: String,
    online_link: Option<String>,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    sequence: i64,
    touched: i64,
    changed_at: Moment,
}

#[derive(FromRow)]
struct PartRow {
    class_day_id: ClassDayId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
}

impl EntryRow {
    fn entry(self, sessions: Vec<Part>) -> Result<Entry> {
        let place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {}: {e}", self.class_day_id)))?;
        Ok(Entry {
            day: self.class_day_id,
            title: self.title,
            state: State::of(self.published_at, self.cancelled_at, self.held_at),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            sessions,
            place,
            online_link: self.online_link,
            sequence: self.sequence,
            touched: self.touched,
            changed_at: self.changed_at,
        })
    }
}

fn together(days: Vec<EntryRow>, parts: Vec<PartRow>) -> Result<Vec<Entry>> {
    let mut by_day: HashMap<ClassDayId, Vec<Part>> = HashMap::new();
    for part in parts {
        let one = Part { starts_at: part.starts_at, ends_at: part.ends_at, topic: part.topic };
        by_day.entry(part.class_day_id).or_default().push(one);
    }
    days.into_iter()
        .map(|day| {
            let sessions = by_day.remove(&day.class_day_id).unwrap_or_default();
            day.entry(sessions)
        })
        .collect()
}

/// One day in whatever state, as it stands in this transaction. Two statements.
pub async fn entry(on: &mut impl AsConn, id: &ClassDayId) -> Result<Entry> {
    let day: EntryRow = q(ONE).bind(id).optional(on).await?.ok_or(Error::NotFound)?;
    let parts: Vec<PartRow> = q(SESSIONS).bind(id).all(on).await?;
    together(vec![day], parts)?.pop().ok_or(Error::NotFound)
}

/// One day that is no draft.
pub(super) async fn public_day<R>(actor: &Actor<R>, id: &ClassDayId, lang: Lang) -> Result<Occasion> {
    let entry = entry(&mut actor.reader().await?, id).await?;
    if entry.state == State::Draft { Err(Error::NotFound) } else { Ok(occasion(lang, &entry, false)) }
}

/// What is published, from [`PAST`] days ago on. In Italian whoever asks: programs that follow a calendar send no language, and
/// copies on the way are shared. Two statements.
pub(super) async fn public<R>(actor: &Actor<R>, cut: Cut<'_>) -> Result<Vec<Occasion>> {
    let (mut conn, from) = (actor.reader().await?, actor.now().plus_days(-PAST));
    let days: Vec<EntryRow> = q(PUBLIC).bind(from).bind(cut.region).bind(cut.theme).all(&mut conn).await?;
    let parts: Vec<PartRow> = q(PUBLIC_SESSIONS).bind(from).bind(cut.region).bind(cut.theme).all(&mut conn).await?;
    Ok(together(days, parts)?.iter().map(|entry| occasion(Lang::It, entry, false)).collect())
}

/// The days on which somebody has a seat, or teaches. Two statements.
pub(super) async fn own<R>(actor: &Actor<R>, owner: &Owner) -> Result<Vec<Occasion>> {
    let (mut conn, from) = (actor.reader().await?, actor.now().plus_days(-PAST));
    let days: Vec<EntryRow> = q(OWN).bind(&owner.person).bind(from).all(&mut conn).await?;
    let parts: Vec<PartRow> = q(OWN_SESSIONS).bind(&owner.person).bind(from).all(&mut conn).await?;
    Ok(together(days, parts)?.iter().map(|entry| occasion(owner.lang, entry, true)).collect())
}

/// Whose calendar a secret address is, and that it was read. Disabled people have none.
pub(super) async fn owner<R>(actor: &Actor<R>, token: &str) -> Result<Owner> {
    let hash = random::fingerprint(token);
    let found: Option<(PersonId, String, Moment)> = q(OWNER).bind(&hash).optional(&mut actor.reader().await?).await?;
    let (person, lang, read_at) = found.ok_or(Error::NotFound)?;
    let (now, stale) = (actor.now(), actor.now().plus_minutes(-60));
    // Programs that follow a calendar ask all day long: they do not stand in the way of who writes.
    if read_at < stale {
        let mut tx = actor.begin().await?;
        q(READ).bind(&hash).bind(now).bind(stale).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(Owner { person, lang: Lang::parse(&lang).unwrap_or_default() })
}

/// The address that works now, if any.
pub(super) async fn feed<R: Signed>(actor: &Actor<R>) -> Result<Option<Feed>> {
    let row: Option<(Moment, Option<Moment>)> = q(FEED).bind(actor.person()).optional(&mut actor.reader().await?).await?;
    Ok(row.map(|(made_at, read_at)| Feed { made_at, read_at }))
}

/// A new secret address, in the place of the former one. The token is kept nowhere.
pub(super) async fn make<R: Signed>(actor: &Actor<R>) -> Result<String> {
    let token = random::token();
    let id: CalendarFeedId = random::id(actor.now());
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    q(REVOKE).bind(actor.person()).bind(actor.now()).run(&mut tx).await?;
    q(ADD).bind(&id).bind(actor.person()).bind(random::fingerprint(&token)).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await?;
    Ok(token)
}

/// From now on it opens nothing.
pub(super) async fn revoke<R: Signed>(actor: &Actor<R>) -> Result<()> {
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    q(REVOKE).bind(actor.person()).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}
