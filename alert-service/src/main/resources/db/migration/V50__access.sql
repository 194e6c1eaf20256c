-- Who may do what. Passwords, sessions and tokens are kept as hashes: nobody who reads these tables can act as somebody.
create table person (
    name          text primary key,
    role          text        not null check (role in ('reader', 'analyst', 'operator', 'administrator')),
    password_hash text,
    -- The first password is given by somebody else, and good for one thing only: to choose another.
    must_change   boolean     not null default false,
    disabled      boolean     not null default false,
    -- Who this is at the provider of identities that vouches for the person; null of those who have a password here.
    subject       text unique,
    created_at    timestamptz not null,
    last_login_at timestamptz,
    change        bigint      not null
);

create sequence person_change;

create table login_session (
    hash         bytea primary key,
    person       text        not null references person (name) on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null
);

create index login_session_by_person on login_session (person);

-- Tokens of programs. Those that belong to nobody are made by the service itself, for the commands on its machine.
create table api_token (
    id           text primary key,
    hash         bytea       not null unique,
    person       text references person (name) on delete cascade,
    name         text        not null,
    role         text        not null check (role in ('reader', 'analyst', 'operator', 'administrator')),
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_by_person on api_token (person, created_at);

-- Attempts to log in that failed, by address and by name; each makes the next wait longer.
create table login_failure (
    key           text primary key,
    failures      integer     not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);

create index login_failure_by_age on login_failure (last_at);

-- What was changed, by whom, how. Rows are added and never changed.
create table audit (
    position bigint generated always as identity primary key,
    at       timestamptz not null,
    who      text        not null,
    way      text        not null,
    role     text,
    address  text,
    action   text        not null,
    subject  text        not null,
    status   integer,
    before   text,
    after    text
);

create index audit_by_subject on audit (subject, position);

create function audit_is_not_rewritten() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is added to, never changed';
end $$;

create trigger audit_is_not_rewritten before update or delete or truncate on audit
    for each statement execute function audit_is_not_rewritten();

-- Who made a subscription by REST: the one who may change it without being an operator. Of those of before nobody knows.
alter table subscription add column owner text;

-- Logins that are at a provider of identities: the browser may come back to another instance.
create table oidc_login (
    hash    bytea primary key,
    request text        not null,
    at      timestamptz not null
);

create index oidc_login_by_age on oidc_login (at);
