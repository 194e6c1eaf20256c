-- Requests for which the lane of their host had no room, or whose host wants to be left alone. They are worked on from
-- here, the oldest of a host first, and the offset of their partition does not wait for them. A record is known by where
-- it stood and when it was sent: the same place of a topic that was made anew holds another record.
create table put_off (
  id            bigint generated always as identity primary key,
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  sent          bigint      not null,
  host          text        not null,
  headers       text        not null,
  event         bytea,
  due           timestamptz not null,
  unique (topic, partition, record_offset, sent)
);

create index put_off_by_host on put_off (topic, partition, host, id);

-- Until when a host wants to be left alone: its Retry-After, which no crawler may forget.
create table host_rest (
  host  text primary key,
  until timestamptz not null
);
