package org.tumen.bench.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.tumen.bench.feeds.FeedCase.Check;
import org.tumen.bench.feeds.Parser.Read;
import org.tumen.bench.table.Table;

/** How many checks hold, and in how many files all of them do. */
final class Conformance {

    private Conformance() {}

    /** @param misses is told of every check that does not hold for Tumen */
    static Table of(Path folder, Consumer<String> misses) throws IOException {
        var table = new Table(
                "Conformance", "checks of", "parser", "held", "of", "share", "files all right", "of", "share");
        try (var files = Files.newDirectoryStream(folder, "checks-*.json")) {
            for (var file : files) {
                for (var parser : Parser.values()) {
                    add(table, file, parser, misses);
                }
            }
        }
        return table;
    }

    private static void add(Table table, Path file, Parser parser, Consumer<String> misses) throws IOException {
        var held = 0;
        var checks = 0;
        var whole = 0;
        var cases = FeedCase.load(file);
        for (var feed : cases) {
            var read = parser.read(feed);
            var failed =
                    feed.checks().stream().filter(check -> !holds(check, read)).toList();
            checks += feed.checks().size();
            held += feed.checks().size() - failed.size();
            whole += failed.isEmpty() ? 1 : 0;
            if (parser == Parser.TUMEN) {
                failed.forEach(check -> misses.accept(feed.file() + ": " + check));
            }
        }
        table.row(
                file.getFileName(),
                parser,
                held,
                checks,
                (double) held / checks,
                whole,
                cases.size(),
                (double) whole / cases.size());
    }

    private static boolean holds(Check check, Optional<Read> read) {
        var value = read.map(found -> found.field(check.entry(), check.field())).orElse(null);
        return check.isTime()
                ? value instanceof Instant time
                        && Long.toString(time.getEpochSecond()).equals(check.value())
                : value != null && plain(value.toString()).equals(plain(check.value()));
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
}
