//! A request for access: by a stranger, whose address is to be verified first; by somebody who has an account.

use crate::access::{Actor, Person, RoleName, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::RegistrationId;
use crate::domain::lang::Lang;
use crate::domain::registration::{LINK_DAYS, WAIT_DAYS, is_institutional};
use crate::enti::registration::{Entered, Wish, letters};
use crate::people::{self, Post};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

use super::deciding::{self, has_place, tell_approvers};

const ASK: &str = "\
    insert into registration (registration_id, kind, ente_id, role, name, email, qualifica, lang, facts, notice_version, asked_at, \
                              asked_by, token_hash, expires_at, person_id, arrived_at) \
    values ($1, 'request', $2, 'member', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, $13)";
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";
const OWN: &str = "select name, email, verified_at from person where person_id = $1";

/// A stranger asks: the letter with the link goes to the address that was written. Whether an account has that address is
/// told there, and nowhere else: the same is done and answered for every address.
pub async fn ask(actor: &Actor<Visitor>, wish: &Wish<'_>, lang: Lang) -> Result<()> {
    let now = actor.now();
    let token = random::token();
    let id: RegistrationId = random::id(now);
    let expires = now.plus_days(LINK_DAYS);
    let mut tx = actor.begin().await?;
    q(HOLD_ENTE).bind(&wish.ente.ente.id).run(&mut tx).await?;
    let sharers = people::sharing(&mut tx, wish.email).await?;
    q(ASK)
        .bind(&id)
        .bind(&wish.ente.ente.id)
        .bind(wish.name)
        .bind(wish.email)
        .bind(wish.qualifica)
        .bind(lang.as_str())
        .bind(facts_of(wish)?)
        .bind(wish.notice)
        .bind(now)
        .bind(None::<String>)
        .bind(random::fingerprint(&token))
        .bind(expires)
        .bind(None::<i64>)
        .run(&mut tx)
        .await?;
    let to = Recipient::Address { name: wish.name, address: wish.email, lang };
    tx.post(now, to, |lang| letters::verify(lang, &wish.ente.ente, &token, expires, &sharers)).await?;
    tx.commit().await
}

/// The answers as they are kept until there is a person to keep them with.
fn facts_of(wish: &Wish<'_>) -> Result<String> {
    serde_json::to_string(wish.told).map_err(|e| Error::Bug(e.to_string()))
}

/// Somebody with an account asks for one more appointment: no link is needed. An address of the ente's own domain that
/// was verified needs no approval either.
pub async fn ask_as(actor: &Actor<Person>, wish: &Wish<'_>, lang: Lang) -> Result<Entered> {
    let now = actor.now();
    let mut tx = actor.begin().await?;
    q(HOLD_ENTE).bind(&wish.ente.ente.id).run(&mut tx).await?;
    if has_place(&mut tx, actor.person(), &wish.ente.ente.id, now).await? {
        return Ok(Entered::Already);
    }
    let (name, email, verified): (String, String, Option<i64>) = q(OWN).bind(actor.person()).one(&mut tx).await?;
    let wish = Wish { name: &name, email: &email, ..wish.clone() };
    let id = add_known(&mut tx, actor, &wish, lang).await?;
    actor.record(&mut tx, Deed::new(Kind::RegistrationArrived).to(actor.person()).of(&wish.ente.ente.id)).await?;
    if verified.is_some() && is_institutional(&email, wish.ente.mail_domain.as_deref()) {
        let post = Post { person: actor.person(), ente: &wish.ente.ente.id, role: RoleName::Member, qualifica: wish.qualifica };
        people::appoint(&mut tx, now, post).await?;
        deciding::approve_at_once(&mut tx, actor, &id, post).await?;
        tx.commit().await?;
        return Ok(Entered::Appointed);
    }
    tell_approvers(&mut tx, now, &wish.ente.ente, |lang, here| letters::to_approve(lang, &name, &wish.ente.ente, here)).await?;
    tx.commit().await?;
    Ok(Entered::Waits)
}

async fn add_known(tx: &mut Tx, actor: &Actor<Person>, wish: &Wish<'_>, lang: Lang) -> Result<RegistrationId> {
    let now = actor.now();
    let id: RegistrationId = random::id(now);
    q(ASK)
        .bind(&id)
        .bind(&wish.ente.ente.id)
        .bind(wish.name)
        .bind(wish.email)
        .bind(wish.qualifica)
        .bind(lang.as_str())
        .bind(facts_of(wish)?)
        .bind(wish.notice)
        .bind(now)
        .bind(actor.person())
        .bind(None::<String>)
        .bind(now.plus_days(WAIT_DAYS))
        .bind(now)
        .run(tx)
        .await?;
    Ok(id)
}
