-- Which feeds a hub pushes (WebSub), and how far each subscription is.
create table push_subscription (
  feed       text        primary key,
  hub        text        not null,
  topic      text        not null,
  -- The last part of the callback address: who knows it may speak for the hub, up to the signature.
  token      text        not null unique,
  secret     text        not null,
  callback   text        not null,
  state      text        not null,
  since      timestamptz not null,
  reason     text        not null,
  lease_ends timestamptz,
  attempts   integer     not null,
  missed     integer     not null,
  last_push  timestamptz
);
