-- What is kept from being sent, by whom and until when: a time, or until its story has had no news for so many hours.
create table silence (
    id           text primary key,
    matchers     jsonb       not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz,
    quiet_hours  integer check (quiet_hours > 0),
    author       text        not null,
    comment      text        not null,
    deliver      boolean     not null,
    created_at   timestamptz not null,
    news_at      timestamptz not null,
    ended_at     timestamptz,
    ended_why    text,
    constraint silence_has_one_end check ((ends_at is null) <> (quiet_hours is null))
);

create index silence_by_end on silence (ended_at, ends_at);

-- The silence under which a subscription was not told.
alter table route add column silence text;
create index route_by_silence on route (silence) where silence is not null;
