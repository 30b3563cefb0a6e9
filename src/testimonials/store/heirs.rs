//! Who goes on with the enti that tell something and are no more.

use std::collections::HashMap;

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::domain::ids::EnteId;
use crate::platform::Result;
use crate::platform::db::{AsConn, q};
use crate::testimonials::{Own, Told};

const HEIRS: &str = "\
    select l.ancestor_id, n.ente_id, n.kind, n.name, n.province \
    from ente_line l join ente n on n.ente_id = l.ente_id \
    where n.ended_on is null and l.ancestor_id in (select t.ente_id from testimonial t) order by n.search, n.province, n.ente_id";

#[derive(FromRow)]
struct Row {
    ancestor_id: EnteId,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
}

/// By the ente that was: those that are today, and go on with it.
pub type Heirs = HashMap<EnteId, Vec<EnteName>>;

/// Of all enti with a testimonial. One statement.
pub async fn all(on: &mut impl AsConn) -> Result<Heirs> {
    let rows: Vec<Row> = q(HEIRS).all(on).await?;
    let mut heirs = Heirs::new();
    for row in rows {
        let name = EnteName { id: row.ente_id, kind: row.kind, name: row.name, province: row.province };
        heirs.entry(row.ancestor_id).or_default().push(name);
    }
    Ok(heirs)
}

impl Told {
    /// With the enti that go on with the one that tells it.
    #[must_use]
    pub(super) fn with(mut self, heirs: &Heirs) -> Told {
        self.today = heirs.get(&self.ente.id).cloned().unwrap_or_default();
        self
    }
}

impl Own {
    /// The same, for the ente that answers.
    #[must_use]
    pub(super) fn with(mut self, heirs: &Heirs) -> Own {
        self.today = heirs.get(&self.ente.id).cloned().unwrap_or_default();
        self
    }
}
