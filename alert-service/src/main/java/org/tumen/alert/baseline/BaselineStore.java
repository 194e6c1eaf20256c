package org.tumen.alert.baseline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.history.History;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.feed.Source;

/** Counts in the history. */
@Repository
class BaselineStore {

    private final JdbcClient jdbc;

    BaselineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is counted: a signal, in one direction between two, held in one way.
     *
     * @param held statuses that are counted together, as one word
     */
    record Thing(String signal, String giver, String receiver, String held) {

        static Thing of(Finding finding) {
            return new Thing(
                    finding.signal().value(),
                    finding.dyad().giver().value(),
                    finding.dyad().receiver().value(),
                    held(finding.status()));
        }

        private static String held(Status status) {
            return switch (status) {
                case REPORTED, ANNOUNCED -> "happened";
                case DENIED -> "denied";
                case ANTICIPATED -> "anticipated";
                case HISTORICAL, OPINION -> "background";
            };
        }
    }

    /**
     * Outlets of one kind that published.
     *
     * @param before on each earlier day on which any did
     * @param onTheDay on the day that is asked about, the outlet that is asked for among them
     */
    record Outlets(Map<LocalDate, Integer> before, int onTheDay) {}

    Outlets outlets(Source source, LocalDate from, LocalDate day) {
        var others = new HashMap<LocalDate, Integer>();
        jdbc.sql("""
                select o.day, o.outlets - case when own.family is null then 0 else 1 end as others from outlets_on_day o
                left join outlet_day own
                    on o.day = :day and own.kind = o.kind and own.day = o.day and own.family = :family
                where o.kind = :kind and o.day between :from and :day""")
                .param("kind", source.kind().name())
                .param("family", source.family())
                .param("from", from)
                .param("day", day)
                .query(row -> {
                    others.put(row.getObject("day", LocalDate.class), row.getInt("others"));
                });
        var onTheDay = others.remove(day);
        return new Outlets(others, onTheDay == null ? 1 : onTheDay + 1);
    }

    /**
     * How many voices told each thing on each day; on the day that is asked about, others than the article's own.
     *
     * @param repeats whether the article repeats another, so that it adds no voice of its own
     */
    record Told(Map<Thing, Map<LocalDate, Integer>> counts, LocalDate day, boolean repeats) {

        int on(Thing thing, LocalDate date) {
            return counts.getOrDefault(thing, Map.of()).getOrDefault(date, 0);
        }

        /** With the article itself; whatever it repeats was told by somebody. */
        int onTheDay(Thing thing) {
            return repeats ? Math.max(1, on(thing, day)) : on(thing, day) + 1;
        }
    }

    Told told(Article article, Set<Thing> things, LocalDate from, LocalDate day) {
        var voices = new HashMap<Thing, Map<LocalDate, Integer>>();
        jdbc.sql("""
                with thing (signal, giver, receiver, held) as (
                    select * from unnest(:signals::text[], :givers::text[], :receivers::text[], :helds::text[]))
                select signal, giver, receiver, held, told.day, told.voices
                from told_on_day told join thing using (signal, giver, receiver, held)
                where told.kind = :kind and told.day >= :from and told.day < :day
                union all
                select signal, giver, receiver, held, f.day, count(distinct f.voice)
                from past_finding f join thing using (signal, giver, receiver, held)
                where f.kind = :kind and f.day = :day and not f.copy
                    and f.article_id <> :article and f.voice <> :voice
                group by 1, 2, 3, 4, 5""")
                .param("signals", column(things, Thing::signal))
                .param("givers", column(things, Thing::giver))
                .param("receivers", column(things, Thing::receiver))
                .param("helds", column(things, Thing::held))
                .param("kind", article.source().kind().name())
                .param("from", from)
                .param("day", day)
                .param("article", article.id().value())
                .param("voice", History.voice(article))
                .query(row -> {
                    var thing = new Thing(
                            row.getString("signal"),
                            row.getString("giver"),
                            row.getString("receiver"),
                            row.getString("held"));
                    voices.computeIfAbsent(thing, _ -> new HashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getInt("voices"));
                });
        return new Told(voices, day, article.repeatsAnother());
    }

    /** Whether any of these was told as having happened between the two, in either direction, from one day to the other. */
    boolean wasTold(Collection<SignalId> signals, Dyad dyad, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select exists (
                            select 1 from past_finding
                            where (giver, receiver) in ((:one, :other), (:other, :one)) and signal = any(:signals)
                                and day between :from and :to and not copy and status in ('reported', 'announced'))""")
                .param("one", dyad.giver().value())
                .param("other", dyad.receiver().value())
                .param("signals", column(signals, SignalId::value))
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
