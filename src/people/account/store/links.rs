//! Links by letter that open one account once: for a forgotten password, and for the first one.

use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Visitor};
use crate::domain::ids::{Id, PersonId, ResetRequestId};
use crate::domain::moment::Moment;
use crate::people::account::{INVITATION_LASTS, LATE, Link, Purpose, RESET_LASTS, Reader, letters};
use crate::platform::db::{Db, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const ADD: &str = "\
    insert into account_link (link_hash, person_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5)";
const OPENS: &str = "\
    select p.person_id, p.username, p.name, l.purpose from account_link l join person p on p.person_id = l.person_id \
    where l.link_hash = $1 and l.used_at is null and l.expires_at > $2 and p.disabled_at is null and p.erased_at is null";
const OVERTAKE: &str = "update account_link set used_at = $2 where person_id = $1 and purpose = 'invite' and used_at is null";
const READER: &str = "select username, name from person where person_id = $1";
const ASK: &str = "insert into reset_request (reset_request_id, login, asked_at) values ($1, $2, $3)";
const ASKED: &str = "select reset_request_id, login, asked_at from reset_request order by asked_at, reset_request_id limit 500";
const TAKE: &str = "delete from reset_request where reset_request_id = $1";
/// By username, else everybody behind that address.
const CALLED: &str = "\
    select person_id, username, name from person \
    where (username = $1 or (email = $1 and not exists (select o.person_id from person o where o.username = $1))) \
          and disabled_at is null and erased_at is null and merged_into is null \
    order by name, username";

type Called = (PersonId, String, String);

/// A fresh link, of which only the fingerprint is kept.
async fn link(tx: &mut Tx, person: &PersonId, purpose: Purpose, now: Moment) -> Result<String> {
    let token = random::token();
    let expires = match purpose {
        Purpose::Reset => now.plus_minutes(RESET_LASTS),
        Purpose::Invite => now.plus_days(INVITATION_LASTS),
    };
    q(ADD).bind(random::fingerprint(&token)).bind(person).bind(purpose.as_str()).bind(now).bind(expires).run(tx).await?;
    Ok(token)
}

/// Writes to somebody whose account was made by others (empty `password_hash`): here is your username, choose a password.
///
/// In the transaction that makes the account. The link holds for [`INVITATION_LASTS`] days and opens the account once; an
/// earlier one opens it no more. After that the person gets in through `/entra/recupero`, which needs no former password.
pub async fn invite_to_choose_password<R>(actor: &Actor<R>, tx: &mut Tx, person: &PersonId) -> Result<()> {
    let now = actor.now();
    q(OVERTAKE).bind(person).bind(now).run(tx).await?;
    let (username, name): (String, String) = q(READER).bind(person).one(tx).await?;
    let reader = Reader { id: person.clone(), username, name };
    let token = link(tx, person, Purpose::Invite, now).await?;
    let until = now.plus_days(INVITATION_LASTS).day();
    tx.post(now, Recipient::Person(person), |lang| letters::choose_password(lang, &reader, &token, until)).await
}

/// Notes that somebody called so has forgotten a password. The same statements whether anybody is; [`write_letters`] looks.
pub async fn ask(actor: &Actor<Visitor>, login: &str) -> Result<()> {
    let login = login.trim().to_lowercase();
    let _counts_in_any_case = throttle::admit(actor, Trying::Reset, &login).await?;
    let id: ResetRequestId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(ASK).bind(&id).bind(login).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}

/// Writes the letters that were asked for: a link for each account of that name or behind that address; none where there
/// is nobody. Twice does no harm: a request is taken once.
pub async fn write_letters(db: Db, now: Moment) -> Result<u64> {
    let asked: Vec<(String, String, i64)> = q(ASKED).all(&mut db.reader().await?).await?;
    let mut written = 0;
    for (id, login, asked_at) in asked {
        let Some(id) = ResetRequestId::parse(&id) else { continue };
        let mut tx = db.begin().await?;
        if q(TAKE).bind(&id).run(&mut tx).await? == 1 && now.minutes_since(Moment::from_millis(asked_at)) < LATE {
            written += write(&mut tx, &login, now).await?;
        }
        tx.commit().await?;
    }
    Ok(written)
}

/// One letter to the mailbox, whoever reads there.
async fn write(tx: &mut Tx, login: &str, now: Moment) -> Result<u64> {
    let called: Vec<Called> = q(CALLED).bind(login).all(tx).await?;
    let mut readers = Vec::new();
    for (id, username, name) in called {
        let token = link(tx, &id, Purpose::Reset, now).await?;
        readers.push((Reader { id, username, name }, token));
    }
    let Some((first, _)) = readers.first() else { return Ok(0) };
    tx.post(now, Recipient::Person(&first.id), |lang| letters::forgotten(lang, &readers)).await?;
    Ok(1)
}

/// The account that a link opens; [`Error::NotFound`] if it was used, has expired or never was.
pub async fn opened_by(actor: &Actor<Visitor>, token: &str) -> Result<Link> {
    let statement = q(OPENS).bind(random::fingerprint(token)).bind(actor.now());
    let (person, username, name, purpose): (PersonId, String, String, String) = statement.one(&mut actor.reader().await?).await?;
    let purpose = Purpose::parse(&purpose).ok_or_else(|| Error::Bug("a link without purpose".into()))?;
    Ok(Link { person, username, name, purpose })
}
