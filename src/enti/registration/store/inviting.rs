//! Invitations: by the referente for the own ente, by the segreteria for any.

use crate::access::roles::Doing;
use crate::access::session::EnteName;
use crate::access::{Actor, Coordinator, RoleName};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EnteId, RegistrationId};
use crate::domain::lang::Lang;
use crate::domain::registration::{INVITATION_DAYS, INVITED_AT_ONCE, Outcome};
use crate::enti::registration::{Approver, letters};
use crate::platform::db::q;
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};

const HOLD_ENTE: &str = "\
    update ente set created_at = created_at \
    where ente_id = $1 and ($2 = '' or ente_id = $2) and (ended_on is null or ended_on > $3)";
const ENTE: &str = "select kind, name, province from ente where ente_id = $1";
const INVITER: &str = "select name from person where person_id = $1";
/// An invitation of the same address that stands is overtaken: the newest link is the one that counts.
const OVERTAKE: &str = "\
    update registration set outcome = 'withdrawn', decided_at = $3, token_hash = null \
    where ente_id = $1 and email = $2 and kind = 'invitation' and outcome is null";
const INVITE: &str = "\
    insert into registration (registration_id, kind, ente_id, role, name, email, qualifica, lang, facts, asked_at, asked_by, \
                              token_hash, expires_at) \
    values ($1, 'invitation', $2, $3, '', $4, '', $5, '{\"edition\":null,\"answers\":{}}', $6, $7, $8, $9)";
const WITHDRAW: &str = "\
    update registration set outcome = $3, decided_at = $4, decided_by = $5, token_hash = null \
    where registration_id = $1 and ente_id = $2 and kind = 'invitation' and outcome is null";
const ADDRESS: &str = "select email from registration where registration_id = $1";

/// Invites these addresses (in lower case, at most [`INVITED_AT_ONCE`]) to act for an ente in a role: a letter with a link
/// each, whether or not somebody has an account with that address. An ente that one may not invite for does not exist.
/// Returns how many letters left.
pub async fn invite<R: Approver + Doing>(actor: &Actor<R>, ente: &EnteId, role: RoleName, addresses: &[String]) -> Result<usize> {
    let now = actor.now();
    let scope = actor.role().scope().map(ToString::to_string).unwrap_or_default();
    let mut tx = actor.begin().await?;
    if q(HOLD_ENTE).bind(ente).bind(&scope).bind(now.day()).run(&mut tx).await? == 0 || !role.is_of_an_ente() {
        return Err(Error::NotFound);
    }
    let (kind, name, province): (String, String, String) = q(ENTE).bind(ente).one(&mut tx).await?;
    let named = EnteName { id: ente.clone(), kind, name, province };
    let (inviter,): (String,) = q(INVITER).bind(actor.person()).one(&mut tx).await?;
    let expires = now.plus_days(INVITATION_DAYS);
    let invited = addresses.iter().take(INVITED_AT_ONCE);
    for address in invited.clone() {
        let token = random::token();
        let id: RegistrationId = random::id(now);
        q(OVERTAKE).bind(ente).bind(address).bind(now).run(&mut tx).await?;
        q(INVITE)
            .bind(&id)
            .bind(ente)
            .bind(role.as_str())
            .bind(address)
            .bind(Lang::It.as_str())
            .bind(now)
            .bind(actor.person())
            .bind(random::fingerprint(&token))
            .bind(expires)
            .run(&mut tx)
            .await?;
        let to = Recipient::Address { name: "", address, lang: Lang::It };
        let invitation = letters::Invitation { inviter: &inviter, ente: &named, role, token: &token, expires };
        tx.post(now, to, |lang| letters::invitation(lang, &invitation)).await?;
        actor.record(&mut tx, Deed::new(Kind::PersonInvited).of(ente).detail(format!("{address}: {}", role.as_str()))).await?;
    }
    let count = invited.count();
    tx.commit().await?;
    Ok(count)
}

/// Takes an invitation of the own ente back: its link leads nowhere from now on.
pub async fn withdraw_invitation(actor: &Actor<Coordinator>, id: &RegistrationId) -> Result<()> {
    let mut tx = actor.begin().await?;
    let outcome = Outcome::Withdrawn.as_str();
    let statement = q(WITHDRAW).bind(id).bind(actor.ente()).bind(outcome).bind(actor.now()).bind(actor.person());
    if statement.run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let (address,): (String,) = q(ADDRESS).bind(id).one(&mut tx).await?;
    actor.record(&mut tx, Deed::new(Kind::InvitationWithdrawn).of(actor.ente()).detail(address)).await?;
    tx.commit().await
}
