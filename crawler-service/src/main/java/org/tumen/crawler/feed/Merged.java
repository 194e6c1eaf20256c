package org.tumen.crawler.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tumen.crawler.listing.Listing;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedSettingsChanged;

/**
 * The feeds of the files and those that were added beside them. The file wins: a feed that stands in one can be paused,
 * and not defined anew. Of two that were added with one address the first by name stays: a time
 * would change with every pause.
 *
 * @param feeds those of the files in their order, then the added ones by name
 * @param paused what asked for it, by feed
 * @param refused what cannot be done, by feed; one of a file is polled all the same
 */
record Merged(
        Map<FeedId, FeedConfig> feeds, Map<FeedId, FeedSettingsChanged> paused, Map<FeedId, RefusedFeed> refused) {

    Merged {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        paused = Map.copyOf(paused);
        refused = Map.copyOf(refused);
    }

    /** @param floor the least that {@code every} may be */
    static Merged of(Map<FeedId, FeedConfig> files, Collection<FeedSettingsChanged> wanted, Duration floor) {
        var feeds = new LinkedHashMap<>(files);
        var paused = new HashMap<FeedId, FeedSettingsChanged>();
        var refused = new HashMap<FeedId, RefusedFeed>();
        var byAddress = new HashMap<String, FeedId>();
        files.forEach((id, feed) -> byAddress.put(feed.url().toString(), id));
        var inOrder = wanted.stream()
                .sorted(Comparator.comparing(settings -> settings.feed().value()))
                .toList();
        for (var settings : inOrder) {
            if (settings.paused()) {
                paused.put(settings.feed(), settings);
            }
            var definition = settings.definition();
            if (definition == null) {
                continue;
            }
            try {
                var feed = added(settings.feed(), definition);
                require(!files.containsKey(feed.id()), "id", feed.id() + " stands in a file, which wins", "another id");
                require(every(feed, floor), "every", "" + feed.every(), floor + " or more");
                var taken = byAddress.putIfAbsent(feed.url().toString(), feed.id());
                require(taken == null, "url", feed.url() + " is polled as " + taken + " already", "each once");
                feeds.put(feed.id(), feed);
            } catch (IllegalArgumentException e) {
                refused.put(settings.feed(), new RefusedFeed(settings, String.valueOf(e.getMessage())));
            }
        }
        return new Merged(feeds, paused, refused);
    }

    private static boolean every(FeedConfig feed, Duration floor) {
        return feed.every() == null || feed.every().compareTo(floor) >= 0;
    }

    private static FeedConfig added(FeedId id, FeedDefinition definition) {
        return new FeedConfig(
                id,
                definition.url(),
                definition.name(),
                definition.publisher(),
                definition.family(),
                definition.language(),
                definition.country(),
                definition.kind(),
                definition.every(),
                definition.listing() == null ? null : Listing.of(definition.listing()));
    }

    private static void require(boolean condition, String field, String value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: " + expected + ")");
        }
    }
}
