//! Yes or no to a request, and what both sides are told.

use sqlx::FromRow;

use crate::access::roles::Doing;
use crate::access::session::EnteName;
use crate::access::{Actor, Person, RoleName};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, PersonId, RegistrationId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::domain::registration::{Outcome, REASON_MAX};
use crate::enti::registration::{Approver, Refusal, Verdict, letters};
use crate::people::{self, Post};
use crate::platform::Result;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::outbox::Recipient;

/// Held by whoever decides, of an ente of theirs; the second of two finds it decided.
const HOLD: &str = "\
    update registration set asked_at = asked_at \
    where registration_id = $1 and ($2 = '' or ente_id = $2) and kind = 'request' and arrived_at is not null";
const HOLD_OWN: &str = "\
    update registration set asked_at = asked_at \
    where registration_id = $1 and person_id = $2 and kind = 'request' and arrived_at is not null and outcome is null";
const READ: &str = "\
    select r.qualifica, r.outcome, r.expires_at, r.person_id, p.disabled_at, \
           e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province \
    from registration r join ente e on e.ente_id = r.ente_id join person p on p.person_id = r.person_id where r.registration_id = $1";
const DECIDE: &str = "\
    update registration set outcome = $2, decided_at = $3, decided_by = $4, reason = $5 where registration_id = $1 and outcome is null";
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
/// Ended, or withdrawn from an edition that runs.
const GONE: &str = "\
    select (select count(*) from ente where ente_id = $1 and ended_on <= $2) + \
           (select count(*) from adhesion a join edition d on d.edition_id = a.edition_id \
            where a.ente_id = $1 and a.state = 'withdrawn' and d.starts_on <= $2 and d.ends_on >= $2)";
const HAS_PLACE: &str = "\
    select (select count(*) from appointment where person_id = $1 and ente_id = $2 and coalesce(ends_on, $3) >= $3) + \
           (select count(*) from registration where person_id = $1 and ente_id = $2 and outcome is null)";
/// The referenti of the ente.
const REFERENTI: &str = "\
    select distinct a.person_id from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.ente_id = $1 and a.role = 'coordinator' and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 order by a.person_id";
const SEGRETERIA: &str = "\
    select distinct a.person_id from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.role = 'secretariat' and a.starts_on <= $1 and coalesce(a.ends_on, $1) >= $1 order by a.person_id";

#[derive(FromRow)]
struct Row {
    qualifica: String,
    outcome: Option<String>,
    expires_at: i64,
    person_id: PersonId,
    disabled_at: Option<i64>,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
}

/// Approves or refuses a request that waits, of an ente that one may approve for: any other does not exist.
pub async fn decide<R: Approver + Doing>(actor: &Actor<R>, id: &RegistrationId, verdict: Verdict<'_>) -> Result<Result<Outcome, Refusal>> {
    let now = actor.now();
    let scope = actor.role().scope().map(ToString::to_string).unwrap_or_default();
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(id).bind(&scope).run(&mut tx).await? == 0 {
        return Err(crate::platform::Error::NotFound);
    }
    // Not before: of a request that one may not see, not even a missing reason is told.
    if let Verdict::Refuse(reason) = verdict
        && let Err(refusal) = sound_reason(reason)
    {
        return Ok(Err(refusal));
    }
    let row: Row = q(READ).bind(id).one(&mut tx).await?;
    if let Some(outcome) = row.outcome.as_deref().and_then(Outcome::parse) {
        return Ok(Err(Refusal::Decided(outcome)));
    }
    if Moment::from_millis(row.expires_at) <= now {
        return Ok(Err(Refusal::Decided(Outcome::Expired)));
    }
    let done = match verdict {
        Verdict::Approve(role) => approve(&mut tx, actor, id, (&row, role)).await?,
        Verdict::Refuse(reason) => refuse(&mut tx, actor, id, (&row, reason)).await.map(Ok)?,
    };
    if done.is_ok() {
        tx.commit().await?;
    }
    Ok(done)
}

fn sound_reason(reason: &str) -> Result<(), Refusal> {
    match reason.chars().count() {
        0 => Err(Refusal::ReasonMissing),
        length if length > REASON_MAX => Err(Refusal::ReasonTooLong),
        _ => Ok(()),
    }
}

async fn approve<R: Approver + Doing>(
    tx: &mut Tx,
    actor: &Actor<R>,
    id: &RegistrationId,
    (row, role): (&Row, RoleName),
) -> Result<Result<Outcome, Refusal>> {
    let now = actor.now();
    if row.disabled_at.is_some() {
        return Ok(Err(Refusal::Disabled));
    }
    q(HOLD_ENTE).bind(&row.ente_id).run(tx).await?;
    if is_gone(tx, &row.ente_id, now).await? {
        return Ok(Err(Refusal::EnteGone));
    }
    let post = Post { person: &row.person_id, ente: &row.ente_id, role, qualifica: &row.qualifica };
    people::appoint(tx, now, post).await?;
    q(DECIDE).bind(id).bind(Outcome::Approved.as_str()).bind(now).bind(actor.person()).bind(None::<String>).run(tx).await?;
    actor.record(tx, Deed::new(Kind::RegistrationApproved).to(&row.person_id).of(&row.ente_id).detail(role.as_str())).await?;
    tx.post(now, Recipient::Person(&row.person_id), |lang| letters::approved(lang, &row.ente(), role)).await?;
    Ok(Ok(Outcome::Approved))
}

async fn refuse<R: Approver + Doing>(tx: &mut Tx, actor: &Actor<R>, id: &RegistrationId, (row, reason): (&Row, &str)) -> Result<Outcome> {
    let now = actor.now();
    q(DECIDE).bind(id).bind(Outcome::Refused.as_str()).bind(now).bind(actor.person()).bind(reason).run(tx).await?;
    actor.record(tx, Deed::new(Kind::RegistrationRefused).to(&row.person_id).of(&row.ente_id).detail(reason)).await?;
    tx.post(now, Recipient::Person(&row.person_id), |lang| letters::refused(lang, &row.ente(), reason)).await?;
    Ok(Outcome::Refused)
}

impl Row {
    fn ente(&self) -> EnteName {
        EnteName { id: self.ente_id.clone(), kind: self.ente_kind.clone(), name: self.ente_name.clone(), province: self.province.clone() }
    }
}

/// Notes that a request was granted by its own address: nobody had to decide.
pub(super) async fn approve_at_once(tx: &mut Tx, actor: &Actor<Person>, id: &RegistrationId, post: Post<'_>) -> Result<()> {
    let none = None::<String>;
    q(DECIDE).bind(id).bind(Outcome::Approved.as_str()).bind(actor.now()).bind(actor.person()).bind(none).run(tx).await?;
    actor.record(tx, Deed::new(Kind::Appointed).to(post.person).of(post.ente).detail(post.role.as_str())).await
}

/// Whoever asked takes it back, as long as nobody has answered.
pub async fn withdraw_own(actor: &Actor<Person>, id: &RegistrationId) -> Result<()> {
    let mut tx = actor.begin().await?;
    if q(HOLD_OWN).bind(id).bind(actor.person()).run(&mut tx).await? == 0 {
        return Err(crate::platform::Error::NotFound);
    }
    let row: Row = q(READ).bind(id).one(&mut tx).await?;
    let none = None::<String>;
    q(DECIDE).bind(id).bind(Outcome::Withdrawn.as_str()).bind(actor.now()).bind(actor.person()).bind(none).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::RegistrationWithdrawn).to(&row.person_id).of(&row.ente_id)).await?;
    tx.commit().await
}

/// Whether the ente is no more, or has withdrawn.
pub(super) async fn is_gone(on: &mut impl AsConn, ente: &EnteId, now: Moment) -> Result<bool> {
    Ok(q(GONE).bind(ente).bind(now.day()).count(on).await? > 0)
}

/// Whether somebody acts for an ente already, or waits to.
pub(super) async fn has_place(on: &mut impl AsConn, person: &PersonId, ente: &EnteId, now: Moment) -> Result<bool> {
    Ok(q(HAS_PLACE).bind(person).bind(ente).bind(now.day()).count(on).await? > 0)
}

/// Writes to the referenti of an ente; where it has none, to the segreteria. The letter is told which of the two reads it:
/// the ente's own referenti (`true`) or the segreteria.
pub(super) async fn tell_approvers(tx: &mut Tx, now: Moment, ente: &EnteName, letter: impl Fn(Lang, bool) -> Letter) -> Result<u64> {
    let referenti: Vec<(PersonId,)> = q(REFERENTI).bind(&ente.id).bind(now.day()).all(tx).await?;
    let own = !referenti.is_empty();
    let readers = if own { referenti } else { q(SEGRETERIA).bind(now.day()).all(tx).await? };
    for (person,) in &readers {
        tx.post(now, Recipient::Person(person), |lang| letter(lang, own)).await?;
    }
    Ok(readers.len() as u64)
}
