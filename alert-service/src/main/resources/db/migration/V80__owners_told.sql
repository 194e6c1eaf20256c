-- Whom a mail told that the endpoint is off: its owners; nobody when its subscription names none who wants mail.
alter table endpoint_off add column told text[] not null default '{}';
