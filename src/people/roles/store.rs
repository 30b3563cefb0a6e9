//! People and their roles in the database, as the gestore sees them.

use sqlx::FromRow;

use super::{Account, Disabled, Grant, Kept, Listed, MATCHES, NotGranted, PAGE, Wanted, letters};
use crate::access::roles::Doing;
use crate::access::session::EnteName;
use crate::access::{Actor, Administrator, Housekeeper, RoleName, sessions};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{AppointmentId, EnteId, Id, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::people::Held;
use crate::people::store::held_by;
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

/// `$1` text in lower case without wildcards, `$2` role, `$3` state, `$4` today.
const LIST: &str = "\
    select p.person_id, p.username, p.name, p.email, p.seen_at, p.disabled_at from person p \
    where p.erased_at is null and p.merged_into is null \
          and ($1 = '' or lower(p.name) like '%' || $1 || '%' or p.username like '%' || $1 || '%' or p.email like '%' || $1 || '%') \
          and ($2 = '' or p.person_id in (select a.person_id from appointment a \
               where a.role = $2 and a.starts_on <= $4 and coalesce(a.ends_on, $4) >= $4)) \
          and ($3 = '' or ($3 = 'attivi' and p.disabled_at is null) or ($3 = 'disabilitati' and p.disabled_at is not null)) \
    order by p.name, p.username limit $5 offset $6";
const HOW_MANY: &str = "\
    select count(*) from person p \
    where p.erased_at is null and p.merged_into is null \
          and ($1 = '' or lower(p.name) like '%' || $1 || '%' or p.username like '%' || $1 || '%' or p.email like '%' || $1 || '%') \
          and ($2 = '' or p.person_id in (select a.person_id from appointment a \
               where a.role = $2 and a.starts_on <= $4 and coalesce(a.ends_on, $4) >= $4)) \
          and ($3 = '' or ($3 = 'attivi' and p.disabled_at is null) or ($3 = 'disabilitati' and p.disabled_at is not null))";
/// Of as many people as a page has at most; what is over repeats the last id.
const ROLES_OF: &str = "\
    select a.person_id, a.role, e.ente_id, e.kind, e.name, e.province from appointment a left join ente e on e.ente_id = a.ente_id \
    where a.starts_on <= $1 and coalesce(a.ends_on, $1) >= $1 and a.person_id in \
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26) \
    order by e.name, e.province, a.role, a.appointment_id";
const ONE: &str = "\
    select p.person_id, p.username, p.name, p.email, p.created_at, p.seen_at, p.disabled_at, p.disabled_reason, d.name as disabled_name \
    from person p left join person d on d.person_id = p.disabled_by where p.person_id = $1 and p.erased_at is null and p.merged_into is null";
/// Names that begin with what was typed come first; the exact one alone before all.
const ENTI: &str = "\
    select e.ente_id, e.kind, e.name, e.province from ente e \
    where e.search like '%' || $1 || '%' and ($2 = '' or e.province = $2) and e.ended_on is null \
    order by case when e.search = $1 then 0 when e.search like $1 || '%' then 1 else 2 end, e.search, e.province, e.ente_id limit $3";
/// Holds the account whose roles change.
const HOLD: &str = "update person set email = email where person_id = $1 and erased_at is null and merged_into is null";
/// Holds all gestori: of two who take the role from each other at once, one stays.
const HOLD_ADMINISTRATORS: &str = "update appointment set qualifica = qualifica where role = 'administrator'";
const STATE: &str = "select username, disabled_at from person where person_id = $1";
const OTHER_ADMINISTRATORS: &str = "\
    select count(*) from appointment a join person p on p.person_id = a.person_id and p.disabled_at is null \
    where a.role = 'administrator' and a.starts_on <= $1 and coalesce(a.ends_on, $1) >= $1 \
          and (p.person_id <> $2 or a.appointment_id <> $3)";
const IS_ADMINISTRATOR: &str = "\
    select count(*) from appointment where person_id = $1 and role = 'administrator' and starts_on <= $2 and coalesce(ends_on, $2) >= $2";
const OVERLAPS: &str = "\
    select count(*) from appointment \
    where person_id = $1 and role = $2 and coalesce(ente_id, '') = coalesce($3, '') \
          and starts_on <= coalesce($5, '9999-12-31') and coalesce(ends_on, '9999-12-31') >= $4";
const GRANT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6, $7)";
const ENTE: &str = "select ente_id, kind, name, province from ente where ente_id = $1";
const HELD_ONE: &str = "\
    select a.role, a.ends_on, e.ente_id, e.kind, e.name, e.province from appointment a left join ente e on e.ente_id = a.ente_id \
    where a.appointment_id = $1 and a.person_id = $2";
const WITHDRAW: &str = "update appointment set ends_on = $2 where appointment_id = $1 and coalesce(ends_on, '9999-12-31') > $2";
const DISABLE: &str = "\
    update person set disabled_at = $2, disabled_by = $3, disabled_reason = $4 where person_id = $1 and disabled_at is null";
const ENABLE: &str = "\
    update person set disabled_at = null, disabled_by = null, disabled_reason = null where person_id = $1 and disabled_at is not null";

#[derive(FromRow)]
struct ListedRow {
    person_id: PersonId,
    username: String,
    name: String,
    email: String,
    seen_at: Option<i64>,
    disabled_at: Option<i64>,
}

#[derive(FromRow)]
struct RoleRow {
    person_id: PersonId,
    role: String,
    ente_id: Option<EnteId>,
    kind: Option<String>,
    name: Option<String>,
    province: Option<String>,
}

#[derive(FromRow)]
struct AccountRow {
    person_id: PersonId,
    username: String,
    name: String,
    email: String,
    created_at: i64,
    seen_at: Option<i64>,
    disabled_at: Option<i64>,
    disabled_reason: Option<String>,
    disabled_name: Option<String>,
}

#[derive(FromRow)]
struct EnteRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
}

#[derive(FromRow)]
struct HeldOne {
    role: String,
    ends_on: Option<String>,
    ente_id: Option<EnteId>,
    kind: Option<String>,
    name: Option<String>,
    province: Option<String>,
}

impl From<EnteRow> for EnteName {
    fn from(row: EnteRow) -> EnteName {
        EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province }
    }
}

fn named(id: Option<EnteId>, kind: Option<String>, name: Option<String>, province: Option<String>) -> Option<EnteName> {
    Some(EnteName { id: id?, kind: kind?, name: name?, province: province? })
}

/// What was typed, as it is compared: lower case, without the wildcards of `like`.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['%', '_', '\\'], "")
}

/// A page of people by name, and how many there are in all.
pub async fn list(actor: &Actor<Administrator>, wanted: &Wanted<'_>) -> Result<(Vec<Listed>, i64)> {
    let mut conn = actor.reader().await?;
    let (text, role, today) = (plain(wanted.text), wanted.role.map_or("", RoleName::as_str), actor.now().day());
    let asked = |sql| q(sql).bind(&text).bind(role).bind(wanted.state.as_str()).bind(today);
    let (limit, offset) = (PAGE as i64, ((wanted.page - 1) * PAGE) as i64);
    let rows: Vec<ListedRow> = asked(LIST).bind(limit).bind(offset).all(&mut conn).await?;
    let total = asked(HOW_MANY).count(&mut conn).await?;
    let mut listed: Vec<Listed> = rows
        .into_iter()
        .map(|row| Listed {
            id: row.person_id,
            username: row.username,
            name: row.name,
            email: row.email,
            seen: row.seen_at.map(Moment::from_millis),
            disabled: row.disabled_at.is_some(),
            roles: Vec::new(),
        })
        .collect();
    if let Some(last) = listed.last() {
        let ids = listed.iter().map(|person| &person.id).chain(std::iter::repeat(&last.id)).take(PAGE);
        let statement = ids.fold(q(ROLES_OF).bind(today), |statement, id| statement.bind(id));
        for row in statement.all::<RoleRow>(&mut conn).await? {
            let Some(role) = RoleName::parse(&row.role) else { continue };
            let ente = named(row.ente_id, row.kind, row.name, row.province);
            if let Some(person) = listed.iter_mut().find(|person| person.id == row.person_id) {
                person.roles.push((role, ente));
            }
        }
    }
    Ok((listed, total))
}

/// One account with all its appointments.
pub async fn one(actor: &Actor<Administrator>, id: &PersonId) -> Result<Account> {
    let mut conn = actor.reader().await?;
    let row: AccountRow = q(ONE).bind(id).one(&mut conn).await?;
    let appointments: Vec<Held> = held_by(&mut conn, id).await?;
    let disabled = row.disabled_at.map(|at| Disabled {
        at: Moment::from_millis(at),
        by: row.disabled_name,
        reason: row.disabled_reason.unwrap_or_default(),
    });
    Ok(Account {
        id: row.person_id,
        username: row.username,
        name: row.name,
        email: row.email,
        created: Moment::from_millis(row.created_at),
        seen: row.seen_at.map(Moment::from_millis),
        disabled,
        appointments,
    })
}

/// Enti that a typed name may mean, with the province in brackets or without; those that are called exactly so, if any are.
pub async fn enti(actor: &Actor<Administrator>, typed: &str) -> Result<Vec<EnteName>> {
    let (name, province) = match typed.trim().trim_end_matches(')').rsplit_once('(') {
        Some((name, province)) => (name.trim(), province.trim().to_uppercase()),
        None => (typed.trim(), String::new()),
    };
    // "Comune di Agliè" is what our own pages write.
    let name = fold(name);
    let name = name.strip_prefix("comune di ").unwrap_or(&name);
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<EnteRow> = q(ENTI).bind(name).bind(province).bind(MATCHES).all(&mut actor.reader().await?).await?;
    let exact = rows.iter().filter(|row| fold(&row.name) == name).count();
    let keep = if exact > 0 { exact } else { rows.len() };
    Ok(rows.into_iter().take(keep).map(EnteName::from).collect())
}

/// Grants a role: with its deed, and a letter to the person.
pub async fn grant<R: Doing>(actor: &Actor<R>, person: &PersonId, grant: &Grant) -> Result<Result<AppointmentId, NotGranted>> {
    match (grant.role.is_of_an_ente(), &grant.ente) {
        (true, None) => return Ok(Err(NotGranted::NoEnte)),
        (false, Some(_)) => return Ok(Err(NotGranted::NeedlessEnte)),
        _ if grant.to.is_some_and(|to| to < grant.from) => return Ok(Err(NotGranted::Days)),
        _ => {}
    }
    let mut tx = actor.begin_on(HOLD, person).await?;
    let (_, disabled): (String, Option<i64>) = q(STATE).bind(person).one(&mut tx).await?;
    if disabled.is_some() {
        return Ok(Err(NotGranted::Disabled));
    }
    let overlaps = q(OVERLAPS).bind(person).bind(grant.role.as_str()).bind(grant.ente.as_ref()).bind(grant.from).bind(grant.to);
    if overlaps.count(&mut tx).await? > 0 {
        return Ok(Err(NotGranted::Held));
    }
    let ente: Option<EnteName> = match &grant.ente {
        Some(id) => Some(q(ENTE).bind(id).one::<EnteRow>(&mut tx).await?.into()),
        None => None,
    };
    let id: AppointmentId = random::id(actor.now());
    let statement = q(GRANT).bind(&id).bind(person).bind(grant.ente.as_ref()).bind(grant.role.as_str());
    statement.bind(&grant.qualifica).bind(grant.from).bind(grant.to).run(&mut tx).await?;
    let until = grant.to.map_or_else(String::new, |to| format!(" – {to}"));
    let deed = Deed::new(Kind::RoleGranted).to(person).detail(format!("{} {}{until}", grant.role.as_str(), grant.from));
    actor.record(&mut tx, for_ente(deed, ente.as_ref())).await?;
    tx.post(actor.now(), Recipient::Person(person), |lang| letters::granted(lang, grant, ente.as_ref())).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

fn for_ente(deed: Deed, ente: Option<&EnteName>) -> Deed {
    match ente {
        Some(ente) => deed.of(&ente.id),
        None => deed,
    }
}

const IN_FORCE: &str = "\
    select appointment_id from appointment \
    where person_id = $1 and role = $2 and ($3 = '' or ente_id = $3) and coalesce(ends_on, '9999-12-31') >= $4 order by starts_on";

/// The appointments of a person in a role, of one ente if given, that are in force or to come.
pub async fn held_as(actor: &Actor<Housekeeper>, person: &PersonId, role: RoleName, ente: Option<&EnteId>) -> Result<Vec<AppointmentId>> {
    let statement = q(IN_FORCE).bind(person).bind(role.as_str()).bind(ente.map_or("", EnteId::as_str)).bind(actor.now().day());
    let rows: Vec<(AppointmentId,)> = statement.all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Withdraws a role from today on, with its deed and a letter.
pub async fn withdraw<R: Doing>(actor: &Actor<R>, person: &PersonId, id: &AppointmentId, reason: &str) -> Result<Result<(), Kept>> {
    if reason.is_empty() {
        return Ok(Err(Kept::NoReason));
    }
    let today = actor.now().day();
    let mut tx = actor.begin_on(HOLD, person).await?;
    q(HOLD_ADMINISTRATORS).run(&mut tx).await?;
    let held: HeldOne = q(HELD_ONE).bind(id).bind(person).one(&mut tx).await?;
    let role = RoleName::parse(&held.role).ok_or_else(|| Error::Bug("a role that cannot be read".into()))?;
    let over = held.ends_on.as_deref().and_then(Day::parse).is_some_and(|to| to < today);
    if over {
        return Ok(Err(Kept::Already));
    }
    if role == RoleName::Administrator
        && let Err(kept) = may_go(actor, &mut tx, person, id.to_string()).await?
    {
        return Ok(Err(kept));
    }
    if q(WITHDRAW).bind(id).bind(today.plus_days(-1)).run(&mut tx).await? == 0 {
        return Ok(Err(Kept::Already));
    }
    let ente = named(held.ente_id, held.kind, held.name, held.province);
    let deed = Deed::new(Kind::RoleWithdrawn).to(person).detail(format!("{}: {reason}", role.as_str()));
    actor.record(&mut tx, for_ente(deed, ente.as_ref())).await?;
    tx.post(actor.now(), Recipient::Person(person), |lang| letters::withdrawn(lang, role, ente.as_ref(), reason)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether this gestore may stop being one: never by their own hand as long as no other role of gestore of theirs stays,
/// and never the last one of the installation. Whoever holds the machine may: `affianca user role` makes another.
async fn may_go<R: Doing>(actor: &Actor<R>, tx: &mut Tx, person: &PersonId, appointment: String) -> Result<Result<(), Kept>> {
    let today = actor.now().day();
    let Some(doer) = actor.role().doer() else { return Ok(Ok(())) };
    if doer == person {
        return Ok(Err(Kept::Own));
    }
    let others = q(OTHER_ADMINISTRATORS).bind(today).bind(person).bind(appointment).count(tx).await?;
    Ok(if others == 0 { Err(Kept::LastAdministrator) } else { Ok(()) })
}

/// Disables an account: its sessions end at once, nothing of it is lost. With its deed and a letter.
pub async fn disable<R: Doing>(actor: &Actor<R>, person: &PersonId, reason: &str) -> Result<Result<(), Kept>> {
    if reason.is_empty() {
        return Ok(Err(Kept::NoReason));
    }
    if actor.role().doer() == Some(person) {
        return Ok(Err(Kept::Own));
    }
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD, person).await?;
    q(HOLD_ADMINISTRATORS).run(&mut tx).await?;
    if q(IS_ADMINISTRATOR).bind(person).bind(now.day()).count(&mut tx).await? > 0
        && let Err(kept) = may_go(actor, &mut tx, person, String::new()).await?
    {
        return Ok(Err(kept));
    }
    if q(DISABLE).bind(person).bind(now).bind(actor.role().doer()).bind(reason).run(&mut tx).await? == 0 {
        return Ok(Err(Kept::Already));
    }
    sessions::end_all(&mut tx, person).await?;
    actor.record(&mut tx, Deed::new(Kind::PersonDisabled).to(person).detail(reason)).await?;
    tx.post(now, Recipient::Person(person), |lang| letters::disabled(lang, reason)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Enables an account again, with its deed and a letter.
pub async fn enable<R: Doing>(actor: &Actor<R>, person: &PersonId, reason: &str) -> Result<Result<(), Kept>> {
    if reason.is_empty() {
        return Ok(Err(Kept::NoReason));
    }
    let mut tx = actor.begin_on(HOLD, person).await?;
    if q(ENABLE).bind(person).run(&mut tx).await? == 0 {
        return Ok(Err(Kept::Already));
    }
    actor.record(&mut tx, Deed::new(Kind::PersonEnabled).to(person).detail(reason)).await?;
    tx.post(actor.now(), Recipient::Person(person), letters::enabled).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
