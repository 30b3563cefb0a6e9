//! Attempts slowed down: one subject by a delay that doubles, one client by how many different subjects it has tried.
//!
//! ```ignore
//! let attempt = throttle::admit(&actor, Trying::SignIn, username).await?;   // Error::TooMany: 429 with Retry-After
//! if right { attempt.succeeded(&actor).await? }                             // a failure needs no further call
//! ```
//! An attempt counts as failed before it is known to be, so that a hundred at once do not slip through together; one that
//! is refused counts for nothing. Names that nobody has are counted like all others. Where somebody has succeeded before, as
//! from their own office, they have a count of their own: neither an attacker elsewhere nor a colleague's forgotten password
//! shuts them out. All of it is in the database, hashed: servers share it.

use super::Actor;
use crate::domain::moment::Moment;
use crate::platform::db::{Db, Tx, q};
use crate::platform::{Error, Result, random};

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trying {
    /// Subject: the username or address typed.
    SignIn,
    /// Subject: the username or address typed. Every request counts: none "succeeds".
    Reset,
    /// Subject: the address typed. Every request counts.
    Registration,
    /// Subject: the code typed by a visitor (few different ones per client), or the person whose second factor is asked.
    Code,
    /// Subject: the person who gives their present password again.
    Password,
    /// Subject: the person who enters the code of a giornata. A whole room sits behind one address.
    Presence,
}

/// How much is let through.
struct Rule {
    name: &'static str,
    /// Failures in a row before anybody waits.
    free: i64,
    /// Seconds of the first wait; each further failure doubles it.
    first: i64,
    /// Seconds of the longest wait.
    longest: i64,
    /// Different subjects that one client may fail on within [`WINDOW`]: a town hall has thirty people behind one address.
    subjects: i64,
}

/// Minutes over which the subjects of a client are counted.
const WINDOW: i64 = 60;
/// Minutes after which failures are forgotten.
const FORGET: i64 = 24 * 60;
/// Minutes for which a client at which somebody succeeded stays known for them.
const KNOWN: i64 = 30 * 24 * 60;

impl Trying {
    const fn rule(self) -> Rule {
        match self {
            Trying::SignIn => Rule { name: "sign-in", free: 5, first: 30, longest: 30 * 60, subjects: 60 },
            Trying::Reset => Rule { name: "reset", free: 3, first: 5 * 60, longest: 60 * 60, subjects: 60 },
            Trying::Registration => Rule { name: "registration", free: 5, first: 5 * 60, longest: 60 * 60, subjects: 100 },
            Trying::Code => Rule { name: "code", free: 5, first: 30, longest: 30 * 60, subjects: 30 },
            Trying::Presence => Rule { name: "presence", free: 5, first: 30, longest: 10 * 60, subjects: 300 },
            Trying::Password => Rule { name: "password", free: 5, first: 30, longest: 30 * 60, subjects: 60 },
        }
    }
}

/// The pair of client and subject: held first, so that the same two do not race.
const HOLD_PAIR: &str = "\
    insert into client_attempt (kind, client, subject, tried_at) values ($1, $2, $3, $4) \
    on conflict (kind, client, subject) do update set tried_at = excluded.tried_at";
const IS_KNOWN: &str = "\
    select count(*) from client_attempt where kind = $1 and client = $2 and subject = $3 and coalesce(succeeded_at, 0) > $4";
const HOLD: &str = "\
    insert into attempt (kind, subject, failures, last_at) values ($1, $2, 0, $3) \
    on conflict (kind, subject) do update set failures = attempt.failures";
const STANDS: &str = "select failures, last_at from attempt where kind = $1 and subject = $2";
/// The last but so many of the other subjects on which this client has failed.
const NTH_SUBJECT: &str = "\
    select tried_at from client_attempt \
    where kind = $1 and client = $2 and subject <> $3 and coalesce(succeeded_at, 0) < tried_at and tried_at > $4 \
    order by tried_at desc limit 1 offset $5";
const COUNT: &str = "update attempt set failures = $3, last_at = $4 where kind = $1 and subject = $2";
const WAIT_FROM: &str = "update attempt set last_at = $3 where kind = $1 and subject = $2";
const SUCCEEDED: &str = "update client_attempt set succeeded_at = $4 where kind = $1 and client = $2 and subject = $3";
const FORGIVE: &str = "delete from attempt where kind = $1 and subject = $2";
const PURGE: &str = "delete from attempt where last_at < $1";
const PURGE_CLIENTS: &str = "delete from client_attempt where tried_at < $1 and coalesce(succeeded_at, 0) < $2";

/// An attempt that was let through, and counts as failed until it says otherwise.
#[derive(Debug)]
#[must_use]
pub struct Attempt {
    kind: &'static str,
    client: String,
    /// What was typed, and whose failures are counted: the two differ for a client that is known.
    typed: String,
    counted: String,
}

/// Lets an attempt through and counts it, or says when the next one will be: [`Error::TooMany`]. `subject` is taken without
/// regard to case and outer spaces.
pub async fn admit<R>(actor: &Actor<R>, trying: Trying, subject: &str) -> Result<Attempt> {
    let (rule, now) = (trying.rule(), actor.now());
    let client = actor.client().map(network);
    let typed = random::fingerprint(&subject.trim().to_lowercase());
    let place = random::fingerprint(client.as_deref().unwrap_or_default());
    let mut tx = actor.begin().await?;
    q(HOLD_PAIR).bind(rule.name).bind(&place).bind(&typed).bind(now).run(&mut tx).await?;
    let since = now.plus_minutes(-KNOWN);
    let known = q(IS_KNOWN).bind(rule.name).bind(&place).bind(&typed).bind(since).count(&mut tx).await? > 0 && client.is_some();
    let counted = if known { random::fingerprint(&format!("{typed} {place}")) } else { typed.clone() };
    let attempt = Attempt { kind: rule.name, client: place, typed, counted };
    let failures = attempt.failures(&rule, &mut tx, now).await?;
    let crowded = attempt.crowded(&rule, &mut tx, now).await?;
    if let Some(until) = crowded.filter(|_| !known && client.is_some()) {
        return Err(Error::TooMany(until));
    }
    q(COUNT).bind(rule.name).bind(&attempt.counted).bind(failures + 1).bind(now).run(&mut tx).await?;
    tx.commit().await?;
    Ok(attempt)
}

impl Attempt {
    /// Failures in a row so far, or when the wait after the last one is over.
    async fn failures(&self, rule: &Rule, tx: &mut Tx, now: Moment) -> Result<i64> {
        q(HOLD).bind(self.kind).bind(&self.counted).bind(now).run(tx).await?;
        let (failures, last): (i64, i64) = q(STANDS).bind(self.kind).bind(&self.counted).one(tx).await?;
        let last = Moment::from_millis(last);
        if now.minutes_since(last) >= FORGET {
            return Ok(0);
        }
        let until = Moment::from_millis(last.millis() + wait(rule, failures) * 1000);
        if until > now { Err(Error::TooMany(until)) } else { Ok(failures) }
    }

    /// When this client may go on, if it has tried too many different subjects.
    async fn crowded(&self, rule: &Rule, tx: &mut Tx, now: Moment) -> Result<Option<Moment>> {
        let statement = q(NTH_SUBJECT).bind(self.kind).bind(&self.client).bind(&self.typed).bind(now.plus_minutes(-WINDOW));
        let nth: Option<(i64,)> = statement.bind(rule.subjects - 1).optional(tx).await?;
        Ok(nth.map(|(at,)| Moment::from_millis(at).plus_minutes(WINDOW)))
    }

    /// It was wrong: the wait begins only now, when the answer goes out. Not needed for it to count.
    pub async fn failed(self, tx: &mut Tx, now: Moment) -> Result<()> {
        q(WAIT_FROM).bind(self.kind).bind(&self.counted).bind(now).run(tx).await?;
        Ok(())
    }

    /// It was right after all: the failures are forgiven, and this client is known for the subject from now on.
    pub async fn succeeded<R>(self, actor: &Actor<R>) -> Result<()> {
        let mut tx = actor.begin().await?;
        q(SUCCEEDED).bind(self.kind).bind(&self.client).bind(&self.typed).bind(actor.now()).run(&mut tx).await?;
        q(FORGIVE).bind(self.kind).bind(&self.counted).run(&mut tx).await?;
        tx.commit().await
    }
}

/// Forgives all failures on a subject: its owner has shown another way who they are.
pub async fn forgive(tx: &mut Tx, trying: Trying, subject: &str) -> Result<()> {
    let typed = random::fingerprint(&subject.trim().to_lowercase());
    q(FORGIVE).bind(trying.rule().name).bind(typed).run(tx).await?;
    Ok(())
}

/// Seconds to wait after so many failures in a row.
fn wait(rule: &Rule, failures: i64) -> i64 {
    match failures - rule.free {
        ..0 => 0,
        beyond => rule.first.saturating_mul(1 << beyond.min(20)).min(rule.longest),
    }
}

/// One client: an address, or for IPv6 the network of a household or an office, which has many.
fn network(address: std::net::IpAddr) -> String {
    match address.to_canonical() {
        std::net::IpAddr::V4(v4) => v4.to_string(),
        std::net::IpAddr::V6(v6) => v6.segments()[..4].iter().map(|s| format!("{s:x}:")).collect(),
    }
}

/// Forgets what counts no more. Twice does no harm.
pub async fn purge(db: Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let day = now.plus_minutes(-FORGET);
    let gone = q(PURGE).bind(day).run(&mut tx).await? + q(PURGE_CLIENTS).bind(day).bind(now.plus_minutes(-KNOWN)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_longest() {
        let rule = Trying::SignIn.rule();
        let waits: Vec<i64> = [0, 4, 5, 6, 7, 8, 10, 11, 12, 1000].iter().map(|n| wait(&rule, *n)).collect();
        assert_eq!(waits, [0, 0, 30, 60, 120, 240, 960, 1800, 1800, 1800]);
    }

    #[test]
    fn the_addresses_of_one_network_are_one_client() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("203.0.113.1"), of("203.0.113.2"));
        assert_eq!(of("::ffff:203.0.113.1"), of("203.0.113.1"));
    }
}
