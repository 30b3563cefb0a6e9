-- What was noted of one person in one session, by one source: rows are only ever added, the last of each source stands.
create table presence_mark (
    presence_mark_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    class_session_id text not null references class_session (class_session_id),
    person_id text not null references person (person_id),
    -- Order in which marks were made on that day.
    number bigint not null,
    source text not null check (source in ('tick', 'code', 'log', 'paper', 'correction')),
    -- Cleared: as if this source had said nothing.
    state text not null check (state in ('present', 'absent', 'cleared')),
    -- Minutes missed at the beginning, at the end, and in between.
    late bigint not null,
    early bigint not null,
    away bigint not null,
    -- Why, for a correction.
    reason text not null,
    noted_at bigint not null,
    noted_by text not null references person (person_id),
    unique (class_day_id, number)
);
create index presence_mark_session on presence_mark (class_session_id);
create index presence_mark_person on presence_mark (person_id);

-- What the codes of the projector are derived from: codes themselves are kept nowhere.
create table presence_secret (
    class_day_id text primary key not null references class_day (class_day_id),
    secret text not null,
    made_at bigint not null,
    made_by text not null references person (person_id)
);

-- A file of the signed register. One that was replaced stays, with the reason.
create table register_scan (
    register_scan_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    name text not null,
    media text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes bigint not null,
    -- SHA-256 of the content, in hexadecimal: the file is stored under it.
    sha256 text not null,
    added_at bigint not null,
    added_by text not null references person (person_id),
    replaced_at bigint,
    replaced_by text references person (person_id),
    replaced_why text
);
create index register_scan_day on register_scan (class_day_id);

-- A file of who joined and left an online session, as it came.
create table presence_log (
    presence_log_id text primary key not null,
    class_day_id text not null references class_day (class_day_id),
    name text not null,
    content text not null,
    kept_at bigint not null,
    kept_by text not null references person (person_id),
    applied_at bigint,
    applied_by text references person (person_id)
);
create index presence_log_day on presence_log (class_day_id);

-- Whom a name or an address of such a file stands for, as somebody said by hand.
create table presence_log_match (
    presence_log_id text not null references presence_log (presence_log_id),
    -- The e-mail address of the file, else the name, in lower case.
    identity text not null,
    person_id text not null references person (person_id),
    primary key (presence_log_id, identity)
);
create index presence_log_match_person on presence_log_match (person_id);

-- Hours that a docente confirms: one line for each session taught.
create table timesheet_line (
    class_session_id text not null references class_session (class_session_id),
    person_id text not null references person (person_id),
    topic text not null,
    minutes bigint not null,
    confirmed_at bigint not null,
    confirmed_by text not null references person (person_id),
    primary key (class_session_id, person_id)
);
create index timesheet_line_person on timesheet_line (person_id);
