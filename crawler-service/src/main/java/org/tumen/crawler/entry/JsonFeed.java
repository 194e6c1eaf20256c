package org.tumen.crawler.entry;

import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Feed of version 1 or 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

    /** Jackson's own limits on nesting and lengths stay in force. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private JsonFeed() {}

    static FeedReading read(String text, String charset, @Nullable String contentLanguage, URI address) {
        try {
            return feed(MAPPER.readTree(text), charset, contentLanguage, address);
        } catch (JacksonException e) {
            return new Unreadable("not JSON: " + e.getOriginalMessage());
        }
    }

    private static FeedReading feed(JsonNode root, String charset, @Nullable String contentLanguage, URI address) {
        if (!root.path("items").isArray()) {
            return new Unreadable("JSON without \"items\", so no JSON Feed");
        }
        var version = root.path("version").asString("").endsWith("1.1") ? "1.1" : "1.0";
        var language = text(root, "language");
        var feedAuthor = authors(root);
        var entries = new ArrayList<Entry>();
        root.path("items").forEach(item -> entries.add(entry(item, feedAuthor, address)));
        return new Feed(
                "json-feed-" + version,
                charset,
                text(root, "title"),
                Links.resolve(address, text(root, "home_page_url"))
                        .map(URI::toString)
                        .orElse(null),
                language == null ? contentLanguage : language,
                text(root, "description"),
                entries,
                Wishes.NONE,
                hubs(root, address));
    }

    private static HubLinks hubs(JsonNode root, URI address) {
        var hubs = new ArrayList<URI>();
        for (var hub : root.path("hubs")) {
            if (hub.path("type").asString("").equalsIgnoreCase("WebSub")) {
                Links.resolve(address, text(hub, "url")).ifPresent(hubs::add);
            }
        }
        return new HubLinks(hubs, Links.resolve(address, text(root, "feed_url")).orElse(null));
    }

    private static Entry entry(JsonNode item, @Nullable String feedAuthor, URI address) {
        var published = XmlEntries.date(text(item, "date_published"));
        var updated = XmlEntries.date(text(item, "date_modified"));
        var html = text(item, "content_html");
        var author = authors(item);
        return new Entry(
                text(item, "id"),
                Links.resolve(address, text(item, "url"))
                        .or(() -> Links.resolve(address, text(item, "external_url")))
                        .orElse(null),
                text(item, "title"),
                author == null ? feedAuthor : author,
                text(item, "summary"),
                html == null ? text(item, "content_text") : Links.resolveIn(html, address),
                text(item, "language"),
                published == null ? updated : published,
                updated == null ? published : updated);
    }

    /** {@code authors} since 1.1, {@code author} before. */
    private static @Nullable String authors(JsonNode owner) {
        var names = new ArrayList<String>();
        for (var author : owner.path("authors")) {
            Optional.ofNullable(text(author, "name")).ifPresent(names::add);
        }
        if (names.isEmpty()) {
            Optional.ofNullable(text(owner.path("author"), "name")).ifPresent(names::add);
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** Ids are written as numbers, too. */
    private static @Nullable String text(JsonNode owner, String field) {
        var text = owner.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
