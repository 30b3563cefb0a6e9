//! Corrections of closed registers.

use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::ClassDayId;
use crate::domain::seminar::State;
use crate::platform::Result;
use crate::presence::store as registers;
use crate::presence::{NotNoted, Noting};

/// Adds what corrects: the former value stays in its place. `told` is old and new value and reason, for the trail.
pub async fn correct(
    actor: &Actor<Secretariat>,
    day: &ClassDayId,
    noting: &Noting,
    told: String,
) -> Result<std::result::Result<(), NotNoted>> {
    let (mut tx, mut held) = registers::hold(actor, day).await?;
    if held.state != State::Held {
        return Ok(Err(NotNoted::Open));
    }
    if let Err(refusal) = registers::check(&mut tx, day, std::slice::from_ref(noting)).await? {
        return Ok(Err(refusal));
    }
    registers::add(&mut tx, day, &mut held, noting, (actor.person(), actor.now())).await?;
    actor.record(&mut tx, Deed::new(Kind::PresenceCorrected).to(&noting.person).detail(told)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
