//! The outbox: a letter is a row in the transaction of its fact. No letter without its fact, no fact without its letter.

mod again;
mod delivery;
mod digest;

use sqlx::FromRow;

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
    /// The same, as known already.
    Known(&'a Addressee),
    /// Somebody who has none yet.
    Address { name: &'a str, address: &'a str, lang: Lang },
}

/// Somebody with an account who is written to, read with others in one statement: those made anonymous left out.
#[derive(Debug, Clone, FromRow)]
pub struct Addressee {
    pub person_id: PersonId,
    pub name: String,
    pub email: String,
    /// As chosen; Italian, and letters one by one, where nothing was.
    pub lang: Option<String>,
    pub letters: Option<String>,
}

const READER: &str = "select person_id, name, email, lang, letters from person where person_id = $1 and erased_at is null";
const POST: &str = "\
    insert into letter (letter_id, person_id, address, name, kind, subject, secret, content, posted_at, due_at, attempts, invites) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)";

/// Somebody who is written to, as known at this instant.
struct Reader {
    person: Option<PersonId>,
    name: String,
    address: String,
    lang: Lang,
    /// Whether they want their letters gathered once a day.
    is_daily: bool,
}

impl From<Addressee> for Reader {
    fn from(found: Addressee) -> Reader {
        Reader {
            person: Some(found.person_id),
            name: found.name,
            address: found.email,
            lang: found.lang.as_deref().and_then(Lang::parse).unwrap_or_default(),
            is_daily: found.letters.as_deref().and_then(Rhythm::parse) == Some(Rhythm::Daily),
        }
    }
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

    async fn reader_of(&mut self, to: Recipient<'_>) -> Result<Option<Reader>> {
        let person = match to {
            Recipient::Person(person) => person,
            Recipient::Known(known) => return Ok(Some(known.clone().into())),
            Recipient::Address { name, address, lang } => {
                return Ok(Some(Reader { person: None, name: name.to_owned(), address: address.to_owned(), lang, is_daily: false }));
            }
        };
        let found: Option<Addressee> = q(READER).bind(person).optional(self).await?;
        Ok(found.map(Reader::from))
    }

    async fn put(&mut self, now: Moment, due: Moment, reader: &Reader, letter: &Letter) -> Result<LetterId> {
        let id: LetterId = random::id(now);
        q(POST)
            .bind(&id)
            .bind(reader.person.as_ref())
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
