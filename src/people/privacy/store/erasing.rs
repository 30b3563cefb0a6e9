//! The end of an account: at its owner's request, or because nobody ever entered it.

use crate::access::roles::{Doing, Signed};
use crate::access::{Actor, Housekeeper, password};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::people::privacy::ErasureRefusal;
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::holdings::Holdings;

const HOLD: &str = "update person set disabled_at = disabled_at where person_id = $1 and erased_at is null";
const PASSWORD: &str = "select password_hash from person where person_id = $1";
/// Gestori in force besides this person; zero for one who is none makes no difference.
const OTHER_ADMINISTRATORS: &str = "\
    select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.role = 'administrator' and a.person_id <> $1 and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2";
const IS_ADMINISTRATOR: &str = "\
    select count(*) from appointment \
    where role = 'administrator' and person_id = $1 and starts_on <= $2 and coalesce(ends_on, $2) >= $2";
const END_APPOINTMENTS: &str = "update appointment set ends_on = $2 where person_id = $1 and coalesce(ends_on, $2) >= $2";
/// Accounts that were merged into it are the same person. The username becomes the id: it stays unique, and says nothing.
const ERASE: &str = "\
    update person set username = person_id, name = $2, email = '', password_hash = '', lang = null, letters = null, \
        verified_at = null, notice_read_at = null, notice_version = null, disabled_reason = null, \
        disabled_at = coalesce(disabled_at, $3), erased_at = $3 \
    where person_id = $1 or merged_into = $1";

/// Erases whoever asks, if the password typed is theirs: what must stay points to an account called `name` from now on.
/// Who has no password (they sign in through a provider) types nothing.
pub async fn erase<R: Signed + Doing>(
    actor: &Actor<R>,
    holdings: &Holdings,
    typed: String,
    name: &str,
) -> Result<Result<(), ErasureRefusal>> {
    let (kept,): (String,) = q(PASSWORD).bind(actor.person()).one(&mut actor.reader().await?).await?;
    if !kept.is_empty() && !password::verify(typed, Some(kept)).await? {
        return Ok(Err(ErasureRefusal::NotTheirPassword));
    }
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    let today = actor.now().day();
    if q(IS_ADMINISTRATOR).bind(actor.person()).bind(today).count(&mut tx).await? > 0
        && q(OTHER_ADMINISTRATORS).bind(actor.person()).bind(today).count(&mut tx).await? == 0
    {
        return Ok(Err(ErasureRefusal::LastAdministrator));
    }
    anonymise(&mut tx, actor.now(), actor.person(), (holdings, name)).await?;
    actor.record(&mut tx, Deed::new(Kind::PersonErased).to(actor.person())).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Nothing tells of the person any more but what must stay, and that points to an account called `name`. The caller holds
/// the person's row.
pub(super) async fn anonymise(tx: &mut Tx, now: Moment, person: &PersonId, (holdings, name): (&Holdings, &str)) -> Result<()> {
    empty(tx, person, holdings).await?;
    q(END_APPOINTMENTS).bind(person).bind(now.day()).run(tx).await?;
    q(ERASE).bind(person).bind(name).bind(now).run(tx).await?;
    Ok(())
}

/// What every table declares for an erasure, in the order of the slices.
async fn empty(tx: &mut Tx, person: &PersonId, holdings: &Holdings) -> Result<()> {
    for holding in &holdings.0 {
        for statement in holding.erasure.statements() {
            q(statement).bind(person).run(tx).await?;
        }
    }
    Ok(())
}

/// Still as [`erase_unused`] found them: whoever enters at this moment stays.
const HOLD_UNUSED: &str = "update person set created_at = created_at where person_id = $1 and seen_at is null and erased_at is null";

/// Erases the accounts that a statement finds (`$1`: before when): how many. Nobody is written to: they never came.
pub(super) async fn erase_unused(actor: &Actor<Housekeeper>, holdings: &Holdings, (found, before): (&'static str, Moment)) -> Result<u64> {
    let people: Vec<(PersonId,)> = q(found).bind(before).all(&mut actor.reader().await?).await?;
    let mut erased = 0;
    for (person,) in people {
        let mut tx = actor.begin().await?;
        if q(HOLD_UNUSED).bind(&person).run(&mut tx).await? == 0 {
            continue;
        }
        anonymise(&mut tx, actor.now(), &person, (holdings, "")).await?;
        actor.record(&mut tx, Deed::new(Kind::UnusedErased).to(&person)).await?;
        tx.commit().await?;
        erased += 1;
    }
    Ok(erased)
}
