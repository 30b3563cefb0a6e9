-- Accounts: what letters, sign-in and privacy need of a person. Of letters and pages; null is Italian.
alter table person add column lang text;
-- Letters one by one (null), or gathered once a day.
alter table person add column letters text check (letters in ('each', 'daily'));
-- When the address was shown to be theirs.
alter table person add column verified_at bigint;
alter table person add column seen_at bigint;
alter table person add column disabled_by text;
alter table person add column disabled_reason text;
-- When, and which version of the privacy notice was declared read.
alter table person add column notice_read_at bigint;
alter table person add column notice_version text;
-- Made anonymous: what had to stay still points here.
alter table person add column erased_at bigint;
alter table person add column merged_into text;

-- What the office of an ente is reached by.
alter table ente add column pec text;
alter table ente add column ipa_code text;
-- People with an address of this domain need no approval.
alter table ente add column mail_domain text;
alter table ente add column mountain boolean;
-- First day on which it was no more: fusions, dissolved unioni.
alter table ente add column ended_on text;

-- The outbox: a letter is a row in the transaction of its fact.
create table letter (
    letter_id text primary key not null,
    -- None: somebody without an account yet.
    person_id text references person (person_id),
    address text not null,
    name text not null,
    kind text not null,
    subject text not null,
    secret boolean not null,
    -- The letter as JSON; null once a secret one is sent.
    content text,
    posted_at bigint not null,
    -- Not before this instant: delivery, retry, digest.
    due_at bigint not null,
    attempts bigint not null,
    -- Taken by a carrier; if it dies, taken again after a while under the same Message-ID.
    taken_at bigint,
    sent_at bigint,
    -- Given up.
    failed_at bigint,
    fault text,
    -- The digest it went out with.
    digest_id text references letter (letter_id)
);
create index letter_due on letter (due_at);
create index letter_person on letter (person_id);

-- The audit trail: rows are only ever added.
create table deed (
    deed_id text primary key not null,
    happened_at bigint not null,
    -- None: the machine, or the command line.
    done_by text references person (person_id),
    -- The role in which it was done.
    role text not null,
    kind text not null,
    person_id text references person (person_id),
    ente_id text references ente (ente_id),
    detail text not null,
    -- Address of the client, where known.
    client text
);
create index deed_happened on deed (happened_at);
create index deed_person on deed (person_id);
create index deed_done_by on deed (done_by);

-- Access log of system administrators, kept apart and for at least six months (Garante, provv. 27.11.2008).
create table system_access (
    system_access_id text primary key not null,
    happened_at bigint not null,
    person_id text references person (person_id),
    username text not null,
    kind text not null check (kind in ('in', 'out', 'refused')),
    client text
);
create index system_access_happened on system_access (happened_at);
