//! The people of the ente acted for: who acts, who was invited; the end of an appointment, a new referente.

use sqlx::FromRow;

use crate::access::{Actor, Coordinator, RoleName};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{AppointmentId, EnteId, PersonId, RegistrationId};
use crate::domain::moment::{Day, Moment};
use crate::domain::registration::{NoEnd, Term, may_end};
use crate::enti::registration::{Holder, Invited, letters};
use crate::people::{self, Post};
use crate::platform::db::{AsConn, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result};

const HOLDERS: &str = "\
    select a.appointment_id, p.person_id, p.name, p.email, a.role, a.qualifica, a.starts_on, a.ends_on, p.disabled_at \
    from appointment a join person p on p.person_id = a.person_id \
    where a.ente_id = $1 order by coalesce(a.ends_on, '9999-12-31') desc, p.name, a.starts_on, a.appointment_id";
const INVITED: &str = "\
    select registration_id, email, role, expires_at from registration \
    where ente_id = $1 and kind = 'invitation' and outcome is null order by asked_at desc, registration_id";
/// Whatever leaves an ente without a referente is decided one at a time.
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
const ONE: &str = "\
    select a.appointment_id, p.person_id, p.name, p.email, a.role, a.qualifica, a.starts_on, a.ends_on, p.disabled_at \
    from appointment a join person p on p.person_id = a.person_id where a.appointment_id = $1 and a.ente_id = $2";
const OTHER_REFERENTI: &str = "\
    select a.starts_on, a.ends_on from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.ente_id = $1 and a.role = 'coordinator' and a.person_id <> $2";
const END: &str = "update appointment set ends_on = $2 where appointment_id = $1";

#[derive(FromRow)]
struct Row {
    appointment_id: AppointmentId,
    person_id: PersonId,
    name: String,
    email: String,
    role: String,
    qualifica: String,
    starts_on: String,
    ends_on: Option<String>,
    disabled_at: Option<i64>,
}

impl Row {
    fn holder(self) -> Result<Holder> {
        let defect = || Error::Bug("an appointment that cannot be read".into());
        Ok(Holder {
            role: RoleName::parse(&self.role).ok_or_else(defect)?,
            from: Day::parse(&self.starts_on).ok_or_else(defect)?,
            to: self.ends_on.as_deref().map(|day| Day::parse(day).ok_or_else(defect)).transpose()?,
            appointment: self.appointment_id,
            person: self.person_id,
            name: self.name,
            email: self.email,
            qualifica: self.qualifica,
            disabled: self.disabled_at.is_some(),
        })
    }
}

/// All who act for the ente or did: those without an end first, then by when they ended.
pub async fn holders(actor: &Actor<Coordinator>) -> Result<Vec<Holder>> {
    let rows: Vec<Row> = q(HOLDERS).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(Row::holder).collect()
}

/// Invitations that stand, the newest first; also those that nobody took up in time.
pub async fn invited(actor: &Actor<Coordinator>) -> Result<Vec<Invited>> {
    type Found = (RegistrationId, String, String, i64);
    let rows: Vec<Found> = q(INVITED).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    let invited = |(id, email, role, expires_at): Found| Invited {
        id,
        email,
        role: RoleName::parse(&role).unwrap_or(RoleName::Member),
        expires_at: Moment::from_millis(expires_at),
        expired: expires_at <= actor.now().millis(),
    };
    Ok(rows.into_iter().map(invited).collect())
}

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    Done,
    NoEnd(NoEnd),
    /// It is over, or not theirs to change: an account that was disabled, a referente already.
    NothingToDo,
}

/// Ends an appointment of the ente on a day, the last on which it is in force; without a day nothing ends.
pub async fn end(actor: &Actor<Coordinator>, id: &AppointmentId, last: Option<Day>) -> Result<Changed> {
    let (now, ente) = (actor.now(), actor.ente());
    let mut tx = actor.begin_on(HOLD_ENTE, ente).await?;
    let holder = q(ONE).bind(id).bind(ente).one::<Row>(&mut tx).await?.holder()?;
    let Some(last) = last else { return Ok(Changed::NoEnd(NoEnd::InThePast)) };
    let others = match holder.role {
        RoleName::Coordinator => Some(terms(&mut tx, ente, &holder.person).await?),
        _ => None,
    };
    let term = Term { from: holder.from, to: holder.to };
    if let Err(no) = may_end(term, last, now.day(), others.as_deref()) {
        return Ok(Changed::NoEnd(no));
    }
    q(END).bind(id).bind(last).run(&mut tx).await?;
    let detail = format!("{} {last}", holder.role.as_str());
    actor.record(&mut tx, Deed::new(Kind::AppointmentEnded).to(&holder.person).of(ente).detail(detail)).await?;
    let named = super::search::candidate_on(&mut tx, ente, now.day()).await?.ente;
    if holder.person != *actor.person() {
        tx.post(now, Recipient::Person(&holder.person), |lang| letters::ended(lang, &named, last)).await?;
    }
    tx.commit().await?;
    Ok(Changed::Done)
}

async fn terms(on: &mut impl AsConn, ente: &EnteId, but: &PersonId) -> Result<Vec<Term>> {
    let rows: Vec<(String, Option<String>)> = q(OTHER_REFERENTI).bind(ente).bind(but).all(on).await?;
    let term = |(from, to): (String, Option<String>)| Some(Term { from: Day::parse(&from)?, to: to.as_deref().and_then(Day::parse) });
    Ok(rows.into_iter().filter_map(term).collect())
}

/// Makes a partecipante of the ente its referente too, from today on.
pub async fn name_referente(actor: &Actor<Coordinator>, id: &AppointmentId) -> Result<Changed> {
    let (now, ente) = (actor.now(), actor.ente());
    let mut tx = actor.begin_on(HOLD_ENTE, ente).await?;
    let holder = q(ONE).bind(id).bind(ente).one::<Row>(&mut tx).await?.holder()?;
    let over = holder.to.is_some_and(|to| to < now.day());
    if holder.disabled || over || holder.role != RoleName::Member {
        return Ok(Changed::NothingToDo);
    }
    let post = Post { person: &holder.person, ente, role: RoleName::Coordinator, qualifica: &holder.qualifica };
    if people::appoint(&mut tx, now, post).await?.is_none() {
        return Ok(Changed::NothingToDo);
    }
    let role = RoleName::Coordinator;
    actor.record(&mut tx, Deed::new(Kind::Appointed).to(&holder.person).of(ente).detail(role.as_str())).await?;
    let named = super::search::candidate_on(&mut tx, ente, now.day()).await?.ente;
    tx.post(now, Recipient::Person(&holder.person), |lang| letters::approved(lang, &named, role)).await?;
    tx.commit().await?;
    Ok(Changed::Done)
}
