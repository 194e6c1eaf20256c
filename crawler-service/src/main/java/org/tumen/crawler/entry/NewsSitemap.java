package org.tumen.crawler.entry;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

/** Google's news sitemap: addresses with title, language and date (developers.google.com, "News sitemaps"). */
final class NewsSitemap {

    private NewsSitemap() {}

    static FeedReading read(FeedElement root, String charset, @Nullable String contentLanguage) {
        var entries = new ArrayList<Entry>();
        String name = null;
        String language = contentLanguage;
        for (var url : root.children().stream()
                .filter(child -> child.name().equals("url"))
                .toList()) {
            var news = url.child("news:news");
            if (news.isEmpty()) {
                continue; // A page that is no news: sections and topics stand in the same map.
            }
            var publication = news.get().child("news:publication");
            if (name == null && publication.isPresent()) {
                name = publication.get().text("news:name");
                language = publication.get().text("news:language");
            }
            entries.add(entry(
                    url,
                    news.get(),
                    publication.map(p -> p.text("news:language")).orElse(null)));
        }
        return entries.isEmpty()
                ? new Unreadable("a sitemap without a single news:news entry")
                : new Feed("news-sitemap", charset, name, null, language, null, entries);
    }

    private static Entry entry(FeedElement url, FeedElement news, @Nullable String language) {
        var location = url.text("loc");
        var published = XmlEntries.date(news, "news:publication_date");
        var updated = XmlEntries.date(url, "lastmod");
        return new Entry(
                location,
                Links.resolve(url.base(), location).orElse(null),
                news.text("news:title"),
                null,
                null,
                null,
                language,
                published == null ? updated : published,
                updated == null ? published : updated);
    }
}
