//! How somebody wants to be written to.

use crate::access::{Actor, Person};
use crate::domain::delivery::Rhythm;
use crate::people::Letters;
use crate::platform::db::q;
use crate::platform::{Error, Result};

const SET: &str = "update person set letters = $2, lang = $3 where person_id = $1";

/// Holds from now on: letters that are written already keep their words, and those that waited for the hour of gathering leave
/// at once if they are no longer to wait. The row of the person is held first, as by whoever gathers.
pub async fn choose(actor: &Actor<Person>, chosen: Letters) -> Result<()> {
    let mut tx = actor.begin().await?;
    let set = q(SET).bind(actor.person()).bind(chosen.rhythm.as_str()).bind(chosen.lang.as_str());
    if set.run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    if chosen.rhythm == Rhythm::Each {
        tx.release(actor.now(), actor.person()).await?;
    }
    tx.commit().await
}
