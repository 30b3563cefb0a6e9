-- What illustrates a model or a suggestion of a questionnaire, for the reports: entered by whoever publishes it, taken out with it.
create table example (
    questionnaire text not null,
    -- Id of the model or of the suggestion.
    illustrates text not null,
    -- Id of what is read, a testimonial.
    example_id text not null,
    title text not null,
    -- Whose it is, in words.
    told_by text not null,
    primary key (questionnaire, illustrates, example_id)
);
create index example_example on example (example_id);
