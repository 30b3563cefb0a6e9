//! What the register of enti holds about people: who noted what.

use crate::platform::holdings::{Holding, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding::authored(
        "adhesions",
        "adhesion",
        "select edition_id, ente_id, since from adhesion where set_by = $1 or exception_by = $1 order by since",
        Why::OfTheEnte,
    ),
    Holding::authored(
        "papers",
        "adhesion_paper",
        "select edition_id, ente_id, kind, changed_at from adhesion_paper where changed_by = $1 order by changed_at",
        Why::OfTheEnte,
    ),
    Holding::authored(
        "activations",
        "activation",
        "select edition_id, ente_id, made_at, case when used_by = $1 then used_at end as used_at from activation \
         where made_by = $1 or used_by = $1 order by made_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "imports",
        "import",
        "select import_id, kind, file_name, uploaded_at, done_at from import where uploaded_by = $1 or done_by = $1 order by uploaded_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "successions",
        "succession",
        "select succession_id, from_id, to_id, created_at from succession where created_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
];
