-- How each feed is doing, as the crawler last said.
create table feed_state (
    feed  text primary key,
    state text        not null,
    since timestamptz not null
);

-- What came of an expectation in a year, once. absence is what subscribers are shown; told is false while they are not yet.
create table expectation_outcome (
    expectation text        not null,
    day         date        not null,
    outcome     text        not null check (outcome in ('seen', 'missed', 'unknown', 'seen-late')),
    why         text        not null,
    decided_at  timestamptz not null,
    absence     jsonb,
    earlier     text,
    told        boolean     not null default true,
    primary key (expectation, day)
);

create index expectation_outcome_untold on expectation_outcome (day) where not told;
