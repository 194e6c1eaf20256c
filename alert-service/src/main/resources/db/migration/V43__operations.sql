-- How the things are that operators look after, and what they were told of them last.
create table watch (
    about         text        not null,
    subject       text        not null,
    troubled      boolean     not null,
    reason        text        not null,
    since         timestamptz not null,
    told_troubled boolean     not null,
    told_at       timestamptz,
    times_told    integer     not null,
    notice_id     text,
    primary key (about, subject)
);
