//! A link is followed: the address is verified, the account made or taken, the appointment given or asked for.

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, RoleName, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, PersonId, RegistrationId};
use crate::domain::moment::Moment;
use crate::domain::registration::{WAIT_DAYS, is_institutional};
use crate::enti::registration::{Arrival, Entered, Link, Linked, Refusal, Told, letters};
use crate::people::{self, Newcomer, Post};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

use super::deciding::{has_place, is_gone, tell_approvers};
use super::facts;

const BY_LINK: &str = "\
    select r.registration_id, r.kind, r.role, r.name, r.email, r.qualifica, r.facts, r.expires_at, r.outcome, r.notice_version, \
           e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province, e.mail_domain, p.name as invited_by \
    from registration r join ente e on e.ente_id = r.ente_id left join person p on p.person_id = r.asked_by \
    where r.token_hash = $1";
/// Of two who follow one link at once, the second finds it used.
const HOLD: &str = "update registration set asked_at = asked_at where token_hash = $1 and outcome is null";
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
const ARRIVED: &str = "\
    update registration set token_hash = null, person_id = $2, arrived_at = $3, name = $4, qualifica = $5, expires_at = $6, \
           outcome = $7, decided_at = $8, decided_by = $9, notice_version = coalesce(notice_version, $10) \
    where registration_id = $1";
const STANDS: &str = "select name, email, disabled_at from person where person_id = $1";
/// The letter came to the address of the account: it is theirs.
const VERIFIED: &str = "update person set verified_at = $3 where person_id = $1 and email = $2 and verified_at is null";

#[derive(FromRow)]
struct Row {
    registration_id: RegistrationId,
    kind: String,
    role: String,
    name: String,
    email: String,
    qualifica: String,
    facts: String,
    expires_at: i64,
    outcome: Option<String>,
    notice_version: Option<String>,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    mail_domain: Option<String>,
    invited_by: Option<String>,
}

/// What the link with this token leads to.
pub async fn link<R>(actor: &Actor<R>, token: &str) -> Result<Link> {
    Ok(read(&mut actor.reader().await?, token, actor.now()).await?.0)
}

async fn read(on: &mut impl AsConn, token: &str, now: Moment) -> Result<(Link, Told)> {
    let row: Option<Row> = q(BY_LINK).bind(random::fingerprint(token)).optional(on).await?;
    let Some(row) = row.filter(|row| row.outcome.is_none()) else { return Ok((Link::Unknown, Told::default())) };
    let expires_at = Moment::from_millis(row.expires_at);
    if expires_at <= now {
        return Ok((Link::Expired(expires_at), Told::default()));
    }
    let told = serde_json::from_str(&row.facts).map_err(|e| Error::Bug(format!("facts of a registration: {e}")))?;
    let linked = Linked {
        id: row.registration_id,
        ente: EnteName { id: row.ente_id, kind: row.ente_kind, name: row.ente_name, province: row.province },
        mail_domain: row.mail_domain,
        role: RoleName::parse(&row.role).unwrap_or(RoleName::Member),
        invitation: row.kind == "invitation",
        name: row.name,
        email: row.email,
        qualifica: row.qualifica,
        invited_by: row.invited_by,
        notice: row.notice_version,
    };
    Ok((Link::Good(Box::new(linked)), told))
}

/// Takes up a link: of several at once the first alone does, and after that it leads nowhere. Gives the person who is in
/// now, and what they got. An invitation appoints; so does an address of the ente's own domain; the rest wait. `told` are
/// the funder's fields as told on this page, in place of those told when asking.
pub async fn arrive(
    actor: &Actor<Visitor>,
    token: &str,
    who: Arrival<'_>,
    told: Option<&Told>,
) -> Result<Result<(PersonId, Entered), Refusal>> {
    let now = actor.now();
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(random::fingerprint(token)).run(&mut tx).await? == 0 {
        return Ok(Err(Refusal::LinkOver));
    }
    let (Link::Good(linked), told_before) = read(&mut tx, token, now).await? else { return Ok(Err(Refusal::LinkOver)) };
    q(HOLD_ENTE).bind(&linked.ente.id).run(&mut tx).await?;
    if is_gone(&mut tx, &linked.ente.id, now).await? {
        return Ok(Err(Refusal::EnteGone));
    }
    let here = match settle(&mut tx, now, &linked, &who).await? {
        Ok(here) => here,
        Err(refusal) => return Ok(Err(refusal)),
    };
    facts::keep(&mut tx, now, &here.person, told.unwrap_or(&told_before)).await?;
    let entered = place(&mut tx, actor, &linked, &here).await?;
    tx.commit().await?;
    Ok(Ok((here.person, entered)))
}

/// Who stands behind the link now.
struct Here {
    person: PersonId,
    name: String,
    qualifica: String,
    /// Whether the address of the account is that of the letter.
    by_own_mail: bool,
    /// The username of an account that was made just now.
    username: Option<String>,
    /// The version of the notice that they declared read on this page.
    notice: Option<String>,
}

async fn settle(tx: &mut Tx, now: Moment, linked: &Linked, who: &Arrival<'_>) -> Result<Result<Here, Refusal>> {
    match who {
        Arrival::Newcomer { username, name, qualifica, password_hash, lang, notice } => {
            let new = Newcomer {
                username,
                name,
                email: &linked.email,
                password_hash: password_hash.clone(),
                lang: *lang,
                verified_at: Some(now),
                // Whoever asked days ago read what was in force then.
                notice: linked.notice.as_deref().unwrap_or(notice),
            };
            let Some(person) = people::enter(tx, now, &new).await? else { return Ok(Err(Refusal::UsernameTaken)) };
            let (name, qualifica) = ((*name).to_owned(), (*qualifica).to_owned());
            let notice = Some((*notice).to_owned());
            Ok(Ok(Here { person, name, qualifica, by_own_mail: true, username: Some((*username).to_owned()), notice }))
        }
        Arrival::Known { person, qualifica } => {
            let (name, email, disabled): (String, String, Option<i64>) = q(STANDS).bind(*person).one(tx).await?;
            if disabled.is_some() {
                return Ok(Err(Refusal::Disabled));
            }
            q(VERIFIED).bind(*person).bind(&linked.email).bind(now).run(tx).await?;
            let by_own_mail = email == linked.email;
            Ok(Ok(Here { person: (*person).clone(), name, qualifica: (*qualifica).to_owned(), by_own_mail, username: None, notice: None }))
        }
    }
}

/// Gives the appointment, or puts the request before those who may give it.
async fn place(tx: &mut Tx, actor: &Actor<Visitor>, linked: &Linked, here: &Here) -> Result<Entered> {
    let now = actor.now();
    let already = has_place(tx, &here.person, &linked.ente.id, now).await?;
    let own_domain = here.by_own_mail && is_institutional(&linked.email, linked.mail_domain.as_deref());
    let at_once = linked.invitation || own_domain;
    let entered = match (already, at_once) {
        // Who is invited as referente and acts for the ente already becomes its referente.
        (true, _) if linked.role != RoleName::Coordinator => Entered::Already,
        (_, true) => Entered::Appointed,
        (true, false) => Entered::Already,
        (false, false) => Entered::Waits,
    };
    mark(tx, now, linked, here, entered).await?;
    let arrived = if linked.invitation { Kind::InvitationAccepted } else { Kind::RegistrationArrived };
    actor.record(tx, Deed::new(arrived).to(&here.person).of(&linked.ente.id).detail(&linked.email)).await?;
    if entered == Entered::Appointed {
        let post = Post { person: &here.person, ente: &linked.ente.id, role: linked.role, qualifica: &here.qualifica };
        people::appoint(tx, now, post).await?;
        actor.record(tx, Deed::new(Kind::Appointed).to(&here.person).of(&linked.ente.id).detail(linked.role.as_str())).await?;
    }
    if entered == Entered::Waits {
        tell_approvers(tx, now, &linked.ente, |lang, here_too| letters::to_approve(lang, &here.name, &linked.ente, here_too)).await?;
    }
    if let Some(username) = &here.username {
        tx.post(now, Recipient::Person(&here.person), |lang| letters::welcome(lang, username, &linked.ente, entered)).await?;
    }
    Ok(entered)
}

async fn mark(tx: &mut Tx, now: Moment, linked: &Linked, here: &Here, entered: Entered) -> Result<()> {
    let waits = entered == Entered::Waits;
    q(ARRIVED)
        .bind(&linked.id)
        .bind(&here.person)
        .bind(now)
        .bind(&here.name)
        .bind(&here.qualifica)
        .bind(now.plus_days(WAIT_DAYS))
        .bind((!waits).then_some("approved"))
        .bind((!waits).then_some(now))
        .bind((!waits).then_some(&here.person))
        .bind(here.notice.as_deref())
        .run(tx)
        .await?;
    Ok(())
}
