package org.tumen.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedListing;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.feed.SourceKind;

class MergedTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(2);
    private static final FeedListing LISTING = new FeedListing("ul > li", null, null, null, null, null, null);

    @Test
    void addsAFeedBesideThoseOfTheFiles() {
        var merged = merged(List.of(file("of-a-file")), added("added", "https://added.example/", null, LISTING));

        assertThat(merged.feeds().keySet()).extracting(FeedId::value).containsExactly("of-a-file", "added");
        var feed = merged.feeds().get(new FeedId("added"));
        assertThat(feed).isNotNull();
        assertThat(feed.source().family()).isEqualTo("example");
        assertThat(feed.listing()).isNotNull();
        assertThat(merged.refused()).isEmpty();
    }

    @Test
    void pausesFeedsOfFilesAndAddedOnes() {
        var merged = merged(
                List.of(file("of-a-file"), file("another")),
                paused("of-a-file"),
                new FeedSettingsChanged(
                        new FeedId("added"), definition("https://added.example/", null, null), true, "min", NOON));

        assertThat(merged.feeds()).hasSize(3);
        assertThat(merged.paused().keySet()).extracting(FeedId::value).containsExactlyInAnyOrder("of-a-file", "added");
    }

    @Test
    void pausesAFeedThatNoFileHasYet() {
        assertThat(merged(List.of(), paused("to-come")).paused()).containsKey(new FeedId("to-come"));
    }

    @Test
    void leavesAFeedAsItsFileHasItAndSaysSo() {
        var merged = merged(List.of(file("of-a-file")), added("of-a-file", "https://other.example/", null, null));

        assertThat(merged.feeds()).containsValue(file("of-a-file"));
        assertThat(reason(merged, "of-a-file"))
                .isEqualTo("id: of-a-file stands in a file, which wins (expected: another id)");
    }

    @Test
    void refusesAnAddressThatIsPolledAlready() {
        var address = file("of-a-file").url().toString();

        assertThat(reason(merged(List.of(file("of-a-file")), added("twice", address, null, null)), "twice"))
                .isEqualTo("url: " + address + " is polled as of-a-file already (expected: each once)");
    }

    @Test
    void keepsTheSameOfTwoWithOneAddressWhicheverWasPausedLast() {
        var first = added("first", "https://added.example/", null, null);
        var pausedSince = new FeedSettingsChanged(first.feed(), first.definition(), true, "min", NOON.plusSeconds(9));
        var second = added("second", "https://added.example/", null, null);

        for (var merged : List.of(merged(List.of(), second, first), merged(List.of(), second, pausedSince))) {
            assertThat(merged.feeds()).containsOnlyKeys(first.feed());
            assertThat(merged.refused()).containsOnlyKeys(second.feed());
        }
    }

    @Test
    void refusesAnIntervalUnderTheFloor() {
        var merged = merged(List.of(), added("hasty", "https://added.example/", Duration.ofSeconds(5), null));

        assertThat(reason(merged, "hasty")).isEqualTo("every: PT5S (expected: PT2M or more)");
        assertThat(merged.feeds()).isEmpty();
    }

    @Test
    void refusesASelectorThatIsNone() {
        var listing = new FeedListing("ul >> li", null, null, null, null, null, null);

        assertThat(reason(merged(List.of(), added("listed", "https://added.example/", null, listing)), "listed"))
                .startsWith("listing.item: \"ul >> li\" (expected: a CSS selector");
    }

    private static Merged merged(List<FeedConfig> files, FeedSettingsChanged... wanted) {
        Map<FeedId, FeedConfig> byId = new LinkedHashMap<>();
        files.forEach(feed -> byId.put(feed.id(), feed));
        return Merged.of(byId, Arrays.asList(wanted), FLOOR);
    }

    private static String reason(Merged merged, String feed) {
        var refused = merged.refused().get(new FeedId(feed));
        return refused == null ? "" : refused.reason();
    }

    private static FeedConfig file(String id) {
        return new FeedConfig(
                new FeedId(id),
                URI.create("https://" + id + ".example/rss"),
                id,
                "Example",
                "example",
                "en",
                "KR",
                SourceKind.PRESS,
                null,
                null);
    }

    private static FeedSettingsChanged added(
            String id, String url, @Nullable Duration every, @Nullable FeedListing listing) {
        return new FeedSettingsChanged(new FeedId(id), definition(url, every, listing), false, "min", NOON);
    }

    private static FeedSettingsChanged paused(String id) {
        return new FeedSettingsChanged(new FeedId(id), null, true, "min", NOON);
    }

    private static FeedDefinition definition(String url, @Nullable Duration every, @Nullable FeedListing listing) {
        return new FeedDefinition(
                URI.create(url), "Added", "Example", "example", "en", "KR", SourceKind.PRESS, every, listing);
    }
}
