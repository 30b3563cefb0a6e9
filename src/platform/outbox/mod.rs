//! The outbox: a letter is a row in the transaction of its fact. No letter without its fact, no fact without its letter.

mod again;
mod delivery;
mod digest;

use super::db::{Tx, q};
use super::holdings::{After, Erasure, Expiry, Holding, Purpose, Why};
use super::{Error, Result, random};
use crate::domain::delivery::{Rhythm, next_gathering};
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;

pub use delivery::deliver;

/// Whom a letter is for.
#[derive(Debug, Clone, Copy)]
pub enum Recipient<'a> {
    /// Somebody with an account: name, address and language are read where they stand.
    Person(&'a PersonId),
    /// Somebody who has none yet.
    Address { name: &'a str, address: &'a str, lang: Lang },
}

const READER: &str =
    "select name, email, coalesce(lang, 'it'), coalesce(letters, 'each') from person where person_id = $1 and erased_at is null";
const POST: &str = "\
    insert into letter (letter_id, person_id, address, name, kind, subject, secret, content, posted_at, due_at, attempts, invites) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)";

/// Somebody who is written to, as known at this instant.
struct Reader<'a> {
    person: Option<&'a PersonId>,
    name: String,
    address: String,
    lang: Lang,
    /// Whether they want their letters gathered once a day.
    is_daily: bool,
}

impl Tx {
    /// Puts a letter into the outbox: it leaves when this transaction is committed, or never was.
    ///
    /// `letter` is made in the language of its reader. To somebody made anonymous nothing is written.
    pub async fn post(&mut self, now: Moment, to: Recipient<'_>, letter: impl FnOnce(Lang) -> Letter) -> Result<()> {
        self.post_known(now, to, letter).await.map(drop)
    }

    /// As [`Tx::post`], for whoever has to find the letter again; none: nothing was written.
    pub async fn post_known(&mut self, now: Moment, to: Recipient<'_>, letter: impl FnOnce(Lang) -> Letter) -> Result<Option<LetterId>> {
        let Some(reader) = self.reader_of(to).await? else { return Ok(None) };
        let letter = letter(reader.lang);
        let due = if reader.is_daily && !letter.secret && letter.invitation.is_none() { next_gathering(now) } else { now };
        let id = self.put(now, due, &reader, &letter).await?;
        // One that waits to be gathered has nobody to wake.
        if due <= now {
            self.ring_on_commit();
        }
        Ok(Some(id))
    }

    async fn reader_of<'a>(&mut self, to: Recipient<'a>) -> Result<Option<Reader<'a>>> {
        let person = match to {
            Recipient::Person(person) => person,
            Recipient::Address { name, address, lang } => {
                return Ok(Some(Reader { person: None, name: name.to_owned(), address: address.to_owned(), lang, is_daily: false }));
            }
        };
        let found: Option<(String, String, String, String)> = q(READER).bind(person).optional(self).await?;
        Ok(found.map(|(name, address, lang, letters)| Reader {
            person: Some(person),
            name,
            address,
            lang: Lang::parse(&lang).unwrap_or_default(),
            is_daily: Rhythm::parse(&letters) == Some(Rhythm::Daily),
        }))
    }

    async fn put(&mut self, now: Moment, due: Moment, reader: &Reader<'_>, letter: &Letter) -> Result<LetterId> {
        let id: LetterId = random::id(now);
        q(POST)
            .bind(&id)
            .bind(reader.person)
            .bind(&reader.address)
            .bind(&reader.name)
            .bind(&letter.kind)
            .bind(&letter.subject)
            .bind(letter.secret)
            .bind(to_json(letter)?)
            .bind(now)
            .bind(due)
            .bind(letter.invitation.is_some())
            .run(self)
            .await?;
        Ok(id)
    }
}

fn to_json(letter: &Letter) -> Result<String> {
    serde_json::to_string(letter).map_err(|e| Error::Bug(format!("letter: {e}")))
}

fn from_json(content: &str) -> Result<Letter> {
    serde_json::from_str(content).map_err(|e| Error::Bug(format!("letter: {e}")))
}

/// Letters written to people.
pub const HOLDING: Holding = Holding {
    key: "letters",
    table: "letter",
    export: "select letter_id, address, name, kind, subject, secret, \
                    case when secret then null else content end as content, posted_at, due_at, attempts, sent_at, failed_at, fault, digest_id, invites \
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
