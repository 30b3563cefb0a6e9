//! What the desk of the segreteria holds about people.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "contacts",
        table: "contact",
        export: "select contact_id, ente_id, channel, happened_on, outcome, next_on, noted_at from contact where person_id = $1 \
                 order by contact_id",
        withheld: &[("person_id", Why::Key), ("noted_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&["update contact set outcome = '' where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "contacts-noted",
        table: "contact",
        export: "select contact_id, happened_on, noted_at from contact where noted_by = $1 order by contact_id",
        withheld: &[("noted_by", Why::Key)],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding::authored(
        "reading-consents",
        "reading_consent",
        "select reading_consent_id, assessment_id, given_at, case when revoked_by = $1 then revoked_at end as revoked_at \
         from reading_consent where given_by = $1 or revoked_by = $1 order by given_at",
        Why::OfTheEnte,
    ),
    Holding {
        key: "namesakes",
        table: "namesake",
        export: "select said_at from namesake where person_id = $1 or other_id = $1 or said_by = $1 order by said_at",
        withheld: &[("person_id", Why::Key), ("other_id", Why::OfOthers), ("said_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&["delete from namesake where person_id = $1 or other_id = $1"]),
        expiry: None,
    },
    Holding::authored(
        "mailings",
        "mailing",
        "select mailing_id, made_at from mailing where made_by = $1 order by made_at",
        Why::OfTheProgramme,
    ),
];
