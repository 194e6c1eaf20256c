-- The articles on one event. first_at and last_at are times of the news, changed_at is ours.
create table story (
    id         text primary key,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    changed_at timestamptz not null
);

create index story_by_age on story (changed_at);

-- By which signals between which two actors a story is found.
create table story_key (
    story_id text not null references story (id) on delete cascade,
    key      text not null,
    primary key (story_id, key)
);

create index story_by_key on story_key (key);

-- What each article tells; position is the order of arrival, copy_of the article whose text it repeats, itself as a rule.
create table story_article (
    article_id text primary key,
    position   bigint generated always as identity,
    story_id   text    not null references story (id) on delete cascade,
    revision   integer not null,
    copy_of    text    not null,
    account    jsonb   not null
);

create index story_article_by_story on story_article (story_id, position);
create index story_article_by_copy on story_article (copy_of);

-- What each subscription was told of a story, so that only news is told again, and in the thread of the first alert.
create table story_told (
    story_id     text not null references story (id) on delete cascade,
    subscription text not null,
    first_alert  text not null,
    origins      integer          not null,
    withdrawn    integer          not null,
    claims       text[]           not null,
    score        double precision not null,
    primary key (story_id, subscription)
);

-- One alert per news: an article can raise another with a later revision. Alerts of before have no story.
alter table alert drop constraint alert_article_id_key;
alter table alert add column story_id text references story (id) on delete set null;
create index alert_by_article on alert (article_id, position);
create index alert_by_story on alert (story_id, position);

-- What is new to the subscription, of the names in the event; none in routes of before.
alter table route add column news text[] not null default '{}';
