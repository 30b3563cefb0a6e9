//! Noting on a register: whoever writes holds the day first, so that no two marks have one number and none slips in behind
//! the closing.

use std::collections::BTreeSet;

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::roles::Registrar;
use crate::domain::ids::{ClassDayId, ClassSessionId, PersonId, PresenceMarkId};
use crate::domain::moment::Moment;
use crate::domain::presence::{Said, State};
use crate::domain::seminar;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result, random};
use crate::presence::{NotNoted, Noting};

/// `$3` is 1 for those who keep all registers.
const HOLD: &str = "\
    update class_day set touched = touched \
    where class_day_id = $1 and published_at is not null \
        and ($3 = 1 or exists (select 1 from class_trainer t where t.class_day_id = class_day.class_day_id and t.person_id = $2))";
const STATE: &str = "\
    select d.published_at, d.cancelled_at, d.held_at, \
        coalesce((select max(m.number) from presence_mark m where m.class_day_id = d.class_day_id), 0) as number \
    from class_day d where d.class_day_id = $1";
const SESSIONS: &str = "select class_session_id, starts_at, ends_at from class_session where class_day_id = $1";
const SEATED: &str = "select person_id from enrolment where class_day_id = $1 and standing = 'seated'";
/// The last of each source.
const STANDING: &str = "\
    select m.class_session_id, m.person_id, m.source, m.state, m.late, m.early, m.away from presence_mark m \
    where m.class_day_id = $1 and m.number = (select max(o.number) from presence_mark o \
        where o.class_session_id = m.class_session_id and o.person_id = m.person_id and o.source = m.source)";
const ADD: &str = "\
    insert into presence_mark (presence_mark_id, class_day_id, class_session_id, person_id, number, source, state, late, early, away, \
        reason, noted_at, noted_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

#[derive(FromRow)]
struct StateRow {
    published_at: Option<Moment>,
    cancelled_at: Option<Moment>,
    held_at: Option<Moment>,
    number: i64,
}

/// A day held for writing.
#[derive(Debug)]
pub struct Held {
    pub state: seminar::State,
    /// Of the last mark.
    pub number: i64,
}

/// Holds a register that the actor keeps, else `NotFound`.
pub async fn hold<R: Registrar>(actor: &Actor<R>, day: &ClassDayId) -> Result<(Tx, Held)> {
    let mut tx = actor.begin().await?;
    let all = i64::from(actor.role().keeps_all());
    if q(HOLD).bind(day).bind(actor.person()).bind(all).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    let held = standing(&mut tx, day).await?;
    Ok((tx, held))
}

/// How a day stands that was written to in this transaction.
pub async fn standing(tx: &mut Tx, day: &ClassDayId) -> Result<Held> {
    let row: StateRow = q(STATE).bind(day).one(tx).await?;
    Ok(Held { state: seminar::State::of(row.published_at, row.cancelled_at, row.held_at), number: row.number })
}

/// Adds one mark under the next number.
pub async fn add(tx: &mut Tx, day: &ClassDayId, held: &mut Held, noting: &Noting, by: (&PersonId, Moment)) -> Result<()> {
    held.number += 1;
    let id: PresenceMarkId = random::id(by.1);
    q(ADD)
        .bind(&id)
        .bind(day)
        .bind(&noting.session)
        .bind(&noting.person)
        .bind(held.number)
        .bind(noting.source.as_str())
        .bind(noting.said.state.as_str())
        .bind(noting.said.late)
        .bind(noting.said.early)
        .bind(noting.said.away)
        .bind(&noting.reason)
        .bind(by.1)
        .bind(by.0)
        .run(tx)
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct StandingRow {
    class_session_id: ClassSessionId,
    person_id: PersonId,
    source: String,
    state: String,
    late: i64,
    early: i64,
    away: i64,
}

/// Notes on a register that is open; of what stands already nothing is noted again. A person or a session that is not of this
/// day: `NotFound`. Gives how many marks were added.
pub async fn note<R: Registrar>(actor: &Actor<R>, day: &ClassDayId, notings: &[Noting]) -> Result<std::result::Result<usize, NotNoted>> {
    let (mut tx, mut held) = hold(actor, day).await?;
    if held.state != seminar::State::Published {
        return Ok(Err(NotNoted::Closed));
    }
    if let Err(refusal) = check(&mut tx, day, notings).await? {
        return Ok(Err(refusal));
    }
    let rows: Vec<StandingRow> = q(STANDING).bind(day).all(&mut tx).await?;
    let mut added = 0;
    for noting in notings {
        let said = rows
            .iter()
            .find(|row| row.class_session_id == noting.session && row.person_id == noting.person && row.source == noting.source.as_str());
        let same = said.is_some_and(|row| {
            State::parse(&row.state).map(|state| Said { state, late: row.late, early: row.early, away: row.away }) == Some(noting.said)
        });
        // Nothing to clear where nothing was said.
        if same || (said.is_none() && noting.said.state == State::Cleared) {
            continue;
        }
        add(&mut tx, day, &mut held, noting, (actor.person(), actor.now())).await?;
        added += 1;
    }
    tx.commit().await?;
    Ok(Ok(added))
}

/// Whether all that is to be noted is of this day and fits into its sessions.
pub async fn check(on: &mut impl AsConn, day: &ClassDayId, notings: &[Noting]) -> Result<std::result::Result<(), NotNoted>> {
    let sessions: Vec<(ClassSessionId, Moment, Moment)> = q(SESSIONS).bind(day).all(on).await?;
    let seated: Vec<(PersonId,)> = q(SEATED).bind(day).all(on).await?;
    let seated: BTreeSet<PersonId> = seated.into_iter().map(|(id,)| id).collect();
    for noting in notings {
        let session = sessions.iter().find(|(id, ..)| *id == noting.session);
        let (_, from, until) = session.filter(|_| seated.contains(&noting.person)).ok_or(Error::NotFound)?;
        if !noting.said.fits(until.minutes_since(*from)) {
            return Ok(Err(NotNoted::TooLong));
        }
    }
    Ok(Ok(()))
}
