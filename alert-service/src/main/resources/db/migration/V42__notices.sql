-- What Tumen says on its own behalf. It is delivered like an alert: a delivery is of the one or of the other.
create table notice (
    id      text primary key,
    said_at timestamptz not null,
    content jsonb       not null
);

create index notice_by_age on notice (said_at);

alter table delivery alter column alert_id drop not null;
alter table delivery add column notice_id text references notice (id) on delete cascade;
create unique index delivery_of_notice on delivery (notice_id, subscription, channel, target);

-- How many attempts there were when it was last replayed: the schedule of retries begins anew after them.
alter table delivery add column replayed_after integer not null default 0;

-- What an address said of a subscription: that it was asked, that it wants it, that it wants no more of it.
create table address (
    subscription    text not null,
    address         text not null,
    asked_at        timestamptz,
    asked           integer     not null default 0,
    confirmed_at    timestamptz,
    unsubscribed_at timestamptz,
    primary key (subscription, address)
);

-- Since when every attempt on an endpoint has failed.
create table endpoint_failing (
    subscription text        not null,
    target       text        not null,
    since        timestamptz not null,
    primary key (subscription, target)
);
