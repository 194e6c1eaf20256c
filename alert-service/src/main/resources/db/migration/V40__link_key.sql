-- Signs the links in mails; there is one row.
create table link_key (
    one   boolean primary key default true check (one),
    bytes bytea not null
);
