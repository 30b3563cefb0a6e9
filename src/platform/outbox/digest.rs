//! Letters gathered: for who wants one a day, those that are due go into one. A single one goes as it is, and secret ones
//! and invitations never wait.

use sqlx::FromRow;

use super::{Reader, from_json, to_json};
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::jobs::Turn;
use crate::platform::mail::Pen;

/// Whoever has several letters that nobody tried to send yet. One that holds others waits as it is: a carrier that was out of
/// order may have left it here.
const READERS: &str = "\
    select l.person_id from letter l join person p on p.person_id = l.person_id and p.letters = 'daily' and p.erased_at is null \
    where l.sent_at is null and l.failed_at is null and l.due_at <= $1 and l.digest_id is null and l.attempts = 0 and l.secret = false \
      and coalesce(l.invites, false) = false \
      and not exists (select held.letter_id from letter held where held.digest_id = l.letter_id) \
    group by l.person_id having count(*) > 1";
const HOLD: &str = "update person set letters = letters where person_id = $1 and letters = 'daily'";
const READER: &str = "select name, email, coalesce(lang, 'it') from person where person_id = $1";
const GATHER: &str = "\
    update letter set digest_id = $2 \
    where person_id = $1 and sent_at is null and failed_at is null and due_at <= $3 and digest_id is null and attempts = 0 \
      and secret = false and coalesce(invites, false) = false and letter_id <> $2 \
      and not exists (select held.letter_id from letter held where held.digest_id = letter.letter_id)";
const GATHERED: &str = "select content from letter where digest_id = $1 order by posted_at, letter_id";
const WRITE: &str = "update letter set subject = $2, content = $3 where letter_id = $1";

#[derive(FromRow)]
struct Content {
    content: String,
}

pub(super) async fn gather(turn: &Turn, pen: Pen) -> Result<()> {
    let readers: Vec<(PersonId,)> = q(READERS).bind(turn.now).all(&mut turn.db.reader().await?).await?;
    for (person,) in readers {
        let mut tx = turn.db.begin().await?;
        if q(HOLD).bind(&person).run(&mut tx).await? == 1 && put_together(&mut tx, turn, pen, &person).await? {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Whether there was anything to put together: another server may have been first.
async fn put_together(tx: &mut Tx, turn: &Turn, pen: Pen, person: &PersonId) -> Result<bool> {
    let (name, address, lang): (String, String, String) = q(READER).bind(person).one(tx).await?;
    let reader = Reader { person: Some(person.clone()), name, address, lang: Lang::parse(&lang).unwrap_or_default(), is_daily: true };
    let empty = (pen.gather)(Vec::new());
    let id: LetterId = tx.put(turn.now, turn.now, &reader, &empty).await?;
    // In one statement, so that none of them is on its way already; then they are read.
    if q(GATHER).bind(person).bind(&id).bind(turn.now).run(tx).await? < 2 {
        return Ok(false);
    }
    let rows: Vec<Content> = q(GATHERED).bind(&id).all(tx).await?;
    let letters = rows.iter().map(|row| from_json(&row.content)).collect::<Result<Vec<Letter>>>()?;
    let digest = (pen.gather)(letters);
    q(WRITE).bind(&id).bind(&digest.subject).bind(to_json(&digest)?).run(tx).await?;
    Ok(true)
}
