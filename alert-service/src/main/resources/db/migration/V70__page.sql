-- What the page filters and orders alerts by, read from the event itself, so that it cannot differ from it.
create function alert_signals(event jsonb) returns text[] language sql immutable parallel safe
return (select coalesce(array_agg(distinct signal #>> '{}'), '{}') from jsonb_path_query(event, '$.findings[*].signal') as signal);

-- Pairs of actors in alphabetical order: DPRK-RUS, whoever acts.
create function alert_pairs(event jsonb) returns text[] language sql immutable parallel safe
return (
    select coalesce(array_agg(distinct least(dyad ->> 'giver' collate "C", dyad ->> 'receiver') || '-'
        || greatest(dyad ->> 'giver' collate "C", dyad ->> 'receiver')), '{}')
    from jsonb_path_query(event, '$.findings[*].dyad') as dyad);

-- The least probability among the surprises: how much of a surprise the alert is; null when there is too little history.
create function alert_chance(event jsonb) returns real language sql immutable parallel safe
return (
    select min((chance #>> '{}')::real)
    from jsonb_path_query(event, '$.surprises[*].probability ? (@.type() == "number")') as chance);

alter table alert add column signals text[] generated always as (alert_signals(event)) stored;
alter table alert add column pairs text[] generated always as (alert_pairs(event)) stored;
alter table alert add column chance real generated always as (alert_chance(event)) stored;
alter table alert add column language text generated always as (event #>> '{article,language}') stored;
alter table alert add column source_kind text generated always as (event #>> '{article,source,kind}') stored;

create index alert_by_signals on alert using gin (signals);
create index alert_by_pairs on alert using gin (pairs);
create index alert_by_language on alert (language, position);
create index alert_by_source_kind on alert (source_kind, position);
create index alert_unusual on alert (raised_at, chance) where chance <= 0.05;

-- Deliveries by time, and by state and time.
create index delivery_by_time on delivery (created_at desc, id desc);
create index delivery_by_state_and_time on delivery (state, created_at desc, id desc);

-- The revisions of an article before the one that is kept in assessed_article, so that their differences can be shown.
create table earlier_revision (
    article_id text        not null references assessed_article (article_id) on delete cascade,
    revision   integer     not null,
    assessment bytea       not null,
    kept_at    timestamptz not null,
    primary key (article_id, revision)
);

create index earlier_revision_by_age on earlier_revision (kept_at);

-- An article by its address, and how many each feed brings.
create index assessed_article_by_url on assessed_article (url);
create index assessed_article_by_day_of_feed on assessed_article (published_at) include (feed, discovered_at);

-- Why a feed is as it is, and what its last trouble was.
alter table feed_state add column reason text not null default '';
alter table feed_state add column trouble text;
alter table feed_state add column trouble_at timestamptz;

-- Records that nobody could read or settle, which stand on a dead-letter topic, so that it can be told what became of an article.
create table put_aside (
    topic  text        not null,
    key    text        not null,
    reason text        not null,
    at     timestamptz not null
);

create index put_aside_by_key on put_aside (key);
create index put_aside_by_age on put_aside (at);
