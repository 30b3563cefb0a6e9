//! What the rilevazioni hold about people: who did what, of answers that are the ente's.

use crate::platform::holdings::{After, Erasure, Expiry, Holding, Purpose, Stays, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "openings",
        table: "assessment",
        export: "select assessment_id, ente_id, questionnaire, version, content_hash, opened_at, closed_at from assessment \
                 where opened_by = $1 order by opened_at",
        withheld: &[("opened_by", Why::Key), ("touched", Why::OfTheEnte)],
        rest: None,
        purpose: Purpose::SelfAssessment,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding {
        key: "answers",
        table: "answer",
        export: "select assessment_id, question_id, revision, changed_at from answer where changed_by = $1 order by changed_at",
        withheld: &[("changed_by", Why::Key), ("value", Why::OfTheEnte), ("note", Why::OfTheEnte), ("act", Why::OfTheEnte)],
        rest: None,
        purpose: Purpose::SelfAssessment,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding {
        key: "closings",
        table: "closing",
        export: "select assessment_id, number, closed_at, signed_name, signed_office, authorised_by, act, reopened_at, reopened_reason \
                 from closing where closed_by = $1 or reopened_by = $1 order by closed_at",
        withheld: &[("closed_by", Why::Key), ("reopened_by", Why::Key), ("answers", Why::OfTheEnte)],
        rest: None,
        purpose: Purpose::SelfAssessment,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding {
        key: "visits",
        table: "section_visit",
        export: "select assessment_id, section_id, seen_at from section_visit where person_id = $1 order by seen_at",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::SelfAssessment,
        erasure: Erasure::Go(&["delete from section_visit where person_id = $1"]),
        expiry: Some(Expiry { days: 1, after: After::LastUse, statement: "delete from section_visit where seen_at < $1" }),
    },
];
