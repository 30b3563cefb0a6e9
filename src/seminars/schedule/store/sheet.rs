//! One seminar and one giornata, whole.

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::class_plan::Occupancy;
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, EnteId, PersonId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{ClassDay, Place, Seminar, Session, State};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};
use crate::seminars::Keeper;
use crate::seminars::schedule::{DaySheet, Reserved, SeminarSheet, Teacher};
use crate::ui::page;

const SEMINAR: &str = "\
    select s.seminar_id, s.theme, s.title, s.description, s.audience, s.prerequisites, s.edition_id, n.name as edition_name, \
           s.revision \
    from seminar s join edition n on n.edition_id = s.edition_id where s.seminar_id = $1";
/// `$1` giornata · `$2` now. What is kept is what those for whom it is kept have not used.
const DAY: &str = "\
    select d.class_day_id, d.seminar_id, d.region, d.place, d.online_link, d.seats, d.enrol_by, d.offer_hours, d.published_at, \
           d.cancelled_at, d.cancelled_why, d.held_at, d.revision, d.changed_at, \
           s.theme, s.title, s.description, s.audience, s.prerequisites, \
           (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing in ('seated', 'offered')) as taken, \
           (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.standing = 'waiting') as waiting, \
           coalesce((select cast(sum(case when k.seats > k.used then k.seats - k.used else 0 end) as bigint) from ( \
               select r.seats, (select count(*) from enrolment e left join ente n on n.ente_id = e.ente_id \
                   where e.class_day_id = r.class_day_id and e.standing in ('seated', 'offered') \
                     and (e.ente_id = r.ente_id or n.province = r.province)) as used \
               from reserved_seat r where r.class_day_id = d.class_day_id and r.release_at > $2) k), 0) as kept \
    from class_day d join seminar s on s.seminar_id = d.seminar_id where d.class_day_id = $1";
const SESSIONS: &str =
    "select class_session_id, starts_at, ends_at, topic from class_session where class_day_id = $1 order by starts_at, class_session_id";
const TRAINERS: &str = "\
    select p.person_id, p.name from class_trainer t join person p on p.person_id = t.person_id where t.class_day_id = $1 \
    order by p.name, p.person_id";
const RESERVED: &str = "\
    select r.ente_id, r.province, r.seats, r.release_at, e.kind, e.name, e.province as ente_province \
    from reserved_seat r left join ente e on e.ente_id = r.ente_id where r.class_day_id = $1 order by r.reserved_seat_id";

#[derive(FromRow)]
struct SeminarRow {
    seminar_id: SeminarId,
    theme: String,
    title: String,
    description: String,
    audience: String,
    prerequisites: String,
    edition_id: EditionId,
    edition_name: String,
    revision: i64,
}

/// A seminar, where a transaction may be looking.
pub async fn seminar(on: &mut impl AsConn, id: &SeminarId) -> Result<SeminarSheet> {
    let row: SeminarRow = q(SEMINAR).bind(id).optional(on).await?.ok_or(Error::NotFound)?;
    let seminar = Seminar {
        id: row.seminar_id,
        theme: row.theme,
        title: row.title,
        description: row.description,
        audience: row.audience,
        prerequisites: row.prerequisites,
    };
    let (edition, edition_name) = (row.edition_id, row.edition_name);
    Ok(SeminarSheet { seminar, edition, edition_name, revision: row.revision })
}

/// The same for somebody who only asks.
pub async fn seminar_of<R>(actor: &Actor<R>, id: &SeminarId) -> Result<SeminarSheet> {
    seminar(&mut actor.reader().await?, id).await
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
    cancelled_why: Option<String>,
    held_at: Option<Moment>,
    revision: i64,
    changed_at: Moment,
    theme: String,
    title: String,
    description: String,
    audience: String,
    prerequisites: String,
    taken: i64,
    waiting: i64,
    kept: i64,
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
    name: String,
}

#[derive(FromRow)]
struct ReservedRow {
    ente_id: Option<EnteId>,
    province: Option<String>,
    seats: i64,
    release_at: Moment,
    kind: Option<String>,
    name: Option<String>,
    ente_province: Option<String>,
}

impl ReservedRow {
    fn reserved(self) -> Reserved {
        let (seats, release_at) = (self.seats, self.release_at);
        match self.ente_id {
            Some(id) => {
                let named = EnteName {
                    id: id.clone(),
                    kind: self.kind.unwrap_or_default(),
                    name: self.name.unwrap_or_default(),
                    province: self.ente_province.unwrap_or_default(),
                };
                Reserved { keeper: Keeper::Ente(id), name: page::ente(&named), seats, release_at }
            }
            None => {
                let province = self.province.unwrap_or_default();
                Reserved { name: province.clone(), keeper: Keeper::Province(province), seats, release_at }
            }
        }
    }
}

/// A day in whatever state, where a transaction may be looking. Four statements.
pub async fn day(on: &mut impl AsConn, id: &ClassDayId, now: Moment) -> Result<DaySheet> {
    let row: DayRow = q(DAY).bind(id).bind(now).optional(on).await?.ok_or(Error::NotFound)?;
    let sessions: Vec<SessionRow> = q(SESSIONS).bind(id).all(on).await?;
    let trainers: Vec<TrainerRow> = q(TRAINERS).bind(id).all(on).await?;
    let reserved: Vec<ReservedRow> = q(RESERVED).bind(id).all(on).await?;
    let session = |s: SessionRow| Session { id: s.class_session_id, starts_at: s.starts_at, ends_at: s.ends_at, topic: s.topic };
    let teacher = |t: TrainerRow| Teacher { id: t.person_id, name: t.name };
    sheet(
        row,
        sessions.into_iter().map(session).collect(),
        trainers.into_iter().map(teacher).collect(),
        reserved.into_iter().map(ReservedRow::reserved).collect(),
    )
}

/// The same for somebody who only asks.
pub async fn day_of<R>(actor: &Actor<R>, id: &ClassDayId) -> Result<DaySheet> {
    day(&mut actor.reader().await?, id, actor.now()).await
}

fn sheet(row: DayRow, sessions: Vec<Session>, trainers: Vec<Teacher>, reserved: Vec<Reserved>) -> Result<DaySheet> {
    let place: Place = serde_json::from_str(&row.place).map_err(|e| Error::Bug(format!("class day {}: {e}", row.class_day_id)))?;
    let seminar = Seminar {
        id: row.seminar_id.clone(),
        theme: row.theme,
        title: row.title,
        description: row.description,
        audience: row.audience,
        prerequisites: row.prerequisites,
    };
    let day = ClassDay {
        id: row.class_day_id,
        seminar: row.seminar_id,
        state: State::of(row.published_at, row.cancelled_at, row.held_at),
        sessions,
        region: row.region,
        place,
        online_link: row.online_link,
        seats: row.seats,
        enrol_by: row.enrol_by,
        offer_hours: row.offer_hours,
        trainers: trainers.iter().map(|teacher| teacher.id.clone()).collect(),
    };
    let seats = Occupancy { seats: row.seats, taken: row.taken, waiting: row.waiting, kept: row.kept };
    let cancelled = row.cancelled_at.map(|at| (at, row.cancelled_why.unwrap_or_default()));
    Ok(DaySheet { revision: row.revision, changed_at: row.changed_at, day, seminar, cancelled, trainers, reserved, seats })
}
