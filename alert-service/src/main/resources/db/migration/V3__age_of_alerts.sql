-- Old alerts are looked for by their age.
create index alert_by_age on alert (raised_at);
