-- A rilevazione of one ente on one version of one questionnaire.
create table assessment (
    assessment_id text primary key not null,
    ente_id text not null references ente (ente_id),
    questionnaire text not null,
    version text not null,
    -- SHA-256 of the questionnaire's files when it was opened: a published version never changes.
    content_hash text not null,
    opened_at bigint not null,
    opened_by text not null references person (person_id),
    -- Held by every writing transaction before it looks.
    touched bigint not null,
    -- Set while closed; a reopening clears it.
    closed_at bigint
);
create index assessment_ente on assessment (ente_id);

-- One answer with note and act: the unit of saving, and of conflict.
create table answer (
    assessment_id text not null references assessment (assessment_id),
    question_id text not null,
    -- JSON as in the contract; null: only a note or an act so far.
    value text,
    note text not null,
    act text not null,
    -- Grows by one at every change.
    revision bigint not null,
    changed_at bigint not null,
    changed_by text not null references person (person_id),
    primary key (assessment_id, question_id)
);

-- What was frozen at a closing. Kept for ever: a reopening adds who, when and why.
create table closing (
    assessment_id text not null references assessment (assessment_id),
    number bigint not null,
    closed_at bigint not null,
    closed_by text not null references person (person_id),
    signed_name text not null,
    signed_office text not null,
    authorised_by text not null,
    act text not null,
    -- Answers, notes and acts as they stood, JSON.
    answers text not null,
    reopened_at bigint,
    reopened_by text references person (person_id),
    reopened_reason text,
    primary key (assessment_id, number)
);

-- Who is in which section, for the line "una collega è in questa sezione".
create table section_visit (
    assessment_id text not null references assessment (assessment_id),
    section_id text not null,
    person_id text not null references person (person_id),
    seen_at bigint not null,
    primary key (assessment_id, section_id, person_id)
);

-- "Quanto sono chiare le informazioni su questa pagina?"
create table rating (
    rating_id text primary key not null,
    page text not null,
    stars bigint not null check (stars between 1 and 5),
    answer text not null,
    detail text not null,
    created_at bigint not null
);
