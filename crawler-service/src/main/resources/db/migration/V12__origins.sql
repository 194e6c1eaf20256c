-- What is kept of the text of each article of the last days, to find its copies.
create table origin (
  article   text        primary key,
  -- The first of its copies that was seen; its own id when it is that one.
  origin    text        not null,
  seen      timestamptz not null,
  method    smallint    not null,
  shingles  integer     not null,
  signature bytea       not null,
  bands     bigint[]    not null
);

-- Without a pending list: it would be searched from end to end by every comparison.
create index origin_by_band on origin using gin (bands) with (fastupdate = off);
create index origin_by_time on origin (seen);
