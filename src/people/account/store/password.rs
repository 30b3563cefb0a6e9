//! Passwords chosen anew: by a link, or by giving the present one.

use super::links;
use crate::access::session::{self, Device};
use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Person, Visitor, password, sessions};
use crate::domain::deed::{Deed, Kind};
use crate::people::account::{NotChanged, Purpose, letters};
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const USE: &str = "update account_link set used_at = $2 where link_hash = $1 and used_at is null and expires_at > $2";
const USE_OTHERS: &str = "update account_link set used_at = $2 where person_id = $1 and used_at is null";
const KEPT: &str = "select username, email, password_hash from person where person_id = $1";
/// Whoever came by a letter has shown that the address is theirs.
const SET_BY_LETTER: &str = "\
    update person set password_hash = $2, verified_at = coalesce(verified_at, $3) where person_id = $1 and disabled_at is null";
const SET: &str = "update person set password_hash = $2 where person_id = $1 and password_hash = $3 and disabled_at is null";

/// Sets the password of the account that a link opens, once: all sessions end, and a letter tells it. A link that is no
/// good (any more): [`Error::NotFound`].
pub async fn choose(actor: &Actor<Visitor>, token: &str, chosen: String) -> Result<Result<(), NotChanged>> {
    let (link, now) = (links::opened_by(actor, token).await?, actor.now());
    if let Err(weakness) = password::check(&chosen, &link.username) {
        return Ok(Err(NotChanged::Weak(weakness)));
    }
    let hash = password::hash(chosen).await?;
    let mut tx = actor.begin().await?;
    if q(USE).bind(random::fingerprint(token)).bind(now).run(&mut tx).await? == 0
        || q(SET_BY_LETTER).bind(&link.person).bind(hash).bind(now).run(&mut tx).await? == 0
    {
        return Err(Error::NotFound);
    }
    q(USE_OTHERS).bind(&link.person).bind(now).run(&mut tx).await?;
    sessions::end_all(&mut tx, &link.person).await?;
    let (username, email, _): (String, String, String) = q(KEPT).bind(&link.person).one(&mut tx).await?;
    for login in [&username, &email] {
        throttle::forgive(&mut tx, Trying::SignIn, login).await?;
    }
    let (kind, first) = match link.purpose {
        Purpose::Reset => (Kind::PasswordReset, false),
        Purpose::Invite => (Kind::PasswordChosen, true),
    };
    actor.record(&mut tx, Deed::new(kind).to(&link.person)).await?;
    let told = |lang| if first { letters::password_chosen(lang, &username, now) } else { letters::password_changed(lang, &username, now) };
    tx.post(now, Recipient::Person(&link.person), told).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether a person's present password was given: asked again before what an open browser alone must not do.
pub async fn is_present(actor: &Actor<Person>, present: String) -> Result<bool> {
    let attempt = throttle::admit(actor, Trying::Password, &actor.person().to_string()).await?;
    let (_, _, kept): (String, String, String) = q(KEPT).bind(actor.person()).one(&mut actor.reader().await?).await?;
    let right = password::verify(present, Some(kept)).await?;
    if right {
        attempt.succeeded(actor).await?;
    }
    Ok(right)
}

/// Changes the password of the person who gives the present one: the other sessions end, this one goes on under a new
/// token, and a letter tells it.
pub async fn change(actor: &Actor<Person>, present: String, chosen: String, device: &Device<'_>) -> Result<Result<(), NotChanged>> {
    let (username, _, kept): (String, String, String) = q(KEPT).bind(actor.person()).one(&mut actor.reader().await?).await?;
    if let Err(weakness) = password::check(&chosen, &username) {
        return Ok(Err(NotChanged::Weak(weakness)));
    }
    if !is_present(actor, present).await? {
        return Ok(Err(NotChanged::Present));
    }
    let hash = password::hash(chosen).await?;
    let mut tx = actor.begin().await?;
    // Changed meanwhile from elsewhere: what was given is the present one no more.
    if q(SET).bind(actor.person()).bind(hash).bind(kept).run(&mut tx).await? == 0 {
        return Ok(Err(NotChanged::Present));
    }
    changed(actor, &mut tx, &username).await?;
    let renewed = session::renewed(&mut tx, device, actor.now()).await?;
    tx.commit().await?;
    renewed.keep();
    Ok(Ok(()))
}

async fn changed(actor: &Actor<Person>, tx: &mut Tx, username: &str) -> Result<()> {
    let now = actor.now();
    q(USE_OTHERS).bind(actor.person()).bind(now).run(tx).await?;
    sessions::end_others(actor, tx).await?;
    actor.record(tx, Deed::new(Kind::PasswordChanged).to(actor.person())).await?;
    tx.post(now, Recipient::Person(actor.person()), |lang| letters::password_changed(lang, username, now)).await
}
