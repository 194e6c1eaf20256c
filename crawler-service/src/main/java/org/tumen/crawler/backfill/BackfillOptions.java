package org.tumen.crawler.backfill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedId;

/**
 * What the command line asks for.
 *
 * @param feed whose outlet the articles are from, or whose entries are wanted; null when files say it by their addresses
 * @param file what to read; null when the feed's entries are wanted
 * @param rate articles, or requests for pages, a second at most
 * @param settings for the crawler's own configuration, as {@code --key=value}
 */
record BackfillOptions(@Nullable FeedId feed, @Nullable Path file, double rate, List<String> settings) {

    static final String USAGE = """
            usage: backfill --file WARC|JSONL|DIR [--feed ID] [--rate N] [--key=value...]
                     publishes the articles of an archive, of JSON Lines {"url", "title", "text", "author"?, "language"?,
                     "published"?} or {"url", "html"}, or of a folder of .html files, N a second (50)
                   backfill --feed ID [--rate N] [--key=value...]
                     has the running crawler fetch all that a feed lists and that it never saw, N a second (0.5)
                   --key=value sets a property of the crawler, as --spring.kafka.bootstrap-servers=127.0.0.1:9092""";

    /** A command line that can not be understood. */
    static final class UsageException extends Exception {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static BackfillOptions of(List<String> arguments) throws UsageException {
        FeedId feed = null;
        Path file = null;
        Double rate = null;
        var settings = new ArrayList<String>();
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith("--") && argument.contains("=")) {
                settings.add(argument);
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(argument + " (expected: a value behind it, or one of the options below)");
            }
            var value = arguments.get(++i);
            switch (argument) {
                case "--feed" -> feed = feed(value);
                case "--file" -> file = file(value);
                case "--rate" -> rate = rate(value);
                default -> throw new UsageException(argument + " (expected: --feed, --file, --rate or --key=value)");
            }
        }
        if (feed == null && file == null) {
            throw new UsageException("nothing to read (expected: --file, --feed or both)");
        }
        return new BackfillOptions(feed, file, rate == null ? (file == null ? 0.5 : 50) : rate, settings);
    }

    private static FeedId feed(String value) throws UsageException {
        try {
            return new FeedId(value);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--feed " + e.getMessage());
        }
    }

    private static Path file(String value) throws UsageException {
        var file = Path.of(value);
        if (!Files.isReadable(file)) {
            throw new UsageException("--file " + value + " (expected: a file or a folder that can be read)");
        }
        return file;
    }

    private static double rate(String value) throws UsageException {
        try {
            var rate = Double.parseDouble(value);
            if (rate > 0 && rate <= 10_000) {
                return rate;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of range is.
        }
        throw new UsageException("--rate " + value + " (expected: a number above 0 and up to 10000)");
    }
}
