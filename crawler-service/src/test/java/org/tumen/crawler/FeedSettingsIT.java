package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tumen.model.Topic;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedListing;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.SourceKind;

/** What is wanted of feeds comes by a topic, beside the files, and so do those that are only to be tried. */
class FeedSettingsIT extends CrawlerCase {

    private static final URI ALERT_SERVICE = URI.create("/alert-service");

    private String database = "";
    private String files = "";

    @BeforeAll
    void start() {
        for (var page : List.of("one", "two", "three")) {
            site.hasArticle("/" + page, "An agreement number " + page);
        }
        site.has("/file", "application/rss+xml", rss("one"));
        site.has("/mine", "application/rss+xml", rss());
        site.has("/theirs", "application/rss+xml", rss());
        site.has("/added", "application/rss+xml", rss("two"));
        database = RealParts.newDatabase("settings");
        files = feed("s-file", site.url("/file"), "1s") + feed("s-mine", site.url("/mine"), "1s");
        startOn(database, files);
    }

    /** Other crawlers read the same topic. */
    @AfterAll
    void takeBack() {
        for (var feed : List.of("s-added", "s-twice", "s-file", "s-mine")) {
            send(crawler(), EventRecords.removal(Topic.FEED_SETTINGS, feed));
        }
    }

    @Test
    void leavesAFeedAsItsFileHasItAndSaysSo() {
        want("s-mine", definition("/theirs"), false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("s-mine"))
                        .anyMatch(told ->
                                told.endsWith(": id: s-mine stands in a file, which wins (expected: another id)")));
        await().atMost(SOON).until(() -> site.requestsFor("/mine") > 0);
        assertThat(site.requestsFor("/theirs")).isZero();
    }

    @Test
    void pollsAnAddedFeedUntilItIsPausedAndStillKnowsBothAfterARestart() {
        want("s-added", definition("/added"), false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("s-added")).hasSize(1));

        want("s-added", definition("/added"), true);
        want("s-file", null, true);
        awaitState("s-added", "PAUSED");
        awaitState("s-file", "PAUSED");
        assertThat(told("s-added")).endsWith("PAUSED: paused by min");
        assertThat(rows(crawler(), "select state from entry where feed = 's-added'"))
                .containsExactly("PUBLISHED");

        crawler().close();
        site.has("/added", "application/rss+xml", rss("three", "two"));
        var before = site.requestsFor("/added");
        startOn(database, files);
        want("s-twice", definition("/added"), false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("s-twice"))
                        .containsExactly("REFUSED: url: " + site.url("/added")
                                + " is polled as s-added already (expected: each once)"));
        assertThat(get(crawler(), "/actuator/feeds"))
                .contains("\"paused\":2", "\"refused\":1", "is polled as s-added already");
        assertThat(site.requestsFor("/added")).isEqualTo(before);

        want("s-added", definition("/added"), false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("s-added")).hasSize(2));
        assertThat(told("s-added")).contains("NEW: paused no more, not polled yet");

        send(crawler(), EventRecords.removal(Topic.FEED_SETTINGS, "s-added"));
        await().atMost(SOON)
                .until(() ->
                        rows(crawler(), "select task_instance from scheduled_tasks where task_name = 'feed-poll'")
                                .stream()
                                .noneMatch("s-added"::equals));
    }

    @Test
    void triesAFeedThatSomebodyAsksForAndSaysWhatItSaw() {
        site.has("/tried", "application/rss+xml", rss("three"));
        site.has("/tried-page", "text/html", "<ul><li><a href='/one'>One &#7;</a></ul>");

        ask("tried", site.url("/tried"), null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tried("tried"))
                        .hasSize(1)
                        .first()
                        .satisfies(answer -> {
                            assertThat(answer.usable()).isTrue();
                            assertThat(lines(answer))
                                    .contains("status: HTTP 200", "format: rss-2.0", "entries: 1")
                                    .anyMatch(line -> line.startsWith("text: "))
                                    .contains("title: An agreement number three");
                        }));
        assertThat(published("tried")).isEmpty();

        ask("no-feed", site.url("/tried-page"), null);
        ask("listed", site.url("/tried-page"), listing("ul > li"));
        ask("no-selector", site.url("/tried-page"), listing("ul >"));
        ask("not-there", site.url("/nowhere"), null);
        ask("private", "http://169.254.1.1/latest", null);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tried("listed")).hasSize(1).first().satisfies(answer -> {
                assertThat(answer.usable()).isTrue();
                assertThat(lines(answer)).anyMatch(line -> line.contains("One"));
            });
            assertFailed("no-feed", "not RSS, Atom");
            assertFailed("no-selector", "listing.item: \"ul >\"");
            assertFailed("not-there", "HTTP 404");
            assertFailed("private", "169.254.1.1");
        });
    }

    @Test
    void leavesATrialThatNobodyWaitsFor() {
        var longAgo = Instant.now().minus(Duration.ofMinutes(3));
        var request = new FeedTrialRequested("late", URI.create(site.url("/late")), null, "min", longAgo);
        send(crawler(), EventRecords.write(Envelope.first(request, ALERT_SERVICE, longAgo)));
        site.has("/after", "application/rss+xml", rss("one"));
        ask("late", site.url("/after"), null); // Of one key, so behind it.

        await().atMost(SOON).until(() -> !tried("late").isEmpty());
        assertThat(tried("late")).hasSize(1);
        assertThat(site.requestsFor("/late")).isZero();
    }

    private void ask(String trial, String url, @Nullable FeedListing listing) {
        var now = Instant.now();
        var request = new FeedTrialRequested(trial, URI.create(url), listing, "min", now);
        send(crawler(), EventRecords.write(Envelope.first(request, ALERT_SERVICE, now)));
    }

    private static void assertFailed(String trial, String reason) {
        assertThat(tried(trial)).hasSize(1).first().satisfies(answer -> {
            assertThat(answer.usable()).isFalse();
            assertThat(lines(answer)).anyMatch(line -> line.startsWith("failed: ") && line.contains(reason));
        });
    }

    private static FeedListing listing(String item) {
        return new FeedListing(item, null, null, null, null, null, null);
    }

    private static List<String> lines(FeedTried answer) {
        return answer.told().stream()
                .map(line -> line.label() + ": " + line.text())
                .toList();
    }

    private static List<FeedTried> tried(String trial) {
        try (var results = new TopicReader("tumen.feed-trial-results")) {
            return results.all().stream()
                    .map(record -> EventRecords.read(record, FeedTried.class).event())
                    .filter(answer -> answer.trial().equals(trial))
                    .toList();
        }
    }

    private String rss(String... pages) {
        return Newsroom.rss(List.of(pages).stream()
                .map(page -> Newsroom.item(page, site.url("/" + page)))
                .toArray(String[]::new));
    }

    private FeedDefinition definition(String path) {
        return new FeedDefinition(
                URI.create(site.url(path)),
                "Added",
                "Example",
                "example",
                "en",
                "KR",
                SourceKind.PRESS,
                Duration.ofSeconds(1),
                null);
    }

    private void want(String feed, @Nullable FeedDefinition definition, boolean paused) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var wanted = new FeedSettingsChanged(new FeedId(feed), definition, paused, "min", now);
        send(crawler(), EventRecords.write(Envelope.first(wanted, ALERT_SERVICE, now)));
    }

    private void awaitState(String feed, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(crawler(), "select state from feed where id = '" + feed + "'"))
                        .containsExactly(state));
    }

    /** Every state that was told of a feed, with its reason. */
    private static List<String> told(String feed) {
        try (var health = new TopicReader("tumen.feed-health")) {
            return health.all().stream()
                    .map(record ->
                            EventRecords.read(record, FeedHealthChanged.class).event())
                    .filter(change -> change.feed().value().equals(feed))
                    .map(change -> change.state() + ": " + change.reason())
                    .toList();
        }
    }
}
