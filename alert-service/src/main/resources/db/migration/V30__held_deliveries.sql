-- A held delivery waits for its time, and more can join it until then. A silenced one is never sent.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('held', 'pending', 'delivered', 'dead', 'silenced'));

-- What gathers several alerts has none of its own.
alter table delivery alter column alert_id drop not null;
alter table delivery add column gathers text check (gathers in ('digest', 'rest'));
alter table delivery add column occasion text;

-- Why it was planned so, and the silence that holds it or keeps it from being sent.
alter table delivery add column due_at timestamptz;
alter table delivery add column timing text not null default 'at once';
alter table delivery add column silence text;

create index delivery_by_silence on delivery (silence) where silence is not null;

-- What goes in a delivery that was held, in the order in which it came; none in others, which have their one alert.
create table delivery_item (
    delivery_id  text   not null references delivery (id) on delete cascade,
    position     bigint generated always as identity,
    alert_id     text   not null,
    subscription text   not null,
    silence      text,
    primary key (delivery_id, alert_id),
    foreign key (alert_id, subscription) references route (alert_id, subscription) on delete cascade
);

create index delivery_item_by_alert on delivery_item (alert_id, subscription);
create index delivery_item_by_silence on delivery_item (silence) where silence is not null;
