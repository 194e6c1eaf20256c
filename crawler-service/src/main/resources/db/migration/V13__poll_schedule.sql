-- What is learnt of a feed for its schedule, as JSON, and where it is while it is not where its configuration says.
alter table feed
  add column pattern     text,
  add column wishes      text,
  add column moved_to    text,
  add column moving_to   text,
  add column moving_seen integer not null default 0;
