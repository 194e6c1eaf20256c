package org.tumen.crawler.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code tumen feed parse}: one line of JSON for each file, in the order given, nothing kept in memory. */
final class FeedParseCommand {

    private static final URI UNKNOWN = URI.create("");

    private final JsonMapper mapper = new JsonMapper();
    private final FeedReader reader = new FeedReader();
    private final PrintStream out;

    FeedParseCommand(PrintStream out) {
        this.out = out;
    }

    void parse(Path file) {
        print(file, file.toString(), null, null, UNKNOWN);
    }

    /** @param list JSON Lines; its paths are relative to the list itself */
    void parseList(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> parseListed(list, line));
        }
    }

    private void parseListed(Path list, String line) {
        try {
            var listed = mapper.readTree(line);
            var name = listed.path("file").asString("");
            var base = listed.path("base").asString("").strip();
            print(
                    list.resolveSibling(name),
                    name,
                    listed.path("contentType").asString(null),
                    listed.path("contentLanguage").asString(null),
                    address(base));
        } catch (JacksonException | InvalidPathException e) {
            out.println(failure(line, "line of the list: " + e.getMessage()));
        }
    }

    /** Links are then left as they are. */
    private static URI address(String base) {
        try {
            return new URI(base.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return UNKNOWN;
        }
    }

    private void print(
            Path file, String name, @Nullable String contentType, @Nullable String contentLanguage, URI base) {
        try {
            var line = switch (reader.read(Files.readAllBytes(file), contentType, contentLanguage, base)) {
                case Feed feed -> success(name, feed);
                case Unreadable(var reason) -> failure(name, reason);
            };
            out.println(line);
        } catch (IOException e) {
            out.println(failure(name, "can not be read: " + e));
        }
    }

    private ObjectNode failure(String file, String error) {
        return mapper.createObjectNode().put("file", file).put("ok", false).put("error", error);
    }

    private ObjectNode success(String file, Feed feed) {
        var line = mapper.createObjectNode()
                .put("file", file)
                .put("ok", true)
                .put("format", feed.format())
                .put("charset", feed.charset());
        line.putObject("feed")
                .put("title", feed.title())
                .put("link", feed.link())
                .put("language", feed.language())
                .put("description", feed.description());
        var entries = line.putArray("entries");
        for (var entry : feed.entries()) {
            put(entries.addObject(), entry);
        }
        return line;
    }

    private static void put(ObjectNode line, Entry entry) {
        line.put("title", entry.title())
                .put("link", entry.link() == null ? null : entry.link().toString())
                .put("id", entry.id())
                .put("language", entry.language())
                .put("author", entry.author())
                .put("summary", entry.summary())
                .put("content", entry.content())
                .put("published", iso(entry.published()))
                .put("updated", iso(entry.updated()));
    }

    private static @Nullable String iso(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
