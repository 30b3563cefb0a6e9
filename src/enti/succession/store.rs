//! Successions in the database: the old ente ends, people go on, the past stays readable under the new.

use sqlx::FromRow;

use super::{Lineage, Step, Stranded};
use crate::access::roles::{Doing, Signed};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{AppointmentId, EnteId, Id, PersonId, SuccessionId};
use crate::domain::import::placed;
use crate::domain::import::successions::{Meant, NewCode};
use crate::domain::moment::Day;
use crate::domain::succession::{History, Kind, Refusal, Succession};
use crate::enti::members::store::{join, leave};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result, random};

/// Holds the whole register by its first row: circles could be closed by two who each see half of it. Changes nothing.
pub const HOLD_REGISTER: &str = "update ente set created_at = created_at where ente_id = (select min(ente_id) from ente)";
const ENDED: &str = "select ente_id, ended_on from ente where ended_on is not null";
const ALL: &str = "select from_id, to_id, kind, happened_on from succession order by happened_on, succession_id";
const ADD: &str = "\
    insert into succession (succession_id, from_id, to_id, kind, happened_on, act, carried, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const END: &str = "update ente set ended_on = $2 where ente_id = $1 and ended_on is null";
/// The new ente and all that followed it read the old one and all that went before it.
const LENGTHEN: &str = "\
    insert into ente_line (ente_id, ancestor_id) \
    select later.ente_id, earlier.ente_id \
    from (select cast($2 as text) as ente_id union select ente_id from ente_line where ancestor_id = $2) later \
    cross join (select cast($1 as text) as ente_id union select ancestor_id from ente_line where ente_id = $1) earlier \
    where later.ente_id <> earlier.ente_id on conflict do nothing";
const ASSOCIATIONS_OF: &str = "select association_id from ente_member where comune_id = $1 order by association_id";
const COMUNI_OF: &str = "select comune_id from ente_member where association_id = $1 order by comune_id";
const ON_FROM: &str = "\
    select appointment_id, person_id, role, qualifica, starts_on, ends_on from appointment \
    where ente_id = $1 and coalesce(ends_on, $2) >= $2 order by appointment_id";
const ENDS: &str = "update appointment set ends_on = $2 where appointment_id = $1";
const MOVES: &str = "update appointment set ente_id = $2 where appointment_id = $1";
const HAS: &str = "\
    select count(*) from appointment \
    where person_id = $1 and ente_id = $2 and role = $3 and appointment_id <> $4 and coalesce(ends_on, $5) >= $5";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6, $7)";
const NEXT: &str = "select to_id, happened_on from succession where from_id = $1 and carried and to_id is not null";

#[derive(FromRow)]
struct Arrow {
    from_id: EnteId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| Error::Bug(format!("day {text}")))
}

/// All successions, and all enti that ended.
pub async fn history(on: &mut impl AsConn) -> Result<History> {
    let ended: Vec<(EnteId, String)> = q(ENDED).all(on).await?;
    let ended: Vec<(EnteId, Day)> = ended.into_iter().map(|(id, on)| Ok((id, day(&on)?))).collect::<Result<_>>()?;
    let arrows: Vec<Arrow> = q(ALL).all(on).await?;
    let known = arrows.into_iter().map(|arrow| {
        let kind = Kind::parse(&arrow.kind).ok_or_else(|| Error::Bug(format!("succession {}", arrow.kind)))?;
        Ok(Succession { from: arrow.from_id, to: arrow.to_id, kind, on: day(&arrow.happened_on)? })
    });
    Ok(History::new(ended, known.collect::<Result<_>>()?))
}

/// Writes down a succession and all that follows from it. The register is held, and the history allows it.
pub async fn succeed<R: Doing>(actor: &Actor<R>, tx: &mut Tx, meant: &Meant) -> Result<()> {
    let Succession { from, to, kind, on } = &meant.succession;
    let id: SuccessionId = random::id(actor.now());
    q(ADD)
        .bind(&id)
        .bind(from)
        .bind(to.as_ref())
        .bind(kind.as_str())
        .bind(*on)
        .bind(&meant.act)
        .bind(meant.carry)
        .bind(actor.now())
        .bind(actor.role().doer())
        .run(tx)
        .await?;
    q(END).bind(from).bind(*on).run(tx).await?;
    if let Some(to) = to {
        q(LENGTHEN).bind(from).bind(to).run(tx).await?;
    }
    hand_over_memberships(tx, &meant.succession).await?;
    hand_over_people(actor, tx, meant).await?;
    let follows = to.as_ref().map(|to| to.to_string()).unwrap_or_default();
    let detail = format!("{} {on} {follows} {}", kind.as_str(), meant.act);
    actor.record(tx, Deed::new(DeedKind::EnteSucceeded).of(from).detail(detail.trim())).await
}

/// The successor takes the place of the old ente in associations, or takes over its comuni.
async fn hand_over_memberships(tx: &mut Tx, succession: &Succession) -> Result<()> {
    let Succession { from, to, kind, on } = succession;
    let heir = match to.as_ref().filter(|_| kind.carries()) {
        Some(to) => Some(last_heir(tx, to).await?),
        None => None,
    };
    let associations: Vec<(EnteId,)> = q(ASSOCIATIONS_OF).bind(from).all(tx).await?;
    for (association,) in associations {
        leave(tx, &association, from, *on).await?;
        if let Some(heir) = &heir {
            join(tx, &association, heir, *on).await?;
        }
    }
    let comuni: Vec<(EnteId,)> = q(COMUNI_OF).bind(from).all(tx).await?;
    for (comune,) in comuni {
        leave(tx, from, &comune, *on).await?;
        if let Some(heir) = &heir {
            join(tx, heir, &comune, *on).await?;
        }
    }
    Ok(())
}

/// Who goes on today for an ente that may have ended as well, where an older link is entered later.
async fn last_heir(tx: &mut Tx, to: &EnteId) -> Result<EnteId> {
    let mut heir = to.clone();
    while let Some((next, _)) = q(NEXT).bind(&heir).optional::<(EnteId, String)>(tx).await? {
        heir = next;
    }
    Ok(heir)
}

/// Appointments end the day before. Carried on, they begin at the successor; and if that has ended too, at the one after.
async fn hand_over_people<R: Doing>(actor: &Actor<R>, tx: &mut Tx, meant: &Meant) -> Result<()> {
    let first = meant.succession.to.clone().filter(|_| meant.carry);
    let mut open = vec![(meant.succession.from.clone(), first, meant.succession.on)];
    while let Some((from, to, on)) = open.pop() {
        let held: Vec<OnFrom> = q(ON_FROM).bind(&from).bind(on).all(tx).await?;
        for held in held {
            hand_over(actor, tx, &held, to.as_ref(), on).await?;
        }
        let Some(to) = to else { continue };
        let next: Vec<(EnteId, String)> = q(NEXT).bind(&to).all(tx).await?;
        for (after, on) in next {
            open.push((to.clone(), Some(after), day(&on)?));
        }
    }
    Ok(())
}

#[derive(FromRow)]
struct OnFrom {
    appointment_id: AppointmentId,
    person_id: PersonId,
    role: String,
    qualifica: String,
    starts_on: String,
    ends_on: Option<String>,
}

async fn hand_over<R: Doing>(actor: &Actor<R>, tx: &mut Tx, held: &OnFrom, to: Option<&EnteId>, on: Day) -> Result<()> {
    let begins_later = held.starts_on >= on.to_string();
    let goes_on = match to {
        Some(to) => {
            let has = q(HAS).bind(&held.person_id).bind(to).bind(&held.role).bind(&held.appointment_id).bind(on).count(tx).await?;
            (has == 0).then_some(to)
        }
        None => None,
    };
    match goes_on {
        // Begun when the old ente was no more: it was always meant for the new one.
        Some(to) if begins_later => q(MOVES).bind(&held.appointment_id).bind(to).run(tx).await?,
        _ => q(ENDS).bind(&held.appointment_id).bind(on.plus_days(-1)).run(tx).await?,
    };
    if let (Some(to), false) = (goes_on, begins_later) {
        let id: AppointmentId = random::id(actor.now());
        q(APPOINT)
            .bind(&id)
            .bind(&held.person_id)
            .bind(to)
            .bind(&held.role)
            .bind(&held.qualifica)
            .bind(on)
            .bind(held.ends_on.clone())
            .run(tx)
            .await?;
    }
    Ok(())
}

const REMEMBER_CODE: &str = "insert into ente_code (istat_code, ente_id, ended_on, act) values ($1, $2, $3, $4) on conflict do nothing";
const CHANGE_CODE: &str = "update ente set istat_code = $2, province = $3, region = $4 where ente_id = $1";

/// Another ISTAT code for a comune that stays; the old one still finds it.
pub async fn change_code<R: Doing>(actor: &Actor<R>, tx: &mut Tx, code: &NewCode) -> Result<()> {
    q(REMEMBER_CODE).bind(&code.old).bind(&code.ente).bind(code.on).bind(&code.act).run(tx).await?;
    q(CHANGE_CODE).bind(&code.ente).bind(&code.new).bind(&code.province).bind(&code.region).run(tx).await?;
    let detail = format!("{} → {} {} {}", code.old, code.new, code.on, code.act);
    actor.record(tx, Deed::new(DeedKind::CodeChanged).of(&code.ente).detail(detail.trim())).await
}

/// A succession entered by hand: refused like one in a file.
pub async fn enter(actor: &Actor<Secretariat>, meant: &Meant, same_kind: bool) -> Result<Result<(), Refusal>> {
    let mut tx = actor.begin().await?;
    q(HOLD_REGISTER).run(&mut tx).await?;
    let history = history(&mut tx).await?;
    let allowed = if same_kind { history.may_add(&meant.succession, actor.now().day()) } else { Err(Refusal::OtherKind) };
    if let Err(refusal) = allowed {
        return Ok(Err(refusal));
    }
    succeed(actor, &mut tx, meant).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

const AROUND: &str = "\
    select s.from_id, s.to_id, s.kind, s.happened_on, s.act, e.name, e.province \
    from succession s left join ente e on e.ente_id = case when s.from_id = $1 then s.to_id else s.from_id end \
    where s.from_id = $1 or s.to_id = $1 order by s.happened_on, s.succession_id";
const CODES: &str = "select istat_code, ended_on from ente_code where ente_id = $1 order by ended_on, istat_code";
const LEFT: &str = "\
    select e.ente_id, e.name, e.province, p.ended_on from ente_member_past p \
    join ente e on e.ente_id = case when p.association_id = $1 then p.comune_id else p.association_id end \
    where p.association_id = $1 or p.comune_id = $1 order by p.ended_on, e.name";
/// Their last appointment ended the day before the ente did, and they have none at any that followed.
const STRANDED: &str = "\
    select p.name, a.qualifica, a.ends_on, e.ended_on from appointment a join ente e on e.ente_id = a.ente_id \
    join person p on p.person_id = a.person_id and p.disabled_at is null and p.erased_at is null \
    where a.ente_id = $1 and e.ended_on is not null and a.ends_on is not null \
      and exists (select 1 from succession s where s.from_id = $1 and not s.carried) \
      and not exists (select 1 from appointment n join ente_line l on l.ente_id = n.ente_id and l.ancestor_id = $1 \
                      where n.person_id = a.person_id) \
    order by p.name, a.appointment_id";

#[derive(FromRow)]
struct Around {
    from_id: EnteId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
    act: String,
    name: Option<String>,
    province: Option<String>,
}

#[derive(FromRow)]
struct LeftRow {
    ente_id: EnteId,
    name: String,
    province: String,
    ended_on: String,
}

#[derive(FromRow)]
struct StrandedRow {
    name: String,
    qualifica: String,
    ends_on: String,
    ended_on: String,
}

/// What came before an ente, and what after it.
pub async fn lineage<R: Signed>(actor: &Actor<R>, of: &EnteId) -> Result<Lineage> {
    let mut conn = actor.reader().await?;
    let mut lineage = Lineage::default();
    for row in q(AROUND).bind(of).all::<Around>(&mut conn).await? {
        let on = day(&row.happened_on)?;
        let kind = Kind::parse(&row.kind).ok_or_else(|| Error::Bug(format!("succession {}", row.kind)))?;
        let forward = row.from_id.as_str() == of.as_str();
        let ente = if forward { row.to_id } else { Some(row.from_id) };
        match (ente, row.name, row.province) {
            (Some(ente), Some(name), Some(province)) => {
                let step = Step { ente, name: placed(&name, &province), kind, on, act: row.act };
                if forward { lineage.after.push(step) } else { lineage.before.push(step) }
            }
            _ => lineage.dissolved = Some((on, row.act)),
        }
    }
    let codes: Vec<(String, String)> = q(CODES).bind(of).all(&mut conn).await?;
    lineage.codes = codes.into_iter().map(|(code, on)| Ok((code, day(&on)?))).collect::<Result<_>>()?;
    let left: Vec<LeftRow> = q(LEFT).bind(of).all(&mut conn).await?;
    lineage.left =
        left.into_iter().map(|row| Ok((row.ente_id, placed(&row.name, &row.province), day(&row.ended_on)?))).collect::<Result<_>>()?;
    for row in q(STRANDED).bind(of).all::<StrandedRow>(&mut conn).await? {
        if day(&row.ends_on)? == day(&row.ended_on)?.plus_days(-1) {
            lineage.stranded.push(Stranded { name: row.name, qualifica: row.qualifica });
        }
    }
    Ok(lineage)
}
