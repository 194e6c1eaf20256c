-- Who has taken an alert on, for one subscription or, where that is empty, for all.
create table acknowledgement (
    alert_id     text        not null references alert (id) on delete cascade,
    subscription text        not null,
    author       text        not null,
    comment      text        not null,
    at           timestamptz not null,
    primary key (alert_id, subscription, author)
);
