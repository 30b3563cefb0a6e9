//! What the tables of people hold, and the statements that hand over, erase and let go whatever any table declares.

use super::{ErasureRefusal, Held};
use crate::access::roles::{Doing, Signed};
use crate::access::{Actor, password};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::{Db, Tx, q};
use crate::platform::holdings::{After, Erasure, Expiry, Holding, Holdings, Purpose, Why};

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
        expiry: None,
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
    let mut conn = actor.reader().await?;
    let mut found = Vec::new();
    for holding in &holdings.0 {
        let rows = q(holding.export).bind(actor.person()).all(&mut conn).await?;
        found.push(Held { holding: *holding, rows });
    }
    Ok(found)
}

const HOLD: &str = "update person set disabled_at = disabled_at where person_id = $1 and erased_at is null";
const PASSWORD: &str = "select password_hash from person where person_id = $1";
/// Gestori in force besides this person; zero for one who is none makes no difference.
const OTHER_ADMINISTRATORS: &str = "\
    select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.role = 'administrator' and a.person_id <> $1 and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2";
const IS_ADMINISTRATOR: &str = "\
    select count(*) from appointment \
    where role = 'administrator' and person_id = $1 and starts_on <= $2 and coalesce(ends_on, $2) >= $2";
const END_APPOINTMENTS: &str = "update appointment set ends_on = $2 where person_id = $1 and coalesce(ends_on, $2) >= $2";
/// Accounts that were merged into it are the same person. The username becomes the id: it stays unique, and says nothing.
const ERASE: &str = "\
    update person set username = person_id, name = $2, email = '', password_hash = '', lang = null, letters = null, \
        verified_at = null, notice_read_at = null, notice_version = null, disabled_reason = null, \
        disabled_at = coalesce(disabled_at, $3), erased_at = $3 \
    where person_id = $1 or merged_into = $1";

/// Erases whoever asks, if the password typed is theirs: what must stay points to an account called `name` from now on.
/// Who has no password (they sign in through a provider) types nothing.
pub async fn erase<R: Signed + Doing>(
    actor: &Actor<R>,
    holdings: &Holdings,
    typed: String,
    name: &str,
) -> Result<Result<(), ErasureRefusal>> {
    let (kept,): (String,) = q(PASSWORD).bind(actor.person()).one(&mut actor.reader().await?).await?;
    if !kept.is_empty() && !password::verify(typed, Some(kept)).await? {
        return Ok(Err(ErasureRefusal::NotTheirPassword));
    }
    let mut tx = actor.begin_on(HOLD, actor.person()).await?;
    let today = actor.now().day();
    if q(IS_ADMINISTRATOR).bind(actor.person()).bind(today).count(&mut tx).await? > 0
        && q(OTHER_ADMINISTRATORS).bind(actor.person()).bind(today).count(&mut tx).await? == 0
    {
        return Ok(Err(ErasureRefusal::LastAdministrator));
    }
    empty(&mut tx, actor.person(), holdings).await?;
    q(END_APPOINTMENTS).bind(actor.person()).bind(today).run(&mut tx).await?;
    q(ERASE).bind(actor.person()).bind(name).bind(actor.now()).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::PersonErased).to(actor.person())).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// What every table declares for an erasure, in the order of the slices.
async fn empty(tx: &mut Tx, person: &PersonId, holdings: &Holdings) -> Result<()> {
    for holding in &holdings.0 {
        for statement in holding.erasure.statements() {
            q(statement).bind(person).run(tx).await?;
        }
    }
    Ok(())
}

/// Lets go of what has served its purpose, table by table: how many rows. Twice does no harm.
pub async fn let_go(db: Db, now: Moment, holdings: Holdings) -> Result<u64> {
    let mut gone = 0;
    for expiry in holdings.0.iter().filter_map(|holding| holding.expiry) {
        let mut tx = db.begin().await?;
        gone += q(expiry.statement).bind(now.plus_days(-expiry.days)).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(gone)
}
