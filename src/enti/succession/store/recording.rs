//! Successions written down, at once or on their day: the old ente ends, people go on, the past stays readable under the new.

use sqlx::FromRow;

use crate::access::roles::Doing;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{AppointmentId, EnteId, PersonId, SuccessionId};
use crate::domain::import::successions::{Meant, NewCode};
use crate::domain::moment::{Day, Moment};
use crate::domain::succession::{Refusal, Succession};
use crate::enti::members::store::{join, leave, since};
use crate::enti::succession::changed::{Changed, Handed, Membership, Place};
use crate::platform::db::{Db, Tx, q};
use crate::platform::{Error, Result, random};

use super::{HOLD_REGISTER, day, history, kind};

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
const TOOK_EFFECT: &str = "\
    update succession set effective_at = $2, changed = $3, effect = (select coalesce(max(effect), 0) + 1 from succession) \
    where succession_id = $1";
/// Announced, and their day has come.
const DUE: &str = "\
    select succession_id, from_id, to_id, kind, happened_on, act, carried from succession \
    where effective_at is null and happened_on <= $1 order by happened_on, succession_id";
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
const NEXT: &str = "\
    select to_id, happened_on from succession where from_id = $1 and carried and to_id is not null and effective_at is not null";

/// Writes down a succession: what follows from it follows at once, or on its day if that is still to come. The register is
/// held, and the history allows it.
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
    if *on > actor.now().day() {
        return actor.record(tx, Deed::new(DeedKind::SuccessionAnnounced).of(from).detail(told(meant))).await;
    }
    take_effect(actor, tx, &id, meant).await
}

/// As the trail tells it.
fn told(meant: &Meant) -> String {
    let Succession { to, kind, on, .. } = &meant.succession;
    let follows = to.as_ref().map(|to| to.to_string()).unwrap_or_default();
    format!("{} {on} {follows} {}", kind.as_str(), meant.act).trim().to_owned()
}

/// All that follows from a succession, and what has to be known to undo it.
async fn take_effect<R: Doing>(actor: &Actor<R>, tx: &mut Tx, id: &SuccessionId, meant: &Meant) -> Result<()> {
    let Succession { from, to, on, .. } = &meant.succession;
    q(END).bind(from).bind(*on).run(tx).await?;
    if let Some(to) = to {
        q(LENGTHEN).bind(from).bind(to).run(tx).await?;
    }
    let mut changed = Changed::default();
    hand_over_memberships(tx, &meant.succession, &mut changed).await?;
    hand_over_people(actor, tx, meant, &mut changed).await?;
    let changed = serde_json::to_string(&changed).map_err(|e| Error::Bug(format!("succession {id}: {e}")))?;
    q(TOOK_EFFECT).bind(id).bind(actor.now()).bind(changed).run(tx).await?;
    actor.record(tx, Deed::new(DeedKind::EnteSucceeded).of(from).detail(told(meant))).await
}

#[derive(FromRow)]
struct Announced {
    succession_id: SuccessionId,
    from_id: EnteId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
    act: String,
    carried: bool,
}

/// Lets take effect what was announced and whose day has come, by the calendar of Rome: a job. Run twice, it finds nothing.
pub async fn take_effect_due(db: Db, now: Moment) -> Result<u64> {
    let actor = Actor::housekeeper(db, now);
    let due: Vec<Announced> = q(DUE).bind(now.day()).all(&mut actor.reader().await?).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let mut tx = actor.begin().await?;
    q(HOLD_REGISTER).run(&mut tx).await?;
    // Read again: another server may have been first, or somebody may have undone one.
    let due: Vec<Announced> = q(DUE).bind(now.day()).all(&mut tx).await?;
    let count = due.len();
    for row in due {
        let succession = Succession { from: row.from_id, to: row.to_id, kind: kind(&row.kind)?, on: day(&row.happened_on)? };
        take_effect(&actor, &mut tx, &row.succession_id, &Meant { succession, act: row.act, carry: row.carried }).await?;
    }
    tx.commit().await?;
    Ok(count as u64)
}

/// The successor takes the place of the old ente in associations, or takes over its comuni.
async fn hand_over_memberships(tx: &mut Tx, succession: &Succession, changed: &mut Changed) -> Result<()> {
    let Succession { from, to, kind, .. } = succession;
    let heir = match to.as_ref().filter(|_| kind.carries()) {
        Some(to) => Some(last_heir(tx, to).await?),
        None => None,
    };
    let associations: Vec<(EnteId,)> = q(ASSOCIATIONS_OF).bind(from).all(tx).await?;
    for (association,) in associations {
        let heir = heir.as_ref().map(|heir| (&association, heir));
        replace(tx, (&association, from), heir, (succession.on, changed)).await?;
    }
    let comuni: Vec<(EnteId,)> = q(COMUNI_OF).bind(from).all(tx).await?;
    for (comune,) in comuni {
        let heir = heir.as_ref().map(|heir| (heir, &comune));
        replace(tx, (from, &comune), heir, (succession.on, changed)).await?;
    }
    Ok(())
}

/// One membership ends, and another begins in its place. Each is an association with its comune.
async fn replace(
    tx: &mut Tx,
    (association, comune): (&EnteId, &EnteId),
    heir: Option<(&EnteId, &EnteId)>,
    (on, changed): (Day, &mut Changed),
) -> Result<()> {
    let membership = |association: &EnteId, comune: &EnteId, since| Membership {
        association: association.to_string(),
        comune: comune.to_string(),
        since,
    };
    changed.left.push(membership(association, comune, since(tx, association, comune).await?));
    leave(tx, association, comune, on).await?;
    if let Some((association, comune)) = heir
        && join(tx, association, comune, on).await? == 1
    {
        changed.joined.push(membership(association, comune, Some(on.to_string())));
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
async fn hand_over_people<R: Doing>(actor: &Actor<R>, tx: &mut Tx, meant: &Meant, changed: &mut Changed) -> Result<()> {
    let first = meant.succession.to.clone().filter(|_| meant.carry);
    let mut open = vec![(meant.succession.from.clone(), first, meant.succession.on)];
    while let Some((from, to, on)) = open.pop() {
        let held: Vec<OnFrom> = q(ON_FROM).bind(&from).bind(on).all(tx).await?;
        for held in held {
            changed.appointments.push(hand_over(actor, tx, (&from, &held), (to.as_ref(), on)).await?);
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

type From<'a> = (&'a EnteId, &'a OnFrom);

async fn hand_over<R: Doing>(actor: &Actor<R>, tx: &mut Tx, (from, held): From<'_>, (to, on): (Option<&EnteId>, Day)) -> Result<Handed> {
    let place = |ente: &EnteId, until: Option<String>| Place { ente: ente.to_string(), until };
    let (appointment, before) = (held.appointment_id.to_string(), place(from, held.ends_on.clone()));
    let goes_on = match to {
        Some(to) => {
            let has = q(HAS).bind(&held.person_id).bind(to).bind(&held.role).bind(&held.appointment_id).bind(on).count(tx).await?;
            (has == 0).then_some(to)
        }
        None => None,
    };
    if let Some(to) = goes_on.filter(|_| held.starts_on >= on.to_string()) {
        // Begun when the old ente was no more: it was always meant for the new one.
        q(MOVES).bind(&held.appointment_id).bind(to).run(tx).await?;
        return Ok(Handed { appointment, before, after: place(to, held.ends_on.clone()), next: None });
    }
    let last = on.plus_days(-1);
    q(ENDS).bind(&held.appointment_id).bind(last).run(tx).await?;
    let next = match goes_on {
        Some(to) => Some((go_on(actor, tx, held, (to, on)).await?, place(to, held.ends_on.clone()))),
        None => None,
    };
    Ok(Handed { appointment, before, after: place(from, Some(last.to_string())), next })
}

/// The same appointment at the successor, from its first day on. Returns its id.
async fn go_on<R: Doing>(actor: &Actor<R>, tx: &mut Tx, held: &OnFrom, (to, on): (&EnteId, Day)) -> Result<String> {
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
    Ok(id.to_string())
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
