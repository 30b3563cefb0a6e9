-- Invitations to many enti: to which edition, with which words, and what became of each. Nothing was ever written into these
-- tables; the one of the enti is made anew, because no engine changes a check.
alter table mailing add column edition_id text references edition (edition_id);
-- What whoever sent it wrote into the message.
alter table mailing add column paragraph text;
drop table mailing_ente;
create table mailing_ente (
    mailing_id text not null references mailing (mailing_id),
    ente_id text not null references ente (ente_id),
    -- Null while it waits.
    done_at bigint,
    outcome text check (outcome in ('sent', 'no-address', 'withdrawn', 'has-referente', 'outside', 'lately')),
    letter_id text references letter (letter_id),
    primary key (mailing_id, ente_id)
);
create index mailing_ente_ente on mailing_ente (ente_id, done_at);
create index mailing_ente_waiting on mailing_ente (mailing_id, done_at);
create index mailing_ente_letter on mailing_ente (letter_id);
