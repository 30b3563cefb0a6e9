//! A file attached to a giornata of the demonstration, through the same door as a real one.

use super::{Draft, store};
use crate::access::upload::Chosen;
use crate::access::{Actor, Trainer};
use crate::domain::ids::ClassDayId;
use crate::domain::material::Shown;
use crate::platform::media::Media;
use crate::platform::{Error, Result};

/// Under its own name, to be seen at once.
pub async fn attach(docente: &Actor<Trainer>, media: &Media, day: &ClassDayId, file: Chosen) -> Result<()> {
    let draft = Draft { title: String::new(), shown: Shown::AtOnce, of_seminar: false };
    let attached = store::attach(docente, media, (day, &draft), Some(file)).await?;
    attached.map_err(|why| Error::Bug(format!("a file of the demonstration: {why:?}")))
}
