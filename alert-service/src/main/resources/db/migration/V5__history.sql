-- Every article that was assessed, once, whether anybody was told or not: what a baseline counts.
create table assessed_article (
    article_id        text primary key,
    revision          integer     not null,
    published_at      timestamptz not null,
    language          text        not null,
    family            text        not null,
    origin            text,
    catalogue_version text        not null
);

create index assessed_article_by_time on assessed_article (published_at);

-- What was found in it. One signal between the same two is one finding.
create table past_finding (
    article_id text not null references assessed_article (article_id) on delete cascade,
    signal     text not null,
    giver      text not null,
    receiver   text not null,
    tier       text not null,
    polarity   text not null,
    status     text not null,
    score      real not null,
    primary key (article_id, signal, giver, receiver)
);

create index past_finding_by_signal on past_finding (signal, giver, receiver);
