//! Who is seated, and whoever comes on the day without being on the list: what the register of presence needs.

use sqlx::FromRow;

use super::person;
use super::room::{self, Act, Newcomer};
use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::enrolment::{How, Refusal, Step};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Result, random};
use crate::seminars::enrolment::{Seated, WalkIn};

const ROLL: &str = "\
    select e.enrolment_id, e.person_id, p.name, e.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, e.qualifica, e.how \
    from enrolment e join person p on p.person_id = e.person_id left join ente n on n.ente_id = e.ente_id \
    where e.class_day_id = $1 and e.standing = 'seated' order by p.name, e.enrolment_id";

#[derive(FromRow)]
struct SeatedRow {
    enrolment_id: EnrolmentId,
    person_id: PersonId,
    name: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    qualifica: String,
    how: String,
}

/// Who has a seat on a day, by name. One statement.
pub async fn roll<R>(actor: &Actor<R>, day: &ClassDayId) -> Result<Vec<Seated>> {
    roll_on(&mut actor.reader().await?, day).await
}

/// The same, read where a transaction may be looking.
pub async fn roll_on(on: &mut impl AsConn, day: &ClassDayId) -> Result<Vec<Seated>> {
    let rows: Vec<SeatedRow> = q(ROLL).bind(day).all(on).await?;
    Ok(rows.into_iter().map(SeatedRow::seated).collect())
}

impl SeatedRow {
    fn seated(self) -> Seated {
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Seated {
            enrolment: self.enrolment_id,
            person: self.person_id,
            name: self.name,
            ente,
            qualifica: self.qualifica,
            how: How::parse(&self.how).unwrap_or(How::Own),
        }
    }
}

/// Somebody is there who was not seated: enrolled on the spot, on the day itself, whatever the seats. Holds the day by itself;
/// posts the letter. The caller commits. A person or a day that is not there: `NotFound`.
pub async fn walk_in(tx: &mut Tx, now: Moment, day: &ClassDayId, one: WalkIn<'_>) -> Result<Result<EnrolmentId, Refusal>> {
    let mut kept = room::held(tx, day).await?;
    let known = person::at(tx, one.person, one.ente, now.day()).await?;
    let newcomer = Newcomer {
        id: kept.id_of(one.person, now),
        who: known.who(),
        name: known.name.clone(),
        qualifica: known.qualifica.clone(),
        how: How::WalkIn,
        instead_of: None,
    };
    let steps = match kept.room.walk_in(newcomer.id.clone(), newcomer.who.clone(), now) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = newcomer.id.clone();
    let by_name = person::name(tx, one.by).await?;
    let act = Act { by: Some(one.by), by_name: Some(&by_name), newcomers: vec![newcomer], ..Act::default() };
    kept.write(tx, now, &steps, &act).await?;
    Ok(Ok(id))
}

/// After a day was changed, cancelled or given more seats, in the transaction that did it: seats go on, letters are posted, and
/// of a cancelled day everybody is out. The caller has written to the row of the day before. Returns how many are concerned.
pub async fn settle(tx: &mut Tx, now: Moment, day: &ClassDayId) -> Result<u64> {
    let mut kept = room::read(tx, day).await?;
    let steps: Vec<Step> = kept.room.settle(now);
    kept.write(tx, now, &steps, &Act::default()).await?;
    Ok(steps.len() as u64)
}

impl room::Kept {
    /// The row of a person on this day, or a new one.
    pub(super) fn id_of(&self, person: &PersonId, now: Moment) -> EnrolmentId {
        self.room.of(person).map_or_else(|| random::id(now), |entry| entry.id.clone())
    }
}
