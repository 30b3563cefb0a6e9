-- A giornata di forum telematico of an edition: announced, gathering, open, closing, published. The clock moves it on.
create table forum_day (
    forum_day_id text primary key not null,
    edition_id text not null references edition (edition_id),
    title text not null,
    presentation text not null,
    -- Themes of the day, in order, and those whose answers a second expert reads before they are published: JSON lists.
    themes text not null,
    read_twice text not null,
    -- The Italian day of opens_at, kept here for search.
    held_on text not null,
    gathering_from bigint not null,
    opens_at bigint not null,
    closes_at bigint not null,
    -- A later end, with its reason: the one that was announced stays in closes_at.
    extended_to bigint,
    extended_why text,
    extended_at bigint,
    extended_by text references person (person_id),
    published_at bigint,
    published_by text references person (person_id),
    -- When the letters at the end of the day were written.
    digest_at bigint,
    -- Grows by one at whatever readers of the day see change: whoever writes about the day writes here first.
    touched bigint not null,
    -- Grows by one at every change of the form.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null,
    changed_by text references person (person_id)
);
create index forum_day_edition on forum_day (edition_id, opens_at);

-- Experts on duty.
create table forum_expert (
    forum_day_id text not null references forum_day (forum_day_id),
    person_id text not null references person (person_id),
    primary key (forum_day_id, person_id)
);
create index forum_expert_person on forum_expert (person_id);

-- Seminars whose themes the day takes up.
create table forum_day_seminar (
    forum_day_id text not null references forum_day (forum_day_id),
    seminar_id text not null references seminar (seminar_id),
    primary key (forum_day_id, seminar_id)
);
create index forum_day_seminar_seminar on forum_day_seminar (seminar_id);

-- A quesito. What was typed is for its own ente, the experts and the segreteria; others see what was released, and nothing before.
create table question (
    question_id text primary key not null,
    edition_id text not null references edition (edition_id),
    -- None: it waits for the next day (in coda).
    forum_day_id text references forum_day (forum_day_id),
    theme text not null,
    ente_id text not null references ente (ente_id),
    asked_by text references person (person_id),
    asked_at bigint not null,
    title text not null,
    body text not null,
    law text not null,
    -- Kinds of personal data that the program believes to see in it: JSON list.
    flags text not null,
    -- The public text, made by hand from the original.
    released_title text,
    released_body text,
    released_law text,
    released_at bigint,
    released_by text references person (person_id),
    -- The expert who took it, and since when.
    assigned_to text references person (person_id),
    assigned_at bigint,
    -- When its first answer was published.
    answered_at bigint,
    -- Laid aside by the segreteria or an expert: out of theme, or asked twice.
    declined_at bigint,
    declined_by text references person (person_id),
    declined_why text,
    -- Made with the empty form: a form sent twice makes one row.
    form_key text not null,
    touched bigint not null
);
create unique index question_form_key on question (form_key);
create index question_day on question (forum_day_id);
create index question_ente on question (ente_id);
create index question_edition on question (edition_id, theme);
create index question_assigned on question (assigned_to);
create index question_asked_by on question (asked_by);

-- A file of a quesito, released apart from it; a redacted copy is a file of its own.
create table question_attachment (
    question_attachment_id text primary key not null,
    question_id text not null references question (question_id),
    name text not null,
    media text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes bigint not null,
    -- SHA-256 of the content, in hexadecimal: the file is stored under it.
    sha256 text not null,
    added_at bigint not null,
    added_by text references person (person_id),
    -- The file of which this is the redacted copy.
    redacts text references question_attachment (question_attachment_id),
    released_at bigint,
    released_by text references person (person_id),
    removed_at bigint
);
create index question_attachment_question on question_attachment (question_id);

-- The private thread of a quesito: what an expert asks and its ente replies.
create table question_message (
    question_message_id text primary key not null,
    question_id text not null references question (question_id),
    side text not null check (side in ('expert', 'ente')),
    body text not null,
    written_at bigint not null,
    written_by text references person (person_id),
    form_key text not null
);
create unique index question_message_form_key on question_message (form_key);
create index question_message_question on question_message (question_id);

-- Who took a quesito, gave it on, laid it aside, released it: rows are only ever added.
create table question_step (
    question_step_id text primary key not null,
    question_id text not null references question (question_id),
    happened_at bigint not null,
    done_by text references person (person_id),
    step text not null check (step in ('taken', 'given', 'left', 'released', 'unreleased', 'declined', 'resumed', 'answered')),
    note text not null
);
create index question_step_question on question_step (question_id);

-- A risposta dell'esperto: a draft until published; one may answer several quesiti.
create table expert_answer (
    expert_answer_id text primary key not null,
    edition_id text not null references edition (edition_id),
    theme text not null,
    written_by text references person (person_id),
    -- How the author is styled below the answer, as it was then.
    author_role text not null,
    body text not null,
    law text not null,
    -- Last Italian day on which it holds; none: as long as the law does.
    valid_until text,
    -- Whether a second expert has to read it first, and who did.
    read_twice boolean not null,
    second_reader text references person (person_id),
    read_at bigint,
    created_at bigint not null,
    changed_at bigint not null,
    published_at bigint,
    published_by text references person (person_id),
    superseded_by text references expert_answer (expert_answer_id),
    superseded_at bigint,
    -- Grows by one at every change: a form knows on what it was opened.
    revision bigint not null
);
create index expert_answer_edition on expert_answer (edition_id, theme);
create index expert_answer_author on expert_answer (written_by);

create table answer_question (
    expert_answer_id text not null references expert_answer (expert_answer_id),
    question_id text not null references question (question_id),
    primary key (expert_answer_id, question_id)
);
create index answer_question_question on answer_question (question_id);

-- An intervento of a participant, an expert or the segreteria, below a quesito.
create table forum_post (
    forum_post_id text primary key not null,
    question_id text not null references question (question_id),
    -- None for who acts for the programme.
    ente_id text references ente (ente_id),
    written_by text references person (person_id),
    author_role text not null,
    body text not null,
    written_at bigint not null,
    hidden_at bigint,
    hidden_by text references person (person_id),
    hidden_why text,
    form_key text not null
);
create unique index forum_post_form_key on forum_post (form_key);
create index forum_post_question on forum_post (question_id, written_at);

-- What happened to an intervento: rows are only ever added.
create table forum_post_step (
    forum_post_step_id text primary key not null,
    forum_post_id text not null references forum_post (forum_post_id),
    happened_at bigint not null,
    done_by text references person (person_id),
    step text not null check (step in ('reported', 'hidden', 'restored')),
    note text not null
);
create index forum_post_step_post on forum_post_step (forum_post_id);

-- "Interessa anche a noi": once for each ente.
create table question_interest (
    question_id text not null references question (question_id),
    ente_id text not null references ente (ente_id),
    expressed_by text references person (person_id),
    expressed_at bigint not null,
    primary key (question_id, ente_id)
);
create index question_interest_ente on question_interest (ente_id);

-- What somebody follows: a quesito or a giornata by its id, a theme by its name.
create table forum_follow (
    person_id text not null references person (person_id),
    edition_id text not null references edition (edition_id),
    kind text not null check (kind in ('question', 'theme', 'day')),
    about text not null,
    -- For whom they act: the ente whose own quesiti they see.
    ente_id text references ente (ente_id),
    since bigint not null,
    primary key (person_id, edition_id, kind, about)
);
create index forum_follow_about on forum_follow (kind, about);
