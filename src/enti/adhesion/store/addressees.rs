//! Whom letters with codes are written to, and how their offices are reached.

use sqlx::FromRow;

use super::super::{Addressee, Addresses};
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EditionId, EnteId};
use crate::platform::db::q;
use crate::platform::{Error, Result};

/// Enti of an edition without a referente today, by region and province; `$2` is a region, or nothing for all.
const ADDRESSEES: &str = "\
    select e.ente_id, e.kind, e.name, e.province, coalesce(e.pec, '') as pec, \
           (select count(*) from activation c where c.edition_id = a.edition_id and c.ente_id = a.ente_id \
            and c.used_at is null and c.void_at is null and c.expires_at > $3) as waiting \
    from adhesion a join ente e on e.ente_id = a.ente_id \
    where a.edition_id = $1 and a.state <> 'withdrawn' and ($2 = '' or e.region = $2) and not exists \
        (select 1 from appointment p where p.ente_id = e.ente_id and p.role = 'coordinator' \
         and p.starts_on <= $4 and coalesce(p.ends_on, $4) >= $4) \
    order by e.region, e.province, e.search, e.ente_id";
const ADDRESSES: &str = "\
    select coalesce(pec, '') as pec, coalesce(ipa_code, '') as ipa_code, coalesce(mail_domain, '') as mail_domain \
    from ente where ente_id = $1";
const SET: &str = "update ente set pec = $2, ipa_code = $3, mail_domain = $4 where ente_id = $1";

#[derive(FromRow)]
struct AddresseeRow {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    pec: String,
    waiting: i64,
}

/// All of them at once: a line each, some thousands at most.
pub async fn addressees(actor: &Actor<Secretariat>, edition: &EditionId, region: &str) -> Result<Vec<Addressee>> {
    let query = q(ADDRESSEES).bind(edition).bind(region).bind(actor.now()).bind(actor.now().day());
    let rows: Vec<AddresseeRow> = query.all(&mut actor.reader().await?).await?;
    let addressee = |row: AddresseeRow| Addressee {
        ente: EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province },
        pec: row.pec,
        waits: row.waiting > 0,
    };
    Ok(rows.into_iter().map(addressee).collect())
}

#[derive(FromRow)]
struct AddressesRow {
    pec: String,
    ipa_code: String,
    mail_domain: String,
}

pub async fn addresses(actor: &Actor<Secretariat>, ente: &EnteId) -> Result<Addresses> {
    let row: AddressesRow = q(ADDRESSES).bind(ente).one(&mut actor.reader().await?).await?;
    Ok(Addresses { pec: row.pec, ipa_code: row.ipa_code, mail_domain: row.mail_domain })
}

/// Sets them as given; what is empty is not known.
pub async fn set_addresses(actor: &Actor<Secretariat>, ente: &EnteId, given: &Addresses) -> Result<()> {
    let known = |text: &String| (!text.is_empty()).then(|| text.clone());
    let mut tx = actor.begin().await?;
    let query = q(SET).bind(ente).bind(known(&given.pec)).bind(known(&given.ipa_code)).bind(known(&given.mail_domain));
    if query.run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let detail = format!("pec: {}; ipa: {}; domain: {}", given.pec, given.ipa_code, given.mail_domain);
    actor.record(&mut tx, Deed::new(Kind::EnteReached).of(ente).detail(detail)).await?;
    tx.commit().await
}
