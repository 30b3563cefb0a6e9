//! Delivery: letters leave one by one, each under a lease, and are tried again until they are taken or given up.
//!
//! At least once: a server that dies between the carrier's yes and the mark here has the letter sent again, under the same
//! Message-ID.

use sqlx::FromRow;

use super::{digest, from_json};
use crate::domain::delivery::{LEASE, wait};
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::{Db, Tx, q};
use crate::platform::jobs::Turn;
use crate::platform::mail::{self, Addressed, Fault, FaultKind, Pen, Reader, Round, Sealed};
use crate::platform::{Error, Result};

/// `$2`: leases taken before this instant are of the dead.
const DUE: &str = "\
    select letter_id from letter \
    where sent_at is null and failed_at is null and due_at <= $1 and digest_id is null and (taken_at is null or taken_at <= $2) \
    order by due_at, letter_id limit $3";
/// Whoever moves the row has the letter. The attempt is counted now: a letter that kills its server is given up too. `holds`: others
/// that go out with it.
const TAKE: &str = "\
    update letter set taken_at = $2, attempts = attempts + 1 \
    where letter_id = $1 and sent_at is null and failed_at is null and due_at <= $2 and digest_id is null \
      and (taken_at is null or taken_at <= $3) \
    returning letter_id, person_id, address, name, content, posted_at, attempts, \
        (select count(*) from letter held where held.digest_id = letter.letter_id) as holds";
const SENT: &str = "\
    update letter set sent_at = $2, taken_at = null, fault = null, content = case when secret then null else content end \
    where letter_id = $1 and sent_at is null";
/// What a digest holds went out with it.
const SENT_WITH: &str = "update letter set sent_at = $2 where digest_id = $1 and sent_at is null";
const AGAIN: &str = "update letter set due_at = $3, taken_at = null, fault = $4 where letter_id = $1 and taken_at = $2";
const GIVEN_UP: &str = "update letter set failed_at = $3, taken_at = null, fault = $4 where letter_id = $1 and taken_at = $2";
const GIVEN_UP_WITH: &str = "update letter set failed_at = $2, fault = $3 where digest_id = $1 and sent_at is null and failed_at is null";

/// Letters listed at once.
const BATCH: u32 = 50;

#[derive(FromRow)]
struct TakenRow {
    letter_id: LetterId,
    person_id: Option<PersonId>,
    address: String,
    name: String,
    content: Option<String>,
    posted_at: Moment,
    attempts: i64,
    holds: i64,
}

/// A letter that the carrier took.
struct Brought {
    id: LetterId,
    at: Moment,
    holds: bool,
}

/// Sends what is due, and says how many letters left. One that fails waits; a carrier that takes none ends the run.
pub async fn deliver(turn: Turn, pen: Pen) -> Result<u64> {
    digest::gather(&turn, pen).await?;
    let mut postman = Postman { turn, pen, round: None, brought: None, sent: 0 };
    let walked = postman.walk().await;
    // Whatever ended the walk: what was brought is written down.
    let written = postman.write_down().await;
    let outcome = walked.and(written);
    let Postman { round, sent, .. } = postman;
    if let Some(round) = round {
        round.end().await;
    }
    outcome.map(|()| sent)
}

struct Postman {
    turn: Turn,
    pen: Pen,
    round: Option<Round>,
    /// The last letter that the carrier took, and when: written down together with taking the next one, or at the end.
    brought: Option<Brought>,
    sent: u64,
}

impl Postman {
    async fn walk(&mut self) -> Result<()> {
        loop {
            self.write_down().await?;
            let now = self.turn.clock.now();
            let due = q(DUE).bind(now).bind(now.plus_minutes(-LEASE)).bind(i64::from(BATCH));
            let due: Vec<(LetterId,)> = due.all(&mut self.turn.db.reader().await?).await?;
            let are_all = due.len() < BATCH as usize;
            for (id,) in due {
                let now = self.turn.clock.now();
                let Some(taken) = take(&self.turn.db, &id, now, self.brought.take()).await? else { continue };
                match self.bring(&taken).await {
                    Ok(()) => {
                        self.brought = Some(Brought { id, at: self.turn.clock.now(), holds: taken.holds > 0 });
                        self.sent += 1;
                    }
                    Err(fault) => {
                        put_off(&self.turn.db, &taken, now, &fault).await?;
                        if fault.kind == FaultKind::Carrier {
                            tracing::warn!(fault = fault.said, "letters wait: the mail carrier takes none");
                            return Ok(());
                        }
                    }
                }
            }
            // Whatever was posted meanwhile rings again.
            if are_all {
                return Ok(());
            }
        }
    }

    async fn write_down(&mut self) -> Result<()> {
        let Some(brought) = self.brought.take() else { return Ok(()) };
        let mut tx = self.turn.db.begin().await?;
        mark_sent(&mut tx, &brought).await?;
        tx.commit().await
    }

    async fn bring(&mut self, taken: &TakenRow) -> std::result::Result<(), Fault> {
        let sealed = self.seal(taken).map_err(|error| match error {
            Sealing::Fault(fault) => fault,
            Sealing::Defect(error) => Fault::new(FaultKind::Refused, error.to_string()),
        })?;
        let was_out = self.round.as_ref().is_some_and(Round::goes_on);
        match self.carry(&sealed).await {
            // A server may close a line that it finds too old: once more on a fresh one.
            Err(fault) if fault.kind == FaultKind::Carrier && was_out => self.carry(&sealed).await,
            outcome => outcome,
        }
    }

    async fn carry(&mut self, sealed: &Sealed) -> std::result::Result<(), Fault> {
        let mut round = match self.round.take() {
            Some(round) if round.goes_on() => round,
            _ => self.turn.carrier.set_out().await?,
        };
        let outcome = round.carry(sealed).await;
        self.round = Some(round);
        outcome
    }

    fn seal(&self, taken: &TakenRow) -> std::result::Result<Sealed, Sealing> {
        let gone = || Sealing::Defect(Error::Bug("a letter without content".into()));
        let letter = from_json(taken.content.as_deref().ok_or_else(gone)?).map_err(Sealing::Defect)?;
        let reader = Reader { name: &taken.name, has_account: taken.person_id.is_some() };
        let parts = (self.pen.write)(&letter, &reader, &self.turn.config);
        let TakenRow { letter_id: id, posted_at, name, address, .. } = taken;
        let addressed = Addressed { id, posted: *posted_at, name, address, letter: &letter };
        mail::seal(&addressed, parts, &self.turn.config).map_err(Sealing::Fault)
    }
}

enum Sealing {
    Fault(Fault),
    Defect(Error),
}

/// The letter, if nobody else has it; the one brought before is written down.
async fn take(db: &Db, id: &LetterId, now: Moment, brought: Option<Brought>) -> Result<Option<TakenRow>> {
    let mut tx = db.begin().await?;
    if let Some(before) = brought {
        mark_sent(&mut tx, &before).await?;
    }
    let taken = q(TAKE).bind(id).bind(now).bind(now.plus_minutes(-LEASE)).optional(&mut tx).await?;
    tx.commit().await?;
    Ok(taken)
}

async fn mark_sent(tx: &mut Tx, brought: &Brought) -> Result<()> {
    q(SENT).bind(&brought.id).bind(brought.at).run(tx).await?;
    if brought.holds {
        q(SENT_WITH).bind(&brought.id).bind(brought.at).run(tx).await?;
    }
    Ok(())
}

/// `taken_at` is the instant of the lease: who lost it meanwhile changes nothing.
async fn put_off(db: &Db, letter: &TakenRow, taken_at: Moment, fault: &Fault) -> Result<()> {
    let (id, text) = (&letter.letter_id, fault.to_text());
    let mut tx = db.begin().await?;
    match wait(letter.attempts).filter(|_| !fault.kind.is_final()) {
        Some(minutes) => {
            q(AGAIN).bind(id).bind(taken_at).bind(taken_at.plus_minutes(minutes)).bind(text).run(&mut tx).await?;
        }
        None => {
            if q(GIVEN_UP).bind(id).bind(taken_at).bind(taken_at).bind(&text).run(&mut tx).await? == 1 {
                tracing::warn!(letter = %id, fault = text, "a letter is given up");
                q(GIVEN_UP_WITH).bind(id).bind(taken_at).bind(text).run(&mut tx).await?;
            }
        }
    }
    tx.commit().await
}
