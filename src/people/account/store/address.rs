//! A new address: nothing changes until both mailboxes have confirmed.

use sqlx::FromRow;

use super::password;
use crate::access::roles::Doing;
use crate::access::{Actor, Person, Secretariat, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{AddressChangeId, PersonId};
use crate::domain::moment::Moment;
use crate::people::account::{CHANGE_LASTS, Confirmed, Mailbox, NotMoved, Pending, is_address, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const PRESENT: &str = "select username, email from person where person_id = $1";
const WAITING: &str = "\
    select address_change_id, former, address, expires_at, former_confirmed_at, address_confirmed_at from address_change \
    where person_id = $1 and ended_at is null and expires_at > $2 order by asked_at desc limit 1";
/// Holds the account: of two requests at once, the later overtakes the earlier.
const HOLD: &str = "update person set email = email where person_id = $1 and disabled_at is null";
const END_ALL: &str = "update address_change set ended_at = $2 where person_id = $1 and ended_at is null";
const ADD: &str = "\
    insert into address_change (address_change_id, person_id, former, address, former_hash, address_hash, asked_at, expires_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const ASKED_OF: &str = "\
    select c.address_change_id, c.person_id, p.username, c.former, c.address, c.expires_at, c.former_confirmed_at, c.address_confirmed_at, \
           cast(case when c.address_hash = $1 then 1 else 0 end as bigint) as is_new \
    from address_change c join person p on p.person_id = c.person_id and p.email = c.former \
    where (c.address_hash = $1 or c.former_hash = $1) and c.ended_at is null and c.expires_at > $2 \
          and p.disabled_at is null and p.erased_at is null";
const CONFIRM_NEW: &str = "update address_change set address_confirmed_at = $2 where address_change_id = $1 and ended_at is null";
const CONFIRM_FORMER: &str = "update address_change set former_confirmed_at = $2 where address_change_id = $1 and ended_at is null";
const END: &str = "update address_change set ended_at = $2 where address_change_id = $1 and ended_at is null";
const MOVE: &str = "update person set email = $2, verified_at = $3 where person_id = $1 and email = $4";
/// Links that went to the former mailbox open nothing any more.
const DEAD_LINKS: &str = "update account_link set used_at = $2 where person_id = $1 and used_at is null";
const CORRECT: &str = "update person set email = $2, verified_at = null where person_id = $1 and disabled_at is null and erased_at is null";

#[derive(FromRow)]
struct WaitingRow {
    address_change_id: AddressChangeId,
    former: String,
    address: String,
    expires_at: i64,
    former_confirmed_at: Option<i64>,
    address_confirmed_at: Option<i64>,
}

#[derive(FromRow)]
struct AskedRow {
    address_change_id: AddressChangeId,
    person_id: PersonId,
    username: String,
    former: String,
    address: String,
    expires_at: i64,
    former_confirmed_at: Option<i64>,
    address_confirmed_at: Option<i64>,
    is_new: i64,
}

impl From<WaitingRow> for Pending {
    fn from(row: WaitingRow) -> Pending {
        Pending {
            id: row.address_change_id,
            former: row.former,
            address: row.address,
            expires: Moment::from_millis(row.expires_at),
            former_confirmed: row.former_confirmed_at.is_some(),
            address_confirmed: row.address_confirmed_at.is_some(),
        }
    }
}

impl AskedRow {
    fn mailbox(&self) -> Mailbox {
        if self.is_new == 1 { Mailbox::New } else { Mailbox::Former }
    }

    fn pending(self) -> Pending {
        let AskedRow { address_change_id, former, address, expires_at, former_confirmed_at, address_confirmed_at, .. } = self;
        Pending::from(WaitingRow { address_change_id, former, address, expires_at, former_confirmed_at, address_confirmed_at })
    }
}

/// The address of the person who asks, and the one that waits, if any.
pub async fn stands(actor: &Actor<Person>) -> Result<(String, Option<Pending>)> {
    let mut conn = actor.reader().await?;
    let (_, email): (String, String) = q(PRESENT).bind(actor.person()).one(&mut conn).await?;
    let row: Option<WaitingRow> = q(WAITING).bind(actor.person()).bind(actor.now()).optional(&mut conn).await?;
    Ok((email, row.map(Pending::from)))
}

/// Asks for a change; an earlier one that waits is overtaken. Letters go to both mailboxes.
pub async fn ask(actor: &Actor<Person>, address: &str, present: String) -> Result<Result<(), NotMoved>> {
    if !is_address(address) {
        return Ok(Err(NotMoved::Shape));
    }
    if !password::is_present(actor, present).await? {
        return Ok(Err(NotMoved::Present));
    }
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    let (username, former): (String, String) = q(PRESENT).bind(actor.person()).one(&mut tx).await?;
    if former == address {
        return Ok(Err(NotMoved::Same));
    }
    q(END_ALL).bind(actor.person()).bind(now).run(&mut tx).await?;
    let (id, expires): (AddressChangeId, _) = (random::id(now), now.plus_days(CHANGE_LASTS));
    let (to_former, to_new) = (random::token(), random::token());
    let statement = q(ADD).bind(&id).bind(actor.person()).bind(&former).bind(address);
    let statement = statement.bind(random::fingerprint(&to_former)).bind(random::fingerprint(&to_new)).bind(now).bind(expires);
    statement.run(&mut tx).await?;
    let reader = reader(&mut tx, actor.person()).await?;
    let new = Recipient::Address { name: &reader.0, address, lang: reader.1 };
    tx.post(now, new, |lang| letters::confirm_address(lang, &username, &to_new, expires)).await?;
    tx.post(now, Recipient::Person(actor.person()), |lang| letters::leave_address(lang, address, &to_former, expires)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

const READER: &str = "select name, coalesce(lang, 'it') from person where person_id = $1";

/// Name and language, for a letter to a mailbox that is not yet theirs, or no more.
async fn reader(tx: &mut Tx, person: &PersonId) -> Result<(String, crate::domain::lang::Lang)> {
    let (name, lang): (String, String) = q(READER).bind(person).one(tx).await?;
    Ok((name, crate::domain::lang::Lang::parse(&lang).unwrap_or_default()))
}

/// Calls off whatever change of the person's own is waiting.
pub async fn call_off(actor: &Actor<Person>) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(END_ALL).bind(actor.person()).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}

/// What a link asks, of which mailbox, for whose account. [`Error::NotFound`] if it is no good (any more).
pub async fn asked_of(actor: &Actor<Visitor>, token: &str) -> Result<(Pending, Mailbox, String)> {
    let statement = q(ASKED_OF).bind(random::fingerprint(token)).bind(actor.now());
    let row: AskedRow = statement.one(&mut actor.reader().await?).await?;
    let (mailbox, username) = (row.mailbox(), row.username.clone());
    Ok((row.pending(), mailbox, username))
}

/// One mailbox confirms; with the second the address changes. Again does no harm while the other is missing.
pub async fn confirm(actor: &Actor<Visitor>, token: &str) -> Result<(Mailbox, Confirmed)> {
    let (pending, mailbox, _) = asked_of(actor, token).await?;
    let now = actor.now();
    let hold = if mailbox == Mailbox::New { CONFIRM_NEW } else { CONFIRM_FORMER };
    let mut tx = actor.begin().await?;
    if q(hold).bind(&pending.id).bind(now).run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let row: AskedRow = q(ASKED_OF).bind(random::fingerprint(token)).bind(now).one(&mut tx).await?;
    let both = row.former_confirmed_at.is_some() && row.address_confirmed_at.is_some();
    if both {
        settle(actor, &mut tx, &row).await?;
    }
    tx.commit().await?;
    Ok((mailbox, if both { Confirmed::Both } else { Confirmed::Half }))
}

/// Both have confirmed: the address changes, and both mailboxes are told.
async fn settle(actor: &Actor<Visitor>, tx: &mut Tx, row: &AskedRow) -> Result<()> {
    let now = actor.now();
    q(END).bind(&row.address_change_id).bind(now).run(tx).await?;
    let (name, lang) = reader(tx, &row.person_id).await?;
    // Before: the letter to a person goes where they are read at that moment.
    let former = Recipient::Address { name: &name, address: &row.former, lang };
    tx.post(now, former, |lang| letters::address_changed(lang, &row.username, &row.address, now)).await?;
    if q(MOVE).bind(&row.person_id).bind(&row.address).bind(now).bind(&row.former).run(tx).await? == 0 {
        return Err(Error::NotFound);
    }
    q(DEAD_LINKS).bind(&row.person_id).bind(now).run(tx).await?;
    tx.post(now, Recipient::Person(&row.person_id), |lang| letters::address_changed(lang, &row.username, &row.address, now)).await?;
    moved(actor, tx, &row.person_id, (&row.former, &row.address), "").await
}

async fn moved<R: Doing>(actor: &Actor<R>, tx: &mut Tx, person: &PersonId, from_to: (&str, &str), reason: &str) -> Result<()> {
    let (from, to) = from_to;
    let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    actor.record(tx, Deed::new(Kind::AddressChanged).to(person).detail(format!("{from} → {to}{reason}"))).await
}

/// One mailbox stops the change.
pub async fn stop(actor: &Actor<Visitor>, token: &str) -> Result<()> {
    let (pending, ..) = asked_of(actor, token).await?;
    let mut tx = actor.begin().await?;
    match q(END).bind(&pending.id).bind(actor.now()).run(&mut tx).await? {
        1 => tx.commit().await,
        _ => Err(Error::NotFound),
    }
}

/// The segreteria changes an address for somebody who cannot read the former mailbox any more. The reason is recorded, and
/// both mailboxes are told; links sent before open nothing. Whether the address has the shape of one is checked here.
pub async fn correct(actor: &Actor<Secretariat>, person: &PersonId, address: &str, reason: &str) -> Result<Result<(), NotMoved>> {
    let (address, now) = (address.trim().to_lowercase(), actor.now());
    if !is_address(&address) {
        return Ok(Err(NotMoved::Shape));
    }
    let mut tx = actor.begin_on(HOLD, person).await?;
    let (username, former): (String, String) = q(PRESENT).bind(person).one(&mut tx).await?;
    if former == address {
        return Ok(Err(NotMoved::Same));
    }
    tx.post(now, Recipient::Person(person), |lang| letters::address_changed(lang, &username, &address, now)).await?;
    if q(CORRECT).bind(person).bind(&address).run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    q(END_ALL).bind(person).bind(now).run(&mut tx).await?;
    q(DEAD_LINKS).bind(person).bind(now).run(&mut tx).await?;
    tx.post(now, Recipient::Person(person), |lang| letters::address_changed(lang, &username, &address, now)).await?;
    moved(actor, &mut tx, person, (&former, &address), reason).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
