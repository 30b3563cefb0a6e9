-- A contact by telephone or otherwise, noted by the segreteria: of an ente, of a person, or of a person at an ente.
create table contact (
    contact_id text primary key not null,
    ente_id text references ente (ente_id),
    person_id text references person (person_id),
    channel text not null check (channel in ('telefono', 'email', 'pec', 'persona')),
    happened_on text not null,
    outcome text not null,
    -- The day on which to call again; the latest contact of an ente decides.
    next_on text,
    noted_at bigint not null,
    noted_by text not null references person (person_id)
);
create index contact_ente on contact (ente_id, contact_id);
create index contact_person on contact (person_id, contact_id);

-- By which an ente lets the segreteria read the answers of one rilevazione. One is in force at most.
create table reading_consent (
    reading_consent_id text primary key not null,
    assessment_id text not null references assessment (assessment_id),
    given_at bigint not null,
    given_by text not null references person (person_id),
    revoked_at bigint,
    revoked_by text references person (person_id)
);
create index reading_consent_assessment on reading_consent (assessment_id);

-- Two accounts that look like one person and are not.
create table namesake (
    -- The lesser id of the two.
    person_id text not null references person (person_id),
    other_id text not null references person (person_id),
    said_at bigint not null,
    said_by text not null references person (person_id),
    primary key (person_id, other_id)
);

-- An invitation to many enti at once; a job works through them.
create table mailing (
    mailing_id text primary key not null,
    made_at bigint not null,
    made_by text not null references person (person_id),
    -- The filter by which they were chosen, as it stood in the address.
    chosen text not null,
    -- Held by whoever works through it.
    touched bigint not null,
    ended_at bigint
);

create table mailing_ente (
    mailing_id text not null references mailing (mailing_id),
    ente_id text not null references ente (ente_id),
    -- Null while it waits.
    done_at bigint,
    outcome text check (outcome in ('sent', 'no-address', 'lately', 'not-admitted')),
    primary key (mailing_id, ente_id)
);
create index mailing_ente_ente on mailing_ente (ente_id, done_at);
create index mailing_ente_waiting on mailing_ente (mailing_id, done_at);
