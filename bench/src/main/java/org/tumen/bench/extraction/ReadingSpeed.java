package org.tumen.bench.extraction;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tumen.bench.table.Table;

/** Pages per second of processor time on one thread, warm. */
final class ReadingSpeed {

    private static final int WARM_UP_ROUNDS = 25;
    private static final int ROUNDS = 10;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ReadingSpeed() {}

    static Table of(List<LabelledPage> pages) {
        Map<Extractor, Double> speeds = new EnumMap<>(Extractor.class);
        for (var extractor : Extractor.values()) {
            speeds.put(extractor, pagesPerSecond(pages, extractor));
        }
        var peer = Objects.requireNonNull(speeds.get(Extractor.READABILITY4J));
        var limit = Objects.requireNonNull(speeds.get(Extractor.PARSE_ALONE));
        var table = new Table(
                "Speed on these pages: one thread, warm, decoding and parsing included",
                "extractor",
                "pages per CPU-second",
                "ratio to readability4j",
                "share of parsing alone");
        speeds.forEach((extractor, speed) -> table.row(extractor, Math.round(speed), speed / peer, speed / limit));
        return table;
    }

    private static double pagesPerSecond(List<LabelledPage> pages, Extractor extractor) {
        read(pages, extractor, WARM_UP_ROUNDS);
        var started = THREADS.getCurrentThreadCpuTime();
        read(pages, extractor, ROUNDS);
        return ROUNDS * pages.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - started);
    }

    private static void read(List<LabelledPage> pages, Extractor extractor, int rounds) {
        for (var round = 0; round < rounds; round++) {
            for (var page : pages) {
                var _ = extractor.text(page.body().bytes());
            }
        }
    }
}
