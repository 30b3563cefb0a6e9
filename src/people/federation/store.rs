//! Identities at the provider, and those who are on their way there, in the database.

use sqlx::FromRow;

use super::letters;
use super::{Found, Left, Linked, LinkedBy, Vouched};
use crate::access::roles::Doing;
use crate::access::{Actor, Person, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::fiscal_number::FiscalNumber;
use crate::domain::ids::{IdentityId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::{Db, Tx, q};
use crate::platform::federation::{Departure, Identity};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

/// Minutes between leaving for the provider and coming back, and between coming back and linking by the password.
const PATIENCE: i64 = 15;

const LEAVE: &str = "\
    insert into federated_sign_in (state_hash, browser_hash, nonce, verifier, back, created_at) values ($1, $2, $3, $4, $5, $6)";
const LEFT: &str = "select browser_hash, nonce, verifier, back, created_at from federated_sign_in where state_hash = $1";
const BURN: &str = "delete from federated_sign_in where state_hash = $1";
/// Also holds the row: a disabling that comes at the same time waits, or is seen.
const USE: &str = "update external_identity set used_at = $3 where issuer = $1 and subject = $2";
const OWNER: &str = "\
    select p.person_id, p.disabled_at from external_identity x join person p on p.person_id = x.person_id \
    where x.issuer = $1 and x.subject = $2";
const BY_NUMBER: &str = "\
    select p.person_id, p.disabled_at from fiscal_number n join person p on p.person_id = n.person_id where n.number = $1";
/// Of one account alone, whose owner has shown that the mailbox is theirs.
const BY_ADDRESS: &str = "\
    select person_id, disabled_at from person where email = $1 and verified_at is not null \
    and (select count(*) from person o where o.email = $1) = 1";
const LINK: &str = "\
    insert into external_identity (external_identity_id, person_id, issuer, subject, linked_by, linked_at, used_at) \
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (issuer, subject) do nothing";
const OFFER: &str = "\
    insert into offered_identity (token_hash, issuer, subject, created_at, name, address) values ($1, $2, $3, $4, $5, $6)";
const VOUCHED: &str = "select name, address from offered_identity where token_hash = $1 and created_at > $2";
const OFFERED: &str = "select issuer, subject from offered_identity where token_hash = $1 and created_at > $2";
const TAKE: &str = "delete from offered_identity where token_hash = $1 and created_at > $2";
const LIST: &str = "\
    select external_identity_id, issuer, linked_by, linked_at, used_at from external_identity where person_id = $1 order by linked_at";
const UNLINK: &str = "delete from external_identity where external_identity_id = $1 and person_id = $2";
const HOLD: &str = "update person set username = username where person_id = $1";
const NUMBER_OF: &str = "select person_id from fiscal_number where number = $1";
const GIVE: &str = "\
    insert into fiscal_number (person_id, number, given_at, given_by) values ($1, $2, $3, $4) \
    on conflict (person_id) do update set number = excluded.number, given_at = excluded.given_at, given_by = excluded.given_by";
const PURGE_LEFT: &str = "delete from federated_sign_in where created_at <= $1";
const PURGE_OFFERED: &str = "delete from offered_identity where created_at <= $1";

fn oldest(now: Moment) -> Moment {
    now.plus_minutes(-PATIENCE)
}

/// Notes that somebody leaves for the provider; `browser` is what their cookie carries.
pub async fn leave(actor: &Actor<Visitor>, departure: &Departure, browser: &str, back: &str) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(LEAVE)
        .bind(random::fingerprint(&departure.state))
        .bind(random::fingerprint(browser))
        .bind(&departure.nonce)
        .bind(&departure.verifier)
        .bind(back)
        .bind(actor.now())
        .run(&mut tx)
        .await?;
    tx.commit().await
}

/// Somebody comes back with a state: once, soon, and through the browser they left with; else none. Used up either way.
pub async fn come_back(actor: &Actor<Visitor>, state: &str, browser: Option<&str>) -> Result<Option<Left>> {
    let state_hash = random::fingerprint(state);
    let mut tx = actor.begin().await?;
    let row: Option<(String, String, String, String, i64)> = q(LEFT).bind(&state_hash).optional(&mut tx).await?;
    let burnt = q(BURN).bind(&state_hash).run(&mut tx).await?;
    tx.commit().await?;
    let Some((browser_hash, nonce, verifier, back, created_at)) = row.filter(|_| burnt == 1) else { return Ok(None) };
    let is_theirs = browser.is_some_and(|browser| random::fingerprint(browser) == browser_hash);
    let is_soon = Moment::from_millis(created_at) > oldest(actor.now());
    Ok((is_theirs && is_soon).then_some(Left { nonce, verifier, back }))
}

#[derive(FromRow)]
struct OwnerRow {
    person_id: PersonId,
    disabled_at: Option<i64>,
}

/// The account that an identity opens. An identity seen for the first time is linked where the provider vouches for what
/// exactly one account has: the fiscal number, or the address if `by_address`.
pub async fn open_by(actor: &Actor<Visitor>, identity: &Identity, by_address: bool) -> Result<Found> {
    let mut tx = actor.begin().await?;
    if q(USE).bind(&identity.issuer).bind(&identity.subject).bind(actor.now()).run(&mut tx).await? == 1 {
        let owner: OwnerRow = q(OWNER).bind(&identity.issuer).bind(&identity.subject).one(&mut tx).await?;
        tx.commit().await?;
        return Ok(if owner.disabled_at.is_some() { Found::Disabled } else { Found::Account(owner.person_id) });
    }
    let Some((owner, by)) = vouched(&mut tx, identity, by_address).await? else { return Ok(Found::Nobody) };
    if owner.disabled_at.is_some() {
        return Ok(Found::Disabled);
    }
    let who = Link { person: &owner.person_id, issuer: &identity.issuer, subject: &identity.subject, by, used: true };
    link_to(actor, &mut tx, &who).await?;
    tx.commit().await?;
    Ok(Found::Account(owner.person_id))
}

async fn vouched(tx: &mut Tx, identity: &Identity, by_address: bool) -> Result<Option<(OwnerRow, LinkedBy)>> {
    if let Some(number) = &identity.fiscal_number {
        let owner: Option<OwnerRow> = q(BY_NUMBER).bind(number.as_str()).optional(tx).await?;
        if let Some(owner) = owner {
            return Ok(Some((owner, LinkedBy::FiscalNumber)));
        }
    }
    let Some(address) = identity.address.as_ref().filter(|_| by_address) else { return Ok(None) };
    let owner: Option<OwnerRow> = q(BY_ADDRESS).bind(address).optional(tx).await?;
    Ok(owner.map(|owner| (owner, LinkedBy::Address)))
}

struct Link<'a> {
    person: &'a PersonId,
    issuer: &'a str,
    subject: &'a str,
    by: LinkedBy,
    used: bool,
}

/// Links, tells the owner, and notes it. Linked meanwhile to somebody: [`Error::NotFound`].
async fn link_to<R: Doing>(actor: &Actor<R>, tx: &mut Tx, link: &Link<'_>) -> Result<()> {
    let (id, now): (IdentityId, Moment) = (random::id(actor.now()), actor.now());
    let row = q(LINK).bind(&id).bind(link.person).bind(link.issuer).bind(link.subject).bind(link.by.as_str()).bind(now);
    if row.bind(link.used.then_some(now)).run(tx).await? != 1 {
        return Err(Error::NotFound);
    }
    tx.post(now, Recipient::Person(link.person), |lang| letters::linked(lang, link.issuer, now)).await?;
    actor.record(tx, Deed::new(Kind::IdentityLinked).to(link.person).detail(format!("{} {}", link.by.as_str(), link.issuer))).await
}

/// Keeps an identity that opens nothing, until somebody shows by the password whose it is. Returns what their browser carries.
pub async fn offer(actor: &Actor<Visitor>, identity: &Identity) -> Result<String> {
    let token = random::token();
    let mut tx = actor.begin().await?;
    let row = q(OFFER).bind(random::fingerprint(&token)).bind(&identity.issuer).bind(&identity.subject).bind(actor.now());
    row.bind(identity.name.clone()).bind(identity.address.clone()).run(&mut tx).await?;
    tx.commit().await?;
    Ok(token)
}

/// What the provider vouches for of somebody without an account, who asks through the browser they came back in: for them to
/// find it in the form of registration. For a quarter of an hour; the address is confirmed by letter all the same.
pub async fn vouched_for(actor: &Actor<Visitor>, token: &str) -> Result<Option<Vouched>> {
    let statement = q(VOUCHED).bind(random::fingerprint(token)).bind(oldest(actor.now()));
    let row: Option<(Option<String>, Option<String>)> = statement.optional(&mut actor.reader().await?).await?;
    Ok(row.map(|(name, address)| Vouched { name: name.unwrap_or_default(), address: address.unwrap_or_default() }))
}

/// The issuer of the identity that waits in this browser.
pub async fn offered(actor: &Actor<Person>, token: &str) -> Result<Option<String>> {
    let statement = q(OFFERED).bind(random::fingerprint(token)).bind(oldest(actor.now()));
    let row: Option<(String, String)> = statement.optional(&mut actor.reader().await?).await?;
    Ok(row.map(|(issuer, _)| issuer))
}

/// Links the identity that waits in this browser to who has signed in there. False: it opens another account already.
pub async fn link(actor: &Actor<Person>, token: &str) -> Result<bool> {
    let (token_hash, oldest) = (random::fingerprint(token), oldest(actor.now()));
    let mut tx = actor.begin().await?;
    let found: Option<(String, String)> = q(OFFERED).bind(&token_hash).bind(oldest).optional(&mut tx).await?;
    let Some((issuer, subject)) = found else { return Err(Error::NotFound) };
    if q(TAKE).bind(&token_hash).bind(oldest).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    let who = Link { person: actor.person(), issuer: &issuer, subject: &subject, by: LinkedBy::Password, used: false };
    match link_to(actor, &mut tx, &who).await {
        Err(Error::NotFound) => Ok(false),
        other => {
            other?;
            tx.commit().await?;
            Ok(true)
        }
    }
}

#[derive(FromRow)]
struct LinkedRow {
    external_identity_id: IdentityId,
    issuer: String,
    linked_by: String,
    linked_at: i64,
    used_at: Option<i64>,
}

/// The identities that open the account of who asks.
pub async fn identities(actor: &Actor<Person>) -> Result<Vec<Linked>> {
    let rows: Vec<LinkedRow> = q(LIST).bind(actor.person()).all(&mut actor.reader().await?).await?;
    let linked = |row: LinkedRow| Linked {
        id: row.external_identity_id,
        issuer: row.issuer,
        by: LinkedBy::parse(&row.linked_by).unwrap_or(LinkedBy::Password),
        since: Moment::from_millis(row.linked_at),
        used: row.used_at.map(Moment::from_millis),
    };
    Ok(rows.into_iter().map(linked).collect())
}

/// From now on the identity opens nothing.
pub async fn unlink(actor: &Actor<Person>, id: &IdentityId) -> Result<()> {
    let mut tx = actor.begin().await?;
    if q(UNLINK).bind(id).bind(actor.person()).run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    tx.post(actor.now(), Recipient::Person(actor.person()), |lang| letters::unlinked(lang, actor.now())).await?;
    actor.record(&mut tx, Deed::new(Kind::IdentityUnlinked).to(actor.person())).await?;
    tx.commit().await
}

/// What came of giving a person their fiscal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    Done,
    /// Somebody else has it: one of the two is wrong, or both accounts are of one person.
    Taken,
}

/// Notes the fiscal number of a person, in place of any other. For those who know the person (an import, the segreteria, the
/// command line) and never for the person alone: through the provider it opens the account.
pub async fn give_fiscal_number<R: Doing>(actor: &Actor<R>, person: &PersonId, number: &FiscalNumber) -> Result<Given> {
    let mut tx = actor.begin_on(HOLD, person).await?;
    let owner: Option<(PersonId,)> = q(NUMBER_OF).bind(number.as_str()).optional(&mut tx).await?;
    match owner {
        Some((owner,)) if owner == *person => return Ok(Given::Done),
        Some(_) => return Ok(Given::Taken),
        None => {}
    }
    q(GIVE).bind(person).bind(number.as_str()).bind(actor.now()).bind(actor.role().doer()).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::FiscalNumberGiven).to(person).detail(number.hinted())).await?;
    tx.commit().await?;
    Ok(Given::Done)
}

/// Forgets those who never came back. Twice does no harm.
pub async fn purge(db: Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let gone = q(PURGE_LEFT).bind(oldest(now)).run(&mut tx).await? + q(PURGE_OFFERED).bind(oldest(now)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone)
}
