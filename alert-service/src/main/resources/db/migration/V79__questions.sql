-- When an address is to be asked whether it wants what its subscription sends; null when it is not to be asked (any more).
alter table address add column ask_at timestamptz;

create index address_to_ask on address (ask_at) where ask_at is not null;

-- Those that subscriptions made by REST name, each asked so far at most three times, a day apart.
insert into address (subscription, address, ask_at)
select distinct s.id, named.address, now()
from subscription s, lateral (
    select jsonb_array_elements_text(case jsonb_typeof(e.entry -> 'email') when 'array' then e.entry -> 'email' else '[]' end)
    from (select s.entry::jsonb) as e (entry)
    union
    select jsonb_array_elements_text(
        case jsonb_typeof(e.entry #> '{escalate,to}') when 'array' then e.entry #> '{escalate,to}' else '[]' end)
    from (select s.entry::jsonb) as e (entry)
    union
    select s.entry::jsonb #>> '{webhook,owner}') as named (address)
where s.entry is not null and named.address is not null
on conflict (subscription, address) do update
set ask_at = greatest(excluded.ask_at, address.asked_at + interval '1 day')
where address.confirmed_at is null and address.unsubscribed_at is null and address.asked < 3;
