-- The last words of each article for as long as they may be edited, to tell what changed.
create table kept_text (
  article   text        primary key,
  revision  integer     not null,
  title     text        not null,
  text      text        not null,
  author    text,
  language  text        not null,
  origin    text,
  wire      text,
  withdrawn boolean     not null,
  kept      timestamptz not null
);

create index kept_text_by_time on kept_text (kept);
