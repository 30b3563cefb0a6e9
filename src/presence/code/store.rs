//! Secrets of giornate, and codes entered.

use sqlx::FromRow;

use crate::access::roles::Registrar;
use crate::access::{Actor, Person};
use crate::domain::ids::{ClassDayId, ClassSessionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::one_time_code::Shared;
use crate::domain::presence::{self, Said, Source};
use crate::domain::presence_code::{self, Judged};
use crate::domain::seminar::{Session, State};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result, random};
use crate::presence::code::{Outcome, Own, Projected, Refusal};
use crate::presence::store as registers;
use crate::presence::{Noting, Register};

const MAKE: &str = "\
    insert into presence_secret (class_day_id, secret, made_at, made_by) values ($1, $2, $3, $4) on conflict (class_day_id) do nothing";
const SECRET: &str = "select secret from presence_secret where class_day_id = $1";
/// Giornate of a day that have a code, with whether the person has a seat.
const CANDIDATES: &str = "\
    select d.class_day_id, s.title, c.secret, \
        (select count(*) from enrolment e where e.class_day_id = d.class_day_id and e.person_id = $1 and e.standing = 'seated') as seated \
    from presence_secret c join class_day d on d.class_day_id = c.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    where d.starts_at < $3 and d.ends_at >= $2 and d.published_at is not null and d.cancelled_at is null order by d.class_day_id";
const OWN: &str = "\
    select s.title, t.class_session_id, t.starts_at, t.ends_at, t.topic, \
        (select max(m.noted_at) from presence_mark m where m.class_session_id = t.class_session_id and m.person_id = e.person_id \
            and m.source = 'code') as entered_at \
    from enrolment e join class_day d on d.class_day_id = e.class_day_id join seminar s on s.seminar_id = d.seminar_id \
        join class_session t on t.class_day_id = d.class_day_id \
    where e.person_id = $1 and e.standing = 'seated' and d.published_at is not null and d.cancelled_at is null \
        and t.starts_at < $3 and t.ends_at >= $2 order by t.starts_at, t.class_session_id";
/// Whoever enters a code holds the day, like whoever ticks.
const HOLD: &str = "update class_day set touched = touched where class_day_id = $1 and published_at is not null";
const SEATED: &str = "select count(*) from enrolment where class_day_id = $1 and person_id = $2 and standing = 'seated'";
const SESSIONS: &str =
    "select class_session_id, starts_at, ends_at, topic from class_session where class_day_id = $1 order by starts_at, class_session_id";
const ENTERED: &str = "\
    select noted_at from presence_mark where class_session_id = $1 and person_id = $2 and source = 'code' order by number limit 1";

#[derive(FromRow)]
struct SessionRow {
    class_session_id: ClassSessionId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
}

impl SessionRow {
    fn session(self) -> Session {
        Session { id: self.class_session_id, starts_at: self.starts_at, ends_at: self.ends_at, topic: self.topic }
    }
}

/// The code of a giornata begins: a secret that no page shows. Once is enough.
pub async fn begin<R: Registrar>(actor: &Actor<R>, day: &ClassDayId) -> Result<()> {
    let (mut tx, held) = registers::hold(actor, day).await?;
    if held.state == State::Published {
        let secret = Shared::new(random::shared_secret()).text();
        q(MAKE).bind(day).bind(secret).bind(actor.now()).bind(actor.person()).run(&mut tx).await?;
    }
    tx.commit().await
}

/// What the projector shows now. One statement.
pub async fn projected<R: Registrar>(actor: &Actor<R>, register: &Register) -> Result<Projected> {
    let now = actor.now();
    if register.day.state != State::Published {
        return Ok(Projected::Over);
    }
    let sessions = &register.day.sessions;
    let Some(session) = presence::running(sessions, now) else {
        let next = sessions.iter().map(|s| s.starts_at.plus_minutes(-presence::DOORS_OPEN)).find(|opens| *opens > now);
        return Ok(Projected::Between(next));
    };
    let row: Option<(String,)> = q(SECRET).bind(register.id()).optional(&mut actor.reader().await?).await?;
    Ok(match row {
        None => Projected::NotBegun,
        Some((text,)) => Projected::Shown { secret: secret(register.id(), &text)?, session: session.clone() },
    })
}

fn secret(day: &ClassDayId, text: &str) -> Result<Shared> {
    Shared::parse(text).ok_or_else(|| Error::Bug(format!("secret of class day {day}")))
}

/// From the first instant of today to the first of tomorrow, in Italy.
fn today(now: Moment) -> (Moment, Moment) {
    let day = now.day();
    let midnight = |day| Moment::at(day, 0, 0).unwrap_or(now);
    (midnight(day), midnight(day.plus_days(1)))
}

#[derive(FromRow)]
struct OwnRow {
    title: String,
    class_session_id: ClassSessionId,
    starts_at: Moment,
    ends_at: Moment,
    topic: String,
    entered_at: Option<Moment>,
}

/// Sessions of today in which the person has a seat. One statement.
pub async fn own(actor: &Actor<Person>) -> Result<Vec<Own>> {
    let (from, until) = today(actor.now());
    let rows: Vec<OwnRow> = q(OWN).bind(actor.person()).bind(from).bind(until).all(&mut actor.reader().await?).await?;
    let own = |row: OwnRow| Own {
        title: row.title,
        session: Session { id: row.class_session_id, starts_at: row.starts_at, ends_at: row.ends_at, topic: row.topic },
        entered_at: row.entered_at,
    };
    Ok(rows.into_iter().map(own).collect())
}

#[derive(FromRow)]
struct Candidate {
    class_day_id: ClassDayId,
    title: String,
    secret: String,
    seated: i64,
}

/// The person enters six digits.
pub async fn enter(actor: &Actor<Person>, code: &str) -> Result<Outcome> {
    let (from, until) = today(actor.now());
    let rows: Vec<Candidate> = q(CANDIDATES).bind(actor.person()).bind(from).bind(until).all(&mut actor.reader().await?).await?;
    // All are judged, the own ones first: two days may have one code in the same minute.
    let mut judged = Vec::new();
    for row in rows {
        let verdict = presence_code::judge(&secret(&row.class_day_id, &row.secret)?, code, actor.now());
        judged.push((verdict, row));
    }
    judged.sort_by_key(|(_, row)| row.seated == 0);
    let found = |wanted: Judged| judged.iter().find(|(verdict, _)| *verdict == wanted).map(|(_, row)| row);
    Ok(match (found(Judged::Good), found(Judged::Expired)) {
        (Some(row), _) if row.seated == 0 => Outcome::Refused(Refusal::NotEnrolled(row.title.clone())),
        (Some(row), _) => come_in(actor, &row.class_day_id).await?,
        (None, Some(_)) => Outcome::Refused(Refusal::Expired),
        (None, None) if own(actor).await?.is_empty() => Outcome::Refused(Refusal::NotToday),
        (None, None) => Outcome::Refused(Refusal::Wrong),
    })
}

/// The code was right: the session that runs has one more present, from this minute on.
async fn come_in(actor: &Actor<Person>, day: &ClassDayId) -> Result<Outcome> {
    let mut tx = actor.begin_on(HOLD, day).await?;
    let mut held = registers::standing(&mut tx, day).await?;
    if held.state != State::Published {
        return Ok(Outcome::Refused(Refusal::Closed));
    }
    if q(SEATED).bind(day).bind(actor.person()).count(&mut tx).await? == 0 {
        return Ok(Outcome::Refused(Refusal::NotToday));
    }
    let sessions: Vec<SessionRow> = q(SESSIONS).bind(day).all(&mut tx).await?;
    let sessions: Vec<Session> = sessions.into_iter().map(SessionRow::session).collect();
    let Some(session) = presence::running(&sessions, actor.now()) else { return Ok(Outcome::Refused(Refusal::NotRunning)) };
    if let Some(at) = entered(&mut tx, &session.id, actor.person()).await? {
        return Ok(Outcome::Already(at));
    }
    // In the last seconds of a session less than a minute is left: it counts as one.
    let late = presence::late(session, actor.now()).min(session.minutes() - 1);
    let (person, said) = (actor.person().clone(), Said { late, ..Said::PRESENT });
    let noting = Noting { person, session: session.id.clone(), source: Source::Code, said, reason: String::new() };
    registers::add(&mut tx, day, &mut held, &noting, (actor.person(), actor.now())).await?;
    tx.commit().await?;
    Ok(Outcome::Entered)
}

async fn entered(on: &mut impl AsConn, session: &ClassSessionId, person: &PersonId) -> Result<Option<Moment>> {
    let row: Option<(Moment,)> = q(ENTERED).bind(session).bind(person).optional(on).await?;
    Ok(row.map(|(at,)| at))
}
