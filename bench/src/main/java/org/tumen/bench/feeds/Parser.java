package org.tumen.bench.feeds;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading.Feed;

/** Ways to read a feed. */
enum Parser {
    TUMEN {
        @Override
        Optional<Read> read(FeedCase feed) throws IOException {
            return READER.read(feed.body(), feed.contentType(), feed.contentLanguage(), UNKNOWN) instanceof Feed read
                    ? Optional.of((entry, field) -> entry == null
                            ? of(read, field)
                            : entry < read.entries().size() ? of(read.entries().get(entry), field) : null)
                    : Optional.empty();
        }
    },
    ROME {
        @Override
        Optional<Read> read(FeedCase feed) throws IOException {
            try (var reader = new XmlReader(new ByteArrayInputStream(feed.body()), feed.contentType(), true)) {
                var read = new SyndFeedInput().build(reader);
                return Optional.of((entry, field) -> entry == null
                        ? of(read, field)
                        : entry < read.getEntries().size()
                                ? of(read.getEntries().get(entry), field)
                                : null);
            } catch (FeedException | IOException | IllegalArgumentException | StackOverflowError e) {
                return Optional.empty(); // What ends a parser counts as nothing read.
            }
        }
    };

    /** What was read, by field. */
    interface Read {

        /**
         * A text or an {@link Instant}; null when it was not found.
         *
         * @param entry zero-based; null for a field of the feed
         */
        @Nullable
        Object field(@Nullable Integer entry, String field);
    }

    private static final FeedReader READER = new FeedReader();
    private static final URI UNKNOWN = URI.create("");

    /** Empty when it can not be read. */
    abstract Optional<Read> read(FeedCase feed) throws IOException;

    private static @Nullable Object of(Feed feed, String field) {
        return switch (field) {
            case "title" -> feed.title();
            case "link" -> feed.link();
            case "language" -> feed.language();
            case "description" -> feed.description();
            default -> throw unknown(field);
        };
    }

    private static @Nullable Object of(Entry entry, String field) {
        return switch (field) {
            case "title" -> entry.title();
            case "link" -> Objects.toString(entry.link(), null);
            case "id" -> entry.id();
            case "language" -> entry.language();
            case "author" -> entry.author();
            case "summary" -> entry.summary();
            case "content" -> entry.content();
            case "published" -> entry.published();
            case "updated" -> entry.updated();
            default -> throw unknown(field);
        };
    }

    private static @Nullable Object of(SyndFeed feed, String field) {
        return switch (field) {
            case "title" -> feed.getTitle();
            case "link" -> feed.getLink();
            case "language" -> feed.getLanguage();
            case "description" -> feed.getDescription();
            default -> throw unknown(field);
        };
    }

    private static @Nullable Object of(SyndEntry entry, String field) {
        return switch (field) {
            case "title" -> entry.getTitle();
            case "link" -> entry.getLink();
            case "id" -> entry.getUri();
            case "language" -> null; // ROME's entries have none.
            case "author" -> entry.getAuthor();
            case "summary" -> value(entry.getDescription());
            case "content" ->
                entry.getContents().isEmpty() ? null : value(entry.getContents().getFirst());
            case "published" -> instant(entry.getPublishedDate());
            case "updated" -> instant(entry.getUpdatedDate());
            default -> throw unknown(field);
        };
    }

    private static @Nullable String value(@Nullable SyndContent content) {
        return content == null ? null : content.getValue();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException("field: " + field + " (expected: title, link, id, language, description,"
                + " author, summary, content, published, updated)");
    }
}
