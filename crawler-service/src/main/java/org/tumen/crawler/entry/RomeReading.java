package org.tumen.crawler.entry;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ROME makes of a feed. It knows the formats and modules as specified and stands in wherever the reading that
 * follows publishers' habits ({@link XmlEntries}) finds nothing. On its own it falls short on relative links, mixed
 * modules and odd dates (measured: .89 of the conformance checks). Its dates are not taken: it reads "031231" as the
 * year 31231.
 */
final class RomeReading {

    private static final Logger log = LoggerFactory.getLogger(RomeReading.class);

    private RomeReading() {}

    /** The entries with their gaps filled; as they are if ROME refuses the feed or counts other entries in it. */
    static List<Entry> complete(List<Entry> entries, Document document) {
        var rome = feed(document).map(SyndFeed::getEntries).orElse(List.of());
        if (rome.size() != entries.size()) {
            return entries;
        }
        var completed = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++) {
            completed.add(complete(entries.get(i), rome.get(i)));
        }
        return completed;
    }

    private static Optional<SyndFeed> feed(Document document) {
        try {
            // ROME takes foreign elements out of the tree that it reads.
            return Optional.of(new SyndFeedImpl(new WireFeedInput(false, Locale.ROOT).build(document.clone())));
        } catch (FeedException | RuntimeException e) {
            // ROME throws IllegalArgumentException at unknown formats and others at elements out of place.
            log.atDebug().setCause(e).log("ROME refuses a feed");
            return Optional.empty();
        }
    }

    private static Entry complete(Entry entry, SyndEntry rome) {
        return new Entry(
                first(entry.id(), rome.getUri()),
                entry.link(),
                first(entry.title(), rome.getTitle()),
                first(entry.author(), rome.getAuthor()),
                first(entry.summary(), text(rome.getDescription())),
                first(
                        entry.content(),
                        rome.getContents().stream()
                                .findFirst()
                                .map(SyndContent::getValue)
                                .orElse(null)),
                entry.language(),
                entry.published(),
                entry.updated());
    }

    private static @Nullable String text(@Nullable SyndContent content) {
        return content == null ? null : content.getValue();
    }

    private static @Nullable String first(@Nullable String own, @Nullable String romes) {
        return own != null || romes == null || romes.isBlank() ? own : romes.strip();
    }
}
