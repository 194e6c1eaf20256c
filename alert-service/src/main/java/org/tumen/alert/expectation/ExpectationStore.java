package org.tumen.alert.expectation;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.expectation.Facts.Last;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;
import tools.jackson.databind.json.JsonMapper;

/** What the history knows of an expectation, and what came of it. */
@Repository
class ExpectationStore {

    /** The delay of a feed is that of nearly all of its articles of two months, later than a week being old news. */
    private static final Duration LOOKED_AT = Duration.ofDays(60);

    private static final Duration OLD_NEWS = Duration.ofDays(7);
    private static final double NEARLY_ALL = 0.95;
    private static final int FEWEST_ARTICLES = 20;

    /** Of a feed with fewer articles. */
    private static final Duration DELAY_UNKNOWN = Duration.ofHours(24);

    /** What feeds, fetching and assessing can always take. */
    private static final Duration SHORTEST_DELAY = Duration.ofHours(1);

    private static final Duration LONGEST_DELAY = Duration.ofDays(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ExpectationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came of an expectation in a year.
     *
     * @param outcome {@code seen}, {@code missed}, {@code unknown} or {@code seen-late}
     * @param absence null where it was not missed
     * @param earlier how it was in earlier years; null where it was not missed
     */
    record Settled(
            String expectation,
            LocalDate day,
            String outcome,
            @Nullable Absence absence,
            Facts.@Nullable Earlier earlier) {}

    /** The first article that tells of it as having happened, and appeared in this time. */
    Optional<ArticleReference> seen(Expectation expectation, Instant from, Instant until) {
        return jdbc.sql("""
                select a.* from past_finding f join assessed_article a using (article_id)
                where f.signal = any(:signals) and f.giver = :giver and f.receiver = :receiver and f.held = 'happened'
                    and f.day between :firstDay and :lastDay and a.published_at between :from and :until
                    and a.url is not null
                order by a.published_at, a.article_id limit 1""")
                .param("signals", signals(expectation))
                .param("giver", expectation.dyad().giver().value())
                .param("receiver", expectation.dyad().receiver().value())
                .param("firstDay", day(from))
                .param("lastDay", day(until))
                .param("from", at(from))
                .param("until", at(until))
                .query(ExpectationStore::reference)
                .optional();
    }

    /** Whether the history has news from any of the feeds in this time. */
    boolean hasNews(Expectation expectation, Instant from, Instant until) {
        return jdbc.sql("""
                        select exists (select 1 from assessed_article
                            where feed = any(:feeds) and published_at between :from and :until)""")
                .param("feeds", feeds(expectation))
                .param("from", at(from))
                .param("until", at(until))
                .query(Boolean.class)
                .single();
    }

    /** How a feed was from the beginning of a watch until now. */
    Facts.Feed feed(FeedId feed, Instant from, Instant now) {
        var last = last(feed, from, now);
        return new Facts.Feed(
                feed,
                state(feed).orElse(null),
                delay(feed, now),
                wasReadBefore(feed, from),
                last.isEmpty() ? 0 : articles(feed, from, now),
                last.orElse(null));
    }

    private Optional<FeedState> state(FeedId feed) {
        return jdbc.sql("select state from feed_state where feed = :feed")
                .param("feed", feed.value())
                .query((row, _) -> FeedState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)))
                .optional();
    }

    private Duration delay(FeedId feed, Instant now) {
        return jdbc.sql("""
                select count(*) as articles, percentile_cont(:nearlyAll) within group (
                    order by extract(epoch from discovered_at - published_at)) as seconds
                from assessed_article
                where feed = :feed and published_at between :from and :now
                    and discovered_at - published_at < make_interval(days => :oldNews)""")
                .param("nearlyAll", NEARLY_ALL)
                .param("feed", feed.value())
                .param("from", at(now.minus(LOOKED_AT)))
                .param("now", at(now))
                .param("oldNews", Math.toIntExact(OLD_NEWS.toDays()))
                .query((row, _) -> row.getInt("articles") < FEWEST_ARTICLES
                        ? DELAY_UNKNOWN
                        : within(Duration.ofSeconds(Math.round(row.getDouble("seconds")))))
                .single();
    }

    private static Duration within(Duration delay) {
        if (delay.compareTo(SHORTEST_DELAY) < 0) {
            return SHORTEST_DELAY;
        }
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private boolean wasReadBefore(FeedId feed, Instant from) {
        return jdbc.sql("select exists (select 1 from assessed_article where feed = :feed and discovered_at < :from)")
                .param("feed", feed.value())
                .param("from", at(from))
                .query(Boolean.class)
                .single();
    }

    private int articles(FeedId feed, Instant from, Instant until) {
        return jdbc.sql("""
                        select count(*) from assessed_article
                        where feed = :feed and published_at between :from and :until""")
                .param("feed", feed.value())
                .param("from", at(from))
                .param("until", at(until))
                .query(Integer.class)
                .single();
    }

    private Optional<Last> last(FeedId feed, Instant from, Instant until) {
        return jdbc.sql("""
                select publisher, title, url, published_at from assessed_article
                where feed = :feed and published_at between :from and :until and url is not null
                order by published_at desc, article_id limit 1""")
                .param("feed", feed.value())
                .param("from", at(from))
                .param("until", at(until))
                .query((row, _) -> new Last(
                        row.getString("publisher"),
                        row.getString("title"),
                        URI.create(row.getString("url")),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<Settled> settled(Expectation expectation, LocalDate day) {
        return jdbc.sql("""
                select * from expectation_outcome where expectation = :expectation and day = :day""")
                .param("expectation", expectation.id())
                .param("day", day)
                .query(ExpectationStore::settled)
                .optional();
    }

    /** The last ones that are settled, newest first, each by the id of its expectation. */
    List<Expectations.Past> last(int limit) {
        return jdbc.sql("""
                select expectation, day, outcome, why from expectation_outcome
                order by decided_at desc, expectation limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new Expectations.Past(
                        row.getObject("day", LocalDate.class),
                        row.getString("expectation"),
                        row.getString("outcome"),
                        row.getString("why")))
                .list();
    }

    /** Keeps what came of it, once; false when that was known. */
    boolean settle(Settled settled, String why, Instant now) {
        return jdbc.sql("""
                        insert into expectation_outcome (expectation, day, outcome, why, decided_at, absence, earlier, told)
                        values (:expectation, :day, :outcome, :why, :now, :absence::jsonb, :earlier, :told)
                        on conflict do nothing""")
                        .param("expectation", settled.expectation())
                        .param("day", settled.day())
                        .param("outcome", settled.outcome())
                        .param("why", why)
                        .param("now", at(now))
                        .param("absence", settled.absence() == null ? null : JSON.writeValueAsString(settled.absence()))
                        .param("earlier", settled.earlier() == null ? null : JSON.writeValueAsString(settled.earlier()))
                        .param("told", settled.absence() == null)
                        .update()
                == 1;
    }

    /** That it was seen after all, which is still to be told. */
    void seenLate(Settled missed, Absence seen, Instant now) {
        jdbc.sql("""
                update expectation_outcome
                set outcome = 'seen-late', why = 'seen after all', decided_at = :now, absence = :absence::jsonb, told = false
                where expectation = :expectation and day = :day and outcome = 'missed' and told""")
                .param("expectation", missed.expectation())
                .param("day", missed.day())
                .param("absence", JSON.writeValueAsString(seen))
                .param("now", at(now))
                .update();
    }

    List<Settled> untold() {
        return jdbc.sql("select * from expectation_outcome where not told order by day, expectation")
                .query(ExpectationStore::settled)
                .list();
    }

    void told(String expectation, LocalDate day, String outcome) {
        jdbc.sql("""
                update expectation_outcome set told = true
                where expectation = :expectation and day = :day and outcome = :outcome""")
                .param("expectation", expectation)
                .param("day", day)
                .param("outcome", outcome)
                .update();
    }

    private static Settled settled(ResultSet row, int number) throws SQLException {
        var absence = row.getString("absence");
        var earlier = row.getString("earlier");
        return new Settled(
                row.getString("expectation"),
                row.getObject("day", LocalDate.class),
                row.getString("outcome"),
                absence == null ? null : JSON.readValue(absence, Absence.class),
                earlier == null ? null : JSON.readValue(earlier, Facts.Earlier.class));
    }

    private static ArticleReference reference(ResultSet row, int number) throws SQLException {
        return new ArticleReference(
                new ArticleId(row.getString("article_id")),
                row.getInt("revision"),
                new Source(
                        new FeedId(row.getString("feed")),
                        row.getString("publisher"),
                        row.getString("family"),
                        SourceKind.valueOf(row.getString("kind")),
                        null),
                URI.create(row.getString("url")),
                row.getString("title"),
                row.getString("language"));
    }

    private static String[] signals(Expectation expectation) {
        return expectation.signals().stream().map(Object::toString).toArray(String[]::new);
    }

    private static String[] feeds(Expectation expectation) {
        return expectation.feeds().stream().map(FeedId::value).toArray(String[]::new);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
