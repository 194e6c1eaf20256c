-- What is wanted of feeds beside the crawler's files, and an outbox in one: what the broker was not told yet waits here.
create table feed_setting (
    feed   text    primary key,
    event  jsonb, -- as it is published; null when nothing is wanted any more
    added  boolean not null, -- whether it was ever added here, and so stood in no file then
    change bigint  not null, -- counted for each feed
    told   bigint -- the change that the broker has
);
create index feed_setting_untold on feed_setting (feed) where told is distinct from change;
