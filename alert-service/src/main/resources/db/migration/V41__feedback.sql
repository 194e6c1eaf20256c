-- What readers think of findings. Every verdict is kept, the last of a person on a finding counts. It outlives the alert:
-- the finding (zero-based in the alert) is described here as well.
create table verdict (
    position          bigint generated always as identity primary key,
    alert_id          text        not null,
    finding           integer     not null,
    person            text        not null,
    verdict           text        not null check (verdict in ('signal', 'noise', 'wrong-actor', 'wrong-status')),
    comment           text,
    given_at          timestamptz not null,
    way               text        not null check (way in ('mail', 'page', 'api')),
    catalogue_version text        not null,
    signal            text        not null,
    giver             text        not null,
    receiver          text        not null,
    status            text        not null,
    score             real        not null
);

create index verdict_by_finding on verdict (alert_id, finding, person, position);
create index verdict_by_time on verdict (given_at);
