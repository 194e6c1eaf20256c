-- Subscriptions that were made by REST, each as it was written; entry is null once it was deleted. A change has a number
-- above all earlier ones, so that every instance can ask for what it has not seen.
create table subscription (
    id         text primary key,
    entry      text,
    change     bigint      not null unique,
    changed_at timestamptz not null
);

create sequence subscription_change;
