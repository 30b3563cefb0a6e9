-- A letter with an invitation for a calendar goes alone: programs read one at a time. Null: none.
alter table letter add column invites boolean;
