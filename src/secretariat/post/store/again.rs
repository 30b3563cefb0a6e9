//! Messages let go once more, each act in the trail.

use super::one;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::LetterId;
use crate::platform::Result;
use crate::secretariat::post::{Line, NotAgain, State, Way, fresh};

/// Messages put back into the outbox in one transaction.
const AT_ONCE: usize = 50;

/// Lets one message leave once more, in whichever way it may; of two who ask at once, the second is told that it is on its
/// way. A copy is another message.
pub async fn again(actor: &Actor<Secretariat>, id: &LetterId) -> Result<std::result::Result<Way, NotAgain>> {
    let line = one(actor, id).await?.line;
    let now = actor.now();
    let way = match line.again(now) {
        Ok(way) => way,
        Err(why) => return Ok(Err(why)),
    };
    let mut tx = actor.begin().await?;
    let gone = match way {
        Way::Retry => tx.retry(now, fresh(now), id).await?,
        Way::Hasten => tx.hasten(now, id).await?,
        Way::Copy => tx.post_copy(now, id).await?.is_some(),
    };
    if !gone {
        return Ok(Err(NotAgain::OnItsWay));
    }
    actor.record(&mut tx, deed(&line)).await?;
    tx.commit().await?;
    Ok(Ok(way))
}

fn deed(line: &Line) -> Deed {
    let deed = Deed::new(Kind::LetterSentAgain).detail(&line.subject);
    match &line.person {
        Some(person) => deed.to(person),
        None => deed,
    }
}

/// Tries all of these that were given up and may be tried. Returns how many; those that somebody else was quicker with are
/// not among them.
pub async fn all_again(actor: &Actor<Secretariat>, lines: &[Line]) -> Result<usize> {
    let now = actor.now();
    let may_go = |line: &&Line| line.state() == State::Failed && line.again(now).is_ok();
    let lines: Vec<&Line> = lines.iter().filter(may_go).collect();
    let mut gone = 0;
    for some in lines.chunks(AT_ONCE) {
        let mut tx = actor.begin().await?;
        for line in some {
            if tx.retry(now, fresh(now), &line.id).await? {
                actor.record(&mut tx, deed(line)).await?;
                gone += 1;
            }
        }
        tx.commit().await?;
    }
    Ok(gone)
}
