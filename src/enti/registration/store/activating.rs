//! Somebody with the code of the paper letter becomes referente at once; the address is confirmed afterwards.

use crate::access::{Actor, Visitor};
use crate::domain::activation_code::ActivationCode;
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{PersonId, RegistrationId};
use crate::domain::lang::Lang;
use crate::domain::registration::ADDRESS_DAYS;
use crate::enti::adhesion::{self, Entering, Opened, Unusable};
use crate::enti::registration::{Arrival, Refusal, Told, letters};
use crate::people::{self, Newcomer};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const HOLD_PERSON: &str = "update person set created_at = created_at where person_id = $1 and disabled_at is null";
const NOTE: &str = "\
    insert into registration (registration_id, kind, ente_id, role, name, email, qualifica, lang, facts, notice_version, asked_at, \
                              token_hash, expires_at, person_id, arrived_at, outcome, decided_at, decided_by) \
    values ($1, 'activation', $2, 'coordinator', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $9, 'approved', $9, $12)";
/// The link of the letter: good until it is used, or too old.
const BY_LINK: &str = "\
    select r.email, r.person_id from registration r join person p on p.person_id = r.person_id and p.email = r.email \
    where r.token_hash = $1 and r.kind = 'activation' and r.expires_at > $2";
const HOLD: &str = "update registration set asked_at = asked_at where token_hash = $1 and kind = 'activation' and expires_at > $2";
const USED: &str = "update registration set token_hash = null where token_hash = $1";
const VERIFY: &str = "update person set verified_at = $2 where person_id = $1 and email = $3 and verified_at is null";

/// A code with a right check sign, and who enters it.
#[derive(Debug)]
pub struct Activation<'a> {
    pub code: &'a ActivationCode,
    pub who: Arrival<'a>,
    /// Of a newcomer, in lower case.
    pub email: &'a str,
    pub told: &'a Told,
}

/// What prevents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotActivated {
    Refused(Refusal),
    Unusable(Unusable),
}

/// Uses the code, and makes the account where there is none: all of it or nothing.
pub async fn activate(actor: &Actor<Visitor>, activation: Activation<'_>) -> Result<Result<(PersonId, Opened), NotActivated>> {
    let mut tx = actor.begin().await?;
    let (person, qualifica) = match person(&mut tx, actor, &activation).await? {
        Ok(here) => here,
        Err(refusal) => return Ok(Err(NotActivated::Refused(refusal))),
    };
    let entering = Entering { code: activation.code, person: &person, qualifica };
    let opened = match adhesion::redeem(actor, &mut tx, &entering).await? {
        Ok(opened) => opened,
        Err(unusable) => return Ok(Err(NotActivated::Unusable(unusable))),
    };
    super::facts::keep(&mut tx, actor.now(), &person, activation.told).await?;
    if let Arrival::Newcomer { username, name, lang, notice, .. } = &activation.who {
        welcome(
            &mut tx,
            actor,
            &person,
            Welcome { opened: &opened, username, name, qualifica, lang: *lang, email: activation.email, notice },
        )
        .await?;
    }
    tx.commit().await?;
    Ok(Ok((person, opened)))
}

async fn person<'a>(tx: &mut Tx, actor: &Actor<Visitor>, activation: &Activation<'a>) -> Result<Result<(PersonId, &'a str), Refusal>> {
    match &activation.who {
        Arrival::Known { person, qualifica } => {
            let held = q(HOLD_PERSON).bind(*person).run(tx).await?;
            Ok(if held == 1 { Ok(((*person).clone(), *qualifica)) } else { Err(Refusal::Disabled) })
        }
        Arrival::Newcomer { username, name, qualifica, password_hash, lang, notice } => {
            let new = Newcomer {
                username,
                name,
                email: activation.email,
                password_hash: password_hash.clone(),
                lang: *lang,
                verified_at: None,
                notice,
            };
            Ok(people::enter(tx, actor.now(), &new).await?.map(|person| (person, *qualifica)).ok_or(Refusal::UsernameTaken))
        }
    }
}

struct Welcome<'a> {
    opened: &'a Opened,
    username: &'a str,
    name: &'a str,
    qualifica: &'a str,
    lang: Lang,
    email: &'a str,
    notice: &'a str,
}

/// The letter with the username and the link that confirms the address.
async fn welcome(tx: &mut Tx, actor: &Actor<Visitor>, person: &PersonId, to: Welcome<'_>) -> Result<()> {
    let now = actor.now();
    let (token, expires) = (random::token(), now.plus_days(ADDRESS_DAYS));
    let id: RegistrationId = random::id(now);
    let nothing = serde_json::to_string(&Told::default()).map_err(|e| Error::Bug(e.to_string()))?;
    q(NOTE)
        .bind(&id)
        .bind(&to.opened.ente.id)
        .bind(to.name)
        .bind(to.email)
        .bind(to.qualifica)
        .bind(to.lang.as_str())
        .bind(nothing)
        .bind(to.notice)
        .bind(now)
        .bind(random::fingerprint(&token))
        .bind(expires)
        .bind(person)
        .run(tx)
        .await?;
    actor.record(tx, Deed::new(Kind::RegistrationArrived).to(person).of(&to.opened.ente.id).detail(to.email)).await?;
    tx.post(now, Recipient::Person(person), |lang| letters::activated(lang, to.username, &to.opened.ente, &token, expires)).await
}

/// The address that a link confirms, as long as the account still has it.
pub async fn address_behind(actor: &Actor<Visitor>, token: &str) -> Result<Option<String>> {
    let row: Option<(String, PersonId)> =
        q(BY_LINK).bind(random::fingerprint(token)).bind(actor.now()).optional(&mut actor.reader().await?).await?;
    Ok(row.map(|(email, _)| email))
}

/// Confirms an address by its link, once. False if the link is of no use any more.
pub async fn confirm_address(actor: &Actor<Visitor>, token: &str) -> Result<bool> {
    let now = actor.now();
    let hash = random::fingerprint(token);
    let mut tx = actor.begin().await?;
    q(HOLD).bind(&hash).bind(now).run(&mut tx).await?;
    let row: Option<(String, PersonId)> = q(BY_LINK).bind(&hash).bind(now).optional(&mut tx).await?;
    let Some((email, person)) = row else { return Ok(false) };
    q(USED).bind(&hash).run(&mut tx).await?;
    q(VERIFY).bind(&person).bind(now).bind(&email).run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::AddressVerified).to(&person).detail(email)).await?;
    tx.commit().await?;
    Ok(true)
}
