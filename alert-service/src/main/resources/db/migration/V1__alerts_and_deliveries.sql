-- One alert per article; position is the order of raising and the cursor of every list.
create table alert (
    id          text primary key,
    position    bigint generated always as identity unique,
    article_id  text        not null unique,
    raised_at   timestamptz not null,
    text        text        not null,
    event       jsonb       not null,
    trace       text        not null
);

-- One alert to one subscription, with the findings (zero-based, in the event) that it wanted and why.
create table route (
    alert_id     text    not null references alert (id) on delete cascade,
    subscription text    not null,
    reason       text    not null,
    findings     integer[] not null,
    primary key (alert_id, subscription)
);

-- One alert to one target. The id never changes: it is the webhook-id and the Message-ID.
create table delivery (
    id           text primary key,
    alert_id     text        not null,
    subscription text        not null,
    channel      text        not null,
    target       text        not null,
    state        text        not null check (state in ('pending', 'delivered', 'dead')),
    reason       text,
    created_at   timestamptz not null,
    settled_at   timestamptz,
    foreign key (alert_id, subscription) references route (alert_id, subscription) on delete cascade,
    unique (alert_id, subscription, channel, target)
);

create index delivery_by_state on delivery (state, channel);

-- Every try, and what the other side said.
create table attempt (
    delivery_id text        not null references delivery (id) on delete cascade,
    number      integer     not null,
    at          timestamptz not null,
    outcome     text        not null check (outcome in ('accepted', 'refused', 'failed')),
    answer      text        not null,
    primary key (delivery_id, number)
);

-- Webhook endpoints that said "gone" (410) and are left alone until their entry in the subscriptions changes.
create table endpoint_off (
    subscription text        not null,
    target       text        not null,
    since        timestamptz not null,
    reason       text        not null,
    primary key (subscription, target)
);

-- Alerts not yet on the topic for systems downstream.
create table outbox (
    position bigint generated always as identity primary key,
    alert_id text not null references alert (id) on delete cascade
);

-- db-scheduler 16.12.0: what is to be done when, by one instance at a time.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
