package org.tumen.alert.index;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.index.Indexes.Item;
import org.tumen.alert.index.Indexes.Week;
import org.tumen.alert.index.Points.Past;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/** Reads the history of a pair of actors. */
@Repository
class IndexStore {

    private final JdbcClient jdbc;

    IndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Past past(Dyad pair, Period period) {
        return new Past(tellings(pair, period), outlets(period), articles(period));
    }

    /** Newest first, in either direction, copies left out. */
    List<Telling> tellings(Dyad pair, Period period) {
        return jdbc.sql("""
                select f.*, a.published_at, a.publisher, a.title, a.url
                from past_finding f join assessed_article a using (article_id)
                where (f.giver, f.receiver) in ((:one, :other), (:other, :one)) and f.day between :from and :to
                    and not f.copy
                order by f.day desc, a.published_at desc, f.article_id, f.signal""")
                .param("one", pair.giver().value())
                .param("other", pair.receiver().value())
                .param("from", period.first())
                .param("to", period.last())
                .query(IndexStore::telling)
                .list();
    }

    /** Findings of each signal by week, copies and mere talk left out. */
    List<Week> weeks(List<Dyad> pairs, Period period) {
        return jdbc.sql("""
                select signal, date_trunc('week', day)::date as monday, count(*) as findings from past_finding
                where giver || '>' || receiver = any(:ways) and giver = any(:actors) and receiver = any(:actors)
                    and day between :from and :to and not copy
                group by 1, 2 order by 1, 2""")
                .param("ways", ways(pairs))
                .param("actors", actors(pairs))
                .param("from", period.first())
                .param("to", period.last())
                .query((row, _) -> new Week(
                        row.getString("signal"), row.getObject("monday", LocalDate.class), row.getInt("findings")))
                .list();
    }

    /**
     * Newest first, copies left out. The last days that have as many are found before the articles are looked up: half a
     * year of them need not be sorted for two hundred.
     */
    List<Item> items(List<Dyad> pairs, @Nullable String signal, Period period, int limit) {
        return jdbc.sql("""
                with last as (
                    select * from past_finding
                    where giver || '>' || receiver = any(:ways) and giver = any(:actors) and receiver = any(:actors)
                        and day between :from and :to and not copy %s
                    order by day desc fetch first :limit rows with ties)
                select f.*, a.publisher, a.title, a.url, a.language
                from last f join assessed_article a using (article_id)
                order by f.day desc, a.published_at desc, f.article_id, f.signal limit :limit""".formatted(signal == null ? "" : "and signal = :signal"))
                .param("ways", ways(pairs))
                .param("actors", actors(pairs))
                .param("signal", signal, Types.VARCHAR)
                .param("from", period.first())
                .param("to", period.last())
                .param("limit", limit)
                .query((row, _) -> new Item(
                        row.getObject("day", LocalDate.class),
                        new Dyad(new ActorId(row.getString("giver")), new ActorId(row.getString("receiver"))),
                        row.getString("signal"),
                        row.getString("polarity"),
                        row.getString("status"),
                        row.getDouble("score"),
                        row.getString("publisher"),
                        row.getString("title"),
                        row.getString("url"),
                        row.getString("language")))
                .list();
    }

    /** Both ways of each pair: {@code DPRK>RUS}, {@code RUS>DPRK}. */
    private static String[] ways(List<Dyad> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.giver() + ">" + pair.receiver(), pair.receiver() + ">" + pair.giver()))
                .toArray(String[]::new);
    }

    private static String[] actors(List<Dyad> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.giver().value(), pair.receiver().value()))
                .distinct()
                .toArray(String[]::new);
    }

    private Map<LocalDate, Set<String>> outlets(Period period) {
        var outlets = new HashMap<LocalDate, Set<String>>();
        jdbc.sql("select day, family from outlet_day where day between :from and :to")
                .param("from", period.first())
                .param("to", period.last())
                .query(row -> {
                    outlets.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new HashSet<>())
                            .add(row.getString("family"));
                });
        return outlets;
    }

    private Map<LocalDate, Integer> articles(Period period) {
        var articles = new HashMap<LocalDate, Integer>();
        jdbc.sql("""
                select (published_at at time zone 'UTC')::date as day, count(*) as articles from assessed_article
                where published_at >= :from and published_at < :until group by 1""")
                .param("from", start(period.first()))
                .param("until", start(period.last().plusDays(1)))
                .query(row -> {
                    articles.put(row.getObject("day", LocalDate.class), row.getInt("articles"));
                });
        return articles;
    }

    private static Telling telling(ResultSet row, int number) throws SQLException {
        return new Telling(
                row.getObject("day", LocalDate.class),
                new SignalId(row.getString("signal")),
                Tier.valueOf(inCapitals(row.getString("tier"))),
                new Dyad(new ActorId(row.getString("giver")), new ActorId(row.getString("receiver"))),
                Polarity.valueOf(inCapitals(row.getString("polarity"))),
                Status.valueOf(inCapitals(row.getString("status"))),
                row.getDouble("score"),
                row.getString("voice"),
                new ArticleId(row.getString("article_id")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("publisher"),
                row.getString("title"),
                uri(row.getString("url")));
    }

    private static @Nullable URI uri(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    private static String inCapitals(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
