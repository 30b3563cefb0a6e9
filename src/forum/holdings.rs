//! What the forum holds about people: who asked, answered, wrote and followed what.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};
use crate::platform::media::Rows;

/// Files that its rows name.
pub const FILES: &[Rows] =
    &[Rows::new("quesiti", "select distinct sha256, bytes from question_attachment where removed_at is null order by sha256")];

pub const HOLDINGS: &[Holding] = &[
    Holding::authored(
        "forum-days",
        "forum_day",
        "select forum_day_id, created_at, changed_at, extended_at, published_at from forum_day \
         where created_by = $1 or changed_by = $1 or extended_by = $1 or published_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
    Holding {
        key: "forum-duty",
        table: "forum_expert",
        export: "select forum_day_id from forum_expert where person_id = $1 order by forum_day_id",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    Holding {
        key: "questions",
        table: "question",
        export: "select question_id, edition_id, forum_day_id, theme, ente_id, asked_at, title, body, law, flags, released_title, \
                 released_body, released_law, released_at, assigned_at, answered_at, declined_at, declined_why \
                 from question where asked_by = $1 order by asked_at",
        withheld: &[
            ("asked_by", Why::Key),
            ("released_by", Why::OfOthers),
            ("assigned_to", Why::OfOthers),
            ("declined_by", Why::OfOthers),
            ("form_key", Why::Secret),
            ("touched", Why::OfTheProgramme),
        ],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding {
        key: "questions-handled",
        table: "question",
        export: "select question_id, released_at, assigned_at, declined_at from question \
                 where released_by = $1 or assigned_to = $1 or declined_by = $1 order by asked_at",
        withheld: &[],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding::authored(
        "question-files",
        "question_attachment",
        "select question_attachment_id, question_id, name, added_at, released_at from question_attachment \
         where added_by = $1 or released_by = $1 order by added_at",
        Why::OfTheEnte,
    ),
    Holding {
        key: "question-messages",
        table: "question_message",
        export: "select question_message_id, question_id, side, body, written_at from question_message where written_by = $1 order by written_at",
        withheld: &[("written_by", Why::Key), ("form_key", Why::Secret)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding::authored(
        "question-steps",
        "question_step",
        "select question_step_id, question_id, happened_at, step from question_step where done_by = $1 order by happened_at",
        Why::OfOthers,
    ),
    Holding::authored(
        "expert-answers",
        "expert_answer",
        "select expert_answer_id, theme, author_role, body, law, valid_until, created_at, read_at, published_at from expert_answer \
         where written_by = $1 or second_reader = $1 or published_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
    Holding {
        key: "forum-posts",
        table: "forum_post",
        export: "select forum_post_id, question_id, ente_id, author_role, body, written_at, hidden_at, hidden_why \
                 from forum_post where written_by = $1 order by written_at",
        withheld: &[("written_by", Why::Key), ("hidden_by", Why::OfOthers), ("form_key", Why::Secret)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Stay(Stays::ActOfTheEnte),
        expiry: None,
    },
    Holding {
        key: "forum-posts-hidden",
        table: "forum_post",
        export: "select forum_post_id, hidden_at from forum_post where hidden_by = $1 order by hidden_at",
        withheld: &[],
        rest: None,
        purpose: Purpose::Accountability,
        erasure: Erasure::Stay(Stays::Trail),
        expiry: None,
    },
    Holding::authored(
        "forum-post-steps",
        "forum_post_step",
        "select forum_post_step_id, forum_post_id, happened_at, step, note from forum_post_step where done_by = $1 order by happened_at",
        Why::OfOthers,
    ),
    Holding::authored(
        "question-interests",
        "question_interest",
        "select question_id, expressed_at from question_interest where expressed_by = $1 order by expressed_at",
        Why::OfTheEnte,
    ),
    Holding {
        key: "forum-follows",
        table: "forum_follow",
        export: "select edition_id, kind, about, ente_id, since from forum_follow where person_id = $1 order by since",
        withheld: &[("person_id", Why::Key)],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&["delete from forum_follow where person_id = $1"]),
        expiry: None,
    },
];
