-- Rows with everything that is hard to save: bytes, arrays, JSON, columns that are worked out, awkward text, references.
set search_path = alert;
insert into story (id, first_at, last_at, changed_at)
    select 'story-' || n, now(), now(), now() from generate_series(1, 50) n;
insert into alert (id, article_id, raised_at, text, event, trace, story_id)
    select 'alert-' || n, 'article-' || n, '2026-11-01 12:00:00.123456+09', E'a\ttab, a\nline, a \\ and \\N, 조약 ' || n,
        jsonb_build_object('findings', jsonb_build_array(jsonb_build_object('signal', 'treaty-move',
            'dyad', jsonb_build_object('giver', 'RUS', 'receiver', 'DPRK')))),
        '00-' || n, 'story-' || n from generate_series(1, 50) n;
insert into route (alert_id, subscription, reason, findings) select id, 'desk', '', '{0,1}' from alert;
insert into delivery (id, alert_id, subscription, channel, target, state, created_at)
    select 'delivery-' || id, id, 'desk', 'mail', 'desk@example.org', 'delivered', now() from alert;
insert into attempt (delivery_id, number, at, outcome, answer) select id, 1, now(), 'accepted', '250 ok' from delivery;
insert into assessed_article (article_id, revision, published_at, language, family, catalogue_version, assessment)
    select 'article-' || n, 1, 'infinity', 'ko', 'press', 'c', decode(md5(n::text), 'hex') from generate_series(1, 50) n;
insert into past_finding (article_id, signal, giver, receiver, tier, polarity, status, score, day, voice)
    select article_id, 'treaty-move', 'RUS', 'DPRK', 'episodic', 'closer', 'announced', 0.1, '2026-11-01', 'press'
    from assessed_article;
insert into link_key (bytes) values ('\x00ff0a09');
insert into person (name, role, created_at, change) values ('desk', 'analyst', now(), nextval('person_change'));
insert into audit (at, who, way, action, subject) values (now(), 'desk', 'page', 'made', '');
set search_path = crawler;
insert into entry (feed, key, state, discovered, changed) select 'feed', n::text, 'PUBLISHED', now(), now() from generate_series(1, 50) n;
insert into origin (article, origin, seen, method, shingles, signature, bands)
    values ('a', 'a', now(), 1, 3, '\x0102', '{-9223372036854775808, 9223372036854775807}');
insert into host_turn (host, busy_until) values ('example.org', now());
