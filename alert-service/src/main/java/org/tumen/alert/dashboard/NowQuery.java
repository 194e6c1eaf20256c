package org.tumen.alert.dashboard;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.alert.AlertId;

/** Finds the stories that the page shows, by indexes alone, however many there are. */
@Repository
class NowQuery {

    /** From so many of the last alerts the choices of the filters are taken. */
    private static final int LAST = 2_000;

    private final JdbcClient jdbc;

    NowQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A story that is found.
     *
     * @param alert the last on it
     * @param place of the alert that was wanted, the cursor
     */
    record Hit(AlertId alert, long place) {}

    /** What there is to choose from, each in alphabetical order. */
    record Choices(TreeSet<String> signals, TreeSet<String> pairs, TreeSet<String> languages, TreeSet<String> kinds) {}

    /** Newest first, older than the given place. */
    List<Hit> before(long place, NowFilter filter, int limit) {
        return jdbc.sql("""
                select coalesce(last.id, a.id) as id, a.position as place
                from alert a
                left join lateral (
                    select id from alert where story_id = a.story_id order by position desc limit 1) last on true
                where a.position < :place %s and not exists (
                    select 1 from alert later
                    where later.story_id = a.story_id and later.position > a.position %s)
                order by a.position desc limit :limit""".formatted(wanted(filter, "a"), wanted(filter, "later")))
                .param("place", place)
                .param("signal", filter.signal(), Types.VARCHAR)
                .param("pair", filter.pair(), Types.VARCHAR)
                .param("language", filter.language(), Types.VARCHAR)
                .param("kind", filter.kind(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> new Hit(new AlertId(row.getString("id")), row.getLong("place")))
                .list();
    }

    /**
     * A story has each of the filters' properties in one of its alerts, and is shown by its last one. What is not asked for is
     * not in the statement: with "is null or" in its place the database keeps one plan for every question, and that one goes
     * through all alerts for a signal that none has.
     */
    private static String wanted(NowFilter filter, String alert) {
        var conditions = new StringBuilder();
        if (filter.signal() != null) {
            conditions.append(" and %s.signals @> array[cast(:signal as text)]".formatted(alert));
        }
        if (filter.pair() != null) {
            conditions.append(" and %s.pairs @> array[cast(:pair as text)]".formatted(alert));
        }
        if (filter.language() != null) {
            conditions.append(" and %s.language = :language".formatted(alert));
        }
        if (filter.kind() != null) {
            conditions.append(" and %s.source_kind = :kind".formatted(alert));
        }
        return conditions.toString();
    }

    /** The stories told since then that come about least often by chance, the least likely first. */
    List<Hit> mostSurprising(Instant since, int limit) {
        return jdbc.sql("""
                select id, position as place from (
                    select distinct on (coalesce(story_id, id)) id, position, chance from alert
                    where raised_at > :since and chance <= 0.05
                    order by coalesce(story_id, id), chance, position desc) as stories
                order by chance, position desc limit :limit""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Hit(new AlertId(row.getString("id")), row.getLong("place")))
                .list();
    }

    Choices choices() {
        var choices = new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        jdbc.sql("select signals, pairs, language, source_kind from alert order by position desc limit :last")
                .param("last", LAST)
                .query(row -> {
                    choices.signals()
                            .addAll(List.of((String[]) row.getArray("signals").getArray()));
                    choices.pairs()
                            .addAll(List.of((String[]) row.getArray("pairs").getArray()));
                    choices.languages().add(String.valueOf(row.getString("language")));
                    choices.kinds().add(String.valueOf(row.getString("source_kind")));
                });
        return choices;
    }
}
