//! Enti of a file, written row by row by statements prepared once.

use crate::access::Actor;
use crate::access::roles::Doing;
use crate::domain::ids::EnteId;
use crate::domain::import::enti::{EntiWork, Membership};
use crate::domain::import::register::Known;
use crate::domain::place_names::fold;
use crate::enti::members::store::{join, leave};
use crate::platform::Result;
use crate::platform::db::{Tx, q};

const ADD: &str = "\
    insert into ente (ente_id, kind, name, province, region, istat_code, pec, ipa_code, mail_domain, mountain, residents, residents_year, \
                      search, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing";
const CHANGE: &str = "\
    update ente set kind = $2, name = $3, province = $4, region = $5, pec = $6, ipa_code = $7, mail_domain = $8, mountain = $9, \
                    residents = $10, residents_year = $11, search = $12 \
    where ente_id = $1";

/// Whether all could be written; otherwise somebody was first, and nothing stands.
pub async fn write<R: Doing>(actor: &Actor<R>, tx: &mut Tx, work: &EntiWork) -> Result<bool> {
    for known in &work.created {
        if create(actor, tx, known).await? == 0 {
            return Ok(false);
        }
    }
    for known in &work.changed {
        change(tx, known).await?;
    }
    for Membership { association, joins, leaves, on } in &work.memberships {
        for comune in leaves {
            leave(tx, association, comune, *on).await?;
        }
        for comune in joins {
            join(tx, association, comune, *on).await?;
        }
    }
    Ok(true)
}

async fn create<R: Doing>(actor: &Actor<R>, tx: &mut Tx, known: &Known) -> Result<u64> {
    q(ADD)
        .bind(&known.id)
        .bind(known.kind.as_str())
        .bind(&known.name)
        .bind(&known.province)
        .bind(&known.region)
        .bind(known.istat_code.clone())
        .bind(known.pec.clone())
        .bind(known.ipa_code.clone())
        .bind(known.mail_domain.clone())
        .bind(known.mountain)
        .bind(known.residents)
        .bind(known.residents_year)
        .bind(fold(&known.name))
        .bind(actor.now())
        .bind(actor.role().doer())
        .run(tx)
        .await
}

async fn change(tx: &mut Tx, known: &Known) -> Result<u64> {
    let id: &EnteId = &known.id;
    q(CHANGE)
        .bind(id)
        .bind(known.kind.as_str())
        .bind(&known.name)
        .bind(&known.province)
        .bind(&known.region)
        .bind(known.pec.clone())
        .bind(known.ipa_code.clone())
        .bind(known.mail_domain.clone())
        .bind(known.mountain)
        .bind(known.residents)
        .bind(known.residents_year)
        .bind(fold(&known.name))
        .run(tx)
        .await
}
