//! A request for access: by a stranger, whose address is to be verified first; by somebody who has an account.

use crate::access::{Actor, Person, RoleName, Visitor};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{PersonId, RegistrationId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
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
    let (now, token) = (actor.now(), random::token());
    let expires = now.plus_days(LINK_DAYS);
    let mut tx = actor.begin().await?;
    q(HOLD_ENTE).bind(&wish.ente.ente.id).run(&mut tx).await?;
    let sharers = people::sharing(&mut tx, wish.email).await?;
    add(&mut tx, now, (wish, lang), &From::Stranger { token: &token, expires }).await?;
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
    let id = add(&mut tx, now, (&wish, lang), &From::Known(actor.person())).await?;
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

/// Who asks.
enum From<'a> {
    /// Nobody knows them: a link to the address that they wrote is good until then.
    Stranger { token: &'a str, expires: Moment },
    /// The request arrives at once, and waits.
    Known(&'a PersonId),
}

async fn add(tx: &mut Tx, now: Moment, (wish, lang): (&Wish<'_>, Lang), from: &From<'_>) -> Result<RegistrationId> {
    let id: RegistrationId = random::id(now);
    let (person, token, expires) = match from {
        From::Stranger { token, expires } => (None, Some(random::fingerprint(token)), *expires),
        From::Known(person) => (Some(*person), None, now.plus_days(WAIT_DAYS)),
    };
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
        .bind(person)
        .bind(token)
        .bind(expires)
        .bind(person.map(|_| now))
        .run(tx)
        .await?;
    Ok(id)
}
