//! Seminars and their days in the database.

mod changing;
mod clashes;
mod ending;
mod lists;
mod people;
mod sheet;

use sqlx::FromRow;

use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, Id, PersonId, ReservedSeatId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{ClassDay, Place, Session, State};
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result, random};
use crate::seminars::schedule::DaySheet;
use crate::seminars::{DayDraft, Keeper, SeminarDraft, SessionDraft};

pub use changing::{change, change_day};
pub use ending::{cancel, discard};
pub use lists::{Wanted, desk_filters, filters, find, next, public};
pub use people::{enti_named, teachers};
pub use sheet::{day_of, seminar_of};

const ADD_SEMINAR: &str = "\
    insert into seminar (seminar_id, edition_id, theme, title, description, audience, prerequisites, revision, \
        created_at, created_by, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $8, $9)";
const ADD_DAY: &str = "\
    insert into class_day (class_day_id, seminar_id, starts_at, ends_at, region, place, online_link, seats, enrol_by, offer_hours, \
        touched, sequence, revision, created_at, created_by, changed_at, changed_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 1, $11, $12, $11, $12)";
const ADD_SESSION: &str =
    "insert into class_session (class_session_id, class_day_id, starts_at, ends_at, topic) values ($1, $2, $3, $4, $5)";
const ADD_TRAINER: &str = "insert into class_trainer (class_day_id, person_id) values ($1, $2)";
const RESERVE: &str =
    "insert into reserved_seat (reserved_seat_id, class_day_id, ente_id, province, seats, release_at) values ($1, $2, $3, $4, $5, $6)";
const HOLD: &str = "update class_day set touched = touched + 1 where class_day_id = $1";
const PUBLISH: &str = "\
    update class_day set published_at = $2, published_by = $3, sequence = touched \
    where class_day_id = $1 and published_at is null and cancelled_at is null";
const REVISION: &str = "select revision from class_day where class_day_id = $1";
const ONE: &str = "\
    select class_day_id, seminar_id, region, place, online_link, seats, enrol_by, offer_hours, published_at, cancelled_at, held_at \
    from class_day where class_day_id = $1";
const SESSIONS: &str =
    "select class_session_id, starts_at, ends_at, topic from class_session where class_day_id = $1 order by starts_at, class_session_id";
const TRAINERS: &str = "select person_id from class_trainer where class_day_id = $1 order by person_id";

/// A new seminar of an edition.
pub async fn create(actor: &Actor<Secretariat>, edition: &EditionId, draft: &SeminarDraft) -> Result<SeminarId> {
    let id: SeminarId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(ADD_SEMINAR)
        .bind(&id)
        .bind(edition)
        .bind(&draft.theme)
        .bind(&draft.title)
        .bind(&draft.description)
        .bind(&draft.audience)
        .bind(&draft.prerequisites)
        .bind(actor.now())
        .bind(actor.person())
        .run(&mut tx)
        .await?;
    actor.record(&mut tx, Deed::new(DeedKind::SeminarCreated).detail(&draft.title)).await?;
    tx.commit().await?;
    Ok(id)
}

/// A new day of a seminar, as a draft. A draft without sessions is a bug of the caller.
pub async fn add_day(actor: &Actor<Secretariat>, seminar: &SeminarId, draft: &DayDraft) -> Result<ClassDayId> {
    let id: ClassDayId = random::id(actor.now());
    let (Some(starts_at), Some(ends_at)) =
        (draft.sessions.iter().map(|s| s.starts_at).min(), draft.sessions.iter().map(|s| s.ends_at).max())
    else {
        return Err(Error::Bug("a giornata without sessions".to_owned()));
    };
    let place = serde_json::to_string(&draft.place).map_err(|e| Error::Bug(e.to_string()))?;
    let mut tx = actor.begin().await?;
    q(ADD_DAY)
        .bind(&id)
        .bind(seminar)
        .bind(starts_at)
        .bind(ends_at)
        .bind(draft.region.as_deref())
        .bind(place)
        .bind(draft.online_link.as_deref())
        .bind(draft.seats)
        .bind(draft.enrol_by)
        .bind(draft.offer_hours)
        .bind(actor.now())
        .bind(actor.person())
        .run(&mut tx)
        .await?;
    add_parts(&mut tx, actor.now(), &id, draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Sessions, docenti and reserved seats of a day.
async fn add_parts(tx: &mut Tx, now: Moment, id: &ClassDayId, draft: &DayDraft) -> Result<()> {
    for session in &draft.sessions {
        add_session(tx, now, id, session).await?;
    }
    add_people(tx, now, id, draft).await
}

async fn add_session(tx: &mut Tx, now: Moment, id: &ClassDayId, session: &SessionDraft) -> Result<()> {
    let session_id: ClassSessionId = random::id(now);
    q(ADD_SESSION).bind(&session_id).bind(id).bind(session.starts_at).bind(session.ends_at).bind(&session.topic).run(tx).await?;
    Ok(())
}

/// Docenti and reserved seats of a day.
async fn add_people(tx: &mut Tx, now: Moment, id: &ClassDayId, draft: &DayDraft) -> Result<()> {
    for trainer in &draft.trainers {
        q(ADD_TRAINER).bind(id).bind(trainer).run(tx).await?;
    }
    for reserved in &draft.reserved {
        let (ente, province) = match &reserved.keeper {
            Keeper::Ente(ente) => (Some(ente.as_str()), None),
            Keeper::Province(province) => (None, Some(province.as_str())),
        };
        let reserved_id: ReservedSeatId = random::id(now);
        q(RESERVE).bind(&reserved_id).bind(id).bind(ente).bind(province).bind(reserved.seats).bind(reserved.release_at).run(tx).await?;
    }
    Ok(())
}

/// Shows a draft to everybody. False if it was published or cancelled before.
pub async fn publish(actor: &Actor<Secretariat>, id: &ClassDayId) -> Result<bool> {
    let tx = actor.begin_on(HOLD, id).await?;
    published(actor, tx, id).await
}

/// The same for a draft that was looked at: false as well if somebody changed it since.
pub async fn publish_seen(actor: &Actor<Secretariat>, id: &ClassDayId, seen: i64) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let revision = q(REVISION).bind(id).count(&mut tx).await?;
    if revision == seen { published(actor, tx, id).await } else { Ok(false) }
}

async fn published(actor: &Actor<Secretariat>, mut tx: Tx, id: &ClassDayId) -> Result<bool> {
    if q(PUBLISH).bind(id).bind(actor.now()).bind(actor.person()).run(&mut tx).await? != 1 {
        return Ok(false);
    }
    let sheet = sheet::day(&mut tx, id, actor.now()).await?;
    actor.record(&mut tx, Deed::new(DeedKind::ClassDayPublished).detail(called(&sheet))).await?;
    tx.commit().await?;
    Ok(true)
}

/// How the audit trail names a day: its title and its date.
fn called(sheet: &DaySheet) -> String {
    format!("{}, {}", sheet.seminar.title, sheet.starts_at().day())
}

#[derive(FromRow)]
struct DayRow {
    class_day_id: ClassDayId,
    seminar_id: SeminarId,
    region: Option<String>,
    place: String,
    online_link: Option<String>,
    seats: i64,
    enrol_by: Moment,
    offer_hours: Option<i64>,
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
}

#[derive(FromRow)]
struct SessionRow {
    class_session_id: ClassSessionId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
}

#[derive(FromRow)]
struct TrainerRow {
    person_id: PersonId,
}

/// A day in whatever state. Three statements.
pub async fn one<R>(actor: &Actor<R>, id: &ClassDayId) -> Result<ClassDay> {
    let mut conn = actor.reader().await?;
    let row: DayRow = q(ONE).bind(id).optional(&mut conn).await?.ok_or(Error::NotFound)?;
    let sessions: Vec<SessionRow> = q(SESSIONS).bind(id).all(&mut conn).await?;
    let trainers: Vec<TrainerRow> = q(TRAINERS).bind(id).all(&mut conn).await?;
    let place: Place = serde_json::from_str(&row.place).map_err(|e| Error::Bug(format!("class day {id}: {e}")))?;
    let session = |s: SessionRow| Session { id: s.class_session_id, starts_at: s.starts_at, ends_at: s.ends_at, topic: s.topic };
    Ok(ClassDay {
        id: row.class_day_id,
        seminar: row.seminar_id,
        state: State::of(row.published_at, row.cancelled_at, row.held_at),
        sessions: sessions.into_iter().map(session).collect(),
        region: row.region,
        place,
        online_link: row.online_link,
        seats: row.seats,
        enrol_by: row.enrol_by,
        offer_hours: row.offer_hours,
        trainers: trainers.into_iter().map(|row| row.person_id).collect(),
    })
}
