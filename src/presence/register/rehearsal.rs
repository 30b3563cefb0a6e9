//! A giornata of the demonstration, closed on its signed register through the same doors as a real one.

use super::store;
use crate::access::upload::Chosen;
use crate::access::{Actor, Trainer};
use crate::domain::ids::ClassDayId;
use crate::domain::presence::{Said, Source};
use crate::platform::media::Media;
use crate::platform::{Error, Result};
use crate::presence::{Noting, store as registers};

/// All who have a seat signed everything; the last one on the list nothing.
pub async fn hold(docente: &Actor<Trainer>, media: &Media, day: &ClassDayId, scan: Chosen) -> Result<()> {
    let register = registers::read(docente, day).await?;
    let absent = register.people.last().map(|last| last.person.clone());
    let notings: Vec<Noting> = register
        .cells()
        .map(|(one, session)| {
            let said = if Some(&one.person) == absent.as_ref() { Said::ABSENT } else { Said::PRESENT };
            Noting { person: one.person.clone(), session: session.id.clone(), source: Source::Paper, said, reason: String::new() }
        })
        .collect();
    let failed = |what: String| Error::Bug(format!("a register of the demonstration: {what}"));
    registers::note(docente, day, &notings).await?.map_err(|why| failed(format!("{why:?}")))?;
    store::attach(docente, media, day, Some(scan)).await?.map_err(|why| failed(format!("{why:?}")))?;
    store::close(docente, day).await?.map_err(|why| failed(format!("{why:?}")))
}
