//! Mailings carried on: a job writes the messages batch by batch. Whoever holds the mailing has the next batch, so that two
//! servers write to nobody twice.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, EnteId, LetterId, MailingId, PersonId};
use crate::domain::lang::Lang;
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::jobs::Turn;
use crate::platform::outbox::Recipient;
use crate::secretariat::mailings::{Outcome, letters};
use crate::{enti, programme};

const OPEN: &str = "\
    select mailing_id, edition_id, made_by, coalesce(paragraph, '') as paragraph from mailing \
    where ended_at is null and edition_id is not null order by made_at, mailing_id limit 1";
const HOLD: &str = "update mailing set touched = touched + 1 where mailing_id = $1 and ended_at is null";
/// What may have changed since it was planned is looked at again.
const WAITING: &str = "\
    select e.ente_id, e.kind, e.name, e.province, coalesce(e.pec, '') as address, coalesce(a.state, '') as state, e.ended_on \
    from mailing_ente m join ente e on e.ente_id = m.ente_id left join adhesion a on a.ente_id = e.ente_id and a.edition_id = $2 \
    where m.mailing_id = $1 and m.done_at is null order by e.search, e.province, e.ente_id limit $3";
const DONE: &str = "\
    update mailing_ente set done_at = $3, outcome = $4, letter_id = $5 where mailing_id = $1 and ente_id = $2 and done_at is null";
const END: &str = "update mailing set ended_at = $2 where mailing_id = $1";

/// Enti of one transaction: nobody who writes meanwhile waits for long.
const BATCH: i64 = 25;
/// Batches of one run; then the messages leave, and the next run goes on.
const BATCHES: usize = 8;

#[derive(FromRow)]
struct Open {
    mailing_id: MailingId,
    edition_id: EditionId,
    made_by: PersonId,
    paragraph: String,
}

#[derive(FromRow)]
struct Waiting {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    address: String,
    state: String,
    ended_on: Option<String>,
}

/// Writes the next messages, at most [`BATCH`] × [`BATCHES`], and says how many enti are done with. Twice does no harm.
pub async fn carry_on(turn: Turn) -> Result<u64> {
    let mut done = 0;
    for _ in 0..BATCHES {
        let open: Option<Open> = q(OPEN).optional(&mut turn.db.reader().await?).await?;
        let Some(open) = open else { break };
        // In the name of whoever began it.
        let keeper = Actor::housekeeper(turn.db.clone(), turn.now);
        let actor = keeper.stand_in(Housekeeper::secretariat(open.made_by.clone()), turn.now);
        let edition = programme::one(&actor, &open.edition_id).await?.edition;
        done += batch(&actor, &open, &edition).await?;
    }
    Ok(done)
}

async fn batch(actor: &Actor<Secretariat>, open: &Open, edition: &Edition) -> Result<u64> {
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(&open.mailing_id).run(&mut tx).await? == 0 {
        return Ok(0);
    }
    let waiting: Vec<Waiting> = q(WAITING).bind(&open.mailing_id).bind(&edition.id).bind(BATCH).all(&mut tx).await?;
    if waiting.is_empty() {
        q(END).bind(&open.mailing_id).bind(actor.now()).run(&mut tx).await?;
    }
    for ente in &waiting {
        let (outcome, letter) = write(actor, &mut tx, (open, edition), ente).await?;
        let done = q(DONE).bind(&open.mailing_id).bind(&ente.ente_id).bind(actor.now()).bind(outcome.as_str());
        done.bind(letter.as_ref()).run(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(waiting.len() as u64)
}

/// The ente is invited to the edition, if nobody had asked it yet, and is told so.
async fn write(
    actor: &Actor<Secretariat>,
    tx: &mut Tx,
    (open, edition): (&Open, &Edition),
    to: &Waiting,
) -> Result<(Outcome, Option<LetterId>)> {
    match () {
        () if to.state == "withdrawn" => return Ok((Outcome::Withdrawn, None)),
        () if to.ended_on.as_ref().is_some_and(|day| *day <= actor.now().day().to_string()) => return Ok((Outcome::Outside, None)),
        () if to.address.is_empty() => return Ok((Outcome::NoAddress, None)),
        () => {}
    }
    enti::invite_in(actor, tx, &edition.id, &to.ente_id).await?;
    let ente = EnteName { id: to.ente_id.clone(), kind: to.kind.clone(), name: to.name.clone(), province: to.province.clone() };
    // An office has no name to be greeted by: the subject says whom it is for.
    let reader = Recipient::Address { name: "", address: &to.address, lang: Lang::It };
    let letter = tx.post_known(actor.now(), reader, |_| letters::invitation(&ente, edition, &open.paragraph)).await?;
    Ok((Outcome::Sent, letter))
}
