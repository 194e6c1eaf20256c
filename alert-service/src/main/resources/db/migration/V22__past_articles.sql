-- The whole assessment, as it was on the topic, so that a subscription can be tried on it; null in articles of before, and
-- once it was kept for as long as alerts are.
alter table assessed_article add column assessment bytea;
alter table assessed_article add column kept_at timestamptz;

create index assessed_article_in_order on assessed_article (published_at, article_id) where assessment is not null;
create index assessed_article_by_age on assessed_article (kept_at) where assessment is not null;
