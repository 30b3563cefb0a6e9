//! What the tables of the second factor hold about people.

use crate::platform::holdings::{After, Erasure, Expiry, Holding, Purpose, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "factor",
        table: "factor",
        export: "select confirmed_at from factor where person_id = $1",
        withheld: &[("person_id", Why::Key), ("secret", Why::Secret), ("last_step", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from factor where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "recovery-codes",
        table: "recovery_code",
        export: "select made_at, used_at from recovery_code where person_id = $1 order by made_at, used_at",
        withheld: &[("person_id", Why::Key), ("code_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from recovery_code where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "pending-sign-ins",
        table: "pending_sign_in",
        export: "select ente_id, back, created_at from pending_sign_in where person_id = $1 order by created_at",
        withheld: &[("person_id", Why::Key), ("token_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Security,
        erasure: Erasure::Go(&["delete from pending_sign_in where person_id = $1"]),
        expiry: Some(Expiry { days: 1, after: After::Happened, statement: "delete from pending_sign_in where created_at < $1" }),
    },
];
