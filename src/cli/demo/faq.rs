//! The domande frequenti of the demonstration, and one more that is still a draft.

use serde::Deserialize;

use crate::access::{Actor, Housekeeper};
use crate::domain::ids::PersonId;
use crate::library::{self, Draft};
use crate::platform::{Error, Result};

#[derive(Deserialize)]
struct Shelf {
    faq: Vec<Faq>,
}

#[derive(Deserialize)]
struct Faq {
    theme: String,
    question: String,
    answer: String,
    law: String,
    /// Days from today.
    answered: i32,
    review: i32,
}

const SHELF: &str = include_str!("faq.toml");
const AUTHOR: (&str, &str) = ("Sara Greco", "esperta di servizi demografici");

/// Writes them as the expert, and publishes all but the last.
pub(super) async fn shelve(actor: &Actor<Housekeeper>, expert: PersonId) -> Result<()> {
    let shelf: Shelf = toml::from_str(SHELF).map_err(|e| Error::Bug(format!("faq of the demonstration: {e}")))?;
    let (writer, today) = (actor.stand_in(Housekeeper::moderator(expert.clone()), actor.now()), actor.now().day());
    let public = shelf.faq.len().saturating_sub(1);
    for (place, faq) in shelf.faq.into_iter().enumerate() {
        let draft = Draft {
            theme: faq.theme,
            question: faq.question,
            answer: faq.answer.trim().to_owned(),
            law: faq.law,
            author: AUTHOR.0.to_owned(),
            author_role: AUTHOR.1.to_owned(),
            answered_on: today.plus_days(faq.answered),
            review_on: today.plus_days(faq.review),
            owner: Some(expert.clone()),
        };
        let id = library::write(&writer, &draft).await?;
        if place < public {
            library::publish(&writer, &id).await?;
        }
    }
    Ok(())
}
