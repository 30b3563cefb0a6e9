//! What the tables of the identity provider hold about people.

use crate::platform::holdings::{Erasure, Holding, Purpose, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "fiscal-number",
        table: "fiscal_number",
        export: "select number, given_at from fiscal_number where person_id = $1",
        withheld: &[("person_id", Why::Key), ("given_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Account,
        erasure: Erasure::Go(&["delete from fiscal_number where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "identities",
        table: "external_identity",
        export: "select external_identity_id, issuer, subject, linked_by, linked_at, used_at from external_identity \
                 where person_id = $1 order by linked_at",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Account,
        erasure: Erasure::Go(&["delete from external_identity where person_id = $1"]),
        expiry: None,
    },
];
