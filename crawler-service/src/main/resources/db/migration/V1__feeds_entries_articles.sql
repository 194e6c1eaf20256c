-- What is kept of each feed between polls.
create table feed (
  id            text primary key,
  url           text        not null,
  state         text        not null,
  since         timestamptz not null,
  reason        text        not null,
  done          timestamptz,
  last_poll     timestamptz,
  next_poll     timestamptz not null,
  failures      integer     not null,
  etag          text,
  last_modified text,
  body_hash     text,
  last_fresh    timestamptz,
  rhythm_millis bigint
);

-- Every entry ever seen, and what became of it: requested, published or rejected.
create table entry (
  feed       text        not null,
  key        text        not null,
  url        text,
  state      text        not null,
  reason     text,
  attempts   integer     not null default 0,
  article    text,
  discovered timestamptz not null,
  changed    timestamptz not null,
  primary key (feed, key)
);

create index entry_by_url on entry (md5(url)) where state = 'PUBLISHED';

-- What was published of each article last, so that the same is not published again.
create table article (
  id           text primary key,
  url          text        not null,
  revision     integer     not null,
  content_hash text        not null,
  published    timestamptz not null
);

-- The persistent tasks of db-scheduler.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
