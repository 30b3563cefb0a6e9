-- Deliveries look for what waits; what was sent stays, and is not looked at again.
create index letter_waiting on letter (due_at) where sent_at is null and failed_at is null;
drop index letter_due;
-- What went out with a digest is marked with it.
create index letter_digest on letter (digest_id);
-- The page over the outbox shows the newest first.
create index letter_posted on letter (posted_at);
