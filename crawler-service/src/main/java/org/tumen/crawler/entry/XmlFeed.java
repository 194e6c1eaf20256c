package org.tumen.crawler.entry;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

/** A feed out of an XML tree: RSS in all versions, Atom, Microsoft's channel definitions, news sitemaps. */
final class XmlFeed {

    private static final String[] TITLES = {"title", "dc:title", "atom:title", "itunes:title"};
    private static final String[] DESCRIPTIONS = {
        "description",
        "subtitle",
        "tagline",
        "atom:subtitle",
        "abstract",
        "dc:description",
        "itunes:summary",
        "itunes:subtitle",
        "info"
    };

    private XmlFeed() {}

    static FeedReading read(Document document, String charset, @Nullable String contentLanguage, URI address) {
        var root = FeedElement.root(document.getRootElement(), address);
        var format = format(root);
        if (format.isEmpty()) {
            return new Unreadable("the document is <"
                    + document.getRootElement().getName() + ">, not RSS, Atom, JSON Feed or a news sitemap");
        }
        if (format.get().equals("news-sitemap")) {
            return NewsSitemap.read(root, charset, contentLanguage);
        }
        var channel =
                root.name().equals("channel") ? root : root.child("channel").orElse(root);
        var feedAuthor = Vocabulary.isAtom(root.element()) ? People.in(channel, "author") : null;
        List<Entry> entries = items(root).stream()
                .map(item -> XmlEntries.entry(item, feedAuthor))
                .toList();
        return new Feed(
                format.get(),
                charset,
                channel.text(TITLES),
                link(channel),
                language(channel, contentLanguage),
                channel.text(DESCRIPTIONS),
                RomeReading.complete(entries, document),
                Wishes.of(channel),
                HubLinks.of(channel));
    }

    private static List<FeedElement> items(FeedElement root) {
        if (root.element().getName().equalsIgnoreCase("entry")) {
            return List.of(root);
        }
        var items = root.descendants(Vocabulary.isAtom(root.element()) ? "entry" : "item");
        return items.isEmpty() && !Vocabulary.isAtom(root.element()) ? root.descendants("atom:entry") : items;
    }

    private static @Nullable String link(FeedElement channel) {
        return AtomLinks.page(channel)
                .or(() -> Links.resolve(channel.base(), channel.attribute("href")))
                .map(URI::toString)
                .orElse(null);
    }

    private static @Nullable String language(FeedElement channel, @Nullable String contentLanguage) {
        return Optional.ofNullable(channel.text("language", "dc:language"))
                .or(() -> Optional.ofNullable(channel.language()))
                .or(() -> Optional.ofNullable(contentLanguage))
                .orElse(null);
    }

    private static Optional<String> format(FeedElement root) {
        var version = root.attribute("version");
        return Optional.ofNullable(
                switch (root.element().getName().toLowerCase(Locale.ROOT)) {
                    case "rss" -> version == null || version.isBlank() ? "rss" : "rss-" + version;
                    case "rdf" ->
                        root.descendants("item").isEmpty()
                                        && root.child("channel").isEmpty()
                                ? null
                                : "rss-" + rdfVersion(root);
                    case "feed", "entry" -> Vocabulary.isAtom03(root.element()) ? "atom-0.3" : "atom-1.0";
                    case "channel" ->
                        root.attribute("href") != null
                                        || root.element().getName().equals("CHANNEL")
                                ? "cdf"
                                : "rss";
                    case "urlset" -> "news-sitemap";
                    default -> null;
                });
    }

    private static String rdfVersion(FeedElement root) {
        return root.children().stream()
                        .anyMatch(child -> child.element().getNamespaceURI().contains("simple/0.9"))
                ? "0.90"
                : "1.0";
    }
}
