-- A seminar of an edition: what is taught and to whom. It is held on one or more giornate d'aula.
create table seminar (
    seminar_id text primary key not null,
    edition_id text not null references edition (edition_id),
    -- One of the edition's themes, as it was called then.
    theme text not null,
    title text not null,
    description text not null,
    audience text not null,
    prerequisites text not null,
    -- Grows by one at every change: a form knows on what it was opened.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null,
    changed_by text references person (person_id)
);
create index seminar_edition on seminar (edition_id);

-- A giornata d'aula. Draft until published; then cancelled, or held.
create table class_day (
    class_day_id text primary key not null,
    seminar_id text not null references seminar (seminar_id),
    -- First and last instant of its sessions, kept here for order and search.
    starts_at bigint not null,
    ends_at bigint not null,
    -- As the register of enti spells it; null for a day that is online only.
    region text,
    -- Name, address, city, province, room, how to get there, accessibility: JSON.
    place text not null,
    online_link text,
    seats bigint not null,
    -- First instant at which it is too late to enrol by oneself.
    enrol_by bigint not null,
    -- Hours that the first who waits has to accept a seat that came free; null: it is theirs at once.
    offer_hours bigint,
    published_at bigint,
    published_by text references person (person_id),
    cancelled_at bigint,
    cancelled_by text references person (person_id),
    cancelled_why text,
    held_at bigint,
    held_by text references person (person_id),
    -- Grows by one at every step of an enrolment and at every change of the day: whoever writes about seats writes here first.
    touched bigint not null,
    -- What touched was when hours or place last changed: SEQUENCE of the calendars (RFC 5545, 3.8.7.4).
    sequence bigint not null,
    -- Grows by one at every change of the form.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null,
    changed_by text references person (person_id)
);
create index class_day_seminar on class_day (seminar_id);
create index class_day_starts on class_day (starts_at);

-- Part of a giornata that is signed for on its own: the morning, the afternoon.
create table class_session (
    class_session_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    starts_at bigint not null,
    ends_at bigint not null,
    topic text not null
);
create index class_session_day on class_session (class_day_id);

create table class_trainer (
    class_day_id text not null references class_day (class_day_id),
    person_id text not null references person (person_id),
    primary key (class_day_id, person_id)
);
create index class_trainer_person on class_trainer (person_id);

-- Seats kept for an ente, or for the enti of a province, until an instant.
create table reserved_seat (
    reserved_seat_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    ente_id text references ente (ente_id),
    province text,
    seats bigint not null,
    release_at bigint not null
);
create index reserved_seat_day on reserved_seat (class_day_id);

-- A person on a giornata: one row, however often they change their mind.
create table enrolment (
    enrolment_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    person_id text not null references person (person_id),
    -- For whom they take part, and as what, as it was when they enrolled.
    ente_id text references ente (ente_id),
    qualifica text not null,
    -- Order in which seats were asked for on that day; a new one at every new request.
    number bigint not null,
    standing text not null check (standing in ('seated', 'offered', 'waiting', 'out')),
    since bigint not null,
    -- Until when an offered seat may be accepted.
    offer_until bigint,
    -- Why somebody is out.
    why text check (why in ('withdrew', 'declined', 'lapsed', 'replaced', 'removed', 'cancelled', 'begun')),
    how text not null check (how in ('self', 'colleague', 'desk', 'substitute', 'walk-in')),
    asked_at bigint not null,
    asked_by text references person (person_id),
    -- Whose seat it is, for a substitute.
    instead_of text references enrolment (enrolment_id),
    -- Fingerprint of the link "non posso venire" of the letters.
    token_hash text,
    reminded_at bigint,
    unique (class_day_id, person_id)
);
create index enrolment_person on enrolment (person_id);
create index enrolment_ente on enrolment (ente_id);
create unique index enrolment_token on enrolment (token_hash);

-- What happened to an enrolment, step by step: rows are only ever added.
create table enrolment_step (
    enrolment_step_id text primary key not null,
    enrolment_id text not null references enrolment (enrolment_id),
    happened_at bigint not null,
    -- None: the rule, or the clock.
    done_by text references person (person_id),
    standing text not null,
    why text,
    note text not null
);
create index enrolment_step_enrolment on enrolment_step (enrolment_id);

-- The secret address of a person's own calendar.
create table calendar_feed (
    calendar_feed_id text primary key not null,
    person_id text not null references person (person_id),
    token_hash text not null,
    made_at bigint not null,
    read_at bigint,
    revoked_at bigint
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create index calendar_feed_person on calendar_feed (person_id);
