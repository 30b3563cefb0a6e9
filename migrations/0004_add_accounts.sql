-- A signed-in browser as its owner sees it. Who is signed in now has none of this: they sign in again.
delete from session;
-- What the owner ends it by: the token itself is known to nobody.
alter table session add column session_id text;
-- Address of the client at sign-in, and what its browser called itself, in two words.
alter table session add column client text;
alter table session add column browser text;
-- When the person had been seen before it.
alter table session add column former_at bigint;
create unique index session_handle on session (session_id);

-- A link by letter that opens one account once: a forgotten password, or the first one.
create table account_link (
    -- SHA-256 of what the letter carries.
    link_hash text primary key not null,
    person_id text not null references person (person_id),
    purpose text not null check (purpose in ('reset', 'invite')),
    created_at bigint not null,
    expires_at bigint not null,
    -- Used, or overtaken by another.
    used_at bigint
);
create index account_link_person on account_link (person_id);

-- Somebody has forgotten a password: noted as typed, so that the answer is the same whether anybody is called so.
create table reset_request (
    reset_request_id text primary key not null,
    login text not null,
    asked_at bigint not null
);

-- A new address, which both mailboxes confirm.
create table address_change (
    address_change_id text primary key not null,
    person_id text not null references person (person_id),
    former text not null,
    address text not null,
    -- SHA-256 of what the letters to the two mailboxes carry.
    former_hash text not null unique,
    address_hash text not null unique,
    asked_at bigint not null,
    expires_at bigint not null,
    former_confirmed_at bigint,
    address_confirmed_at bigint,
    -- Done, stopped, or overtaken by another.
    ended_at bigint
);
create index address_change_person on address_change (person_id);

-- Failures in a row on one subject (a username as typed, a code): its next attempt waits longer. Kept as SHA-256.
create table attempt (
    kind text not null,
    subject text not null,
    failures bigint not null,
    last_at bigint not null,
    primary key (kind, subject)
);
create index attempt_last on attempt (last_at);

-- Which subjects a client has tried, and with success: many different failures are a search, a success is an office at work.
create table client_attempt (
    kind text not null,
    client text not null,
    subject text not null,
    tried_at bigint not null,
    succeeded_at bigint,
    primary key (kind, client, subject)
);
create index client_attempt_tried on client_attempt (tried_at);
