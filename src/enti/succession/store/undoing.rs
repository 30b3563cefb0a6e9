//! A succession recorded by mistake, undone: everything stands again as it stood, or nothing is touched and the reason is told.

use std::collections::BTreeSet;

use sqlx::FromRow;

use super::{HOLD_REGISTER, day, history, kind};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::ids::{AppointmentId, EnteId, Id, PersonId, SuccessionId};
use crate::domain::import::placed;
use crate::domain::moment::Moment;
use crate::domain::succession::History;
use crate::enti::members::store::{rejoin, withdraw};
use crate::enti::succession::changed::{Changed, Handed, Place};
use crate::enti::succession::{NotUndone, Recorded};
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result};

const OF: &str = "\
    select s.succession_id, s.to_id, s.kind, s.happened_on, s.act, s.effective_at, s.effect, s.changed, e.name, e.province \
    from succession s left join ente e on e.ente_id = s.to_id where s.from_id = $1 order by s.effect desc, s.succession_id desc";
/// In effect after this one, and about one of the enti that it is about: that one first.
const LATER: &str = "\
    select e.name, e.province from succession s join ente e on e.ente_id = s.from_id \
    where s.effect > $1 and s.from_id <> $2 and (s.from_id = $3 or s.to_id = $3) order by s.effect desc limit 1";
const DELETE: &str = "delete from succession where succession_id = $1";
const STANDS_AGAIN: &str = "update ente set ended_on = null where ente_id = $1";
const FORGET_LINE: &str = "delete from ente_line where ente_id = $1";
const LINE: &str = "insert into ente_line (ente_id, ancestor_id) values ($1, $2) on conflict do nothing";
const HELD: &str = "\
    select a.person_id, p.name, a.ente_id, a.ends_on from appointment a join person p on p.person_id = a.person_id \
    where a.appointment_id = $1";
const RESTORE: &str = "update appointment set ente_id = $2, ends_on = $3 where appointment_id = $1";
const LET_GO_OF: &str = "update session set appointment_id = null where appointment_id = $1";
const END_AT_ONCE: &str = "delete from appointment where appointment_id = $1";
/// Whether a person opened, answered or closed a rilevazione of an ente from an instant on.
const ACTED: &str = "\
    select count(*) from assessment a where a.ente_id = $1 \
      and ((a.opened_by = $2 and a.opened_at >= $3) \
           or exists (select 1 from answer w where w.assessment_id = a.assessment_id and w.changed_by = $2 and w.changed_at >= $3) \
           or exists (select 1 from closing c where c.assessment_id = a.assessment_id and c.closed_by = $2 and c.closed_at >= $3))";

#[derive(FromRow)]
struct Row {
    succession_id: SuccessionId,
    to_id: Option<EnteId>,
    kind: String,
    happened_on: String,
    act: String,
    effective_at: Option<i64>,
    effect: Option<i64>,
    changed: Option<String>,
    name: Option<String>,
    province: Option<String>,
}

impl Row {
    fn recorded(&self) -> Result<Recorded> {
        let to = self.name.as_ref().zip(self.province.as_ref());
        Ok(Recorded {
            to: to.map(|(name, province)| placed(name, province)),
            kind: kind(&self.kind)?,
            on: day(&self.happened_on)?,
            act: self.act.clone(),
            announced: self.effective_at.is_none(),
        })
    }
}

/// The successions of an ente that can be undone together: one, or the parts of a split.
pub async fn recorded(actor: &Actor<Secretariat>, from: &EnteId) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = q(OF).bind(from).all(&mut actor.reader().await?).await?;
    rows.iter().map(Row::recorded).collect()
}

/// Undoes what was recorded of an ente, its parts together if it was split. Nothing recorded: [`Error::NotFound`].
pub async fn undo(actor: &Actor<Secretariat>, from: &EnteId, reason: &str) -> Result<Result<(), NotUndone>> {
    let mut tx = actor.begin().await?;
    q(HOLD_REGISTER).run(&mut tx).await?;
    let rows: Vec<Row> = q(OF).bind(from).all(&mut tx).await?;
    if rows.is_empty() {
        return Err(Error::NotFound);
    }
    // The last to take effect is the first to be undone.
    for row in &rows {
        if let Some(effective) = row.effective_at
            && let Err(why) = reverse(&mut tx, from, row, Moment::from_millis(effective)).await?
        {
            return Ok(Err(why));
        }
        q(DELETE).bind(&row.succession_id).run(&mut tx).await?;
        let follows = row.to_id.as_ref().map(EnteId::to_string).unwrap_or_default();
        let detail = format!("{} {} {follows}: {reason}", row.kind, row.happened_on);
        actor.record(&mut tx, Deed::new(DeedKind::SuccessionUndone).of(from).detail(detail)).await?;
    }
    q(STANDS_AGAIN).bind(from).run(&mut tx).await?;
    let history = history(&mut tx).await?;
    let mut shorter = vec![from.clone()];
    for to in rows.iter().filter_map(|row| row.to_id.as_ref()) {
        shorter.push(to.clone());
        shorter.extend(history.descendants(to));
    }
    draw_lines(&mut tx, &history, &shorter).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Puts back what one succession changed.
async fn reverse(tx: &mut Tx, from: &EnteId, row: &Row, effective: Moment) -> Result<Result<(), NotUndone>> {
    let Some(changed) = &row.changed else { return Ok(Err(NotUndone::NotKept)) };
    let changed: Changed = serde_json::from_str(changed).map_err(|e| Error::Bug(format!("succession {}: {e}", row.succession_id)))?;
    let about: BTreeSet<&EnteId> = [Some(from), row.to_id.as_ref()].into_iter().flatten().collect();
    for ente in about {
        let later: Option<(String, String)> = q(LATER).bind(row.effect.unwrap_or(0)).bind(from).bind(ente).optional(tx).await?;
        if let Some((name, province)) = later {
            return Ok(Err(NotUndone::Later(placed(&name, &province))));
        }
    }
    for handed in changed.appointments.iter().rev() {
        if let Err(why) = take_back(tx, handed, effective).await? {
            return Ok(Err(why));
        }
    }
    for joined in &changed.joined {
        if withdraw(tx, joined).await? == 0 {
            return Ok(Err(NotUndone::Members));
        }
    }
    for left in &changed.left {
        if rejoin(tx, left, &row.happened_on).await? == 0 {
            return Ok(Err(NotUndone::Members));
        }
    }
    Ok(Ok(()))
}

#[derive(FromRow)]
struct Held {
    person_id: PersonId,
    name: String,
    ente_id: Option<EnteId>,
    ends_on: Option<String>,
}

impl Held {
    fn is_at(&self, place: &Place) -> bool {
        self.ente_id.as_ref().is_some_and(|ente| ente.as_str() == place.ente) && self.ends_on == place.until
    }
}

fn id(text: &str) -> Result<AppointmentId> {
    AppointmentId::parse(text).ok_or_else(|| Error::Bug(format!("appointment {text}")))
}

/// An appointment stands again as before, unless somebody has touched it, or its holder has acted on it, since.
async fn take_back(tx: &mut Tx, handed: &Handed, effective: Moment) -> Result<Result<(), NotUndone>> {
    let appointment = id(&handed.appointment)?;
    // Gone with its person: there is nothing to put back.
    let Some(held) = q(HELD).bind(&appointment).optional::<Held>(tx).await? else { return Ok(Ok(())) };
    if !held.is_at(&handed.after) {
        return Ok(Err(NotUndone::Appointment(held.name)));
    }
    let reached = handed.next.as_ref().map_or(&handed.after, |(_, place)| place);
    if reached.ente != handed.before.ente && q(ACTED).bind(&reached.ente).bind(&held.person_id).bind(effective).count(tx).await? > 0 {
        return Ok(Err(NotUndone::Acted(held.name)));
    }
    if let Some((next, place)) = &handed.next {
        let next = id(next)?;
        match q(HELD).bind(&next).optional::<Held>(tx).await? {
            Some(going_on) if going_on.is_at(place) => {}
            _ => return Ok(Err(NotUndone::Appointment(held.name))),
        }
        q(LET_GO_OF).bind(&next).run(tx).await?;
        q(END_AT_ONCE).bind(&next).run(tx).await?;
    }
    q(RESTORE).bind(&appointment).bind(&handed.before.ente).bind(handed.before.until.clone()).run(tx).await?;
    Ok(Ok(()))
}

/// Whose past these enti read, drawn anew from the successions that are left.
async fn draw_lines(tx: &mut Tx, history: &History, enti: &[EnteId]) -> Result<()> {
    for ente in enti {
        q(FORGET_LINE).bind(ente).run(tx).await?;
        for ancestor in history.ancestors(ente) {
            q(LINE).bind(ente).bind(&ancestor).run(tx).await?;
        }
    }
    Ok(())
}
