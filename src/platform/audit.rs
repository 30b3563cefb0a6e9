//! The audit trail: who did what to whom, when and from where. Rows are only ever added, in the transaction of the fact.

use std::net::IpAddr;

use super::db::{Tx, q};
use super::{Result, random};
use crate::domain::deed::Deed;
use crate::domain::ids::{DeedId, PersonId};
use crate::domain::moment::Moment;

/// Who acts, in which role, from where.
#[derive(Debug, Clone, Copy)]
pub struct Doer<'a> {
    /// None: the machine, the command line, or somebody who has not signed in.
    pub person: Option<&'a PersonId>,
    pub role: &'static str,
    pub client: Option<IpAddr>,
}

const KEEP: &str = "\
    insert into deed (deed_id, happened_at, done_by, role, kind, person_id, ente_id, detail, client) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

impl Tx {
    /// Notes a deed. Stores call it through `Actor::record`, which knows who, when and from where.
    pub async fn keep(&mut self, now: Moment, doer: Doer<'_>, deed: &Deed) -> Result<()> {
        let id: DeedId = random::id(now);
        q(KEEP)
            .bind(&id)
            .bind(now)
            .bind(doer.person)
            .bind(doer.role)
            .bind(deed.kind.as_str())
            .bind(deed.person.as_ref())
            .bind(deed.ente.as_ref())
            .bind(&deed.detail)
            .bind(doer.client.map(|client| client.to_string()))
            .run(self)
            .await?;
        Ok(())
    }
}
