-- The newest stories of a key are found at one end of an index, however many there were before: last_at is the story's.
alter table story_key add column last_at timestamptz;
update story_key k set last_at = s.last_at from story s where s.id = k.story_id;
alter table story_key alter column last_at set not null;
create index story_key_in_time on story_key (key, last_at);
drop index story_by_key;

-- Written with the event from now on: working them out here cost a third of what it costs to keep an alert.
alter table alert alter column signals drop expression;
alter table alert alter column pairs drop expression;
alter table alert alter column chance drop expression;
alter table alert alter column language drop expression;
alter table alert alter column source_kind drop expression;
drop function alert_signals(jsonb);
drop function alert_pairs(jsonb);
drop function alert_chance(jsonb);

-- Queues: a row lives for a moment and is changed twice. An index that any heartbeat changes would get an entry for each pick,
-- an index of block ranges does not. And where such a table is cut down to a page whenever it is empty, the planner takes to
-- reading all of it, and goes on when minutes of dead rows are in it: it stays as long as it ever was.
drop index scheduled_tasks_by_heartbeat;
create index scheduled_tasks_by_heartbeat on scheduled_tasks using brin (last_heartbeat) with (autosummarize = on);
alter table scheduled_tasks set (
    fillfactor = 75, vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
alter table outbox set (
    vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);

-- An entry for what is looked for by it, and none for the many that are delivered; what is no notice is not among the notices.
drop index delivery_by_state;
create index delivery_open on delivery (state, channel) where state in ('held', 'pending', 'dead');
drop index delivery_of_notice;
create unique index delivery_of_notice on delivery (notice_id, subscription, channel, target) where notice_id is not null;

-- The index of days and feeds begins with the same column.
drop index assessed_article_by_time;
