//! What the tables of people hold, and the statements that hand over and let go whatever any table declares.

mod erasing;
mod on_behalf;

use super::Held;
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::{AsConn, Db, q};
use crate::platform::holdings::{After, Erasure, Expiry, Holding, Holdings, Purpose, Why};

pub use erasing::erase;
pub use on_behalf::{erase_for, hand_over, subject};

/// Days after which an account that nobody ever entered is erased.
pub const UNUSED_DAYS: i64 = 365;

/// The account itself goes last, by [`erase`]: the other rows are found through it.
pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "account",
        table: "person",
        export: "select username, name, email, created_at, disabled_at, disabled_reason, lang, letters, verified_at, seen_at, \
                        notice_read_at, notice_version, erased_at from person where person_id = $1",
        withheld: &[("person_id", Why::Key), ("password_hash", Why::Secret), ("disabled_by", Why::OfOthers), ("merged_into", Why::Key)],
        rest: None,
        purpose: Purpose::Account,
        erasure: Erasure::Go(&[]),
        // Made by others (imported, invited, registered by telephone) and never entered; not those who have a role of the
        // programme, nor those who were enrolled in a seminar, nor those to whom a link was sent meanwhile, or an appointment given.
        expiry: Some(Expiry {
            days: UNUSED_DAYS,
            after: After::NeverUsed,
            statement: "select p.person_id from person p where p.created_at < $1 and p.seen_at is null and p.verified_at is null \
                          and p.erased_at is null and p.merged_into is null \
                          and not exists (select a.appointment_id from appointment a where a.person_id = p.person_id and a.ente_id is null) \
                          and not exists (select l.link_hash from account_link l where l.person_id = p.person_id and l.created_at >= $1) \
                          and not exists (select e.enrolment_id from enrolment e where e.person_id = p.person_id) \
                          and not exists (select d.deed_id from deed d where d.person_id = p.person_id and d.happened_at >= $1) \
                        order by p.person_id",
        }),
    },
    Holding {
        key: "appointments",
        table: "appointment",
        export: "select appointment_id, import_id, ente_id, role, qualifica, starts_on, ends_on from appointment where person_id = $1 \
                 order by starts_on, appointment_id",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Account,
        erasure: Erasure::Go(&["update appointment set qualifica = '' where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "sessions",
        table: "session",
        export: "select session_id, appointment_id, client, browser, former_at, created_at, seen_at, proven_at from session where person_id = $1 order by created_at",
        withheld: &[("person_id", Why::Key), ("token_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from session where person_id = $1"]),
        // Their end is the business of the door (`access/session.rs`).
        expiry: Some(Expiry { days: 7, after: After::LastUse, statement: "delete from session where created_at < $1" }),
    },
    Holding {
        key: "links",
        table: "account_link",
        export: "select purpose, created_at, expires_at, used_at from account_link where person_id = $1 order by created_at",
        withheld: &[("person_id", Why::Key), ("link_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from account_link where person_id = $1"]),
        expiry: Some(Expiry { days: 90, after: After::Ended, statement: "delete from account_link where expires_at < $1" }),
    },
    Holding {
        key: "reset-requests",
        table: "reset_request",
        export: "select r.reset_request_id, r.login, r.asked_at from reset_request r \
                 join person p on r.login = p.username or r.login = p.email where p.person_id = $1 order by r.asked_at",
        withheld: &[],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from reset_request where login in \
                                (select username from person where person_id = $1 union all select email from person where person_id = $1)"]),
        expiry: Some(Expiry { days: 7, after: After::Happened, statement: "delete from reset_request where asked_at < $1" }),
    },
    Holding {
        key: "address-changes",
        table: "address_change",
        export: "select address_change_id, former, address, asked_at, expires_at, former_confirmed_at, address_confirmed_at, ended_at \
                 from address_change where person_id = $1 order by asked_at",
        withheld: &[("person_id", Why::Key), ("former_hash", Why::Secret), ("address_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from address_change where person_id = $1"]),
        expiry: Some(Expiry { days: 180, after: After::Ended, statement: "delete from address_change where expires_at < $1" }),
    },
];

/// All that is held about whoever asks, table by table.
pub async fn held<R: Signed>(actor: &Actor<R>, holdings: &Holdings) -> Result<Vec<Held>> {
    held_about(&mut actor.reader().await?, actor.person(), holdings).await
}

async fn held_about(on: &mut impl AsConn, person: &PersonId, holdings: &Holdings) -> Result<Vec<Held>> {
    let mut found = Vec::new();
    for holding in &holdings.0 {
        let rows = q(holding.export).bind(person).all(on).await?;
        found.push(Held { holding: *holding, rows });
    }
    Ok(found)
}

const NOTICE_READ: &str = "\
    update person set notice_read_at = $2, notice_version = $3 \
    where person_id = $1 and erased_at is null and coalesce(notice_version, '') <> $3";

/// Notes that a person declared having read this version of the privacy notice; a second time changes nothing.
pub async fn note_notice_read<R>(actor: &Actor<R>, person: &PersonId, version: &str) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(NOTICE_READ).bind(person).bind(actor.now()).bind(version).run(&mut tx).await?;
    tx.commit().await
}

/// Lets go of what has served its purpose, table by table: how many rows, and accounts. Twice does no harm.
pub async fn let_go(db: Db, now: Moment, holdings: Holdings) -> Result<u64> {
    let mut gone = 0;
    for expiry in holdings.0.iter().filter_map(|holding| holding.expiry) {
        let before = now.plus_days(-expiry.days);
        if expiry.after == After::NeverUsed {
            gone += erasing::erase_unused(&Actor::housekeeper(db.clone(), now), &holdings, (expiry.statement, before)).await?;
            continue;
        }
        let mut tx = db.begin().await?;
        gone += q(expiry.statement).bind(before).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(gone)
}
