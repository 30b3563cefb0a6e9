-- An attestato di partecipazione, as it was issued: the file is stored under its SHA-256 and never changes.
create table certificate (
    certificate_id text primary key not null,
    -- Sixteen signs without hyphens, printed on the paper and in its QR code.
    code text not null unique,
    edition_id text not null references edition (edition_id),
    -- Counted within the edition.
    number bigint not null,
    person_id text not null references person (person_id),
    theme text not null,
    -- What stands on it, JSON.
    content text not null,
    minutes bigint not null,
    sha256 text not null,
    issued_at bigint not null,
    issued_by text not null references person (person_id),
    -- The one in whose place it was issued.
    replaces text references certificate (certificate_id),
    revoked_at bigint,
    revoked_by text references person (person_id),
    revoked_why text,
    unique (edition_id, number)
);
create index certificate_person on certificate (person_id);
