package org.tumen.crawler.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tumen.model.feed.FeedId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;
import org.tumen.seeds.SeedItem;

/**
 * What the files of a folder say: the feeds that are as they must be, and the faults of the rest. One bad feed does not
 * take the others of its file with it.
 *
 * @param feeds in the order of the files
 * @param faults in the order of the files
 * @param faultyIds of the feeds at fault, as far as they can be read
 * @param unreadable whether a file could not be read at all, so that nobody knows which feeds it has
 */
record FeedList(
        Map<FeedId, FeedConfig> feeds, List<InvalidSeedException> faults, Set<String> faultyIds, boolean unreadable) {

    FeedList {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        faults = List.copyOf(faults);
        faultyIds = Set.copyOf(faultyIds);
    }

    /** @param floor the least that {@code every} may be */
    static FeedList read(Path folder, Duration floor) {
        var reading = new Reading(floor);
        for (var file : SeedFile.filesIn(folder)) {
            reading.add(file);
        }
        return new FeedList(reading.feeds, reading.faults, reading.faultyIds, reading.unreadable);
    }

    List<String> faultMessages() {
        return faults.stream().map(fault -> String.valueOf(fault.getMessage())).toList();
    }

    /** @throws InvalidSeedException the first fault, when there is nothing but faults */
    FeedList orFault() {
        if (feeds.isEmpty() && !faults.isEmpty()) {
            throw faults.getFirst();
        }
        return this;
    }

    /** These feeds, and the former version of those that can not be read now. */
    Map<FeedId, FeedConfig> orWhereAtFault(Map<FeedId, FeedConfig> former) {
        var merged = new LinkedHashMap<>(feeds);
        var urls = new HashSet<>(feeds.values().stream().map(FeedConfig::url).toList());
        former.forEach((id, feed) -> {
            if ((unreadable || faultyIds.contains(id.value())) && !merged.containsKey(id) && urls.add(feed.url())) {
                merged.put(id, feed);
            }
        });
        return Collections.unmodifiableMap(merged);
    }

    /** Gathers while the files are read. */
    private static final class Reading {

        private final Duration floor;
        private final Map<FeedId, FeedConfig> feeds = new LinkedHashMap<>();
        private final Map<String, FeedId> byUrl = new HashMap<>();
        private final List<InvalidSeedException> faults = new ArrayList<>();
        private final Set<String> faultyIds = new HashSet<>();
        private boolean unreadable;

        private Reading(Duration floor) {
            this.floor = floor;
        }

        private void add(Path path) {
            try {
                var items = SeedFile.readItems(path, "feeds", FeedConfig.class);
                for (var item : items) {
                    item.fault().ifPresentOrElse(fault -> reject(fault, item.text("id")), () -> check(item));
                }
            } catch (InvalidSeedException e) {
                faults.add(e);
                unreadable = true; // Which feeds it had is not known: none of the former ones goes.
            }
        }

        private void check(SeedItem<FeedConfig> item) {
            var feed = item.content();
            var problem = problem(feed);
            if (problem.isPresent()) {
                reject(
                        item.fault(problem.get().field(), problem.get().text()),
                        Optional.of(feed.id().value()));
                return;
            }
            feeds.put(feed.id(), feed);
            byUrl.put(feed.url().toString(), feed.id());
        }

        private Optional<Problem> problem(FeedConfig feed) {
            if (feed.every() != null && feed.every().compareTo(floor) < 0) {
                return Optional.of(new Problem("every", feed.every() + " (expected: " + floor + " or more)"));
            }
            if (feeds.containsKey(feed.id())) {
                return Optional.of(new Problem("id", feed.id() + " is taken (expected: an id of its own)"));
            }
            if (byUrl.containsKey(feed.url().toString())) {
                return Optional.of(new Problem("url", feed.url() + " is polled already (expected: each once)"));
            }
            try {
                feed.source();
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(new Problem("", String.valueOf(e.getMessage())));
            }
        }

        private void reject(InvalidSeedException fault, Optional<String> id) {
            faults.add(fault);
            id.ifPresent(faultyIds::add);
        }
    }

    private record Problem(String field, String text) {}
}
