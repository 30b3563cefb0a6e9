//! Lines of the timesheet in the database.

use sqlx::FromRow;

use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, Session};
use crate::platform::db::q;
use crate::platform::{Error, Result};
use crate::presence::timesheet::{Confirmed, Line};

/// Sessions that are over, of days that were not cancelled. `$2` empty: of all docenti.
const LINES: &str = "\
    select p.person_id, p.name, d.class_day_id, s.title, d.place, t.class_session_id, t.starts_at, t.ends_at, t.topic, \
        l.topic as said_topic, l.minutes as said_minutes, l.confirmed_at \
    from seminar s join class_day d on d.seminar_id = s.seminar_id join class_session t on t.class_day_id = d.class_day_id \
        join class_trainer c on c.class_day_id = d.class_day_id join person p on p.person_id = c.person_id \
        left join timesheet_line l on l.class_session_id = t.class_session_id and l.person_id = c.person_id \
    where s.edition_id = $1 and ($2 = '' or c.person_id = $2) and d.published_at is not null and d.cancelled_at is null \
        and t.ends_at <= $3 \
    order by p.name, p.person_id, t.starts_at, t.class_session_id";
/// The session is held by its day, like everything that is noted of it.
const HOLD: &str = "\
    update class_day set touched = touched where cancelled_at is null and published_at is not null and class_day_id = \
        (select t.class_day_id from class_session t join class_trainer c on c.class_day_id = t.class_day_id \
         where t.class_session_id = $1 and c.person_id = $2 and t.ends_at <= $3)";
const CONFIRM: &str = "\
    insert into timesheet_line (class_session_id, person_id, topic, minutes, confirmed_at, confirmed_by) values ($1, $2, $3, $4, $5, $2) \
    on conflict (class_session_id, person_id) do update set topic = excluded.topic, minutes = excluded.minutes, \
        confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by";

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    name: String,
    class_day_id: ClassDayId,
    title: String,
    place: String,
    class_session_id: ClassSessionId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
    said_topic: Option<String>,
    said_minutes: Option<i64>,
    confirmed_at: Option<Moment>,
}

impl Row {
    fn line(self) -> Result<Line> {
        let place: Place = serde_json::from_str(&self.place).map_err(|e| Error::Bug(format!("class day {}: {e}", self.class_day_id)))?;
        let confirmed = match (self.said_topic, self.said_minutes, self.confirmed_at) {
            (Some(topic), Some(minutes), Some(at)) => Some(Confirmed { topic, minutes, at }),
            _ => None,
        };
        Ok(Line {
            person: self.person_id,
            name: self.name,
            day: self.class_day_id,
            title: self.title,
            city: place.city,
            session: Session { id: self.class_session_id, starts_at: self.starts_at, ends_at: self.ends_at, topic: self.topic },
            confirmed,
        })
    }
}

/// The lines of one docente, or of all, in an edition: by name, then by hour. One statement.
pub async fn lines<R>(actor: &Actor<R>, edition: &EditionId, person: Option<&PersonId>) -> Result<Vec<Line>> {
    let whose = person.map(ToString::to_string).unwrap_or_default();
    let rows: Vec<Row> = q(LINES).bind(edition).bind(whose).bind(actor.now()).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(Row::line).collect()
}

/// The docente confirms one session that they taught; else `NotFound`. A later confirmation takes the place of the former.
pub async fn confirm(actor: &Actor<Trainer>, session: &ClassSessionId, topic: &str, minutes: i64) -> Result<()> {
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(session).bind(actor.person()).bind(actor.now()).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    q(CONFIRM).bind(session).bind(actor.person()).bind(topic).bind(minutes).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}
