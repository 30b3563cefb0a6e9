//! What waits, counted in one statement.

use sqlx::FromRow;

use super::Waiting;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EditionId, Id};
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::q;

/// `$1` edition · `$2` questionnaire · `$3` today · `$4` now.
const COUNTS: &str = "\
    select (select count(*) from adhesion d where d.edition_id = $1 and d.state = 'adhering' and not exists \
               (select s.assessment_id from assessment s where s.ente_id = d.ente_id and s.questionnaire = $2)) as not_begun, \
           (select count(*) from adhesion d where d.edition_id = $1 and d.state = 'adhering' and not exists \
               (select a.appointment_id from appointment a join person p on p.person_id = a.person_id \
                where a.ente_id = d.ente_id and a.role = 'coordinator' and a.starts_on <= $3 and coalesce(a.ends_on, $3) >= $3 \
                  and p.disabled_at is null)) as without_referente, \
           (select count(*) from letter l where l.failed_at is not null and l.sent_at is null and l.address <> '' and l.digest_id is null) as failed_letters, \
           (select count(*) from person p where p.verified_at is null and p.disabled_at is null and p.merged_into is null \
               and p.erased_at is null) as unverified, \
           (select count(*) from question q where q.released_at is null and q.declined_at is null) as unreleased, \
           (select count(*) from forum_day f where f.published_at is null and coalesce(f.extended_to, f.closes_at) <= $4 \
               and f.closes_at <= $4) as proceedings, \
           (select count(*) from class_day c where c.published_at is not null and c.cancelled_at is null and c.held_at is null \
               and c.ends_at <= $4) as registers, \
           w.requests, w.oldest \
    from (select count(*) as requests, min(r.arrived_at) as oldest from registration r \
          where r.kind = 'request' and r.arrived_at is not null and r.outcome is null and r.expires_at > $4) w";

#[derive(FromRow)]
struct Counts {
    not_begun: i64,
    without_referente: i64,
    failed_letters: i64,
    unverified: i64,
    unreleased: i64,
    proceedings: i64,
    registers: i64,
    requests: i64,
    oldest: Option<i64>,
}

/// All that waits but the calls, which the table of enti knows, and what other slices count.
pub async fn waiting(actor: &Actor<Secretariat>, edition: Option<&EditionId>, questionnaire: &str) -> Result<Waiting> {
    let edition = edition.map_or("", |id| id.as_str());
    let counts: Counts =
        q(COUNTS).bind(edition).bind(questionnaire).bind(actor.now().day()).bind(actor.now()).one(&mut actor.reader().await?).await?;
    Ok(Waiting {
        due: 0,
        lacking: 0,
        links: 0,
        not_begun: counts.not_begun,
        without_referente: counts.without_referente,
        failed_letters: counts.failed_letters,
        unverified: counts.unverified,
        unreleased: counts.unreleased,
        proceedings: counts.proceedings,
        registers: counts.registers,
        requests: counts.requests,
        oldest: counts.oldest.map(Moment::from_millis),
    })
}
