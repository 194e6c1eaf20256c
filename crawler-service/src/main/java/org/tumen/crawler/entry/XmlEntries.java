package org.tumen.crawler.entry;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;

/** One entry out of the elements of RSS, Atom and their modules, which publishers mix as they like. */
final class XmlEntries {

    private static final String[] TITLES = {"title", "atom:title", "dc:title", "media:title", "itunes:title"};
    private static final String[] IDS = {"guid", "id", "atom:id", "dc:identifier"};
    private static final String[] AUTHORS = {
        "author",
        "atom:author",
        "dc:creator",
        "dc:author",
        "dcterms:creator",
        "itunes:author",
        "managingeditor",
        "dc:contributor"
    };
    private static final String[] SUMMARIES = {
        "summary",
        "atom:summary",
        "description",
        "abstract",
        "dc:description",
        "dcterms:abstract",
        "itunes:summary",
        "itunes:subtitle",
        "media:description"
    };
    private static final String[] CONTENTS = {
        "content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem"
    };
    private static final String[] PUBLISHED = {
        "pubdate",
        "published",
        "atom:published",
        "issued",
        "atom:issued",
        "dcterms:issued",
        "dc:date",
        "dcterms:created",
        "created",
        "atom:created",
        "date",
        "dcterms:date",
        "prism:publicationdate"
    };
    private static final String[] UPDATED = {
        "updated",
        "atom:updated",
        "modified",
        "atom:modified",
        "dcterms:modified",
        "prism:modificationdate",
        "lastmod",
        "lastbuilddate",
        "dc:date"
    };

    private XmlEntries() {}

    static Entry entry(FeedElement item, @Nullable String feedAuthor) {
        var published = date(item, PUBLISHED);
        var updated = date(item, UPDATED);
        if (updated == null) {
            updated = date(item.attribute("lastmod"));
        }
        var author = author(item);
        var content = item.text(CONTENTS);
        var summary = orOfMedia(item, SUMMARIES);
        // RSS with both: the description is then the article itself.
        if (content == null
                && item.child("summary").isPresent()
                && item.child("description").isPresent()) {
            content = item.text("description");
        }
        return new Entry(
                id(item),
                link(item),
                orOfMedia(item, TITLES),
                author == null ? feedAuthor : author,
                summary,
                content,
                Optional.ofNullable(item.text("language", "dc:language")).orElse(item.language()),
                published == null ? updated : published,
                updated == null ? published : updated);
    }

    /** An Atom entry out of another feed has its author in there (RFC 4287 section 4.2.1). */
    private static @Nullable String author(FeedElement item) {
        var own = People.in(item, AUTHORS);
        return own != null || !Vocabulary.isAtom(item.root())
                ? own
                : item.child("source")
                        .map(source -> People.in(source, "author"))
                        .orElse(null);
    }

    /** Where an entry is about a picture or film, its words may stand with that (Media RSS 1.5.1). */
    private static @Nullable String orOfMedia(FeedElement item, String... names) {
        var own = item.text(names);
        return own != null
                ? own
                : item.children("media:group", "media:content")
                        .map(media -> media.text(names))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String id(FeedElement item) {
        var about = item.attribute("about");
        var given = item.child(IDS).filter(id -> !id.text().isEmpty());
        if (given.isEmpty()) {
            return about == null
                    ? item.child("enclosure")
                            .map(enclosure -> enclosure.attribute("url"))
                            .orElse(null)
                    : about;
        }
        var text = given.get().text();
        var permalink = given.get().attribute("ispermalink");
        boolean isAtoms = !given.get().name().equals("guid");
        boolean isLink = isAtoms || "true".equalsIgnoreCase(permalink);
        return isLink && !text.contains("<")
                ? Links.resolve(given.get().base(), text).map(URI::toString).orElse(text)
                : text;
    }

    private static @Nullable URI link(FeedElement item) {
        return AtomLinks.page(item)
                .or(() -> item.child("guid")
                        .filter(XmlEntries::isPermalink)
                        .flatMap(guid -> Links.resolve(guid.base(), guid.text())))
                .or(() -> item.child("content", "atom:content")
                        .flatMap(content -> Links.resolve(content.base(), content.attribute("src"))))
                .or(() -> Stream.of("href", "about")
                        .map(item::attribute)
                        .flatMap(link -> Links.resolve(item.base(), link).stream())
                        .findFirst())
                .or(() -> item.child("id", "atom:id")
                        .filter(XmlEntries::isPermalink)
                        .flatMap(id -> Links.resolve(id.base(), id.text())))
                .orElse(null);
    }

    private static boolean isPermalink(FeedElement id) {
        return !"false".equalsIgnoreCase(id.attribute("ispermalink"))
                && id.text().matches("(?i)https?://\\S+");
    }

    static @Nullable Instant date(FeedElement parent, String... names) {
        return parent.children(names)
                .map(FeedElement::text)
                .map(XmlEntries::date)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Instant date(@Nullable String text) {
        return text == null
                ? null
                : WrittenDate.in(text).map(WrittenDate::instant).orElse(null);
    }
}
