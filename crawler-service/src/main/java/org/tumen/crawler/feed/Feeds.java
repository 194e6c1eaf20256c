package org.tumen.crawler.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.model.feed.FeedId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/** All feeds that are configured. Immutable. */
public final class Feeds {

    private final Map<FeedId, FeedConfig> byId;

    private Feeds(Map<FeedId, FeedConfig> byId) {
        this.byId = byId;
    }

    /**
     * Reads every file of a folder.
     *
     * @param floor the least that {@code every} may be
     * @throws InvalidSeedException naming file, line and field of the first fault
     */
    public static Feeds read(Path folder, Duration floor) {
        var feeds = new LinkedHashMap<FeedId, FeedConfig>();
        var urls = new HashSet<String>();
        for (var file : SeedFile.readFolder(folder, FeedFile.class)) {
            for (var i = 0; i < file.content().feeds().size(); i++) {
                var feed = file.content().feeds().get(i);
                check(file, "feeds[" + i + "]", feed, floor);
                if (feeds.put(feed.id(), feed) != null) {
                    throw file.fault("feeds[" + i + "].id", feed.id() + " is taken (expected: an id of its own)");
                }
                if (!urls.add(feed.url().toString())) {
                    throw file.fault("feeds[" + i + "].url", feed.url() + " is polled already (expected: each once)");
                }
            }
        }
        return new Feeds(feeds);
    }

    public Collection<FeedConfig> all() {
        return List.copyOf(byId.values());
    }

    public Optional<FeedConfig> find(FeedId id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static void check(SeedFile<FeedFile> file, String place, FeedConfig feed, Duration floor) {
        if (feed.every().compareTo(floor) < 0) {
            throw file.fault(place + ".every", feed.every() + " (expected: " + floor + " or more)");
        }
        try {
            feed.source();
        } catch (IllegalArgumentException e) {
            throw file.fault(place, String.valueOf(e.getMessage()));
        }
    }

    /** One file of the folder. */
    record FeedFile(List<FeedConfig> feeds) {}
}
