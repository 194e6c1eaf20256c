-- All that a list asks of an alert: a filter that few alerts meet, or none, reads this and not the alerts themselves, which are
-- twenty times as large. The planner cannot know that nothing will be found, and goes by position until it has a page full.
create index alert_as_listed on alert (position) include (id, story_id, signals, pairs, language, source_kind);

-- The items behind the triangle, newest first.
create index past_finding_by_time on past_finding (day) where not copy;
