-- What can be found: only what is released, entered in the transaction that releases it and taken out in the one that withdraws it.
create table search_entry (
    -- The id of what it stands for.
    search_entry_id text primary key not null,
    kind text not null check (kind in ('faq', 'question', 'proceedings', 'testimonial', 'course')),
    -- 0: everybody; 1: who is signed in. A reader finds what is at or below their own.
    readers bigint not null check (readers in (0, 1)),
    theme text not null,
    -- The day it is from.
    day text not null,
    title text not null,
    body text not null,
    entered_at bigint not null
);
create index search_entry_kind on search_entry (kind, readers);

-- The stems of an entry (Snowball, made in Rust) with what each says of it: docs/decisions/0027.
create table search_word (
    word text not null,
    search_entry_id text not null references search_entry (search_entry_id),
    weight bigint not null,
    primary key (word, search_entry_id)
);
create index search_word_entry on search_word (search_entry_id);

-- A domanda frequente. What readers see are its published text and its days; every version stays in faq_version.
create table faq (
    faq_id text primary key not null,
    theme text not null,
    -- Who looks after it, and is told when it is to be read again.
    owner_id text references person (person_id),
    -- What it was made from, if from a risposta of the forum: once only.
    from_id text,
    -- The day until which the answer stands without being read again.
    review_on text not null,
    -- The version that is public; none: draft, or withdrawn.
    version bigint,
    first_published_at bigint,
    published_at bigint,
    withdrawn_at bigint,
    withdrawn_by text references person (person_id),
    withdrawn_why text,
    -- When the owner was last told that it has expired.
    told_at bigint,
    -- Grows by one at every change of the form.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null
);
create unique index faq_from on faq (from_id);
create index faq_owner on faq (owner_id);
create index faq_theme on faq (theme);
create index faq_review on faq (review_on);

-- Each text of a faq as it was saved.
create table faq_version (
    faq_id text not null references faq (faq_id),
    version bigint not null,
    question text not null,
    answer text not null,
    law text not null,
    -- Who answers, and as what, in words: what was signed stays as it was signed.
    author text not null,
    author_role text not null,
    answered_on text not null,
    saved_at bigint not null,
    saved_by text references person (person_id),
    primary key (faq_id, version)
);
create index faq_version_saved_by on faq_version (saved_by);
