//! What the segreteria writes to those on a list, each as a letter of their own.

use super::room::{self, HOLD};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::enrolment::Standing;
use crate::domain::ids::ClassDayId;
use crate::platform::Result;
use crate::platform::outbox::Recipient;
use crate::seminars::enrolment::{Message, letters};

/// Writes to those who have a seat, and to those who wait if wanted. Returns to how many.
pub async fn write_to_all(actor: &Actor<Secretariat>, day: &ClassDayId, message: Message<'_>) -> Result<u64> {
    let mut tx = actor.begin_on(HOLD, day).await?;
    let kept = room::read(&mut tx, day).await?;
    let mut written = 0;
    for entry in kept.room.entries.iter().filter(|entry| message.is_for(entry.standing)) {
        let letter = |lang| letters::from_desk(lang, &kept.told, message.subject, message.text);
        tx.post(actor.now(), Recipient::Person(&entry.who.person), letter).await?;
        written += 1;
    }
    actor
        .record(&mut tx, Deed::new(Kind::EnrolledWrittenTo).detail(format!("{} ({written}): {}", kept.told.title, message.subject)))
        .await?;
    tx.commit().await?;
    Ok(written)
}

impl Message<'_> {
    pub fn is_for(&self, standing: Standing) -> bool {
        match standing {
            Standing::Seated => true,
            Standing::Waiting | Standing::Offered => self.also_waiting,
            Standing::Out => false,
        }
    }
}
