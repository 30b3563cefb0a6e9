//! What courses hold about people: who is on which, what they have read, how their tests went.

use crate::platform::holdings::{Erasure, Holding, Purpose, Stays, Why};

pub const HOLDINGS: &[Holding] = &[
    Holding {
        key: "course-enrolments",
        table: "course_enrolment",
        export: "select course_enrolment_id, course_id, ente_id, version, enrolled_at, test_passed_at, completed_at, completed_version \
                 from course_enrolment where person_id = $1 order by enrolled_at",
        withheld: &[("person_id", Why::Key), ("touched", Why::OfTheProgramme)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Stay(Stays::Funded),
        expiry: None,
    },
    Holding {
        key: "lessons-read",
        table: "lesson_read",
        export: "select l.course_enrolment_id, l.lesson, l.version, l.read_at from lesson_read l \
                 join course_enrolment e on e.course_enrolment_id = l.course_enrolment_id where e.person_id = $1 order by l.read_at",
        withheld: &[],
        rest: None,
        purpose: Purpose::Programme,
        erasure: Erasure::Go(&[
            "delete from lesson_read where course_enrolment_id in (select course_enrolment_id from course_enrolment where person_id = $1)",
        ]),
        expiry: None,
    },
    Holding {
        key: "quiz-attempts",
        table: "quiz_attempt",
        export: "select a.quiz_attempt_id, a.course_enrolment_id, a.quiz, a.final, a.number, a.version, a.begun_at, a.answers, a.ended_at, \
                 a.right_answers, a.passed, a.asked from quiz_attempt a \
                 join course_enrolment e on e.course_enrolment_id = a.course_enrolment_id where e.person_id = $1 order by a.begun_at",
        withheld: &[("course_hash", Why::OfTheProgramme), ("seed", Why::OfTheProgramme), ("paper", Why::OfTheProgramme)],
        rest: None,
        purpose: Purpose::Funding,
        erasure: Erasure::Thin(
            Stays::Funded,
            &["update quiz_attempt set answers = '{}' where answers is not null and course_enrolment_id in \
               (select course_enrolment_id from course_enrolment where person_id = $1)"],
        ),
        expiry: None,
    },
];
