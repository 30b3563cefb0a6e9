//! What the register of enti holds about people: who noted what.

use crate::platform::holdings::{After, Erasure, Expiry, Holding, Purpose, Stays, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "registrations",
        table: "registration",
        export: "select registration_id, kind, ente_id, role, name, email, qualifica, lang, facts, notice_version, asked_at, expires_at, \
                 arrived_at, reminded_at, outcome, decided_at, reason from registration where person_id = $1 order by registration_id",
        withheld: &[("person_id", Why::Key), ("token_hash", Why::Secret), ("asked_by", Why::OfOthers), ("decided_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Account,
        erasure: Erasure::Go(&[
            "update registration set name = '', email = '', qualifica = '', facts = '{}', reason = null, token_hash = null \
                                where person_id = $1",
        ]),
        expiry: Some(Expiry {
            days: 180,
            after: After::Ended,
            statement: "update registration set name = '', email = '', qualifica = '', facts = '{}', reason = null, token_hash = null \
                        where expires_at < $1 and person_id is null and email <> ''",
        }),
    },
    Holding {
        key: "registrations-decided",
        table: "registration",
        export: "select registration_id, kind, ente_id, asked_at, decided_at from registration where asked_by = $1 or decided_by = $1 \
                 order by registration_id",
        withheld: &[("asked_by", Why::Key), ("decided_by", Why::Key)],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding {
        key: "participant-facts",
        table: "participant_fact",
        export: "select edition_id, field, value, told_at from participant_fact where person_id = $1 order by edition_id, field",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
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
