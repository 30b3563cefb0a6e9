//! The sessions of a person: listed, and ended one by one or together.

use super::roles::Signed;
use super::session::{IDLE, LONGEST};
use super::{Actor, Person};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result};

/// A browser in which somebody is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub id: SessionId,
    /// Address of the client when it signed in, where known.
    pub client: Option<String>,
    /// Browser and system by their names, as in "Firefox, Windows"; empty where unknown.
    pub browser: String,
    pub since: Moment,
    /// Within ten minutes.
    pub seen: Moment,
    /// When the person had been seen before they signed in here; none for the first time.
    pub former: Option<Moment>,
    /// The one that asks.
    pub here: bool,
}

const LIST: &str = "\
    select session_id, client, coalesce(browser, ''), created_at, seen_at, former_at from session \
    where person_id = $1 and created_at > $2 and seen_at > $3 order by seen_at desc, created_at desc, session_id";
const END_ONE: &str = "delete from session where person_id = $1 and session_id = $2";
const END_OTHERS: &str = "delete from session where person_id = $1 and session_id <> $2";
const END_ALL: &str = "delete from session where person_id = $1";

/// A row of [`LIST`], in its order.
type Row = (SessionId, Option<String>, String, i64, i64, Option<i64>);

/// Where the person is signed in now, this browser first.
pub async fn of(actor: &Actor<Person>) -> Result<Vec<SignedIn>> {
    let (person, now) = (actor.role().person(), actor.now());
    let statement = q(LIST).bind(person).bind(now.plus_minutes(-LONGEST)).bind(now.plus_minutes(-IDLE));
    let rows: Vec<Row> = statement.all(&mut actor.reader().await?).await?;
    let mut list: Vec<SignedIn> = rows
        .into_iter()
        .map(|(id, client, browser, since, seen, former)| SignedIn {
            here: id == *actor.role().session(),
            since: Moment::from_millis(since),
            seen: Moment::from_millis(seen),
            former: former.map(Moment::from_millis),
            id,
            client,
            browser,
        })
        .collect();
    list.sort_by_key(|session| !session.here);
    Ok(list)
}

/// Ends one of the person's own sessions; one that is over already, or somebody else's, is [`Error::NotFound`].
pub async fn end_one(actor: &Actor<Person>, session: &SessionId) -> Result<()> {
    let mut tx = actor.begin().await?;
    match q(END_ONE).bind(actor.role().person()).bind(session).run(&mut tx).await? {
        1 => tx.commit().await,
        _ => Err(Error::NotFound),
    }
}

/// Ends all sessions of the person but the one that asks. Returns how many.
pub async fn end_others(actor: &Actor<Person>, tx: &mut Tx) -> Result<u64> {
    q(END_OTHERS).bind(actor.role().person()).bind(actor.role().session()).run(tx).await
}

/// Ends all sessions of a person: a new password by letter, a disabled account.
pub async fn end_all(tx: &mut Tx, person: &PersonId) -> Result<u64> {
    q(END_ALL).bind(person).run(tx).await
}
