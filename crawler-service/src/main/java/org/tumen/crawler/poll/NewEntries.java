package org.tumen.crawler.poll;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.crawler.article.ArticleLog;
import org.tumen.crawler.article.CanonicalUrl;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.EntryLog;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.entry.PlainText;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.poll.NewEntry.Known;
import org.tumen.crawler.poll.NewEntry.Unusable;
import org.tumen.crawler.poll.NewEntry.Wanted;
import org.tumen.crawler.publish.Publisher;
import org.tumen.model.Hops;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.PageFetchRequested;

/** Tells what is new in a feed, asks for the pages of it, and notes what was done. */
@Component
class NewEntries {

    /** More is no news but an archive; feeds begin with the newest, so what is over is old. */
    private static final int MAX_ENTRIES = 2_000;

    /** What a listing page shows as its news when it is read for the first time: about as much as a feed has. */
    private static final int FIRST_OF_A_LISTING = 20;

    private static final int MAX_ADDRESS = 2_048;

    private final EntryLog entries;
    private final ArticleLog articles;
    private final Publisher publisher;

    NewEntries(EntryLog entries, ArticleLog articles, Publisher publisher) {
        this.entries = entries;
        this.articles = articles;
        this.publisher = publisher;
    }

    /**
     * Those that were not seen before, the oldest first as far as the feed is in its usual order.
     *
     * @param isFirst whether the feed was never read before: a listing page then shows years of pages, and all but its
     *     first ones are old
     */
    List<NewEntry> in(FeedConfig feed, FeedReading.Feed reading, boolean isFirst, Instant now) {
        var byId = new LinkedHashMap<String, Entry>();
        reading.entries().stream()
                .limit(MAX_ENTRIES)
                .toList()
                .reversed()
                .forEach(entry -> byId.putIfAbsent(id(entry), entry));
        var unseen = entries.unseen(feed.id(), byId.keySet());
        var old = isFirst && feed.listing() != null ? Math.max(0, byId.size() - FIRST_OF_A_LISTING) : 0;
        var found = new ArrayList<NewEntry>();
        var number = 0;
        for (var entry : byId.entrySet()) {
            number++;
            if (unseen.contains(entry.getKey())) {
                found.add(
                        number <= old
                                ? new Unusable(
                                        entry.getKey(), entry.getValue().link(), "listed before the first reading")
                                : judge(feed, reading, entry.getKey(), entry.getValue(), now));
            }
        }
        return List.copyOf(found);
    }

    void request(List<NewEntry> found) {
        publisher.publish(found.stream()
                .filter(Wanted.class::isInstance)
                .map(wanted -> ((Wanted) wanted).request())
                .toList());
    }

    void note(FeedId feed, List<NewEntry> found) {
        for (var entry : found) {
            switch (entry) {
                case Wanted wanted ->
                    entries.requested(feed, wanted.id(), wanted.request().url());
                case Known known -> entries.published(feed, known.id(), known.url(), known.article());
                case Unusable unusable -> entries.rejected(feed, unusable.id(), unusable.url(), unusable.reason());
            }
        }
    }

    private NewEntry judge(FeedConfig feed, FeedReading.Feed reading, String id, Entry entry, Instant now) {
        var link = entry.link();
        var objection = objection(link);
        if (link == null || objection != null) {
            return new Unusable(id, link, objection == null ? "no link" : objection);
        }
        var article = CanonicalUrl.of(link).articleId();
        if (articles.knows(article)) {
            return new Known(id, link, article);
        }
        var language = entry.language() == null ? reading.language() : entry.language();
        return new Wanted(new PageFetchRequested(
                feed.source(),
                link,
                new FeedEntry(id, PlainText.of(entry.title()), entry.author(), PlainText.of(entry.summary()), language),
                Hops.discovered(entry.published(), now)));
    }

    private static @Nullable String objection(@Nullable URI link) {
        if (link == null) {
            return "no link";
        }
        if (link.getHost() == null
                || !("http".equalsIgnoreCase(link.getScheme()) || "https".equalsIgnoreCase(link.getScheme()))) {
            return "link is no http or https address";
        }
        return link.toString().length() > MAX_ADDRESS ? "link is longer than " + MAX_ADDRESS + " characters" : null;
    }

    private static String id(Entry entry) {
        if (entry.id() != null) {
            return entry.id();
        }
        return entry.link() == null
                ? "no id: " + entry.title() + " / " + entry.summary()
                : entry.link().toString();
    }
}
