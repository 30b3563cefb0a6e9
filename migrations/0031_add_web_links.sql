-- Addresses of pages of others that something public leads to, and what came back when they were asked for. Where each stands is not
-- written here: that is read from what is public.
create table web_link (
    web_link_id text primary key not null,
    address text not null unique,
    -- What came back last; none: it was not asked for yet.
    finding text check (finding in ('good', 'gone', 'refused', 'failing', 'unreachable', 'untrusted', 'slow', 'loop', 'private')),
    -- The HTTP status, where there was one.
    status bigint,
    -- Where it has moved for good, as the site says.
    moved_to text,
    asked_at bigint,
    good_at bigint,
    failing_since bigint,
    -- Failures in a row, at most one a day.
    failures bigint not null,
    -- The finding that somebody has looked at, and says is none to worry about.
    fine_for text
);
