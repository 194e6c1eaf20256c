package org.tumen.crawler.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.seeds.InvalidSeedException;

/**
 * All feeds that there are at the moment: those of the files, and those that were added beside them. Safe for use by many
 * threads; two calls may see different times.
 */
public final class Feeds {

    private final Duration floor;
    private final CountDownLatch complete = new CountDownLatch(1);
    private volatile Map<FeedId, FeedConfig> ofFiles;
    private volatile List<FeedSettingsChanged> wanted = List.of();
    private volatile Merged merged;
    private volatile List<String> faults;

    Feeds(FeedList list, Duration floor) {
        this.floor = floor;
        this.ofFiles = list.feeds();
        this.faults = list.faultMessages();
        this.merged = Merged.of(ofFiles, wanted, floor);
    }

    /**
     * Reads every file of a folder; what is at fault is left out.
     *
     * @param floor the least that {@code every} may be
     * @throws InvalidSeedException when there is a fault and no feed without one
     */
    public static Feeds read(Path folder, Duration floor) {
        return new Feeds(FeedList.read(folder, floor).orFault(), floor);
    }

    public Collection<FeedConfig> all() {
        return List.copyOf(merged.feeds().values());
    }

    /** Also one that is paused. */
    public Optional<FeedConfig> find(FeedId id) {
        return Optional.ofNullable(merged.feeds().get(id));
    }

    /** Empty when it is paused. */
    public Optional<FeedConfig> findPolled(FeedId id) {
        var now = merged;
        return Optional.ofNullable(now.feeds().get(id))
                .filter(_ -> !now.paused().containsKey(id));
    }

    /** Who asked for a feed to be paused, and when; empty when nobody did. */
    public Optional<FeedSettingsChanged> pauseOf(FeedId id) {
        return Optional.ofNullable(merged.paused().get(id));
    }

    /** What was asked for and cannot be done. */
    public Collection<RefusedFeed> refused() {
        return merged.refused().values();
    }

    /** What is at fault in the files now, each with file, line, field and what is allowed; empty when all is well. */
    public List<String> faults() {
        return faults;
    }

    /** Whether it is known what is wanted beside the files; before that a feed that is not here may still come. */
    public boolean isComplete() {
        return complete.getCount() == 0;
    }

    /** Waits until it is known what is wanted beside the files. */
    public void awaitComplete() throws InterruptedException {
        complete.await();
    }

    /**
     * Takes over all that is wanted beside the files.
     *
     * @return whether anything is different now
     */
    public synchronized boolean settle(Collection<FeedSettingsChanged> everything) {
        wanted = List.copyOf(everything);
        var changed = merge();
        complete.countDown();
        return changed;
    }

    /** Takes over what is configured now; of what is at fault the former version stays. */
    synchronized boolean replaceBy(FeedList next) {
        ofFiles = next.orWhereAtFault(ofFiles);
        faults = next.faultMessages();
        return merge();
    }

    private boolean merge() {
        var next = Merged.of(ofFiles, wanted, floor);
        var changed = !next.equals(merged);
        merged = next;
        return changed;
    }
}
