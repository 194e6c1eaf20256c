package org.tumen.crawler.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.model.feed.FeedId;
import org.tumen.seeds.InvalidSeedException;

/** All feeds that are configured at the moment. Safe for use by many threads; two calls may see different times. */
public final class Feeds {

    private volatile Map<FeedId, FeedConfig> byId;
    private volatile List<String> faults;

    Feeds(FeedList list) {
        this.byId = list.feeds();
        this.faults = list.faultMessages();
    }

    /**
     * Reads every file of a folder; what is at fault is left out.
     *
     * @param floor the least that {@code every} may be
     * @throws InvalidSeedException when there is a fault and no feed without one
     */
    public static Feeds read(Path folder, Duration floor) {
        return new Feeds(FeedList.read(folder, floor).orFault());
    }

    public Collection<FeedConfig> all() {
        return List.copyOf(byId.values());
    }

    public Optional<FeedConfig> find(FeedId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What is at fault in the files now, each with file, line, field and what is allowed; empty when all is well. */
    public List<String> faults() {
        return faults;
    }

    /** Takes over what is configured now; of what is at fault the former version stays. */
    boolean replaceBy(FeedList next) {
        var merged = next.orWhereAtFault(byId);
        faults = next.faultMessages();
        if (merged.equals(byId)) {
            return false;
        }
        byId = merged;
        return true;
    }
}
