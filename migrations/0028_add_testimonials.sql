-- What a comune or an association tells of how it did it: the draft, as those who prepare it have it.
create table testimonial (
    testimonial_id text primary key not null,
    -- The ente that speaks, and that approves.
    ente_id text not null references ente (ente_id),
    -- Who prepares it, and is written to.
    prepared_by text references person (person_id),
    -- The sheet as a tree (JSON), and the captions of its video (WebVTT; empty: none).
    sheet text not null,
    captions text not null,
    -- Grows by one at every change of the draft.
    revision bigint not null,
    created_at bigint not null,
    created_by text references person (person_id),
    changed_at bigint not null,
    changed_by text references person (person_id),
    -- The version that is public; none: not published, withdrawn, or lapsed.
    public_version bigint,
    first_published_at bigint,
    published_at bigint,
    published_by text references person (person_id),
    withdrawn_at bigint,
    withdrawn_by text references person (person_id),
    withdrawn_side text check (withdrawn_side in ('ente', 'programme')),
    withdrawn_why text,
    -- When a release that expired took it from its readers.
    lapsed_at bigint,
    -- The last day on which every release holds (none: without end), and for which of them those who prepare were warned.
    holds_until text,
    warned_for text,
    -- Since when it can be found; none: it is out of sight.
    entered_at bigint
);
create index testimonial_ente on testimonial (ente_id);
create index testimonial_prepared_by on testimonial (prepared_by);

-- Each draft as it was sent to the ente, with what the ente answered.
create table testimonial_version (
    testimonial_id text not null references testimonial (testimonial_id),
    version bigint not null,
    sheet text not null,
    captions text not null,
    sent_at bigint not null,
    sent_by text references person (person_id),
    -- What the ente is told with it.
    note text not null,
    answer text check (answer in ('approved', 'corrections')),
    -- The corrections asked for.
    answer_text text not null,
    answered_at bigint,
    answered_by text references person (person_id),
    -- The name under "visto, si pubblichi".
    signed_name text not null,
    primary key (testimonial_id, version)
);
create index testimonial_version_sent_by on testimonial_version (sent_by);
create index testimonial_version_answered_by on testimonial_version (answered_by);

-- The word of somebody who can be recognised (liberatoria): the paper stays where its reference says.
create table testimonial_release (
    testimonial_release_id text primary key not null,
    testimonial_id text not null references testimonial (testimonial_id),
    name text not null,
    reference text not null,
    signed_on text not null,
    -- Last day on which it holds; none: without end.
    expires_on text,
    added_at bigint not null,
    added_by text references person (person_id),
    -- No longer counted, because it was entered by mistake or taken back.
    removed_at bigint,
    removed_by text references person (person_id)
);
create index testimonial_release_testimonial on testimonial_release (testimonial_id);
create index testimonial_release_added_by on testimonial_release (added_by);

-- Electoral periods (art. 9, L. 28/2000) in which testimonials are out of sight: of an ente, of a region, or of all.
create table testimonial_suspension (
    testimonial_suspension_id text primary key not null,
    ente_id text references ente (ente_id),
    region text,
    starts_on text not null,
    ends_on text not null,
    reason text not null,
    created_at bigint not null,
    created_by text references person (person_id),
    removed_at bigint,
    removed_by text references person (person_id),
    check (ente_id is null or region is null)
);
create index testimonial_suspension_ente on testimonial_suspension (ente_id);
