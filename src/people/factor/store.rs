//! Factors, recovery codes and sign-ins that wait for a code, in the database.

use sqlx::FromRow;

use super::letters;
use super::{Needed, Pending, Refusal, Standing};
use crate::access::roles::Doing;
use crate::access::{Actor, Housekeeper, Person, RoleName, Visitor, password};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::one_time_code::{RECOVERY_CODES, RECOVERY_LENGTH, Shared, Typed};
use crate::platform::db::{AsConn, Db, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

/// Minutes between the password and the code.
const PATIENCE: i64 = 15;

const HAS: &str = "select count(*) from factor where person_id = $1";
const ROLES: &str = "\
    select distinct role from appointment where person_id = $1 and starts_on <= $2 and coalesce(ends_on, $2) >= $2";
const WAIT: &str = "\
    insert into pending_sign_in (token_hash, person_id, ente_id, back, created_at) values ($1, $2, $3, $4, $5)";
const WAITING: &str = "\
    select w.person_id, p.username, w.ente_id, w.back, cast(case when f.person_id is null then 0 else 1 end as bigint) as has_factor \
    from pending_sign_in w join person p on p.person_id = w.person_id and p.disabled_at is null \
    left join factor f on f.person_id = w.person_id where w.token_hash = $1 and w.created_at > $2";
/// One use: whoever deletes the row goes on.
const TAKE: &str = "delete from pending_sign_in where token_hash = $1 and created_at > $2";
const FORGET: &str = "delete from pending_sign_in where person_id = $1";
const PURGE: &str = "delete from pending_sign_in where created_at <= $1";

/// Whoever holds the row alone judges a code.
const HOLD: &str = "update factor set last_step = last_step where person_id = $1";
const SHARED: &str = "select secret, last_step from factor where person_id = $1";
const ACCEPT: &str = "update factor set last_step = $2 where person_id = $1 and last_step < $2";
const USE_RECOVERY: &str = "\
    update recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null";
const LEFT: &str = "select count(*) from recovery_code where person_id = $1 and used_at is null";
const BEGIN: &str = "\
    insert into factor (person_id, secret, confirmed_at, last_step) values ($1, $2, $3, $4) on conflict (person_id) do nothing";
const DROP_CODES: &str = "delete from recovery_code where person_id = $1";
const ADD_CODE: &str = "insert into recovery_code (code_hash, person_id, made_at) values ($1, $2, $3)";
const END: &str = "delete from factor where person_id = $1";
const PROVE: &str = "update session set proven_at = $2 where session_id = $1";
const UNPROVE: &str = "update session set proven_at = null where person_id = $1";
const STANDING: &str = "\
    select f.confirmed_at, (select count(*) from recovery_code r where r.person_id = f.person_id and r.used_at is null) as codes_left \
    from factor f where f.person_id = $1";
const PASSWORD: &str = "select password_hash from person where person_id = $1";
const USERNAME: &str = "select username from person where person_id = $1";
const BY_USERNAME: &str = "select person_id from person where username = $1";

/// What is asked of this person after the password. `required`: the roles that nobody takes up without a factor.
pub async fn needed(on: &mut impl AsConn, person: &PersonId, required: &[RoleName], now: Moment) -> Result<Needed> {
    if q(HAS).bind(person).count(on).await? > 0 {
        return Ok(Needed::Code);
    }
    Ok(if holds_one_of(on, person, required, now).await? { Needed::Enrolment } else { Needed::Nothing })
}

async fn holds_one_of(on: &mut impl AsConn, person: &PersonId, required: &[RoleName], now: Moment) -> Result<bool> {
    let roles: Vec<(String,)> = q(ROLES).bind(person).bind(now.day()).all(on).await?;
    Ok(roles.iter().filter_map(|(role,)| RoleName::parse(role)).any(|role| required.contains(&role)))
}

/// Notes that somebody has shown the first factor. Returns what their browser is to carry.
pub async fn wait(actor: &Actor<Visitor>, person: &PersonId, prefer: Option<&EnteId>, back: &str) -> Result<String> {
    let token = random::token();
    let mut tx = actor.begin().await?;
    let row = q(WAIT).bind(random::fingerprint(&token)).bind(person).bind(prefer).bind(back).bind(actor.now());
    row.run(&mut tx).await?;
    tx.commit().await?;
    Ok(token)
}

#[derive(FromRow)]
struct WaitingRow {
    person_id: PersonId,
    username: String,
    ente_id: Option<EnteId>,
    back: String,
    has_factor: i64,
}

/// Who waits behind the token of a browser; none when it was used, is too old, or was never given.
pub async fn waiting(actor: &Actor<Visitor>, token: &str) -> Result<Option<Pending>> {
    let row: Option<WaitingRow> =
        q(WAITING).bind(random::fingerprint(token)).bind(oldest(actor.now())).optional(&mut actor.reader().await?).await?;
    Ok(row.map(|row| Pending {
        person: row.person_id,
        username: row.username,
        needed: if row.has_factor > 0 { Needed::Code } else { Needed::Enrolment },
        prefer: row.ente_id,
        back: row.back,
    }))
}

fn oldest(now: Moment) -> Moment {
    now.plus_minutes(-PATIENCE)
}

/// Judges the code of somebody who waits; the sign-in that waited is used up by a right one.
pub async fn pass(actor: &Actor<Visitor>, token: &str, person: &PersonId, typed: &Typed) -> Result<Result<(), Refusal>> {
    let mut tx = actor.begin_on(HOLD, person).await?;
    if !judge(actor, &mut tx, person, typed).await? {
        return Ok(Err(Refusal::Wrong));
    }
    take(&mut tx, token, actor.now()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn take(tx: &mut Tx, token: &str, now: Moment) -> Result<()> {
    match q(TAKE).bind(random::fingerprint(token)).bind(oldest(now)).run(tx).await? {
        1 => Ok(()),
        _ => Err(Error::Unsigned),
    }
}

/// Whether a code is the person's, new, and not used. The factor's row is held.
async fn judge<R: Doing>(actor: &Actor<R>, tx: &mut Tx, person: &PersonId, typed: &Typed) -> Result<bool> {
    match typed {
        Typed::Code(code) => {
            let (secret, last): (String, i64) = q(SHARED).bind(person).one(tx).await?;
            let shared = Shared::parse(&secret).ok_or_else(|| Error::Bug("a secret that cannot be read".into()))?;
            let Some(step) = shared.accepts(code, actor.now(), last) else { return Ok(false) };
            Ok(q(ACCEPT).bind(person).bind(step).run(tx).await? == 1)
        }
        Typed::Recovery(code) => {
            let used = q(USE_RECOVERY).bind(person).bind(random::fingerprint(code)).bind(actor.now()).run(tx).await?;
            if used == 1 {
                let left = q(LEFT).bind(person).count(tx).await?;
                tx.post(actor.now(), Recipient::Person(person), |lang| letters::recovery_used(lang, actor.now(), left)).await?;
                actor.record(tx, Deed::new(Kind::RecoveryCodeUsed).to(person)).await?;
            }
            Ok(used == 1)
        }
    }
}

/// The first factor of somebody who waits for it. Returns the recovery codes; they are known to nobody afterwards.
pub async fn begin_waiting(
    actor: &Actor<Visitor>,
    token: &str,
    person: &PersonId,
    (shared, typed): (&Shared, &Typed),
) -> Result<Result<Vec<String>, Refusal>> {
    let mut tx = actor.begin().await?;
    take(&mut tx, token, actor.now()).await?;
    let begun = begin(actor, &mut tx, person, (shared, typed)).await?;
    if begun.is_ok() {
        tx.commit().await?;
    }
    Ok(begun)
}

/// The first factor of somebody who is inside; this session counts as proven from now on.
pub async fn begin_own(actor: &Actor<Person>, shared: &Shared, typed: &Typed) -> Result<Result<Vec<String>, Refusal>> {
    let mut tx = actor.begin().await?;
    let begun = begin(actor, &mut tx, actor.person(), (shared, typed)).await?;
    if begun.is_ok() {
        q(PROVE).bind(actor.role().session()).bind(actor.now()).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(begun)
}

async fn begin<R: Doing>(
    actor: &Actor<R>,
    tx: &mut Tx,
    person: &PersonId,
    (shared, typed): (&Shared, &Typed),
) -> Result<Result<Vec<String>, Refusal>> {
    let Typed::Code(code) = typed else { return Ok(Err(Refusal::Wrong)) };
    let Some(step) = shared.accepts(code, actor.now(), 0) else { return Ok(Err(Refusal::Wrong)) };
    if q(BEGIN).bind(person).bind(shared.text()).bind(actor.now()).bind(step).run(tx).await? != 1 {
        // Begun in another window meanwhile: that one stands.
        return Err(Error::NotFound);
    }
    let codes = make_codes(tx, person, actor.now()).await?;
    q(FORGET).bind(person).run(tx).await?;
    tx.post(actor.now(), Recipient::Person(person), |lang| letters::begun(lang, actor.now())).await?;
    actor.record(tx, Deed::new(Kind::FactorBegun).to(person)).await?;
    Ok(Ok(codes))
}

/// Ten codes in place of those there were; only their fingerprints are kept.
async fn make_codes(tx: &mut Tx, person: &PersonId, now: Moment) -> Result<Vec<String>> {
    q(DROP_CODES).bind(person).run(tx).await?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| random::legible(RECOVERY_LENGTH)).collect();
    for code in &codes {
        q(ADD_CODE).bind(random::fingerprint(code)).bind(person).bind(now).run(tx).await?;
    }
    Ok(codes)
}

/// The factor of who asks; none if they have none.
pub async fn standing(actor: &Actor<Person>) -> Result<Option<Standing>> {
    let row: Option<(i64, i64)> = q(STANDING).bind(actor.person()).optional(&mut actor.reader().await?).await?;
    Ok(row.map(|(since, codes_left)| Standing { since: Moment::from_millis(since), codes_left }))
}

/// The username of who asks, as the telephone will show it.
pub async fn username(actor: &Actor<Person>) -> Result<String> {
    let (username,): (String,) = q(USERNAME).bind(actor.person()).one(&mut actor.reader().await?).await?;
    Ok(username)
}

/// Whether a role that the person holds requires a factor.
pub async fn is_required(actor: &Actor<Person>, required: &[RoleName]) -> Result<bool> {
    holds_one_of(&mut actor.reader().await?, actor.person(), required, actor.now()).await
}

/// New recovery codes for who shows a code.
pub async fn remake(actor: &Actor<Person>, typed: &Typed) -> Result<Result<Vec<String>, Refusal>> {
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    if !judge(actor, &mut tx, actor.person(), typed).await? {
        return Ok(Err(Refusal::Wrong));
    }
    let codes = make_codes(&mut tx, actor.person(), actor.now()).await?;
    actor.record(&mut tx, Deed::new(Kind::RecoveryCodesMade).to(actor.person())).await?;
    tx.commit().await?;
    Ok(Ok(codes))
}

/// Ends the factor of who shows password and code, unless a role of theirs requires it.
pub async fn end(actor: &Actor<Person>, typed: &Typed, secret: String, required: &[RoleName]) -> Result<Result<(), Refusal>> {
    if is_required(actor, required).await? {
        return Ok(Err(Refusal::Required));
    }
    let (kept,): (String,) = q(PASSWORD).bind(actor.person()).one(&mut actor.reader().await?).await?;
    if !password::verify(secret, Some(kept)).await? {
        return Ok(Err(Refusal::Password));
    }
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    if !judge(actor, &mut tx, actor.person(), typed).await? {
        return Ok(Err(Refusal::Wrong));
    }
    remove(&mut tx, actor.person()).await?;
    tx.post(actor.now(), Recipient::Person(actor.person()), |lang| letters::ended(lang, actor.now())).await?;
    actor.record(&mut tx, Deed::new(Kind::FactorEnded).to(actor.person())).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn remove(tx: &mut Tx, person: &PersonId) -> Result<u64> {
    q(DROP_CODES).bind(person).run(tx).await?;
    q(UNPROVE).bind(person).run(tx).await?;
    q(FORGET).bind(person).run(tx).await?;
    q(END).bind(person).run(tx).await
}

/// What came of taking somebody's factor away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removed {
    Done,
    /// They have none.
    None,
    /// Nobody has that username.
    Nobody,
}

/// Takes the factor away from who has lost telephone and codes: for the gestore and the command line.
pub async fn reset<R: Doing>(actor: &Actor<R>, username: &str) -> Result<Removed> {
    let mut tx = actor.begin().await?;
    let found: Option<(PersonId,)> = q(BY_USERNAME).bind(username.trim().to_lowercase()).optional(&mut tx).await?;
    let Some((person,)) = found else { return Ok(Removed::Nobody) };
    if remove(&mut tx, &person).await? == 0 {
        return Ok(Removed::None);
    }
    tx.post(actor.now(), Recipient::Person(&person), |lang| letters::reset(lang, actor.now())).await?;
    actor.record(&mut tx, Deed::new(Kind::FactorReset).to(&person)).await?;
    tx.commit().await?;
    Ok(Removed::Done)
}

/// A factor as if its owner had begun it, for tests and demonstrations: what their telephone would know.
pub async fn give(actor: &Actor<Housekeeper>, person: &PersonId) -> Result<Shared> {
    let shared = Shared::new(random::shared_secret());
    let mut tx = actor.begin().await?;
    let begun = q(BEGIN).bind(person).bind(shared.text()).bind(actor.now()).bind(0_i64);
    if begun.run(&mut tx).await? != 1 {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(shared)
}

/// Something to begin with.
pub fn offer(account: &str) -> super::Offer {
    super::Offer { shared: Shared::new(random::shared_secret()), account: account.to_owned() }
}

/// Forgets sign-ins that nobody finished. Twice does no harm.
pub async fn purge(db: Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let gone = q(PURGE).bind(oldest(now)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone)
}
