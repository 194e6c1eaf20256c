-- Who wanted an article of a story, but for the origins that the story had then.
create table story_waiting (
    story_id     text not null references story (id) on delete cascade,
    subscription text not null,
    primary key (story_id, subscription)
);
