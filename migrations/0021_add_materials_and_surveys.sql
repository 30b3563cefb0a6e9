-- Slides and other files of a giornata, or of a seminar for all its giornate. Content is in its versions.
create table material (
    material_id text primary key not null,
    seminar_id text not null references seminar (seminar_id),
    -- Null: of all the giornate of the seminar.
    class_day_id text references class_day (class_day_id),
    title text not null,
    -- From when those enrolled see it: at once, or from the end of their giornata.
    shown text not null check (shown in ('at-once', 'after-day')),
    withdrawn_at bigint,
    withdrawn_by text references person (person_id),
    -- Since when it waits to be told to those whose giornata is over; null: it need not be.
    tell_since bigint,
    told_at bigint
);
create index material_seminar on material (seminar_id);

-- The file of a material: the highest number stands, the others were replaced.
create table material_version (
    material_version_id text primary key not null,
    material_id text not null references material (material_id),
    number bigint not null,
    -- As whoever attached it called the file.
    name text not null,
    media text not null,
    bytes bigint not null,
    -- SHA-256 of the content, in hexadecimal: the file is stored under it.
    sha256 text not null,
    added_at bigint not null,
    added_by text not null references person (person_id),
    unique (material_id, number)
);

-- What those who took part in a giornata are asked: when it is over, and again three months later.
create table survey (
    survey_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    occasion text not null check (occasion in ('day', 'later')),
    questionnaire text not null,
    version text not null,
    content_hash text not null,
    opened_at bigint not null,
    closes_at bigint not null,
    -- How many have answered.
    answers bigint not null,
    -- What was answered, as sums by question and as texts in alphabetical order: JSON. No answer has a row of its own.
    box text not null,
    unique (class_day_id, occasion)
);

-- Who is asked, and who has answered: not when, and not what.
create table survey_reader (
    survey_id text not null references survey (survey_id),
    person_id text not null references person (person_id),
    invited_at bigint,
    reminded_at bigint,
    answered boolean not null,
    primary key (survey_id, person_id)
);
create index survey_reader_person on survey_reader (person_id);
