package org.tumen.crawler.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.feed.RefusedFeed;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** Reads from the database how the configured feeds are doing. */
@Component
class FeedReports {

    private final Feeds feeds;
    private final JdbcClient database;

    FeedReports(Feeds feeds, JdbcClient database) {
        this.feeds = feeds;
        this.database = database;
    }

    List<FeedReport> all() {
        var polled = database.sql("""
                select f.id, lower(f.state) as state, f.since, f.reason, f.last_poll, f.next_poll,
                       count(e.key) as entries,
                       count(e.key) filter (where e.state = 'PUBLISHED') as articles,
                       count(e.key) filter (where e.state = 'REJECTED') as rejected,
                       lower(p.state) as push, p.hub, p.reason as push_reason, p.lease_ends, p.last_push
                from feed f left join entry e on e.feed = f.id left join push_subscription p on p.feed = f.id
                group by f.id, p.feed
                """).query(FeedReports::report).list().stream()
                .collect(Collectors.toMap(FeedReport::id, Function.identity()));
        return Stream.concat(
                        feeds.all().stream()
                                .map(feed -> polled.getOrDefault(feed.id().value(), neverPolled(feed))),
                        feeds.refused().stream()
                                .filter(one -> feeds.find(one.asked().feed()).isEmpty())
                                .map(FeedReports::refused))
                .toList();
    }

    /** Of one that stands nowhere but in what was asked for: refused. */
    FeedState stateOf(FeedId feed) {
        return all().stream()
                .filter(report -> report.id().equals(feed.value()))
                .map(report -> FeedState.valueOf(report.state().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(FeedState.REFUSED);
    }

    private static FeedReport refused(RefusedFeed one) {
        return new FeedReport(
                one.asked().feed().value(), "refused", one.asked().at(), one.reason(), null, null, 0, 0, 0, null);
    }

    static Map<String, Long> byState(List<FeedReport> reports) {
        return reports.stream().collect(Collectors.groupingBy(FeedReport::state, TreeMap::new, Collectors.counting()));
    }

    private static FeedReport report(ResultSet row, int number) throws SQLException {
        return new FeedReport(
                row.getString("id"),
                row.getString("state").toLowerCase(Locale.ROOT),
                instant(row.getTimestamp("since")),
                row.getString("reason"),
                instant(row.getTimestamp("last_poll")),
                instant(row.getTimestamp("next_poll")),
                row.getLong("entries"),
                row.getLong("articles"),
                row.getLong("rejected"),
                push(row));
    }

    private static @Nullable PushReport push(ResultSet row) throws SQLException {
        var state = row.getString("push");
        return state == null
                ? null
                : new PushReport(
                        state,
                        row.getString("hub"),
                        row.getString("push_reason"),
                        instant(row.getTimestamp("lease_ends")),
                        instant(row.getTimestamp("last_push")));
    }

    private static FeedReport neverPolled(FeedConfig feed) {
        return new FeedReport(feed.id().value(), "new", null, "configured, not polled yet", null, null, 0, 0, 0, null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /**
     * One feed, for an operator.
     *
     * @param entries ever seen; those that are neither articles nor rejected are being fetched
     * @param articles entries that became one
     * @param rejected entries that did not
     * @param push by a hub; null when none was asked for it
     */
    record FeedReport(
            String id,
            String state,
            @Nullable Instant since,
            String reason,
            @Nullable Instant lastPoll,
            @Nullable Instant nextPoll,
            long entries,
            long articles,
            long rejected,
            @Nullable PushReport push) {}

    /**
     * The subscription of a feed at a hub (WebSub).
     *
     * @param state requested, verified, silent, denied or ending
     * @param leaseEnds null before the hub verified it
     * @param lastPush null before the first
     */
    record PushReport(
            String state,
            String hub,
            String reason,
            @Nullable Instant leaseEnds,
            @Nullable Instant lastPush) {}
}
