//! What editions hold about people: who prepared them.

use crate::platform::holdings::{Holding, Why};

pub const HOLDINGS: &[Holding] = &[Holding::authored(
    "editions",
    "edition",
    "select edition_id, created_at, changed_at from edition where created_by = $1 or changed_by = $1 order by created_at",
    Why::OfTheProgramme,
)];
