//! What seminars hold about people: who takes part in what, and who prepared it.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};
use crate::platform::media::Rows;

/// Files that its rows name.
pub const FILES: &[Rows] = &[Rows::new("materiali", "select distinct sha256, bytes from material_version order by sha256")];

pub const HOLDINGS: &[Holding] = &[
    Holding::authored(
        "seminars",
        "seminar",
        "select seminar_id, created_at, changed_at from seminar where created_by = $1 or changed_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "class-days",
        "class_day",
        "select class_day_id, created_at, published_at, cancelled_at, held_at, changed_at from class_day \
         where created_by = $1 or changed_by = $1 or published_by = $1 or cancelled_by = $1 or held_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "materials-withdrawn",
        "material",
        "select material_id, class_day_id, title, withdrawn_at from material where withdrawn_by = $1 order by withdrawn_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "materials",
        "material_version",
        "select material_version_id, material_id, number, name, media, bytes, sha256, added_at from material_version \
         where added_by = $1 order by added_at",
        Why::OfTheProgramme,
    ),
    Holding {
        key: "teaching",
        table: "class_trainer",
        export: "select class_day_id from class_trainer where person_id = $1 order by class_day_id",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    Holding {
        key: "enrolments",
        table: "enrolment",
        export: "select enrolment_id, class_day_id, ente_id, qualifica, number, standing, since, offer_until, why, how, asked_at, \
                 reminded_at from enrolment where person_id = $1 order by asked_at",
        withheld: &[("person_id", Why::Key), ("asked_by", Why::OfOthers), ("instead_of", Why::OfOthers), ("token_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Thin(Stays::Funded, &["update enrolment set token_hash = null where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "enrolments-asked",
        table: "enrolment",
        export: "select enrolment_id, class_day_id, asked_at from enrolment where asked_by = $1 and person_id <> $1 order by asked_at",
        withheld: &[("asked_by", Why::Key)],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding {
        key: "enrolment-steps",
        table: "enrolment_step",
        export: "select s.enrolment_step_id, s.enrolment_id, s.happened_at, s.standing, s.why, s.note from enrolment_step s \
                 join enrolment e on e.enrolment_id = s.enrolment_id where e.person_id = $1 order by s.happened_at",
        withheld: &[("done_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Thin(
            Stays::Funded,
            &["update enrolment_step set note = '' where enrolment_id in (select enrolment_id from enrolment where person_id = $1)"],
        ),
        expiry: None,
    },
    Holding::authored(
        "enrolment-steps-done",
        "enrolment_step",
        "select enrolment_step_id, happened_at from enrolment_step where done_by = $1 order by happened_at",
        Why::OfOthers,
    ),
    Holding {
        key: "calendar-feeds",
        table: "calendar_feed",
        export: "select calendar_feed_id, made_at, read_at, revoked_at from calendar_feed where person_id = $1 order by made_at",
        withheld: &[("person_id", Why::Key), ("token_hash", Why::Secret)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&["delete from calendar_feed where person_id = $1"]),
        expiry: None,
    },
];
