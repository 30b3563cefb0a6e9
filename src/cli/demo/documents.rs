//! Documents of the demonstration: slides in two versions, a link elsewhere, a guide in another language, one that has expired.

use super::super::demo_words as words;
use super::held::pdf;
use crate::access::upload::Chosen;
use crate::access::{Actor, Housekeeper, Librarian};
use crate::domain::document::Licence;
use crate::domain::ids::PersonId;
use crate::domain::web_link::{Finding, Heard};
use crate::library::{self, Handed, Sheet};
use crate::platform::media::Media;
use crate::platform::{Error, Result};

/// As the docente and the expert, over the last weeks.
pub(super) async fn shelve(actor: &Actor<Housekeeper>, media: &Media, (docente, expert): (PersonId, PersonId)) -> Result<()> {
    for (place, one) in words::DOCUMENTS.iter().enumerate() {
        let who = if one.by_expert { expert.clone() } else { docente.clone() };
        let ago = 30 - i64::try_from(place).unwrap_or(0) * 6;
        let publisher = actor.stand_in(Housekeeper::librarian(who), actor.now().plus_days(-ago));
        publish(&publisher, media, one).await?;
    }
    look_after(actor).await
}

/// As if the links had been looked at over the last days: one is broken, one has moved.
async fn look_after(actor: &Actor<Housekeeper>) -> Result<()> {
    let gone = Heard { finding: Finding::Gone, status: Some(404), moved_to: None };
    let moved = Heard { finding: Finding::Good, status: Some(200), moved_to: Some(words::MOVED_TO.into()) };
    let well = Heard { moved_to: None, ..moved.clone() };
    let told =
        [(9, words::BROKEN_LINK, &well), (3, words::BROKEN_LINK, &gone), (2, words::BROKEN_LINK, &gone), (1, words::MOVED_LINK, &moved)];
    for (ago, address, heard) in told {
        let then = actor.stand_in((), actor.now().plus_days(-ago));
        library::note_link(&then, (address, heard.clone())).await?;
    }
    Ok(())
}

async fn publish(publisher: &Actor<Librarian>, media: &Media, one: &words::DemoDocument) -> Result<()> {
    let today = publisher.now().day();
    let sheet = Sheet {
        title: one.title.into(),
        theme: words::THEMES[one.theme].into(),
        description: one.description.into(),
        language: one.language.into(),
        licence: Licence::parse(one.licence).unwrap_or(Licence::Reading),
        publisher: one.publisher.into(),
        dated_on: today,
        valid_until: one.days.map(|days| today.plus_days(days)),
    };
    let handed = match one.address {
        Some(address) => Handed::Address(address.into()),
        None => file(one.title, one.description).await?,
    };
    let id = library::publish_document(publisher, media, (&sheet, handed)).await?;
    let id = id.map_err(|why| Error::Bug(format!("a document of the demonstration: {why:?}")))?;
    if let Some(note) = one.again {
        let added = library::add_document_version(publisher, media, &id, (file(one.title, note).await?, note)).await?;
        added.map_err(|why| Error::Bug(format!("a version of the demonstration: {why:?}")))?;
    }
    Ok(())
}

async fn file(title: &str, text: &str) -> Result<Handed> {
    Ok(Handed::File(Chosen { name: format!("{title}.pdf"), bytes: pdf((title, text)).await? }))
}
