-- Somebody on a course. The course itself is a folder: its id and version are all that is kept of it here.
create table course_enrolment (
    course_enrolment_id text primary key not null,
    course_id text not null,
    person_id text not null references person (person_id),
    -- The ente acted for when enrolling, if any.
    ente_id text references ente (ente_id),
    -- The version begun on.
    version bigint not null,
    enrolled_at bigint not null,
    -- Rises with every step: what a writing transaction holds.
    touched bigint not null,
    test_passed_at bigint,
    -- Set once: all lessons of that version were read, and the test passed.
    completed_at bigint,
    completed_version bigint,
    unique (course_id, person_id)
);
create index course_enrolment_person on course_enrolment (person_id);
create index course_enrolment_ente on course_enrolment (ente_id);

-- A lesson that somebody declared having read.
create table lesson_read (
    course_enrolment_id text not null references course_enrolment (course_enrolment_id),
    lesson text not null,
    version bigint not null,
    read_at bigint not null,
    primary key (course_enrolment_id, lesson)
);

-- One go at a quiz. Open until handed in; of one quiz one at most is open.
create table quiz_attempt (
    quiz_attempt_id text primary key not null,
    course_enrolment_id text not null references course_enrolment (course_enrolment_id),
    quiz text not null,
    -- Whether it is the final test of the course: the quizzes of lessons are for practice.
    final boolean not null,
    number bigint not null,
    version bigint not null,
    -- Of the course as it was: what changed since is not marked by another key.
    course_hash text not null,
    seed bigint not null,
    -- JSON: the questions drawn and the order of their options.
    paper text not null,
    begun_at bigint not null,
    -- JSON; with the next three, none before it is handed in.
    answers text,
    ended_at bigint,
    right_answers bigint,
    passed boolean,
    asked bigint not null,
    unique (course_enrolment_id, quiz, number)
);
