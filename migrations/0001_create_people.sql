-- Whom the programme addresses: comuni and the forms in which they associate.
create table ente (
    ente_id text primary key not null,
    kind text not null check (kind in ('comune', 'unione', 'comunita-montana', 'consorzio', 'altro')),
    name text not null,
    -- Plate code of the province; an association has that of its seat.
    province text not null,
    region text not null,
    -- Six digits, text: leading zeros count. Only comuni have one.
    istat_code text unique,
    cadastral_code text unique,
    residents bigint,
    residents_year bigint,
    latitude double precision,
    longitude double precision,
    -- The name without accents and case, for finding it.
    search text not null,
    created_at bigint not null,
    created_by text
);
create index ente_search on ente (search);

-- Comuni of an associated form.
create table ente_member (
    association_id text not null references ente (ente_id),
    comune_id text not null references ente (ente_id),
    primary key (association_id, comune_id)
);
create index ente_member_comune on ente_member (comune_id);

-- Several people may share one mailbox: the username is what tells them apart.
create table person (
    person_id text primary key not null,
    username text not null unique,
    name text not null,
    email text not null,
    password_hash text not null,
    created_at bigint not null,
    disabled_at bigint
);

-- An incarico. Roles of the programme (secretariat, expert, …) have no ente.
create table appointment (
    appointment_id text primary key not null,
    person_id text not null references person (person_id),
    ente_id text references ente (ente_id),
    role text not null check (role in ('member', 'coordinator', 'expert', 'trainer', 'secretariat', 'observer', 'administrator')),
    qualifica text not null,
    starts_on text not null,
    ends_on text
);
create index appointment_person on appointment (person_id);
create index appointment_ente on appointment (ente_id);

-- The cookie carries the token; only its SHA-256 is kept.
create table session (
    token_hash text primary key not null,
    person_id text not null references person (person_id),
    appointment_id text references appointment (appointment_id),
    created_at bigint not null,
    seen_at bigint not null
);
create index session_person on session (person_id);

-- The row is the lease of a background job.
create table job (
    name text primary key not null,
    due_at bigint not null,
    taken_at bigint
);
