-- What a baseline counts by, beside the article: unknown in rows of before.
alter table assessed_article add column kind text not null default 'unknown';
alter table assessed_article add column feed text;
alter table assessed_article add column publisher text;
alter table assessed_article add column title text;
alter table assessed_article add column url text;
alter table assessed_article add column discovered_at timestamptz;

create index assessed_article_by_feed on assessed_article (feed, published_at);

-- The same in each finding. day is that of the article, UTC; voice the agency that it credits or else the outlet's family; copy
-- whether the text stood in another article before; held the statuses that are counted together.
alter table past_finding add column day date;
alter table past_finding add column kind text not null default 'unknown';
alter table past_finding add column voice text;
alter table past_finding add column copy boolean not null default false;
alter table past_finding add column held text not null generated always as (
    case when status in ('reported', 'announced') then 'happened'
        when status in ('historical', 'opinion') then 'background' else status end) stored;

update past_finding f set
    day = (a.published_at at time zone 'UTC')::date, voice = a.family,
    copy = a.origin is not null and a.origin <> a.article_id
from assessed_article a where a.article_id = f.article_id;

alter table past_finding alter column day set not null;
alter table past_finding alter column voice set not null;

drop index past_finding_by_signal;
create index past_finding_by_day on past_finding (signal, giver, receiver, day) where not copy;
create index past_finding_by_pair on past_finding (giver, receiver, day) where not copy;

-- How many voices told a thing on a day, kept with the findings, so that a year of it is read in a millisecond.
create table told_on_day (
    signal   text    not null,
    giver    text    not null,
    receiver text    not null,
    held     text    not null,
    kind     text    not null,
    day      date    not null,
    voices   integer not null,
    primary key (signal, giver, receiver, held, kind, day)
);

insert into told_on_day
    select signal, giver, receiver, held, kind, day, count(distinct voice) from past_finding where not copy
    group by 1, 2, 3, 4, 5, 6;

-- Which outlets published anything on which day, and how many: a day on which nobody published tells nothing.
create table outlet_day (
    kind   text not null,
    day    date not null,
    family text not null,
    primary key (kind, day, family)
);

create table outlets_on_day (
    kind    text    not null,
    day     date    not null,
    outlets integer not null,
    primary key (kind, day)
);

insert into outlet_day select distinct kind, (published_at at time zone 'UTC')::date, family from assessed_article;
insert into outlets_on_day select kind, day, count(*) from outlet_day group by 1, 2;
create index outlet_day_by_day on outlet_day (day);
