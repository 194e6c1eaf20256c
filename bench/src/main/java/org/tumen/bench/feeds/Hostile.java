package org.tumen.bench.feeds;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.tumen.bench.table.Table;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

/** What becomes of documents that are written to do harm: an answer within seconds, and no more text than was there. */
final class Hostile {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Hostile() {}

    static Table of(Path folder) throws IOException {
        var table =
                new Table("Hostile documents", "file", "bytes", "seconds", "answer", "characters read", "withstood");
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(table, file);
            }
        }
        return table;
    }

    private static void add(Table table, Path file) throws IOException {
        var body = Files.readAllBytes(file);
        var started = System.nanoTime();
        String answer;
        var characters = 0;
        boolean withstood;
        try {
            var reading = new FeedReader().read(body, null, null, URI.create(""));
            characters = characters(reading);
            answer = switch (reading) {
                case Feed feed -> "feed of " + feed.entries().size();
                case Unreadable _ -> "unreadable";
            };
            withstood = characters <= body.length;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            answer = e.getClass().getSimpleName();
            withstood = false;
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        table.row(
                file.getFileName(),
                body.length,
                "%.2f".formatted(took.toMillis() / 1e3).toLowerCase(Locale.ROOT),
                answer,
                characters,
                withstood && took.compareTo(PATIENCE) < 0 ? "yes" : "NO");
    }

    private static int characters(FeedReading reading) {
        return reading instanceof Feed feed
                ? Stream.concat(
                                Stream.of(feed.title(), feed.description()),
                                feed.entries().stream()
                                        .flatMap(entry -> Stream.of(entry.title(), entry.summary(), entry.content())))
                        .filter(Objects::nonNull)
                        .mapToInt(String::length)
                        .sum()
                : 0;
    }
}
