package org.tumen.alert.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.moment.Moment;
import org.tumen.model.feed.FeedSettingsChanged;

/** Every feed that is known: of which the crawler tells how it is, something is wanted, or articles came in the last days. */
@Repository
class FeedTable {

    static final int DAYS = 14;

    /** With fewer articles neither rhythm nor delay says anything. */
    private static final int FEWEST = 5;

    private static final String UNTOLD = "–";

    private final JdbcClient jdbc;
    private final FeedSettings settings;
    private final Clock clock;

    FeedTable(JdbcClient jdbc, FeedSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the crawler said of a feed. */
    private record Said(
            String state,
            Instant since,
            String reason,
            @Nullable String trouble,
            @Nullable Instant troubleAt) {}

    /** What its articles show; the delay is the median, null for an unknown one. */
    private record Shown(int articles, @Nullable Duration delay, Instant first, Instant last) {}

    /** Those that ask for a look first, then by name. */
    List<FeedRow> all() {
        var now = clock.instant();
        var from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
        var said = said();
        var shown = shown(from);
        var days = days(from);
        var wanted = settings.all();
        var names = new TreeSet<>(said.keySet());
        names.addAll(shown.keySet());
        names.addAll(wanted.keySet());
        return names.stream()
                .map(name -> row(
                        name,
                        said.get(name),
                        shown.get(name),
                        days.getOrDefault(name, Collections.nCopies(DAYS, 0)),
                        wanted.get(name),
                        now))
                .sorted(Comparator.comparingInt(FeedRow::rank).thenComparing(FeedRow::feed))
                .toList();
    }

    private static FeedRow row(
            String name,
            @Nullable Said said,
            @Nullable Shown shown,
            List<Integer> days,
            @Nullable FeedSettingsChanged wanted,
            Instant now) {
        return new FeedRow(
                name,
                said == null ? "unknown" : said.state(),
                said == null ? null : Moment.of(said.since(), now),
                said == null ? "the crawler has not said yet" : said.reason(),
                said == null ? null : said.trouble(),
                said == null || said.troubleAt() == null ? null : Moment.of(said.troubleAt(), now),
                days,
                shown == null ? 0 : shown.articles(),
                shown == null ? UNTOLD : rhythm(shown.articles(), shown.first(), now),
                delay(shown),
                shown == null ? null : Moment.of(shown.last(), now),
                wanted);
    }

    /** Up to now, not to the last of them: a feed that told five things in an hour a week ago is not a lively one. */
    static String rhythm(int articles, Instant first, Instant now) {
        return articles < FEWEST || !first.isBefore(now)
                ? UNTOLD
                : "about every " + words(Duration.between(first, now).dividedBy(articles));
    }

    private static String delay(@Nullable Shown shown) {
        var delay = shown == null || shown.articles() < FEWEST ? null : shown.delay();
        return delay == null ? UNTOLD : words(delay);
    }

    private Map<String, Said> said() {
        var said = new HashMap<String, Said>();
        jdbc.sql("select * from feed_state").query(row -> {
            said.put(
                    row.getString("feed"),
                    new Said(
                            row.getString("state"),
                            instant(row, "since"),
                            row.getString("reason"),
                            row.getString("trouble"),
                            row.getObject("trouble_at") == null ? null : instant(row, "trouble_at")));
        });
        return said;
    }

    private Map<String, Shown> shown(LocalDate from) {
        var shown = new HashMap<String, Shown>();
        jdbc.sql("""
                select feed, count(*) as articles, min(published_at) as first, max(published_at) as last, percentile_cont(0.5) within group (
                    order by extract(epoch from discovered_at - published_at)) as seconds
                from assessed_article where published_at >= :from and feed is not null group by feed""")
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var seconds = row.getObject("seconds", Double.class);
                    shown.put(
                            row.getString("feed"),
                            new Shown(
                                    row.getInt("articles"),
                                    seconds == null ? null : Duration.ofSeconds(Math.round(seconds)),
                                    instant(row, "first"),
                                    instant(row, "last")));
                });
        return shown;
    }

    private Map<String, List<Integer>> days(LocalDate from) {
        var days = new HashMap<String, List<Integer>>();
        jdbc.sql("""
                select feed, (published_at at time zone 'UTC')::date - cast(:from as date) as day, count(*) as articles
                from assessed_article where published_at >= :start and feed is not null group by 1, 2""")
                .param("from", from)
                .param("start", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var day = row.getInt("day");
                    if (day < DAYS) {
                        days.computeIfAbsent(row.getString("feed"), _ -> new ArrayList<>(Collections.nCopies(DAYS, 0)))
                                .set(day, row.getInt("articles"));
                    }
                });
        return days;
    }

    /** {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. */
    static String words(Duration time) {
        if (time.toSeconds() < 90) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toMinutes() < 90) {
            return time.toMinutes() + " min";
        }
        return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " d";
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
