//! What records hold about people: their attestati, and who issued them.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};
use crate::platform::media::Rows;

/// Files that its rows name.
pub const FILES: &[Rows] = &[Rows::new("attestati", "select distinct sha256, cast(-1 as bigint) from certificate order by sha256")];

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "certificates",
        table: "certificate",
        export: "select certificate_id, code, edition_id, number, theme, content, minutes, sha256, issued_at, replaces, revoked_at, \
                 revoked_why from certificate where person_id = $1 order by issued_at, certificate_id",
        withheld: &[("person_id", Why::Key), ("issued_by", Why::OfOthers), ("revoked_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    Holding {
        key: "certificates-issued",
        table: "certificate",
        export: "select certificate_id, number, theme, issued_at, revoked_at from certificate \
                 where (issued_by = $1 or revoked_by = $1) and person_id <> $1 order by issued_at, certificate_id",
        withheld: &[("issued_by", Why::Key), ("revoked_by", Why::Key)],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
];
