-- Somebody on the way in: a request that waits for approval, an invitation, or whoever entered an activation code.
create table registration (
    registration_id text primary key not null,
    kind text not null check (kind in ('request', 'invitation', 'activation')),
    ente_id text not null references ente (ente_id),
    role text not null check (role in ('member', 'coordinator')),
    -- As written at the door; of an invitation only the address is known.
    name text not null,
    email text not null,
    qualifica text not null,
    lang text not null,
    -- The funder's fields as told at the door, JSON; they become facts of the person once there is one.
    facts text not null,
    -- The privacy notice that was declared read.
    notice_version text,
    asked_at bigint not null,
    -- Who invited, or the person with an account who asks for one more appointment.
    asked_by text references person (person_id),
    -- SHA-256 of the token in the link; null once it was used.
    token_hash text unique,
    -- Until then the link is good; of a request that arrived, until then it waits.
    expires_at bigint not null,
    -- The account behind it, and since when it waits for an answer.
    person_id text references person (person_id),
    arrived_at bigint,
    -- When those who approve were last reminded.
    reminded_at bigint,
    outcome text check (outcome in ('approved', 'refused', 'withdrawn', 'expired')),
    decided_at bigint,
    decided_by text references person (person_id),
    reason text
);
create index registration_ente on registration (ente_id);
create index registration_email on registration (email);
create index registration_person on registration (person_id);
create index registration_expires on registration (expires_at);

-- What the funder of an edition asks of those who take part, as the person told it.
create table participant_fact (
    person_id text not null references person (person_id),
    edition_id text not null,
    field text not null,
    value text not null,
    told_at bigint not null,
    primary key (person_id, edition_id, field)
);
create index participant_fact_edition on participant_fact (edition_id);
