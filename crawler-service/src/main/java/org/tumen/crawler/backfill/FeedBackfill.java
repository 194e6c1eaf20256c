package org.tumen.crawler.backfill;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tumen.crawler.article.ArticleLog;
import org.tumen.crawler.article.CanonicalUrl;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.EntryLog;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.fetch.HostRestsException;
import org.tumen.crawler.fetch.PoliteClient;
import org.tumen.crawler.listing.FeedDocuments;
import org.tumen.crawler.publish.Publisher;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.model.Hops;
import org.tumen.model.Lane;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.PageFetchRequested;

/**
 * Asks for the pages of all that a feed lists and that was never seen, on the lane of back-fill. The running crawlers
 * fetch them, so that a host sees one request at a time as always; only a few wait there at once, so that new entries of
 * the same host wait no longer than for those.
 */
@Component
class FeedBackfill {

    private static final int MAX_WAITING = 2;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final PoliteClient client;
    private final EntryLog entries;
    private final ArticleLog articles;
    private final Publisher publisher;
    private final Clock clock;

    FeedBackfill(PoliteClient client, EntryLog entries, ArticleLog articles, Publisher publisher, Clock clock) {
        this.client = client;
        this.entries = entries;
        this.articles = articles;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns when the page of every entry was fetched, or given up. */
    void run(FeedConfig feed, Pace pace, ProgressBar bar) throws IOException, InterruptedException {
        var reading = read(feed);
        var wanted = wanted(feed, reading);
        var waiting = new ArrayList<PageFetchRequested>();
        var asked = 0;
        for (var request : wanted) {
            await(waiting, MAX_WAITING - 1);
            pace.step();
            publisher.publish(List.of(request), Lane.BACKFILL);
            entries.requested(feed.id(), request.entry().id(), request.url());
            waiting.add(request);
            asked++;
            bar.show((asked - waiting.size()) / (double) wanted.size(), counts(reading, wanted, asked, waiting));
        }
        await(waiting, 0);
        bar.end(counts(reading, wanted, asked, waiting));
    }

    private FeedReading.Feed read(FeedConfig feed) throws IOException {
        var answer = switch (get(feed)) {
            case Answered answered -> answered;
            case HttpOutcome.Refused refused -> throw new IOException(feed.url() + ": " + refused.reason());
            case HttpOutcome.Failed failed -> throw new IOException(feed.url() + ": " + failed.reason());
        };
        if (answer.status() != 200) {
            throw new IOException(feed.url() + ": HTTP " + answer.status() + " (expected: 200)");
        }
        var reading = new FeedDocuments()
                .read(
                        feed.listing(),
                        answer.body().bytes(),
                        answer.headers().first("Content-Type"),
                        answer.headers().first("Content-Language"),
                        answer.finalUri());
        return switch (reading) {
            case FeedReading.Feed read -> read;
            case FeedReading.Unreadable unreadable -> throw new IOException(feed.url() + ": " + unreadable.reason());
        };
    }

    private HttpOutcome get(FeedConfig feed) throws IOException {
        try {
            return feed.listing() == null
                    ? client.get(feed.url(), "*/*", Map.of())
                    : client.getPage(feed.url(), "*/*", Map.of());
        } catch (HostRestsException e) {
            throw new IOException(feed.url() + ": " + e.getMessage(), e);
        }
    }

    private List<PageFetchRequested> wanted(FeedConfig feed, FeedReading.Feed reading) {
        var byId = new HashMap<String, Entry>();
        for (var entry : reading.entries()) {
            var link = entry.link();
            if (link != null
                    && isPage(link)
                    && !articles.knows(CanonicalUrl.of(link).articleId())) {
                byId.putIfAbsent(id(entry, link), entry);
            }
        }
        var now = clock.instant();
        return entries.unseen(feed.id(), byId.keySet()).stream()
                .map(id -> request(feed, id, Objects.requireNonNull(byId.get(id)), now))
                .toList();
    }

    private static PageFetchRequested request(FeedConfig feed, String id, Entry entry, Instant now) {
        var link = Objects.requireNonNull(entry.link());
        return new PageFetchRequested(
                feed.source(),
                link,
                new FeedEntry(id, entry.title(), entry.author(), null, entry.language()),
                Hops.discovered(entry.published(), now));
    }

    private void await(List<PageFetchRequested> waiting, int most) throws InterruptedException {
        while (true) {
            waiting.removeIf(request ->
                    entries.isSettled(request.source().feed(), request.entry().id()));
            if (waiting.size() <= most) {
                return;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean isPage(URI link) {
        return link.getHost() != null
                && link.getScheme() != null
                && link.getScheme().startsWith("http");
    }

    private static String id(Entry entry, URI link) {
        return entry.id() == null ? link.toString() : entry.id();
    }

    private static String counts(
            FeedReading.Feed reading, List<PageFetchRequested> wanted, int asked, List<PageFetchRequested> waiting) {
        return String.format(
                Locale.ROOT,
                "%d entries, %d not seen before: %d asked for, %d done",
                reading.entries().size(),
                wanted.size(),
                asked,
                asked - waiting.size());
    }
}
