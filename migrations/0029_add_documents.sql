-- A document of the library. What readers see is its latest version; earlier ones stay to be had.
create table document (
    document_id text primary key not null,
    title text not null,
    theme text not null,
    description text not null,
    -- A language tag: it, en, fr, …
    language text not null,
    licence text not null check (licence in ('cc-by', 'cc-by-sa', 'cc-by-nc', 'cc0', 'iodl', 'reading')),
    -- Who publishes it, in words.
    publisher text not null,
    -- The day it is of.
    dated_on text not null,
    -- The last day on which it stands; none: no end is known.
    valid_until text,
    -- What it was offered from, if from a material of a giornata: once only.
    from_id text,
    published_at bigint not null,
    withdrawn_at bigint,
    withdrawn_by text references person (person_id),
    withdrawn_why text,
    -- Grows by one at every change.
    revision bigint not null,
    created_at bigint not null,
    created_by text not null references person (person_id)
);
create unique index document_from on document (from_id);
create index document_created_by on document (created_by);

-- Each content a document has had: a file of ours, or an address elsewhere. The highest number stands.
create table document_version (
    document_id text not null references document (document_id),
    number bigint not null,
    url text,
    -- As whoever added it called the file.
    name text,
    media text,
    bytes bigint,
    -- SHA-256 of the content, in hexadecimal: the file is stored under it.
    sha256 text,
    -- What changed, in a line.
    note text not null,
    added_at bigint not null,
    added_by text not null references person (person_id),
    primary key (document_id, number),
    check ((url is null) = (sha256 is not null))
);
create index document_version_added_by on document_version (added_by);

-- How often a document was downloaded on a day: a number, and nothing of anybody.
create table document_download (
    document_id text not null references document (document_id),
    day text not null,
    downloads bigint not null,
    primary key (document_id, day)
);

-- Documents can be found too: the list of kinds is part of the table, so the table is made again with its content.
create table search_entry_next (
    -- The id of what it stands for.
    search_entry_id text primary key not null,
    kind text not null check (kind in ('faq', 'question', 'proceedings', 'testimonial', 'course', 'document')),
    -- 0: everybody; 1: who is signed in. A reader finds what is at or below their own.
    readers bigint not null check (readers in (0, 1)),
    theme text not null,
    -- The day it is from.
    day text not null,
    title text not null,
    body text not null,
    entered_at bigint not null
);
insert into search_entry_next (search_entry_id, kind, readers, theme, day, title, body, entered_at)
    select search_entry_id, kind, readers, theme, day, title, body, entered_at from search_entry;
create table search_word_next (
    word text not null,
    search_entry_id text not null references search_entry_next (search_entry_id),
    weight bigint not null,
    primary key (word, search_entry_id)
);
insert into search_word_next (word, search_entry_id, weight) select word, search_entry_id, weight from search_word;
drop table search_word;
drop table search_entry;
alter table search_entry_next rename to search_entry;
alter table search_word_next rename to search_word;
create index search_entry_kind on search_entry (kind, readers);
create index search_word_entry on search_word (search_entry_id);
