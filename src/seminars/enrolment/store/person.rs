//! Whoever is enrolled: name, ente and qualifica as they are when they ask, and what else they do at those hours.

use sqlx::FromRow;

use crate::domain::enrolment::{Clash, Standing, Who};
use crate::domain::ids::{ClassDayId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::platform::Result;
use crate::platform::db::{AsConn, Tx, q};

/// With an appointment in force for the ente.
const AT: &str = "\
    select p.person_id, p.name, a.qualifica, n.ente_id, n.province \
    from person p join appointment a on a.person_id = p.person_id join ente n on n.ente_id = a.ente_id \
    where p.person_id = $1 and a.ente_id = $2 and p.disabled_at is null and a.starts_on <= $3 and coalesce(a.ends_on, $3) >= $3 \
    order by case when a.qualifica = '' then 1 else 0 end, a.appointment_id limit 1";
/// Of somebody who takes part for no ente; of the programme, with their qualifica there.
const ALONE: &str = "\
    select p.person_id, p.name, coalesce(a.qualifica, '') as qualifica, cast(null as text) as ente_id, cast(null as text) as province \
    from person p left join appointment a on a.person_id = p.person_id and a.ente_id is null and a.starts_on <= $2 \
        and coalesce(a.ends_on, $2) >= $2 \
    where p.person_id = $1 and p.disabled_at is null and p.erased_at is null order by a.appointment_id limit 1";
const NAME: &str = "select name from person where person_id = $1";
/// Two days of one person are decided one after the other.
const HOLD_PERSON: &str = "update person set created_at = created_at where person_id = $1";
const CLASH: &str = "\
    select d.class_day_id, s.title, t.starts_at, e.standing \
    from enrolment e join class_day d on d.class_day_id = e.class_day_id join seminar s on s.seminar_id = d.seminar_id \
    join class_session t on t.class_day_id = d.class_day_id \
    join class_session own on own.class_day_id = $2 and own.starts_at < t.ends_at and t.starts_at < own.ends_at \
    where e.person_id = $1 and e.class_day_id <> $2 and e.standing <> 'out' and d.cancelled_at is null \
    order by t.starts_at, d.class_day_id limit 1";

/// Somebody with the appointment in which they take part.
#[derive(Debug, Clone, FromRow)]
pub struct Known {
    pub person_id: PersonId,
    pub name: String,
    pub qualifica: String,
    ente_id: Option<EnteId>,
    province: Option<String>,
}

impl Known {
    pub fn who(&self) -> Who {
        Who { person: self.person_id.clone(), ente: self.ente_id.clone(), province: self.province.clone() }
    }
}

/// Somebody who acts for an ente today, or for none. Whoever does not: `NotFound`.
pub async fn at(on: &mut impl AsConn, person: &PersonId, ente: Option<&EnteId>, today: Day) -> Result<Known> {
    match ente {
        Some(ente) => q(AT).bind(person).bind(ente).bind(today).one(on).await,
        None => q(ALONE).bind(person).bind(today).one(on).await,
    }
}

pub async fn name(on: &mut impl AsConn, person: &PersonId) -> Result<String> {
    Ok(q(NAME).bind(person).one::<(String,)>(on).await?.0)
}

/// Where else the person is expected during the hours of a day; holds the person, so that of two requests at once for two days
/// at the same hours the second sees the first. The row of the day is held before: always in this order.
pub async fn clash(tx: &mut Tx, person: &PersonId, day: &ClassDayId) -> Result<Option<Clash>> {
    q(HOLD_PERSON).bind(person).run(tx).await?;
    seen_clash(tx, person, day).await
}

/// The same for a page, which only shows it.
pub async fn seen_clash(on: &mut impl AsConn, person: &PersonId, day: &ClassDayId) -> Result<Option<Clash>> {
    let found: Option<(ClassDayId, String, Moment, String)> = q(CLASH).bind(person).bind(day).optional(on).await?;
    Ok(found.map(|(day, title, starts_at, standing)| {
        let standing = Standing::parse(&standing).unwrap_or(Standing::Seated);
        Clash { day, title, starts_at, standing }
    }))
}
