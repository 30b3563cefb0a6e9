-- Files of enti, people and successions: uploaded, judged, then carried out or given up.
create table import (
    import_id text primary key not null,
    kind text not null check (kind in ('enti', 'people', 'successions')),
    file_name text not null,
    -- SHA-256 of the file as it came.
    content_hash text not null,
    encoding text not null,
    -- What was read, which is what is carried out; null once it is, and after a while if it is not.
    content text,
    rows_read bigint not null,
    uploaded_at bigint not null,
    -- None: the command line.
    uploaded_by text references person (person_id),
    -- Set while somebody carries it out.
    started_at bigint,
    done_at bigint,
    done_by text references person (person_id),
    -- Whether people who were created got the letter to choose a password.
    invited boolean not null,
    created bigint,
    changed bigint,
    unchanged bigint
);
create index import_uploaded on import (uploaded_at);
-- The import that created it.
alter table appointment add column import_id text references import (import_id);

-- One ente going on in another, or nowhere; of a split there are several rows.
create table succession (
    succession_id text primary key not null,
    from_id text not null references ente (ente_id),
    to_id text references ente (ente_id),
    kind text not null check (kind in ('fusion', 'incorporation', 'split', 'transformation', 'dissolution')),
    -- First day on which the old ente was no more.
    happened_on text not null,
    -- Law or deed it rests on.
    act text not null,
    -- Whether appointments were carried on.
    carried boolean not null,
    created_at bigint not null,
    created_by text references person (person_id),
    unique (from_id, to_id)
);
create index succession_to on succession (to_id);

-- Whose past an ente may read: its predecessors, theirs, and so on.
create table ente_line (
    ente_id text not null references ente (ente_id),
    ancestor_id text not null references ente (ente_id),
    primary key (ente_id, ancestor_id)
);
create index ente_line_ancestor on ente_line (ancestor_id);

-- ISTAT codes that a comune once had.
create table ente_code (
    istat_code text primary key not null,
    ente_id text not null references ente (ente_id),
    -- First day of the code that followed.
    ended_on text not null,
    act text not null
);
create index ente_code_ente on ente_code (ente_id);

-- Members of associations as of today stand in ente_member; since when, where it is known.
alter table ente_member add column starts_on text;
-- Those who left.
create table ente_member_past (
    association_id text not null references ente (ente_id),
    comune_id text not null references ente (ente_id),
    starts_on text,
    -- First day on which it was no member.
    ended_on text not null,
    primary key (association_id, comune_id, ended_on)
);
create index ente_member_past_comune on ente_member_past (comune_id);
