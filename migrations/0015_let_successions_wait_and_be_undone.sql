-- A succession may be announced before its day, and undone when it was recorded by mistake.
-- Null while it is announced.
alter table succession add column effective_at bigint;
-- Its place in the order in which successions took effect: the last is the first to be undone.
alter table succession add column effect bigint;
-- JSON: what it changed when it took effect. Null while it is announced, and where it took effect before this was kept.
alter table succession add column changed text;
update succession set effective_at = created_at, effect = 0;

-- What the identity provider vouches for of somebody without an account, shown to them again in the form of registration.
alter table offered_identity add column name text;
alter table offered_identity add column address text;
