-- Whose turn it is at a host, and until when nobody else may ask there. A host is asked by one request at a time, of
-- whichever crawler. Not logged: after a crash of the database every host is free again, which is what it would be
-- some seconds later anyway.
create unlogged table host_turn (
  host       text primary key,
  turn       text,
  busy_until timestamptz not null
);
