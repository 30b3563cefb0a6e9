//! Answers whose day has passed: whoever looks after them is told, once for each day that passes.

use super::super::letters;
use super::day;
use crate::domain::ids::{FaqId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::{Db, q};
use crate::platform::outbox::Recipient;

const EXPIRED: &str = "\
    select f.faq_id, f.owner_id, v.question, f.review_on from faq f \
    join faq_version v on v.faq_id = f.faq_id and v.version = f.version \
    where f.review_on < $1 and f.told_at is null and f.owner_id is not null order by f.faq_id";
const TELL: &str = "update faq set told_at = $2 where faq_id = $1 and told_at is null and review_on < $3 and version is not null";

/// How many were told of.
pub async fn tell_expired(db: Db, now: Moment) -> Result<u64> {
    let rows: Vec<(FaqId, PersonId, String, String)> = q(EXPIRED).bind(now.day()).all(&mut db.reader().await?).await?;
    let mut told = 0;
    for (id, owner, question, review_on) in rows {
        let review_on = day(&review_on)?;
        let mut tx = db.begin().await?;
        if q(TELL).bind(&id).bind(now).bind(now.day()).run(&mut tx).await? == 1 {
            tx.post(now, Recipient::Person(&owner), |lang| letters::expired(lang, (&id, &question), review_on)).await?;
            told += 1;
        }
        tx.commit().await?;
    }
    Ok(told)
}
