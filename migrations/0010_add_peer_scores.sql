-- Where each ente stands among its peers: what its latest closing says, one row per questionnaire. Kept when a rilevazione
-- is closed, so that no report has to score the closings of all others; a later closing takes the place of the former.
create table peer_standing (
    ente_id text not null references ente (ente_id),
    questionnaire text not null,
    closed_at bigint not null,
    -- Class of similar enti; null: the answers put it in none.
    class text,
    -- Score by dimension, 0–100, JSON; a dimension without score is not there.
    scores text not null,
    primary key (ente_id, questionnaire)
);
create index peer_standing_class on peer_standing (questionnaire, class);
