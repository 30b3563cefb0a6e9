//! What presence holds about people: who was where and for how long, and who noted it.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};
use crate::platform::media::Rows;

/// Files that its rows name.
pub const FILES: &[Rows] = &[Rows::new("registri", "select distinct sha256, bytes from register_scan order by sha256")];

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "presences",
        table: "presence_mark",
        export: "select presence_mark_id, class_day_id, class_session_id, number, source, state, late, early, away, reason, noted_at \
                 from presence_mark where person_id = $1 order by noted_at, number",
        withheld: &[("person_id", Why::Key), ("noted_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    Holding {
        key: "presences-noted",
        table: "presence_mark",
        export: "select presence_mark_id, class_day_id, class_session_id, noted_at from presence_mark \
                 where noted_by = $1 and person_id <> $1 order by noted_at, number",
        withheld: &[("noted_by", Why::Key)],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding::authored(
        "presence-codes",
        "presence_secret",
        "select class_day_id, made_at from presence_secret where made_by = $1 order by made_at",
        Why::Secret,
    ),
    Holding::authored(
        "register-scans",
        "register_scan",
        "select register_scan_id, class_day_id, name, media, bytes, sha256, added_at, replaced_at, replaced_why from register_scan \
         where added_by = $1 or replaced_by = $1 order by added_at",
        Why::OfOthers,
    ),
    Holding::authored(
        "presence-logs",
        "presence_log",
        "select presence_log_id, class_day_id, name, kept_at, applied_at from presence_log where kept_by = $1 or applied_by = $1 \
         order by kept_at",
        Why::OfOthers,
    ),
    Holding {
        key: "presence-log-names",
        table: "presence_log_match",
        export: "select presence_log_id, identity from presence_log_match where person_id = $1 order by presence_log_id, identity",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    // What was answered is in no row of a person: see docs/decisions/0028.
    Holding {
        key: "surveys",
        table: "survey_reader",
        export: "select survey_id, invited_at, reminded_at, answered from survey_reader where person_id = $1 order by survey_id",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&["delete from survey_reader where person_id = $1"]),
        expiry: None,
    },
    Holding {
        key: "hours-taught",
        table: "timesheet_line",
        export: "select class_session_id, topic, minutes, confirmed_at from timesheet_line where person_id = $1 order by confirmed_at",
        withheld: &[("person_id", Why::Key), ("confirmed_by", Why::OfOthers)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
];
