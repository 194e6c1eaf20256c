package org.tumen.crawler.backfill;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.Feeds;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;

/** Which outlet a stored article is from. */
@Component
class Outlets {

    private final Feeds feeds;

    Outlets(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The outlet of this feed; when none is given, that of the feed on the same site as the article. */
    Optional<Source> of(@Nullable FeedId feed, URI article) {
        if (feed != null) {
            return feeds.find(feed).map(found -> found.source());
        }
        var site = site(article);
        return feeds.all().stream()
                .filter(one -> !site.isEmpty() && site(one.url()).equals(site))
                .map(one -> one.source())
                .findFirst();
    }

    private static String site(URI address) {
        var host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp|rss|feeds?|en)\\.", "");
    }
}
