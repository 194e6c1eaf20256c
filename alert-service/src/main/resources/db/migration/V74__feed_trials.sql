-- Feeds that somebody wants to see tried, until the next day.
create table feed_trial (
    trial    text        primary key,
    request  jsonb       not null, -- as it is published
    asked_at timestamptz not null,
    sent     boolean     not null default false, -- whether the broker has it
    answer   jsonb -- as a crawler published it; null until one did
);
create index feed_trial_unsent on feed_trial (asked_at) where not sent;
