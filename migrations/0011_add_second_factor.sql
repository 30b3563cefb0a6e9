-- The second factor: what a person's telephone and the server share. A person without a row has none.
create table factor (
    person_id text primary key not null references person (person_id),
    -- Base32, 160 bits. Codes are computed from it, so a fingerprint would not do.
    secret text not null,
    confirmed_at bigint not null,
    -- The last step (thirty seconds since 1970) of which a code was accepted: each is accepted once.
    last_step bigint not null
);

-- For who has lost the telephone: ten at a time, each used once.
create table recovery_code (
    -- SHA-256 of the code.
    code_hash text not null,
    person_id text not null references person (person_id),
    made_at bigint not null,
    used_at bigint,
    primary key (person_id, code_hash)
);

-- The second factor was given in this session: roles that require it exist in no other.
alter table session add column proven_at bigint;

-- Whose password (or provider) was right and who has still to give a code, or to begin to have one. No session yet.
create table pending_sign_in (
    -- SHA-256 of what the browser's cookie carries.
    token_hash text primary key not null,
    person_id text not null references person (person_id),
    -- The ente they want to act for, if a form carried along says so.
    ente_id text references ente (ente_id),
    -- Where they were going.
    back text not null,
    created_at bigint not null
);
create index pending_sign_in_person on pending_sign_in (person_id);

-- Given by an office that knows the person, never by the person alone: an identity provider's number opens the account.
create table fiscal_number (
    person_id text primary key not null references person (person_id),
    number text not null unique,
    given_at bigint not null,
    given_by text references person (person_id)
);

-- Somebody on their way to the identity provider and back: one use, a few minutes.
create table federated_sign_in (
    -- SHA-256 of the state.
    state_hash text primary key not null,
    -- SHA-256 of what the browser's cookie carries: nobody comes back through another browser.
    browser_hash text not null,
    nonce text not null,
    verifier text not null,
    back text not null,
    created_at bigint not null
);

-- An identity at a provider that opens an account.
create table external_identity (
    external_identity_id text primary key not null,
    person_id text not null references person (person_id),
    issuer text not null,
    subject text not null,
    -- Why it was linked: the fiscal number, the address, or the password.
    linked_by text not null check (linked_by in ('fiscal-number', 'address', 'password')),
    linked_at bigint not null,
    -- The last time it opened the account.
    used_at bigint,
    unique (issuer, subject)
);
create index external_identity_person on external_identity (person_id);

-- An identity that opens nothing yet, for who is going to sign in with the password and link it.
create table offered_identity (
    token_hash text primary key not null,
    issuer text not null,
    subject text not null,
    created_at bigint not null
);
