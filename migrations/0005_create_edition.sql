-- An edition of the programme; several over the years.
create table edition (
    edition_id text primary key not null,
    name text not null,
    -- First and last day.
    starts_on text not null,
    ends_on text not null,
    -- What it decides (regions, limits, themes, funding), JSON.
    terms text not null,
    -- Grows by one at every change: a form knows on what it was opened.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null,
    changed_by text references person (person_id)
);

-- Where an ente stands with an edition; without a row nobody has asked it yet.
create table adhesion (
    edition_id text not null references edition (edition_id),
    ente_id text not null references ente (ente_id),
    state text not null check (state in ('invited', 'adhering', 'withdrawn')),
    -- Since when it stands so, and who brought it there.
    since bigint not null,
    set_by text references person (person_id),
    -- Admitted although outside the rule: why. Null where the rule decides.
    exception text,
    exception_at bigint,
    exception_by text references person (person_id),
    -- Grows by one at every change.
    revision bigint not null,
    primary key (edition_id, ente_id)
);
create index adhesion_ente on adhesion (ente_id);

-- The papers behind it: the act by which the ente adheres, and the one by which it names its referente.
create table adhesion_paper (
    edition_id text not null references edition (edition_id),
    ente_id text not null references ente (ente_id),
    kind text not null check (kind in ('adhesion', 'nomination')),
    -- What it is, as in "deliberazione di Giunta n. 12 del 4 marzo 2026"; whom a nomination names.
    reference text not null,
    -- Protocollo of the ente, and of whoever runs the programme.
    sent_number text not null,
    sent_on text,
    received_number text not null,
    received_on text,
    changed_at bigint not null,
    changed_by text references person (person_id),
    primary key (edition_id, ente_id, kind)
);

-- One-use codes printed in a letter to an ente. The code itself is kept nowhere.
create table activation (
    code_hash text primary key not null,
    edition_id text not null references edition (edition_id),
    ente_id text not null references ente (ente_id),
    made_at bigint not null,
    made_by text references person (person_id),
    expires_at bigint not null,
    used_at bigint,
    used_by text references person (person_id),
    -- A later code took its place, or the segreteria took it back.
    void_at bigint
);
create index activation_ente on activation (ente_id, edition_id);
