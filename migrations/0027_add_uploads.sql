-- Files on their way in. Content lies on the disk of the server until it has arrived, then in the media store, parked under the id
-- of the upload until something of the house takes it.
create table upload (
    upload_id text primary key not null,
    person_id text not null references person (person_id),
    purpose text not null check (purpose in ('video', 'captions', 'document', 'image', 'archive')),
    -- As the person called the file.
    name text not null,
    -- Length of the whole, told at the beginning.
    bytes bigint not null,
    created_at bigint not null,
    -- It goes if nothing has arrived, or nobody has used it, by then.
    expires_at bigint not null,
    -- Media type and SHA-256 of the content, once all of it has arrived and was judged.
    media text,
    sha256 text,
    finished_at bigint,
    -- Why it was not taken.
    refused text check (refused in ('empty', 'not-admitted', 'macros', 'former', 'unsafe')),
    taken_at bigint,
    -- What was parked is gone: the file was taken, or has expired.
    cleared_at bigint
);
create index upload_person on upload (person_id);
create index upload_expiry on upload (cleared_at, expires_at);
