package org.tumen.crawler.backfill;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.crawler.article.ArticleLog;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.article.PageReading.NotAnArticle;
import org.tumen.crawler.revision.Publication.Published;
import org.tumen.crawler.revision.Publication.TooLarge;
import org.tumen.crawler.revision.Publication.Unchanged;
import org.tumen.crawler.revision.Revisions;
import org.tumen.crawler.revision.Revisions.Visit;
import org.tumen.model.Hops;
import org.tumen.model.Lane;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.PageFetchRequested;

/**
 * Publishes stored articles on the lane of back-fill. An article that is known is passed over, so that a back-fill that
 * was broken off can be begun again: read = published + known + rejected.
 */
@Component
class FileBackfill {

    private static final URI PRODUCER = URI.create("/crawler-service");

    private final Outlets outlets;
    private final ArticleLog articles;
    private final Revisions revisions;
    private final Clock clock;

    FileBackfill(Outlets outlets, ArticleLog articles, Revisions revisions, Clock clock) {
        this.outlets = outlets;
        this.articles = articles;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** How many articles came to what. */
    static final class Counts {

        private int published;
        private int known;
        private int rejected;

        int rejected() {
            return rejected;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d read = %d published + %d known + %d rejected",
                    published + known + rejected,
                    published,
                    known,
                    rejected);
        }
    }

    /** Reads them all; tells of each that is rejected, and why. */
    Counts run(Path path, @Nullable FeedId feed, Pace pace, ProgressBar bar, PrintStream complaints)
            throws IOException {
        var counts = new Counts();
        new StoredArticles(stored -> {
                    var objection = publish(stored, feed, pace, counts);
                    if (objection != null) {
                        counts.rejected++;
                        complaints.println(stored.place() + ": " + objection);
                    }
                    bar.show(stored.progress(), counts.toString());
                })
                .read(path);
        bar.end(counts.toString());
        return counts;
    }

    private @Nullable String publish(StoredArticle stored, @Nullable FeedId feed, Pace pace, Counts counts) {
        return switch (stored.reading()) {
            case NotAnArticle(var reason) -> reason;
            case ArticlePage page -> publish(stored, page, feed, pace, counts);
        };
    }

    private @Nullable String publish(
            StoredArticle stored, ArticlePage page, @Nullable FeedId feed, Pace pace, Counts counts) {
        var address = stored.address();
        if (address == null || address.getHost() == null) {
            return "no address (expected: url in JSON Lines, a canonical link in a saved page)";
        }
        var source = outlets.of(feed, address);
        if (source.isEmpty()) {
            return feed == null
                    ? "no feed on the site of " + address + " (expected: --feed ID, which names the outlet)"
                    : "no feed " + feed + " (expected: one of the configured feeds)";
        }
        var entry = new FeedEntry(address.toString(), null, null, null, null);
        var hops = Hops.discovered(page.published(), stored.captured());
        var visit = new Visit(source.get(), entry, page, address, hops);
        if (articles.knows(visit.canonicalUrl().articleId())) {
            counts.known++;
            return null;
        }
        step(pace);
        var request = Envelope.first(
                new PageFetchRequested(source.get(), address, entry, hops), PRODUCER, clock.instant(), Lane.BACKFILL);
        return switch (revisions.publish(visit, request)) {
            case Published published -> {
                revisions.note(published);
                counts.published++;
                yield null;
            }
            case Unchanged _ -> {
                counts.known++;
                yield null;
            }
            case TooLarge _ -> "larger than a record may be";
        };
    }

    private static void step(Pace pace) {
        try {
            pace.step();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
