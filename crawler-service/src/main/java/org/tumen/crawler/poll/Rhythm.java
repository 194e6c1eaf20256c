package org.tumen.crawler.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tumen.crawler.entry.Entry;

/** How often a feed has something new, by the dates of its entries. */
final class Rhythm {

    private Rhythm() {}

    /** The mean time between entries; empty when fewer than two have a date. */
    static Optional<Duration> of(List<Entry> entries) {
        var dates =
                entries.stream().map(Entry::published).filter(Objects::nonNull).toList();
        if (dates.size() < 2) {
            return Optional.empty();
        }
        var first = dates.stream().min(Instant::compareTo).orElseThrow();
        var last = dates.stream().max(Instant::compareTo).orElseThrow();
        return Optional.of(Duration.between(first, last).dividedBy(dates.size() - 1));
    }
}
