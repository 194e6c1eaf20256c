package org.tumen.crawler.reading;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.entry.FeedReading.Feed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the feed reader against a folder with files of checks ({@code checks-*.json}): each names a feed file, its
 * HTTP headers, and what must be read from it. Run by hand; no test needs such a folder.
 */
final class FeedScores {

    private static final URI UNKNOWN = URI.create("");

    private final FeedReader reader = new FeedReader();
    private final Path folder;

    private FeedScores(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var scores = new FeedScores(Path.of(arguments[0]));
        try (var files = Files.newDirectoryStream(scores.folder, "checks-*.json")) {
            for (var file : files) {
                scores.print(file);
            }
        }
    }

    private void print(Path file) throws IOException {
        int held = 0;
        int checks = 0;
        int whole = 0;
        var cases = new JsonMapper().readTree(file.toFile());
        for (var one : cases) {
            var reading = reader.read(
                    Files.readAllBytes(folder.resolve(one.path("file").asString())),
                    one.path("contentType").asString(null),
                    one.path("contentLanguage").asString(null),
                    UNKNOWN);
            int before = held;
            for (var check : one.path("checks")) {
                boolean holds = holds(check, reading);
                held += holds ? 1 : 0;
                if (!holds) {
                    System.out.printf(
                            Locale.ROOT, "  missed %s %s%n", one.path("file").asString(), check);
                }
            }
            checks += one.path("checks").size();
            whole += held - before == one.path("checks").size() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d checks (%.3f), %d of %d files%n",
                file.getFileName(),
                held,
                checks,
                (double) held / checks,
                whole,
                cases.size());
    }

    private static boolean holds(JsonNode check, FeedReading reading) {
        if (!(reading instanceof Feed feed)) {
            return false;
        }
        var field = check.path("field").asString();
        var index = check.path("i").asInt();
        var isFeed = check.path("where").asString().equals("feed");
        var read = isFeed
                ? of(feed, field)
                : index < feed.entries().size() ? of(feed.entries().get(index), field) : null;
        return check.path("value").isNumber()
                ? read instanceof Instant instant
                        && instant.getEpochSecond() == check.path("value").asLong()
                : read != null && plain(check.path("value").asString()).equals(plain(read.toString()));
    }

    private static @Nullable Object of(Feed feed, String field) {
        return switch (field) {
            case "title" -> feed.title();
            case "link" -> feed.link();
            case "language" -> feed.language();
            case "description" -> feed.description();
            default -> throw new IllegalArgumentException("field: " + field);
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
            default -> throw new IllegalArgumentException("field: " + field);
        };
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
}
