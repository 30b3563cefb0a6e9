//! The outbox: a letter is a row in the transaction of its fact. No letter without its fact, no fact without its letter.

use super::db::{Tx, q};
use super::holdings::{After, Erasure, Expiry, Holding, Purpose, Why};
use super::{Error, Result, random};
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;

/// Whom a letter is for.
#[derive(Debug, Clone, Copy)]
pub enum Recipient<'a> {
    /// Somebody with an account: name, address and language are read where they stand.
    Person(&'a PersonId),
    /// Somebody who has none yet.
    Address { name: &'a str, address: &'a str, lang: Lang },
}

const READER: &str = "select name, email, coalesce(lang, 'it') from person where person_id = $1 and erased_at is null";
const POST: &str = "\
    insert into letter (letter_id, person_id, address, name, kind, subject, secret, content, posted_at, due_at, attempts) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0)";

impl Tx {
    /// Puts a letter into the outbox: it leaves when this transaction is committed, or never was.
    ///
    /// `letter` is made in the language of its reader. To somebody made anonymous nothing is written.
    pub async fn post(&mut self, now: Moment, to: Recipient<'_>, letter: impl FnOnce(Lang) -> Letter) -> Result<()> {
        let (person, name, address, lang) = match to {
            Recipient::Address { name, address, lang } => (None, name.to_owned(), address.to_owned(), lang),
            Recipient::Person(person) => {
                let found: Option<(String, String, String)> = q(READER).bind(person).optional(self).await?;
                let Some((name, address, lang)) = found else { return Ok(()) };
                (Some(person), name, address, Lang::parse(&lang).unwrap_or_default())
            }
        };
        let letter = letter(lang);
        let content = serde_json::to_string(&letter).map_err(|e| Error::Bug(format!("letter: {e}")))?;
        let id: LetterId = random::id(now);
        q(POST)
            .bind(&id)
            .bind(person)
            .bind(address)
            .bind(name)
            .bind(&letter.kind)
            .bind(&letter.subject)
            .bind(letter.secret)
            .bind(content)
            .bind(now)
            .run(self)
            .await?;
        Ok(())
    }
}

/// Letters written to people.
pub const HOLDING: Holding = Holding {
    key: "letters",
    table: "letter",
    export: "select letter_id, address, name, kind, subject, secret, content, posted_at, due_at, attempts, sent_at, failed_at, fault, digest_id \
             from letter where person_id = $1 order by posted_at",
    withheld: &[("person_id", Why::Key), ("taken_at", Why::Secret)],
    rest: None,
    purpose: Purpose::Programme,
    erasure: Erasure::Go(&["update letter set address = '', name = '', content = null, subject = '', fault = null, \
                            failed_at = case when sent_at is null then posted_at else failed_at end where person_id = $1"]),
    expiry: Some(Expiry {
        days: 365,
        after: After::Sent,
        statement: "update letter set address = '', name = '', content = null where posted_at < $1 and address <> ''",
    }),
};
